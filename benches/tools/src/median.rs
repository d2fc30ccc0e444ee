//! The middle of what was measured.

/// The median; of an even number of figures the mean of the two in the middle.
///
/// # Panics
/// Where nothing was measured.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let (low, high) = (figures[(figures.len() - 1) / 2], figures[figures.len() / 2]);
    f64::midpoint(low, high)
}

//! Spans of days and their union, so that concurrent work counts once.

use crate::text::dates::{Period, days};
use jiff::civil::Date;

/// Days of a year on average, leap years included.
const DAYS_OF_A_YEAR: f64 = 365.25;

/// A span from the first day to the day after the last one.
pub type Span = (Date, Date);

/// The spans of periods, cut at `as_of`.
pub fn spans<'a>(periods: impl IntoIterator<Item = &'a Period>, as_of: Date) -> Vec<Span> {
    periods.into_iter().filter_map(|p| days(p, as_of)).collect()
}

/// The union of spans, as years; overlaps count once.
pub fn years(mut spans: Vec<Span>) -> f64 {
    spans.sort_unstable();
    let mut days = 0;
    let mut reached: Option<Date> = None;
    for (from, to) in spans {
        let from = reached.map_or(from, |r| from.max(r));
        if to > from {
            days += between(from, to);
            reached = Some(to);
        }
    }
    f64::from(days) / DAYS_OF_A_YEAR
}

/// What of `spans` no span of `taken` covers.
pub fn without(spans: &[Span], taken: &[Span]) -> Vec<Span> {
    let mut rest = spans.to_vec();
    for &(from, to) in taken {
        rest = rest
            .into_iter()
            .flat_map(|(f, t)| [(f, t.min(from)), (f.max(to), t)])
            .filter(|(f, t)| f < t)
            .collect();
    }
    rest
}

/// Years between two days, negative where `to` lies before `from`.
pub fn years_between(from: Date, to: Date) -> f64 {
    f64::from(between(from, to)) / DAYS_OF_A_YEAR
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn concurrent_work_counts_once() {
        let spans = vec![
            (date(2020, 1, 1), date(2022, 1, 1)),
            (date(2021, 1, 1), date(2023, 1, 1)),
            (date(2021, 5, 1), date(2021, 6, 1)),
        ];
        assert!((years(spans) - 3.0).abs() < 0.01);
    }

    #[test]
    fn what_is_taken_is_cut_out() {
        let rest = without(
            &[(date(2020, 1, 1), date(2024, 1, 1))],
            &[(date(2021, 1, 1), date(2022, 1, 1))],
        );
        assert_eq!(
            rest,
            [
                (date(2020, 1, 1), date(2021, 1, 1)),
                (date(2022, 1, 1), date(2024, 1, 1))
            ]
        );
    }
}

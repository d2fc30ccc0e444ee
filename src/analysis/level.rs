//! The level of a skill that nobody states, from how long, how often and how recently it was used.

use crate::model::scale::Level;

/// From so many years of dated use a skill is intermediate: a good half year of work is past the basics.
const INTERMEDIATE_YEARS: f64 = 0.5;
/// From so many years a skill is advanced: the guides call three to five years a mid-level engineer's.
const ADVANCED_YEARS: f64 = 3.0;
/// In several entries two years are enough: using a skill in a second place shows more than staying in one.
const ADVANCED_YEARS_REPEATED: f64 = 2.0;
/// From so many years, in several entries, a skill is expert: the span in which the guides expect a lead.
const EXPERT_YEARS: f64 = 8.0;

/// The level inferred from `years` of dated use in `entries` entries; a stale skill loses a level.
pub fn inferred(years: f64, entries: usize, stale: bool) -> Option<Level> {
    if years <= 0.0 {
        return None;
    }
    let repeated = entries >= 2;
    let level = match years {
        y if y >= EXPERT_YEARS && repeated => 3,
        y if y >= ADVANCED_YEARS || (y >= ADVANCED_YEARS_REPEATED && repeated) => 2,
        y if y >= INTERMEDIATE_YEARS => 1,
        _ => 0_usize,
    };
    Some(Level::ALL[level.saturating_sub(usize::from(stale))])
}

/// The years of dated use still missing until `wanted` is inferred, where the skill stays in use and in `entries` entries.
pub fn years_missing(wanted: Level, years: f64, entries: usize) -> f64 {
    let repeated = entries >= 2;
    let needed = match wanted {
        Level::Beginner => 0.0,
        Level::Intermediate => INTERMEDIATE_YEARS,
        Level::Advanced if repeated => ADVANCED_YEARS_REPEATED,
        Level::Advanced => ADVANCED_YEARS,
        Level::Expert => EXPERT_YEARS,
    };
    (needed - years).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn use_makes_the_level() {
        assert_eq!(inferred(0.0, 0, false), None);
        assert_eq!(inferred(0.3, 1, false), Some(Level::Beginner));
        assert_eq!(inferred(1.5, 1, false), Some(Level::Intermediate));
        assert_eq!(inferred(2.5, 1, false), Some(Level::Intermediate));
        assert_eq!(inferred(2.5, 2, false), Some(Level::Advanced));
        assert_eq!(inferred(9.0, 1, false), Some(Level::Advanced));
        assert_eq!(inferred(9.0, 3, false), Some(Level::Expert));
        assert_eq!(inferred(9.0, 3, true), Some(Level::Advanced));
    }

    #[test]
    fn the_years_missing_are_those_that_make_the_level() {
        for (wanted, years, entries, expected) in [
            (Level::Intermediate, 0.2, 1, 0.3),
            (Level::Advanced, 1.0, 1, 2.0),
            (Level::Advanced, 1.0, 2, 1.0),
            (Level::Advanced, 5.0, 1, 0.0),
            (Level::Expert, 5.0, 2, 3.0),
        ] {
            let missing = years_missing(wanted, years, entries);
            assert!((missing - expected).abs() < 1e-9, "{wanted} after {years}: {missing}");
            assert!(inferred(years + missing, entries, false) >= Some(wanted));
        }
    }
}

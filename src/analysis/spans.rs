//! Spans of days and their union, so that concurrent work counts once.

use crate::model::candidate::Candidate;
use crate::text::dates::days;
use jiff::civil::{Date, date};

/// Days of a year on average, leap years included.
const DAYS_OF_A_YEAR: f64 = 365.25;

/// Days are counted from here.
const FIRST_DAY: Date = date(1900, 1, 1);

/// A span from the first day to the day after the last one, in days from some day on.
pub type Span = (i32, i32);

/// When the entries of a candidate were, cut at the day of the assessment.
#[derive(Debug)]
pub struct EntrySpans {
    /// Where those of each entry begin; the last is the end of all.
    begins: Vec<u32>,
    spans: Vec<Span>,
    /// The last day of each entry.
    last: Vec<Option<Date>>,
}

impl EntrySpans {
    /// The spans of all entries.
    pub fn of(candidate: &Candidate<'_>, as_of: Date) -> EntrySpans {
        let count = candidate.entries.len();
        let mut all = EntrySpans {
            begins: Vec::with_capacity(count + 1),
            spans: Vec::with_capacity(count),
            last: Vec::with_capacity(count),
        };
        all.begins.push(0);
        for entry in &candidate.entries {
            let mut last = None;
            for (from, to) in entry.periods.iter().filter_map(|period| days(period, as_of)) {
                all.spans.push((number(from), number(to)));
                last = last.max(Some(to));
            }
            all.begins.push(all.spans.len() as u32);
            all.last.push(last);
        }
        all
    }

    /// Those of one entry, by its index.
    pub fn of_entry(&self, entry: usize) -> &[Span] {
        &self.spans[self.begins[entry] as usize..self.begins[entry + 1] as usize]
    }

    /// Whether an entry has any.
    pub fn is_dated(&self, entry: usize) -> bool {
        self.last[entry].is_some()
    }

    /// The day behind the last one of an entry.
    pub fn end_of(&self, entry: usize) -> Option<Date> {
        self.last[entry]
    }
}

/// The union of spans, as years; overlaps count once. They are sorted.
pub fn years(spans: &mut [Span]) -> f64 {
    spans.sort_unstable();
    let mut days = 0;
    let mut reached = i32::MIN;
    for &mut (from, to) in spans {
        let from = from.max(reached);
        if to > from {
            days += to - from;
            reached = to;
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
    f64::from(number(to) - number(from)) / DAYS_OF_A_YEAR
}

/// The number of a day.
fn number(day: Date) -> i32 {
    FIRST_DAY.until(day).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: Date, to: Date) -> Span {
        (number(from), number(to))
    }

    #[test]
    fn concurrent_work_counts_once() {
        let mut spans = [
            days(date(2020, 1, 1), date(2022, 1, 1)),
            days(date(2021, 1, 1), date(2023, 1, 1)),
            days(date(2021, 5, 1), date(2021, 6, 1)),
        ];
        assert!((years(&mut spans) - 3.0).abs() < 0.01);
    }

    #[test]
    fn what_is_taken_is_cut_out() {
        let rest = without(
            &[days(date(2020, 1, 1), date(2024, 1, 1))],
            &[days(date(2021, 1, 1), date(2022, 1, 1))],
        );
        let left = [
            days(date(2020, 1, 1), date(2021, 1, 1)),
            days(date(2022, 1, 1), date(2024, 1, 1)),
        ];
        assert_eq!(rest, left);
    }
}

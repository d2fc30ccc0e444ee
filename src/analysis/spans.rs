//! Spans of days and their union, so that concurrent work counts once.

use crate::model::candidate::{Candidate, Entry};
use crate::model::index_set::IndexSet;
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
    /// All of them by time, each with its entry.
    by_time: Vec<(Span, usize)>,
    /// The day behind the last one of each entry, and its number.
    last: Vec<Option<(i32, Date)>>,
    /// The entries that have any.
    dated: IndexSet,
    /// The number of the day of the assessment.
    as_of: i32,
}

impl EntrySpans {
    /// The spans of all entries.
    pub fn of(candidate: &Candidate<'_>, as_of: Date) -> EntrySpans {
        let count = candidate.entries.len();
        let mut all = EntrySpans {
            begins: Vec::with_capacity(count + 1),
            spans: Vec::with_capacity(count),
            by_time: Vec::with_capacity(count),
            last: Vec::with_capacity(count),
            dated: IndexSet::default(),
            as_of: number(as_of),
        };
        all.begins.push(0);
        for (index, entry) in candidate.entries.iter().enumerate() {
            let mut last = None;
            for (from, to) in entry.periods.iter().filter_map(|period| days(period, as_of)) {
                let span = (number(from), number(to));
                all.spans.push(span);
                all.by_time.push((span, index));
                all.dated.insert(index);
                last = last.max(Some((span.1, to)));
            }
            all.begins.push(all.spans.len() as u32);
            all.last.push(last);
        }
        all.by_time.sort_unstable();
        all
    }

    /// Those of one entry, by its index.
    pub fn of_entry(&self, entry: usize) -> &[Span] {
        &self.spans[self.begins[entry] as usize..self.begins[entry + 1] as usize]
    }

    /// Whether an entry, given by its index too, has begun by the day of the assessment, as far as it is dated.
    pub fn has_begun(&self, index: usize, entry: &Entry) -> bool {
        entry.periods.is_empty() || self.dated.contains(index)
    }

    /// The entries that have any.
    pub fn dated(&self) -> &IndexSet {
        &self.dated
    }

    /// The day behind the last one of some entries, and how many years ago it was; `None` where none is dated.
    pub fn last_of(&self, entries: &IndexSet) -> Option<(Date, f64)> {
        let (last, day) = entries.iter().filter_map(|entry| self.last[entry]).max()?;
        Some((day, f64::from(self.as_of - last) / DAYS_OF_A_YEAR))
    }

    /// The years of some entries together; overlaps count once.
    pub fn years_of(&self, entries: &IndexSet) -> f64 {
        let of_these = self.by_time.iter().filter(|(_, entry)| entries.contains(*entry));
        together(of_these.map(|(span, _)| *span))
    }
}

/// The union of spans, as years; overlaps count once. They are sorted.
pub fn years(spans: &mut [Span]) -> f64 {
    spans.sort_unstable();
    together(spans.iter().copied())
}

/// The union of sorted spans, as years.
fn together(spans: impl Iterator<Item = Span>) -> f64 {
    let mut days = 0;
    let mut reached = i32::MIN;
    for (from, to) in spans {
        let from = from.max(reached);
        if to > from {
            days += to - from;
            reached = to;
        }
    }
    f64::from(days) / DAYS_OF_A_YEAR
}

/// The union of spans as spans that do not touch, by time.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|later, earlier| {
        let touches = later.0 <= earlier.1;
        if touches {
            earlier.1 = earlier.1.max(later.1);
        }
        touches
    });
    spans
}

/// What of `spans` no span of `taken` covers, by time; overlaps count once.
pub fn without(spans: Vec<Span>, taken: Vec<Span>) -> Vec<Span> {
    let taken = union(taken);
    let mut rest = Vec::new();
    let mut next = 0;
    for (mut from, to) in union(spans) {
        while let Some(&(taken_from, taken_to)) = taken.get(next).filter(|(taken_from, _)| *taken_from < to) {
            rest.push((from, taken_from));
            from = from.max(taken_to);
            if taken_to > to {
                break;
            }
            next += 1;
        }
        rest.push((from, to));
    }
    rest.retain(|(from, to)| from < to);
    rest
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
            vec![days(date(2020, 1, 1), date(2024, 1, 1))],
            vec![days(date(2021, 1, 1), date(2022, 1, 1))],
        );
        let left = [
            days(date(2020, 1, 1), date(2021, 1, 1)),
            days(date(2022, 1, 1), date(2024, 1, 1)),
        ];
        assert_eq!(rest, left);
    }

    #[track_caller]
    fn check_without(spans: &[Span], taken: &[Span], left: &[Span]) {
        assert_eq!(
            without(spans.to_vec(), taken.to_vec()),
            left,
            "{spans:?} without {taken:?}"
        );
    }

    #[test]
    fn what_is_left_is_in_order_and_counts_once() {
        check_without(&[(5, 9), (0, 6)], &[], &[(0, 9)]);
        check_without(&[(0, 9)], &[(3, 4), (0, 1), (8, 12)], &[(1, 3), (4, 8)]);
        check_without(&[(0, 3), (6, 9)], &[(2, 7)], &[(0, 2), (7, 9)]);
        check_without(&[(4, 6)], &[(0, 9)], &[]);
        check_without(&[(4, 6), (7, 8)], &[(0, 2), (6, 7)], &[(4, 6), (7, 8)]);
    }
}

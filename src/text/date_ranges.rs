//! The forms of a range of dates, at a place among the tokens.

use super::date_forms::{Found, Manner, Span, date, date_at, found, found_part, joins, marked_month, with_day};
use super::date_parts::part_at;
use super::date_present::{self, LONGEST_PHRASE};
use super::date_tokens::{Part, Token};
use super::date_words::Role;
use super::dates::{DateFault, End, PartialDate, Period};
use std::cmp::Ordering;

/// "2020 - to date" has two; more than a few say nothing.
const MOST_SIGNS: usize = 3;

/// The range that starts at token `at`, and the token after it; `None` where something else stands there.
pub(super) fn range_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<(Result<Period, DateFault>, usize)> {
    let left = date_at(tokens, at, manner);
    let right_from = match left {
        Some(found) => found.next,
        None => {
            let named = part_at(tokens, at)?;
            with_day(tokens, named).map_or(named.next, |(_, _, next)| next)
        }
    };
    let mut next = right_from;
    while next <= right_from + MOST_SIGNS {
        let length = present_at(tokens, next, manner);
        if length > 0 && (next > right_from || carries_sign(tokens, next, length) || manner == Manner::Field) {
            let period = left?.date.map(|from| Period {
                from: from.first,
                to: End::Open,
            });
            return Some((period, next + length));
        }
        // ISO 8601 parts the dates of an interval with a slash: 2020-01/2021-12.
        let interval = manner == Manner::Field && next == right_from && tokens.get(next)?.part == Part::Slash;
        if !interval && !tokens.get(next)?.is_range_sign() {
            break;
        }
        next += 1;
    }
    if !(1..=MOST_SIGNS).contains(&(next - right_from)) {
        return None;
    }
    let right = match left {
        Some(left) => date_at(tokens, next, manner).or_else(|| same_year(tokens, &left, next))?,
        None => date_at(tokens, next, manner)?,
    };
    let from = match left {
        Some(left) => left.date,
        None => part_of_year(tokens, at, right.date),
    };
    let period = from.and_then(|from| period(from, right.date?.last));
    Some((period, right.next))
}

/// A period from one date to another, unless it ends before it starts.
pub(super) fn period(from: Span, to: PartialDate) -> Result<Period, DateFault> {
    // "Winter 2020 - Spring 2020" means the winter that the year began with.
    let crosses_years = from.first.month.is_some() && from.last.year > from.first.year;
    let january = PartialDate {
        month: Some(1),
        ..from.first
    };
    let starts = [Some(from.first), crosses_years.then_some(january)];
    let start = starts.into_iter().flatten().find(|from| !is_after(*from, to));
    let period = |from| Period { from, to: End::On(to) };
    start.map(period).ok_or(DateFault::EndBeforeStart)
}

/// Whether a date is after another; what one side leaves open cannot contradict the other.
fn is_after(from: PartialDate, to: PartialDate) -> bool {
    let parts = [
        Some((from.year, to.year)),
        from.month.zip(to.month).map(|(from, to)| (from.into(), to.into())),
        from.day.zip(to.day).map(|(from, to)| (from.into(), to.into())),
    ];
    let order = parts.into_iter().map_while(|pair| pair.map(|(from, to)| from.cmp(&to)));
    order.fold(Ordering::Equal, Ordering::then) == Ordering::Greater
}

/// How many tokens from `at` on stand for the present; one phrase may follow another: Present - ongoing.
pub(super) fn present_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> usize {
    let mut length = phrase_at(tokens, at, manner);
    if length > 0 {
        let sign = tokens.get(at + length).map(|token| token.part);
        let signed = matches!(sign, Some(Part::Hyphen | Part::Dash | Part::Slash));
        let again = at + length + usize::from(signed);
        match phrase_at(tokens, again, manner) {
            0 => {}
            more => length = again + more - at,
        }
    }
    length
}

fn phrase_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> usize {
    let next = tokens.iter().skip(at).take(LONGEST_PHRASE);
    let words: Vec<&str> = next.map_while(Token::word).collect();
    let length = date_present::present(&words);
    let ambiguous = length == 1 && manner == Manner::Prose && date_present::stands_alone(words[0]);
    if ambiguous && words.len() > 1 { 0 } else { length }
}

/// 至今 and "to date" say both that a range goes on and until when.
fn carries_sign(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let first = tokens[at].word().unwrap_or_default();
    (length > 1 && tokens[at].plays(Role::Range)) || matches!(first, "至今" | "迄今" | "至现在" | "至現在" | "至目前")
}

/// The right side of a range that leaves out what the left side said: 2016 Nov - Dec, 2020年3月-6月, 2013–17.
fn same_year(tokens: &[Token<'_>], left: &Found, at: usize) -> Option<Found> {
    let first = left.date.ok()?.first;
    if left.year_first {
        if let Some(named) = part_at(tokens, at) {
            return Some(found_part(first.year, named.months, named.next));
        }
        let (month, next) = marked_month(tokens, at)?;
        return found(first.year, Some(month), None, next);
    }
    let number = tokens.get(at)?.number().filter(|n| n.digits == 2)?;
    let alone = first.month.is_none() && tokens[at - 1].part == Part::Dash && !joins(tokens, at + 1);
    let year = first.year - first.year % 100 + number.value;
    (alone && number.value > first.year % 100).then(|| found(year, None, None, at + 1))?
}

/// The left side of a range that says the year on the right only: May – Jun 2025.
fn part_of_year(tokens: &[Token<'_>], at: usize, right: Result<Span, DateFault>) -> Result<Span, DateFault> {
    let right = right?.first;
    let named = part_at(tokens, at).ok_or(DateFault::Unreadable)?;
    // A year alone on the right is not the left month's year: "May - 2025".
    right.month.ok_or(DateFault::Unreadable)?;
    match with_day(tokens, named) {
        Some((month, day, _)) => date(right.year, Some(month), Some(day)).map(|first| Span { first, last: first }),
        None => found_part(right.year, named.months, at).date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date_tokens::tokens;

    /// How many tokens a range takes, and its fault; nothing where there is none.
    #[track_caller]
    fn check(text: &str, manner: Manner, expected: Option<(usize, Option<DateFault>)>) {
        let range = range_at(&tokens(text), 0, manner);
        assert_eq!(range.map(|(period, next)| (next, period.err())), expected, "{text}");
    }

    #[test]
    fn ranges_and_their_faults() {
        check("2019 - 2021 x", Manner::Prose, Some((3, None)));
        check("2021 - 2019", Manner::Prose, Some((3, Some(DateFault::EndBeforeStart))));
        check("2021 - 2022-13", Manner::Prose, Some((5, Some(DateFault::Impossible))));
        check("May - 2025", Manner::Field, Some((3, Some(DateFault::Unreadable))));
        check("2021 - - - - 2022", Manner::Field, None);
        check("2021 2022", Manner::Field, None);
        check("May - now", Manner::Field, None);
    }

    #[test]
    fn prose_needs_a_sign_before_the_present() {
        check("2019 now", Manner::Field, Some((2, None)));
        check("2019 now", Manner::Prose, None);
        check("2019 - now", Manner::Prose, Some((3, None)));
        check("2019至今", Manner::Prose, Some((2, None)));
    }
}

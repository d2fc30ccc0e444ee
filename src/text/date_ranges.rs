//! The forms of a range of dates, at a place among the tokens.

use super::date_forms::{Found, Manner, date, date_at, found, joins, marked_month, month_at, with_day};
use super::date_tokens::{Part, Token};
use super::date_words::{self, Role};
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
            let (month, next) = month_at(tokens, at)?;
            let (_, day, after_day) = with_day(tokens, month, next);
            if day.is_some() { after_day } else { next }
        }
    };
    let mut next = right_from;
    while next <= right_from + MOST_SIGNS {
        let length = present_at(tokens, next);
        if length > 0 && (next > right_from || carries_sign(tokens, next, length) || manner == Manner::Field) {
            let period = left?.date.map(|from| Period { from, to: End::Open });
            return Some((period, next + length));
        }
        if !tokens.get(next)?.is_range_sign() {
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
        None => month_of_year(tokens, at, right.date),
    };
    let period = from.and_then(|from| period(from, right.date?));
    Some((period, right.next))
}

/// A period from one date to another, unless it ends before it starts.
pub(super) fn period(from: PartialDate, to: PartialDate) -> Result<Period, DateFault> {
    let parts = [
        Some((from.year, to.year)),
        from.month.zip(to.month).map(|(from, to)| (from.into(), to.into())),
        from.day.zip(to.day).map(|(from, to)| (from.into(), to.into())),
    ];
    // What one side leaves open cannot contradict the other.
    let order = parts.into_iter().map_while(|pair| pair.map(|(from, to)| from.cmp(&to)));
    match order.fold(Ordering::Equal, Ordering::then) {
        Ordering::Greater => Err(DateFault::EndBeforeStart),
        _ => Ok(Period { from, to: End::On(to) }),
    }
}

/// How many tokens from `at` on stand for the present.
pub(super) fn present_at(tokens: &[Token<'_>], at: usize) -> usize {
    // No phrase for the present has more words.
    let next = tokens.iter().skip(at).take(3);
    let words: Vec<&str> = next.map_while(Token::word).collect();
    date_words::present(&words)
}

/// 至今 and "to date" say both that a range goes on and until when.
fn carries_sign(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let first = tokens[at].word().unwrap_or_default();
    (length > 1 && tokens[at].plays(Role::Range)) || matches!(first, "至今" | "迄今" | "至现在")
}

/// The right side of a range that leaves out what the left side said: 2016 Nov - Dec, 2020年3月-6月, 2013–17.
fn same_year(tokens: &[Token<'_>], left: &Found, at: usize) -> Option<Found> {
    let year = left.date.ok()?.year;
    if left.year_first {
        let (month, next) = month_at(tokens, at).or_else(|| marked_month(tokens, at))?;
        return found(year, Some(month), None, next);
    }
    let number = tokens.get(at)?.number().filter(|n| n.digits == 2)?;
    let alone = left.date.ok()?.month.is_none() && tokens[at - 1].part == Part::Dash && !joins(tokens, at + 1);
    (alone && number.value > year % 100).then(|| found(year - year % 100 + number.value, None, None, at + 1))?
}

/// The left side of a range that says the year on the right only: May – Jun 2025.
fn month_of_year(
    tokens: &[Token<'_>],
    at: usize,
    right: Result<PartialDate, DateFault>,
) -> Result<PartialDate, DateFault> {
    let right = right?;
    let (month, next) = month_at(tokens, at).ok_or(DateFault::Unreadable)?;
    // A year alone on the right is not the left month's year: "May - 2025".
    right.month.ok_or(DateFault::Unreadable)?;
    let (month, day, _) = with_day(tokens, month, next);
    date(right.year, Some(month), day)
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

//! The forms of one date, at a place among the tokens.

use super::date_tokens::{Number, Part, Token};
use super::date_words::{self, Role};
use super::dates::{DateFault, PartialDate};
use jiff::civil::Date;

/// What is no year of a resume is a slip or a placeholder.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2100;

/// From here on two-digit years belong to the last century: nobody plans for 2070, and people of 1970 still work.
const LAST_CENTURY: i16 = 70;

/// How freely a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// A field for dates: 07/16 is July 2016.
    Field,
    /// Any text: 07/16 may be anything.
    Prose,
}

/// A date, or why it is none, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub date: Result<PartialDate, DateFault>,
    pub next: usize,
    /// Whether the year came first and may go on for the other side of a range: 2016 Nov - Dec.
    pub year_first: bool,
}

/// The date that starts at token `at`.
pub(super) fn date_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<Found> {
    let token = tokens.get(at)?;
    if let Some(number) = token.number() {
        return match (number.digits, number.quoted) {
            (4, _) => Some(year_first(tokens, at, number.value)),
            (2, true) => found(full_year(number), None, None, at + 1),
            (1 | 2, false) => numbers(tokens, at, number, manner).or_else(|| day_month(tokens, at, number, manner)),
            _ => None,
        };
    }
    let (month, next) = month_at(tokens, at)?;
    let (month, day, after) = with_day(tokens, month, next);
    let day_and_year = day.and_then(|day| {
        let (year, next) = year_at(tokens, after, Manner::Prose)?;
        found(year, Some(month), Some(day), next)
    });
    day_and_year.or_else(|| {
        let (year, next) = year_at(tokens, next, manner)?;
        found(year, Some(month), None, next)
    })
}

/// A date that begins with a year of four digits.
fn year_first(tokens: &[Token<'_>], at: usize, year: i16) -> Found {
    let make = |month, day, next, year_first| Found {
        date: date(year, month, day),
        next,
        year_first,
    };
    if let Some((separator, month)) = joined(tokens, at + 1).filter(|(_, n)| n.digits <= 2) {
        let day = joined(tokens, at + 3).filter(|(other, n)| *other == separator && n.digits <= 2);
        return match day {
            Some((_, day)) => make(Some(month.value), Some(day.value), after_time(tokens, at + 5), true),
            None => make(Some(month.value), None, skip(tokens, at + 3, Role::MonthMark), true),
        };
    }
    let next = skip(tokens, at + 1, Role::YearMark);
    if let Some((month, after)) = marked_month(tokens, next) {
        return match tokens.get(after).and_then(Token::number).filter(|n| n.digits <= 2) {
            Some(day) if plays(tokens, after + 1, Role::DayMark) => make(Some(month), Some(day.value), after + 2, true),
            _ => make(Some(month), None, after, true),
        };
    }
    let word = if joins(tokens, next) { next + 1 } else { next };
    if let Some((month, after)) = month_at(tokens, word)
        // In "2022 May 2023" nobody knows whose May it is.
        && tokens.get(after).and_then(Token::number).is_none_or(|n| n.digits != 4)
    {
        return match joined(tokens, after).filter(|(separator, n)| *separator == Part::Hyphen && n.digits <= 2) {
            Some((_, day)) => make(Some(month), Some(day.value), after + 2, true),
            None => make(Some(month), None, after, true),
        };
    }
    make(None, None, next, false)
}

/// 05/2016, 07/16, 3/15/2021, 15.03.2021.
fn numbers(tokens: &[Token<'_>], at: usize, first: Number, manner: Manner) -> Option<Found> {
    let (separator, second) = joined(tokens, at + 1)?;
    if let Some(year) = year(second, Manner::Prose) {
        return found(year, Some(first.value), None, at + 3);
    }
    if second.digits > 2 {
        return None;
    }
    if let Some((_, third)) = joined(tokens, at + 3).filter(|(other, n)| *other == separator && n.digits != 1) {
        let (month, day) = month_and_day(first.value, second.value, separator)?;
        return found(year(third, manner)?, Some(month), Some(day), at + 5);
    }
    let two_and_two = separator == Part::Slash && second.digits == 2 && manner == Manner::Field;
    two_and_two.then(|| found(full_year(second), Some(first.value), None, at + 3))?
}

/// Which of two numbers is the month: a slash means month/day, a dot day.month, a hyphen either.
fn month_and_day(first: i16, second: i16, separator: Part<'_>) -> Option<(i16, i16)> {
    match separator {
        Part::Dot => Some((second, first)),
        _ if first > 12 => Some((second, first)),
        Part::Slash => Some((first, second)),
        _ if second > 12 || first == second => Some((first, second)),
        _ => None,
    }
}

/// 1 May 2023, 1. Mai 2023, 15 de marzo de 2021, 1st May 2023.
fn day_month(tokens: &[Token<'_>], at: usize, day: Number, manner: Manner) -> Option<Found> {
    let mut next = at + 1;
    if tokens
        .get(next)
        .is_some_and(|token| token.part == Part::Dot || (!token.spaced && token.plays(Role::Ordinal)))
    {
        next += 1;
    }
    next = skip(tokens, next, Role::Of);
    if joins(tokens, next) {
        next += 1;
    }
    let month = date_words::month(tokens.get(next)?.word()?)?;
    let (year, next) = year_at(tokens, next + 1, manner)?;
    found(year, Some(month.into()), Some(day.value), next)
}

/// The month, season or quarter at token `at`, and the token after it.
pub(super) fn month_at(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let word = tokens.get(at)?.word()?;
    if word.eq_ignore_ascii_case("q") {
        let quarter = tokens.get(at + 1).filter(|token| !token.spaced)?.number()?;
        let known = quarter.digits == 1 && (1..=4).contains(&quarter.value);
        return known.then_some((quarter.value * 3 - 2, at + 2));
    }
    let month = date_words::month(word).or_else(|| date_words::season(word))?;
    Some((month.into(), at + 1))
}

/// A month written with its mark: 10月.
pub(super) fn marked_month(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let month = tokens.get(at)?.number().filter(|n| n.digits <= 2)?;
    plays(tokens, at + 1, Role::MonthMark).then_some((month.value, at + 2))
}

/// The day that may follow a month, as in "Jun 15, 2026", and the token after it.
pub(super) fn with_day(tokens: &[Token<'_>], month: i16, at: usize) -> (i16, Option<i16>, usize) {
    let number = tokens.get(at).filter(|token| token.spaced).and_then(Token::number);
    match number.filter(|n| n.digits <= 2 && !n.quoted) {
        Some(day) => {
            let ordinal = tokens
                .get(at + 1)
                .is_some_and(|token| !token.spaced && token.plays(Role::Ordinal));
            (month, Some(day.value), at + 1 + usize::from(ordinal))
        }
        None => (month, None, at),
    }
}

/// The year that follows a month or day, after what may stand between, and the token after it.
fn year_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<(i16, usize)> {
    let hyphen = joins(tokens, at);
    let between = hyphen || tokens.get(at)?.part == Part::Comma || tokens[at].plays(Role::Of);
    let next = at + usize::from(between);
    let number = tokens.get(next)?.number()?;
    // "Jan-20" is how spreadsheets write January 2020; "Jan 20" is a day.
    let manner = if hyphen { manner } else { Manner::Prose };
    Some((year(number, manner)?, skip(tokens, next + 1, Role::YearMark)))
}

fn year(number: Number, manner: Manner) -> Option<i16> {
    match number.digits {
        4 => Some(number.value),
        2 if number.quoted || manner == Manner::Field => Some(full_year(number)),
        _ => None,
    }
}

fn full_year(number: Number) -> i16 {
    number.value + if number.value < LAST_CENTURY { 2000 } else { 1900 }
}

/// The time of day in an ISO 8601 timestamp says nothing here: the token after it.
fn after_time(tokens: &[Token<'_>], at: usize) -> usize {
    let t = tokens
        .get(at)
        .is_some_and(|token| !token.spaced && token.word().is_some_and(|w| w.eq_ignore_ascii_case("t")));
    let hour = at + usize::from(t);
    let is_time = tokens.get(hour).is_some_and(|token| token.number().is_some())
        && tokens.get(hour + 1).is_some_and(|token| token.part == Part::Other(':'));
    if !is_time {
        return at;
    }
    let belongs = |token: &&Token<'_>| {
        let sign = matches!(
            token.part,
            Part::Number(_) | Part::Dot | Part::Hyphen | Part::Other(':' | '+')
        );
        !token.spaced && (sign || token.word().is_some_and(|w| w.eq_ignore_ascii_case("z")))
    };
    hour + 1 + tokens[hour + 1..].iter().take_while(belongs).count()
}

/// A hyphen, slash or dot with a number, no blanks between: the separator and the number.
fn joined<'a>(tokens: &[Token<'a>], at: usize) -> Option<(Part<'a>, Number)> {
    let next = tokens.get(at + 1).filter(|token| !token.spaced)?;
    joins(tokens, at).then_some((tokens[at].part, next.number()?))
}

/// Whether a hyphen, slash or dot stands here without blanks around it.
pub(super) fn joins(tokens: &[Token<'_>], at: usize) -> bool {
    let sign = |token: &Token<'_>| matches!(token.part, Part::Hyphen | Part::Slash | Part::Dot) && !token.spaced;
    tokens.get(at).is_some_and(sign) && tokens.get(at + 1).is_some_and(|token| !token.spaced)
}

fn plays(tokens: &[Token<'_>], at: usize, role: Role) -> bool {
    tokens.get(at).is_some_and(|token| token.plays(role))
}

fn skip(tokens: &[Token<'_>], at: usize, role: Role) -> usize {
    at + usize::from(plays(tokens, at, role))
}

pub(super) fn found(year: i16, month: Option<i16>, day: Option<i16>, next: usize) -> Option<Found> {
    Some(Found {
        date: date(year, month, day),
        next,
        year_first: false,
    })
}

/// A date, if there is one.
pub(super) fn date(year: i16, month: Option<i16>, day: Option<i16>) -> Result<PartialDate, DateFault> {
    let small = |part: Option<i16>| part.map(i8::try_from).transpose().map_err(|_| DateFault::Impossible);
    let (month, day) = (small(month)?, small(day)?);
    let exists = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
    let placeholder = (year, month, day) == (1970, Some(1), Some(1));
    if !exists || placeholder || !YEARS.contains(&year) {
        return Err(DateFault::Impossible);
    }
    Ok(PartialDate { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date_tokens::tokens;

    /// The date that the text begins with, and how many tokens it takes.
    #[track_caller]
    fn check(text: &str, manner: Manner, expected: Option<(&str, usize)>) {
        let found = date_at(&tokens(text), 0, manner).map(|found| match found.date {
            Ok(date) => (date.to_string(), found.next),
            Err(fault) => (format!("{fault:?}"), found.next),
        });
        let found = found.as_ref().map(|(date, next)| (date.as_str(), *next));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_date_takes_no_more_than_its_own() {
        check("2017-05-2019-04", Manner::Field, Some(("2017-05", 3)));
        check("2021-2022", Manner::Field, Some(("2021", 1)));
        check("2021-03-01T00:00Z - now", Manner::Field, Some(("2021-03-01", 10)));
        check("Jun 15, 2026 - now", Manner::Field, Some(("2026-06-15", 4)));
        check("2022 May 2023", Manner::Field, Some(("2022", 1)));
        check("2022-02-31", Manner::Field, Some(("Impossible", 5)));
    }

    #[test]
    fn prose_is_read_more_strictly() {
        for (text, date, length) in [
            ("07/16", "2016-07", 3),
            ("3/15/21", "2021-03-15", 5),
            ("Jan-20", "2020-01", 3),
        ] {
            check(text, Manner::Field, Some((date, length)));
            check(text, Manner::Prose, None);
        }
        check("Aug '18", Manner::Prose, Some(("2018-08", 2)));
    }
}

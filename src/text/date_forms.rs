//! The forms of one date, at a place among the tokens.

use super::date_months::{self, Months};
use super::date_parts::{Named, after_second_year, last_year, part_at, third_at};
use super::date_tokens::{Number, Part, Token, after_time};
use super::date_words::Role;
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

/// What one date spans: as a start it counts from the first, as an end to the last.
///
/// Both are the same but in seasons and other parts of a year, and in years such as 2020/21.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub first: PartialDate,
    pub last: PartialDate,
}

impl Span {
    /// Whether it is several years: it does not only begin or end something.
    pub fn is_years(&self) -> bool {
        self.first.month.is_none() && self.first != self.last
    }
}

/// A date, or why it is none, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub date: Result<Span, DateFault>,
    pub next: usize,
    /// Whether the year came first and may go on for the other side of a range: 2016 Nov - Dec.
    pub year_first: bool,
}

/// The date that starts at token `at`.
pub(super) fn date_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<Found> {
    let token = tokens.get(at)?;
    if let Some(number) = token.number() {
        return match (number.digits, number.quoted) {
            (4, _) => Some(year_first(tokens, at, number.value, manner)),
            (2, true) => found(full_year(number), None, None, at + 1),
            (1 | 2, false) => numbers(tokens, at, number, manner)
                .or_else(|| day_month(tokens, at, number, manner))
                .or_else(|| part_of_year(tokens, part_at(tokens, at)?, manner)),
            (6 | 8, false) if manner == Manner::Field => compact(number, at),
            _ => None,
        };
    }
    let Some(named) = part_at(tokens, at) else {
        return third_of_year(tokens, at, manner);
    };
    let day_and_year = with_day(tokens, named).and_then(|(month, day, after)| {
        let (year, next) = year_at(tokens, after, Manner::Prose)?;
        found(year, Some(month), Some(day), after_time(tokens, next))
    });
    day_and_year.or_else(|| part_of_year(tokens, named, manner))
}

/// May 2020, Q4 2021, Winter 2019/2020, WS 19/20.
fn part_of_year(tokens: &[Token<'_>], named: Named, manner: Manner) -> Option<Found> {
    let crosses_years = named.months.1 > 12;
    // A number behind a month may be its day; a quarter or season has none.
    let two_digits = || {
        let number = tokens.get(named.next)?.number().filter(|n| n.digits == 2)?;
        let is_year = manner == Manner::Field && named.month().is_none();
        is_year.then_some((full_year(number), named.next + 1))
    };
    let (year, next) = year_at(tokens, named.next, manner).or_else(two_digits)?;
    let next = if crosses_years {
        after_second_year(tokens, next, year)
    } else {
        next
    };
    Some(found_part(year, named.months, next))
}

/// Early 2020, mid-2020, Ende des Jahres 2020; a month says it better: early May 2020. In a free text it may be anything
/// else, as in "Back end 2019".
fn third_of_year(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<Found> {
    let third = third_at(tokens, at).filter(|_| manner == Manner::Field)?;
    // Another third would be read as deep as a text is long.
    let begins_date = part_at(tokens, third.next).is_some() || tokens.get(third.next)?.number().is_some();
    let found = begins_date.then(|| date_at(tokens, third.next, manner)).flatten()?;
    match found.date {
        Ok(span) if span.first.month.is_none() && !span.is_years() => {
            Some(found_part(span.first.year, third.months, found.next))
        }
        Ok(span) if span.is_years() => None,
        _ => Some(found),
    }
}

/// 20200115 or 202001, where there is such a date.
fn compact(number: Number, at: usize) -> Option<Found> {
    let (year, month, day) = number.compact?;
    found(year, Some(month), day, at + 1).filter(|found| found.date.is_ok())
}

/// A date that begins with a year of four digits.
fn year_first(tokens: &[Token<'_>], at: usize, year: i16, manner: Manner) -> Found {
    if let Some((last, next)) = last_year(tokens, at + 1, year).filter(|_| manner == Manner::Field) {
        return Found {
            date: years(year, last),
            next,
            year_first: false,
        };
    }
    let make = |month, day, next, year_first| Found {
        date: date(year, month, day).map(exactly),
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
    if let Some(named) = part_at(tokens, word)
        // In "2022 May 2023" nobody knows whose May it is.
        && tokens.get(named.next).and_then(Token::number).is_none_or(|n| n.digits != 4)
    {
        let after = named.next;
        let day = joined(tokens, after).filter(|(separator, n)| *separator == Part::Hyphen && n.digits <= 2);
        // 2020. január 15., but not the length in "2020 May 3 mos".
        let spaced_day = || with_day(tokens, named).filter(|(.., next)| !plays(tokens, *next, Role::Unit));
        if let Some((month, day, next)) = spaced_day().filter(|_| manner == Manner::Field) {
            return make(Some(month), Some(day), next, true);
        }
        return match named.month().zip(day) {
            Some((month, (_, day))) => make(Some(month), Some(day.value), after + 2, true),
            None => Found {
                year_first: true,
                ..found_part(year, named.months, after)
            },
        };
    }
    make(None, None, next, false)
}

/// 05/2016, 07/16, 05 2016, 3/15/2021, 15.03.2021.
fn numbers(tokens: &[Token<'_>], at: usize, first: Number, manner: Manner) -> Option<Found> {
    let second = tokens.get(at + 1).filter(|token| token.spaced).and_then(Token::number);
    if let Some(year) = second.filter(|n| n.digits == 4 && first.digits == 2 && manner == Manner::Field) {
        return found(year.value, Some(first.value), None, at + 2);
    }
    let (separator, second) = joined(tokens, at + 1)?;
    if let Some(year) = year(second, Manner::Prose) {
        return found(year, Some(first.value), None, at + 3);
    }
    if second.digits > 2 {
        return None;
    }
    if let Some((_, third)) = joined(tokens, at + 3).filter(|(other, n)| *other == separator && n.digits != 1) {
        let (month, day) = month_and_day(first.value, second.value, separator).unzip();
        // In 05-07-2020 only the year is sure.
        let is_sure = month.is_some() || (1..=12).contains(&first.value) && third.digits == 4;
        return is_sure.then(|| found(year(third, manner)?, month, day, after_time(tokens, at + 5)))?;
    }
    let parts = match separator {
        Part::Slash => true,
        // A dot also stands between day and month.
        Part::Dot => first.value <= 12,
        _ => false,
    };
    let two_and_two = parts && second.digits == 2 && manner == Manner::Field;
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
    let months = date_months::month_or_season(tokens.get(next)?.word()?)?;
    let month = Named { months, next: next + 1 };
    // After day and month two digits can only be the year: 15 Mar 21.
    let short_year = || Some((year(tokens.get(month.next)?.number()?, manner)?, month.next + 1));
    let (year, next) = year_at(tokens, month.next, manner).or_else(short_year)?;
    found(year, Some(month.month()?), Some(day.value), next)
}

/// A month written with its mark: 10月.
pub(super) fn marked_month(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let month = tokens.get(at)?.number().filter(|n| n.digits <= 2)?;
    plays(tokens, at + 1, Role::MonthMark).then_some((month.value, at + 2))
}

/// The month and the day behind it, as in "Jun 15, 2026", and the token after them.
pub(super) fn with_day(tokens: &[Token<'_>], named: Named) -> Option<(i16, i16, usize)> {
    let (month, at) = (named.month()?, named.next);
    let number = tokens.get(at).filter(|token| token.spaced).and_then(Token::number);
    let day = number.filter(|n| n.digits <= 2 && !n.quoted)?;
    let ordinal = tokens
        .get(at + 1)
        .is_some_and(|token| !token.spaced && token.plays(Role::Ordinal));
    Some((month, day.value, at + 1 + usize::from(ordinal)))
}

/// The year that follows a month or day, after what may stand between, and the token after it.
fn year_at(tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<(i16, usize)> {
    let hyphen = joins(tokens, at);
    let between = hyphen || tokens.get(at)?.part == Part::Comma || tokens[at].plays(Role::Of);
    let next = at + usize::from(between);
    let number = tokens.get(next)?.number()?;
    // "Jan-20" is how spreadsheets write January 2020, and "Jan20" is the same; "Jan 20" is a day.
    let manner = if hyphen || !tokens[next].spaced {
        manner
    } else {
        Manner::Prose
    };
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
        date: date(year, month, day).map(exactly),
        next,
        year_first: false,
    })
}

/// The months of a year, which may go on in the next one.
pub(super) fn found_part(year: i16, months: Months, next: usize) -> Found {
    let month = |month: i16| date(year + (month - 1) / 12, Some((month - 1) % 12 + 1), None);
    Found {
        date: month(months.0).and_then(|first| {
            Ok(Span {
                first,
                last: month(months.1)?,
            })
        }),
        next,
        year_first: false,
    }
}

fn years(first: i16, last: i16) -> Result<Span, DateFault> {
    Ok(Span {
        first: date(first, None, None)?,
        last: date(last, None, None)?,
    })
}

fn exactly(date: PartialDate) -> Span {
    Span {
        first: date,
        last: date,
    }
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
            Ok(span) => (span.first.to_string(), found.next),
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

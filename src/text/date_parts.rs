//! The parts of a year that a text names, at a place among the tokens: months, seasons, quarters, halves, thirds.

use super::date_forms::joins;
use super::date_months::{self, Months};
use super::date_tokens::{Number, Part, Token};
use super::date_words::Role;

/// "the end of the year 2020" has three words between; more than a few say something else.
const MOST_BETWEEN: usize = 3;

/// A part of a year, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub months: Months,
    pub next: usize,
}

impl Named {
    /// The month, where it is one.
    pub fn month(&self) -> Option<i16> {
        (self.months.0 == self.months.1).then_some(self.months.0)
    }
}

/// The month, season, quarter or half-year at token `at`.
pub(super) fn part_at(tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let numbered = || name_and_number(tokens, at).or_else(|| number_and_name(tokens, at));
    let word = tokens.get(at)?.word();
    match word.and_then(date_months::month_or_season) {
        Some(months) => Some(Named { months, next: at + 1 }),
        None => numbered(),
    }
}

/// Q4, Quarter 4.
fn name_and_number(tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let name = tokens.get(at)?.word()?;
    let number = tokens.get(at + 1)?;
    let together = !number.spaced || name.chars().nth(1).is_some();
    let number = number.number().filter(|_| together)?;
    let months = date_months::part(name, single(number)?)?;
    Some(Named { months, next: at + 2 })
}

/// 4Q, 1st half, 2. Halbjahr, second quarter.
fn number_and_name(tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let first = tokens.get(at)?;
    let number = match first.part {
        Part::Number(number) => single(number)?,
        Part::Word(word) => date_months::ordinal(word)?,
        _ => return None,
    };
    let marked = tokens
        .get(at + 1)
        .is_some_and(|mark| !mark.spaced && (mark.part == Part::Dot || mark.plays(Role::Ordinal)));
    let name_at = at + 1 + usize::from(marked);
    let months = date_months::part(tokens.get(name_at)?.word()?, number)?;
    Some(Named {
        months,
        next: name_at + 1,
    })
}

fn single(number: Number) -> Option<i16> {
    (number.digits == 1 && !number.quoted).then_some(number.value)
}

/// The third of a year that the words at token `at` mean, and where its year or month is: mid-2020, Ende des Jahres 2020.
pub(super) fn third_at(tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let months = date_months::third(tokens.get(at)?.word()?)?;
    if joins(tokens, at + 1) {
        return Some(Named { months, next: at + 2 });
    }
    let between = tokens[at + 1..].iter().take(MOST_BETWEEN);
    let next = at + 1 + between.take_while(|token| token.plays(Role::OfTheYear)).count();
    Some(Named { months, next })
}

/// The last year of two or more that are written as one, such as 2020/21, 2020-21 and 2020/2021, and the token after it.
///
/// Two digits that can be a month are one: 2009-10.
pub(super) fn last_year(tokens: &[Token<'_>], at: usize, first: i16) -> Option<(i16, usize)> {
    let sign = tokens.get(at).filter(|_| joins(tokens, at))?.part;
    let number = tokens.get(at + 1)?.number()?;
    let goes_on = joins(tokens, at + 2) && tokens.get(at + 3).is_some_and(|token| token.number().is_some());
    let last = match (sign, number.digits) {
        (Part::Slash, 4) => number.value,
        (Part::Slash | Part::Hyphen, 2) if !(1..=12).contains(&number.value) => {
            first + short_years(first, number.value)
        }
        _ => return None,
    };
    (last > first && !goes_on).then_some((last, at + 2))
}

/// The years from a year to one of two digits; 0 where they are too many to be meant: 2022-13 is a slip.
fn short_years(first: i16, last: i16) -> i16 {
    // Degrees and jobs written so short are seldom longer, and a mistyped month or day is seldom so near.
    const MOST: i16 = 10;
    let years = (last - first % 100).rem_euclid(100);
    if years <= MOST { years } else { 0 }
}

/// The token after the second year of a winter: Winter 2019/2020, WS 2019/20.
pub(super) fn after_second_year(tokens: &[Token<'_>], at: usize, year: i16) -> usize {
    let second = joins(tokens, at)
        .then(|| tokens.get(at + 1)?.number())
        .flatten()
        .filter(|number| {
            let next = year + 1;
            number.value == if number.digits == 2 { next % 100 } else { next }
        });
    if second.is_some() { at + 2 } else { at }
}

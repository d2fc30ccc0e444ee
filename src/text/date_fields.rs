//! What the date fields of a resume entry say: one date, or the periods of start, end and range.

use super::date_field_tokens;
use super::date_forms::{self, Manner, Span};
use super::date_in_text::{duration, find_range};
use super::date_months;
use super::date_ranges;
use super::date_tokens::{self, Number, Part, Token};
use super::date_words::Role;
use super::dates::{DateFault, End, PartialDate, Period};
use super::memo::{Memo, remembered};
use std::cell::RefCell;

/// Reads one date in any spelling that resumes use; `None` for a blank text or dashes alone. A season or another part of a
/// year is its first month.
///
/// # Errors
/// [`DateFault::Unreadable`] where the text is anything but one date, [`DateFault::Impossible`] where there is no such date.
pub fn parse_date(text: &str) -> Result<Option<PartialDate>, DateFault> {
    match read(text)? {
        Said::Nothing => Ok(None),
        Said::One(Item::One(span)) => Ok(Some(span.first)),
        _ => Err(DateFault::Unreadable),
    }
}

/// The periods that the fields of one entry name (`startDate`, `endDate`, and a field such as `date` for the whole), and
/// what is wrong with them.
///
/// A start without an end goes on. A field may hold a range, or several with commas between; the last single date after
/// them runs to the end field. A range field counts where there is no start; a single date in it is its own end. Where
/// anything is at fault there are no periods, rather than wrong ones. An end alone, or a word for the present alone in
/// the range field, is no period and no fault. A season, a quarter or another part of a year counts from its first month as
/// a start and to its last month as an end.
pub fn parse_periods(start: Option<&str>, end: Option<&str>, range: Option<&str>) -> (Vec<Period>, Vec<DateFault>) {
    let read = |text: Option<&str>| text.map_or(Ok(Said::Nothing), read);
    let (start, end) = (read(start), read(end));
    let range = if matches!(start, Ok(Said::Nothing)) {
        read(range)
    } else {
        Ok(Said::Nothing)
    };
    let faults: Vec<DateFault> = [&start, &end, &range]
        .into_iter()
        .filter_map(|said| said.as_ref().err().copied())
        .collect();
    let (Ok(start), Ok(end), Ok(range)) = (start, end, range) else {
        return (Vec::new(), faults);
    };
    let periods = match (start.items(), range.items()) {
        (Some(items), _) => closing(&end).and_then(|to| from_start(items, &end, to)),
        _ if matches!(start, Said::Present) => Err(DateFault::Unreadable),
        (None, Some(items)) if matches!(end, Said::Nothing) => all(items),
        (None, Some(items)) => closing(&end).and_then(|to| from_start(items, &end, to)),
        (None, None) => match end.items() {
            None | Some([Item::One(_) | Item::Until(_)]) => Ok(Vec::new()),
            Some(items) => all(items),
        },
    };
    match periods {
        Ok(periods) => (periods, Vec::new()),
        Err(fault) => (Vec::new(), vec![fault]),
    }
}

thread_local! {
    /// There are a few hundred months, each in a few spellings.
    static SAID: RefCell<Memo<Result<Said, DateFault>>> = const { RefCell::new(Memo::new(4096)) };
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Nothing,
    Present,
    One(Item),
    /// Two at least.
    Several(Vec<Item>),
}

impl Said {
    /// The dates and ranges that it says, if any.
    fn items(&self) -> Option<&[Item]> {
        match self {
            Said::Nothing | Said::Present => None,
            Said::One(item) => Some(std::slice::from_ref(item)),
            Said::Several(items) => Some(items),
        }
    }
}

/// A date or range in a field.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    One(Span),
    /// Several years as one, such as 2020/21.
    Years(Span),
    Range(Period),
    /// A date with a range sign and nothing behind it, or "since" before it.
    From(Span),
    /// A date with a range sign before it.
    Until(Span),
}

/// How the end field closes what the start field begins.
fn closing(end: &Said) -> Result<End, DateFault> {
    match end {
        Said::Nothing | Said::Present => Ok(End::Open),
        Said::One(Item::One(span) | Item::Years(span) | Item::Until(span)) => Ok(End::On(span.last)),
        _ => Err(DateFault::Unreadable),
    }
}

/// The periods of a start field.
fn from_start(items: &[Item], end: &Said, to: End) -> Result<Vec<Period>, DateFault> {
    // "2021, 2022" without an end is a list; behind a range, or before an end, the last date begins something.
    let is_list = items.len() > 1 && items.iter().all(|item| matches!(item, Item::One(_) | Item::Years(_)));
    let runs_on = !is_list || !matches!(end, Said::Nothing);
    let (last, before) = items.split_last().ok_or(DateFault::Unreadable)?;
    let mut periods = Vec::with_capacity(items.len());
    for item in before {
        periods.push(alone(*item)?);
    }
    periods.push(match (*last, to) {
        (Item::One(from) | Item::Years(from) | Item::From(from), End::On(to)) => date_ranges::period(from, to)?,
        (Item::One(from), End::Open) if runs_on => open(from),
        // Several years end where nothing says that they go on.
        (Item::Years(from), End::Open) if matches!(end, Said::Present) => open(from),
        (item, _) => alone(item)?,
    });
    Ok(periods)
}

fn all(items: &[Item]) -> Result<Vec<Period>, DateFault> {
    items.iter().map(|item| alone(*item)).collect()
}

/// The period that an item is by itself.
fn alone(item: Item) -> Result<Period, DateFault> {
    match item {
        Item::One(span) | Item::Years(span) => Ok(Period {
            from: span.first,
            to: End::On(span.last),
        }),
        Item::Range(period) => Ok(period),
        Item::From(from) => Ok(open(from)),
        Item::Until(_) => Err(DateFault::Unreadable),
    }
}

fn open(from: Span) -> Period {
    Period {
        from: from.first,
        to: End::Open,
    }
}

/// What a field says.
fn read(text: &str) -> Result<Said, DateFault> {
    match iso(text) {
        Some(date) => Ok(Said::One(Item::One(date))),
        None => remembered(&SAID, text, said),
    }
}

/// A date as JSON Resume has it, 2020-05-17 or 2020-05; `None` for any other text, which may be a date too.
fn iso(text: &str) -> Option<Span> {
    let number = |digits: &[u8]| {
        let is_number = digits.iter().all(u8::is_ascii_digit);
        is_number.then(|| {
            digits
                .iter()
                .fold(0, |number, digit| 10 * number + i16::from(digit - b'0'))
        })
    };
    let (year, month, day) = match text.as_bytes() {
        [year @ .., b'-', m1, m2] if year.len() == 4 => (year, [*m1, *m2], None),
        [year @ .., b'-', m1, m2, b'-', d1, d2] if year.len() == 4 => (year, [*m1, *m2], Some([*d1, *d2])),
        _ => return None,
    };
    let day = match day {
        Some(day) => Some(number(&day)?),
        None => None,
    };
    let date = date_forms::date(number(year)?, Some(number(&month)?), day).ok()?;
    Some(Span {
        first: date,
        last: date,
    })
}

fn said(text: &str) -> Result<Said, DateFault> {
    let tokens = date_field_tokens::tokens(text);
    let is_sign = |token: &Token<'_>| matches!(token.part, Part::Hyphen | Part::Dash | Part::Dot | Part::Slash);
    // A word that is left out is no date either.
    if tokens.iter().all(is_sign) && !text.contains(char::is_alphanumeric) {
        return Ok(Said::Nothing);
    }
    let signs = tokens.iter().take_while(|token| token.is_range_sign()).count();
    for at in 0..=signs {
        let length = date_ranges::present_at(&tokens, at, Manner::Field);
        if length > 0 && at + length == tokens.len() {
            return Ok(Said::Present);
        }
    }
    match items(&tokens) {
        Err(DateFault::Unreadable) => within_words(text).map(|period| Said::One(Item::Range(period))),
        items => items.map(|items| match items[..] {
            [item] => Said::One(item),
            _ => Said::Several(items),
        }),
    }
}

/// The one range among words, as in "Jan 2020 - Mar 2021 | Berlin", if no number stands there that may be another date.
fn within_words(text: &str) -> Result<Period, DateFault> {
    let (range, period) = find_range(text).ok_or(DateFault::Unreadable)?;
    let rest = [&text[..range.start], &text[range.end..]];
    rest.iter()
        .all(|words| counts_only(words))
        .then_some(period)
        .ok_or(DateFault::Unreadable)
}

/// Whether the numbers of a text only count something, as in "1 año 3 meses".
fn counts_only(text: &str) -> bool {
    let tokens = date_tokens::tokens(text);
    let names_month = |token: &Token<'_>| {
        token
            .word()
            .is_some_and(|word| date_months::month_or_season(word).is_some())
    };
    let counts = |at: usize, number: Number| {
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        let after = tokens.get(at + 1);
        number.digits <= 2
            && !number.quoted
            && !before.is_some_and(names_month)
            && after.is_some_and(|token| token.word().is_some() && !names_month(token))
    };
    let mut numbers = (0..).zip(&tokens).filter_map(|(at, token)| Some((at, token.number()?)));
    numbers.all(|(at, number)| counts(at, number))
}

/// All items of a field; anything else in it is a fault.
fn items(tokens: &[Token<'_>]) -> Result<Vec<Item>, DateFault> {
    let mut items = Vec::new();
    let mut at = 0;
    loop {
        let (item, next) = item(tokens, at)?;
        items.push(item);
        at = after_duration(tokens, next);
        match tokens.get(at) {
            None => return Ok(items),
            Some(token) if is_separator(token) => at += 1,
            Some(_) => return Err(DateFault::Unreadable),
        }
    }
}

fn item(tokens: &[Token<'_>], start: usize) -> Result<(Item, usize), DateFault> {
    let leads = |token: &&Token<'_>| token.plays(Role::Since) || token.plays(Role::Leading);
    let at = start + tokens[start..].iter().take_while(leads).count();
    let since = tokens[start..at].iter().any(|token| token.plays(Role::Since));
    if let Some((period, next)) = date_ranges::range_at(tokens, at, Manner::Field) {
        return Ok((Item::Range(period?), next));
    }
    let Some(found) = date_forms::date_at(tokens, at, Manner::Field) else {
        return until(tokens, at);
    };
    let span = found.date?;
    match tokens.get(found.next) {
        Some(token) if leaves_open(token) => {
            // "2020-01/.." is an interval without an end.
            let dots = tokens[found.next + 1..]
                .iter()
                .take_while(|token| token.part == Part::Dot);
            let next = found.next + 1 + dots.count();
            let ends = tokens.get(next).is_none_or(is_separator);
            ends.then_some((Item::From(span), next)).ok_or(DateFault::Unreadable)
        }
        _ if since => Ok((Item::From(span), found.next)),
        _ if span.is_years() => Ok((Item::Years(span), found.next)),
        _ => Ok((Item::One(span), found.next)),
    }
}

/// "- Dec 2020", "until 2020".
fn until(tokens: &[Token<'_>], at: usize) -> Result<(Item, usize), DateFault> {
    let sign = tokens.get(at).is_some_and(Token::is_range_sign);
    let found = sign
        .then(|| date_forms::date_at(tokens, at + 1, Manner::Field))
        .flatten();
    let found = found.ok_or(DateFault::Unreadable)?;
    Ok((Item::Until(found.date?), found.next))
}

/// Whether a sign behind a date says that something goes on from there.
fn leaves_open(token: &Token<'_>) -> bool {
    token.is_range_sign() || matches!(token.part, Part::Slash | Part::Other('+'))
}

fn is_separator(token: &Token<'_>) -> bool {
    matches!(token.part, Part::Comma | Part::Break) || token.plays(Role::And)
}

/// The token behind a length such as "· 2 yrs 3 mos", which says nothing new.
fn after_duration(tokens: &[Token<'_>], at: usize) -> usize {
    let sign = tokens
        .get(at)
        .is_some_and(|token| matches!(token.part, Part::Comma | Part::Other('·' | '•' | '|' | ':')));
    let from = at + usize::from(sign);
    match duration(tokens, from) {
        0 => at,
        length => from + length,
    }
}

#[cfg(test)]
#[path = "date_fields_tests.rs"]
mod tests;

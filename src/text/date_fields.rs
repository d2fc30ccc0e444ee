//! What the date fields of a resume entry say: one date, or the periods of start, end and range.

use super::date_forms::{self, Manner};
use super::date_in_text::{duration, find_range};
use super::date_ranges;
use super::date_tokens::{self, Part, Token};
use super::date_words::Role;
use super::dates::{DateFault, End, PartialDate, Period};

/// Reads one date in any spelling that resumes use; `None` for a blank text or dashes alone.
///
/// # Errors
/// [`DateFault::Unreadable`] where the text is anything but one date, [`DateFault::Impossible`] where there is no such date.
pub fn parse_date(text: &str) -> Result<Option<PartialDate>, DateFault> {
    match said(text)? {
        Said::Nothing => Ok(None),
        Said::Present => Err(DateFault::Unreadable),
        Said::Items(items) => match items[..] {
            [Item::One(date)] => Ok(Some(date)),
            _ => Err(DateFault::Unreadable),
        },
    }
}

/// The periods that the fields of one entry name (`startDate`, `endDate`, and a field such as `date` for the whole), and
/// what is wrong with them.
///
/// A start without an end goes on. A field may hold a range, or several with commas between; the last single date after
/// them runs to the end field. A range field counts where there is no start; a single date in it is its own end. Where
/// anything is at fault there are no periods, rather than wrong ones. An end alone, or a word for the present alone in
/// the range field, is no period and no fault.
pub fn parse_periods(start: Option<&str>, end: Option<&str>, range: Option<&str>) -> (Vec<Period>, Vec<DateFault>) {
    let read = |text: Option<&str>| said(text.unwrap_or_default());
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
    let periods = match (start, end, range) {
        (Said::Items(items), end, _) => closing(&end).and_then(|to| from_start(&items, &end, to)),
        (Said::Present, ..) => Err(DateFault::Unreadable),
        (_, Said::Nothing, Said::Items(items)) => all(&items),
        (_, end, Said::Items(items)) => closing(&end).and_then(|to| from_start(&items, &end, to)),
        (_, Said::Items(items), _) if !matches!(items[..], [Item::One(_)]) => all(&items),
        _ => Ok(Vec::new()),
    };
    match periods {
        Ok(periods) => (periods, Vec::new()),
        Err(fault) => (Vec::new(), vec![fault]),
    }
}

/// What a field says.
enum Said {
    Nothing,
    Present,
    /// At least one.
    Items(Vec<Item>),
}

/// A date or range in a field.
#[derive(Clone, Copy)]
enum Item {
    One(PartialDate),
    Range(Period),
    /// A date with a range sign and nothing behind it, or "since" before it.
    From(PartialDate),
}

/// How the end field closes what the start field begins.
fn closing(end: &Said) -> Result<End, DateFault> {
    match end {
        Said::Nothing | Said::Present => Ok(End::Open),
        Said::Items(items) => match items[..] {
            [Item::One(date)] => Ok(End::On(date)),
            _ => Err(DateFault::Unreadable),
        },
    }
}

/// The periods of a start field.
fn from_start(items: &[Item], end: &Said, to: End) -> Result<Vec<Period>, DateFault> {
    // "2021, 2022" without an end is a list; behind a range, or before an end, the last date begins something.
    let is_list = items.len() > 1 && items.iter().all(|item| matches!(item, Item::One(_)));
    let runs_on = !is_list || !matches!(end, Said::Nothing);
    let (last, before) = items.split_last().ok_or(DateFault::Unreadable)?;
    let mut periods = all(before)?;
    periods.push(match (*last, to) {
        (Item::One(from) | Item::From(from), End::On(to)) => date_ranges::period(from, to)?,
        (Item::One(from), End::Open) if runs_on => Period { from, to },
        (item, _) => alone(item)?,
    });
    Ok(periods)
}

fn all(items: &[Item]) -> Result<Vec<Period>, DateFault> {
    items.iter().map(|item| alone(*item)).collect()
}

/// The period that an item is by itself.
fn alone(item: Item) -> Result<Period, DateFault> {
    Ok(match item {
        Item::One(date) => Period {
            from: date,
            to: End::On(date),
        },
        Item::Range(period) => period,
        Item::From(from) => Period { from, to: End::Open },
    })
}

fn said(text: &str) -> Result<Said, DateFault> {
    let all = date_tokens::tokens(text);
    if all
        .iter()
        .all(|token| matches!(token.part, Part::Hyphen | Part::Dash | Part::Dot | Part::Slash))
    {
        return Ok(Said::Nothing);
    }
    let is_idle = |token: &Token<'_>| token.part == Part::Bracket || token.plays(Role::Idle);
    let tokens: Vec<Token<'_>> = all.into_iter().filter(|token| !is_idle(token)).collect();
    let signs = tokens.iter().take_while(|token| token.is_range_sign()).count();
    for at in 0..=signs {
        let length = date_ranges::present_at(&tokens, at);
        if length > 0 && at + length == tokens.len() {
            return Ok(Said::Present);
        }
    }
    match items(&tokens) {
        Err(DateFault::Unreadable) => within_words(text).map(|period| Said::Items(vec![Item::Range(period)])),
        items => items.map(Said::Items),
    }
}

/// The one range among words, as in "Jan 2020 - Mar 2021 | Berlin", if no other number stands there.
fn within_words(text: &str) -> Result<Period, DateFault> {
    let (range, period) = find_range(text).ok_or(DateFault::Unreadable)?;
    let rest = [&text[..range.start], &text[range.end..]];
    let clear = !rest.iter().any(|words| words.contains(char::is_numeric));
    clear.then_some(period).ok_or(DateFault::Unreadable)
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

fn item(tokens: &[Token<'_>], at: usize) -> Result<(Item, usize), DateFault> {
    let since = tokens.get(at).is_some_and(|token| token.plays(Role::Since));
    let at = at + usize::from(since);
    if let Some((period, next)) = date_ranges::range_at(tokens, at, Manner::Field) {
        return Ok((Item::Range(period?), next));
    }
    let found = date_forms::date_at(tokens, at, Manner::Field).ok_or(DateFault::Unreadable)?;
    let date = found.date?;
    match tokens.get(found.next) {
        Some(token) if token.is_range_sign() => {
            let next = found.next + 1;
            let ends = tokens.get(next).is_none_or(is_separator);
            ends.then_some((Item::From(date), next)).ok_or(DateFault::Unreadable)
        }
        _ if since => Ok((Item::From(date), found.next)),
        _ => Ok((Item::One(date), found.next)),
    }
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

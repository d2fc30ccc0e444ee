//! When an entry was: what its date fields say, in one text, in parts, or one step down.

use super::keys::{self, FieldRole};
use super::node::{Field, Node, Value};
use crate::model::candidate::{At, Candidate, Section, Warning};
use crate::text::dates::{self, DateFault, End};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::borrow::Cow;

/// The dashes of HTML.
const DASHES: [&str; 4] = ["&ndash;", "&mdash;", "&#8211;", "&#8212;"];

/// Numbers from here on count seconds since 1970, those from a thousand times as many milliseconds; 20240131 is a date.
const SECONDS: f64 = 1e8;

/// What is longer is no line of an entry's head, in bytes.
const SHORT: usize = 100;

/// Whether a field of an entry holds a date, which may be one that cannot be read.
pub(super) fn is_date(field: &Field<'_>) -> bool {
    let role = field.known.field(Section::Work);
    matches!(role, FieldRole::Start | FieldRole::End | FieldRole::When)
        && is_sure(field)
        && said_of(&field.node).is_some()
}

/// Whether a field is for a date, or holds one where its key makes that only likely.
pub(super) fn is_sure(field: &Field<'_>) -> bool {
    let reads = |said: Cow<'_, str>| {
        let (periods, faults) = dates::parse_periods(None, None, Some(&said));
        faults.is_empty() && !periods.is_empty()
    };
    !field.known.guessed || said_of(&field.node).is_some_and(reads)
}

/// The periods that the date fields of an entry name; faults become warnings.
pub(super) fn periods(id: u32, fields: &[Field<'_>], section: Section, to: &mut Candidate<'_>) -> Vec<dates::Period> {
    let is = |f: &Field<'_>, role| f.known.field(Section::Work) == role;
    // {"period": {"from": …, "to": …}}: the dates stand one step down.
    let within = fields.iter().filter(|f| is(f, FieldRole::When));
    let within = within
        .map(|f| f.node.fields())
        .find(|fields| fields.iter().any(|f| is(f, FieldRole::Start)));
    let (whole, fields) = (fields, within.unwrap_or(fields));
    let named = |role: FieldRole| {
        let dated = || fields.iter().filter(|f| is(f, role));
        let (sure, likely) = (
            dated().filter(|f| !f.known.guessed),
            dated().filter(|f| f.known.guessed && is_sure(f)),
        );
        let found = sure.chain(likely).find_map(|f| Some((said_of(&f.node)?, f.node.id)));
        found.unzip()
    };
    let month = |role| {
        fields
            .iter()
            .find(|f| is(f, role))
            .and_then(|f| f.node.text_or_number())
    };
    let (start, start_id) = named(FieldRole::Start);
    let start = start.map(|year| with_month(year, month(FieldRole::StartMonth)));
    let (end, end_id) = named(FieldRole::End);
    let end = end.map(|year| with_month(year, month(FieldRole::EndMonth)));
    let (range, range_id) = named(FieldRole::When);
    let range = range.filter(|_| start.is_none());
    let (periods, faults) = dates::parse_periods(start.as_deref(), end.as_deref(), range.as_deref());
    if !faults.is_empty()
        && let Some(periods) = range.as_deref().and_then(turned)
    {
        return periods;
    }
    let at = || {
        At::Node(match (start_id, range_id) {
            (Some(start_id), _) => end_id
                .filter(|_| start.as_deref().is_some_and(|s| dates::parse_date(s).is_ok()))
                .unwrap_or(start_id),
            (None, Some(range_id)) => range_id,
            _ => end_id.unwrap_or(id),
        })
    };
    for fault in faults {
        to.warnings.push(warning(fault, at()));
    }
    let (has_start, has_end) = (start.is_some(), end.is_some());
    match section {
        // A date alone is when a study ends, or will.
        Section::Education if !has_start && !has_end && is_one_date(&periods) => Vec::new(),
        // Jobs and studies go on where no end stands; of a project nobody writes that it ended.
        Section::Project if has_start && !has_end && !whole.iter().any(says_it_goes_on) => {
            periods.into_iter().map(ended_at_once).collect()
        }
        _ => periods,
    }
}

fn warning(fault: DateFault, at: At) -> Warning {
    let (code, message) = match fault {
        DateFault::Unreadable => (
            "unreadable-date",
            "this date cannot be read; write it as 2024-05 (the entry counts for no years)",
        ),
        DateFault::Impossible => (
            "impossible-date",
            "there is no such date (the entry counts for no years)",
        ),
        DateFault::EndBeforeStart => (
            "end-before-start",
            "this entry ends before it starts (it counts for no years)",
        ),
    };
    Warning {
        code,
        at,
        message: message.into(),
    }
}

fn is_one_date(periods: &[dates::Period]) -> bool {
    matches!(periods, [period] if period.to == End::On(period.from))
}

/// An open period as one that ends where it begins.
fn ended_at_once(period: dates::Period) -> dates::Period {
    let to = match period.to {
        End::Open => End::On(period.from),
        to => to,
    };
    dates::Period { to, ..period }
}

/// Whether a field says that something goes on: `{"isCurrent": true}`.
fn says_it_goes_on(field: &Field<'_>) -> bool {
    let is = |word: &String| ["current", "currently", "present", "ongoing", "active"].contains(&word.as_str());
    matches!(field.node.value, Value::Bool(true)) && keys::words(&field.key).iter().any(is)
}

/// The period that stands in the head of an entry without a date of its own: `{"location": "Bonn (2023-2025)"}`. The name of an
/// employer ("Studio 1990-2020") and what was done say nothing of when.
pub(super) fn in_head(fields: &[Field<'_>]) -> Option<dates::Period> {
    let is_head = |f: &&Field<'_>| match f.known.field(Section::Work) {
        FieldRole::Title | FieldRole::Subtitle | FieldRole::Kind => true,
        _ => ["location", "place", "city", "where", "h2", "h3", "h4"].contains(&&*f.key.to_lowercase()),
    };
    let texts = fields.iter().filter(is_head).filter_map(|f| f.node.text_within());
    let short = texts.filter(|text| text.len() <= SHORT);
    short.filter_map(dates::find_range).map(|(_, period)| period).next()
}

/// A range that is written with its end first: "Present - Dec 2022".
fn turned(range: &str) -> Option<Vec<dates::Period>> {
    [" - ", " – ", " — ", " to ", "–", "-"].iter().find_map(|sign| {
        let (end, start) = range.split_once(sign)?;
        let (periods, faults) = dates::parse_periods(None, None, Some(&format!("{start} - {end}")));
        (faults.is_empty() && !periods.is_empty()).then_some(periods)
    })
}

/// A year with the month of a field beside it: `{"startYear": 2020, "startMonth": "May"}`.
fn with_month<'n>(year: Cow<'n, str>, month: Option<Cow<'_, str>>) -> Cow<'n, str> {
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    match month.filter(|month| month != "0") {
        Some(month) if is_number(&year) && is_number(&month) => format!("{month}/{year}").into(),
        Some(month) if is_number(&year) => format!("{month} {year}").into(),
        _ => year,
    }
}

/// What a date field says, as one text that dates are read from.
fn said_of<'n>(node: &'n Node<'_>) -> Option<Cow<'n, str>> {
    let said = written_otherwise(node)
        .map(Cow::Owned)
        .or_else(|| node.text_or_number())
        .or_else(|| node.text_within().map(Cow::Borrowed))?;
    // Dashes of HTML, and dates that a script wants: "2011,11,01".
    if said.contains('&') {
        return Some(
            DASHES
                .iter()
                .fold(said.into_owned(), |said, dash| said.replace(dash, "–"))
                .into(),
        );
    }
    let is_parts = said.contains(',') && said.bytes().all(|b| b.is_ascii_digit() || b == b',');
    Some(if is_parts { said.replace(',', "-").into() } else { said })
}

/// A date in parts, `{"year": 2020, "month": 5}` or `[2020, 5]`, a list that holds a range or its begin and end, or seconds or milliseconds since 1970, as one text.
pub(super) fn written_otherwise(node: &Node<'_>) -> Option<String> {
    let part = |name: &str| {
        node.fields()
            .iter()
            .find(|f| f.key.eq_ignore_ascii_case(name))
            .and_then(|f| f.node.text_or_number())
    };
    match &node.value {
        Value::Object(_) => {
            let year = part("year")?;
            let month = part("month").filter(|month| month != "0");
            Some(month.map_or(year.to_string(), |month| format!("{month}/{year}")))
        }
        Value::List(list) => match list.as_slice() {
            [
                Node {
                    value: Value::Number(year),
                    ..
                },
                Node {
                    value: Value::Number(month),
                    ..
                },
                ..,
            ] if (1.0..=12.0).contains(month) => Some(format!("{month}/{year}")),
            [whole] => whole.text_or_number().map(Cow::into_owned),
            [from, to] => Some(format!("{} - {}", from.text_or_number()?, to.text_or_number()?)),
            _ => None,
        },
        Value::Number(number) if *number >= SECONDS => {
            let seconds = if *number >= SECONDS * 1000.0 {
                number / 1000.0
            } else {
                *number
            };
            let at = Timestamp::from_second(seconds as i64).ok()?;
            Some(at.to_zoned(TimeZone::UTC).date().to_string())
        }
        _ => None,
    }
}

//! Dates of a resume, known to the day, the month or the year, and the days that they span.

use jiff::civil::Date;
use std::fmt;

pub use super::date_fields::{parse_date, parse_periods};
pub use super::date_in_text::find_range;

/// A date as exact as somebody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, 1950 to 2100 where it was read from a text.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month; never without a month.
    pub day: Option<i8>,
}

impl fmt::Display for PartialDate {
    /// Writes `2022`, `2022-04` or `2022-04-17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// How a period ends, the earliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// At a date, which belongs to the period.
    On(PartialDate),
    /// Not yet: it goes on.
    Open,
}

/// A period as exact as somebody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The beginning.
    pub from: PartialDate,
    /// The end; never before the beginning where it was read from a text.
    pub to: End,
}

/// Why a text gives no date or period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// It is no date that is known here.
    Unreadable,
    /// There is no such day or month, the year is not within 1950 to 2100, or it is the placeholder 1970-01-01.
    Impossible,
    /// The end lies before the start.
    EndBeforeStart,
}

/// The days of a period as a half-open interval: the first day, and the first day that does not belong to it.
///
/// A month counts to its end, a day is part of the period. Where both sides are years alone, the length is the difference
/// of the years. A year alone as the end of a more exact start means its middle, 1 July, or its end where the start is not
/// before that. An open period ends at `as_of`, and no interval goes beyond it; `None` for a period that begins after `as_of`,
/// ends before it begins, or names a day that does not exist.
pub fn days(period: &Period, as_of: Date) -> Option<(Date, Date)> {
    let from = period.from;
    let first = first_day(from)?;
    let end = match period.to {
        End::Open => as_of,
        End::On(to) => match (to.month, to.day) {
            (Some(_), Some(_)) => first_day(to)?.tomorrow().ok()?,
            (Some(_), None) => first_day(to)?.last_of_month().tomorrow().ok()?,
            _ if from.month.is_none() => first_day(to)?,
            _ => {
                let middle = Date::new(to.year, 7, 1).ok()?;
                let end = Date::new(to.year.checked_add(1)?, 1, 1).ok()?;
                if first < middle { middle } else { end }
            }
        },
    };
    (first <= as_of && first <= end).then(|| (first, end.min(as_of)))
}

/// The first day that a date as exact as known can mean; `None` where there is no such day.
pub fn first_day(date: PartialDate) -> Option<Date> {
    Date::new(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)).ok()
}

/// Reads a date written `YYYY-MM-DD`, and nothing else.
pub fn parse_full(text: &str) -> Option<Date> {
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        let all = part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i16>().ok().filter(|_| all)
    };
    let dashes = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().filter(|_| dashes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn partial(text: &str) -> PartialDate {
        let mut parts = text.split('-').map(|part| part.parse::<i16>().expect("a number"));
        PartialDate {
            year: parts.next().expect("a year"),
            month: parts.next().map(|month| month as i8),
            day: parts.next().map(|day| day as i8),
        }
    }

    #[track_caller]
    fn check(from: &str, to: &str, expected: Option<(&str, &str)>) {
        let to = match to {
            "open" => End::Open,
            to => End::On(partial(to)),
        };
        let period = Period {
            from: partial(from),
            to,
        };
        let found = days(&period, date(2026, 6, 15)).map(|(first, end)| (first.to_string(), end.to_string()));
        assert_eq!(found, expected.map(|(first, end)| (first.into(), end.into())));
    }

    #[test]
    fn days_of_exact_periods() {
        check("2020-02", "2020-02", Some(("2020-02-01", "2020-03-01")));
        check("2020-03", "2021-12", Some(("2020-03-01", "2022-01-01")));
        check("2020-03-05", "2020-03-05", Some(("2020-03-05", "2020-03-06")));
        check("2020-03-05", "2020-12-31", Some(("2020-03-05", "2021-01-01")));
        check("2020", "2021-02", Some(("2020-01-01", "2021-03-01")));
    }

    #[test]
    fn days_of_years_alone() {
        check("2016", "2018", Some(("2016-01-01", "2018-01-01")));
        check("2020", "2020", Some(("2020-01-01", "2020-01-01")));
        check("2019-03", "2020", Some(("2019-03-01", "2020-07-01")));
        check("2020-06-30", "2020", Some(("2020-06-30", "2020-07-01")));
        check("2020-07", "2020", Some(("2020-07-01", "2021-01-01")));
        check("2020-09", "2020", Some(("2020-09-01", "2021-01-01")));
    }

    #[test]
    fn nothing_lies_beyond_the_day_of_the_report() {
        check("2025-01", "open", Some(("2025-01-01", "2026-06-15")));
        check("2024", "open", Some(("2024-01-01", "2026-06-15")));
        check("2025-01", "2027-08", Some(("2025-01-01", "2026-06-15")));
        check("2024", "2030", Some(("2024-01-01", "2026-06-15")));
        check("2026-06-15", "open", Some(("2026-06-15", "2026-06-15")));
        check("2026-06-16", "open", None);
        check("2027", "2028", None);
    }

    #[test]
    fn no_days_of_what_cannot_be() {
        check("2021", "2020", None);
        check("2022-13", "open", None);
        check("2022-01", "2022-02-31", None);
    }

    #[test]
    fn writes_what_is_known() {
        for text in ["2022", "2022-04", "2022-04-17"] {
            assert_eq!(partial(text).to_string(), text);
        }
        assert!(partial("2022") < partial("2022-01") && partial("2022-01") < partial("2022-01-01"));
    }

    #[test]
    fn reads_full_dates_only() {
        assert_eq!(parse_full("2026-02-28"), Some(date(2026, 2, 28)));
        for text in [
            "2026-02-29",
            "2026-2-28",
            "2026-02",
            "+026-02-28",
            "2026/02/28",
            " 2026-02-28",
            "",
            "2026-02-2é",
        ] {
            assert_eq!(parse_full(text), None, "{text}");
        }
    }
}

//! Any text as dates: nothing panics, a date reads back as it is written, a period never ends before it begins.
//! Tabs part the fields of an entry: start, end, range.

use gapcheck::text::dates::{End, PartialDate, Period, days, find_range, parse_date, parse_full, parse_periods};
use jiff::civil::{Date, date};

/// No date that is read lies behind it.
const LAST: Date = date(2100, 12, 31);

/// Checks an input; whether it is worth keeping: what is no text is not.
pub fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut fields = text.split('\t');
    let (periods, faults) = parse_periods(fields.next(), fields.next(), fields.next());
    assert!(periods.is_empty() || faults.is_empty(), "{periods:?} {faults:?}");
    periods.iter().for_each(holds);
    for field in text.split('\t') {
        let read = parse_date(field);
        read.ok().flatten().into_iter().for_each(reads_back);
        if let (Some(full), Ok(Some(read))) = (parse_full(field), read) {
            assert_eq!(read.to_string(), full.to_string());
        }
    }
    if let Some((range, period)) = find_range(text) {
        assert!(!text[range].is_empty());
        holds(&period);
    }
    true
}

fn reads_back(date: PartialDate) {
    assert!((1950..=2100).contains(&date.year), "{date}");
    assert_eq!(parse_date(&date.to_string()), Ok(Some(date)));
}

fn holds(period: &Period) {
    reads_back(period.from);
    let to = match period.to {
        End::On(date) => {
            reads_back(date);
            Some(date.to_string())
        }
        End::Open => None,
    };
    let (first, end) = days(period, LAST).expect("days that exist, in order");
    assert!(first <= end, "{first} {end}");
    // The fields of an entry say the same as the range in one.
    let (again, faults) = parse_periods(Some(&period.from.to_string()), to.as_deref(), None);
    assert_eq!((again, faults), (vec![*period], vec![]));
}

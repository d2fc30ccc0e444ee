//! Cases of date fields, most of them as they stand in resumes.

use super::*;
use DateFault::{EndBeforeStart, Impossible, Unreadable};
use proptest::prelude::*;

#[path = "date_spellings_tests.rs"]
mod spellings;

#[track_caller]
fn check_date(text: &str, expected: &str) {
    let found = parse_date(text).map(|date| date.map(|date| date.to_string()));
    assert_eq!(found, Ok(Some(expected.to_owned())), "{text}");
}

/// Periods as "2020-01..2021, 2022..open".
fn show(periods: &[Period]) -> String {
    let period = |period: &Period| match period.to {
        End::On(to) => format!("{}..{to}", period.from),
        End::Open => format!("{}..open", period.from),
    };
    periods.iter().map(period).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check_fields(start: &str, end: &str, expected: &str) {
    let (periods, faults) = parse_periods(Some(start), Some(end), None);
    assert_eq!(
        (show(&periods).as_str(), faults.as_slice()),
        (expected, &[][..]),
        "{start} / {end}"
    );
}

#[track_caller]
fn check_range(range: &str, expected: &str) {
    let (periods, faults) = parse_periods(None, None, Some(range));
    assert_eq!(
        (show(&periods).as_str(), faults.as_slice()),
        (expected, &[][..]),
        "{range}"
    );
}

#[track_caller]
fn check_faults(start: &str, end: &str, range: &str, expected: &[DateFault]) {
    let (periods, faults) = parse_periods(Some(start), Some(end), Some(range));
    assert_eq!(
        (show(&periods).as_str(), faults.as_slice()),
        ("", expected),
        "{start} / {end} / {range}"
    );
}

#[test]
fn numbers() {
    check_date("2022", "2022");
    check_date("2022-04", "2022-04");
    check_date(" 2022-04-17 ", "2022-04-17");
    check_date("2021-11-1", "2021-11-01");
    check_date("2026.04", "2026-04");
    check_date("2020/10", "2020-10");
    check_date("2020/1/5", "2020-01-05");
    check_date("05/2016", "2016-05");
    check_date("5.2016", "2016-05");
    check_date("05-2016", "2016-05");
    check_date("07/16", "2016-07");
    check_date("3/5/2021", "2021-03-05");
    check_date("15/3/2021", "2021-03-15");
    check_date("04.03.2021", "2021-03-04");
    check_date("25-03-2021", "2021-03-25");
    check_date("'16", "2016");
    check_date("’98", "1998");
    check_date("2021-03-01T00:00:00Z", "2021-03-01");
    check_date("2021-03-01T00:00:00.000-05:00", "2021-03-01");
    check_date("2021-03-01 12:30", "2021-03-01");
}

#[test]
fn names_of_months() {
    check_date("July 2025", "2025-07");
    check_date("Sept. 2020", "2020-09");
    check_date("Jul, 2024", "2024-07");
    check_date("2022 Jan", "2022-01");
    check_date("2022-Jan-05", "2022-01-05");
    check_date("Apr'22", "2022-04");
    check_date("Aug '18'", "2018-08");
    check_date("Jan-20", "2020-01");
    check_date("May-2025", "2025-05");
    check_date("Nov/2023", "2023-11");
    check_date("1 May 2023", "2023-05-01");
    check_date("1st of May, 2023", "2023-05-01");
    check_date("1-May-2023", "2023-05-01");
    check_date("Jun 15, 2026", "2026-06-15");
    check_date("June 15th 2026", "2026-06-15");
    check_date("Expected Dec 2025", "2025-12");
    check_date("May 2026 (expected)", "2026-05");
    check_date("1. März 2021", "2021-03-01");
    check_date("15 de marzo de 2021", "2021-03-15");
    check_date("février\u{a0}2021", "2021-02");
    check_date("setembro de 2021", "2021-09");
    check_date("gennaio 2021", "2021-01");
    check_date("март 2021 г.", "2021-03");
    check_date("май 2021 года", "2021-05");
}

#[test]
fn seasons_quarters_and_marks() {
    check_date("Spring 2019", "2019-03");
    check_date("Summer 2019", "2019-06");
    check_date("Fall 2019", "2019-09");
    check_date("2020 Winter", "2020-12");
    check_date("осень 2025", "2025-09");
    check_date("Q1 2020", "2020-01");
    check_date("Q4'20", "2020-10");
    check_date("2020 Q3", "2020-07");
    check_date("2025년 12월", "2025-12");
    check_date("2020年10月", "2020-10");
    check_date("2020年10月3日", "2020-10-03");
    check_date("2020年", "2020");
}

#[test]
fn of_day_and_month_in_doubt_the_year_is_left() {
    check_date("05-07-2020", "2020");
    check_date("15-07-2020", "2020-07-15");
    check_date("07-15-2020", "2020-07-15");
    check_date("05/07/2020", "2020-05-07");
    check_date("05.07.2020", "2020-07-05");
}

#[test]
fn no_date() {
    for text in ["", "  ", "--", " -- ", "-", "–"] {
        assert_eq!(parse_date(text), Ok(None), "{text}");
    }
    for text in [
        "submitted",
        "TBD",
        "2015-undefined-undefined",
        "Present",
        "2021-2022",
        "May 12",
        "16",
        "20210431",
        "202113",
        "012020",
        "2013-17",
        "2020/21",
        "until 2020",
        "early 2020/21",
        "mid",
        "2022 May 2023",
        "Jul",
        "2020?",
        "3 months",
        "Expected",
        "2019/2020",
    ] {
        assert_eq!(parse_date(text), Err(Unreadable), "{text}");
    }
    for text in [
        "2022-13",
        "2022-00",
        "2022-02-31",
        "2018-06-31",
        "2021-02-29",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "9999-12-31",
        "1949",
        "13/2020",
        "31 April 2020",
        "0000-00-00",
        "2022-13",
        "2013-31",
    ] {
        assert_eq!(parse_date(text), Err(Impossible), "{text}");
    }
}

#[test]
fn start_and_end() {
    check_fields("2020-01", "2021-06", "2020-01..2021-06");
    check_fields("2020-01", "2020", "2020-01..2020");
    check_fields("2020-05-17", "2020-05", "2020-05-17..2020-05");
    check_fields("2020", "", "2020..open");
    check_fields("Jan 2020", " -- ", "2020-01..open");
    check_fields("2020 -", "2022", "2020..2022");
    check_fields("Since May 2020", "", "2020-05..open");
    check_fields("", "2020-05", "");
    check_fields("", "", "");
    check_fields("", "May 2020 - Jun 2021", "2020-05..2021-06");
    check_fields("2017-05 - 2019-04, 2025-02", "", "2017-05..2019-04, 2025-02..open");
    check_fields(
        "2017-05 - 2019-04, 2025-02",
        "2025-06",
        "2017-05..2019-04, 2025-02..2025-06",
    );
    check_fields("2021, 2022", "", "2021..2021, 2022..2022");
    check_fields("2016 ~ 2020", "", "2016..2020");
    let (periods, _) = parse_periods(Some("2020"), None, Some("2021-2022"));
    assert_eq!(show(&periods), "2020..open");
}

#[test]
fn the_present() {
    for end in [
        "present",
        "Present",
        "NOW",
        "today",
        "Current",
        "currently",
        "Ongoing",
        "Pres.",
        "till date",
        "to date",
        "- Present",
        "heute",
        "bis heute",
        "aktuell",
        "présent",
        "aujourd'hui",
        "Aujourd’hui",
        "en cours",
        "actualidad",
        "la actualidad",
        "presente",
        "atual",
        "至今",
        "现在",
        "現在",
        "현재",
        "по настоящее время",
        "наст. время",
        "н.в.",
        "(present)",
    ] {
        check_fields("2020-01", end, "2020-01..open");
    }
}

#[test]
fn ranges_in_one_field() {
    check_range("Dec 2024 - Present", "2024-12..open");
    check_range("Jul, 2024 – Sep, 2025", "2024-07..2025-09");
    check_range("07/16 - 08/17", "2016-07..2017-08");
    check_range("Aug '18 - Aug '23", "2018-08..2023-08");
    check_range("Jun '16 - Aug '16'", "2016-06..2016-08");
    check_range("Sep '23 - ", "2023-09..open");
    check_range("2016 ~ 2020", "2016..2020");
    check_range("2023~", "2023..open");
    check_range("2020/10至今", "2020-10..open");
    check_range("2020.10-2021.5", "2020-10..2021-05");
    check_range("2020年3月-6月", "2020-03..2020-06");
    check_range("2019年4月〜現在", "2019-04..open");
    check_range("2021-2022", "2021..2022");
    check_range("2017-05-2019-04", "2017-05..2019-04");
    check_range("2013–17", "2013..2017");
    check_range("May–Jun 2025", "2025-05..2025-06");
    check_range("Jun – Jul, 2024", "2024-06..2024-07");
    check_range("Jun 5 - Jul 10, 2024", "2024-06-05..2024-07-10");
    check_range("2016 (Nov – Dec)", "2016-11..2016-12");
    check_range("(2019 - 2021)", "2019..2021");
    check_range("von Mai 2019 bis heute", "2019-05..open");
    check_range("с мая 2019 по настоящее время", "2019-05..open");
    check_range("de marzo de 2019 a junio de 2020", "2019-03..2020-06");
    check_range("Jan 2020 -- Mar 2021 · 1 yr 3 mos", "2020-01..2021-03");
    check_range("Jan 2020 - Mar 2021 | Berlin", "2020-01..2021-03");
}

#[test]
fn single_dates_in_a_range_field() {
    check_range("2021", "2021..2021");
    check_range("May 2023", "2023-05..2023-05");
    check_range("Summer 2019", "2019-06..2019-08");
    check_range("2020 Spring, 2022 Winter", "2020-03..2020-05, 2022-12..2023-02");
    check_range("since 2020", "2020..open");
    check_range("Ongoing", "");
    check_range(" -- ", "");
}

#[test]
fn faults() {
    check_faults("2022-02-31", "", "", &[Impossible]);
    check_faults("2020-01", "2022-02-31", "", &[Impossible]);
    check_faults("TBD", "2022-13", "", &[Unreadable, Impossible]);
    check_faults("2015-undefined-undefined", "2016", "", &[Unreadable]);
    check_faults("2020-01", "TBD", "", &[Unreadable]);
    check_faults("2020-01", "2019-12", "", &[EndBeforeStart]);
    check_faults("2020-01-05", "2020-01-04", "", &[EndBeforeStart]);
    check_faults("", "", "2021 - 2020", &[EndBeforeStart]);
    check_faults("", "", "Nov – Feb 2025", &[EndBeforeStart]);
    check_faults("", "", "Jan 2020 - 13/2021", &[Impossible]);
    check_faults("", "", "submitted", &[Unreadable]);
    check_faults("Present", "", "", &[Unreadable]);
    check_faults("2020-01", "2021 - 2022", "", &[Unreadable]);
    check_faults("2017 - 2019, 2025-02", "2024", "", &[EndBeforeStart]);
}

proptest! {
    #[test]
    fn never_panics(text in "([0-9]{1,8}|[-–~/.,'() ]|May|Winter|Q|T|to|now|early|since|until|年|月|至今|\\PC){0,12}") {
        let _ = parse_date(&text);
        let _ = parse_periods(Some(&text), Some("2020"), None);
        if let Some((range, _)) = find_range(&text) {
            prop_assert!(!text[range].trim().is_empty());
        }
    }

    #[test]
    fn reads_what_it_writes(year in 1971..2101_i16, month in 1..13_i8, day in 1..29_i8) {
        for date in [
            PartialDate { year, month: None, day: None },
            PartialDate { year, month: Some(month), day: None },
            PartialDate { year, month: Some(month), day: Some(day) },
        ] {
            prop_assert_eq!(parse_date(&date.to_string()), Ok(Some(date)));
        }
    }
}

#[test]
fn dates_of_json_resume_are_read_as_all_others() {
    for year in 1948..2102 {
        for month in 0..14 {
            let mut texts = vec![format!("{year}-{month:02}")];
            texts.extend((0..33).map(|day| format!("{year}-{month:02}-{day:02}")));
            for text in texts {
                let found = iso(&text).map(|date| Ok(Said::One(Item::One(date))));
                assert!(found.is_none_or(|found| found == said(&text)), "{text}");
            }
        }
    }
    assert!(iso("2020-05").is_some() && iso("2020-05-17").is_some());
    for text in [
        "",
        "2020",
        "2020-5",
        "2020-05-",
        "+020-05",
        "2020-05-1é",
        "1970-01-01",
        "2021-02-29",
    ] {
        assert_eq!(iso(text), None, "{text}");
    }
}

//! Cases of date fields in many languages and habits: words for the present, parts of a year, years written as one.

use super::*;

#[test]
fn the_present_in_many_languages() {
    for end in [
        "heden",
        "tot heden",
        "nu",
        "nuvarande",
        "pågående",
        "i dag",
        "nå",
        "nåværende",
        "nuværende",
        "obecnie",
        "teraz",
        "do dziś",
        "do teraz",
        "do chwili obecnej",
        "současnost",
        "dosud",
        "súčasnosť",
        "jelenleg",
        "jelen",
        "prezent",
        "în prezent",
        "halen",
        "günümüz",
        "Devam ediyor",
        "Halen devam ediyor",
        "nykyinen",
        "nykyhetki",
        "σήμερα",
        "ΣΗΜΕΡΑ",
        "έως σήμερα",
        "hiện tại",
        "nay",
        "đến nay",
        "حتى الآن",
        "الآن",
        "حاليًا",
        "היום",
        "עד היום",
        "현재",
        "현재까지",
        "재직 중",
        "現在",
        "現在に至る",
        "至今",
        "danas",
        "sada",
        "теперь",
        "зараз",
        "по сей день",
        "дотепер",
        "sekarang",
        "sampai sekarang",
        "saat ini",
        "वर्तमान",
        "ปัจจุบัน",
    ] {
        check_fields("2020-01", end, "2020-01..open");
        check_range(&format!("2020-01 - {end}"), "2020-01..open");
    }
}

#[test]
fn the_present_with_a_remark() {
    for end in [
        "Present (2026)",
        "Present (2 years)",
        "present (full-time)",
        "Present - ongoing",
        "Present / current",
        "(Present) (2026)",
        "- Present [remote]",
        "to the present day",
        "currently working",
    ] {
        check_fields("2020-01", end, "2020-01..open");
    }
    check_range("2020 - Present (2026)", "2020..open");
    check_range("Jan 2020 – Present (3 yrs 2 mos)", "2020-01..open");
    check_range("2020 onwards", "2020..open");
    check_range("2020+", "2020..open");
}

#[test]
fn words_and_marks_beside_dates() {
    check_fields("2020", "*Present*", "2020..open");
    check_range("Expected: May 2026", "2026-05..2026-05");
    check_range("Fall semester 2019", "2019-09..2019-11");
    check_range("FY 2019 - FY 2021", "2019..2021");
    check_range("Jan 2020 – Mar 2021 · 1 año 3 meses", "2020-01..2021-03");
    check_range("2019.3 ~ 2021.2 (2년)", "2019-03..2021-02");
    check_range("(2 years) 2019-2021", "2019..2021");
    check_range("Okt. 2019 - lfd.", "2019-10..open");
    check_range("с 01.2019 по наст. вр.", "2019-01..open");
    // What may be another date makes the field unreadable rather than half read.
    check_faults("", "", "2018 - 2019 Berlin, Mar 20 - Apr 21", &[Unreadable]);
    check_faults("", "", "2018 - 2019 Berlin 2021", &[Unreadable]);
}

#[test]
fn words_for_the_present_stand_where_an_end_is_expected() {
    for start in ["nu", "nay", "jelen", "nå", "halen"] {
        check_faults(start, "", "", &[Unreadable]);
        check_faults(start, "2020", "", &[Unreadable]);
    }
    for end in ["Nu Skin", "Nay Pyi Taw", "NA", "jelen tok", "numb"] {
        check_faults("2020-01", end, "", &[Unreadable]);
        check_faults("", "", &format!("2020 - {end}"), &[Unreadable]);
    }
}

#[test]
fn thirds_of_a_year_start_in_their_middle() {
    for (early, mid, late) in [
        ("early 2020", "mid 2020", "late 2020"),
        ("Early-2020", "Mid-2020", "Late-2020"),
        ("beginning of 2020", "middle of 2020", "end of 2020"),
        ("start of the year 2020", "mid2020", "the end of 2020"),
        ("Anfang 2020", "Mitte 2020", "Ende 2020"),
        (
            "Anfang des Jahres 2020",
            "Mitte des Jahres 2020",
            "Ende des Jahres 2020",
        ),
        ("début 2020", "mi-2020", "fin 2020"),
        ("principios de 2020", "mediados de 2020", "finales de 2020"),
        ("a principios de 2020", "a mediados del 2020", "a finales de 2020"),
        ("início de 2020", "meados de 2020", "fim de 2020"),
        ("inizio 2020", "metà 2020", "fine 2020"),
        ("начало 2020", "середина 2020", "конец 2020 года"),
    ] {
        check_fields(early, "2021", "2020-02..2021");
        check_fields(mid, "2021", "2020-06..2021");
        check_fields(late, "2021", "2020-10..2021");
        check_fields("2019-01", early, "2019-01..2020-04");
        check_fields("2019-01", mid, "2019-01..2020-08");
        check_fields("2019-01", late, "2019-01..2020-12");
    }
    check_range("early 2020 - late 2021", "2020-02..2021-12");
    check_range("since early 2020", "2020-02..open");
    check_date("early May 2020", "2020-05");
    check_date("Ende Mai 2020", "2020-05");
    check_date("mid-January 2020", "2020-01");
}

#[test]
fn parts_of_a_year_end_with_their_last_month() {
    check_fields("Q1 2020", "Q4 2021", "2020-01..2021-12");
    check_fields("H1 2020", "H2 2020", "2020-01..2020-12");
    check_fields("2H20 ", "1. Halbjahr 2021", "2020-07..2021-06");
    check_fields("Spring 2020", "Fall 2021", "2020-03..2021-11");
    check_fields("summer 2020", "summer 2020", "2020-06..2020-08");
    check_fields("2020 Q3", "", "2020-07..open");
    check_range("Q1 2020 to Q4 2021", "2020-01..2021-12");
    check_range("Q1 – Q3 2020", "2020-01..2020-09");
    check_range("2020 Q1 – Q3", "2020-01..2020-09");
    check_range("Q1/Q2 2020", "2020-01..2020-06");
    check_range("Spring/Summer 2020", "2020-03..2020-08");
    check_range("Fall 2019 - Winter 2019", "2019-09..2020-02");
    check_date("first quarter of 2020", "2020-01");
    check_date("2nd half 2020", "2020-07");
    check_date("2. Quartal 2020", "2020-04");
    check_date("Quarter 4, 2020", "2020-10");
    check_date("4Q20", "2020-10");
    check_date("Summer 19", "2019-06");
    check_date("2020H2", "2020-07");
}

#[test]
fn winters_belong_to_two_years() {
    check_date("Winter 2019/2020", "2019-12");
    check_date("Winter 2019-20", "2019-12");
    check_date("WS 2019/20", "2019-10");
    check_range("WS 19/20 - SS 2021", "2019-10..2021-09");
    check_range("Winter 2019/2020", "2019-12..2020-02");
    check_range("Dec 2019 - Winter 2019/20", "2019-12..2020-02");
    check_range("Winter 2020 - Spring 2020", "2020-01..2020-05");
    check_fields("Winter 2020", "2021-06", "2020-12..2021-06");
    check_fields("Winter 2020", "2020-06", "2020-01..2020-06");
}

#[test]
fn years_written_as_one() {
    for years in [
        "2020/21",
        "2020-21",
        "2020/2021",
        "2020-2021",
        "2020 / 21",
        "AY 2020/21",
        "Academic year 2020-21",
    ] {
        check_fields(years, "", "2020..2021");
        check_range(years, "2020..2021");
    }
    check_range("2019/20", "2019..2020");
    check_range("1999-00", "1999..2000");
    check_range("2015-19", "2015..2019");
    check_range("2018/19 - 2020/21", "2018..2021");
    check_range("2019/20, 2021/22", "2019..2020, 2021..2022");
    check_range("2019/20 - present", "2019..open");
    check_fields("2018/19", "2020/21", "2018..2021");
    check_fields("2018-19", "2021-06", "2018..2021-06");
    check_fields("2019/20", "present", "2019..open");
    check_date("2020-11", "2020-11");
    check_date("2009-10", "2009-10");
    check_date("2011/12", "2011-12");
}

#[test]
fn dates_about_right() {
    for start in [
        "~2020",
        "~ 2020",
        "c. 2020",
        "ca. 2020",
        "circa 2020",
        "approx. 2020",
        "around 2020",
        "etwa 2020",
        "≈2020",
    ] {
        check_fields(start, "2021", "2020..2021");
        check_fields("2019", start, "2019..2020");
    }
    check_range("~2018 - ~2020", "2018..2020");
    check_range("2018~2020", "2018..2020");
}

#[test]
fn iso_without_hyphens_and_intervals() {
    check_date("20200115", "2020-01-15");
    check_date("202001", "2020-01");
    check_range("202001-202112", "2020-01..2021-12");
    check_fields("2020-01/2021-12", "", "2020-01..2021-12");
    check_range("2020-01/2021-12", "2020-01..2021-12");
    check_range("2020-01-15/2021-12-31", "2020-01-15..2021-12-31");
    check_range("20200115/20211231", "2020-01-15..2021-12-31");
    check_range("2020/2021-06", "2020..2021-06");
    check_range("2020-01/..", "2020-01..open");
    check_range("2020-01/", "2020-01..open");
    check_faults("", "", "2021-12/2020-01", &[EndBeforeStart]);
}

#[test]
fn months_of_other_languages() {
    check_range("stycznia 2020 – września 2021", "2020-01..2021-09");
    check_range("październik 2019 - grudzień 2020 r.", "2019-10..2020-12");
    check_range("od března 2019 do července 2021", "2019-03..2021-07");
    check_range("maart 2019 t/m mei 2020", "2019-03..2020-05");
    check_range("Ocak 2020 - Ağustos 2021", "2020-01..2021-08");
    check_range("січень 2020 - червень 2021", "2020-01..2021-06");
    check_range("Ιανουάριος 2020 – Μάιος 2021", "2020-01..2021-05");
    check_range("يناير 2020 - الآن", "2020-01..open");
    check_range("Tháng 3/2020 - Tháng 5/2021", "2020-03..2021-05");
    check_date("2020. január 15.", "2020-01-15");
}

#[test]
fn blanks_and_dots_within_a_date() {
    check_date("15. 03. 2021", "2021-03-15");
    check_date("12 / 2020", "2020-12");
    check_date("2020.", "2020");
    check_range("2020. 3. ~ 2021. 2.", "2020-03..2021-02");
    check_range("01.2020. - 03.2021.", "2020-01..2021-03");
    check_range("03.20 - 05.21", "2020-03..2021-05");
    check_date("15 Mar 21", "2021-03-15");
    check_date("05 2016", "2016-05");
    check_range("Jun19 - Aug20", "2019-06..2020-08");
    check_date("March 1, 2020 12:00 AM", "2020-03-01");
    check_date("12/31/2020 12:00:00 AM", "2020-12-31");
    check_range("２０２０年４月〜現在", "2020-04..open");
    check_fields("2019", "- Dec 2020", "2019..2020-12");
    check_fields("2019", "until 2020", "2019..2020");
    check_fields("in 2019", "", "2019..open");
    check_range("May/June 2020", "2020-05..2020-06");
    check_date("class of 2020", "2020");
}

//! Statements of a level as they stand in fields, and what each says.

use super::*;

#[track_caller]
fn check(text: &str, expected: Option<Level>) {
    assert_eq!(stated_level(text), expected, "{text}");
}

/// Each of the texts, parted by dots, states the level.
#[track_caller]
fn all(expected: Level, texts: &str) {
    for text in texts.split(" · ") {
        check(text, Some(expected));
    }
}

/// None of the texts states a level.
#[track_caller]
fn none(texts: &str) {
    for text in texts.split(" · ") {
        check(text, None);
    }
}

#[test]
fn words_state_levels() {
    all(
        Level::Beginner,
        "beginer · Basic · Familiar with · some experience · Entry-level · very basic · Newbie",
    );
    all(
        Level::Intermediate,
        "Solid · Working Knowledge · intermidiate · at an intermediate level · Good · Mid",
    );
    all(
        Level::Advanced,
        "Advanced · Mid-Senior · Strong · Highly proficient · Very good · Advanced user · profficient \
         · Level: advanced",
    );
    all(
        Level::Expert,
        " mastery  · Master · expert-level · Expert level · EXPERT! · (expert) · Expert knowledge",
    );
    check("", None);
    none(
        "Apache Kafka, Spark, Hadoop · primary · level · Advanced, Java · Python (advanced) \
         · Expert: Python",
    );
}

#[test]
fn words_of_other_languages_state_levels() {
    all(
        Level::Beginner,
        "初级 · 初級 · 초급 · débutant · Básico · Grundkenntnisse · początkujący · начальный · Base",
    );
    all(
        Level::Intermediate,
        "中级 · 中級 · 중급 · gut · intermédiaire · Średniozaawansowany · Intermediário · средний \
         · gute Kenntnisse",
    );
    all(
        Level::Advanced,
        "高级 · 上級 · 고급 · sehr gut · avancé · avanzado · avançado · zaawansowany · продвинутый \
         · Nivel avanzado · avance\u{301} · ADVANCED · Ａｄｖａｎｃｅｄ · fortgeschrittene Kenntnisse · Gevorderd \
         · İleri · 上級者",
    );
    all(
        Level::Expert,
        "精通 · 专家 · 전문가 · Experte · Esperto · эксперт · Expertenkenntnisse · Uzman",
    );
}

#[test]
fn shares_state_levels() {
    all(Level::Beginner, "1/5 · 2 of 5 · 30% · 0.3 · Level 1 · 1 star");
    all(
        Level::Intermediate,
        "3 · 60 · 3 von 5 · 5/10 · 60 percent · 3 (of 5) · Stufe 3",
    );
    all(
        Level::Advanced,
        "80% · 80 % · 4/5 · 4,0/5 · Level 4 · 4 stars · 4 out of 5 stars · ~80% · 80-90% · 8/10 · 80%+",
    );
    all(Level::Expert, "5/5 · 95 · 4.5/5 · 10/10 · 100% · 5-star · 1.0/1.0");
    none("0 · 250 · 7/0 · nan · 1e999 · 5/2019 · 2015 · -1 · 7/5 · % · /5 · 4/ · ٣ · v3");
}

#[test]
fn a_bare_number_counts_what_the_field_counts() {
    let check = |text: &str, measure: Measure, expected: Option<Level>| {
        assert_eq!(stated_as(text, measure), expected, "{text} {measure:?}");
    };
    check("6", Measure::Years, Some(Level::Expert));
    check("5", Measure::Years, Some(Level::Advanced));
    check("5+", Measure::Years, Some(Level::Advanced));
    check("0.5", Measure::Years, Some(Level::Beginner));
    check("6 years", Measure::Years, Some(Level::Expert));
    check("advanced", Measure::Years, Some(Level::Advanced));
    check("2015", Measure::Years, None);
    check("0", Measure::Years, None);
    check("18", Measure::Months, Some(Level::Intermediate));
    check("5", Measure::PointsOf(100.0), Some(Level::Beginner));
    check("0.9", Measure::PointsOf(100.0), Some(Level::Expert));
    check("3", Measure::PointsOf(3.0), Some(Level::Expert));
}

#[test]
fn rows_of_signs_state_levels() {
    all(Level::Beginner, "★ · ★★ · ●○○○○ · ▰▱▱▱ · **");
    all(Level::Intermediate, "●●●○○ · ⭐⭐⭐ · ★★☆ · ★★★ · *** · ■■■□□");
    all(Level::Advanced, "★★★★☆ · ★★★★ · ⭐️⭐️⭐️⭐️ · ████░ · ★★★½☆");
    all(Level::Expert, "★★★★★ · ●●●●●● · ***** · ⚫⚫⚫⚫⚫");
    none("☆☆☆☆☆ · ★ Python · -- · …");
    assert_eq!(level_of_signs(" ★★, ", "Python ★★★★★, Java ★★"), Some(Level::Beginner));
    assert_eq!(
        level_of_signs(" ★★, ", "Python ★★★★★★★★★★, Java ★★★★★★"),
        Some(Level::Beginner)
    );
    assert_eq!(level_of_signs("● ", "● Python"), None, "a bullet");
}

#[test]
fn years_state_levels() {
    all(
        Level::Beginner,
        "6 months · 0-1 years · <1 year · 0,5 Jahre · half a year · less than a year",
    );
    all(
        Level::Intermediate,
        "2 yrs · 1.5 years · 1,5 Jahre · a couple of years · 18 months · < 3 years",
    );
    all(
        Level::Advanced,
        "3-5 years · five years · 5 años · 5年 · 3年以上 · over 3 years",
    );
    all(
        Level::Expert,
        "10+ years · 11 years of experience · 6 лет · over ten years · a decade",
    );
}

#[test]
fn of_several_statements_the_lower_one_is_sure_and_a_word_comes_before_years() {
    all(
        Level::Intermediate,
        "Intermediate to advanced · intermediate/advanced · Intermediate - Expert · mid–senior",
    );
    all(
        Level::Expert,
        "Expert (10 years) · Expert (2 years) · Expert, 2 years · Expert. 10 years. · Expert | used daily · 2 years, expert",
    );
    all(
        Level::Advanced,
        "4 - very good · Advanced / Expert · 4/5 (expert) · Advanced with 5+ years",
    );
    none(
        "Expert, Java · 2019-2020 · advanced, good, strong, solid, basic · Basic, C, Java · - · to · () \
         · (10 years)x",
    );
}

#[test]
fn nothing_denies_but_a_word_for_it_or_zero() {
    for text in "none · No experience. · 0 · 0% · 0/5 · 0 years · ☆☆☆ · ○○○○○ · keine · want to learn · 0 of 10 \
         · 无"
        .split(" · ")
    {
        assert!(denies(text), "{text}");
    }
    for text in "0.5 · 0,5 Jahre · <1 year · 1 · 10% · 0-1 years · novice · nonetheless · 0 downtime · ★☆☆".split(" · ")
    {
        assert!(!denies(text), "{text}");
    }
}

// Whatever stands in a field for a level: every statement is cut somewhere inside signs, numbers and letters.
proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(text in "([★☆½0-9.,/%<>~+() -]|[a-zé]|years|Jahre|of|to|level|年|个月|expert|İ|\\PC){0,12}") {
        for measure in [Measure::Points, Measure::PointsOf(10.0), Measure::Years, Measure::Months] {
            let _ = stated_as(&text, measure);
        }
        let _ = (denies(&text), level_of_signs(&text, &text), years(&text), bare_years(&text, 1.0), only_years(&text));
    }
}

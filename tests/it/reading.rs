//! Resumes in the shapes that people really write: what is read from each.

use gapcheck::model::assessment::{Assessment, Status};
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Level;
use gapcheck::resume::Source;
use jiff::civil::date;
use std::sync::LazyLock;

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    gapcheck::profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults")
});

#[track_caller]
pub(super) fn assess(json: &str) -> Assessment<'static> {
    let source = Source::new(json.as_bytes().to_vec()).expect("a source");
    gapcheck::assess(&source, &PROFILE, date(2026, 11, 22)).expect("a resume")
}

#[track_caller]
pub(super) fn status(json: &str, skill: &str, expected: Option<Status>) {
    let assessment = assess(json);
    let id = PROFILE.taxonomy.find(skill).expect("a skill of the taxonomy");
    assert_eq!(assessment.finding(id).map(|f| f.status), expected, "{skill} in {json}");
}

#[track_caller]
fn level(json: &str, skill: &str, expected: Option<Level>) {
    let assessment = assess(json);
    let id = PROFILE.taxonomy.find(skill).expect("a skill of the taxonomy");
    assert_eq!(
        assessment.finding(id).and_then(|f| f.level),
        expected,
        "{skill} in {json}"
    );
}

/// Relevant and total years, one decimal.
#[track_caller]
fn years(work: &str, relevant: Option<f64>, total: Option<f64>) {
    let found = assess(&format!(r#"{{"work": [{work}]}}"#)).years;
    let tenth = |y: Option<f64>| y.map(|y| (y * 10.0).round() / 10.0);
    assert_eq!((tenth(found.relevant), tenth(found.total)), (relevant, total), "{work}");
}

#[track_caller]
fn warns(json: &str, code: &str) {
    let codes: Vec<&str> = assess(json).warnings.iter().map(|w| w.code).collect();
    assert!(codes.contains(&code), "{code} is not among {codes:?} for {json}");
}

#[test]
fn skills_are_read_in_every_shape() {
    let claimed = Some(Status::Claimed);
    status(
        r#"{"skills": [{"name": "Languages", "keywords": ["Python"]}]}"#,
        "python",
        claimed,
    );
    status(
        r#"{"skills": [{"name": "Python", "level": "Advanced"}]}"#,
        "python",
        claimed,
    );
    status(r#"{"skills": ["Python", "SQL"]}"#, "sql", claimed);
    status(r#"{"skills": "Python, SQL"}"#, "sql", claimed);
    status(r#"{"skills": {"Programming": ["Python"]}}"#, "python", claimed);
    status(r#"{"skills": {"Programming": "Python, SQL"}}"#, "sql", claimed);
    status(r#"{"skills": {"Python": 90}}"#, "python", claimed);
    status(
        r#"{"Technical skills": [{"name": "ML", "tools": "Python, c++"}]}"#,
        "c++",
        claimed,
    );
    status(r#"{"skills_by_category": {"AI": ["PyTorch"]}}"#, "pytorch", claimed);
    status(
        r#"{"sections": {"skills": {"items": [{"name": "PyTorch", "level": 4}]}}}"#,
        "pytorch",
        claimed,
    );
    status(
        r#"{"languages": [{"language": "Python"}, {"language": "English", "fluency": "Native speaker"}]}"#,
        "python",
        claimed,
    );
}

#[test]
fn work_demonstrates_wherever_its_words_stand() {
    let shown = Some(Status::Demonstrated);
    for work in [
        r#"{"work": [{"position": "x", "highlights": ["Trained it in PyTorch"]}]}"#,
        r#"{"work": [{"company": "x", "summary": "Trained it in PyTorch"}]}"#,
        r#"{"experience": [{"role": "x", "bullets": [{"text": "Trained it in PyTorch"}]}]}"#,
        r#"{"workExperience": [{"title": "x", "highlights": "Trained it in PyTorch"}]}"#,
        r#"{"Experience": ["Data Scientist Jan 2020 - Present", "Trained it in PyTorch"]}"#,
        r#"{"work": [{"position": "x", "technologies": ["PyTorch"]}]}"#,
        r#"{"projects": [{"name": "x", "description": "Trained it in PyTorch"}]}"#,
        r#"{"education": [{"area": "x", "thesis": "Trained it in PyTorch"}]}"#,
        r#"{"publications": {"Papers": [{"name": "Trained it in PyTorch"}]}}"#,
    ] {
        status(work, "pytorch", shown);
    }
}

#[test]
fn what_is_not_the_persons_own_is_not_read() {
    status(
        r#"{"references": [{"reference": "She knows PyTorch well enough"}], "work": []}"#,
        "pytorch",
        None,
    );
    status(
        r#"{"work": [{"name": "PyTorch Ltd", "location": "Java", "url": "https://spark.example/r"}]}"#,
        "pytorch",
        None,
    );
    status(
        r#"{"basics": {"name": "Julia Scala", "email": "rust@go.dev"}, "work": []}"#,
        "scala",
        None,
    );
    status(r#"{"meta": {"theme": "Kubernetes"}, "work": []}"#, "kubernetes", None);
    warns(
        r#"{"work": [{"name": "Pied Piper", "position": "CEO", "summary": "Built it in PyTorch"}]}"#,
        "template-text",
    );
}

#[test]
fn levels_are_read_where_they_say_something() {
    level(
        r#"{"skills": [{"name": "Python", "level": "Advanced"}]}"#,
        "python",
        Some(Level::Advanced),
    );
    level(
        r#"{"skills": [{"name": "Strong", "keywords": ["Python"]}]}"#,
        "python",
        Some(Level::Advanced),
    );
    level(
        r#"{"skills": {"Familiar": ["Python"]}}"#,
        "python",
        Some(Level::Beginner),
    );
    level(
        r#"{"skills": ["Python (Proficient)"]}"#,
        "python",
        Some(Level::Advanced),
    );
    level(
        r#"{"skills": [{"name": "x", "keywords": ["Python", "R"], "level": [90, 40]}]}"#,
        "r",
        Some(Level::Beginner),
    );
    let default = r#"{"skills": [{"name": "Python", "level": "Master"}, {"name": "SQL", "level": "Master"}, {"name": "R", "level": "Master"}]}"#;
    level(default, "python", None);
}

#[test]
fn a_level_that_denies_a_skill_denies_it() {
    status(r#"{"skills": [{"name": "R", "level": "no experience"}]}"#, "r", None);
    status(r#"{"skills": [{"name": "R", "level": "none"}]}"#, "r", None);
    status(r#"{"skills": {"R": 0, "Python": 80}}"#, "r", None);
}

#[test]
fn several_posts_with_one_employer_are_entries_of_their_own() {
    let posts = r#"{"company": "x", "positions": [
        {"title": "ML Engineer", "startDate": "2022-01", "endDate": "2023-12"},
        {"title": "Data Scientist", "startDate": {"year": 2020, "month": 1}, "endDate": {"year": 2021, "month": 12}}]}"#;
    years(posts, Some(4.0), Some(4.0));
}

#[test]
fn a_resume_under_one_key_is_read() {
    let wrapped = r#"{"profile": {"work": [{"position": "x", "summary": "Trained it in PyTorch"}]}}"#;
    status(wrapped, "pytorch", Some(Status::Demonstrated));
}

#[test]
fn the_employer_behind_a_title_is_no_skill() {
    status(
        r#"{"work": [{"position": "Engineer at Databricks"}]}"#,
        "databricks",
        None,
    );
}

#[test]
fn other_trades_make_no_years_of_the_field() {
    let sold = r#"{"position": "Recruiter", "startDate": "2020", "endDate": "2022", "summary": "Hired for machine learning and NLP"}"#;
    years(sold, Some(0.0), Some(2.0));
}

#[test]
fn years_are_the_union_of_periods() {
    let job = |title: &str, from: &str, to: &str| {
        format!(r#"{{"position": "{title}", "startDate": "{from}", "endDate": "{to}"}}"#)
    };
    years(&job("Data Scientist", "2020-01", "2021-12"), Some(2.0), Some(2.0));
    let two = [
        job("Data Scientist", "2020-01", "2021-12"),
        job("ML Engineer", "2021-01", "2022-12"),
    ]
    .join(",");
    years(&two, Some(3.0), Some(3.0));
    let other = [
        job("Data Scientist", "2020-01", "2020-12"),
        job("Nurse", "2010-01", "2014-12"),
    ]
    .join(",");
    years(&other, Some(1.0), Some(6.0));
    years(&job("ML Engineer", "2024-11-22", "Present"), Some(2.0), Some(2.0));
    years(&job("ML Engineer", "2016", "2018"), Some(2.0), Some(2.0));
    years(
        r#"{"position": "ML Engineer", "date": "Dec 2024 - Nov 2025"}"#,
        Some(1.0),
        Some(1.0),
    );
    years(r#"{"position": "ML Engineer"}"#, None, None);
}

#[test]
fn impossible_dates_count_for_nothing_and_warn() {
    years(
        r#"{"position": "ML Engineer", "startDate": "2022-01-01", "endDate": "2022-02-31"}"#,
        None,
        None,
    );
    warns(
        r#"{"work": [{"position": "x", "startDate": "2022-02-31"}]}"#,
        "impossible-date",
    );
    warns(
        r#"{"work": [{"position": "x", "startDate": "2022-05", "endDate": "2021-05"}]}"#,
        "end-before-start",
    );
    warns(
        r#"{"work": [{"position": "x", "startDate": "whenever"}]}"#,
        "unreadable-date",
    );
    warns(r#"{"work": 5, "skills": ["Python"]}"#, "unreadable-section");
    warns("{\"work\": [], // mine\n \"skills\": [\"Python\",]}", "comment");
}

#[test]
fn dates_stand_under_keys_of_many_languages() {
    for (from, to) in [
        ("inicio", "fin"),
        ("von", "bis"),
        ("début", "fin"),
        ("início", "fim"),
        ("inizio", "fine"),
        ("開始日", "終了日"),
    ] {
        years(
            &format!(r#"{{"position": "Data Scientist", "{from}": "2020-01", "{to}": "2021-12"}}"#),
            Some(2.0),
            Some(2.0),
        );
    }
}

#[test]
fn titles_say_the_field_in_many_languages() {
    let entry = |title: &str| format!(r#"{{"position": "{title}", "startDate": "2020-01", "endDate": "2021-12"}}"#);
    for title in [
        "KI-Entwickler",
        "Ingénieur IA",
        "Ingeniera de IA",
        "Künstliche Intelligenz, Werkstudentin",
        "Chef de projet data",
        "Marketing Data Scientist",
        "Sales Data Analyst",
    ] {
        years(&entry(title), Some(2.0), Some(2.0));
    }
    for title in [
        "Marketing Manager, AI products",
        "Recruiter (Data Scientist roles)",
        "Sales Engineer, Machine Learning",
    ] {
        years(&entry(title), Some(0.0), Some(2.0));
    }
}

#[test]
fn what_has_not_begun_shows_nothing() {
    let future = r#"{"work": [{"position": "ML Engineer", "startDate": "2027-01", "summary": "Wrote PyTorch models for the shop."}]}"#;
    status(future, "pytorch", Some(Status::Claimed));
    warns(future, "not-begun");
    assert!(assess(future).years.entries.is_empty());
    assert_eq!(assess(future).years.total, None);
}

#[test]
fn a_short_line_with_a_deed_is_one() {
    for (line, skill) in [
        ("Trained churn models", "model-ownership"),
        ("Built churn model", "churn-prediction"),
        ("Brought models into production", "production-ml"),
    ] {
        let resume =
            format!(r#"{{"work": [{{"position": "ML Engineer", "startDate": "2020-01", "highlights": ["{line}"]}}]}}"#);
        status(&resume, skill, Some(Status::Demonstrated));
    }
    // A list behind the deed is one all the same.
    let resume = r#"{"work": [{"position": "ML Engineer", "startDate": "2020-01",
        "highlights": ["Trained churn models. Tools: Mentoring, Python"]}]}"#;
    status(resume, "mentoring", Some(Status::Claimed));
    for (line, skill) in [
        ("Models in production", "production-ml"),
        ("Mentoring, Python", "mentoring"),
    ] {
        let resume =
            format!(r#"{{"work": [{{"position": "ML Engineer", "startDate": "2020-01", "highlights": ["{line}"]}}]}}"#);
        status(&resume, skill, Some(Status::Claimed));
    }
}

#[test]
fn who_writes_software_in_another_trade_writes_software() {
    for (title, adjacent) in [
        ("Software Design Engineer", true),
        ("Linux Driver Developer", true),
        ("Communications Engineer", true),
        ("Delivery Driver", false),
        ("Sales Engineer", false),
    ] {
        let a = assess(&format!(
            r#"{{"work": [{{"position": "{title}", "startDate": "2020-01", "endDate": "2021-12"}}]}}"#
        ));
        assert_eq!(a.years.from_adjacent > 0.9, adjacent, "{title}");
    }
}

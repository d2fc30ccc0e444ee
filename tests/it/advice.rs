//! What a resume could show better: each kind where it is due and nowhere else, at most ten, each at a line that is there.

use super::examples::{self, profile};
use gapcheck::model::suggestion::Suggestion;
use gapcheck::profile::backgrounds;
use gapcheck::resume::Source;
use gapcheck::{advise, assess};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::{Value, json};

const AS_OF: Date = date(2026, 11, 22);

/// A resume that leaves nothing to suggest.
fn good() -> Value {
    json!({
        "basics": {"label": "Machine Learning Engineer", "summary": "Builds ranking models in Python and PyTorch."},
        "work": [
            {
                "position": "Senior Machine Learning Engineer",
                "startDate": "2022-07",
                "highlights": [
                    "Owned the ranking model end to end in PyTorch and deployed it to production on Kubernetes for 3 million users.",
                    "Mentored two junior engineers for a year; both now ship models of their own.",
                    "Designed the serving platform on AWS for 40 million predictions a day."
                ]
            },
            {
                "position": "Data Scientist",
                "startDate": "2017-02",
                "endDate": "2022-06",
                "highlights": ["Cut the error of the demand forecast by 18 % with Python, pandas and Spark."]
            }
        ],
        "projects": [
            {"name": "Bird calls", "startDate": "2020", "endDate": "2026", "highlights": ["Trained a classifier for 120 kinds of bird calls with scikit-learn."]}
        ]
    })
}

fn advised(resume: &Value) -> (String, Vec<Suggestion>) {
    let text = serde_json::to_string_pretty(resume).expect("JSON");
    let source = Source::new(text.clone().into_bytes()).expect("JSON");
    let profile = profile("senior-ml-engineer");
    let assessment = assess(&source, profile, AS_OF).expect("a resume");
    let backgrounds = backgrounds(profile).expect("no faults");
    (text, advise(&source, &assessment, &backgrounds).expect("a resume"))
}

/// The suggestions as `code pointer`.
fn codes(resume: &Value) -> Vec<String> {
    let (_, suggestions) = advised(resume);
    suggestions
        .iter()
        .map(|s| format!("{} {}", s.kind.as_str(), s.place.pointer))
        .collect()
}

#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut resume = good();
    change(&mut resume);
    assert_eq!(codes(&resume), expected);
}

#[test]
fn nothing_is_suggested_where_nothing_is_left_to_show() {
    check(|_| {}, &[]);
    assert_eq!(codes(&json!({})), Vec::<String>::new());
}

#[test]
fn each_kind_has_its_line() {
    let job = |r: &mut Value, lines: Value| r["work"][0]["highlights"] = lines;
    check(
        |r| {
            job(
                r,
                json!([
                    "Owned the ranking model in PyTorch from end to end: 3 trainings a day.",
                    "Mentored two engineers."
                ]),
            )
        },
        &["production-unnamed /work/0"],
    );
    check(
        |r| {
            job(
                r,
                json!([
                    "Deployed the ranking model to production in PyTorch for 3 million users; designed its platform."
                ]),
            )
        },
        &["leadership-unnamed /work/0"],
    );
    check(
        |r| r["skills"] = json!([{"name": "ops", "keywords": ["Git", "CI/CD"]}]),
        &["never-shown /skills/0/keywords/0"],
    );
    check(
        |r| {
            r["work"][1]["highlights"] = json!([
                "Made the demand forecast better with Python and pandas.",
                "Moved it to Spark in 2019."
            ])
        },
        &["no-figures /work/1/highlights/0"],
    );
    check(
        |r| r["work"][1]["highlights"] = json!(["Cut the error of the demand forecast by 18 % by better features."]),
        &["no-tools /work/1"],
    );
    check(
        |r| {
            r["work"][1].as_object_mut().expect("an entry").remove("startDate");
            r["work"][1].as_object_mut().expect("an entry").remove("endDate");
        },
        &["undated /work/1"],
    );
    check(
        |r| {
            r["work"][1]["highlights"] =
                json!(["Cut the error of the demand forecast by 18 % with Python and pandas."]);
            r["projects"][0] = json!({"name": "Logs", "startDate": "2015", "endDate": "2016", "highlights": ["Counted 4 TB of logs with Hadoop."]});
        },
        &["stale /projects/0/highlights/0"],
    );
    check(
        |r| r["basics"] = json!({"label": "Curious mind", "summary": "Likes long walks."}),
        &["not-fitted /basics/label"],
    );
}

#[test]
fn a_skill_of_two_requirements_is_named_once() {
    let resume = json!({
        "work": [{"position": "ML Engineer", "startDate": "2020", "highlights": ["Trained models of many kinds for 3 shops."]}],
        "skills": [{"name": "Airflow"}],
    });
    let found = codes(&resume);
    let of_airflow = found
        .iter()
        .filter(|code| code.as_str() == "never-shown /skills/0/name")
        .count();
    assert_eq!(of_airflow, 1, "{found:?}");
}

#[test]
fn suggestions_name_the_guide_that_advises_them() {
    let mut resume = good();
    resume["work"][1]["highlights"] = json!(["Made the demand forecast better with Python and pandas."]);
    let (_, suggestions) = advised(&resume);
    let (guide, says) = suggestions[0].source.as_ref().expect("a guide");
    assert_eq!(guide, "skillexchange");
    assert!(says.contains("numbers"), "{says}");
}

/// Whether every suggestion points at something that is there, at the line and column where it stands.
fn are_placed(resume: &Value) -> Result<(), TestCaseError> {
    let (text, suggestions) = advised(resume);
    prop_assert!(suggestions.len() <= 10);
    for suggestion in &suggestions {
        let place = &suggestion.place;
        prop_assert!(resume.pointer(&place.pointer).is_some(), "{place:?}");
        let line = text.lines().nth(place.line - 1);
        prop_assert!(
            line.is_some_and(|line| place.column <= line.chars().count()),
            "{place:?}"
        );
    }
    Ok(())
}

#[test]
fn the_examples_are_advised_at_their_lines() {
    for (name, text) in examples::ALL {
        let resume = serde_json::from_str(text).expect(name);
        are_placed(&resume).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

proptest! {
    #[test]
    fn there_are_at_most_ten_each_at_a_line_that_is_there(resume in super::plans::resume()) {
        are_placed(&resume)?;
    }
}

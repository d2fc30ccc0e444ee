//! Answers as a resume: which field each stands in, and how a resume grows.

use gapcheck::model::answers::Answers;
use gapcheck::profile;
use gapcheck::resume::{Source, kept, write};
use serde_json::{Value, json};

fn answers(value: Value) -> Answers {
    serde_json::from_value(value).expect("answers")
}

fn written(base: Option<&str>, of: Value) -> Value {
    let profile = profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults");
    let wording = profile::wording().expect("no faults");
    let base = base.map(|text| Source::new(text.into()).expect("JSON"));
    let text = write(base.as_ref(), &answers(of), &profile, &wording);
    serde_json::from_str(&text).expect("it is JSON")
}

fn some() -> Value {
    json!({
        "roles": [{"title": "ML Engineer", "from": "2021-03"}],
        "certificates": [{"id": "google-pmle", "date": "2025-03"}],
        "answers": {
            "python-core": [
                {"skill": "python", "level": "advanced", "where": ["role 1"]},
                {"skill": "pandas", "where": ["role 1"]}
            ],
            "leadership": [{"skill": "mentoring", "what": "2 engineers.", "where": ["role 1"]}],
            "cloud": "none",
            "rag": "unknown"
        }
    })
}

#[test]
fn answers_stand_in_standard_fields() {
    let resume = written(None, some());
    let highlights = [
        "Used Python and Pandas.",
        "Mentored colleagues or students: 2 engineers.",
    ];
    assert_eq!(
        resume["work"],
        json!([{"position": "ML Engineer", "startDate": "2021-03", "highlights": highlights}])
    );
    assert_eq!(resume["skills"], json!([{"name": "Python", "level": "Advanced"}]));
    assert_eq!(resume["certificates"][0]["date"], "2025-03");
    assert_eq!(resume["meta"]["gapcheck"]["none"], json!(["cloud"]));
    assert_eq!(resume["meta"]["gapcheck"]["unknown"], json!(["rag"]));
}

#[test]
fn a_resume_is_added_to() {
    let base =
        r#"{"work": [{"position": "Developer", "highlights": ["x"]}], "skills": {"a": 1.50}, "meta": {"theme": "x"}}"#;
    let mut of = some();
    of["answers"]["python-core"][0]["where"] = json!(["/work/0"]);
    let resume = written(Some(base), of);
    assert_eq!(resume["work"][0]["highlights"], json!(["x", "Used Python."]));
    assert_eq!(resume["work"][1]["highlights"][0], "Used Pandas.");
    assert_eq!(resume["skills"], json!({"a": 1.5}));
    assert_eq!(
        resume["technicalSkills"],
        json!([{"name": "Python", "level": "Advanced"}])
    );
    assert_eq!(resume["meta"]["theme"], "x");
}

#[test]
fn what_was_kept_earlier_is_replaced() {
    let base = r#"{"work": [], "meta": {"gapcheck": {"format": "gapcheck.answers/1", "none": ["x"]}}}"#;
    let source = Source::new(base.into()).expect("JSON");
    assert_eq!(kept(&source).none, ["x"]);
    let resume = written(Some(base), json!({"answers": {"cloud": "none"}}));
    assert_eq!(resume["meta"]["gapcheck"]["none"], json!(["cloud"]));
}

//! Resumes that are far longer than any real one cost no more for each of their bytes: what looks back at all that came before, or
//! ahead at all that follows, for each word or entry would not come to its end here.

use crate::examples::assess;
use serde_json::{Value, json};

/// So many bytes of one text.
const LONG: usize = 400_000;

fn work(summary: &str) -> Value {
    json!({"work": [{"position": "ML Engineer", "startDate": "2020-01", "summary": summary}]})
}

/// Reads a resume with one line of the pattern again and again, in front of something that is no less found for it.
#[track_caller]
fn check(pattern: &str) {
    let text = pattern.repeat(LONG / pattern.len()) + " . Trained the ranking model in PyTorch.";
    let a = assess(&work(&text).to_string());
    assert!(a.skills.iter().any(|f| a.id(f.skill) == "pytorch"), "{pattern:?}");
}

#[test]
fn markup_that_never_ends() {
    check("<");
    check("a<b ");
    check("<a ");
}

#[test]
fn addresses_that_never_end() {
    check("a-b@");
    check("a@b ");
    check("a-");
}

#[test]
fn names_without_an_end() {
    check("BERT ");
    check("Spark, ");
    check("(R) ");
    check("not ");
}

#[test]
fn levels_without_an_end() {
    let words = "a ".repeat(LONG / 2);
    let a = assess(
        &json!({"skills": [{"name": "Python", "level": words}], "languages": [{"language": "Polish", "fluency": words}]})
            .to_string(),
    );
    assert_eq!(a.skills[0].level, None);
}

#[test]
fn titles_without_an_end() {
    for pattern in ["a@", "<", "<a href='", "Data Scientist, "] {
        let title = pattern.repeat(LONG / 4 / pattern.len());
        assess(&json!({"work": [{"position": title, "startDate": "2020-01"}]}).to_string());
    }
}

#[test]
fn entries_without_an_end() {
    let day = |number: usize| {
        format!(
            "{}-{:02}-{:02}",
            1950 + number / 300 % 70,
            number % 12 + 1,
            number % 28 + 1
        )
    };
    let jobs: Vec<Value> = (0..20_000)
        .map(|number| {
            let position = if number % 2 == 0 { "ML Engineer" } else { "Developer" };
            json!({"position": position, "startDate": day(number), "endDate": day(number + 1), "summary": "Wrote Python."})
        })
        .collect();
    let a = assess(&json!({"work": jobs}).to_string());
    assert!(a.years.total.is_some_and(|years| years > 1.0));
}

#[test]
fn fields_without_an_end() {
    for fields in [
        r#""subtitle": "x""#,
        r#""name": "x""#,
        r#""title": "A", "subtitle": "x""#,
        r#""roles": ["a"]"#,
    ] {
        let many = format!("{fields}, ").repeat(LONG / 4 / fields.len());
        let job = format!(
            r#"{{"work": [{{{many}"position": "Data Scientist", "date": "2020", "text": "Wrote PyTorch models."}}]}}"#
        );
        let a = assess(&job);
        assert!(a.skills.iter().any(|f| a.id(f.skill) == "pytorch"), "{fields}");
    }
}

#[test]
fn certificates_without_an_end() {
    let held = vec!["CKA"; LONG / 20];
    let a = assess(&json!({"certificates": held}).to_string());
    assert!(a.certificates.unknown.is_empty());
}

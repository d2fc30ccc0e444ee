//! How resumes are laid out: where sections stand, what they are called, and what they are wrapped in.

use super::reading::{assess, status};
use gapcheck::model::assessment::Status;

#[test]
fn sections_stand_in_a_list_with_their_headings() {
    let job = r#"{"title": "Data Scientist", "start": "2020-01", "end": "2021-12", "highlights": ["Wrote the models in PyTorch."]}"#;
    for (heading, held) in [
        ("title", "items"),
        ("heading", "entries"),
        ("type", "content"),
        ("name", "list"),
    ] {
        let resume = format!(
            r#"{{"sections": [{{"{heading}": "Experience", "{held}": [{job}]}}, {{"{heading}": "Skills", "{held}": ["SQL"]}}]}}"#
        );
        status(&resume, "pytorch", Some(Status::Demonstrated));
        status(&resume, "sql", Some(Status::Claimed));
        assert!(
            assess(&resume).years.relevant.is_some_and(|years| years > 1.9),
            "{resume}"
        );
    }
}

#[test]
fn sections_and_titles_have_keys_of_many_languages() {
    for (section, title) in [
        ("trabajos", "rol"),
        ("historial_laboral", "título"),
        ("expérience professionnelle", "intitulé"),
        ("beruflicher_werdegang", "rolle"),
        ("arbeitserfahrung", "funktion"),
        ("experiências", "função"),
        ("esperienza", "ruolo"),
    ] {
        let resume = format!(
            r#"{{"{section}": [{{"{title}": "Data Engineer", "start": "2020-01", "end": "2021-12", "text": "Wrote Spark jobs."}}]}}"#
        );
        assert!(
            assess(&resume).years.relevant.is_some_and(|years| years > 1.9),
            "{resume}"
        );
        status(&resume, "spark", Some(Status::Demonstrated));
    }
    // What somebody studied is no work, whatever the section is called.
    let studies = r#"{"parcours académique": [{"title": "Data Engineer", "start": "2020-01", "end": "2021-12"}]}"#;
    assert_eq!(assess(studies).years.relevant, None);
    status(
        r#"{"certs": ["Certified Kubernetes Administrator (CKA) - 2025"]}"#,
        "kubernetes",
        Some(Status::Certified),
    );
    status(
        r#"{"education": [{"institution": "U", "summary": "Masterarbeit: Objekterkennung mit PyTorch"}]}"#,
        "pytorch",
        Some(Status::Demonstrated),
    );
}

#[test]
fn a_section_wraps_its_entries() {
    // The FRESH format of HackMyResume, and the like.
    let jobs = r#"[{"employer": "Acme", "position": "Data Scientist", "start": "2019-01", "end": "2021-12",
        "highlights": ["Wrote the models in PyTorch."]},
        {"employer": "Beta", "position": "Data Scientist", "start": "2022-01", "end": "2022-12", "summary": "Wrote Spark jobs."}]"#;
    for wrapped in [
        format!(
            r#"{{"employment": {{"summary": "Six years of building models, mostly in Python", "history": {jobs}}}}}"#
        ),
        format!(r#"{{"work": {{"title": "Experience", "list": {jobs}}}}}"#),
        format!(r#"{{"experience": {{"count": 2, "entries": {jobs}}}}}"#),
    ] {
        let a = assess(&wrapped);
        assert!(
            a.years.relevant.is_some_and(|years| (years - 4.0).abs() < 0.1),
            "{wrapped}"
        );
        status(&wrapped, "pytorch", Some(Status::Demonstrated));
        status(&wrapped, "spark", Some(Status::Demonstrated));
    }
    status(
        r#"{"employment": {"summary": "Six years of building models for banks, mostly in Python", "history": [{"position": "Chef", "start": "2019"}]}}"#,
        "python",
        Some(Status::Claimed),
    );
    // A job with dates of its own is one, whatever stands in it.
    let job = r#"{"work": {"position": "Data Scientist", "start": "2019-01", "end": "2020-12", "phases": [{"name": "one", "start": "2019-01", "end": "2019-06"}]}}"#;
    assert!(assess(job).years.relevant.is_some_and(|years| years > 1.9));
    let studies = r#"{"education": {"degree": "MSc Statistics", "courses": [{"name": "Spark", "date": "2019"}]}}"#;
    status(studies, "statistics", Some(Status::Claimed));
}

//! `gapcheck questionnaire` without a terminal: forms, answers files, what is saved where, and what a resume leaves open.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::check::{SENIOR, said, write};
use super::cli::{check_refused, folder_with, run};
use serde_json::Value;
use std::fs;
use std::process::Output;
use tempfile::TempDir;

const ANSWERS: &str = r#"
format = "gapcheck.answers/1"
profile = "senior-ml-engineer"
roles = [{ title = "Machine Learning Engineer", from = "2019-01" }, { title = "Data Scientist", from = "2016", to = "2018" }]
certificates = [{ id = "google-pmle", date = "2025-03" }]

[answers]
cloud = "none"
statistics = "unknown"

[[answers.python-core]]
skill = "python"
level = "advanced"
where = ["role 1", "role 2"]
what = "wrote the features of eleven models"

[[answers.leadership]]
skill = "mentoring"
where = ["role 1"]
what = "2 engineers for a year"
"#;

pub(super) fn asked(folder: &TempDir, arguments: &[&str]) -> Output {
    run(
        folder,
        &[&["questionnaire", "--as-of", "2026-11-22"], arguments].concat(),
    )
}

pub(super) fn read(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).expect("a file")
}

#[test]
fn answers_of_a_file_give_the_report_of_the_resume_that_they_save() {
    let folder = folder_with("answers.toml", ANSWERS);
    let output = asked(
        &folder,
        &["--answers", "answers.toml", "--save", "cv.json", "--format", "json"],
    );
    let (code, report) = said(&output);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&output.stderr));
    let (_, assessed) = said(&run(
        &folder,
        &["assess", "cv.json", "--as-of", "2026-11-22", "--format", "json"],
    ));
    assert!(report == assessed, "the same bytes");
    let document: Value = serde_json::from_str(&report).expect("JSON");
    let skills = document["skills"].as_array().expect("a list");
    let python = skills.iter().find(|s| s["id"] == "python").expect("it was answered");
    assert_eq!(
        (&python["level"]["value"], &python["status"]),
        (&"advanced".into(), &"demonstrated".into())
    );
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        errors.contains("wrote cv.json") && errors.contains("statistics") && !errors.contains("cloud"),
        "{errors}"
    );
    // The same answers as JSON.
    let json = serde_json::to_string(&toml::from_str::<Value>(ANSWERS).expect("TOML")).expect("JSON");
    write(&folder, "answers.json", &json);
    assert_eq!(
        said(&asked(&folder, &["--answers", "answers.json", "--format", "json"])).1,
        report
    );
}

#[test]
fn the_example_is_read_as_meant() {
    let folder = folder_with("answers.toml", include_str!("../../examples/answers.toml"));
    let (code, report) = said(&asked(&folder, &["--answers", "answers.toml", "--format", "json"]));
    let document: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(code, 0);
    assert_eq!(
        (&document["stage"]["estimate"], &document["coverage"]["score"]),
        (&"mid".into(), &52.into())
    );
}

#[test]
fn the_form_is_an_answers_file() {
    let folder = folder_with("x", "");
    let (code, form) = said(&asked(&folder, &["--dump-questions"]));
    assert_eq!(code, 0);
    write(&folder, "form.toml", &form);
    assert_eq!(asked(&folder, &["--answers", "form.toml"]).status.code(), Some(0));
    // Filled in: every line that asks, with the # taken away.
    let lines = form.lines().map(|line| match line.strip_prefix("# ") {
        Some("title = \"…\"") => "title = \"ML Engineer\"",
        Some(rest) if rest.starts_with("[[") || rest.starts_with("from ") || rest.starts_with("to ") => rest,
        _ => line,
    });
    let roles: Vec<&str> = lines.take_while(|line| !line.starts_with("# python-core")).collect();
    write(&folder, "form.toml", &roles.join("\n"));
    let output = asked(&folder, &["--answers", "form.toml"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    // For another program: the same ids.
    let (_, json) = said(&asked(&folder, &["--dump-questions=json"]));
    let document: Value = serde_json::from_str(&json).expect("JSON");
    let ids: Vec<&str> = document["questions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|q| q["id"].as_str().expect("an id"))
        .collect();
    assert!(
        ids.contains(&"python-core") && ids.contains(&"stage:model-ownership"),
        "{ids:?}"
    );
    assert!(ids.iter().all(|id| form.contains(&format!("# {id}: "))));
}

#[test]
fn faults_are_shown_at_their_place() {
    let refused = |change: (&str, &str), words: &[&str]| {
        assert!(ANSWERS.contains(change.0), "{}", change.0);
        let folder = folder_with("a.toml", ANSWERS.replace(change.0, change.1));
        check_refused(&asked(&folder, &["--answers", "a.toml"]), words);
    };
    refused(
        ("skill = \"python\"", "skill = \"pyton\""),
        &["a.toml:12:9", "did you mean python?"],
    );
    refused(
        ("[[answers.leadership]]", "[[answers.leadreship]]"),
        &["a.toml:17:", "no question \"leadreship\"", "leadership?"],
    );
    refused(
        ("where = [\"role 1\"]", "where = [\"role 3\"]"),
        &["a.toml:19:10", "there is no role 3"],
    );
    refused(("level = \"advanced\"", "level = \"great\""), &["a.toml:13:9", "great"]);
    refused(
        ("from = \"2016\"", "from = \"2020\""),
        &["a.toml:4:", "2018 lies before 2020"],
    );
    refused(("google-pmle", "google-pml"), &["a.toml:5:", "google-pmle?"]);
    refused(("what = \"2 engineers for a year\"", ""), &["say in \"what\""]);
    refused(("gapcheck.answers/1", "x"), &["a.toml:2:10", "\"format\" is not"]);
    refused(("senior-ml-engineer", "mlops"), &["answers for the profile mlops"]);
    refused(("roles =", "rolls ="), &["a.toml:4:1", "rolls"]);
}

#[test]
fn words_that_deny_or_say_nothing_are_no_deeds() {
    for words in ["no", "none", "not yet", "I have not done this", "x", ".", "…", "yes"] {
        for was in ["2 engineers for a year", "wrote the features of eleven models"] {
            let folder = folder_with("a.toml", ANSWERS.replace(was, words));
            check_refused(&asked(&folder, &["--answers", "a.toml"]), &["a.toml:", "error: "]);
        }
    }
    // One text in two places would be two deeds.
    let deed = "skill = \"mentoring\"\nwhere = [\"role 1\"]";
    let folder = folder_with(
        "a.toml",
        ANSWERS.replace(deed, "skill = \"mentoring\"\nwhere = [\"role 1\", \"role 2\"]"),
    );
    check_refused(
        &asked(&folder, &["--answers", "a.toml"]),
        &["a.toml:19:9", "with its own words"],
    );
    let twice =
        "\n[[answers.leadership]]\nskill = \"mentoring\"\nwhere = [\"role 2\"]\nwhat = \"2 engineers for a year\"\n";
    let folder = folder_with("a.toml", format!("{ANSWERS}{twice}"));
    check_refused(
        &asked(&folder, &["--answers", "a.toml"]),
        &["a.toml:25:8", "the same words stand above"],
    );
}

#[test]
fn the_same_answers_are_not_written_twice() {
    let roles = ANSWERS
        .lines()
        .find(|line| line.starts_with("roles ="))
        .expect("the roles");
    let of_entries = ANSWERS
        .replace(roles, "")
        .replace("role 1", "/work/0")
        .replace("role 2", "/work/1");
    let folder = folder_with("a.toml", of_entries);
    let jobs =
        r#"{"work": [{"position": "ML Engineer", "startDate": "2019"}, {"position": "Analyst", "startDate": "2016"}]}"#;
    write(&folder, "cv.json", jobs);
    let again = [
        "--from",
        "cv.json",
        "--answers",
        "a.toml",
        "--save",
        "cv.json",
        "--force",
    ];
    assert_eq!(asked(&folder, &again).status.code(), Some(0));
    let once = read(&folder, "cv.json");
    assert!(once.contains("Mentored") && once.contains("Python"), "{once}");
    assert_eq!(asked(&folder, &again).status.code(), Some(0));
    assert_eq!(read(&folder, "cv.json"), once);
}

#[test]
fn a_report_does_not_replace_what_is_saved() {
    let folder = folder_with("a.toml", ANSWERS);
    let same = ["--answers", "a.toml", "--save", "cv.json", "--format", "json=./cv.json"];
    check_refused(&asked(&folder, &same), &["would replace cv.json"]);
    let missing = ["--answers", "a.toml", "-o", "nowhere/report.txt"];
    check_refused(&asked(&folder, &missing), &["nowhere/report.txt cannot be written"]);
}

#[test]
fn nothing_is_overwritten_without_a_word() {
    let folder = folder_with("a.toml", ANSWERS);
    write(&folder, "cv.json", "{}");
    let arguments = ["--answers", "a.toml", "--save", "cv.json"];
    check_refused(&asked(&folder, &arguments), &["cv.json is there already", "--force"]);
    assert_eq!(read(&folder, "cv.json"), "{}");
    assert_eq!(
        asked(&folder, &[&arguments[..], &["--force"]].concat()).status.code(),
        Some(0)
    );
    assert!(read(&folder, "cv.json").contains("Mentored"));
    // A file with comments is not written anew in place, whatever is said.
    write(&folder, "cv.json", "{\"work\": [] // mine\n}");
    let in_place = [
        "--from",
        "cv.json",
        "--answers",
        "a.toml",
        "--save",
        "cv.json",
        "--force",
    ];
    check_refused(&asked(&folder, &in_place), &["cv.json has comments", "another file"]);
    let elsewhere = ["--from", "cv.json", "--answers", "a.toml", "--save", "new.json"];
    assert_eq!(asked(&folder, &elsewhere).status.code(), Some(0));
    assert!(serde_json::from_str::<Value>(&read(&folder, "new.json")).is_ok());
    assert!(read(&folder, "cv.json").contains("// mine"));
}

#[test]
fn a_resume_is_added_to_and_asked_for_what_it_leaves_open() {
    let folder = folder_with("cv.json", SENIOR);
    let answers = r#"
        format = "gapcheck.answers/1"
        rejected = ["kubeflow"]
        [[answers.model-optimization]]
        skill = "quantization"
        level = "intermediate"
        where = ["/work/0"]
        what = "halved the latency of ranking"
    "#;
    write(&folder, "a.toml", answers);
    let output = asked(
        &folder,
        &[
            "--from",
            "cv.json",
            "--answers",
            "a.toml",
            "--save",
            "cv.json",
            "--force",
            "--format",
            "json",
        ],
    );
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let (code, report) = said(&output);
    assert_eq!(code, 0, "{errors}");
    let document: Value = serde_json::from_str(&report).expect("JSON");
    let has = |id: &str| {
        document["skills"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|s| s["id"] == id)
    };
    assert!(has("quantization") && !has("kubeflow"), "{errors}");
    assert!(
        errors
            .contains("cv.json:62:42: \"Kubeflow\" still reads as Kubeflow, which you turned down: correct it by hand"),
        "{errors}"
    );
    // What the resume shows already is no open question, what nothing shows is.
    assert!(
        !errors.contains("python-core") && errors.contains("responsible-ai"),
        "{errors}"
    );
    let saved: Value = serde_json::from_str(&read(&folder, "cv.json")).expect("JSON");
    let highlights = saved["work"][0]["highlights"].as_array().expect("a list");
    assert_eq!(
        highlights.last(),
        Some(&"Used Quantization: halved the latency of ranking.".into())
    );
    assert_eq!(saved["meta"]["gapcheck"]["rejected"][0], "kubeflow");
    let unknown = "format = \"gapcheck.answers/1\"\n[[answers.cloud]]\nskill = \"aws\"\nwhere = [\"/work/9\"]\n";
    write(&folder, "a.toml", unknown);
    check_refused(
        &asked(&folder, &["--from", "cv.json", "--answers", "a.toml"]),
        &["a.toml:4:10", "there is no /work/9"],
    );
}

#[test]
fn without_a_terminal_it_says_what_replaces_it() {
    let folder = folder_with("x", "");
    for arguments in [&[][..], &["--plain"], &["--to", "senior"]] {
        check_refused(
            &asked(&folder, arguments),
            &["asks on a terminal", "--dump-questions", "--answers"],
        );
    }
}

#[test]
fn one_long_job_is_told_that_a_second_entry_is_needed() {
    let deeds = [
        (
            "leadership",
            "technical-leadership",
            "the search rewrite with four engineers",
        ),
        ("leadership", "mentoring", "two engineers for a year"),
        ("production-scale", "scale", "3,000 requests a second at 50 ms"),
        (
            "stage:model-ownership",
            "model-ownership",
            "the ranking, from data to monitoring",
        ),
    ];
    let mut answers =
        "format = \"gapcheck.answers/1\"\nroles = [{ title = \"ML Engineer\", from = \"2016-01\" }]\n".to_owned();
    for (question, skill, what) in deeds {
        answers +=
            &format!("[[answers.\"{question}\"]]\nskill = \"{skill}\"\nwhere = [\"role 1\"]\nwhat = \"{what}\"\n");
    }
    let folder = folder_with("a.toml", answers);
    let (code, report) = said(&asked(&folder, &["--answers", "a.toml"]));
    let report = report.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(code, 0);
    assert!(
        report.contains("1. Write deeds of a senior into a second dated entry"),
        "{report}"
    );
    assert!(report.contains("in a second dated entry too."), "{report}");
    // What is met is not among what a resume may not say.
    assert!(
        !report.contains("What a resume may simply not say: Leadership"),
        "{report}"
    );
}

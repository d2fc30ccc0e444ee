//! `gapcheck check`: policies, waivers, and the exit code of each cause.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::cli::{check_refused, folder_with, run};
use serde_json::{Value, json};
use std::fs;
use std::process::Output;
use tempfile::TempDir;

pub(crate) const SENIOR: &str = include_str!("../../examples/senior.json");
pub(crate) const JUNIOR: &str = include_str!("../../examples/junior.json");

/// The arguments of a check on the day of the examples.
pub(crate) fn check<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["check", "--as-of", "2026-11-22"], arguments].concat()
}

/// What a check says on standard output, with its exit code.
#[track_caller]
pub(crate) fn checked(folder: &TempDir, arguments: &[&str]) -> (i32, String) {
    said(&run(folder, &check(arguments)))
}

#[track_caller]
pub(crate) fn said(output: &Output) -> (i32, String) {
    let said = String::from_utf8(output.stdout.clone()).expect("reports are UTF-8");
    (output.status.code().expect("an exit code"), said)
}

/// The verdict of a check.
#[track_caller]
pub(crate) fn verdict(folder: &TempDir, arguments: &[&str]) -> (i32, Value) {
    let (code, said) = checked(folder, &[&["--format", "json"], arguments].concat());
    let document: Value = serde_json::from_str(&said).expect("JSON");
    (code, document["verdict"].clone())
}

pub(crate) fn rules(findings: &Value) -> Vec<&str> {
    let list = findings.as_array().expect("a list");
    list.iter().map(|f| f["rule"].as_str().expect("a rule")).collect()
}

/// A folder with a resume and its baseline.
pub(crate) fn with_baseline(resume: &str) -> TempDir {
    let folder = folder_with("resume.json", resume);
    assert_eq!(checked(&folder, &["--write-baseline"]).0, 0);
    folder
}

pub(crate) fn write(folder: &TempDir, file: &str, text: &str) {
    fs::write(folder.path().join(file), text).expect("a file");
}

pub(crate) fn senior_without(words: &[&str]) -> String {
    words
        .iter()
        .fold(SENIOR.to_owned(), |text, word| text.replace(word, "Norrfeat"))
}

#[track_caller]
fn fails(resume: &str, arguments: &[&str], rule: &str) {
    let folder = folder_with("resume.json", resume);
    let (code, verdict) = verdict(&folder, arguments);
    assert_eq!((code, &verdict["passed"]), (1, &json!(false)), "{arguments:?}");
    assert!(rules(&verdict["failures"]).contains(&rule), "{verdict:#}");
}

#[track_caller]
fn passes(resume: &str, arguments: &[&str]) {
    let folder = folder_with("resume.json", resume);
    let (code, verdict) = verdict(&folder, arguments);
    assert_eq!((code, &verdict["passed"]), (0, &json!(true)), "{verdict:#}");
    assert_eq!(verdict["failures"], json!([]));
}

#[test]
fn each_policy_passes_and_fails() {
    passes(SENIOR, &[]);
    fails(JUNIOR, &[], "requirement/mlops");
    passes(JUNIOR, &["--fail-on", "never"]);
    fails(SENIOR, &["--fail-on", "any"], "requirement/model-optimization");
    passes(SENIOR, &["--require", "mlops", "--require", "kubernetes:advanced"]);
    fails(
        SENIOR,
        &["--require", "model-optimization"],
        "requirement/model-optimization",
    );
    fails(SENIOR, &["--require", "kubernetes:expert"], "skill/kubernetes");
    fails(SENIOR, &["--require", "mlops:expert"], "requirement/mlops");
    fails(SENIOR, &["--require", "rag"], "skill/rag");
    passes(SENIOR, &["--stage", "senior"]);
    fails(SENIOR, &["--stage", "lead"], "stage");
    passes(SENIOR, &["--fail-under", "80"]);
    fails(SENIOR, &["--fail-under", "100"], "score");
}

#[test]
fn a_claim_does_not_meet_a_demand() {
    fails(
        r#"{"skills": ["Kubernetes"]}"#,
        &["--require", "kubernetes", "--fail-on", "never"],
        "skill/kubernetes",
    );
}

#[test]
fn essential_requirements_that_are_partly_met_are_said() {
    let folder = folder_with(
        "resume.json",
        r#"{"work": [{"position": "ML Engineer", "startDate": "2020-01", "highlights": ["Python"]}]}"#,
    );
    for format in ["human", "markdown", "github"] {
        let (_, text) = checked(&folder, &["--format", format]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains("essential and partly met: --fail-on any would fail on it"),
            "{text}"
        );
    }
}

#[test]
fn the_stage_is_answered_for_by_the_newest_work() {
    let folder = folder_with("resume.json", SENIOR);
    let (_, found) = verdict(&folder, &["--stage", "lead"]);
    assert_eq!(found["failures"][0]["pointer"], "/work/0");
}

#[test]
fn a_level_that_is_not_reached_is_to_be_dated_or_stated() {
    let folder = folder_with("resume.json", SENIOR);
    let (_, found) = verdict(
        &folder,
        &["--require", "kubernetes:expert", "--require", "mlops:expert"],
    );
    for failure in found["failures"].as_array().expect("a list") {
        let help = failure["help"].as_str().expect("a text");
        assert!(help.contains("where expert holds, state it"), "{failure:#}");
    }
}

#[test]
fn report_only_exits_with_zero() {
    let folder = folder_with("resume.json", JUNIOR);
    let (code, said) = checked(&folder, &["--exit-zero"]);
    assert_eq!(code, 0);
    assert!(said.starts_with("check failed"), "{said}");
}

#[test]
fn what_cannot_run_is_refused() {
    let refused = |file: &str, text: &str, arguments: &[&str], words: &[&str]| {
        let folder = folder_with("resume.json", SENIOR);
        write(&folder, file, text);
        check_refused(&run(&folder, &check(arguments)), words);
    };
    refused(
        "x",
        "",
        &["--stage", "boss"],
        &["junior, mid, senior, lead and principal"],
    );
    refused("x", "", &["--require", "python:good"], &["known are beginner"]);
    refused(
        "x",
        "",
        &["--require", "kubernets"],
        &["did you mean kubernetes?", "help: "],
    );
    refused("x", "", &["--fail-under", "101"], &["101"]);
    refused("resume.json", "{", &[], &["resume.json:1:2"]);
    refused("x", "", &["--baseline", "none.json"], &["none.json", "help: "]);
    refused(
        "gapcheck-baseline.json",
        "{\"format\": \"gapcheck.baseline/1\"}",
        &[],
        &["gapcheck-baseline.json:1", "missing field", "write it anew"],
    );
    refused(
        "gapcheck-baseline.json",
        "{}",
        &[],
        &["is no baseline", "write it anew"],
    );
    refused(
        "gapcheck.toml",
        "profil = \"x\"",
        &[],
        &["gapcheck.toml:1:1", "unknown key \"profil\"", "did you mean profile?"],
    );
    refused(
        "gapcheck.toml",
        "[policy]\nrequire = [\"kubernets\"]",
        &[],
        &["gapcheck.toml:2:12", "did you mean kubernetes?"],
    );
    refused(
        "gapcheck.toml",
        "[policy]\nfail-under = 101",
        &[],
        &["gapcheck.toml:2:14"],
    );
    refused(
        "gapcheck.toml",
        "[policy]\ntolerance = 500",
        &[],
        &["gapcheck.toml:2:13", "between 0 and 100"],
    );
    refused(
        "gapcheck.toml",
        "[policy]\nfail-under = \"many\"",
        &[],
        &["gapcheck.toml:2:14", "expected a whole number"],
    );
    for same in ["./a.json", "gapcheck-baseline.json", "resume.json"] {
        let target = format!("markdown={same}");
        let options = ["--write-baseline", "--format", "json=a.json", "--format", &target];
        refused("x", "", &options, &["help: "]);
    }
    refused(
        "gapcheck.toml",
        "[aliases]\n\"x y\" = \"sparkk\"",
        &[],
        &["gapcheck.toml:2:9", "did you mean spark?"],
    );
    refused(
        "gapcheck.toml",
        "[[ignore]]\nskill = \"goo\"\nwords = \"x\"",
        &[],
        &["gapcheck.toml:2:9"],
    );
    refused(
        "gapcheck.toml",
        "profile = \"none\"",
        &[],
        &["gapcheck.toml:1:11", "built in are"],
    );
    refused(
        "gapcheck.toml",
        "[[waivers]]\nof = \"mlops\"\nreason = \" \"\nuntil = 2027-01-01",
        &[],
        &["gapcheck.toml:3:10", "reason"],
    );
    refused(
        "Cargo.toml",
        "[package.metadata.gapcheck]\nx = 1",
        &[],
        &["Cargo.toml:2:1"],
    );
    refused("x", "", &["--config", "none.toml"], &["none.toml"]);
}

const WAIVER: &str = "[policy]\nrequire = [\"rag\"]\n[[waivers]]\nof = \"rag\"\nreason = \"from spring on\"\nuntil = ";

#[test]
fn a_waiver_holds_until_its_last_day() {
    let folder = folder_with("resume.json", SENIOR);
    write(&folder, "gapcheck.toml", &format!("{WAIVER}2026-11-22"));
    let (code, found) = verdict(&folder, &[]);
    assert_eq!((code, rules(&found["waived"])), (0, vec!["skill/rag"]));
    assert_eq!(found["waived"][0]["waiver"]["reason"], "from spring on");
    write(&folder, "gapcheck.toml", &format!("{WAIVER}2026-11-21"));
    let (code, found) = verdict(&folder, &[]);
    assert_eq!(code, 1);
    let message = found["failures"][0]["message"].as_str().expect("a text");
    assert!(message.contains("waiver ran out on 2026-11-21"), "{message}");
    assert!(!checked(&folder, &["--format", "markdown"]).1.contains("Waived until"));
}

#[test]
fn a_waiver_that_nothing_needs_is_said() {
    let folder = folder_with("resume.json", SENIOR);
    write(
        &folder,
        "gapcheck.toml",
        "[[waivers]]\nof = \"mlops\"\nreason = \"x\"\nuntil = 2027-01-01",
    );
    let (code, found) = verdict(&folder, &[]);
    assert_eq!((code, rules(&found["notices"])), (0, vec!["waiver/mlops"]));
    // It is to be taken out where it stands.
    let notice = &found["notices"][0];
    assert_eq!((&notice["file"], &notice["line"]), (&json!("gapcheck.toml"), &json!(2)));
    let (_, text) = checked(&folder, &["--format", "github"]);
    assert!(text.contains("::notice file=gapcheck.toml,line=2,col=6,"), "{text}");
}

//! `gapcheck check`: policies, baselines, waivers, and the exit code of each cause.

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
const JUNIOR: &str = include_str!("../../examples/junior.json");

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
fn verdict(folder: &TempDir, arguments: &[&str]) -> (i32, Value) {
    let (code, said) = checked(folder, &[&["--format", "json"], arguments].concat());
    let document: Value = serde_json::from_str(&said).expect("JSON");
    (code, document["verdict"].clone())
}

fn rules(findings: &Value) -> Vec<&str> {
    let list = findings.as_array().expect("a list");
    list.iter().map(|f| f["rule"].as_str().expect("a rule")).collect()
}

/// A folder with a resume and its baseline.
fn with_baseline(resume: &str) -> TempDir {
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

#[test]
fn a_baseline_of_another_profile_is_refused() {
    let folder = with_baseline(SENIOR);
    let output = run(&folder, &check(&["--profile", "senior-ml-engineer-decipheru"]));
    check_refused(
        &output,
        &["baseline of the profile senior-ml-engineer", "write it anew"],
    );
}

#[test]
fn only_what_gets_worse_fails_against_a_baseline() {
    // A junior's gaps are old news.
    let folder = with_baseline(JUNIOR);
    assert_eq!(checked(&folder, &[]).0, 0);

    let folder = with_baseline(SENIOR);
    write(&folder, "resume.json", &senior_without(&["Kubernetes", "Kubeflow"]));
    let (code, verdict) = verdict(&folder, &[]);
    // The lower score has no other cause, and is no finding of its own.
    assert_eq!((code, rules(&verdict["failures"])), (1, vec!["requirement/mlops"]));
    let failure = &verdict["failures"][0];
    assert_eq!(failure["baseline_state"], "new");
    assert_eq!(failure["pointer"], "/skills");
    assert!(
        failure["message"].as_str().expect("a text").contains("gone is \""),
        "{failure:#}"
    );
}

#[test]
fn a_gain_passes_and_is_said() {
    let folder = with_baseline(&senior_without(&["Kubernetes", "Kubeflow"]));
    write(&folder, "resume.json", SENIOR);
    let (code, verdict) = verdict(&folder, &[]);
    assert_eq!((code, rules(&verdict["notices"])), (0, vec!["requirement/mlops"]));
    assert_eq!(verdict["notices"][0]["baseline_state"], "absent");
}

#[test]
fn the_tolerance_is_in_points() {
    // The cloud stays met by what a certificate says, and is worth less.
    let folder = with_baseline(SENIOR);
    write(&folder, "resume.json", &senior_without(&["SageMaker"]));
    let (code, verdict) = verdict(&folder, &[]);
    assert_eq!((code, rules(&verdict["failures"])), (1, vec!["score"]));
    assert_eq!(checked(&folder, &["--tolerance", "10"]).0, 0);
}

#[test]
fn moving_and_reformatting_changes_nothing() {
    let folder = with_baseline(SENIOR);
    let findings = |folder: &TempDir| {
        let (code, text) = checked(folder, &["--format", "sarif"]);
        let sarif: Value = serde_json::from_str(&text).expect("JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("results").clone();
        let prints: Vec<Value> = results.iter().map(|r| r["partialFingerprints"].clone()).collect();
        (
            code,
            prints,
            results.iter().map(|r| r["baselineState"].clone()).collect::<Vec<_>>(),
        )
    };
    let before = findings(&folder);
    let resume: Value = serde_json::from_str(SENIOR).expect("JSON");
    write(&folder, "resume.json", &resume.to_string());
    assert_eq!(findings(&folder), before);
    let mut sections: Vec<(String, Value)> = resume.as_object().expect("an object").clone().into_iter().collect();
    sections.reverse();
    let moved: serde_json::Map<String, Value> = sections.into_iter().collect();
    write(
        &folder,
        "resume.json",
        &serde_json::to_string_pretty(&moved).expect("JSON"),
    );
    assert_eq!(findings(&folder), before);
}

#[test]
fn time_alone_fails_nothing() {
    let folder = with_baseline(SENIOR);
    for year in ["2027", "2029", "2033"] {
        let day = format!("{year}-11-22");
        let output = run(&folder, &["check", "--as-of", &day, "--format", "json"]);
        let (code, text) = said(&output);
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((code, &document["verdict"]["failures"]), (0, &json!([])), "{day}");
    }
    let (code, text) = said(&run(&folder, &["check", "--as-of", "2033-11-22"]));
    assert!(code == 0 && text.contains("only time has passed since"), "{text}");
    let (code, _) = said(&run(&folder, &["check", "--as-of", "2033-11-22", "--strict-baseline"]));
    assert_eq!(code, 1);
}

#[test]
fn time_alone_fails_no_explicit_policy() {
    let folder = with_baseline(SENIOR);
    let options = [
        "--fail-under",
        "86",
        "--require",
        "version-control",
        "--require",
        "git:intermediate",
    ];
    assert_eq!(checked(&folder, &options).0, 0);
    let later = |options: &[&str]| run(&folder, &[&["check", "--as-of", "2030-11-22"], options].concat());
    let (code, text) = said(&later(&[&options[..], &["--format", "json"]].concat()));
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let notices = rules(&document["verdict"]["notices"]);
    let said_too = |rule: &&str| notices.contains(rule);
    let wanted = ["requirement/version-control", "skill/git", "score"];
    assert!(code == 0 && wanted.iter().all(said_too), "{notices:?}");
    assert_eq!(said(&later(&[&options[..], &["--strict-baseline"]].concat())).0, 1);
    // What the resume does not say on any day fails.
    assert_eq!(said(&later(&["--require", "rag"])).0, 1);
}

#[test]
fn a_new_version_alone_fails_nothing() {
    let folder = with_baseline(SENIOR);
    let path = folder.path().join("gapcheck-baseline.json");
    let mut baseline: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
    // A version of the program that read more out of the same words.
    baseline["generator"] = json!("0.0.9");
    let optimization = |r: &&mut Value| r["id"] == "model-optimization";
    let requirements = baseline["requirements"].as_array_mut().expect("a list");
    let requirement = requirements.iter_mut().find(optimization).expect("the requirement");
    requirement["status"] = json!("met");
    requirement["coverage"] = json!(1.0);
    requirement["present"] = json!(["kubernetes"]);
    write(&folder, "gapcheck-baseline.json", &baseline.to_string());
    let (code, found) = verdict(&folder, &[]);
    assert_eq!(
        (code, rules(&found["notices"])),
        (0, vec!["requirement/model-optimization"]),
        "{found:#}"
    );
    let (code, text) = checked(&folder, &[]);
    assert!(
        code == 0 && text.contains("only the program or the profile has changed"),
        "{text}"
    );
    assert_eq!(checked(&folder, &["--strict-baseline"]).0, 1);
    // Where the words are gone too, the resume is to blame.
    write(&folder, "resume.json", &senior_without(&["Kubernetes"]));
    let (code, found) = verdict(&folder, &[]);
    assert_eq!(code, 1);
    assert!(
        rules(&found["failures"]).contains(&"requirement/model-optimization"),
        "{found:#}"
    );
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
}

#[test]
fn a_baseline_replaces_a_baseline_only() {
    let folder = folder_with("resume.json", SENIOR);
    let output = run(&folder, &check(&["--write-baseline", "--baseline", "resume.json"]));
    check_refused(&output, &["resume.json is no baseline", "help: "]);
    let kept = fs::read_to_string(folder.path().join("resume.json")).expect("a file");
    assert_eq!(kept, SENIOR);
}

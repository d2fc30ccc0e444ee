//! `gapcheck check` against a baseline: what gets worse fails, what only time or a new version has changed does not.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::check::{JUNIOR, SENIOR, check, checked, rules, said, senior_without, verdict, with_baseline, write};
use super::cli::{check_refused, folder_with, run};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

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

/// A baseline as another version of the program, which read the words as more, would have written it.
fn read_as_more(folder: &TempDir, change: impl FnOnce(&mut Value)) {
    let path = folder.path().join("gapcheck-baseline.json");
    let mut baseline: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
    baseline["generator"] = json!("0.0.9");
    change(&mut baseline);
    write(folder, "gapcheck-baseline.json", &baseline.to_string());
}

#[test]
fn a_new_version_alone_fails_nothing() {
    let folder = with_baseline(SENIOR);
    let raised = |baseline: &mut Value| {
        let optimization = |r: &&mut Value| r["id"] == "model-optimization";
        let requirements = baseline["requirements"].as_array_mut().expect("a list");
        let requirement = requirements.iter_mut().find(optimization).expect("the requirement");
        requirement["status"] = json!("met");
        requirement["coverage"] = json!(1.0);
        requirement["present"] = json!(["kubernetes"]);
    };
    read_as_more(&folder, raised);
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

#[test]
fn a_new_version_excuses_no_lost_date() {
    let folder = with_baseline(SENIOR);
    let raised = |baseline: &mut Value| baseline["score"] = json!(99);
    read_as_more(&folder, raised);
    // The same resume, moved and reformatted: only the version can be to blame.
    let resume: Value = serde_json::from_str(SENIOR).expect("JSON");
    write(&folder, "resume.json", &resume.to_string());
    let (code, found) = verdict(&folder, &[]);
    assert_eq!((code, rules(&found["notices"])), (0, vec!["score"]), "{found:#}");
    // All words stand, but years are gone.
    let later = SENIOR.replace(
        "\"startDate\": \"20",
        "\"endDate\": \"2026-11\", \"startDate\": \"2026-10\", \"was\": \"20",
    );
    assert_ne!(later, SENIOR);
    write(&folder, "resume.json", &later);
    let (code, found) = verdict(&folder, &[]);
    assert_eq!(code, 1, "{found:#}");
    assert!(rules(&found["failures"]).contains(&"stage"), "{found:#}");
}

#[test]
fn a_baseline_replaces_a_baseline_only() {
    let folder = folder_with("resume.json", SENIOR);
    let output = run(&folder, &check(&["--write-baseline", "--baseline", "resume.json"]));
    check_refused(&output, &["resume.json is no baseline", "help: "]);
    let kept = fs::read_to_string(folder.path().join("resume.json")).expect("a file");
    assert_eq!(kept, SENIOR);
}

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

type Edit = Box<dyn Fn(&mut Value)>;

/// A resume of two jobs.
fn two_entries() -> Value {
    json!({
        "work": [
            {"position": "ML Engineer", "startDate": "2019-01", "highlights": ["Ran all models on AWS and Docker."]},
            {"position": "ML Engineer", "startDate": "2016-06", "endDate": "2018-12", "highlights": ["Moved the training jobs to AWS.", "Trained models with PyTorch."]},
        ],
        "skills": [{"name": "SQL", "level": "Advanced"}],
    })
}

#[test]
fn words_that_are_gone_are_no_matter_of_time() {
    let folder = folder_with("resume.json", two_entries().to_string());
    let then = ["check", "--as-of", "2023-06-01"];
    assert_eq!(
        run(&folder, &[&then[..], &["--write-baseline"]].concat()).status.code(),
        Some(0)
    );
    let asked = ["--require", "cloud", "--require", "aws:intermediate"];
    assert_eq!(checked(&folder, &asked).0, 0);
    // On the day of the baseline the older job would have done.
    let mut edited = two_entries();
    edited["work"][0]["highlights"] = json!(["Ran all models on Docker."]);
    write(&folder, "resume.json", &edited.to_string());
    assert_eq!(said(&run(&folder, &[&then[..], &asked].concat())).0, 0);
    let (code, found) = verdict(&folder, &asked);
    assert_eq!(
        (code, rules(&found["failures"])),
        (1, vec!["requirement/cloud", "skill/aws"]),
        "{found:#}"
    );
}

#[test]
fn a_new_version_excuses_no_edited_entry() {
    let moved = |resume: &mut Value| {
        let told = resume["work"][0]["highlights"].take();
        resume["references"] = json!([{"highlights": told}]);
    };
    let listed = |resume: &mut Value| {
        resume["work"][0]["highlights"] = json!([]);
        resume["skills"] = json!([{"name": "SQL", "level": "Advanced"}, "AWS", "Docker"]);
    };
    let undated = |resume: &mut Value| {
        resume["work"][0]["startDate"].take();
    };
    let swapped = |resume: &mut Value| {
        resume["work"][1]["startDate"] = json!("2019-01");
        resume["work"][1].as_object_mut().expect("an object").remove("endDate");
        resume["work"][0]["startDate"] = json!("2016-06");
        resume["work"][0]["endDate"] = json!("2018-12");
    };
    let a_school = |resume: &mut Value| {
        resume["skills"] = json!([]);
        resume["education"] = json!([{"institution": "SQL Academy"}]);
    };
    let edits: Vec<(&str, Edit)> = vec![
        ("moved", Box::new(moved)),
        ("listed", Box::new(listed)),
        ("undated", Box::new(undated)),
        ("swapped", Box::new(swapped)),
        ("a school", Box::new(a_school)),
    ];
    for (name, edit) in edits {
        let folder = with_baseline(&two_entries().to_string());
        let mut resume = two_entries();
        edit(&mut resume);
        write(&folder, "resume.json", &resume.to_string());
        let (now, _) = checked(&folder, &["--require", "aws:intermediate"]);
        read_as_more(&folder, |_| {});
        let (code, found) = verdict(&folder, &["--require", "aws:intermediate"]);
        assert_eq!(code, now, "{name}: {found:#}");
    }
}

#[test]
fn time_is_not_taken_for_a_new_version() {
    let folder = with_baseline(SENIOR);
    read_as_more(&folder, |_| {});
    let (code, text) = said(&run(
        &folder,
        &["check", "--as-of", "2066-11-22", "--require", "python:intermediate"],
    ));
    assert!(code == 0 && text.contains("only time has passed"), "{text}");
    assert!(!text.contains("the program or the profile has changed"), "{text}");
    let (code, text) = said(&run(&folder, &["check", "--as-of", "2021-11-22"]));
    assert!(code == 0 && !text.contains("time has passed"), "{text}");
}

#[test]
fn of_two_demands_the_stricter_one_counts() {
    let folder = with_baseline(SENIOR);
    for demands in [
        ["mlops", "mlops:expert"],
        ["mlops:expert", "mlops"],
        ["python:advanced", "python:expert"],
    ] {
        let (code, found) = verdict(&folder, &["--require", demands[0], "--require", demands[1]]);
        assert_eq!((code, rules(&found["failures"]).len()), (1, 1), "{demands:?}");
    }
}

#[test]
fn a_broken_baseline_is_told_where_and_how_to_mend_it() {
    let folder = with_baseline(SENIOR);
    let kept = fs::read_to_string(folder.path().join("gapcheck-baseline.json")).expect("a file");
    write(&folder, "gapcheck-baseline.json", &format!("<<<<<<< HEAD\n{kept}"));
    check_refused(
        &run(&folder, &check(&[])),
        &["gapcheck-baseline.json:1:1", "delete it, then write it anew"],
    );
    check_refused(
        &run(&folder, &check(&["--write-baseline"])),
        &["delete it if it is a broken one"],
    );
    check_refused(
        &run(&folder, &["check", "gapcheck-baseline.json"]),
        &["gapcheck-baseline.json:1:1"],
    );
}

#[test]
fn each_resume_has_a_baseline_of_its_own() {
    let folder = folder_with("gapcheck.toml", "");
    for name in ["a", "b"] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
        let resume = format!("{name}/resume.json");
        write(&folder, &resume, if name == "a" { SENIOR } else { JUNIOR });
        assert_eq!(checked(&folder, &[&resume, "--write-baseline"]).0, 0);
    }
    assert_eq!(checked(&folder, &["a/resume.json"]).0, 0);
    write(&folder, "a/cv.json", SENIOR);
    check_refused(
        &run(&folder, &check(&["a/cv.json"])),
        &["is the baseline of resume.json, not of cv.json", "--write-baseline"],
    );
    check_refused(
        &run(&folder, &["assess", "a/gapcheck-baseline.json"]),
        &["a file that gapcheck wrote"],
    );
}

#[test]
fn a_baseline_replaces_a_baseline_only() {
    let folder = folder_with("resume.json", SENIOR);
    let output = run(&folder, &check(&["--write-baseline", "--baseline", "resume.json"]));
    check_refused(&output, &["resume.json is no baseline", "help: "]);
    let kept = fs::read_to_string(folder.path().join("resume.json")).expect("a file");
    assert_eq!(kept, SENIOR);
}

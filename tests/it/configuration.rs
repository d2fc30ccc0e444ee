//! The configuration of a repository: where it is found, what goes before it, what it cannot do; and the diff of two resumes.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::check::{SENIOR, check, checked, said, senior_without, write};
use super::cli::{check_refused, folder_with, gapcheck, run};
use serde_json::{Value, json};
use std::fs;

#[test]
fn options_go_before_the_environment_and_this_before_the_file() {
    let folder = folder_with("resume.json", SENIOR);
    write(&folder, "gapcheck.toml", "[policy]\nstage = \"principal\"");
    assert_eq!(checked(&folder, &[]).0, 1);
    let with_variable = |arguments: &[&str]| {
        let output = gapcheck(&folder, &check(arguments))
            .env("GAPCHECK_STAGE", "senior")
            .output();
        output.expect("the program starts").status.code()
    };
    assert_eq!(with_variable(&[]), Some(0));
    assert_eq!(with_variable(&["--stage", "lead"]), Some(1));
    assert_eq!(checked(&folder, &["--no-config"]).0, 0);
    let variable = gapcheck(&folder, &check(&["--no-config"]))
        .env("GAPCHECK_CONFIG", "none.toml")
        .output();
    assert_eq!(variable.expect("the program starts").status.code(), Some(0));
    let shown = gapcheck(&folder, &["config", "--stage", "mid"])
        .env("GAPCHECK_FAIL_UNDER", "10")
        .output();
    let (_, text) = said(&shown.expect("the program starts"));
    assert!(text.contains("policy.stage = \"mid\"  # --stage"), "{text}");
    assert!(text.contains("policy.fail-under = 10  # GAPCHECK_FAIL_UNDER"), "{text}");
    assert!(text.contains("# configuration file: gapcheck.toml"), "{text}");
}

#[test]
fn a_configuration_is_found_from_the_resume_upwards() {
    let folder = folder_with("x", "");
    let below = folder.path().join("a/b");
    fs::create_dir_all(&below).expect("folders");
    fs::write(below.join("cv.json"), SENIOR).expect("a file");
    write(&folder, "gapcheck.toml", "[policy]\nstage = \"principal\"");
    assert_eq!(checked(&folder, &["a/b/cv.json"]).0, 1);
    // Nothing beyond the repository counts.
    fs::create_dir(folder.path().join("a/.git")).expect("a folder");
    assert_eq!(checked(&folder, &["a/b/cv.json"]).0, 0);
    // The nearest wins, a table in a manifest too.
    fs::write(
        folder.path().join("a/pyproject.toml"),
        "[tool.gapcheck.policy]\nstage = \"lead\"",
    )
    .expect("a file");
    assert_eq!(checked(&folder, &["a/b/cv.json"]).0, 1);
}

#[test]
fn aliases_and_ignored_words_correct_the_reading() {
    let folder = folder_with(
        "resume.json",
        r#"{"skills": ["our-tool", "Go"], "work": [{"position": "ML Engineer"}]}"#,
    );
    write(
        &folder,
        "gapcheck.toml",
        "[aliases]\n\"our-tool\" = \"Apache Spark\"\n[[ignore]]\nskill = \"go\"\nwords = \"Go\"\n",
    );
    let (_, text) = checked(&folder, &["--format", "json"]);
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let skills: Vec<&str> = document["skills"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| s["id"].as_str().expect("an id"))
        .collect();
    assert!(skills.contains(&"spark") && !skills.contains(&"go"), "{skills:?}");
    assert_eq!(document["corrections"]["aliases"][0]["skill"], "spark");
    assert_eq!(
        document["corrections"]["ignored_words"][0],
        json!({"words": "Go", "skill": "go"})
    );
    let (_, text) = checked(&folder, &[]);
    assert!(text.contains("\"Go\" is not go"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_configuration_cannot_reach_beyond_its_folder() {
    let outside = folder_with("secret.json", SENIOR);
    let folder = folder_with("resume.json", SENIOR);
    std::os::unix::fs::symlink(outside.path(), folder.path().join("link")).expect("a link");
    let absolute = outside.path().join("secret.json").display().to_string();
    for path in ["../secret.json", "link/secret.json", "link/new.json", "", &absolute] {
        for key in ["resume", "profile", "baseline"] {
            write(&folder, "gapcheck.toml", &format!("{key} = {path:?}"));
            let output = run(&folder, &check(&["--write-baseline"]));
            check_refused(&output, &["gapcheck.toml:1:", "leaves the folder"]);
        }
    }
    assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 1);
}

#[test]
fn a_diff_tells_what_was_gained_and_lost() {
    let folder = folder_with("old.json", SENIOR);
    write(&folder, "new.json", &senior_without(&["Kubernetes", "Kubeflow"]));
    let diff = |old: &str, new: &str| {
        let (code, text) = said(&run(
            &folder,
            &["diff", old, new, "--as-of", "2026-11-22", "--format", "json"],
        ));
        assert_eq!(code, 0);
        serde_json::from_str::<Value>(&text).expect("JSON")
    };
    let lost = diff("old.json", "new.json");
    let kubernetes = |d: &Value| {
        let list = d["skills"].as_array().expect("a list");
        list.iter()
            .find(|s| s["id"] == "kubernetes")
            .cloned()
            .expect("the skill")
    };
    assert_eq!(kubernetes(&lost)["new"], Value::Null);
    assert_eq!(kubernetes(&lost)["lost"].as_array().map(Vec::len), Some(3));
    assert_eq!(kubernetes(&diff("new.json", "old.json"))["old"], Value::Null);
    // A saved assessment says the same as its resume.
    let saved = run(
        &folder,
        &[
            "assess",
            "old.json",
            "--as-of",
            "2026-11-22",
            "--format",
            "json=saved.json",
        ],
    );
    assert_eq!(saved.status.code(), Some(0));
    let nothing = diff("saved.json", "old.json");
    assert_eq!((&nothing["skills"], &nothing["requirements"]), (&json!([]), &json!([])));
    assert_eq!(kubernetes(&diff("saved.json", "new.json"))["new"], Value::Null);
    for format in ["human", "markdown"] {
        let (_, text) = said(&run(
            &folder,
            &[
                "diff",
                "old.json",
                "new.json",
                "--as-of",
                "2026-11-22",
                "--format",
                format,
            ],
        ));
        assert!(text.contains("Kubernetes") && text.contains("MLOps tools"), "{text}");
    }
}

#[test]
fn messages_about_hostile_files_hold_no_commands() {
    let folder = folder_with("resume.json", SENIOR);
    for (file, text) in [
        ("gapcheck.toml", "profile = \"\\n::error::pwn\""),
        ("gapcheck.toml", "\"##[error]pwn\" = 1"),
        ("gapcheck.toml", "a = \"\u{9b}31m\u{202e}\" ="),
        ("gapcheck.toml", "[policy]\nfail-on = \"##[error]pwn\""),
        ("resume.json", "{\"a\":\n::error::x}"),
        ("resume.json", "{\"a\":\n##[error]\u{9b}31m}"),
    ] {
        write(&folder, file, text);
        let output = run(&folder, &check(&[]));
        check_refused(&output, &["error: "]);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!said.lines().any(|line| line.trim_start().starts_with("::")), "{said}");
        assert!(
            !said.contains("##[") && !said.contains(['\u{9b}', '\u{202e}']),
            "{said}"
        );
    }
    let output = run(&folder, &["check", "--stage", "##[error]\u{9b}1m"]);
    check_refused(&output, &["junior, mid"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("##["));
}

#[test]
fn a_variable_that_is_set_to_nothing_says_nothing() {
    let folder = folder_with("resume.json", SENIOR);
    let names = [
        "PROFILE",
        "CONFIG",
        "AS_OF",
        "REQUIRE",
        "STAGE",
        "FAIL_ON",
        "FAIL_UNDER",
        "BASELINE",
        "TOLERANCE",
        "STRICT_BASELINE",
    ];
    let mut command = gapcheck(&folder, &["check"]);
    for name in names {
        command.env(format!("GAPCHECK_{name}"), "");
    }
    let output = command.output().expect("the program starts");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_variable_overrides_what_the_file_switches_on() {
    let folder = folder_with("resume.json", SENIOR);
    write(&folder, "gapcheck.toml", "[policy]\nstrict-baseline = true");
    let shown = |value: &str| {
        let output = gapcheck(&folder, &["config"])
            .env("GAPCHECK_STRICT_BASELINE", value)
            .output();
        said(&output.expect("the program starts")).1
    };
    assert!(shown("false").contains("policy.strict-baseline = false  # GAPCHECK_STRICT_BASELINE"));
    assert!(shown("").contains("policy.strict-baseline = true  # gapcheck.toml"));
    assert!(shown("").contains("policy.fail-on = \"essential\"  # default"));
}

#[cfg(unix)]
#[test]
fn a_configuration_that_cannot_be_read_is_not_passed_over() {
    let folder = folder_with("resume.json", SENIOR);
    let path = folder.path().join("gapcheck.toml");
    fs::create_dir(&path).expect("a folder");
    check_refused(&run(&folder, &check(&[])), &["gapcheck.toml is no file", "--no-config"]);
    assert_eq!(checked(&folder, &["--no-config"]).0, 0);
    fs::remove_dir(&path).expect("it was made");
    std::os::unix::fs::symlink("nowhere", &path).expect("a link");
    check_refused(&run(&folder, &check(&[])), &["gapcheck.toml is no file"]);
}

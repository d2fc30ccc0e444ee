//! The example of a portfolio repository, by itself: its check passes, and a pull request that drops a skill is told where and why.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on a copy of the example"
)]

use super::cli::{gapcheck, run};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A copy of the example, as a clone would have it.
fn portfolio() -> TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/portfolio");
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join(".git")).expect("a folder");
    for file in ["resume.json", "gapcheck.toml", "gapcheck-baseline.json"] {
        fs::copy(from.join(file), folder.path().join(file)).expect("a copy");
    }
    folder
}

#[test]
fn its_check_passes() {
    let folder = portfolio();
    // Without --as-of, on whatever day this runs: time alone fails nothing.
    let output = run(&folder, &["check"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
}

#[test]
fn the_baseline_is_that_of_this_version() {
    let folder = portfolio();
    let file = folder.path().join("gapcheck-baseline.json");
    let kept = fs::read_to_string(&file).expect("a baseline");
    assert_eq!(
        run(&folder, &["check", "--as-of", "2026-11-22", "--write-baseline"])
            .status
            .code(),
        Some(0)
    );
    let new = fs::read_to_string(&file).expect("a baseline");
    assert!(
        kept == new,
        "renew it: gapcheck check --as-of 2026-11-22 --write-baseline in examples/portfolio"
    );
}

#[test]
fn a_dropped_skill_gives_one_annotation_and_a_summary() {
    let folder = portfolio();
    let resume = fs::read_to_string(folder.path().join("resume.json")).expect("a resume");
    let without = resume
        .replace(" on Kubernetes,", ",")
        .replace("\"Docker\",\n        \"Kubernetes\"", "\"Docker\"");
    assert!(!without.contains("Kubernetes"));
    fs::write(folder.path().join("resume.json"), &without).expect("a file");
    let summary = folder.path().join("summary.md");
    let mut command = gapcheck(&folder, &["check", "--as-of", "2026-11-22", "--format", "github"]);
    let output = command
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let annotations: Vec<&str> = text.lines().filter(|line| line.starts_with("::error")).collect();
    let skills = without
        .lines()
        .position(|line| line.contains("\"skills\""))
        .expect("the section")
        + 1;
    assert_eq!(annotations.len(), 1, "{text}");
    let place = format!("::error file=resume.json,line={skills},");
    assert!(
        annotations[0].starts_with(&place) && annotations[0].contains("Kubernetes"),
        "{text}"
    );
    let summary = fs::read_to_string(summary).expect("a summary");
    assert!(summary.contains("### Since the baseline"), "{summary}");
    assert!(
        summary.lines().any(|line| line.starts_with("| − | Kubernetes |")),
        "{summary}"
    );
}

#[test]
fn every_workflow_uses_this_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let wanted = format!("@v{}", env!("CARGO_PKG_VERSION"));
    for file in [
        "examples/portfolio/.github/workflows/gapcheck.yml",
        "src/bin/gapcheck/init/workflow.yml",
        "docs/ci.md",
    ] {
        let text = fs::read_to_string(root.join(file)).expect("a file");
        let uses: Vec<&str> = text.lines().filter(|line| line.contains("uses: gapcheck/")).collect();
        assert!(
            !uses.is_empty() && uses.iter().all(|line| line.ends_with(&wanted)),
            "{file}: {uses:?}"
        );
    }
}

//! Where files lie in a repository: paths as services want them, what `init` writes where, what is never written through.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::check::write;
use super::check::{SENIOR, check, checked, said};
use super::cli::{check_refused, folder_with, gapcheck, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder `a` in a repository, with a resume in it.
fn repository() -> TempDir {
    let folder = folder_with("x", "");
    fs::create_dir(folder.path().join(".git")).expect("a folder");
    fs::create_dir(folder.path().join("a")).expect("a folder");
    write(&folder, "a/resume.json", SENIOR);
    folder
}

/// The path that SARIF gives, of a check run in a folder.
#[track_caller]
fn path(folder: &Path, resume: &str, variable: Option<(&str, &Path)>) -> String {
    let mut command = gapcheck(
        &tempfile::tempdir().expect("a folder"),
        &check(&[resume, "--fail-on", "any", "--format", "sarif"]),
    );
    command.current_dir(folder).envs(variable);
    let (_, text) = said(&command.output().expect("the program starts"));
    let sarif: Value = serde_json::from_str(&text).expect("JSON");
    let uri = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    uri.as_str().expect("a path").to_owned()
}

#[test]
fn paths_begin_at_the_root_of_the_repository() {
    let folder = repository();
    let (root, below) = (folder.path(), folder.path().join("a"));
    let absolute = below.join("resume.json").display().to_string();
    assert_eq!(path(root, "a/resume.json", None), "a/resume.json");
    assert_eq!(path(root, "./a/../a/resume.json", None), "a/resume.json");
    assert_eq!(path(&below, "resume.json", None), "a/resume.json");
    assert_eq!(path(&below, "../a/resume.json", None), "a/resume.json");
    assert_eq!(path(root, &absolute, None), "a/resume.json");
    // Without .git the service says where the root is; without either the path is as given.
    fs::remove_dir(root.join(".git")).expect("it was made");
    assert_eq!(path(&below, "./resume.json", None), "resume.json");
    for variable in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
        assert_eq!(path(&below, "resume.json", Some((variable, root))), "a/resume.json");
    }
}

#[test]
fn init_writes_what_can_be_used_and_overwrites_nothing() {
    let folder = folder_with("resume.json", SENIOR);
    assert_eq!(run(&folder, &["init"]).status.code(), Some(0));
    assert!(folder.path().join(".github/workflows/gapcheck.yml").exists());
    assert_eq!(checked(&folder, &[]).0, 0);
    write(&folder, "gapcheck.toml", "profile = \"mlops-engineer\"");
    assert_eq!(run(&folder, &["init"]).status.code(), Some(0));
    let kept = fs::read_to_string(folder.path().join("gapcheck.toml")).expect("a file");
    assert_eq!(kept, "profile = \"mlops-engineer\"");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_nobody_named() {
    let outside = folder_with("victim", "kept");
    let folder = folder_with("resume.json", SENIOR);
    let link = |name: &str, to: &str| {
        std::os::unix::fs::symlink(outside.path().join(to), folder.path().join(name)).expect("a link");
    };
    link("gapcheck-baseline.json", "victim");
    link(".github", "");
    check_refused(&run(&folder, &check(&["--write-baseline"])), &["is a link"]);
    assert_eq!(run(&folder, &["init"]).status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(outside.path().join("victim")).expect("a file"),
        "kept"
    );
    assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 1);
}

#[test]
fn init_in_a_folder_of_a_repository_writes_the_workflow_into_its_root() {
    let folder = repository();
    assert_eq!(run(&folder, &["init", "a"]).status.code(), Some(0));
    assert!(folder.path().join("a/gapcheck.toml").exists() && !folder.path().join("a/.github").exists());
    let workflow = fs::read_to_string(folder.path().join(".github/workflows/gapcheck.yml")).expect("a workflow");
    assert!(
        workflow.ends_with("        with:\n          working-directory: \"a\"\n"),
        "{workflow}"
    );
}

#[test]
fn init_hides_no_configuration() {
    for (file, text) in [
        (".gapcheck.toml", ""),
        ("pyproject.toml", "[tool.gapcheck]\nprofile = \"mlops-engineer\"\n"),
    ] {
        let folder = folder_with(file, text);
        let output = run(&folder, &["init"]);
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.contains(&format!("{file} configures gapcheck already")), "{text}");
        assert!(!folder.path().join("gapcheck.toml").exists());
        assert!(folder.path().join(".github/workflows/gapcheck.yml").exists());
    }
}

#[test]
fn init_that_cannot_write_all_writes_nothing() {
    let folder = folder_with(".github", "a file");
    check_refused(&run(&folder, &["init"]), &[".github is a file"]);
    assert!(!folder.path().join("gapcheck.toml").exists());
}

#[cfg(unix)]
#[test]
fn no_link_of_a_repository_leads_out_of_it() {
    let outside = folder_with("secret", "PASSWORD=1");
    let folder = repository();
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).expect("a link");
    let refused = |arguments: &[&str], words: &[&str]| {
        let output = run(&folder, arguments);
        check_refused(&output, words);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("PASSWORD"));
    };
    for name in ["gapcheck.toml", "pyproject.toml", "resume.json"] {
        link(&outside.path().join("secret"), name);
        refused(&["check"], &[name, "leaves its repository"]);
        fs::remove_file(folder.path().join(name)).expect("it was made");
    }
    // One that stays is followed, though not into .git.
    link(Path::new("a/resume.json"), "resume.json");
    assert_eq!(checked(&folder, &[]).0, 0);
    link(Path::new(".git"), "g");
    for key in ["baseline", "profile"] {
        write(&folder, "gapcheck.toml", &format!("{key} = \"g/config\""));
        refused(&["check", "--write-baseline"], &["leaves the folder"]);
    }
    write(&folder, "gapcheck.toml", "");
    link(Path::new(".git/HEAD"), "out.sarif");
    refused(&["check", "--format", "sarif=out.sarif"], &["out.sarif is a link"]);
}

#[test]
fn init_for_a_second_folder_says_what_is_left_to_do() {
    let folder = repository();
    fs::create_dir(folder.path().join("b")).expect("a folder");
    assert_eq!(run(&folder, &["init", "a"]).status.code(), Some(0));
    let said = String::from_utf8(run(&folder, &["init", "b"]).stderr).expect("UTF-8");
    assert!(
        said.contains("see that a step with working-directory: \"b\" checks this folder"),
        "{said}"
    );
    fs::create_dir(folder.path().join("${{ x }}")).expect("a folder");
    check_refused(&run(&folder, &["init", "${{ x }}"]), &["expression"]);
}

//! The command line: one file a case under `tests/cli/` (arguments, input, status, standard output, standard error), and output
//! that is whole or not there.
//!
//! `TRYCMD=overwrite cargo test --test it cli` accepts what the program says now; `...` stands for lines that may change.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A small resume.
pub(crate) const RESUME: &str =
    r#"{"work":[{"position":"ML Engineer","startDate":"2024-01"}],"skills":["K8s",{"name":"Go"}]}"#;

/// The program in a folder of its own, its environment scrubbed.
pub(crate) fn gapcheck(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let common = ["--color", "never", "--width", "80"];
    command
        .args(arguments)
        .args(common)
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null());
    command
}

#[track_caller]
pub(crate) fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    gapcheck(folder, arguments).output().expect("the program starts")
}

pub(crate) fn assess<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["assess", "--as-of", "2026-11-22"], arguments].concat()
}

pub(crate) fn folder_with(file: &str, content: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(file), content).expect("a file in it");
    folder
}

fn read(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).expect("a readable file")
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Exit code 2, nothing on standard output, no panic, and all of `words` on standard error.
#[track_caller]
pub(crate) fn check_refused(output: &Output, words: &[&str]) {
    let said = String::from_utf8(output.stderr.clone()).expect("messages are UTF-8");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        output.stdout.is_empty(),
        "something on standard output: {}",
        String::from_utf8_lossy(&output.stdout)
    );
    assert!(!said.contains("panicked"), "{said}");
    for word in words {
        assert!(said.contains(word), "\"{word}\" is missing in: {said}");
    }
    assert!(
        !said.chars().any(|c| c.is_control() && c != '\n'),
        "control characters in {said:?}"
    );
}

#[test]
fn cases() {
    trycmd::TestCases::new()
        .register_bin("gapcheck", std::path::Path::new(env!("CARGO_BIN_EXE_gapcheck")))
        .case("tests/cli/*.toml");
}

#[test]
fn a_failed_run_leaves_files_as_they_were() {
    let folder = folder_with("cv.json", RESUME);
    fs::write(folder.path().join("bad.json"), "{").expect("a file");
    fs::write(folder.path().join("out.md"), "as it was").expect("a file");
    check_refused(
        &run(&folder, &assess(&["-o", "none/out.md", "cv.json"])),
        &["error: ", "none/out.md"],
    );
    check_refused(
        &run(&folder, &assess(&["-o", "out.md", "bad.json"])),
        &["error: ", "bad.json"],
    );
    check_refused(&run(&folder, &assess(&["-o", ".", "cv.json"])), &["error: ", "folder"]);
    assert_eq!(read(&folder, "out.md"), "as it was");
    assert_eq!(names(&folder), ["bad.json", "cv.json", "out.md"]);
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_with_130() {
    for signal in ["-INT", "-TERM"] {
        for command in ["assess", "check"] {
            let folder = folder_with("x", "");
            let mut child = gapcheck(&folder, &[command, "-"])
                .stdin(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            // More than a pipe holds: the program is reading, and the handler stands, when all of it is written.
            let start = " ".repeat(200_000);
            child
                .stdin
                .as_mut()
                .expect("a pipe")
                .write_all(start.as_bytes())
                .expect("it is read");
            let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
            assert!(sent.expect("kill is there").success());
            assert_eq!(child.wait().expect("it ends").code(), Some(130), "{command} {signal}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_is_replaced_whole_and_keeps_its_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder_with("cv.json", RESUME);
    let path = |name: &str| folder.path().join(name);
    fs::write(path("out.json"), "x".repeat(1_000_000)).expect("a file");
    fs::set_permissions(path("out.json"), fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("out.json", path("link.json")).expect("a link");
    for target in ["out.json", "link.json"] {
        assert!(
            run(&folder, &assess(&["--format", "json", "-o", target, "cv.json"]))
                .status
                .success()
        );
        let written: Value = serde_json::from_str(&read(&folder, "out.json")).expect("the whole result and no more");
        assert_eq!(written["format"], "gapcheck.assessment/1");
    }
    let mode = fs::metadata(path("out.json")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(fs::symlink_metadata(path("link.json")).expect("a link").is_symlink());
    assert_eq!(names(&folder), ["cv.json", "link.json", "out.json"]);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_as_private_as_its_owner_wants() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_with("cv.json", RESUME);
    for (umask, mode) in [("077", 0o600), ("022", 0o644), ("002", 0o664)] {
        let script = format!("umask {umask} && rm -f out.json && exec \"$@\"");
        let assess = assess(&["--format", "json", "-o", "out.json", "cv.json"]);
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", &script, "sh", env!("CARGO_BIN_EXE_gapcheck")])
            .args(assess);
        let done = command.current_dir(folder.path()).output().expect("it runs");
        assert!(done.status.success(), "{done:?}");
        let found = fs::metadata(folder.path().join("out.json"))
            .expect("a file")
            .permissions();
        assert_eq!(found.mode() & 0o777, mode, "umask {umask}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_pipes_are_written_directly() {
    let folder = folder_with("cv.json", RESUME);
    let to = |target: &str| assess(&["--format", "json", "-o", target, "cv.json"]).join(" ");
    let split = |line: String| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let run_to = |target: &str| {
        let arguments = split(to(target));
        run(&folder, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(run_to("/dev/stdout").stdout.starts_with(b"{\n  \"format\""));
    check_refused(&run_to("/dev/full"), &["error: ", "/dev/full", "No space left"]);

    let pipe = folder.path().join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo is there")
            .success()
    );
    let reader = std::thread::spawn(move || fs::read(pipe).expect("what came through the pipe"));
    assert!(run_to("pipe").status.success());
    assert!(reader.join().expect("the reader ends").ends_with(b"}\n"));
    assert_eq!(names(&folder), ["cv.json", "pipe"]);
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_keeps_what_it_holds_and_may_be_full() {
    let folder = folder_with("cv.json", RESUME);
    let log = folder.path().join("log");
    fs::write(&log, "before\n").expect("a file");
    let appended = fs::OpenOptions::new().append(true).open(&log).expect("the file");
    let arguments = assess(&["--format", "json", "-o", "/dev/stdout", "cv.json"]);
    assert!(
        gapcheck(&folder, &arguments)
            .stdout(appended)
            .status()
            .expect("it starts")
            .success()
    );
    let text = read(&folder, "log");
    assert!(
        text.starts_with("before\n{") && text.ends_with("}\n"),
        "{}",
        &text[..text.len().min(60)]
    );

    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("the device");
    let output = gapcheck(&folder, &assess(&["cv.json"]))
        .stdout(full)
        .output()
        .expect("it starts");
    check_refused(&output, &["error: ", "standard output", "No space left"]);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder_with("cv.json", RESUME);
    let assessed = assess(&["--format", "json", "cv.json"]);
    for arguments in [
        assessed.as_slice(),
        &["skills"],
        &["profile", "show"],
        &["completions", "bash"],
        &["man"],
    ] {
        let mut command = gapcheck(&folder, arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .expect("a pipe")
            .read_to_string(&mut said)
            .expect("UTF-8");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

//! Input that is wrong or odd: refused with exit code 2 and words that help, or read with every place right.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::cli::{RESUME, assess, check_refused, folder_with, gapcheck, run};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Stdio;
use tempfile::tempdir;

/// A resume that is refused: what is wrong, in which file, and what to do.
#[track_caller]
fn refused(content: impl AsRef<[u8]>, words: &[&str]) {
    let folder = folder_with("cv.json", content);
    let output = run(&folder, &assess(&["cv.json"]));
    check_refused(&output, &[&["error: ", "cv.json", "help: "], words].concat());
}

fn utf16(text: &str, mark: bool, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}');
    String::from_iter(mark.into_iter().chain(text.chars()))
        .encode_utf16()
        .flat_map(unit)
        .collect()
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = tempdir().expect("a temporary folder");
    check_refused(
        &run(&folder, &assess(&["none.json"])),
        &["error: ", "none.json", "No such file", "help: "],
    );
    check_refused(&run(&folder, &assess(&["."])), &["error: ", "folder", "help: "]);
    check_refused(
        &run(&folder, &assess(&["--profile", ".", "cv.json"])),
        &["error: ", "folder"],
    );
}

#[test]
fn what_is_no_text_is_refused() {
    refused("", &["empty", "{}"]);
    refused("\n", &["empty", "{}"]);
    refused("\u{feff}\n", &["empty", "{}"]);
    refused(
        [0x9f, 0x3c, 0xff, 0x00, 0x81, 0x7e, 0xc3, 0x28, 0x0a, 0xf0],
        &["binary"],
    );
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0", &["binary"]);
    refused(
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>",
        &["binary"],
    );
    refused([0; 64], &["binary"]);
    refused(format!("{RESUME}\0"), &["1:91"]);
    refused(
        [RESUME.as_bytes(), b"\n \xe9"].concat(),
        &["line 2, column 2", "0xE9", "UTF-8"],
    );
}

#[test]
fn utf_16_is_refused_by_name() {
    for mark in [true, false] {
        refused(utf16(RESUME, mark, u16::to_le_bytes), &["UTF-16", "UTF-8"]);
        refused(utf16(RESUME, mark, u16::to_be_bytes), &["UTF-16", "UTF-8"]);
    }
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    refused("hello", &["cv.json:1:1"]);
    refused("{\"skills\": [\"a\" \"b\"]}", &["cv.json:1:17", "comma"]);
    refused(
        "{\n  \"skills\": [\"\u{7}\"]\n}",
        &["cv.json:2:15", "control character"],
    );
    refused("{\n  \"skills\": [\"one\ntwo\"]\n}", &["control character", "\\n"]);
    refused(r#"{"skills": ["\ud83d"]}"#, &["cv.json:1:", "\\u"]);
    refused(r#"{"skills": ["\ude00 x"]}"#, &["cv.json:1:", "\\u"]);
    refused(r#"{"skills": ["C:\work"]}"#, &["cv.json:1:17", "\\\\"]);
    refused("{} {}", &["cv.json:1:4"]);
    refused("{\"a\": 1 /* never closed", &["cv.json:1:"]);
}

#[test]
fn deep_nesting_is_refused() {
    refused("[".repeat(100_000), &["nested"]);
    refused("[".repeat(100_000) + &"]".repeat(100_000), &["nested"]);
    refused("{\"work\":".repeat(100_000), &["nested"]);
    refused(
        format!("{{\"work\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000)),
        &["nested"],
    );
}

#[test]
fn json_that_is_no_resume_is_refused() {
    for text in ["[]", "[{\"work\": []}]", "\"Python\"", "5", "true", "null"] {
        refused(text, &["not a resume", "object", "cv.json:1:1"]);
    }
    refused(r#"{"v":"5.5","layers":[]}"#, &["not a resume", "basics"]);
    refused(
        r#"{"name":"left-pad","version":"1.3.0","dependencies":{"x":"^1"}}"#,
        &["not a resume", "basics"],
    );
}

#[test]
fn too_large_a_file_is_refused() {
    let folder = folder_with("cv.json", "");
    let limit = gapcheck::resume::MAX_BYTES as u64;
    let file = fs::File::create(folder.path().join("cv.json")).expect("a file");
    file.set_len(limit + 1).expect("a sparse file");
    check_refused(
        &run(&folder, &assess(&["cv.json"])),
        &["error: ", "cv.json", "64 MiB", "help: "],
    );
    check_refused(
        &run(&folder, &["profile", "validate", "cv.json"]),
        &["error: ", "cv.json", "64 MiB", "help: "],
    );
}

#[test]
fn every_beginning_of_a_resume_is_refused_and_the_whole_is_read() {
    for end in 0..RESUME.len() {
        refused(&RESUME[..end], &[]);
    }
    let folder = folder_with("cv.json", RESUME);
    assert!(run(&folder, &assess(&["cv.json"])).status.success());
}

#[test]
fn a_profile_with_faults_is_refused() {
    let folder = folder_with("role.json", "{\n \"format\": \"gapcheck.profile/1\", \"ladder\": 5\n}");
    fs::write(folder.path().join("cv.json"), RESUME).expect("a file");
    check_refused(
        &run(&folder, &assess(&["--profile", "role.json", "cv.json"])),
        &["error: ", "role.json:2:"],
    );
    check_refused(
        &run(&folder, &["profile", "validate", "role.json"]),
        &["error: ", "role.json:2:"],
    );
    check_refused(
        &run(&folder, &["profile", "show", "none"]),
        &["error: ", "\"none\"", "help: "],
    );
    fs::write(folder.path().join("role.json"), [0xff, 0xfe, 0]).expect("a file");
    check_refused(
        &run(&folder, &["profile", "validate", "role.json"]),
        &["error: ", "role.json", "UTF-8"],
    );
    fs::write(folder.path().join("role.json"), "{\"\u{45be}").expect("a file");
    check_refused(
        &run(&folder, &["profile", "validate", "role.json"]),
        &["error: ", "role.json:1:3"],
    );
}

#[test]
fn a_message_holds_no_control_characters() {
    let name = "cv\u{1b}[31m\u{202e}.json";
    let folder = folder_with(name, "{\"skills\": [\"\u{1b}[2J\u{202e}\"");
    for arguments in [
        vec![name],
        vec!["none\u{1b}[31m.json"],
        vec!["--profile", name, name],
        vec!["-o", name, name],
    ] {
        let output = run(&folder, &assess(&arguments));
        check_refused(&output, &["error: "]);
        assert!(
            !String::from_utf8_lossy(&output.stderr).contains('\u{202e}'),
            "{arguments:?}"
        );
    }
}

#[test]
fn warnings_on_standard_error_hold_no_control_characters() {
    let name = "cv\u{1b}[31m.json";
    let resume =
        r#"{"skills": [], "a\u001b[31m\u202e\n::error": 1, "a\u001b[31m\u202e\n::error": 2, "work \u001b[31m": 5}"#;
    let folder = folder_with(name, resume);
    let output = run(&folder, &assess(&["--format", "json", name]));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.contains("warning: "), "{said}");
    assert!(
        !said.contains(['\u{1b}', '\u{202e}']) && !said.contains("\n::"),
        "{said:?}"
    );
}

/// The words behind `«` are read as the skill, and at their line, column (in Unicode scalar values) and pointer.
#[track_caller]
fn check_place(marked: &str, skill: &str, words: &str, pointer: &str) {
    let before = marked.split('«').next().expect("a mark");
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.trim_start_matches('\u{feff}').chars().count())
        + 1;
    let folder = folder_with("cv.json", marked.replace('«', ""));
    let output = run(&folder, &assess(&["--format", "json", "cv.json"]));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let skills = found["skills"].as_array().expect("a list of skills");
    let finding = skills
        .iter()
        .find(|s| s["id"] == skill)
        .unwrap_or_else(|| panic!("{skill} is not found in {marked}"));
    let at = |e: &Value| format!("{}:{} {} {}", e["line"], e["column"], e["pointer"], e["text"]);
    let places: Vec<String> = finding["evidence"]
        .as_array()
        .expect("evidence")
        .iter()
        .map(at)
        .collect();
    assert_eq!(
        places,
        [format!("{line}:{column} \"{pointer}\" \"{words}\"")],
        "in {marked}"
    );
}

#[test]
fn places_are_those_of_the_words() {
    let check = |marked: &str, pointer: &str| check_place(marked, "kubernetes", "K8s", pointer);
    check("{\"skills\": [\"Go\", \"«K8s\"]}", "/skills/1");
    check("{\"skills\": [/* é 日本 🚀 */ \"«K8s\"]}", "/skills/0");
    check("{\"skills\": [ // é\n  /* ü */ \"«K8s\",\n]}", "/skills/0");
    check(
        "{\"work\": [{\"summary\": \"https://a.b /* x */ // «K8s, daily\"}]}",
        "/work/0/summary",
    );
    check(
        "{\"work\": [{\"summary\": \"\\ud83d\\ude80 🚀 \\\"é\\\" «K8s\"}]}",
        "/work/0/summary",
    );
    check("{\"skills\":\t[\n\t\t\"Go\",\t\"«K8s\"]}", "/skills/1");
    check("{\r\n  \"skills\": [\r\n    \"«K8s\"\r\n  ]\r\n}\r\n", "/skills/0");
    check("\u{feff}{\"skills\": [\"«K8s\"]}", "/skills/0");
    check("\u{feff}{\n\"skills\": [/* é */\"«K8s\"]}", "/skills/0");
    check("{\"skills\": [\"Go\"], \"skills\": [\"«K8s\"]}", "/skills/0");
    check(
        "{\"skills\": [{\"name\": \"Tools\", \"keywords\": [\"Go\", \"«K8s\"]}]}",
        "/skills/0/keywords/1",
    );
    check("{\"work\": [{\"a/b~c\": \"I run «K8s daily\"}]}", "/work/0/a~1b~0c");
    let filler = "{\"summary\":\"Nothing to see here\"},".repeat(500);
    check(
        &format!("{{\"work\":[{filler}{{\"summary\":\"Runs «K8s\"}}]}}"),
        "/work/500/summary",
    );
}

#[test]
fn escaped_words_are_found_at_their_place() {
    check_place(r#"{"skills": ["Go", "«\u004b8s"]}"#, "kubernetes", "K8s", "/skills/1");
    check_place(
        r#"{"skills": ["«\u004B\u0038\u0073"]}"#,
        "kubernetes",
        "K8s",
        "/skills/0",
    );
    check_place(
        r#"{"work": [{"summary": "A\tB\u00e9 «\u004b8s"}]}"#,
        "kubernetes",
        "K8s",
        "/work/0/summary",
    );
    check_place(r#"{"skills": ["«CI\/CD"]}"#, "ci-cd", "CI/CD", "/skills/0");
}

#[test]
fn standard_input_is_refused_under_its_name() {
    let folder = tempdir().expect("a temporary folder");
    let mut command = gapcheck(&folder, &assess(&["-", "--stdin-filename", "cv/ada.json"]));
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(b"{\"skills\": [}")
        .expect("it reads");
    check_refused(
        &child.wait_with_output().expect("it ends"),
        &["error: ", "cv/ada.json:1:13"],
    );
}

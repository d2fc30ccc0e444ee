//! `gapcheck batch`: one line out for each resume in, in order, the same as from `assess`, whatever the lines hold.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use crate::cli::{check_refused, folder_with, gapcheck};
use crate::examples::ALL;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};
use tempfile::TempDir;

/// A small resume with an identifier.
pub(crate) fn resume(id: &str) -> String {
    format!(
        r#"{{"meta":{{"id":"{id}"}},"work":[{{"position":"ML Engineer","startDate":"2024-01"}}],"skills":["K8s"]}}"#
    )
}

/// The arguments of a run on a fixed day.
pub(crate) fn batch<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["batch", "--as-of", "2026-11-22"], arguments].concat()
}

/// Runs with this on standard input. Who ends before it has read all is no fault.
#[track_caller]
pub(crate) fn piped(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let folder = folder_with("x", "");
    let mut child = gapcheck(&folder, &batch(arguments))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (mut pipe, input) = (child.stdin.take().expect("a pipe"), input.as_ref().to_vec());
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    output
}

/// The lines of an output, each an object; all of them end.
#[track_caller]
pub(crate) fn lines(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).expect("UTF-8");
    assert!(text.is_empty() || text.ends_with('\n'), "the last line does not end");
    let value = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}"));
    text.lines().map(value).collect()
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// Of each line the identifier, or the code of its error.
#[track_caller]
pub(crate) fn told(output: &Output) -> Vec<String> {
    let told = |line: &Value| match &line["error"]["code"] {
        Value::Null => line["id"].as_str().map_or("null".to_owned(), str::to_owned),
        code => code.as_str().expect("a text").to_owned(),
    };
    lines(output).iter().map(told).collect()
}

/// Exit code 2, and all of `words` on standard error.
#[track_caller]
pub(crate) fn check_failed(output: &Output, words: &[&str]) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    for word in words {
        assert!(said.contains(word), "\"{word}\" is missing in: {said}");
    }
}

#[track_caller]
pub(crate) fn check_done(output: &Output) {
    assert_eq!((output.status.code(), said(output).as_str()), (Some(0), ""));
}

/// A resume on one line.
fn compact(resume: &str) -> String {
    let value: Value = serde_json::from_str(resume).expect("JSON");
    value.to_string()
}

/// The examples, one a line, so often.
fn examples(times: usize) -> String {
    let once: String = ALL.iter().map(|(_, resume)| compact(resume) + "\n").collect();
    once.repeat(times)
}

#[test]
fn every_example_is_assessed_as_alone() {
    let output = piped(&["--fields", "full"], examples(1));
    check_done(&output);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(text.lines().count(), ALL.len());
    for ((name, resume), line) in ALL.into_iter().zip(text.lines()) {
        let folder = folder_with("cv.json", compact(resume));
        let alone = crate::cli::run(
            &folder,
            &crate::cli::assess(&["cv.json", "--format", "json", "--quiet"]),
        );
        let alone = String::from_utf8(alone.stdout).expect("UTF-8");
        assert_eq!(line, on_one_line(&alone), "{name}");
    }
}

/// Indented JSON without what indents it.
fn on_one_line(indented: &str) -> String {
    let joined: String = indented.lines().map(str::trim_start).collect();
    let mut line = String::new();
    let (mut in_text, mut escaped) = (false, false);
    for c in joined.chars() {
        in_text ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        // Outside of texts only the blank behind a colon is left.
        line.extend(Some(c).filter(|c| in_text || *c != ' '));
    }
    line
}

#[test]
fn any_number_of_threads_writes_the_same() {
    // More than the chunks that are on their way at once; blanks take their room and no time.
    let input: String = examples(10).lines().map(|line| format!("{line:<30000}\n")).collect();
    for fields in ["summary", "coverage,stage"] {
        let first = piped(&["--threads", "1", "--fields", fields], &input);
        assert_eq!(lines(&first).len(), 10 * ALL.len());
        for threads in ["2", "3", "4"] {
            let output = piped(&["--threads", threads, "--fields", fields], &input);
            check_done(&output);
            assert!(output.stdout == first.stdout, "{threads} threads write something else");
        }
    }
    let output = piped(&["--threads", "16", "--id", "/meta/id"], resume("a"));
    assert_eq!(told(&output), ["a"]);
}

#[test]
fn a_sentence_that_comes_again_says_what_it_says_where_it_stands() {
    let said = "Expert in Python, led a team of 12 and want to learn Rust";
    let somewhere = [
        json!({"work": [{"position": "ML Engineer", "startDate": "2022-01", "highlights": [said, said]}]}),
        json!({"skills": [{"name": "Tools", "keywords": [said, "Python"]}]}),
        json!({"skills": [{"name": "Want to learn", "keywords": [said, "Python"]}]}),
        json!({"education": [{"area": said, "courses": [said]}], "languages": [{"language": said}]}),
        json!({"work": [{"position": said, "startDate": "2022-01", "summary": said}]}),
    ];
    let once: String = somewhere.iter().map(|resume| format!("{resume}\n")).collect();
    for fields in ["summary", "full"] {
        let alone: Vec<u8> = once
            .lines()
            .flat_map(|resume| piped(&["--fields", fields], resume).stdout)
            .collect();
        let together = piped(&["--threads", "1", "--fields", fields], once.repeat(3));
        check_done(&together);
        assert!(together.stdout == alone.repeat(3), "{fields} of what came before");
    }
}

#[test]
fn a_summary_says_what_the_whole_says() {
    let summaries = lines(&piped(&[], examples(1)));
    let wholes = lines(&piped(&["--fields", "full"], examples(1)));
    for (summary, whole) in summaries.iter().zip(&wholes) {
        assert_eq!(summary["format"], "gapcheck.summary/1");
        for (field, pointer) in [
            ("/profile/id", "/profile/id"),
            ("/profile/version", "/profile/version"),
            ("/as_of", "/as_of"),
            ("/relevant_years", "/candidate/relevant_years"),
            ("/total_years", "/candidate/total_years"),
            ("/ladder_years", "/candidate/ladder_years"),
            ("/stage/estimate", "/stage/estimate"),
            ("/stage/range", "/stage/range"),
            ("/stage/years", "/stage/readings/years"),
            ("/stage/evidence", "/stage/readings/evidence"),
            ("/stage/title", "/stage/readings/title"),
            ("/stage/next", "/stage/next"),
            ("/score", "/coverage/score"),
            ("/essential_met", "/coverage/essential_met"),
            ("/essential_total", "/coverage/essential_total"),
        ] {
            assert!(summary.pointer(field).is_some(), "{field}");
            assert_eq!(summary.pointer(field), whole.pointer(pointer), "{field}");
        }
        let each = |list: &str, of: &dyn Fn(&Value) -> Value| {
            whole[list]
                .as_array()
                .expect("a list")
                .iter()
                .map(of)
                .collect::<Value>()
        };
        let by_id = |list: &str| -> Value {
            let entries = whole[list].as_array().expect("a list").iter();
            let entry = |e: &Value| (e["id"].as_str().expect("an id").to_owned(), e["status"].clone());
            Value::Object(entries.map(entry).collect())
        };
        assert_eq!(summary["requirements"], by_id("requirements"));
        assert_eq!(summary["skills"], by_id("skills"));
        let gap = |g: &Value| json!({"requirement": g["requirement"], "points": g["points"]});
        assert_eq!(summary["gaps"], each("gaps", &gap));
        let held = whole["certifications"]["held"].as_array().expect("a list");
        let held: Value = held.iter().map(|h| h["id"].clone()).collect();
        assert_eq!(summary["certificates"], held);
        assert_eq!(summary["warnings"], whole["warnings"].as_array().expect("a list").len());
    }
}

#[test]
fn a_list_of_fields_is_a_part_of_the_whole() {
    let whole = &lines(&piped(&["--fields", "full"], resume("a")))[0];
    let whole = whole.as_object().expect("an object");
    let all: Vec<&str> = whole.keys().map(String::as_str).collect();
    let output = piped(&["--fields", &all.join(",")], resume("a"));
    assert_eq!(lines(&output)[0].as_object(), Some(whole));
    for (asked, written) in [("stage,coverage", "coverage,stage"), ("skills, skills", "skills")] {
        let line = &lines(&piped(&["--fields", asked], resume("a")))[0];
        let written: Value = written
            .split(',')
            .map(|name| (name.to_owned(), whole[name].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into();
        assert_eq!(*line, written, "{asked}");
    }
    check_refused(
        &piped(&["--fields", "coverage,stge"], ""),
        &["\"stge\"", "did you mean stage?"],
    );
    check_refused(&piped(&["--fields", "summry"], ""), &["did you mean summary?"]);
    check_refused(&piped(&["--fields", "full,stage"], ""), &["full stands alone"]);
    check_refused(
        &piped(&["--fields", "xyz"], ""),
        &["known are summary, full", "certifications"],
    );
}

#[test]
fn every_line_has_its_line_whatever_it_holds() {
    let mut input = Vec::new();
    let cut = r#"{"meta":{"id":"cut"},"work":["#;
    for line in [
        resume("a").as_bytes(),
        b"not JSON at all",
        b"",
        b"  \t\r",
        b"{\"skills\":[\"Go \xff\"]}",
        b"\xff\xfe{}",
        b"%PDF-1.7 \0",
        cut.as_bytes(),
        b"[]",
        b"{\"answer\":42}",
        b"{} {}",
        &b"[".repeat(500),
        resume("b").as_bytes(),
    ] {
        input.extend([line, b"\n"].concat());
    }
    let output = piped(&["--id", "/meta/id"], &input);
    let codes =
        "a not-json blank blank not-utf8 not-utf8 not-json not-json not-a-resume not-a-resume not-json not-json b";
    assert_eq!(told(&output).join(" "), codes);
    let found = lines(&output);
    for (at, line) in found.iter().enumerate().filter(|(_, line)| line.get("error").is_some()) {
        let error = &line["error"];
        assert_eq!(error["line"], at + 1);
        assert!(
            error["message"].as_str().is_some_and(|m| !m.contains("the file")),
            "{error}"
        );
        assert!(line.get("source").is_none() && error.get("help").is_some(), "{line}");
    }
    // Whose it is stands before what is wrong.
    assert_eq!(found[7]["id"], "cut");
    assert_eq!(found[7]["error"]["column"], cut.len() + 1);
    assert!(found[1].get("id").is_none());
    assert_eq!(found[4]["error"]["column"], 16);
    check_failed(&output, &["11 of 13 resumes", "the first at line 2, column 2", "error"]);
}

#[test]
fn ends_of_lines_marks_and_the_last_line_are_read_as_people_write_them() {
    let ids = |input: String| told(&piped(&["--id", "/meta/id"], input));
    let (a, b) = (resume("a"), resume("b"));
    assert_eq!(ids(format!("{a}\r\n{b}\r\n")), ["a", "b"]);
    assert_eq!(ids(format!("{a}\n{b}")), ["a", "b"]);
    assert_eq!(ids(format!("{a}\n{b}\n\n")), ["a", "b", "blank"]);
    assert_eq!(ids("\n".to_owned()), ["blank"]);
    assert_eq!(ids(format!("\u{feff}{a}\n{b}")), ["a", "b"]);
    // Comments and trailing commas are read as `assess` reads them.
    assert_eq!(
        ids(r#"{"meta":{"id":"c",}, "skills":["Go",], /* more */ }"#.to_owned()),
        ["c"]
    );
    let empty = piped(&[], "");
    check_done(&empty);
    assert!(empty.stdout.is_empty());
}

#[test]
fn an_identifier_is_carried() {
    let input = [
        r#"{"meta":{"id":17},"skills":[]}"#,
        r#"{"meta":{"id":true},"skills":[]}"#,
        r#"{"skills":[]}"#,
        r#"{"meta":{"id":"\u001b[31m\u009b\u202e##[x]"},"skills":[]}"#,
    ];
    let output = piped(&["--id", "/meta/id", "--fields", "coverage"], input.join("\n"));
    check_done(&output);
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    for (line, id) in text.lines().zip(["17", "null", "null"]) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"coverage\":{{")), "{line}");
    }
    assert_eq!(lines(&output)[3]["id"], "\u{1b}[31m\u{9b}\u{202e}##[x]");
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n') && !text.contains("##"),
        "{text}"
    );
    let long = piped(&["--id", "/meta/id"], resume(&"x".repeat(1000)));
    assert_eq!(told(&long), ["x".repeat(256)]);
    for wrong in ["meta.id", "", "/meta~", "/meta/~2id"] {
        check_refused(&piped(&["--id", wrong], ""), &["JSON pointer", "/basics/email"]);
    }
}

#[test]
fn a_strict_run_stops_at_the_first_fault() {
    let input = format!("{}\n{}\n[\n{}\n", resume("a"), resume("b"), resume("c"));
    for threads in ["1", "3"] {
        let output = piped(&["--id", "/meta/id", "--strict", "--threads", threads], &input);
        assert_eq!(told(&output), ["a", "b"]);
        check_failed(&output, &["stopped at line 3, column 2", "jq -c"]);
    }
    let folder = folder_with("cvs.jsonl", &input);
    let out = |folder: &TempDir| folder.path().join("out.jsonl").exists();
    let arguments = batch(&["cvs.jsonl", "-o", "out.jsonl", "--strict"]);
    check_failed(
        &crate::cli::run(&folder, &arguments),
        &["stopped at cvs.jsonl:3:2", "not written"],
    );
    assert!(!out(&folder));
    check_failed(
        &crate::cli::run(&folder, &arguments[..6]),
        &["1 of 4 resumes", "cvs.jsonl:3:2"],
    );
    assert!(out(&folder));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
}

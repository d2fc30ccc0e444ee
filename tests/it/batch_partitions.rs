//! `gapcheck batch` as an engine runs it: a process for each partition, the parts together being the whole; only failed lines are
//! excused by `--exit-zero`.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use crate::batch::{batch, check_done, check_failed, lines, piped, resume, said, told};
use crate::cli::{check_refused, folder_with, gapcheck, run};
use crate::examples::ALL;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::io::Write;
use std::process::Output;

/// What the recipe for Spark pipes each partition through.
const PIPED: [&str; 9] = [
    "-",
    "--threads",
    "1",
    "--fields",
    "summary",
    "--id",
    "/meta/id",
    "--exit-zero",
    "--no-config",
];

/// Resumes of all kinds, some of them broken, one a line.
fn people() -> Vec<String> {
    let examples = ALL.map(|(_, text)| serde_json::from_str::<Value>(text).expect("JSON").to_string());
    let broken = [
        "",
        "no JSON",
        r#"{"meta":{"id":"cut"},"work":["#,
        "[]",
        " \t",
        "{\"answer\":42}",
    ];
    let mut people: Vec<String> = examples.into();
    people.extend((0..9).map(|n| resume(&n.to_string())));
    people.extend(broken.map(str::to_owned));
    people.extend((9..12).map(|n| resume(&n.to_string())));
    people
}

/// Exit code 0, whatever the lines hold; a warning where some have an error.
#[track_caller]
fn check_excused(output: &Output) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let failed = lines(output).iter().any(|line| line.get("error").is_some());
    assert_eq!(said.starts_with("warning: "), failed, "{said}");
}

/// The lines of an output, those with an error as if so many lines stood before them.
fn placed(output: &Output, before: usize) -> Vec<String> {
    let text = str::from_utf8(&output.stdout).expect("UTF-8");
    let each = text.lines().zip(lines(output)).enumerate();
    each.map(|(at, (line, value))| match value.get("error") {
        Some(error) => {
            assert_eq!(error["line"], at + 1, "{line}");
            let (own, whole) = (at + 1, before + at + 1);
            line.replace(&format!("\"line\":{own},"), &format!("\"line\":{whole},"))
        }
        None => line.to_owned(),
    })
    .collect()
}

#[test]
fn the_parts_together_are_the_whole() {
    let people = people();
    let whole = piped(&PIPED, people.join("\n"));
    check_excused(&whole);
    assert_eq!(lines(&whole).len(), people.len());
    for size in [1, 2, 5, people.len()] {
        let mut together = Vec::new();
        for part in people.chunks(size) {
            // An engine ends every line.
            let output = piped(&PIPED, part.join("\n") + "\n");
            check_excused(&output);
            let before = together.len();
            together.extend(placed(&output, before));
        }
        assert_eq!(together, placed(&whole, 0), "parts of {size} lines");
    }
    // Where there are more partitions than lines some are empty.
    let empty = piped(&PIPED, "");
    check_done(&empty);
    assert!(empty.stdout.is_empty());
}

#[test]
fn failed_lines_are_excused_and_nothing_else() {
    let input = format!("{}\n[\n{}\n", resume("a"), resume("b"));
    let output = piped(&["--id", "/meta/id", "--exit-zero"], &input);
    check_excused(&output);
    assert_eq!(told(&output), ["a", "not-json", "b"]);
    assert!(said(&output).contains("1 of 3 resumes could not be assessed, the first at line 2, column 2"));
    let long = piped(
        &["--max-line", "1K", "--exit-zero"],
        format!("{}\n{{}}\n", "x".repeat(3000)),
    );
    check_excused(&long);
    assert_eq!(told(&long), ["too-long", "null"]);
}

#[test]
fn missing_input_is_not_excused() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(resume("a").as_bytes()).expect("memory takes it");
    let packed = encoder.finish().expect("memory takes it");
    let cut = piped(&["--exit-zero"], &packed[..packed.len() - 1]);
    check_failed(
        &cut,
        &[
            "a part of the input is missing: line ",
            "cut short",
            "make the file anew",
        ],
    );
    // Failed lines before it do not hide it, and everything is written.
    let folder = folder_with("b.jsonl", "[\n{}\n");
    let output = run(&folder, &batch(&["b.jsonl", "none.jsonl", "b.jsonl", "--exit-zero"]));
    assert_eq!(told(&output).join(" "), "not-json null unreadable not-json null");
    check_failed(&output, &["missing: none.jsonl:1:1", "spelling"]);
    check_refused(
        &piped(&["--exit-zero", "--profile", "none"], "{}"),
        &["no profile \"none\"", "built in are"],
    );
    check_refused(
        &piped(&["--exit-zero", "--strict"], "{}"),
        &["--strict", "cannot be used with"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_not_excused() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let folder = folder_with("b.jsonl", "[\n{}\n");
    let output = gapcheck(&folder, &batch(&["b.jsonl", "--exit-zero"]))
        .stdout(full.expect("the device"))
        .output()
        .expect("it starts");
    check_refused(&output, &["cannot write to standard output"]);
}

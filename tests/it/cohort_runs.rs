//! `gapcheck cohort` as it is run: over resumes, lines of a batch and parts of a data set, and what it refuses.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::cli::{check_refused, folder_with, run};
use super::examples;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Output;
use tempfile::TempDir;

/// The examples as lines, each as often as a group needs.
fn resumes(times: usize) -> String {
    let line = |resume: &str| serde_json::from_str::<Value>(resume).expect("JSON").to_string() + "\n";
    let lines: String = examples::ALL.iter().map(|(_, resume)| line(resume)).collect();
    lines.repeat(times)
}

/// What `gapcheck batch` writes of the file `resumes.jsonl`.
fn batch(folder: &TempDir, fields: &str) -> String {
    let output = run(
        folder,
        &[
            "batch",
            "--as-of",
            "2026-11-22",
            "--id",
            "/basics/name",
            "--fields",
            fields,
            "resumes.jsonl",
        ],
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[track_caller]
fn cohort(folder: &TempDir, arguments: &[&str]) -> (String, String) {
    let output = cohort_output(folder, arguments);
    let [out, said] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    assert_eq!(output.status.code(), Some(0), "{said}");
    (out, said)
}

fn cohort_output(folder: &TempDir, arguments: &[&str]) -> Output {
    run(folder, &[&["cohort", "--as-of", "2026-11-22"], arguments].concat())
}

fn write(folder: &TempDir, file: &str, content: impl AsRef<[u8]>) {
    fs::write(folder.path().join(file), content).expect("a file");
}

fn packed(text: &str) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(text.as_bytes()).expect("it is written to memory");
    packer.finish().expect("it is written to memory")
}

#[test]
fn resumes_lines_and_parts_are_one_group() {
    let folder = folder_with("resumes.jsonl", resumes(5));
    let (expected, said) = cohort(&folder, &["--format", "json", "resumes.jsonl"]);
    assert_eq!(said, "");
    let document: Value = serde_json::from_str(&expected).expect("JSON");
    assert_eq!(
        (&document["format"], &document["people"]),
        (&"gapcheck.cohort/1".into(), &35.into())
    );

    let (summary, full) = (batch(&folder, "summary"), batch(&folder, "full"));
    write(&folder, "summary.jsonl", &summary);
    write(&folder, "full.ndjson", &full);
    fs::create_dir(folder.path().join("out")).expect("a folder");
    let half = summary.match_indices('\n').nth(16).expect("a line").0 + 1;
    write(&folder, "out/part-00000-c000.json", &summary[..half]);
    write(&folder, "out/part-00001", &summary[half..half]);
    write(&folder, "out/part-00002.gz", packed(&summary[half..]));
    write(&folder, "out/_SUCCESS", "");
    write(&folder, "out/.part-00000-c000.json.crc", [0, 1]);
    write(&folder, "first.jsonl", &summary[half..]);
    write(&folder, "second.jsonl", &summary[..half]);
    for files in [
        vec!["summary.jsonl"],
        vec!["full.ndjson"],
        vec!["out"],
        vec!["first.jsonl", "second.jsonl"],
    ] {
        for threads in ["1", "3"] {
            let arguments = [&["--format", "json", "--threads", threads], files.as_slice()].concat();
            assert_eq!(cohort(&folder, &arguments).0, expected, "{arguments:?}");
        }
    }
}

#[test]
fn every_format_goes_where_it_is_sent_and_is_not_read_again() {
    let folder = folder_with("resumes.jsonl", resumes(5));
    let targets = [
        "--format",
        "human=a.txt",
        "--format",
        "json=a.json",
        "--format",
        "csv=a.csv",
        "--format",
        "html=a.html",
    ];
    for _ in 0..2 {
        let (out, said) = cohort(&folder, &[&targets, ["."].as_slice()].concat());
        assert_eq!((out.as_str(), said.as_str()), ("", ""));
    }
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).expect("the file");
    assert!(read("a.txt").starts_with("35 people"));
    assert!(read("a.csv").starts_with("kind,id,title,people,"));
    assert!(read("a.html").starts_with("<!DOCTYPE html>"));
    // Whoever reads it all the same makes nobody of it.
    let (out, said) = cohort(&folder, &["a.json", "resumes.jsonl"]);
    assert!(
        out.starts_with("35 people") && out.contains("1 line could not be read"),
        "{out}"
    );
    assert!(said.contains("1 of 36 lines") && said.contains("a.json:1"), "{said}");
}

#[test]
fn what_cannot_be_read_is_counted_and_said() {
    let folder = folder_with("resumes.jsonl", resumes(5) + "{\"work\": [\n\n");
    let lines = batch(&folder, "summary");
    assert_eq!(lines.matches("\"error\"").count(), 2);
    write(&folder, "summary.jsonl", lines);
    let [(direct, said), (by_batch, _)] = ["resumes.jsonl", "summary.jsonl"].map(|file| cohort(&folder, &[file]));
    assert!(
        direct.contains("2 lines could not be read and count for nobody."),
        "{direct}"
    );
    assert_eq!(direct, by_batch);
    assert!(
        said.contains("2 of 37 lines") && said.contains("resumes.jsonl:36:"),
        "{said}"
    );
}

#[test]
fn the_profile_is_the_one_that_the_lines_were_held_against() {
    let folder = folder_with("resumes.jsonl", resumes(5));
    let other = "senior-ml-engineer-decipheru";
    let batch = run(&folder, &["batch", "--profile", other, "resumes.jsonl"]).stdout;
    write(&folder, "other.jsonl", &batch);
    write(&folder, "own.jsonl", self::batch(&folder, "summary"));
    assert!(cohort(&folder, &["other.jsonl"]).0.contains(other));
    let error = "{\"error\":{\"code\":\"not-json\"}}\n";
    write(&folder, "late.jsonl", [error.as_bytes(), &batch].concat());
    assert!(cohort(&folder, &["late.jsonl"]).0.contains(other));

    let refused = |arguments: &[&str], words: &[&str]| check_refused(&cohort_output(&folder, arguments), words);
    refused(
        &["own.jsonl", "other.jsonl"],
        &[
            "other.jsonl:1",
            other,
            "not against senior-ml-engineer 2026.11",
            "help: ",
        ],
    );
    refused(&["--profile", other, "own.jsonl"], &["own.jsonl:1", "help: "]);
    let of_the_past = String::from_utf8(batch)
        .expect("UTF-8")
        .replace("2026.11\"", "2025.01\"");
    write(&folder, "past.jsonl", &of_the_past);
    refused(&["past.jsonl"], &["past.jsonl:1", "2025.01"]);
    write(&folder, "mine.jsonl", of_the_past.replace(other, "mine"));
    refused(&["mine.jsonl"], &["mine 2025.01", "not built in", "--profile FILE"]);
}

#[test]
fn a_part_of_a_group_is_not_told() {
    let folder = folder_with("resumes.jsonl", resumes(5));
    let refused = |arguments: &[&str], words: &[&str]| check_refused(&cohort_output(&folder, arguments), words);
    write(
        &folder,
        "four.jsonl",
        resumes(1).lines().take(4).collect::<Vec<_>>().join("\n"),
    );
    refused(&["four.jsonl"], &["fewer than 5 people", "--min-group"]);
    assert!(
        cohort(&folder, &["--min-group", "4", "four.jsonl"])
            .0
            .starts_with("4 people")
    );
    write(&folder, "none.jsonl", "");
    refused(&["none.jsonl"], &["nobody"]);
    refused(
        &["resumes.jsonl", "gone.jsonl"],
        &["a part of the group is missing", "gone.jsonl"],
    );
    let whole = packed(&resumes(5));
    write(&folder, "cut.jsonl.gz", &whole[..whole.len() / 2]);
    refused(
        &["cut.jsonl.gz"],
        &["a part of the group is missing", "cut.jsonl.gz", "cut short"],
    );
    refused(&["-o", "resumes.jsonl", "resumes.jsonl"], &["would replace"]);
    // A line that is too long is one person, who is counted as unread.
    let (out, _) = cohort(&folder, &["--max-line", "2500", "--min-group", "1", "resumes.jsonl"]);
    assert!(out.contains("lines could not be read"), "{out}");
}

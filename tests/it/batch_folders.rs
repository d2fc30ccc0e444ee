//! `gapcheck batch` and `cohort` among files: what is not read, what is said of it, and what may not be written into what is read.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use crate::batch::{batch, lines, resume, said, told};
use crate::cli::{folder_with, gapcheck};
use std::fs::{self, File, OpenOptions};
use std::process::Output;
use tempfile::TempDir;

fn run_into(folder: &TempDir, arguments: &[&str], output: File) -> Output {
    let mut command = gapcheck(folder, arguments);
    command.stdout(output).output().expect("the program runs")
}

fn people(count: usize) -> String {
    (0..count).map(|number| resume(&number.to_string()) + "\n").collect()
}

#[test]
fn what_standard_output_goes_to_is_not_read() {
    let folder = folder_with("a.jsonl", people(7));
    let written = folder.path().join("z.jsonl");
    let done = run_into(&folder, &batch(&["."]), File::create(&written).expect("a file"));
    assert!(done.status.success(), "{done:?}");
    assert_eq!(fs::read_to_string(&written).expect("text").lines().count(), 7);
    // A file that is read may not be written either: it would grow as fast as it is read.
    let same = OpenOptions::new().append(true).open(folder.path().join("a.jsonl"));
    let done = run_into(&folder, &batch(&["a.jsonl"]), same.expect("a file"));
    assert_eq!(done.status.code(), Some(2));
    assert!(said(&done).contains("would replace a.jsonl"), "{}", said(&done));
    assert_eq!(
        fs::read_to_string(folder.path().join("a.jsonl")).expect("text"),
        people(7)
    );
}

#[test]
fn a_folder_in_which_nothing_is_read_is_told_of() {
    let folder = folder_with("notes.txt", "{}");
    let done = gapcheck(&folder, &batch(&["."])).output().expect("it runs");
    assert!(done.status.success() && done.stdout.is_empty());
    assert!(
        said(&done).contains("folders without a file that is read: 1, the first ."),
        "{}",
        said(&done)
    );
}

#[test]
fn a_mark_alone_is_a_blank_line() {
    let folder = folder_with("a.jsonl", "\u{feff}");
    let done = gapcheck(&folder, &batch(&["a.jsonl"])).output().expect("it runs");
    assert_eq!(told(&done), ["blank"]);
}

#[test]
fn a_group_in_the_wrong_kind_of_file_is_told_how_it_is_read() {
    let folder = folder_with("a.jsonl", people(7));
    let done = gapcheck(&folder, &batch(&["a.jsonl"])).output().expect("it runs");
    let group: Vec<String> = lines(&done).iter().map(ToString::to_string).collect();
    for (file, text, help) in [
        ("people.json", group.join("\n"), "is named .jsonl"),
        ("list.json", format!("[{}]", group.join(",")), "jq -c"),
        ("list.jsonl", format!("[{}]", group.join(",")), "jq -c"),
    ] {
        fs::write(folder.path().join(file), text).expect("a file");
        let done = gapcheck(&folder, &["cohort", file]).output().expect("it runs");
        assert_eq!(done.status.code(), Some(2), "{file}");
        assert!(said(&done).contains(help), "{file}: {}", said(&done));
    }
    let odd = group.join("\n").replace(r#""stage":{"#, r#""stage":7,"other":{"#);
    fs::write(folder.path().join("odd.jsonl"), odd).expect("a file");
    let done = gapcheck(&folder, &["cohort", "odd.jsonl"]).output().expect("it runs");
    assert!(said(&done).contains("expected an object"), "{}", said(&done));
}

//! What fuzzing began with, what it kept and what it found, as ordinary tests: each input goes through its target once.

#![allow(clippy::disallowed_methods, reason = "the inputs are files")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
mod targets;

/// Runs every input of a target, whose seeds are there at least.
fn replay(target: &str, check: fn(&[u8]) -> bool) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut kept = 0;
    for kind in ["seeds", "corpus", "found"] {
        for entry in fs::read_dir(root.join(kind).join(target)).into_iter().flatten() {
            let file = entry.expect("an entry").path();
            let input = fs::read(&file).expect("a file");
            let checked = catch_unwind(|| check(&input));
            kept += usize::from(checked.unwrap_or_else(|_| panic!("{} is what broke it", file.display())));
        }
    }
    assert!(kept > 0, "{target} has no inputs");
}

#[test]
fn resumes() {
    replay("resume", targets::resume::check);
}

#[test]
fn answers() {
    replay("answers", targets::answers::check);
}

#[test]
fn dates() {
    replay("dates", targets::dates::check);
}

#[test]
fn passages() {
    replay("matcher", targets::matcher::check);
}

#[test]
fn profiles() {
    replay("profile", targets::profile::check);
}

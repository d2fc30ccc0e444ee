//! The diff as GitHub-flavoured Markdown; no word of a resume can become markup.

use super::{WORDS, coverage, shown, stage};
use crate::model::diff::Diff;
use crate::text::clean::{for_log, for_markdown_cell as cell, shorten};
use std::fmt::Write;

/// Columns of quoted words.
const QUOTE: usize = 60;

/// Writes the diff.
pub fn render(d: &Diff) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, so the results are dropped throughout this file.
    let _ = writeln!(
        out,
        "# What changed\n\n| | Resume | Profile | As of |\n| --- | --- | --- | --- |"
    );
    for (word, side) in [("From", &d.old), ("To", &d.new)] {
        let _ = writeln!(
            out,
            "| {word} | {} | {} | {} |",
            cell(&side.name),
            cell(&side.profile),
            cell(&side.as_of)
        );
    }
    out.push('\n');
    match d.is_empty() {
        true => out.push_str("Nothing differs.\n"),
        false => changes(d, &mut out),
    }
    for_log(&out).into_owned()
}

/// What changed, without the heads of the sides.
pub(in crate::render) fn changes(d: &Diff, out: &mut String) {
    let _ = writeln!(
        out,
        "| | What | Before | Now | Words |\n| --- | --- | --- | --- | --- |"
    );
    if d.old.score != d.new.score {
        let _ = writeln!(
            out,
            "| {} | Score | {} | {} | |",
            sign(d.new.score < d.old.score),
            d.old.score,
            d.new.score
        );
    }
    if d.old.stage != d.new.stage {
        let (old, new) = (stage(d.old.stage), stage(d.new.stage));
        let _ = writeln!(out, "| {} | Stage | {old} | {new} | |", sign(d.new.stage < d.old.stage));
    }
    for c in &d.requirements {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | |",
            sign(c.is_loss()),
            cell(&c.title),
            coverage(c.old),
            coverage(c.new)
        );
    }
    for c in &d.skills {
        let words = |title: &str, words: &[String]| match words.is_empty() {
            true => String::new(),
            false => {
                let some: Vec<String> = words
                    .iter()
                    .take(WORDS)
                    .map(|w| format!("“{}”", cell(&shorten(w, QUOTE))))
                    .collect();
                format!("{title} {} ", some.join(", "))
            }
        };
        let words = words("lost", &c.lost) + &words("gained", &c.gained);
        let (old, new) = (shown(c.old), shown(c.new));
        let _ = writeln!(
            out,
            "| {} | {} | {old} | {new} | {} |",
            sign(c.is_loss()),
            cell(&c.name),
            words.trim_end()
        );
    }
}

fn sign(is_loss: bool) -> &'static str {
    if is_loss { "−" } else { "+" }
}

//! `check --format markdown`: for a job summary and a comment on a pull request.

use super::{Checked, WRITE_BASELINE};
use crate::model::verdict::{Effect, Finding, Subject};
use crate::render::diff;
use crate::text::clean::{for_log, for_markdown_cell as cell};
use std::fmt::Write;

/// Writes the verdict. The first line is always the same for a profile, so that a bot finds its own comment again.
pub fn render(c: &Checked<'_>) -> String {
    let a = c.assessment;
    let mut out = String::new();
    // Writing to a string cannot fail, so the results are dropped throughout this file.
    let _ = writeln!(out, "<!-- gapcheck:{} -->", cell(&a.profile.id).replace("--", "-"));
    let sign = if c.verdict.passed() { "✅" } else { "❌" };
    let _ = writeln!(out, "## {sign} gapcheck: {}\n", c.word());
    let _ = writeln!(out, "| | |\n| --- | --- |");
    let _ = writeln!(
        out,
        "| Resume | {} as of {}; profile {} {} |",
        cell(c.file),
        a.as_of,
        cell(&a.profile.id),
        cell(&a.profile.version)
    );
    let _ = writeln!(out, "| Result | {} |", cell(&c.summary()));
    let _ = writeln!(out, "| Policy | {} |", cell(&c.policy()));
    for correction in a.corrections.in_words() {
        let _ = writeln!(out, "| Corrected | {} |", cell(&correction));
    }
    for (effect, title) in [
        (Effect::Fails, "Fails"),
        (Effect::Waived, "Waived"),
        (Effect::Notice, "To know"),
        (Effect::Open, "Open, not asked for"),
    ] {
        table(title, c, c.of(effect), &mut out);
    }
    table("Could be shown better", c, c.advice(), &mut out);
    if !c.open().is_empty() {
        let _ = writeln!(out, "\n{}", c.open());
    }
    if let Some(diff) = c.diff.filter(|d| !d.is_empty()) {
        let _ = writeln!(out, "\n### Since the baseline\n");
        diff::markdown::changes(diff, &mut out);
        if !c.time().is_empty() {
            let _ = writeln!(out, "\n{}", c.time());
        }
    }
    if c.wants_baseline() {
        let _ = writeln!(
            out,
            "\nTo fail on what gets worse only, keep this assessment as the baseline: `{WRITE_BASELINE}`"
        );
    }
    for_log(&out).into_owned()
}

/// A table of findings; nothing where there are none.
fn table<'f>(title: &str, c: &Checked<'_>, findings: impl Iterator<Item = &'f Finding>, out: &mut String) {
    let mut findings = findings.peekable();
    if findings.peek().is_some() {
        let _ = writeln!(
            out,
            "\n### {title}\n\n| What | Why | To do | Line |\n| --- | --- | --- | ---: |"
        );
        findings.for_each(|f| row(c, f, out));
    }
}

fn row(c: &Checked<'_>, f: &Finding, out: &mut String) {
    let waiver = f
        .waiver
        .as_ref()
        .filter(|_| f.effect == Effect::Waived)
        .map(|(reason, until)| format!(" Waived until {until}: {reason}"));
    let message = f.message.clone() + &waiver.unwrap_or_default();
    // The line of another file than the resume is said with its file.
    let file = match f.subject {
        Subject::Waiver => cell(c.config) + ":",
        _ => String::new(),
    };
    let _ = writeln!(
        out,
        "| {} | {} | {} | {file}{} |",
        cell(&f.title),
        cell(&message),
        cell(&f.help),
        f.place.line
    );
}

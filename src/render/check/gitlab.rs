//! `check --format gitlab`: a code quality report of GitLab.

use super::{Checked, fingerprint};
use crate::model::verdict::{Effect, Finding};
use crate::render::json_text::to_text;
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Writes every finding; the format has no place for waived ones but their severity.
pub fn render(c: &Checked<'_>) -> String {
    let issues: Vec<Issue<'_>> = c.verdict.findings.iter().map(|f| issue(c, f)).collect();
    to_text(&issues)
}

fn issue<'a>(c: &Checked<'_>, f: &'a Finding) -> Issue<'a> {
    Issue {
        description: format!("{}: {}", f.title, f.message),
        check_name: &f.rule,
        fingerprint: fingerprint(c, f),
        severity: match f.effect {
            Effect::Fails => "major",
            Effect::Waived | Effect::Notice | Effect::Open => "info",
        },
        location: Location {
            path: c.path_of(f).to_owned(),
            lines: Lines { begin: f.place.line },
        },
    }
}

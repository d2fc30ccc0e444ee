//! `check --format badge`: the endpoint JSON of shields.io.

use super::Checked;
use crate::render::json_text::to_text;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Badge<'a> {
    schema_version: u8,
    label: &'a str,
    message: String,
    color: &'static str,
}

/// Writes the badge: the stage and the score, red where the check failed.
pub fn render(c: &Checked<'_>) -> String {
    let a = c.assessment;
    let stage = a.stage.estimate.map_or(String::new(), |stage| format!("{stage}, "));
    to_text(&Badge {
        schema_version: 1,
        label: "ml readiness",
        message: format!("{stage}{} of 100", a.coverage.score),
        color: match (c.verdict.passed(), a.coverage.score) {
            (false, _) => "red",
            (true, 80..) => "brightgreen",
            (true, 60..) => "green",
            (true, 40..) => "yellow",
            (true, _) => "orange",
        },
    })
}

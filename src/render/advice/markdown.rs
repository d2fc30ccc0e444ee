//! `gapcheck advise --format markdown`.

use super::NOTHING;
use crate::model::suggestion::Suggestion;
use crate::text::clean::{for_log, for_markdown_cell as cell};
use std::fmt::Write;

/// Writes the suggestions; `file` is the name of the resume as the user knows it.
pub fn render(suggestions: &[Suggestion], file: &str) -> String {
    let mut out = format!("# What {} could show better\n\n", cell(file));
    if suggestions.is_empty() {
        out += NOTHING;
        out.push('\n');
    }
    // Writing to a string cannot fail, so the results are dropped.
    for s in suggestions {
        let advice = s.source.as_ref().map_or(String::new(), |(guide, says)| {
            format!(" *{} advises: {}*", cell(guide), cell(says))
        });
        let _ = writeln!(
            out,
            "- line {}: **{}.** {}{advice}",
            s.place.line,
            s.kind.title(),
            cell(&s.message)
        );
    }
    for_log(&out).into_owned()
}

//! `gapcheck advise`: the suggestions for a terminal.

use super::NOTHING;
use crate::model::suggestion::Suggestion;
use crate::render::page::{Look, Page, Tone};
use crate::text::clean::for_terminal;

/// Writes the suggestions; `file` is the name of the resume as the user knows it.
pub fn render(suggestions: &[Suggestion], file: &str, look: Look) -> String {
    let mut page = Page::new(look);
    if suggestions.is_empty() {
        page.paragraph("", "  ", NOTHING);
    }
    for (i, suggestion) in suggestions.iter().enumerate() {
        if i > 0 {
            page.blank();
        }
        let title = page.paint(Tone::Strong, suggestion.kind.title());
        let place = format!(
            "{}:{}:{} {}",
            for_terminal(file),
            suggestion.place.line,
            suggestion.place.column,
            for_terminal(&suggestion.place.pointer)
        );
        let code = suggestion.kind.as_str();
        page.paragraph(
            &format!("{}. ", i + 1),
            "   ",
            &format!("{title} [{code}] {}", place.trim_end()),
        );
        page.paragraph("   ", "   ", &for_terminal(&suggestion.message));
        if let Some((guide, says)) = &suggestion.source {
            let advice = page.paint(Tone::Faint, &format!("{guide} advises: {says}"));
            page.paragraph("   ", "   ", &advice);
        }
    }
    page.finish()
}

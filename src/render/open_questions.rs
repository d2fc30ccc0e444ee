//! What the questionnaire leaves open, below its report.

use super::page::{Look, Page};
use crate::text::clean::for_markdown_cell;

/// For people, from id and title of each; empty where nothing is open.
pub fn human(open: &[(&str, &str)], look: Look) -> String {
    let mut page = Page::new(look);
    if open.is_empty() {
        return String::new();
    }
    page.heading("Not answered");
    for (id, title) in open {
        page.paragraph("  ", "    ", &format!("{title} [{id}]"));
    }
    page.finish()
}

/// As Markdown; empty where nothing is open.
pub fn markdown(open: &[(&str, &str)]) -> String {
    if open.is_empty() {
        return String::new();
    }
    let line = |(id, title): &(&str, &str)| format!("- {} ({})\n", for_markdown_cell(title), for_markdown_cell(id));
    format!("\n## Not answered\n\n{}", open.iter().map(line).collect::<String>())
}

//! Faults in a file: what, where, the offending line cut to fit, and what to do.

use crate::text::locate::line_column;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A fault in a file.
#[derive(Clone, Debug)]
pub struct Diagnostic<'d> {
    /// What is wrong.
    pub message: &'d str,
    /// What to do.
    pub help: Option<&'d str>,
    /// The name of the file as the user knows it.
    pub file: &'d str,
    /// The text of the file.
    pub text: &'d str,
    /// Where: a UTF-8 byte offset in the text.
    pub offset: usize,
}

/// Writes the faults, one below the other.
pub fn render(diagnostics: &[Diagnostic<'_>], color: bool, width: usize) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, &renderer));
        out.push('\n');
    }
    out
}

fn one(d: &Diagnostic<'_>, renderer: &Renderer) -> String {
    let offset = d.offset.min(d.text.len());
    let (line, _) = line_column(d.text, offset);
    let start = d.text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = d.text[offset..].find('\n').map_or(d.text.len(), |at| offset + at);
    // Only the line itself is handed on: a renderer need not see megabytes to show eighty columns.
    let source = d.text[start..end].trim_end_matches('\r');
    let at = (offset - start).min(source.len());
    let length = source[at..].chars().next().map_or(0, char::len_utf8);
    let snippet = Snippet::source(source)
        .line_start(line)
        .path(d.file)
        .annotation(AnnotationKind::Primary.span(at..at + length));
    let mut groups = vec![Group::with_title(Level::ERROR.primary_title(d.message)).element(snippet)];
    if let Some(help) = d.help {
        groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    }
    renderer.render(&groups).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_shown_and_cut() {
        let long = format!("{{\"a\": \"{}\" x}}", "y".repeat(5000));
        let d = Diagnostic {
            message: "wrong",
            help: Some("mend it"),
            file: "r.json",
            text: &long,
            offset: 5010,
        };
        let text = render(&[d], false, 100);
        assert!(text.contains("r.json:1:5011") && text.contains("mend it"), "{text}");
        assert!(text.len() < 700, "{} bytes", text.len());
    }

    #[test]
    fn escape_sequences_are_made_visible() {
        let d = Diagnostic {
            message: "wrong",
            help: None,
            file: "r.json",
            text: "\u{1b}[31m\u{202e}{",
            offset: 8,
        };
        let text = render(&[d], false, 100);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
    }
}

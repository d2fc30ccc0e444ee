//! `gapcheck advise --format json`: `gapcheck.advice/1`; it only grows.

use crate::model::suggestion::Suggestion;
use crate::render::json_text::to_text;
use serde_json::json;

/// Writes the suggestions.
pub fn render(suggestions: &[Suggestion]) -> String {
    let one = |s: &Suggestion| {
        json!({
            "code": s.kind.as_str(),
            "title": s.kind.title(),
            "pointer": s.place.pointer,
            "line": s.place.line,
            "column": s.place.column,
            "message": s.message,
            "source": s.source.as_ref().map(|(guide, says)| json!({ "guide": guide, "says": says })),
        })
    };
    to_text(&json!({
        "format": "gapcheck.advice/1",
        "suggestions": suggestions.iter().map(one).collect::<Vec<_>>(),
    }))
}

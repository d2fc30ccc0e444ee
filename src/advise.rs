//! The pipeline of advice on the resume itself: its text read once more, held against its assessment, each suggestion at its place.

use crate::advice::{Read, suggestions};
use crate::model::assessment::Assessment;
use crate::model::background::Background;
use crate::model::suggestion::Suggestion;
use crate::resume::{self, ReadError, Source, Templates};
use crate::text::locate::{self, Place};
use rustc_hash::FxHashMap;

/// What a resume could show better; `assessment` is the one of `source`.
///
/// # Errors
/// [`ReadError`] where the JSON is no resume.
pub fn advise(
    source: &Source,
    assessment: &Assessment<'_>,
    backgrounds: &[Background],
) -> Result<Vec<Suggestion>, ReadError> {
    let templates = Templates::new(&assessment.profile.language.templates);
    let candidate = resume::read(source, &templates, &assessment.corrections.ignored)?;
    let entries = candidate.entries.iter().map(|e| e.node);
    let passages = candidate.passages.iter().map(|p| p.node);
    let mut nodes: Vec<(u32, u32)> = std::iter::once(0)
        .chain(entries)
        .chain(passages)
        .map(|node| (node, 0))
        .collect();
    nodes.sort_unstable();
    nodes.dedup();
    let places = locate::places(&source.text, source.written(), &nodes);
    let known: FxHashMap<u32, Place> = nodes.iter().map(|(node, _)| *node).zip(places).collect();
    let root = || Place {
        pointer: String::new(),
        line: 1,
        column: 1,
    };
    Ok(suggestions(&Read {
        candidate: &candidate,
        assessment,
        place: &|node| known.get(&node).cloned().unwrap_or_else(root),
        backgrounds,
    }))
}

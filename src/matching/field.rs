//! Described deeds that need a field: "built a data model" is no machine learning, "built a churn model" is, by its company.

use super::lexicon::Lexicon;
use crate::model::candidate::{Form, Passage};
use crate::model::reading::{Reading, Reason, Rejected, Rule};
use crate::text::memo::Memo;
use crate::text::words::padded;
use std::collections::HashSet;

/// So many titles are remembered: those of jobs come again from resume to resume.
pub(super) const KEPT: usize = 1024;

/// An entry, or a passage that belongs to none.
type Unit = (Option<usize>, usize);

/// Rejects the deeds that need the field where nothing else in their entry belongs to it.
pub(super) fn reject_outside(
    passages: &[Passage<'_>],
    lexicon: &Lexicon<'_>,
    titles: &mut Memo<bool>,
    reading: &mut Reading,
) {
    if !reading.mentions.iter().any(|m| m.needs_field) {
        return;
    }
    let unit = |passage: usize| -> Unit {
        let entry = passages[passage].entry;
        (entry, if entry.is_some() { 0 } else { passage })
    };
    let named = reading
        .mentions
        .iter()
        .filter(|m| m.rule != Rule::Described && lexicon.is_in_field(m.skill));
    let mut in_field: HashSet<Unit> = named.map(|m| unit(m.passage)).collect();
    for (index, passage) in passages
        .iter()
        .enumerate()
        .filter(|(_, p)| p.form == Form::Title && p.entry.is_some())
    {
        let says_field = |title: &str| {
            let title = padded(title);
            lexicon.field_titles.iter().any(|word| title.contains(word.as_str()))
        };
        if titles.of(&passage.text, says_field) {
            in_field.insert(unit(index));
        }
    }
    let (kept, outside) = std::mem::take(&mut reading.mentions)
        .into_iter()
        .partition(|m| !m.needs_field || in_field.contains(&unit(m.passage)));
    reading.mentions = kept;
    reading.rejected.extend(outside.into_iter().map(|m| Rejected {
        skill: m.skill,
        passage: m.passage,
        range: m.range,
        reason: Reason::OutsideField,
        cue: None,
    }));
}

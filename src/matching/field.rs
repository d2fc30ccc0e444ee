//! Described deeds that need a field: "built a data model" is no machine learning, "built a churn model" is, by its company.

use super::lexicon::Lexicon;
use crate::model::candidate::{Form, Passage};
use crate::model::reading::{Reading, Reason, Rejected, Rule};
use crate::text::memo::Memo;
use crate::text::words::padded;

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
    let unit = |passage: usize| -> Unit {
        let entry = passages[passage].entry;
        (entry, if entry.is_some() { 0 } else { passage })
    };
    let needy = reading.mentions.iter().filter(|m| m.needs_field);
    let mut outside: Vec<Unit> = needy.map(|m| unit(m.passage)).collect();
    outside.sort_unstable();
    outside.dedup();
    for mention in &reading.mentions {
        if outside.is_empty() {
            return;
        }
        if mention.rule != Rule::Described && lexicon.is_in_field(mention.skill) {
            remove(unit(mention.passage), &mut outside);
        }
    }
    for (index, passage) in passages.iter().enumerate() {
        if outside.is_empty() {
            return;
        }
        let is_title = passage.form == Form::Title && passage.entry.is_some();
        if is_title && outside.binary_search(&unit(index)).is_ok() && says_field(&passage.text, lexicon, titles) {
            remove(unit(index), &mut outside);
        }
    }
    let Reading { mentions, rejected, .. } = reading;
    mentions.retain(|mention| {
        let is_outside = mention.needs_field && outside.binary_search(&unit(mention.passage)).is_ok();
        rejected.extend(is_outside.then(|| Rejected {
            skill: mention.skill,
            passage: mention.passage,
            range: mention.range.clone(),
            reason: Reason::OutsideField,
            cue: None,
        }));
        !is_outside
    });
}

/// Takes an entry out of those outside of the field.
fn remove(unit: Unit, outside: &mut Vec<Unit>) {
    if let Ok(place) = outside.binary_search(&unit) {
        outside.remove(place);
    }
}

/// Whether a title says machine learning itself.
fn says_field(title: &str, lexicon: &Lexicon<'_>, titles: &mut Memo<bool>) -> bool {
    titles.of(title, |title| {
        let title = padded(title);
        lexicon.field_titles.iter().any(|word| title.contains(word.as_str()))
    })
}

//! Described deeds that need a field: "built a data model" is no machine learning, "built a churn model" is, by its company.

use super::lexicon::Lexicon;
use crate::model::candidate::{Form, Passage};
use crate::model::reading::{Reading, Reason, Rejected, Rule};
use crate::text::memo::Memo;
use crate::text::words::padded;
use std::collections::BTreeSet;

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
    let mut outside: BTreeSet<Unit> = needy.map(|m| unit(m.passage)).collect();
    for mention in &reading.mentions {
        if outside.is_empty() {
            return;
        }
        if mention.rule != Rule::Described && lexicon.is_in_field(mention.skill) {
            outside.remove(&unit(mention.passage));
        }
    }
    for (index, passage) in passages.iter().enumerate() {
        if outside.is_empty() {
            return;
        }
        let is_title = passage.form == Form::Title && passage.entry.is_some();
        if is_title && outside.contains(&unit(index)) && says_field(&passage.text, lexicon, titles) {
            outside.remove(&unit(index));
        }
    }
    let Reading { mentions, rejected, .. } = reading;
    mentions.retain(|mention| {
        let is_outside = mention.needs_field && outside.contains(&unit(mention.passage));
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

/// Whether a title says machine learning itself.
fn says_field(title: &str, lexicon: &Lexicon<'_>, titles: &mut Memo<bool>) -> bool {
    titles.of(title, |title| {
        let title = padded(title);
        lexicon.field_titles.iter().any(|word| title.contains(word.as_str()))
    })
}

//! Described deeds: words in order that show a skill without naming it ("led a team of 30").

use super::cues::FoundCues;
use super::lexicon::Lexicon;
use super::scan::Line;
use crate::model::language::{Choice, Deed, Language, Step};
use crate::model::reading::{Mention, Reading, Rejected, Rule};
use crate::model::skill::SkillId;
use std::collections::HashMap;
use std::ops::Range;

/// No described deed is longer, in words: six steps with the widest gaps.
const LONGEST: usize = 60;

/// The deeds by the first word of their first step.
#[derive(Debug, Default)]
pub(super) struct DeedTable<'t> {
    by_first_word: HashMap<&'t str, Vec<&'t Deed>>,
    choices: &'t [Choice],
}

impl<'t> DeedTable<'t> {
    pub fn new(language: &'t Language) -> DeedTable<'t> {
        let mut by_first_word: HashMap<&str, Vec<&Deed>> = HashMap::new();
        for deed in &language.deeds {
            let firsts = deed
                .steps
                .first()
                .into_iter()
                .flat_map(|s| &language.choices[s.choice])
                .filter_map(|phrase| phrase.first());
            for first in firsts {
                let list = by_first_word.entry(first).or_default();
                if !list.last().is_some_and(|last| std::ptr::eq(*last, deed)) {
                    list.push(deed);
                }
            }
        }
        DeedTable {
            by_first_word,
            choices: &language.choices,
        }
    }
}

/// Finds the deeds that a line describes; `first` is the first mention that the line already has.
pub(super) fn find(
    passage: usize,
    line: &Line<'_>,
    cues: &FoundCues,
    first: usize,
    lexicon: &Lexicon<'_>,
    to: &mut Reading,
) {
    let named = to.mentions.len();
    let mut taken: Vec<(usize, usize, SkillId)> = Vec::new();
    for at in 0..line.words.len() {
        let Some(deeds) = lexicon.deeds.by_first_word.get(line.words[at].form.as_ref()) else {
            continue;
        };
        for deed in deeds {
            let Some(last) = end_of(line, at, &deed.steps, lexicon.deeds.choices) else {
                continue;
            };
            // Deeds are found from left to right and are short, so only the latest can overlap.
            let recent = taken.iter().rev().take_while(|(from, _, _)| from + LONGEST >= at);
            if recent.clone().any(|(_, to, skill)| *skill == deed.skill && at <= *to) {
                continue;
            }
            taken.push((at, last, deed.skill));
            let range = line.range(at, last);
            let names_it_already = overlapping(&to.mentions[first..named], &range).any(|m| m.skill == deed.skill);
            if let Some(reason) = cues.about(line, at, last) {
                to.rejected.push(Rejected { skill: deed.skill, passage, range, reason });
            } else if !names_it_already {
                let needs_field = deed.needs_field;
                to.mentions.push(Mention { skill: deed.skill, passage, range, rule: Rule::Described, needs_field });
            }
        }
    }
}

/// The mentions, sorted by their beginning, that overlap `range`.
fn overlapping<'m>(mentions: &'m [Mention], range: &'m Range<usize>) -> impl Iterator<Item = &'m Mention> {
    let end = mentions.partition_point(|m| m.range.start < range.end);
    mentions[..end].iter().rev().take(LONGEST).filter(|m| range.start < m.range.end)
}

/// The last word of the deed that begins at word `at`, all steps within one sentence.
fn end_of(line: &Line<'_>, at: usize, steps: &[Step], choices: &[Choice]) -> Option<usize> {
    let (step, rest) = steps.split_first()?;
    let latest = (at + step.within).min(line.words.len().saturating_sub(1));
    for start in at..=latest {
        if line.sentence.get(start) != line.sentence.get(at.saturating_sub(1)) && at > 0 && step.within > 0 {
            break;
        }
        for phrase in choices[step.choice].iter().filter(|phrase| line.has_at(start, phrase)) {
            let last = start + phrase.len() - 1;
            if rest.is_empty() {
                return Some(last);
            }
            let same_sentence = line.sentence.get(last + 1) == Some(&line.sentence[last]);
            if same_sentence && let Some(end) = end_of(line, last + 1, rest, choices) {
                return Some(end);
            }
        }
    }
    None
}

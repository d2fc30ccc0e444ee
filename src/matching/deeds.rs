//! Described deeds: words in order that show a skill without naming it ("led a team of 30").

use super::cues::FoundCues;
use super::lexicon::Lexicon;
use super::scan::{Hit, Line};
use crate::model::language::{Choice, Deed, Language, Step};
use crate::model::reading::{Mention, Reading, Rejected, Rule};
use crate::model::skill::SkillId;
use crate::text::words::Phrase;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// No described deed is longer, in words: six steps with the widest gaps.
const LONGEST: usize = 60;

/// Words after which another thing is meant: "managed clusters for the team" is not managing the team.
const CONNECTIVES: [&str; 14] = [
    "for", "of", "with", "by", "at", "from", "to", "on", "in", "that", "which", "who", "as", "through",
];

/// The deeds by the first word of their first step.
#[derive(Debug, Default)]
pub(super) struct DeedTable<'t> {
    by_first_word: FxHashMap<&'t str, Vec<&'t Deed>>,
    choices: &'t [Choice],
}

impl<'t> DeedTable<'t> {
    pub fn new(language: &'t Language) -> DeedTable<'t> {
        let mut by_first_word: FxHashMap<&str, Vec<&Deed>> = FxHashMap::default();
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

    /// The deeds whose first step may stand at word `at`.
    fn beginning_at(&self, line: &Line<'_>, at: usize) -> impl Iterator<Item = &'t Deed> {
        let numbers: &[&str] = match (line.is_number(at, false), line.is_number(at, true)) {
            (true, true) => &["#", "#big", "#huge"],
            (true, false) => &["#"],
            (false, true) => &["#big", "#huge"],
            (false, false) => &[],
        };
        let keys = std::iter::once(line.words[at].form.as_ref()).chain(numbers.iter().copied());
        let lists = keys.filter_map(|key| self.by_first_word.get(key)).collect::<Vec<_>>();
        lists.into_iter().flatten().copied()
    }
}

/// Finds the deeds that a line describes; `first` is the first mention that the line already has.
pub(super) fn find(
    (passage, is_title): (usize, bool),
    line: &Line<'_>,
    hits: &[Hit],
    cues: &FoundCues,
    first: usize,
    lexicon: &Lexicon<'_>,
    to: &mut Reading,
) {
    let named = to.mentions.len();
    // A phrase that means something else ("mental model") is no deed either.
    let decoys: Vec<(usize, usize)> = hits.iter().filter(|h| h.decoy).map(|h| (h.first, h.last)).collect();
    let swallowed = |at: usize, last: usize| {
        let before = decoys.partition_point(|(first, _)| *first <= last);
        decoys[..before].last().is_some_and(|(_, end)| at <= *end)
    };
    let mut taken: Vec<(usize, usize, SkillId)> = Vec::new();
    for at in 0..line.words.len() {
        for deed in lexicon.deeds.beginning_at(line, at).filter(|d| is_title || !d.in_title) {
            let Some(last) = end_of(line, at, &deed.steps, lexicon.deeds.choices) else {
                continue;
            };
            if swallowed(at, last) {
                continue;
            }
            // Deeds are found from left to right and are short, so only the latest can overlap.
            let recent = taken.iter().rev().take_while(|(from, _, _)| from + LONGEST >= at);
            if recent.clone().any(|(_, to, skill)| *skill == deed.skill && at <= *to) {
                continue;
            }
            taken.push((at, last, deed.skill));
            let range = line.range(at, last);
            let names_it_already = overlapping(&to.mentions[first..named], &range).any(|m| m.skill == deed.skill);
            if let Some(objection) = cues.about(line, at, last) {
                to.rejected.push(Rejected {
                    skill: deed.skill,
                    passage,
                    range,
                    reason: objection.reason,
                    cue: objection.cue.map(|(first, last)| line.range(first, last)),
                });
            } else if !names_it_already {
                let needs_field = deed.needs_field;
                to.mentions.push(Mention {
                    skill: deed.skill,
                    passage,
                    range,
                    rule: Rule::Described,
                    level: None,
                    needs_field,
                });
            }
        }
    }
}

/// The mentions, sorted by their beginning, that overlap `range`.
fn overlapping<'m>(mentions: &'m [Mention], range: &'m Range<usize>) -> impl Iterator<Item = &'m Mention> {
    let end = mentions.partition_point(|m| m.range.start < range.end);
    mentions[..end]
        .iter()
        .rev()
        .take(LONGEST)
        .filter(|m| range.start < m.range.end)
}

/// The last word of a phrase that stands at word `at`; `#` is any number, `#big` one of scale.
fn stands(line: &Line<'_>, at: usize, phrase: &Phrase) -> Option<usize> {
    match phrase.as_str() {
        "#huge" => line.is_huge(at).then_some(at),
        sign if sign.starts_with('#') => line.is_number(at, sign == "#big").then_some(at),
        _ => line.has_at(at, phrase),
    }
}

/// The last word of the deed that begins at word `at`, all steps within one sentence.
fn end_of(line: &Line<'_>, at: usize, steps: &[Step], choices: &[Choice]) -> Option<usize> {
    let (step, rest) = steps.split_first()?;
    let latest = (at + step.within).min(line.words.len().saturating_sub(1));
    for start in at..=latest {
        if line.sentence.get(start) != line.sentence.get(at.saturating_sub(1)) && at > 0 && step.within > 0 {
            break;
        }
        if start > at && !step.across && CONNECTIVES.contains(&line.words[start - 1].form.as_ref()) {
            break;
        }
        for last in choices[step.choice]
            .iter()
            .filter_map(|phrase| stands(line, start, phrase))
        {
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

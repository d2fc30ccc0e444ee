//! Described deeds: words in order that show a skill without naming it ("led a team of 30").

use super::cues::{FoundCues, last_of};
use super::lexicon::Lexicon;
use super::line::{Line, Signs};
use super::scan::Hit;
use super::tables::deeds::{Choices, DeedTable, Pattern};
use super::vocabulary::Kinds;
use crate::model::language::Step;
use crate::model::reading::{Mention, Reading, Rejected, Rule};
use crate::model::skill::SkillId;
use std::ops::Range;

/// So many phrases that mean something else may stand within a deed.
const DECOYS: usize = 8;

/// What makes an adjective of a verb: "pre-trained", "well-designed".
const PREFIXES: [&str; 4] = ["pre", "well", "un", "ill"];

/// No described deed is longer, in words: six steps with the widest gaps.
const LONGEST: usize = 60;

impl DeedTable {
    /// Which of [`SIGNS`] word `at` fits.
    fn signs(line: &Line<'_>, at: usize) -> impl Iterator<Item = usize> {
        let Signs { number, big, huge, .. } = line.signs(at);
        let fits = [number, big, huge];
        // Nearly all words are none of them.
        let count = if number || big { fits.len() } else { 0 };
        (0..count).filter(move |sign| fits[*sign])
    }

    /// Whether a deed may begin somewhere in the line.
    pub fn may_begin_in(&self, line: &Line<'_>) -> bool {
        line.may.holds(Kinds::BEGINS_DEED) || line.has_numbers && (0..line.len()).any(|at| line.signs(at).number)
    }

    /// The deeds whose first step may stand at word `at`, and of which `ahead` may hold all steps.
    fn beginning_at(&self, line: &Line<'_>, at: usize, ahead: Choices) -> impl Iterator<Item = &Pattern> {
        let may_follow = move |index: &&u16| ahead.may_hold(self.patterns[usize::from(**index)].needs);
        let by_sign = Self::signs(line, at).flat_map(|sign| &self.by_sign[sign]);
        let by_word = self.by_word.of(line.known[at]).iter();
        let all = by_word.filter(may_follow).chain(by_sign.filter(may_follow));
        all.map(|index| &self.patterns[usize::from(*index)])
    }

    /// For each word the choices of which a phrase may begin at it or behind it in its sentence.
    fn choices_ahead(&self, line: &Line<'_>) -> Vec<Choices> {
        let mut ahead = vec![Choices::default(); line.len()];
        let mut found = Choices::default();
        for at in (0..line.len()).rev() {
            if line.sentence.get(at + 1).is_some_and(|next| *next != line.sentence[at]) {
                found = Choices::default();
            }
            found = found.union(self.choices_of(line.known[at]));
            for sign in Self::signs(line, at) {
                self.choices_of_sign[sign].iter().for_each(|choice| found.add(*choice));
            }
            ahead[at] = found;
        }
        ahead
    }

    /// The last words of the phrases of a choice that stand at word `at`.
    fn standing<'a>(&'a self, line: &'a Line<'_>, at: usize, choice: usize) -> impl Iterator<Item = usize> + 'a {
        let choice = choice as u16;
        let rows = self.phrases.beginning_with(line.known[at]).iter();
        let words = rows.filter(move |row| row.meaning == choice);
        let is_number = || Self::signs(line, at).any(|sign| self.choices_of_sign[sign].contains(&choice));
        words
            .filter_map(move |row| last_of(self.phrases.rest(row), line, at))
            .chain(is_number().then_some(at))
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
    let table = &lexicon.deeds;
    let ahead = table.choices_ahead(line);
    let named = to.mentions.len();
    // A phrase that means something else ("mental model") is no deed either.
    // It is one all the same where the phrase stands for a tool other than the deed's.
    let decoys: Vec<&Hit> = hits.iter().filter(|h| h.decoy).collect();
    let swallowed = |at: usize, last: usize, skill: SkillId| {
        let before = decoys.partition_point(|h| h.first <= last);
        let means_else = |h: &Hit| h.skill == skill || !lexicon.taxonomy.get(h.skill).kind.is_technical();
        decoys[..before]
            .iter()
            .rev()
            .take(DECOYS)
            .any(|h| at <= h.last && means_else(h))
    };
    let mut taken: Vec<(usize, usize, SkillId)> = Vec::new();
    // Nobody trained anything in "pre-trained models".
    let follows_prefix = |at: usize| {
        let is_joined = at > 0 && line.before(at) == "-" && PREFIXES.contains(&line.form(at - 1));
        // At the beginning of a sentence it is a verb: "Pre-trained a model on 256 GPUs".
        is_joined && !(at == 1 || line.begins_sentence(at - 1))
    };
    let may_begin =
        |at: &usize| (line.kinds[*at].holds(Kinds::BEGINS_DEED) || line.signs(*at).number) && !follows_prefix(*at);
    for at in (0..line.len()).filter(may_begin) {
        for deed in table.beginning_at(line, at, ahead[at]) {
            if deed.in_title && !is_title {
                continue;
            }
            let Some(last) = end_of(line, (at, false), table.steps(deed), (table, &ahead)) else {
                continue;
            };
            if swallowed(at, last, deed.skill) {
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

/// Whether what stands between two words parts the items of a list.
fn is_parted(between: &str) -> bool {
    between.contains([',', ';', '|', '，']) || between.contains(" / ")
}

/// The last word of the deed that begins at word `at`, all steps within one sentence.
///
/// `behind` tells that an earlier step stands right before it.
fn end_of(
    line: &Line<'_>,
    (at, behind): (usize, bool),
    steps: &[Step],
    tables: (&DeedTable, &[Choices]),
) -> Option<usize> {
    let (table, ahead) = tables;
    let (step, rest) = steps.split_first()?;
    let wanted = Choices::of(step.choice as u16);
    for (start, ahead) in ahead.iter().enumerate().skip(at).take(step.within + 1) {
        if line.sentence.get(start) != line.sentence.get(at.saturating_sub(1)) && at > 0 && step.within > 0 {
            break;
        }
        if start > at && !step.across && line.kinds[start - 1].holds(Kinds::CONNECTS) {
            break;
        }
        // Nearly everywhere nothing stands that the step asks for, and often nothing will.
        if !ahead.may_hold(wanted) {
            break;
        }
        if !(table.choices_of(line.known[start]).may_hold(wanted) || line.signs(start).number) {
            continue;
        }
        // "Methods to model meaning": a verb.
        if start > at && line.form(start) == "model" && line.form(start - 1) == "to" {
            continue;
        }
        // "LLM, APIs" and "Lead / Team" are two items of a list.
        if start == at && behind && !step.listed && is_parted(line.before(at)) {
            continue;
        }
        for last in table.standing(line, start, step.choice) {
            if rest.is_empty() {
                return Some(last);
            }
            let same_sentence = line.sentence.get(last + 1) == Some(&line.sentence[last]);
            if !same_sentence {
                continue;
            }
            if let Some(end) = end_of(line, (last + 1, true), rest, tables) {
                return Some(end);
            }
        }
    }
    None
}

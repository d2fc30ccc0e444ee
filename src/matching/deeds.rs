//! Described deeds: words in order that show a skill without naming it ("led a team of 30").

use super::cues::FoundCues;
use super::lexicon::Lexicon;
use super::line::{Line, Signs};
use super::scan::Hit;
use super::vocabulary::{ByWord, Gathered, Growing, Kinds, Phrases, Vocabulary, WordId};
use crate::model::language::{Deed, Language, Step};
use crate::model::reading::{Mention, Reading, Rejected, Rule};
use crate::model::skill::SkillId;
use std::ops::Range;

/// No described deed is longer, in words: six steps with the widest gaps.
const LONGEST: usize = 60;

/// Words after which another thing is meant: "managed clusters for the team" is not managing the team.
const CONNECTIVES: [&str; 14] = [
    "for", "of", "with", "by", "at", "from", "to", "on", "in", "that", "which", "who", "as", "through",
];

/// What a number may be asked to be, as the deeds write it: any, one of scale, or a million and more.
const SIGNS: [&str; 3] = ["#", "#big", "#huge"];

/// A set of choices: a bit each, which a few share. What is in it by mistake only costs a search.
#[derive(Clone, Copy, Debug, Default)]
struct Choices(u128);

impl Choices {
    fn add(&mut self, choice: u16) {
        self.0 |= 1 << (u32::from(choice) % u128::BITS);
    }

    fn of(choice: u16) -> Choices {
        let mut one = Choices::default();
        one.add(choice);
        one
    }

    fn may_hold(self, other: Choices) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What a word is to deeds.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// The choices of which a phrase begins with it.
    choices: Choices,
    /// Whether it is one of [`CONNECTIVES`].
    connects: bool,
}

/// A deed, and what must stand somewhere in a line for it.
#[derive(Debug)]
struct Pattern<'t> {
    deed: &'t Deed,
    needs: Choices,
}

/// The deeds by the first word of their first step.
#[derive(Debug)]
pub(super) struct DeedTable<'t> {
    patterns: Vec<Pattern<'t>>,
    /// Which patterns may begin with a word.
    by_word: ByWord<u16>,
    /// Which may begin with a number, for each of [`SIGNS`].
    by_sign: [Vec<u16>; 3],
    /// The phrases of all choices; they mean their choice.
    phrases: Phrases<u16>,
    /// What each word is to deeds, by its number.
    words: Vec<Word>,
    /// The choices that take a number, for each of [`SIGNS`].
    choices_of_sign: [Vec<u16>; 3],
}

/// The phrases of all choices, and the first words of each.
pub(super) struct DeedPhrases {
    phrases: Gathered<u16>,
    firsts: Vec<Vec<WordId>>,
    choices_of_sign: [Vec<u16>; 3],
    connectives: Vec<WordId>,
}

impl DeedPhrases {
    pub fn new<'t>(language: &'t Language, vocabulary: &mut Growing<'t>) -> DeedPhrases {
        let mut phrases = Gathered::new();
        let mut choices_of_sign: [Vec<u16>; 3] = Default::default();
        let mut firsts = Vec::with_capacity(language.choices.len());
        for (choice, of_choice) in language.choices.iter().enumerate() {
            let choice = choice as u16;
            let mut words = Vec::with_capacity(of_choice.len());
            for phrase in of_choice {
                match SIGNS.iter().position(|sign| *sign == phrase.as_str()) {
                    Some(sign) => choices_of_sign[sign].push(choice),
                    None => words.extend(phrases.add(phrase, choice, vocabulary)),
                }
            }
            words.sort_unstable();
            words.dedup();
            firsts.push(words);
        }
        DeedPhrases {
            phrases,
            firsts,
            choices_of_sign,
            connectives: CONNECTIVES.map(|word| vocabulary.word(word)).to_vec(),
        }
    }
}

impl<'t> DeedTable<'t> {
    pub fn new(language: &'t Language, phrases: DeedPhrases, vocabulary: &Vocabulary<'_>) -> DeedTable<'t> {
        let mut by_word = Vec::new();
        let mut by_sign: [Vec<u16>; 3] = Default::default();
        let mut patterns = Vec::with_capacity(language.deeds.len());
        for (index, deed) in language.deeds.iter().enumerate() {
            let index = index as u16;
            let mut needs = Choices::default();
            deed.steps.iter().for_each(|step| needs.add(step.choice as u16));
            patterns.push(Pattern { deed, needs });
            let Some(first) = deed.steps.first() else { continue };
            by_word.extend(phrases.firsts[first.choice].iter().map(|word| (*word, index)));
            for (sign, choices) in phrases.choices_of_sign.iter().enumerate() {
                if choices.contains(&(first.choice as u16)) {
                    by_sign[sign].push(index);
                }
            }
        }
        let finished = phrases.phrases.finish(vocabulary);
        let mut words = vec![Word::default(); vocabulary.end()];
        for word in finished.firsts() {
            let rows = finished.beginning_with(word).iter();
            rows.for_each(|row| words[usize::from(word)].choices.add(row.meaning));
        }
        for word in phrases.connectives {
            words[usize::from(word)].connects = true;
        }
        DeedTable {
            patterns,
            by_word: ByWord::new(by_word, vocabulary),
            by_sign,
            phrases: finished,
            words,
            choices_of_sign: phrases.choices_of_sign,
        }
    }

    /// Which of [`SIGNS`] word `at` fits.
    fn signs(line: &Line<'_>, at: usize) -> impl Iterator<Item = usize> {
        let Signs { number, big, huge, .. } = line.signs(at);
        let fits = [number, big, huge];
        // Nearly all words are none of them.
        let count = if number || big { fits.len() } else { 0 };
        (0..count).filter(move |sign| fits[*sign])
    }

    /// The words that deeds may begin with.
    pub fn firsts(&self) -> impl Iterator<Item = WordId> {
        self.by_word.words()
    }

    /// Whether a deed may begin somewhere in the line.
    pub fn may_begin_in(&self, line: &Line<'_>) -> bool {
        line.may.holds(Kinds::BEGINS_DEED) || line.has_numbers && (0..line.len()).any(|at| line.signs(at).number)
    }

    /// Whether a deed may begin at word `at`.
    fn may_begin_at(&self, line: &Line<'_>, at: usize) -> bool {
        !self.by_word.of(line.known[at]).is_empty() || line.signs(at).number
    }

    /// The deeds whose first step may stand at word `at`.
    fn beginning_at(&self, line: &Line<'_>, at: usize) -> impl Iterator<Item = &Pattern<'t>> {
        let by_sign = Self::signs(line, at).flat_map(|sign| &self.by_sign[sign]);
        let all = self.by_word.of(line.known[at]).iter().chain(by_sign);
        all.map(|index| &self.patterns[usize::from(*index)])
    }

    /// The choices of which a phrase may begin somewhere in the line.
    fn choices_in(&self, line: &Line<'_>) -> Choices {
        let of_words = line.known.iter().map(|word| self.words[usize::from(*word)].choices.0);
        let mut found = Choices(of_words.fold(0, |all, some| all | some));
        for at in (0..line.len()).filter(|_| line.has_numbers) {
            for sign in Self::signs(line, at) {
                self.choices_of_sign[sign].iter().for_each(|choice| found.add(*choice));
            }
        }
        found
    }

    fn of(&self, word: WordId) -> Word {
        self.words[usize::from(word)]
    }

    /// The last words of the phrases of a choice that stand at word `at`.
    fn standing<'a>(&'a self, line: &'a Line<'_>, at: usize, choice: usize) -> impl Iterator<Item = usize> + 'a {
        let choice = choice as u16;
        let rows = self.phrases.beginning_with(line.known[at]).iter();
        let words = rows.filter(move |row| row.meaning == choice);
        let is_number = || Self::signs(line, at).any(|sign| self.choices_of_sign[sign].contains(&choice));
        words
            .filter_map(move |row| self.phrases.last_of(row, line, at))
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
    let choices = table.choices_in(line);
    let named = to.mentions.len();
    // A phrase that means something else ("mental model") is no deed either.
    let decoys: Vec<(usize, usize)> = hits.iter().filter(|h| h.decoy).map(|h| (h.first, h.last)).collect();
    let swallowed = |at: usize, last: usize| {
        let before = decoys.partition_point(|(first, _)| *first <= last);
        decoys[..before].last().is_some_and(|(_, end)| at <= *end)
    };
    let mut taken: Vec<(usize, usize, SkillId)> = Vec::new();
    for at in (0..line.len()).filter(|at| table.may_begin_at(line, *at)) {
        for Pattern { deed, needs } in table.beginning_at(line, at) {
            if deed.in_title && !is_title || !choices.may_hold(*needs) {
                continue;
            }
            let Some(last) = end_of(line, at, &deed.steps, table) else {
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

/// The last word of the deed that begins at word `at`, all steps within one sentence.
fn end_of(line: &Line<'_>, at: usize, steps: &[Step], table: &DeedTable<'_>) -> Option<usize> {
    let (step, rest) = steps.split_first()?;
    let latest = (at + step.within).min(line.len().saturating_sub(1));
    let wanted = Choices::of(step.choice as u16);
    for start in at..=latest {
        if line.sentence.get(start) != line.sentence.get(at.saturating_sub(1)) && at > 0 && step.within > 0 {
            break;
        }
        if start > at && !step.across && table.of(line.known[start - 1]).connects {
            break;
        }
        // Nearly everywhere nothing stands that the step asks for.
        if !(table.of(line.known[start]).choices.may_hold(wanted) || line.signs(start).number) {
            continue;
        }
        for last in table.standing(line, start, step.choice) {
            if rest.is_empty() {
                return Some(last);
            }
            let same_sentence = line.sentence.get(last + 1) == Some(&line.sentence[last]);
            if same_sentence && let Some(end) = end_of(line, last + 1, rest, table) {
                return Some(end);
            }
        }
    }
    None
}

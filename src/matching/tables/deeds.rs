//! Described deeds by the words that may begin them.

use super::packed::{self, Packed};
use super::vocabulary::{ByWord, Gathered, Growing, Phrases, Vocabulary, WordId};
use crate::model::language::{Choice, Deed, Step};
use crate::model::skill::SkillId;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What a number may be asked to be, as the deeds write it: any, one of scale, or a million and more.
const SIGNS: [&str; 3] = ["#", "#big", "#huge"];

/// A set of choices: a bit each, which a few share. What is in it by mistake only costs a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choices([u128; 2]);

impl Choices {
    /// Adds one.
    pub fn add(&mut self, choice: u16) {
        let place = usize::from(choice) % (2 * u128::BITS as usize);
        self.0[place / u128::BITS as usize] |= 1 << (place as u32 % u128::BITS);
    }

    /// The set of one.
    pub fn of(choice: u16) -> Choices {
        let mut one = Choices::default();
        one.add(choice);
        one
    }

    /// Both sets together.
    pub fn union(self, other: Choices) -> Choices {
        Choices([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// Whether all of `other` may be in it.
    pub fn may_hold(self, other: Choices) -> bool {
        self.0[0] & other.0[0] == other.0[0] && self.0[1] & other.0[1] == other.0[1]
    }
}

impl Packed for Choices {
    const BYTES: usize = 2 * u128::BYTES;

    fn pack(&self, to: &mut Vec<u8>) {
        self.0.iter().for_each(|half| half.pack(to));
    }

    fn unpack(from: &[u8]) -> Choices {
        let (first, second) = from.split_at(u128::BYTES);
        Choices([u128::unpack(first), u128::unpack(second)])
    }
}

/// A deed without its steps.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// What it shows.
    pub skill: SkillId,
    /// Whether it counts only in an entry that is machine-learning work otherwise too.
    pub needs_field: bool,
    /// Whether it counts only as the title of an entry.
    pub in_title: bool,
    /// What must stand somewhere in a line for it.
    pub needs: Choices,
    /// Its steps: from and to in the list of all.
    steps: (u16, u16),
}

impl Packed for Pattern {
    const BYTES: usize = 8 + Choices::BYTES;

    fn pack(&self, to: &mut Vec<u8>) {
        to.extend([u8::from(self.needs_field), u8::from(self.in_title)]);
        for number in [self.skill.0, self.steps.0, self.steps.1] {
            number.pack(to);
        }
        self.needs.pack(to);
    }

    fn unpack(from: &[u8]) -> Pattern {
        let number = |at: usize| u16::unpack(&from[at..at + 2]);
        Pattern {
            needs_field: from[0] != 0,
            in_title: from[1] != 0,
            skill: SkillId(number(2)),
            steps: (number(4), number(6)),
            needs: Choices::unpack(&from[8..]),
        }
    }
}

impl Packed for Step {
    const BYTES: usize = 6;

    fn pack(&self, to: &mut Vec<u8>) {
        (self.choice as u16).pack(to);
        (self.within as u16).pack(to);
        to.push(u8::from(self.across));
        to.push(u8::from(self.listed));
    }

    fn unpack(from: &[u8]) -> Step {
        Step {
            choice: usize::from(u16::unpack(&from[..2])),
            within: usize::from(u16::unpack(&from[2..4])),
            across: from[4] != 0,
            listed: from[5] != 0,
        }
    }
}

/// The deeds by the first word of their first step.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeedTable {
    /// The deeds.
    #[serde(with = "packed")]
    pub patterns: Vec<Pattern>,
    #[serde(with = "packed")]
    steps: Vec<Step>,
    /// Which patterns may begin with a word.
    pub by_word: ByWord<u16>,
    /// Which may begin with a number, for each of [`SIGNS`].
    pub by_sign: [Vec<u16>; 3],
    /// The phrases of all choices; they mean their choice.
    pub phrases: Phrases<u16>,
    /// The sets of choices of which phrases begin with some word: a few hundred, since the words of a class have the same one.
    #[serde(with = "packed")]
    sets: Vec<Choices>,
    /// The set of each word, by its number; most have the first one, which is empty.
    #[serde(with = "packed")]
    set_of: Vec<u16>,
    /// The choices that take a number, for each of [`SIGNS`].
    pub choices_of_sign: [Vec<u16>; 3],
}

/// The phrases of all choices, and the first words of each.
pub struct DeedPhrases {
    phrases: Gathered<u16>,
    firsts: Vec<Vec<WordId>>,
    choices_of_sign: [Vec<u16>; 3],
}

impl DeedPhrases {
    /// Gathers them; their words join the vocabulary.
    pub fn new<'t>(choices: &'t [Choice], vocabulary: &mut Growing<'t>) -> DeedPhrases {
        let mut phrases = Gathered::new();
        let mut choices_of_sign: [Vec<u16>; 3] = Default::default();
        let mut firsts = Vec::with_capacity(choices.len());
        for (choice, of_choice) in choices.iter().enumerate() {
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
        }
    }
}

impl DeedTable {
    /// The table of `deeds`, whose choices were gathered in `phrases`.
    pub fn new(deeds: &[Deed], phrases: DeedPhrases, vocabulary: &Vocabulary) -> DeedTable {
        let mut by_word = Vec::new();
        let mut by_sign: [Vec<u16>; 3] = Default::default();
        let mut patterns = Vec::with_capacity(deeds.len());
        let mut steps = Vec::new();
        for (index, deed) in deeds.iter().enumerate() {
            let index = index as u16;
            let mut needs = Choices::default();
            deed.steps.iter().for_each(|step| needs.add(step.choice as u16));
            let from = steps.len() as u16;
            steps.extend_from_slice(&deed.steps);
            patterns.push(Pattern {
                skill: deed.skill,
                needs_field: deed.needs_field,
                in_title: deed.in_title,
                needs,
                steps: (from, steps.len() as u16),
            });
            let Some(first) = deed.steps.first() else { continue };
            by_word.extend(phrases.firsts[first.choice].iter().map(|word| (*word, index)));
            for (sign, choices) in phrases.choices_of_sign.iter().enumerate() {
                if choices.contains(&(first.choice as u16)) {
                    by_sign[sign].push(index);
                }
            }
        }
        let finished = phrases.phrases.finish(vocabulary);
        let (mut sets, mut set_of) = (vec![Choices::default()], vec![0; vocabulary.end()]);
        let mut known = FxHashMap::from_iter([(Choices::default(), 0)]);
        for word in finished.firsts() {
            let mut choices = Choices::default();
            let rows = finished.beginning_with(word).iter();
            rows.for_each(|row| choices.add(row.meaning));
            set_of[usize::from(word)] = *known.entry(choices).or_insert_with(|| {
                sets.push(choices);
                sets.len() as u16 - 1
            });
        }
        DeedTable {
            patterns,
            steps,
            by_word: ByWord::new(by_word, vocabulary),
            by_sign,
            phrases: finished,
            sets,
            set_of,
            choices_of_sign: phrases.choices_of_sign,
        }
    }

    /// The words that deeds may begin with.
    pub fn firsts(&self) -> impl Iterator<Item = WordId> {
        self.by_word.words()
    }

    /// The choices of which a phrase begins with a word.
    pub fn choices_of(&self, word: WordId) -> Choices {
        self.sets[usize::from(self.set_of[usize::from(word)])]
    }

    /// The steps of a deed, in order.
    pub fn steps(&self, pattern: &Pattern) -> &[Step] {
        &self.steps[usize::from(pattern.steps.0)..usize::from(pattern.steps.1)]
    }
}

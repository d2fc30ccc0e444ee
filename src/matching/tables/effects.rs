//! Phrases that change what the words around them mean, and what each of them does.

use super::packed::Packed;
use super::vocabulary::{Gathered, Growing};
use crate::model::language::Cues;
use crate::model::scale::Level;
use crate::text::phrase::Phrase;

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Negates,
    NegatesNear,
    Harmless,
    Wishes,
    Others,
    Behind,
    Elsewhere,
    Subject,
    States(Level),
    Ends,
}

/// All effects, each at the number under which it is written.
const ALL: [Effect; 13] = [
    Effect::Negates,
    Effect::NegatesNear,
    Effect::Harmless,
    Effect::Wishes,
    Effect::Others,
    Effect::Behind,
    Effect::Elsewhere,
    Effect::Subject,
    Effect::Ends,
    Effect::States(Level::Beginner),
    Effect::States(Level::Intermediate),
    Effect::States(Level::Advanced),
    Effect::States(Level::Expert),
];

impl Packed for Effect {
    const BYTES: usize = 1;

    fn pack(&self, to: &mut Vec<u8>) {
        let number = ALL.iter().position(|effect| effect == self);
        to.push(number.expect("all effects have a number") as u8);
    }

    fn unpack(from: &[u8]) -> Effect {
        ALL[usize::from(from[0])]
    }
}

/// The phrases of a language, of which the longest that stands somewhere is the one that is meant.
pub fn phrases<'t>(cues: &'t Cues, vocabulary: &mut Growing<'t>) -> Gathered<Effect> {
    let lists = [
        (&cues.negation, Effect::Negates),
        (&cues.negation_near, Effect::NegatesNear),
        (&cues.harmless, Effect::Harmless),
        (&cues.wish, Effect::Wishes),
        (&cues.others, Effect::Others),
        (&cues.negation_behind, Effect::Behind),
        (&cues.elsewhere, Effect::Elsewhere),
        (&cues.subjects, Effect::Subject),
        (&cues.clause_end, Effect::Ends),
    ];
    let levels = cues
        .levels
        .iter()
        .map(|(level, phrases)| (phrases, Effect::States(*level)));
    let mut all: Vec<(&Phrase, Effect)> = Vec::new();
    for (phrases, effect) in lists.into_iter().chain(levels) {
        all.extend(phrases.iter().map(|phrase| (phrase, effect)));
    }
    all.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.as_str().len()));
    let mut gathered = Gathered::new();
    for (phrase, effect) in all {
        gathered.add(phrase, effect, vocabulary);
    }
    gathered
}

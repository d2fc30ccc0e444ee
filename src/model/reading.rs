//! What matching makes of the passages: mentions, what was rejected and why, and what nothing matched.

use crate::model::scale::Level;
use crate::model::skill::SkillId;
use std::ops::Range;

/// How words came to name a skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// The skill's name, in any case and punctuation.
    Name,
    /// Another word for it.
    Alias,
    /// A name or alias with a slip of the pen, from nine letters on with two; holds the similarity, 0 to 1.
    Typo(f64),
    /// A description of a deed.
    Described,
}

impl Rule {
    /// A word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Rule::Name => "name",
            Rule::Alias => "alias",
            Rule::Typo(_) => "typo",
            Rule::Described => "described",
        }
    }
}

/// A place where words name a skill.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The skill.
    pub skill: SkillId,
    /// Index of the passage.
    pub passage: usize,
    /// The words: UTF-8 byte offsets in the passage.
    pub range: Range<usize>,
    /// How they matched.
    pub rule: Rule,
    /// The level that the words around it state.
    pub level: Option<Level>,
    /// A described deed that counts only where something else in its entry belongs to the field.
    pub needs_field: bool,
}

/// Why words that look like a skill are not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Part of a phrase that means something else.
    OtherMeaning,
    /// A common word without company that shows the meaning.
    NoCompany,
    /// Negated.
    Negated,
    /// Wished for or still to be learnt.
    Wished,
    /// Somebody else's deed.
    Others,
    /// The sentence says that it was somebody else's, or was not there any more.
    Elsewhere,
    /// A deed, but nothing near it is machine-learning work.
    OutsideField,
}

impl Reason {
    /// A word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::OtherMeaning => "part of a phrase that means something else",
            Reason::NoCompany => "a common word, and nothing near shows that the skill is meant",
            Reason::Negated => "negated",
            Reason::Wished => "wished for, not done",
            Reason::Others => "somebody else's deed",
            Reason::Elsewhere => "the sentence says that it was somebody else's",
            Reason::OutsideField => "nothing else in the entry is machine-learning work",
        }
    }
}

/// Words that were considered and rejected.
#[derive(Clone, Debug)]
pub struct Rejected {
    /// The skill that they looked like.
    pub skill: SkillId,
    /// Index of the passage.
    pub passage: usize,
    /// The words: UTF-8 byte offsets in the passage.
    pub range: Range<usize>,
    /// Why not.
    pub reason: Reason,
    /// The phrase that says so, where one does: UTF-8 byte offsets in the passage.
    pub cue: Option<Range<usize>>,
}

/// An entry of the skills section that no skill matches.
#[derive(Clone, Debug)]
pub struct Unmatched {
    /// Index of the passage.
    pub passage: usize,
    /// The words: UTF-8 byte offsets in the passage.
    pub range: Range<usize>,
    /// The skill that is nearest, if one is near.
    pub nearest: Option<SkillId>,
}

/// The result of matching all passages.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In the order of the file.
    pub mentions: Vec<Mention>,
    /// By passage, in the order of the file, names before deeds; behind them what no field stands up for.
    pub rejected: Vec<Rejected>,
    /// In the order of the file.
    pub unmatched: Vec<Unmatched>,
}

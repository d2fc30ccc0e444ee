//! What words mean around a skill: negation, wishes, other people's deeds, titles, template left-overs, described deeds.

use crate::model::scale::{Level, Stage};
use crate::model::skill::SkillId;
use crate::text::phrase::Phrase;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Phrases that change what the words behind them mean; whole words, lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// "no experience with": what follows in the clause is not there.
    pub negation: Vec<Phrase>,
    /// "no", "not": what follows at once is not there.
    pub negation_near: Vec<Phrase>,
    /// "not only": looks like a negation and is none.
    pub harmless: Vec<Phrase>,
    /// "eager to learn": what follows in the clause is not there yet.
    pub wish: Vec<Phrase>,
    /// "mentored by": the deed is somebody else's.
    pub others: Vec<Phrase>,
    /// Negations and wishes that follow the name, close behind it, as other languages have them.
    pub negation_behind: Vec<Phrase>,
    /// "was another team's": nothing in the sentence, or in the brackets, was the person's own.
    pub elsewhere: Vec<Phrase>,
    /// "My mentor", "sold": at the beginning of a sentence they say that it is about somebody else's work.
    pub subjects: Vec<Phrase>,
    /// "Street", "GmbH": the name before is that of a place or a company.
    pub name_tails: Vec<String>,
    /// Ambiguous names that are common words and nobody's name: with a capital inside a sentence they are meant.
    pub common_words: Vec<String>,
    /// Whole names of groups that hold what somebody wants to learn or is learning.
    pub wished_groups: Vec<String>,
    /// Whole names of groups of interests whose authors, places and pieces have the names of tools: Kafka, Java, Swift.
    pub pastimes: Vec<String>,
    /// Statements of a level in running text: "expert in", "basic knowledge of".
    pub levels: BTreeMap<Level, Vec<Phrase>>,
    /// Words that end the reach of a cue within a sentence.
    pub clause_end: Vec<Phrase>,
    /// Heads of lines that announce a bare list of tools: "technologies", "stack".
    pub list_heads: Vec<String>,
}

/// Words of known templates.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateWords {
    /// One of these is enough.
    pub tells: Vec<String>,
    /// Two of a bundle are enough.
    pub bundles: Vec<Vec<String>>,
}

/// A described deed: words in order that show a skill without naming it.
#[derive(Clone, Debug)]
pub struct Deed {
    /// What it shows.
    pub skill: SkillId,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Whether it counts only in an entry that is machine-learning work otherwise too.
    pub needs_field: bool,
    /// Whether it counts only as the title of an entry.
    pub in_title: bool,
}

/// A step of a described deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What may stand here: an index into [`Language::choices`].
    pub choice: usize,
    /// At most so many other words stand before it (0 for the first step).
    pub within: usize,
    /// Whether those words may be prepositions and the like: "led a team", not "led generation for a team".
    pub across: bool,
    /// Whether it may stand right behind a sign of lists: "best paper, KDD", not "LLM, APIs".
    pub listed: bool,
}

/// Phrases of which any may stand in a place.
pub type Choice = Vec<Phrase>;

/// Everything that the program knows of language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Language {
    /// Template left-overs.
    pub templates: TemplateWords,
    /// Words of titles.
    pub roles: RoleWords,
    /// The phrases that the lexicon is made of; `None` where it was made of the program's own when the program was built.
    #[serde(skip)]
    pub phrases: Option<Phrases>,
}

/// Phrases around and instead of the names of skills.
#[derive(Clone, Debug)]
pub struct Phrases {
    /// Phrases around a skill.
    pub cues: Cues,
    /// Words that look like a slip for a name and are words of their own: the word, then the name.
    pub apart: Vec<(String, String)>,
    /// Described deeds.
    pub deeds: Vec<Deed>,
    /// What may stand in the steps of deeds.
    pub choices: Vec<Choice>,
}

/// Words of people's titles that tell what a job was; phrases in normal form with a blank around each word
/// (`text::words::padded`), so that `contains` finds whole words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RoleWords {
    /// Titles of machine-learning and data work.
    pub relevant: Vec<String>,
    /// Titles that say machine learning itself, so that deeds in the entry belong to the field.
    pub field_titles: Vec<String>,
    /// Titles of software work.
    pub adjacent: Vec<String>,
    /// Titles of other trades, whatever their text says: who recruits data scientists is none.
    pub unrelated: Vec<String>,
    /// Other trades and their departments, but for who practises the field or software there: "Marketing Data Scientist".
    pub departments: Vec<String>,
    /// Words for those who practise: "scientist", "engineer".
    pub practitioners: Vec<String>,
    /// Titles of other trades whose people speak of what others can.
    pub about_others: Vec<String>,
    /// Titles of research, whose subject decides.
    pub research: Vec<String>,
    /// Studies that count as doctoral research.
    pub doctoral: Vec<String>,
    /// Titles that show a stage, the first that fits wins.
    pub stages: Vec<StageWords>,
    /// Titles that show no stage of the ladder.
    pub no_stage: Vec<String>,
    /// Engineers whose title alone says nothing of software: "process engineer".
    pub other_engineers: Vec<String>,
    /// Skills that make a text machine-learning work.
    pub field: Vec<SkillId>,
    /// Skills that make it data work where the title says nothing else.
    pub data: Vec<SkillId>,
}

impl RoleWords {
    /// Whether naming `skill`, which implies the skills `implied`, makes a text machine-learning work: it is one of the field's
    /// skills, or implies one.
    pub fn names_field(&self, skill: SkillId, implied: &[SkillId]) -> bool {
        self.field.contains(&skill) || implied.iter().any(|broader| self.field.contains(broader))
    }
}

/// Words that show a stage in a title.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageWords {
    /// The stage.
    pub stage: Stage,
    /// Words or phrases.
    pub words: Vec<String>,
}

//! The shapes of `scoring.json`, `language.json` and `deeds.json`.

use crate::model::language::{Cues, StageWords, TemplateWords};
use crate::model::profile::Factor;
use crate::text::phrase::Phrase;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `profiles/scoring.json`: the numbers behind the rules, each with its reason.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawScoring {
    /// `gapcheck.scoring/1`.
    pub format: String,
    /// Worth by status: demonstrated, certified, implied, claimed.
    pub status: BTreeMap<String, Factor>,
    /// What remains below the required level.
    pub level_shortfall: Vec<RawShortfall>,
    /// What remains of a stale skill.
    pub stale: RawStale,
    /// How years outside the field count.
    pub years: BTreeMap<String, Factor>,
    /// Skills that a bare list can demonstrate.
    pub list_limit: Factor,
    /// Dated entries in which deeds must stand.
    pub deeds_in_entries: Factor,
    /// Skills that a certificate certifies at most.
    pub certificate_core_skills: Factor,
    /// Certificates recommended at most.
    pub recommend_at_most: Factor,
    /// Age in months at which facts say "verify".
    pub facts_stale_after_months: Factor,
}

/// What remains some levels below the required one.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawShortfall {
    /// How many levels.
    pub levels_below: usize,
    /// What remains.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// What remains of a stale skill.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawStale {
    /// After how many years.
    pub after_years: f64,
    /// What remains.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// `profiles/language.json`: what words mean around a skill.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawLanguage {
    /// `gapcheck.language/1`.
    pub format: String,
    /// Phrases around a skill.
    pub cues: Cues,
    /// Words that look like a slip for a name and are words of their own: the word, then the name, in normal form.
    pub apart: Vec<(String, String)>,
    /// Template left-overs.
    pub templates: TemplateWords,
    /// Words of titles.
    pub roles: RawRoleWords,
}

/// Words of people's titles.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRoleWords {
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
    /// Those of `unrelated` and `departments` whose people speak of what others can.
    pub about_others: Vec<String>,
    /// Titles of research, whose subject decides.
    pub research: Vec<String>,
    /// Studies that count as doctoral research.
    pub doctoral: Vec<String>,
    /// Titles that show a stage; the first that fits wins.
    pub stages: Vec<StageWords>,
    /// Titles that show no stage of the ladder.
    pub no_stage: Vec<String>,
    /// Engineers whose title alone says nothing of software.
    pub other_engineers: Vec<String>,
    /// Ids of skills that make a text machine-learning work.
    pub field: Vec<String>,
    /// Ids of skills that make it data work where the title says nothing else.
    pub data: Vec<String>,
}

/// `profiles/deeds.json`: described deeds that show a skill without naming it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawDeeds {
    /// `gapcheck.deeds/1`.
    pub format: String,
    /// Classes of words, used as `@class`.
    pub words: BTreeMap<String, Vec<Phrase>>,
    /// The deeds.
    pub deeds: Vec<RawDeed>,
}

/// A described deed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawDeed {
    /// The id of the skill that it shows.
    pub skill: String,
    /// Steps in order: `@class`, `word|phrase_of_words`, with `..4` before a step that may stand up to four words later, `~4` the same without prepositions in between.
    pub pattern: String,
    /// The words that made the pattern.
    pub case: String,
    /// `true` where it counts only in an entry that is machine-learning work otherwise too.
    #[serde(default)]
    pub needs_field: bool,
    /// `true` where it counts only as the title of an entry: "Engineering Manager" in a sentence is somebody else.
    #[serde(default)]
    pub in_title: bool,
}

//! The shapes of `taxonomy.json` and `certifications.json`.

use crate::model::certification::{Action, Confidence, State};
use crate::model::scale::Stage;
use crate::model::skill::SkillKind;
use serde::Deserialize;

/// `profiles/taxonomy.json`: every skill that can be recognised.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawTaxonomy {
    /// `gapcheck.taxonomy/1`.
    pub format: String,
    /// The edition, `2026.11`.
    pub version: String,
    /// The skills.
    pub skills: Vec<RawSkill>,
}

/// A skill of the taxonomy.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawSkill {
    /// Lower case, digits and hyphens (`c++` too).
    pub id: String,
    /// The name shown; it is matched too.
    pub name: String,
    /// What sort of thing it is.
    pub kind: SkillKind,
    /// Other words that name exactly this skill.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Ids of broader skills that having this one implies.
    #[serde(default)]
    pub broader: Vec<String>,
    /// Phrases with the skill's words that mean something else.
    #[serde(default)]
    pub not: Vec<String>,
    /// Which of name and aliases are also common words and need company.
    #[serde(default)]
    pub ambiguous: Vec<String>,
    /// Words in the same sentence that show that an ambiguous name means this skill, with commas between.
    #[serde(default)]
    pub company: String,
}

/// `profiles/certifications.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawCertifications {
    /// `gapcheck.certifications/1`.
    pub format: String,
    /// The edition, `2026.11`.
    pub version: String,
    /// The certifications.
    pub certifications: Vec<RawCertification>,
}

/// A certification.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawCertification {
    /// The id used in profiles and output.
    pub id: String,
    /// The full name.
    pub name: String,
    /// Who issues it.
    pub issuer: String,
    /// Foundational, associate, professional, specialty, course or microcredential.
    pub level: String,
    /// The skill id of the platform that it belongs to; `null` if neutral.
    pub platform: Option<String>,
    /// The ladder stage that it fits.
    pub stage: Stage,
    /// Whether it can be taken.
    pub state: State,
    /// Since when, as exact as known.
    pub since: Option<String>,
    /// What is not known about that date.
    pub since_note: Option<String>,
    /// Ids of what to take instead.
    pub successors: Vec<String>,
    /// The price in USD, where known.
    pub price_usd: Option<u32>,
    /// How long it is valid, in months, where known.
    pub validity_months: Option<u32>,
    /// At most six skills that holding it certifies.
    pub core_skills: Vec<String>,
    /// Further skills that it touches.
    pub other_skills: Vec<String>,
    /// Names that people write for it.
    pub also_written: Vec<String>,
    /// Names that must not be taken for it.
    pub look_alikes: Vec<String>,
    /// What the facts advise.
    pub action: Action,
    /// What must be said when recommending it.
    pub caveat: Option<String>,
    /// The official page.
    pub url: Option<String>,
    /// When the facts were last seen to hold.
    pub as_of: String,
    /// How sure they are.
    pub confidence: Confidence,
}

//! The shapes of a role profile and of `ladder.json`.

use crate::model::background::{AdviceTopic, Background};
use crate::model::profile::{Asked, Guide, Importance, Salary};
use crate::model::scale::{Level, Stage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A role profile, `profiles/senior-ml-engineer.json` or a user's own.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawProfile {
    /// `gapcheck.profile/1`.
    pub format: String,
    /// Lower case, digits and hyphens.
    pub id: String,
    /// The role's title.
    pub title: String,
    /// The edition, `2026.11`.
    pub version: String,
    /// The stage that the role stands for.
    pub target_stage: Stage,
    /// What the profile is, in a sentence or two.
    pub summary: String,
    /// The sources: ids of built-in guides, or guides written out.
    pub guides: Vec<RawGuide>,
    /// The ladder: the built-in one with changes, or one written out.
    pub ladder: RawLadderChoice,
    /// The requirements, in the order shown.
    pub requirements: Vec<RawRequirement>,
    /// The certifications that the guides name.
    #[serde(default)]
    pub certifications: Vec<RawNamedCertification>,
    /// What the guides hold beyond the assessment.
    #[serde(default)]
    pub background: Vec<Background>,
}

/// A guide: the id of a built-in one, or written out.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "expected the id of a built-in guide, or a guide written out")]
pub enum RawGuide {
    /// The id of a built-in guide.
    Id(String),
    /// A guide of one's own.
    Own(Guide),
}

/// A ladder: the built-in one, or one's own.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    untagged,
    expecting = "expected {\"use\": \"ml-engineer\"} with known fields, or a ladder written out"
)]
pub enum RawLadderChoice {
    /// The built-in ladder with changes.
    Builtin(RawLadderUse),
    /// A ladder of one's own.
    Own(RawLadder),
}

/// The built-in ladder with changes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawLadderUse {
    /// The id of the built-in ladder, `ml-engineer`.
    #[serde(rename = "use")]
    pub id: String,
    /// What must be said about it.
    #[serde(default)]
    pub note: Option<String>,
    /// Years `[from, to]` that differ; `to` is `null` where open.
    #[serde(default)]
    pub years: BTreeMap<Stage, (f64, Option<f64>)>,
}

/// `profiles/ladder.json`.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawLadder {
    /// `gapcheck.ladder/1`.
    #[serde(default)]
    pub format: Option<String>,
    /// The ladder's id.
    pub id: String,
    /// The guide it comes from.
    pub source: String,
    /// What must be said about it.
    #[serde(default)]
    pub note: Option<String>,
    /// The five stages, lowest first.
    pub stages: Vec<RawRung>,
}

/// A rung of the ladder.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRung {
    /// Which stage it is.
    pub stage: Stage,
    /// The job title.
    pub title: String,
    /// Years `[from, to]`; `to` is `null` where open.
    pub years: (f64, Option<f64>),
    /// What it earns.
    pub salary_usd: Salary,
    /// What the work is about.
    pub focus: String,
    /// How to move on.
    pub advice: String,
    /// What the stage expects beyond the stages below.
    pub expectations: Vec<RawExpectation>,
}

/// A deed that a stage expects.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawExpectation {
    /// The id used in reasons.
    pub id: String,
    /// What it means.
    pub text: String,
    /// Skill ids; any of them shows it.
    pub any_of: Vec<String>,
    /// What to do to get there.
    pub next_step: String,
    /// `true` where only deeds in machine-learning work count.
    #[serde(default)]
    pub in_field: bool,
    /// What advice on resumes is about it, where nothing shows it.
    #[serde(default)]
    pub advice: Option<AdviceTopic>,
}

/// A requirement.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRequirement {
    /// The id used in output and policies.
    pub id: String,
    /// What is asked, in a few words.
    pub title: String,
    /// Whether the role needs it.
    pub importance: Importance,
    /// The level asked for.
    pub level: Level,
    /// Its share of the score, relative to the others; at least 1.
    pub weight: u32,
    /// The area that it belongs to.
    pub area: String,
    /// All groups must be filled.
    pub groups: Vec<RawGroup>,
    /// Which guides ask it, and how.
    pub sources: Vec<Asked>,
    /// Why it weighs what it weighs.
    pub why_weight: String,
    /// What to do to close it.
    pub next_step: String,
    /// The interview question that would settle it.
    pub question: String,
    /// For competencies: why silence proves nothing.
    #[serde(default)]
    pub not_shown: Option<String>,
    /// `true` where no resume can show it; it leaves the score.
    #[serde(default)]
    pub unassessable: bool,
}

/// Skills that replace each other.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// How many of them are asked for; 1 if left out.
    #[serde(default = "one")]
    pub need: usize,
    /// Skill ids.
    pub of: Vec<String>,
}

fn one() -> usize {
    1
}

/// A certification that guides name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawNamedCertification {
    /// The certification's id.
    pub id: String,
    /// Ids of the guides.
    pub named_by: Vec<String>,
}

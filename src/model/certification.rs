//! Certifications: what they attest, whether they can still be taken, and how sure that is.

use crate::model::scale::Stage;
use crate::model::skill::SkillId;
use serde::{Deserialize, Serialize};

/// Whether a certification can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Open to everybody.
    Active,
    /// Open as a beta, or announced.
    Beta,
    /// Retired or withdrawn: nothing left to register for.
    Retired,
}

impl State {
    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Active => "active",
            State::Beta => "beta",
            State::Retired => "retired",
        }
    }
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Two independent origins agree.
    Verified,
    /// One origin.
    Likely,
    /// Missing or contradictory.
    Unverified,
}

impl Confidence {
    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Confidence::Verified => "verified",
            Confidence::Likely => "likely",
            Confidence::Unverified => "unverified",
        }
    }
}

/// What the facts say about taking a certification as a senior.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Worth taking.
    Recommend,
    /// Worth taking where it closes a gap.
    RecommendIfGap,
    /// Worth taking by those who work on its platform.
    RecommendIfStack,
    /// Worth taking, with a reservation that must be said.
    RecommendWithCaveat,
    /// Neither harm nor much use.
    Optional,
    /// Too new to tell.
    Watch,
    /// Aimed at others.
    DoNotRecommendForSenior,
    /// Cannot be taken.
    NeverRecommend,
}

/// One certification.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Certification {
    /// The id used in profiles and output.
    pub id: String,
    /// The full name.
    pub name: String,
    /// Who issues it.
    pub issuer: String,
    /// The cloud or platform that it belongs to, `None` if neutral.
    pub platform: Option<SkillId>,
    /// The ladder stage that it fits.
    pub stage: Stage,
    /// Whether it can be taken.
    pub state: State,
    /// Since when the state holds, as exact as known: `2026-03-31`, `2024-05`.
    pub since: Option<String>,
    /// What is not known about that date.
    pub since_note: Option<String>,
    /// Indices of what to take instead.
    pub successors: Vec<usize>,
    /// The price in USD, where known.
    pub price_usd: Option<u32>,
    /// How long it is valid, in months, where known.
    pub validity_months: Option<u32>,
    /// The skills that holding it certifies.
    pub core_skills: Vec<SkillId>,
    /// Further skills that it touches: implied at most.
    pub other_skills: Vec<SkillId>,
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

/// What is only shown of a certification.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CertificationDetail {
    /// The certification's id.
    pub id: String,
    /// The issuer's code for the exam.
    pub exam_code: Option<String>,
    /// Exam, course or lab.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Duration in minutes.
    pub length_minutes: Option<u32>,
    /// How many questions, as published.
    pub questions: Option<String>,
    /// How long it is valid, in words.
    pub validity: Option<String>,
    /// What must or should come first.
    pub prerequisites: Option<String>,
    /// More about the state.
    pub status_detail: Option<String>,
    /// More about the price.
    pub price_note: Option<String>,
    /// Why to take it or not.
    pub advice: Option<String>,
    /// How well it fits a senior.
    pub fit_senior: Option<String>,
    /// What it attests.
    pub attests: Option<String>,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

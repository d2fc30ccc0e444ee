//! What the resume shows of a skill: status, level, years, and the words that say so.

use crate::model::index_set::IndexSet;
use crate::model::reading::{Reason, Rule};
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use crate::model::ways::Ways;
use crate::text::locate::Place;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How well a skill is evidenced, weakest first; a skill that is not in the list is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Only through a narrower skill.
    Implied,
    /// Named, but not in anything done.
    Claimed,
    /// Through a certificate that is held.
    Certified,
    /// Named in something done.
    Demonstrated,
}

impl Status {
    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Implied => "implied",
            Status::Claimed => "claimed",
            Status::Certified => "certified",
            Status::Demonstrated => "demonstrated",
        }
    }
}

/// Where a level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The resume says it.
    Stated,
    /// From how long and how recently the skill was used.
    Inferred,
    /// Nothing tells it.
    Unknown,
}

impl Basis {
    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
            Basis::Unknown => "unknown",
        }
    }
}

/// Words of the resume, with their place.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Where they stand.
    pub place: Place,
    /// The words as written.
    pub text: String,
    /// The text that they stand in, for showing what is around them.
    pub context: String,
    /// UTF-8 byte offset of the words in `context`.
    pub offset: usize,
}

impl Quote {
    /// Without the words, for whoever does not ask for them.
    pub fn nothing(place: Place) -> Quote {
        Quote {
            place,
            text: String::new(),
            context: String::new(),
            offset: 0,
        }
    }
}

/// Words that show a skill.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The words.
    pub quote: Quote,
    /// How they matched.
    pub rule: Rule,
    /// What this mention alone makes of the skill.
    pub status: Status,
}

/// A skill that the resume shows in some way.
#[derive(Clone, Debug)]
pub struct SkillFinding {
    /// The skill.
    pub skill: SkillId,
    /// The best status of all evidence.
    pub status: Status,
    /// The best of `status` and the status of what implies it; for an implied skill that of what implies it.
    pub support: Status,
    /// Every way in which it is shown.
    pub ways: Ways,
    /// The level, where it can be told.
    pub level: Option<Level>,
    /// Where the level comes from.
    pub basis: Basis,
    /// Years of use from the dated entries that name it.
    pub years: Option<f64>,
    /// The last day of use.
    pub last_used: Option<Date>,
    /// Last used longer ago than the profile's limit.
    pub stale: bool,
    /// The skills that imply it; none where the verdicts alone are asked for.
    pub implied_by: Vec<SkillId>,
    /// The words that show it, in the order of the file.
    pub evidence: Vec<Evidence>,
    /// The entries (by index) in whose text it was demonstrated.
    pub entries: IndexSet,
}

impl SkillFinding {
    /// The words that show it best; of equal ones the first in the file.
    pub fn best_evidence(&self) -> Option<&Evidence> {
        // The last of equal ones is the greatest: so from behind.
        self.evidence.iter().rev().max_by_key(|evidence| evidence.status)
    }
}

/// Words that were considered and rejected.
#[derive(Clone, Debug)]
pub struct RejectedWords {
    /// The skill that they looked like.
    pub skill: SkillId,
    /// The words.
    pub quote: Quote,
    /// Why not.
    pub reason: Reason,
    /// The phrase that says so, where one does.
    pub cue: Option<String>,
}

/// An entry of the skills section that nothing matches.
#[derive(Clone, Debug)]
pub struct UnmatchedWords {
    /// The words.
    pub quote: Quote,
    /// The nearest skill, if one is near.
    pub nearest: Option<SkillId>,
}

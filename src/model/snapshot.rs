//! An assessment reduced to what a later one can be compared with: the content of a baseline file, and either side of a diff.

use crate::model::assessment::{Assessment, Quote, RequirementStatus, Status};
use crate::model::scale::{Level, Stage};
use serde::{Deserialize, Serialize};

/// The name and version of the baseline's format.
pub const FORMAT: &str = "gapcheck.baseline/1";

/// Bytes either side of the words of evidence that a snapshot keeps, to know them again.
const AROUND: usize = 30;

/// An assessment, reduced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// [`FORMAT`].
    pub format: String,
    /// The version of the program that made it.
    pub generator: String,
    /// The day that open periods ran to, `YYYY-MM-DD`.
    pub as_of: String,
    /// What it was assessed against.
    pub profile: ProfileVersion,
    /// The name of the resume's file, without its folder; empty where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// A digest of the resume, the same in whatever order its parts stand; empty where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resume: String,
    /// 0 to 100.
    pub score: u32,
    /// The estimated stage.
    pub stage: Option<Stage>,
    /// Relevant years.
    pub years: Option<f64>,
    /// In the profile's order.
    pub requirements: Vec<Covered>,
    /// By id; implied skills without evidence.
    pub skills: Vec<Shown>,
}

/// A profile by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileVersion {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// How a requirement was covered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covered {
    /// Its id.
    pub id: String,
    /// Whether it was met.
    pub status: RequirementStatus,
    /// 0 to 1, three decimals.
    pub coverage: f64,
    /// The skills that were present.
    pub present: Vec<String>,
}

/// How a skill was shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// How well it was evidenced.
    pub status: Status,
    /// Its level, where one was known.
    pub level: Option<Level>,
    /// The words that showed it.
    pub evidence: Vec<Words>,
}

/// Words of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// As written.
    pub text: String,
    /// With a few of the words around them; empty where these are not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub around: String,
    /// A digest of the entry that they stand in; empty where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub entry: String,
}

impl Words {
    /// The words with those around, if these are known.
    pub fn shown(&self) -> &str {
        if self.around.is_empty() {
            &self.text
        } else {
            &self.around
        }
    }
}

impl Snapshot {
    /// The snapshot of an assessment.
    pub fn of(a: &Assessment<'_>) -> Snapshot {
        let requirements = a.requirements.iter().map(|r| Covered {
            id: a.profile.requirements[r.index].id.clone(),
            status: r.status,
            coverage: (r.coverage * 1000.0).round() / 1000.0,
            present: r.present.iter().map(|s| a.id(*s).to_owned()).collect(),
        });
        let skills = a.skills.iter().map(|f| Shown {
            id: a.id(f.skill).to_owned(),
            status: f.status,
            level: f.level,
            evidence: f.evidence.iter().map(|e| words(&e.quote)).collect(),
        });
        Snapshot {
            format: FORMAT.to_owned(),
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: a.as_of.to_string(),
            profile: ProfileVersion {
                id: a.profile.id.clone(),
                version: a.profile.version.clone(),
            },
            file: String::new(),
            resume: String::new(),
            score: a.coverage.score,
            stage: a.stage.estimate,
            years: a.years.relevant.map(|y| (y * 10.0).round() / 10.0),
            requirements: requirements.collect(),
            skills: skills.collect(),
        }
    }

    /// The requirement with this id.
    pub fn requirement(&self, id: &str) -> Option<&Covered> {
        self.requirements.iter().find(|r| r.id == id)
    }

    /// The skill with this id.
    pub fn skill(&self, id: &str) -> Option<&Shown> {
        self.skills.iter().find(|s| s.id == id)
    }
}

/// The words of a quotation, with whole words around them.
fn words(quote: &Quote) -> Words {
    let text = &quote.context;
    let (start, end) = (quote.offset, quote.offset + quote.text.len());
    let from = text.floor_char_boundary(start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((end + AROUND).min(text.len()));
    // A word that the cut goes through is left out.
    let from = match from {
        0 => 0,
        _ => text[from..start]
            .find(char::is_whitespace)
            .map_or(start, |at| from + at),
    };
    let to = match to == text.len() {
        true => to,
        false => text[end..to].rfind(char::is_whitespace).map_or(end, |at| end + at),
    };
    let around = text[from..to].split_whitespace().collect::<Vec<_>>().join(" ");
    Words {
        around: if around == quote.text { String::new() } else { around },
        text: quote.text.clone(),
        entry: String::new(),
    }
}

//! Reads what the program wrote earlier: a baseline, or an assessment as JSON.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::scale::{Level, Stage};
use crate::model::snapshot::{Covered, FORMAT, ProfileVersion, Shown, Snapshot, Words};
use crate::text::dates::parse_full;
use crate::text::locate::offset_of;
use serde::Deserialize;

/// Why a saved file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedError {
    /// What is wrong.
    pub message: String,
    /// Where: a UTF-8 byte offset.
    pub offset: usize,
}

/// Reads a baseline or a saved assessment; `None` where the text is neither (a resume, say).
///
/// # Errors
/// [`SavedError`] where it says that it is one, and is not.
pub fn read(text: &str) -> Result<Option<Snapshot>, SavedError> {
    let Ok(Named { format: Some(format) }) = serde_json::from_str(text) else {
        return Ok(None);
    };
    let snapshot = match format.as_str() {
        FORMAT => serde_json::from_str(text),
        "gapcheck.assessment/1" => serde_json::from_str::<Saved>(text).map(Snapshot::from),
        _ => return Ok(None),
    };
    let snapshot: Snapshot = snapshot.map_err(|error| fault(text, &error))?;
    match parse_full(&snapshot.as_of) {
        Some(_) => Ok(Some(snapshot)),
        None => Err(SavedError {
            message: format!("as_of is \"{}\", not a day such as 2026-11-22", snapshot.as_of),
            offset: 0,
        }),
    }
}

/// What makes a text no JSON at all; `None` where it is.
pub fn syntax(text: &str) -> Option<SavedError> {
    serde_json::from_str::<serde::de::IgnoredAny>(text)
        .err()
        .map(|error| fault(text, &error))
}

fn fault(text: &str, error: &serde_json::Error) -> SavedError {
    let full = error.to_string();
    SavedError {
        message: full.split(" at line ").next().unwrap_or(&full).to_owned(),
        offset: offset_of(text, error.line(), error.column()),
    }
}

/// Writes a baseline, indented, with a line break at its end.
pub fn write(snapshot: &Snapshot) -> String {
    // Strings, numbers and lists of them cannot fail to serialise.
    serde_json::to_string_pretty(snapshot)
        .map(|text| text + "\n")
        .unwrap_or_default()
}

#[derive(Deserialize)]
struct Named {
    format: Option<String>,
}

/// What a snapshot needs of a saved assessment; it has more.
#[derive(Deserialize)]
struct Saved {
    generator: Generator,
    as_of: String,
    profile: Profile,
    candidate: Candidate,
    skills: Vec<Skill>,
    requirements: Vec<Requirement>,
    coverage: Coverage,
    stage: StageReport,
}

#[derive(Deserialize)]
struct Generator {
    version: String,
}

#[derive(Deserialize)]
struct Profile {
    id: String,
    version: String,
}

#[derive(Deserialize)]
struct Candidate {
    relevant_years: Option<f64>,
}

#[derive(Deserialize)]
struct Skill {
    id: String,
    status: Status,
    level: LevelReport,
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
struct LevelReport {
    value: Option<Level>,
}

#[derive(Deserialize)]
struct Evidence {
    text: String,
}

#[derive(Deserialize)]
struct Requirement {
    id: String,
    status: RequirementStatus,
    coverage: f64,
    present: Vec<String>,
}

#[derive(Deserialize)]
struct Coverage {
    score: u32,
}

#[derive(Deserialize)]
struct StageReport {
    estimate: Option<Stage>,
}

impl From<Saved> for Snapshot {
    fn from(saved: Saved) -> Snapshot {
        let words = |e: Evidence| Words {
            text: e.text,
            around: String::new(),
            entry: String::new(),
        };
        let skill = |s: Skill| Shown {
            id: s.id,
            status: s.status,
            level: s.level.value,
            evidence: s.evidence.into_iter().map(words).collect(),
        };
        let requirement = |r: Requirement| Covered {
            id: r.id,
            status: r.status,
            coverage: r.coverage,
            present: r.present,
        };
        Snapshot {
            format: FORMAT.to_owned(),
            generator: saved.generator.version,
            as_of: saved.as_of,
            profile: ProfileVersion {
                id: saved.profile.id,
                version: saved.profile.version,
            },
            file: String::new(),
            resume: String::new(),
            score: saved.coverage.score,
            stage: saved.stage.estimate,
            years: saved.candidate.relevant_years,
            requirements: saved.requirements.into_iter().map(requirement).collect(),
            skills: saved.skills.into_iter().map(skill).collect(),
        }
    }
}

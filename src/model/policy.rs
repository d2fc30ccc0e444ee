//! What a check holds an assessment against: named requirements, a stage, a score, and the waivers from them.

use crate::model::scale::{Level, Stage};
use crate::text::locate::Place;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which requirements of the profile fail a check by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// An essential requirement that is missing.
    Essential,
    /// Any requirement that is not met.
    Any,
    /// None.
    Never,
}

impl FailOn {
    /// The word used in options and output.
    pub fn as_str(self) -> &'static str {
        match self {
            FailOn::Essential => "essential",
            FailOn::Any => "any",
            FailOn::Never => "never",
        }
    }
}

/// A requirement or a skill that must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The id of a requirement or of a skill.
    pub id: String,
    /// At this level at least, in place of the one that the profile asks for.
    pub level: Option<Level>,
}

impl Demand {
    /// Reads `kubernetes` or `python:advanced`.
    ///
    /// # Errors
    /// A sentence where the level is none.
    pub fn parse(text: &str) -> Result<Demand, String> {
        let (id, level) = text
            .split_once(':')
            .map_or((text, None), |(id, level)| (id, Some(level)));
        let level = level.map(|level| {
            let found = Level::ALL.into_iter().find(|known| known.to_string() == level.trim());
            found.ok_or_else(|| {
                let known = Level::ALL.map(|level| level.to_string()).join(", ");
                format!("\"{}\" is no level; known are {known}", level.trim())
            })
        });
        Ok(Demand {
            id: id.trim().to_owned(),
            level: level.transpose()?,
        })
    }
}

impl fmt::Display for Demand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        self.level.map_or(Ok(()), |level| write!(f, ":{level}"))
    }
}

/// What must hold for a check to pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Requirements and skills that must be met.
    pub require: Vec<Demand>,
    /// The estimated stage is at least this one.
    pub stage: Option<Stage>,
    /// Which requirements fail by themselves; `None` where nobody said.
    pub fail_on: Option<FailOn>,
    /// The score is at least this, 0 to 100.
    pub fail_under: Option<u32>,
    /// So many points may the score lie below the baseline's.
    pub tolerance: u32,
    /// Whether what only time or a new version changed fails too.
    pub strict_baseline: bool,
}

impl Policy {
    /// Whether anything is asked beside the baseline.
    pub fn is_empty(&self) -> bool {
        self.require.is_empty() && self.stage.is_none() && self.fail_on.is_none() && self.fail_under.is_none()
    }
}

/// A requirement or skill that may be open for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The id of a requirement or of a skill, or `stage` or `score`.
    pub of: String,
    /// Why it may be open.
    pub reason: String,
    /// The last day on which it may.
    pub until: Date,
    /// Where it stands in the configuration.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demands() {
        let demand = |id: &str, level| Demand { id: id.into(), level };
        assert_eq!(Demand::parse("kubernetes"), Ok(demand("kubernetes", None)));
        assert_eq!(
            Demand::parse("python : advanced"),
            Ok(demand("python", Some(Level::Advanced)))
        );
        assert!(Demand::parse("python:good").is_err_and(|e| e.contains("known are beginner")));
    }
}

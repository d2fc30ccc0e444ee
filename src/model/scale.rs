//! The two scales everything is measured on: the proficiency level of a skill and the stage on the career ladder.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How well a skill is mastered, weakest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Knows the basics; "familiar with".
    #[default]
    Beginner,
    /// Has worked with it.
    Intermediate,
    /// Works with it independently and well.
    Advanced,
    /// Others come for advice.
    Expert,
}

impl Level {
    /// All levels, weakest first.
    pub const ALL: [Level; 4] = [Level::Beginner, Level::Intermediate, Level::Advanced, Level::Expert];

    /// How many levels `self` lies below `wanted`; 0 where it reaches it.
    pub fn shortfall(self, wanted: Level) -> u8 {
        (wanted as u8).saturating_sub(self as u8)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Level::Beginner => "beginner",
            Level::Intermediate => "intermediate",
            Level::Advanced => "advanced",
            Level::Expert => "expert",
        })
    }
}

/// A stage on the career ladder of machine-learning engineers, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Starts with foundational work under guidance.
    Junior,
    /// Owns projects end to end.
    Mid,
    /// Leads complex projects and designs systems.
    Senior,
    /// Answers for a team and its technical strategy.
    Lead,
    /// Gives direction beyond one team.
    Principal,
}

impl Stage {
    /// All stages, lowest first.
    pub const ALL: [Stage; 5] = [Stage::Junior, Stage::Mid, Stage::Senior, Stage::Lead, Stage::Principal];

    /// The place on the ladder, 0 for junior.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The stage at `index`, held within the ladder's ends.
    pub fn at(index: usize) -> Stage {
        Stage::ALL[index.min(Stage::ALL.len() - 1)]
    }

    /// The stage above, `None` above principal.
    pub fn next(self) -> Option<Stage> {
        Stage::ALL.get(self.index() + 1).copied()
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Stage::Junior => "junior",
            Stage::Mid => "mid",
            Stage::Senior => "senior",
            Stage::Lead => "lead",
            Stage::Principal => "principal",
        })
    }
}

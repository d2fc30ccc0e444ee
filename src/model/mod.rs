//! Plain data that the stages hand to each other: no I/O, no rules.

pub mod answers;
pub mod assessment;
pub mod background;
pub mod candidate;
pub mod certification;
pub mod cohort;
pub mod correction;
pub mod diff;
pub mod finding;
pub mod index_set;
pub mod language;
pub mod learning;
pub mod level_words;
pub mod plan;
pub mod policy;
pub mod practice;
pub mod profile;
pub mod reading;
pub mod scale;
pub mod skill;
mod skill_texts;
pub mod snapshot;
pub mod stated;
pub mod suggestion;
pub mod verdict;
pub mod ways;
pub mod wording;

//! From mentions to verdicts: status and level of each skill, years, coverage, gaps, certificates, stage.
//!
//! Every function takes slices and gives values; the order in which they are called is `assess`'s.

mod bare_lists;
pub mod baseline;
mod by_skill;
pub mod certifications;
pub mod coverage;
pub mod diff;
pub mod experience;
pub mod found;
pub mod gaps;
pub mod ladder;
pub mod level;
pub mod policy;
pub mod skills;
pub mod spans;
pub mod tables;
pub mod title_stage;
pub mod titles;

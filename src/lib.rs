//! Compares a resume with what a role asks: what is covered and by which words, the gaps, the certificates, the ladder stage.
//!
//! Text goes in and text comes out: nothing in this library prints, prompts, reads a file, the clock or the network.
//!
//! ```text
//! bytes -> resume::Source -> Candidate -> matching::Reading -> analysis -> Assessment -> render
//! ```
//!
//! - [`profile`] gives the [`model::profile::Profile`] that everything is held against.
//! - [`resume`] turns the text of a resume into a [`model::candidate::Candidate`].
//! - [`matching`] finds which words name which skill.
//! - [`analysis`] makes verdicts of it.
//! - [`mod@assess`] is the one place that knows the order of the stages.
//! - [`config`] reads `gapcheck.toml`, [`saved`] what the program wrote earlier.
//! - [`mod@check`] holds an assessment against a policy and a baseline.
//! - [`questionnaire`] asks instead of reading, [`interview`] makes a resume of the answers and assesses it.
//! - [`advice`] says what to do next and what to write better, [`plan`] what each step brings.
//! - [`cohort`] counts what a group of people has and lacks.
//! - [`render`] writes an [`model::assessment::Assessment`] for people and programs.

pub mod advice;
pub mod advise;
pub mod analysis;
pub mod assess;
pub mod check;
pub mod cohort;
pub mod config;
pub mod interview;
pub mod matching;
pub mod model;
pub mod plan;
pub mod profile;
pub mod questionnaire;
pub mod render;
pub mod resume;
pub mod saved;
pub mod text;

pub use advise::advise;
pub use assess::{Assessor, assess, assess_corrected, assess_with};
pub use check::{Gate, baseline, check};
pub use interview::Interview;
pub use plan::Planner;

//! One file per output format, all of one shape: data in, text out.

pub mod advice;
pub mod check;
pub mod cohort;
pub mod diagnostic;
pub mod diff;
pub mod html;
pub mod human;
pub mod json;
mod json_text;
pub mod markdown;
mod markup;
pub mod open_questions;
pub mod page;
pub mod plan;
pub mod profile;
pub mod skills;
pub mod svg;
mod wording;
pub mod words;

//! One file per output format, all of one shape: data in, text out.

pub mod check;
pub mod diagnostic;
pub mod diff;
pub mod human;
pub mod json;
mod json_text;
pub mod markdown;
pub mod open_questions;
pub mod page;
pub mod profile;
pub mod skills;
mod wording;
pub mod words;

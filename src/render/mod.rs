//! One file per output format, all of one shape: data in, text out.

pub mod diagnostic;
pub mod human;
pub mod json;
pub mod markdown;
pub mod page;
pub mod profile;
pub mod skills;
mod wording;
pub mod words;

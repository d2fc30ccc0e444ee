//! Advice on the resume itself: one file per format, all from the same suggestions.

pub mod human;
pub mod json;
pub mod markdown;

/// Said where there is nothing to suggest.
const NOTHING: &str = "Nothing to suggest.";

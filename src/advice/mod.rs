//! Advice: in which order to close the gaps, and what the resume itself could show better.

mod order;
mod projects;

pub use order::{Ordered, order};
pub use projects::{Draft, drafts, second_entries};

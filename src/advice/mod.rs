//! Advice: in which order to close the gaps, and what the resume itself could show better.

mod figures;
mod order;
mod projects;
mod suggestions;

pub use order::{Ordered, order};
pub use projects::{Draft, drafts, second_entries};
pub use suggestions::{Read, suggestions};

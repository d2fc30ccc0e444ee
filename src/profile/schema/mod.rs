//! The raw shapes of the data files, as their authors write them; nothing here is checked beyond its shape.

mod catalog;
mod role;
mod rules;

pub use catalog::*;
pub use role::*;
pub use rules::*;

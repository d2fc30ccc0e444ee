//! What the programs of the benchmarks share: people made up from a seed, and skills that no language has.
//!
//! The same seed gives the same bytes on every machine: nothing here uses floating point or the order of a hash table.

pub mod career;
pub mod grammar;
pub mod made_up;
pub mod median;
pub mod parse;
pub mod person;
pub mod random;
pub mod tally;
pub mod trade;
pub mod vocabulary;
pub mod write;

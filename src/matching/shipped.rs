//! The tables of the program's own data, which the build script made.

use super::tables::index::Index;
use super::tables::{PhraseTable, SkillTable};
use serde::Deserialize;

/// The table of the taxonomy.
pub(super) fn skills() -> SkillTable {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/skills.postcard")))
}

/// The index of the names in it.
pub(super) fn index() -> Index {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/index.postcard")))
}

/// The table of the language.
pub(super) fn phrases() -> PhraseTable {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/phrases.postcard")))
}

fn decode<T: Deserialize<'static>>(bytes: &'static [u8]) -> T {
    postcard::from_bytes(bytes).expect("the build script has the same types, and reads what it wrote")
}

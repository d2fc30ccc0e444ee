//! From JSON to a [`Profile`](crate::model::profile::Profile): raw schema, named checks, domain type; and the built-in files.

mod aliases;
mod build;
mod builtin;
mod certification_checks;
mod deeds;
mod files;
mod from_json;
mod profile_checks;
pub mod schema;
#[cfg(test)]
mod schema_tests;
mod taxonomy_checks;
mod validate;

pub use aliases::{add_alias, find_skill, ignore_words};
pub use builtin::{SCHEMAS, backgrounds, certification_details, ids, learning, load, wording};
pub use files::{Faulty, Texts, from_files};
pub use from_json::{from_json, validate};
pub use validate::Fault;

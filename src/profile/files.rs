//! The data files of the program as their authors write them: read and checked when the program is built, and by tests.

use super::build::{self, Shared};
use super::schema::{RawCertifications, RawProfile, RawTaxonomy};
use super::validate::{Check, Fault, parse, run};
use super::{certification_checks, profile_checks, taxonomy_checks};
use crate::model::profile::Profile;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The role profiles, the default first.
pub const PROFILES: [&str; 3] = [
    "senior-ml-engineer",
    "senior-ml-engineer-skillexchange",
    "senior-ml-engineer-decipheru",
];

/// What assessing needs of each guide.
const GUIDES: [&str; 2] = ["guides/skillexchange", "guides/decipheru"];

/// The texts of data files by their names in `profiles/`, without `.json`.
pub type Texts = BTreeMap<String, String>;

/// A data file with what is wrong in it.
#[derive(Debug)]
pub struct Faulty {
    /// Its name in `profiles/`, without `.json`.
    pub file: String,
    /// What is wrong; never nothing.
    pub faults: Vec<Fault>,
}

/// The role profile `id`, made of the data files.
///
/// # Errors
/// The first file that is faulty.
pub fn from_files(texts: &Texts, id: &str) -> Result<Profile, Faulty> {
    let shared = shared(texts)?;
    let raw = checked::<RawProfile, _>(texts, id, &shared, profile_checks::CHECKS)?;
    Ok(build::profile(raw, shared))
}

/// What all profiles share, made of the data files.
///
/// # Errors
/// The first file that is faulty.
pub fn shared(texts: &Texts) -> Result<Shared, Faulty> {
    let taxonomy = build::taxonomy(checked::<RawTaxonomy, _>(
        texts,
        "taxonomy",
        &(),
        taxonomy_checks::CHECKS,
    )?);
    let certifications =
        checked::<RawCertifications, _>(texts, "certifications", &taxonomy, certification_checks::CHECKS)?;
    let deeds = read(texts, "deeds")?;
    let language = build::language(read(texts, "language")?, &deeds, &taxonomy).map_err(in_file("deeds"))?;
    Ok(Shared {
        certifications: build::certifications(certifications, &taxonomy),
        ladder: read(texts, "ladder")?,
        guides: GUIDES
            .iter()
            .map(|guide| read(texts, guide))
            .collect::<Result<_, _>>()?,
        scoring: build::scoring(&read(texts, "scoring")?),
        language,
        taxonomy,
    })
}

fn checked<T: DeserializeOwned, K>(texts: &Texts, file: &str, known: &K, checks: &[Check<T, K>]) -> Result<T, Faulty> {
    let raw = read(texts, file)?;
    match run(text(texts, file), &raw, known, checks) {
        faults if faults.is_empty() => Ok(raw),
        faults => Err(in_file(file)(faults)),
    }
}

fn read<T: DeserializeOwned>(texts: &Texts, file: &str) -> Result<T, Faulty> {
    parse(text(texts, file)).map_err(in_file(file))
}

/// The text of a file; one that is not there is as good as empty.
fn text<'t>(texts: &'t Texts, file: &str) -> &'t str {
    texts.get(file).map_or("", String::as_str)
}

fn in_file(file: &str) -> impl Fn(Vec<Fault>) -> Faulty {
    move |faults| Faulty {
        file: file.to_owned(),
        faults,
    }
}

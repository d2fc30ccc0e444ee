//! Files of a user, held against what is built in.

use super::build;
use super::builtin;
use super::schema::{RawCertifications, RawProfile, RawTaxonomy};
use super::validate::{Fault, parse, run};
use super::{certification_checks, profile_checks, taxonomy_checks};
use crate::model::profile::Profile;

/// Reads a profile and checks it; built-in files have passed the same checks.
///
/// # Errors
/// The shape fault, or every failed check.
pub fn from_json(text: &str) -> Result<Profile, Vec<Fault>> {
    let raw: RawProfile = parse(text)?;
    let shared = builtin::shared()?;
    match run(text, &raw, &shared, profile_checks::CHECKS) {
        faults if faults.is_empty() => Ok(build::profile(raw, shared)),
        faults => Err(faults),
    }
}

/// Checks a profile, a taxonomy or a list of certifications; its `format` says which. Returns the kind.
///
/// # Errors
/// The shape fault, or every failed check.
pub fn validate(text: &str) -> Result<&'static str, Vec<Fault>> {
    #[derive(serde::Deserialize)]
    struct Format {
        #[serde(default)]
        format: String,
    }
    let format = parse::<Format>(text)?.format;
    let (kind, faults) = match format.split('/').next() {
        Some("gapcheck.taxonomy") => (
            "taxonomy",
            run(text, &parse::<RawTaxonomy>(text)?, &(), taxonomy_checks::CHECKS),
        ),
        Some("gapcheck.certifications") => {
            let raw = parse::<RawCertifications>(text)?;
            (
                "certifications",
                run(text, &raw, &builtin::shared()?.taxonomy, certification_checks::CHECKS),
            )
        }
        _ => (
            "profile",
            run(
                text,
                &parse::<RawProfile>(text)?,
                &builtin::shared()?,
                profile_checks::CHECKS,
            ),
        ),
    };
    if faults.is_empty() { Ok(kind) } else { Err(faults) }
}

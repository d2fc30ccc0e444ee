//! The data files that are part of the program.

use super::validate::{Fault, from_json};
use crate::model::background::Background;
use crate::model::certification::CertificationDetail;
use crate::model::learning::Learning;
use crate::model::profile::Profile;
use crate::model::wording::Wording;
use serde::Deserialize;

pub(super) const TAXONOMY: &str = include_str!("../../profiles/taxonomy.json");
pub(super) const CERTIFICATIONS: &str = include_str!("../../profiles/certifications.json");
pub(super) const LADDER: &str = include_str!("../../profiles/ladder.json");
pub(super) const SCORING: &str = include_str!("../../profiles/scoring.json");
pub(super) const LANGUAGE: &str = include_str!("../../profiles/language.json");
pub(super) const DEEDS: &str = include_str!("../../profiles/deeds.json");

/// What assessing needs of each guide.
pub(super) const GUIDES: [(&str, &str); 2] = [
    (
        "skillexchange",
        include_str!("../../profiles/guides/skillexchange.json"),
    ),
    ("decipheru", include_str!("../../profiles/guides/decipheru.json")),
];

/// What is only shown of each guide.
const BACKGROUNDS: [&str; 2] = [
    include_str!("../../profiles/guides/skillexchange.background.json"),
    include_str!("../../profiles/guides/decipheru.background.json"),
];

/// The words of the questionnaire.
const QUESTIONS: &str = include_str!("../../profiles/questions.json");

/// Projects, prerequisites and hours for plans.
const LEARNING: &str = include_str!("../../profiles/learning.json");

const DETAILS: &str = include_str!("../../profiles/certification-details.json");

/// The role profiles, the default first.
pub(super) const PROFILES: [(&str, &str); 3] = [
    (
        "senior-ml-engineer",
        include_str!("../../profiles/senior-ml-engineer.json"),
    ),
    (
        "senior-ml-engineer-skillexchange",
        include_str!("../../profiles/senior-ml-engineer-skillexchange.json"),
    ),
    (
        "senior-ml-engineer-decipheru",
        include_str!("../../profiles/senior-ml-engineer-decipheru.json"),
    ),
];

/// The JSON Schemas of the files that people write: name and text.
pub const SCHEMAS: [(&str, &str); 3] = [
    ("profile", include_str!("../../profiles/schema/profile.schema.json")),
    ("taxonomy", include_str!("../../profiles/schema/taxonomy.schema.json")),
    (
        "certifications",
        include_str!("../../profiles/schema/certifications.schema.json"),
    ),
];

/// The ids of the built-in profiles, the default first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|(id, _)| *id)
}

/// The built-in profile `id`; `None` if there is none.
///
/// # Errors
/// The faults of the embedded files; a test keeps them without any.
pub fn load(id: &str) -> Option<Result<Profile, Vec<Fault>>> {
    PROFILES
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| from_json(text))
}

/// The words of the questionnaire.
///
/// # Errors
/// The shape fault of the embedded file; a test keeps it without any.
pub fn wording() -> Result<Wording, serde_json::Error> {
    serde_json::from_str(QUESTIONS)
}

/// What plans are made of.
///
/// # Errors
/// The shape fault of the embedded file; a test keeps it without any.
pub fn learning() -> Result<Learning, serde_json::Error> {
    serde_json::from_str(LEARNING)
}

/// What the guides of a profile say beyond the assessment.
///
/// # Errors
/// The first shape fault of an embedded file; a test keeps them without any.
pub fn backgrounds(profile: &Profile) -> Result<Vec<Background>, serde_json::Error> {
    let mut found = profile.background.clone();
    for text in BACKGROUNDS {
        let background: Background = serde_json::from_str(text)?;
        if profile.guides.iter().any(|g| g.id == background.guide) && !found.iter().any(|b| b.guide == background.guide)
        {
            found.push(background);
        }
    }
    Ok(found)
}

/// What is only shown of the certifications.
///
/// # Errors
/// The first shape fault of the embedded file; a test keeps it without any.
pub fn certification_details() -> Result<Vec<CertificationDetail>, serde_json::Error> {
    #[derive(Deserialize)]
    struct Details {
        details: Vec<CertificationDetail>,
    }
    serde_json::from_str::<Details>(DETAILS).map(|file| file.details)
}

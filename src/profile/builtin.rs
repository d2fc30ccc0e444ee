//! The data files that are part of the program.

use super::build::Shared;
use super::files::PROFILES;
use super::validate::Fault;
use crate::model::background::Background;
use crate::model::certification::CertificationDetail;
use crate::model::learning::Learning;
use crate::model::profile::Profile;
use crate::model::wording::Wording;
use serde::Deserialize;

/// What the build script made of a data file: read, checked and written in the order of its type's fields (`postcard`).
macro_rules! snapshot {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".postcard"))
    };
}

/// Taxonomy, certifications, scoring and language.
const KNOWLEDGE: &[u8] = snapshot!("knowledge");

/// Ladder and guides, which only a user's profile still asks for.
const PARTS: &[u8] = snapshot!("parts");

/// The role profiles without what all of them share, in the order of [`PROFILES`].
const SNAPSHOTS: [&[u8]; PROFILES.len()] = [
    snapshot!("senior-ml-engineer"),
    snapshot!("senior-ml-engineer-skillexchange"),
    snapshot!("senior-ml-engineer-decipheru"),
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
    PROFILES.into_iter()
}

/// The built-in profile `id`; `None` if there is none.
///
/// # Errors
/// Where the build script and this program do not agree about its form; a test keeps them together.
pub fn load(id: &str) -> Option<Result<Profile, Vec<Fault>>> {
    let place = PROFILES.iter().position(|known| *known == id)?;
    Some(of_snapshot(SNAPSHOTS[place]))
}

fn of_snapshot(bytes: &'static [u8]) -> Result<Profile, Vec<Fault>> {
    let (taxonomy, certifications, scoring, language) = decode(KNOWLEDGE)?;
    Ok(Profile {
        taxonomy,
        certifications,
        scoring,
        language,
        ..decode(bytes)?
    })
}

/// What all profiles share.
pub(super) fn shared() -> Result<Shared, Vec<Fault>> {
    let (taxonomy, certifications, scoring, language) = decode(KNOWLEDGE)?;
    let (ladder, guides) = decode(PARTS)?;
    Ok(Shared {
        taxonomy,
        certifications,
        ladder,
        guides,
        scoring,
        language,
    })
}

fn decode<T: Deserialize<'static>>(bytes: &'static [u8]) -> Result<T, Vec<Fault>> {
    postcard::from_bytes(bytes).map_err(|error| {
        vec![Fault {
            check: "snapshot",
            pointer: String::new(),
            offset: 0,
            message: error.to_string(),
        }]
    })
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

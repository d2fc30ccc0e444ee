//! What a line says of a person: one of `gapcheck batch`, a summary or a whole assessment.

use super::shapes::{Head, Raw, RawGap, RawHeld, Statuses};
use crate::model::assessment::{RequirementStatus, Status};
use crate::model::cohort::Person;
use crate::model::profile::Profile;
use crate::model::skill::SkillId;
use crate::model::snapshot::ProfileVersion;
use crate::text::dates::parse_full;
use rustc_hash::FxHashMap;

/// The formats of the lines.
const FORMATS: [&str; 2] = ["gapcheck.summary/1", "gapcheck.assessment/1"];

/// What the formats of everything that we write begin with.
const OURS: &str = "gapcheck.";

/// What is wrong with anything else that we write.
const NOBODY: &str = "it is nobody's assessment";

/// No score and no gap has more points.
const MOST_POINTS: u32 = 100;

/// What to do about a line that says too little.
const ASK: &str = "gapcheck batch writes what is needed with --fields summary or full";

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A person, held against the profile.
    Person(Person),
    /// Somebody's resume could not be read.
    Failed,
    /// None of ours: a resume, perhaps.
    Other,
}

/// Why a line counts for nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It was held against another profile, or another version of it.
    OtherProfile(ProfileVersion),
    /// It is not what its format says.
    Unreadable(String),
}

/// The ids of a profile, to look them up.
pub struct Known<'p> {
    profile: &'p Profile,
    requirements: FxHashMap<&'p str, usize>,
    skills: FxHashMap<&'p str, SkillId>,
    certifications: FxHashMap<&'p str, usize>,
}

impl<'p> Known<'p> {
    /// The ids of `profile`.
    pub fn of(profile: &'p Profile) -> Known<'p> {
        let requirements = profile.requirements.iter().enumerate();
        let certifications = profile.certifications.iter().enumerate();
        Known {
            profile,
            requirements: requirements.map(|(i, r)| (r.id.as_str(), i)).collect(),
            skills: profile.taxonomy.iter().map(|(id, s)| (s.id.as_ref(), id)).collect(),
            certifications: certifications.map(|(i, c)| (c.id.as_str(), i)).collect(),
        }
    }
}

/// What a line says of the profile that a group is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// It was held against this one.
    Profile(ProfileVersion),
    /// It is about a resume that could not be read.
    Nothing,
    /// It may be a resume, to be held against any.
    Other,
}

/// What a line says of the profile.
pub fn profile_of(line: &str) -> Says {
    let raw: Result<Raw<'_>, _> = serde_json::from_str(line);
    match raw.map(|raw| (raw.format, raw.profile, raw.error)) {
        Ok((Some(format), Some(profile), _)) if FORMATS.contains(&format.as_str()) => Says::Profile(profile.into()),
        Ok((_, _, Some(_))) => Says::Nothing,
        _ => Says::Other,
    }
}

/// Reads a line, which may be a document of several lines.
///
/// # Errors
/// [`Fault`] where it says that it is one of ours, and counts for nobody.
pub fn read(line: &str, known: &Known<'_>) -> Result<Line, Fault> {
    let raw: Raw<'_> = match serde_json::from_str(line) {
        Ok(raw) => raw,
        Err(error) => return broken(line, &error),
    };
    match &raw.format {
        Some(format) if FORMATS.contains(&format.as_str()) => person(&raw, known).map(Line::Person),
        Some(format) if format.as_str().starts_with(OURS) => Err(Fault::Unreadable(NOBODY.to_owned())),
        _ if raw.error.is_some() => Ok(Line::Failed),
        None if is_part(&raw) => Err(Fault::Unreadable(format!("it is a part of an assessment; {ASK}"))),
        _ => Ok(Line::Other),
    }
}

/// Whether a line holds some fields of an assessment: read as a resume it would be somebody who shows nothing.
fn is_part(raw: &Raw<'_>) -> bool {
    let has_statuses = raw.requirements.as_ref().is_some_and(|r| !r.0.is_empty());
    let has_skills = raw.skills.as_ref().is_some_and(|s| !s.0.is_empty());
    let has_named = raw.coverage.is_some() || raw.stage.is_some() || raw.certifications.is_some();
    has_statuses || has_skills || has_named || raw.unmatched.is_some() || raw.corrections.is_some()
}

/// What has other fields than ours, or is no JSON: a resume, which a lenient reader may read, or a line of ours that is broken.
fn broken(line: &str, error: &serde_json::Error) -> Result<Line, Fault> {
    let head: Option<Head<'_>> = serde_json::from_str(line).ok();
    let format = head.as_ref().and_then(|head| head.format.as_ref()).map(|f| f.as_str());
    let is_meant = head.is_none() && FORMATS.iter().any(|format| line.contains(format));
    match format {
        Some(format) if FORMATS.contains(&format) => {}
        Some(format) if format.starts_with(OURS) => return Err(Fault::Unreadable(NOBODY.to_owned())),
        _ if is_meant => {}
        _ => return Ok(Line::Other),
    }
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or(&full);
    Err(Fault::Unreadable(in_terms_of_json(message)))
}

/// A message of the JSON reader without the names of this program's own types: "expected struct RawStage" is an object.
fn in_terms_of_json(message: &str) -> String {
    match message.split_once("struct Raw") {
        Some((before, name)) => {
            let behind = name.trim_start_matches(|c: char| c.is_alphanumeric());
            format!("{before}an object{behind}")
        }
        None => message.to_owned(),
    }
}

fn person(raw: &Raw<'_>, known: &Known<'_>) -> Result<Person, Fault> {
    let lacks = |what: &str| Fault::Unreadable(format!("it has no {what}; {ASK}"));
    let profile = raw.profile.as_ref().ok_or_else(|| lacks("profile"))?;
    if (profile.id.as_str(), profile.version.as_str()) != (&known.profile.id, &known.profile.version) {
        return Err(Fault::OtherProfile(ProfileVersion::from(profile.clone())));
    }
    let as_of = raw.as_of.as_ref().ok_or_else(|| lacks("as_of"))?;
    let as_of =
        parse_full(as_of.as_str()).ok_or_else(|| Fault::Unreadable("as_of is no day such as 2026-11-22".into()))?;
    let score = raw
        .score
        .or(raw.coverage.as_ref().map(|c| c.score))
        .ok_or_else(|| lacks("score"))?;
    let stage = raw.stage.as_ref().ok_or_else(|| lacks("stage"))?.estimate;
    let statuses = raw.requirements.as_ref().ok_or_else(|| lacks("requirements"))?;
    let shown = raw.skills.as_ref().ok_or_else(|| lacks("skills"))?;
    let gaps = raw.gaps.as_ref().ok_or_else(|| lacks("gaps"))?;
    let held = raw
        .certificates
        .as_ref()
        .or(raw.certifications.as_ref().map(|c| &c.held));
    let held = held.ok_or_else(|| lacks("certificates"))?;
    if score > MOST_POINTS {
        return Err(Fault::Unreadable(format!("its score is {score}, over {MOST_POINTS}")));
    }
    let names_unknown = shown.0.iter().any(|(id, _)| !known.skills.contains_key(id.as_str()))
        || held
            .iter()
            .any(|held| !known.certifications.contains_key(held.0.as_str()));
    Ok(Person {
        as_of,
        score,
        stage,
        requirements: requirements(statuses, known)?,
        gaps: self::gaps(gaps, known)?,
        skills: skills(shown, known)?,
        certificates: certificates(held, known),
        names_unknown,
    })
}

/// The status of each requirement: without all of them the shares would not add up.
fn requirements(
    statuses: &Statuses<'_, RequirementStatus>,
    known: &Known<'_>,
) -> Result<Vec<RequirementStatus>, Fault> {
    let asked = &known.profile.requirements;
    let mut found = vec![None; asked.len()];
    for (id, status) in &statuses.0 {
        let index = requirement(id.as_str(), known)?;
        let is_silent = *status == RequirementStatus::Unassessable;
        if is_silent != asked[index].unassessable || found[index].replace(*status).is_some() {
            let message = format!(
                "the requirement {} cannot be {}, or is twice",
                asked[index].id,
                status.as_str()
            );
            return Err(Fault::Unreadable(message));
        }
    }
    let missing = |index: usize| Fault::Unreadable(format!("it lacks the requirement {}", asked[index].id));
    let found = found.into_iter().enumerate();
    found
        .map(|(index, status)| status.ok_or_else(|| missing(index)))
        .collect()
}

/// What is quoted of an id is one of the profile's: the line may hold anything.
fn requirement(id: &str, known: &Known<'_>) -> Result<usize, Fault> {
    let index = known.requirements.get(id).copied();
    index.ok_or_else(|| Fault::Unreadable("it names a requirement that the profile does not have".into()))
}

fn gaps(raw: &[RawGap<'_>], known: &Known<'_>) -> Result<Vec<(usize, u32)>, Fault> {
    let mut gaps: Vec<(usize, u32)> = Vec::with_capacity(raw.len());
    for gap in raw {
        let index = requirement(gap.requirement.as_str(), known)?;
        if gap.points > MOST_POINTS || gaps.iter().any(|(known, _)| *known == index) {
            let id = &known.profile.requirements[index].id;
            return Err(Fault::Unreadable(format!(
                "its gap {id} has too many points, or is twice"
            )));
        }
        gaps.push((index, gap.points));
    }
    Ok(gaps)
}

/// The skills that the taxonomy knows; another version of the program may know more.
fn skills(shown: &Statuses<'_, Status>, known: &Known<'_>) -> Result<Vec<(SkillId, Status)>, Fault> {
    let found = shown
        .0
        .iter()
        .filter_map(|(id, status)| Some((*known.skills.get(id.as_str())?, *status)));
    let mut skills: Vec<(SkillId, Status)> = found.collect();
    skills.sort_unstable_by_key(|(skill, _)| *skill);
    match skills.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(twice) => {
            let id = &known.profile.taxonomy.get(twice[0].0).id;
            Err(Fault::Unreadable(format!("the skill {id} is twice")))
        }
        None => Ok(skills),
    }
}

fn certificates(held: &[RawHeld<'_>], known: &Known<'_>) -> Vec<usize> {
    let index = |held: &RawHeld<'_>| known.certifications.get(held.0.as_str()).copied();
    let mut found: Vec<usize> = held.iter().filter_map(index).collect();
    found.sort_unstable();
    found.dedup();
    found
}

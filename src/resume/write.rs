//! From answers to a resume: a new one, or additions to one that leave every byte of it as it is.
//!
//! Roles, projects, certificates and skills with a level become entries of their sections; what was used or done becomes
//! highlights of the entry where it was. What has no field stands under `meta.gapcheck`, which the reader passes over.

use super::Source;
use super::additions::{Additions, CERTIFICATES, PROJECTS, SKILLS, WORK};
use crate::model::answers::{Answer, Answers, FORMAT, Role, Shown, Where};
use crate::model::profile::Profile;
use crate::model::scale::Level;
use crate::model::skill::Skill;
use crate::model::wording::Wording;
use crate::text::locate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the program keeps in a resume for itself, under `meta.gapcheck`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The format of the answers.
    pub format: String,
    /// The profile that was asked for.
    #[serde(default)]
    pub profile: String,
    /// Questions that were answered with "none of these".
    #[serde(default)]
    pub none: Vec<String>,
    /// Questions that were answered with "I do not know".
    #[serde(default)]
    pub unknown: Vec<String>,
    /// Skills that the resume seems to name and does not.
    #[serde(default)]
    pub rejected: Vec<String>,
}

/// What the program kept in a resume earlier; nothing where it kept nothing.
pub fn kept(source: &Source) -> Kept {
    let range = locate::find(&source.text, "/meta/gapcheck");
    range
        .and_then(|range| serde_json::from_str(&source.text[range]).ok())
        .unwrap_or_default()
}

/// The resume that holds the answers, in addition to what `base` holds.
pub fn write(base: Option<&Source>, answers: &Answers, profile: &Profile, wording: &Wording) -> String {
    let text = base.map_or("{}\n".to_owned(), |source| source.text.clone());
    let mut writer = Additions { text };
    let told = told(answers, profile, wording);
    let entries = |roles: &Option<Vec<Role>>, place: fn(usize) -> Where, name: fn(String) -> Title| -> Vec<Entry> {
        let roles = roles.clone().unwrap_or_default().into_iter().enumerate();
        let entry = |(i, role): (usize, Role)| Entry {
            title: name(role.title),
            start_date: role.from,
            end_date: role.to,
            highlights: told.highlights.get(&place(i)).cloned().unwrap_or_default(),
        };
        roles.map(entry).collect()
    };
    writer.add(
        WORK,
        &entries(&answers.roles, Where::Role, Title::Position),
        base.is_none(),
    );
    writer.add(
        PROJECTS,
        &entries(&answers.projects, Where::Project, Title::Name),
        false,
    );
    for (place, highlights) in &told.highlights {
        if let Where::Entry(pointer) = place {
            writer.add_highlights(pointer, highlights);
        }
    }
    writer.add(CERTIFICATES, &certificates(answers, profile), false);
    writer.add(SKILLS, &told.skills, base.is_none());
    writer.keep(&to_keep(answers, profile));
    writer.text
}

/// The section in which a further project of a resume stands: one that is not among the `ignored` pointers.
pub fn project_section(text: &str, ignored: &[String]) -> String {
    Additions { text: text.to_owned() }.section(PROJECTS, ignored)
}

/// The resume with one more project in a section, which bears one line.
pub fn with_project(text: &str, section: &str, name: &str, period: [&str; 2], line: &str) -> String {
    let mut writer = Additions { text: text.to_owned() };
    let entry = Entry {
        title: Title::Name(name.to_owned()),
        start_date: period[0].to_owned(),
        end_date: period[1].to_owned(),
        highlights: vec![line.to_owned()],
    };
    writer.extend("", section, &[entry]);
    writer.text
}

/// A job or a project.
#[derive(Serialize)]
struct Entry {
    #[serde(flatten)]
    title: Title,
    #[serde(rename = "startDate")]
    start_date: String,
    #[serde(rename = "endDate", skip_serializing_if = "String::is_empty")]
    end_date: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    highlights: Vec<String>,
}

/// What an entry is called: a job by its position, a project by its name.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Title {
    Position(String),
    Name(String),
}

#[derive(Serialize)]
struct CertificateEntry {
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    date: String,
    issuer: String,
}

#[derive(Serialize)]
struct SkillEntry {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
}

/// What the answers tell: sentences by place, and entries of the skills section.
#[derive(Default)]
struct Told {
    highlights: BTreeMap<Where, Vec<String>>,
    skills: Vec<SkillEntry>,
}

fn told(answers: &Answers, profile: &Profile, wording: &Wording) -> Told {
    let mut told = Told::default();
    let mut used: Vec<(&Where, &str, &str)> = Vec::new();
    let mut listed: BTreeMap<&str, Option<Level>> = BTreeMap::new();
    for shown in answer_lists(answers, profile) {
        let mut here: BTreeMap<(&Where, &str), Vec<&str>> = BTreeMap::new();
        for s in shown {
            let Some(skill) = skill(s, profile) else { continue };
            let deed = wording.deed(&skill.id).filter(|_| !s.what.trim().is_empty());
            for (i, place) in s.places.iter().enumerate() {
                // One text told twice would be two deeds: in the other places it is only said that the skill was used.
                let what = if i == 0 { s.what.trim() } else { "" };
                match deed {
                    Some(deed) if i == 0 => {
                        let sentence = deed.sentence.replace("{answer}", what.trim_end_matches('.'));
                        told.highlights.entry(place.clone()).or_default().push(sentence);
                    }
                    Some(_) => {}
                    None if !used.contains(&(place, &skill.id, what)) => {
                        used.push((place, &skill.id, what));
                        here.entry((place, what)).or_default().push(wording.name(skill));
                    }
                    None => {}
                }
            }
            // A deed that is not told shows nothing, not even a claim.
            let is_claim = s.places.is_empty() && wording.deed(&skill.id).is_none();
            if s.level.is_some() || is_claim {
                let level = listed.entry(&skill.id).or_default();
                *level = (*level).max(s.level);
            }
        }
        for ((place, what), names) in here {
            let what = what.trim_end_matches('.');
            let what = if what.is_empty() {
                String::new()
            } else {
                format!(": {what}")
            };
            let sentence = format!("Used {}{what}.", listing(&names));
            told.highlights.entry(place.clone()).or_default().push(sentence);
        }
    }
    let entry = |(id, level): (&str, Option<Level>)| {
        let skill = profile.taxonomy.get(profile.taxonomy.find(id)?);
        let level = level.map(|level| capitalized(&level.to_string()));
        Some(SkillEntry {
            name: wording.name(skill).to_owned(),
            level,
        })
    };
    told.skills = listed.into_iter().filter_map(entry).collect();
    told
}

/// The lists of the answers, in the order of the profile's requirements, then of the other questions.
fn answer_lists<'a>(answers: &'a Answers, profile: &Profile) -> Vec<&'a [Shown]> {
    let rank = |id: &str| {
        profile
            .requirements
            .iter()
            .position(|r| r.id == id)
            .unwrap_or(usize::MAX)
    };
    let mut lists: Vec<(usize, &[Shown])> = Vec::new();
    for (id, answer) in &answers.answers {
        if let Answer::Shown(list) = answer {
            lists.push((rank(id), list));
        }
    }
    lists.sort_by_key(|(rank, _)| *rank);
    lists.into_iter().map(|(_, list)| list).collect()
}

fn skill<'p>(shown: &Shown, profile: &'p Profile) -> Option<&'p Skill> {
    profile.taxonomy.find(&shown.skill).map(|id| profile.taxonomy.get(id))
}

/// "A", "A and B", "A, B and C".
fn listing(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn certificates(answers: &Answers, profile: &Profile) -> Vec<CertificateEntry> {
    let held = answers.certificates.iter().flatten();
    let entry = |held: &crate::model::answers::Certificate| {
        let certification = profile.certifications.iter().find(|c| c.id == held.id)?;
        Some(CertificateEntry {
            name: certification.name.clone(),
            date: held.date.clone(),
            issuer: certification.issuer.clone(),
        })
    };
    held.filter_map(entry).collect()
}

fn to_keep(answers: &Answers, profile: &Profile) -> Kept {
    let with = |wanted: &dyn Fn(&Answer) -> bool| {
        let ids = answers.answers.iter().filter(|(_, answer)| wanted(answer));
        ids.map(|(id, _)| id.clone()).collect()
    };
    Kept {
        format: FORMAT.to_owned(),
        profile: profile.id.clone(),
        none: with(&|answer| matches!(answer, Answer::Shown(list) if list.is_empty())),
        unknown: with(&|answer| *answer == Answer::Unknown),
        rejected: answers.rejected.clone().unwrap_or_default(),
    }
}

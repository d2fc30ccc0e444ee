//! The form in which a taxonomy is part of the program: all texts in one piece, so that thousands are checked at once.

use super::skill::{Skill, SkillId, SkillKind, Taxonomy};
use crate::text::texts::Texts;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A skill has so many texts: id, name, aliases, phrases that mean something else, ambiguous names, company.
const TEXTS: usize = 6;

/// What a taxonomy is written as.
#[derive(Serialize, Deserialize)]
struct Written<'t> {
    version: String,
    /// All texts of all skills, one behind the other.
    text: &'t str,
    skills: Vec<WrittenSkill>,
    by_id: Vec<SkillId>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSkill {
    kind: SkillKind,
    broader: Vec<SkillId>,
    /// How many bytes each of its texts has.
    lengths: [u16; TEXTS],
}

impl Serialize for Taxonomy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        let mut skills = Vec::new();
        for skill in self.skills() {
            let [aliases, not, ambiguous] =
                [&skill.aliases, &skill.not, &skill.ambiguous].map(|texts| texts.in_lines().map_err(S::Error::custom));
            let texts: [&str; TEXTS] = [&skill.id, &skill.name, &aliases?, &not?, &ambiguous?, &skill.company];
            if let Some(long) = texts.iter().find(|text| text.len() > usize::from(u16::MAX)) {
                return Err(S::Error::custom(format!("a text of {} bytes is too long", long.len())));
            }
            texts.iter().for_each(|part| text.push_str(part));
            skills.push(WrittenSkill {
                kind: skill.kind,
                broader: skill.broader.clone(),
                lengths: texts.map(|text| text.len() as u16),
            });
        }
        let written = Written {
            version: self.version().to_owned(),
            text: &text,
            skills,
            by_id: self.by_id().to_vec(),
        };
        written.serialize(serializer)
    }
}

impl<'de: 'static> Deserialize<'de> for Taxonomy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Taxonomy, D::Error> {
        let written = Written::<'static>::deserialize(deserializer)?;
        let mut rest = written.text;
        let mut next = |length: u16| {
            let (text, behind) = rest.split_at_checked(usize::from(length))?;
            rest = behind;
            Some(text)
        };
        let mut skill = |skill: WrittenSkill| {
            let mut texts = [""; TEXTS];
            for (text, length) in texts.iter_mut().zip(skill.lengths) {
                *text = next(length)?;
            }
            let [id, name, aliases, not, ambiguous, company] = texts;
            Some(Skill {
                id: Cow::Borrowed(id),
                name: Cow::Borrowed(name),
                kind: skill.kind,
                aliases: Texts::of_lines(aliases),
                broader: skill.broader,
                not: Texts::of_lines(not),
                ambiguous: Texts::of_lines(ambiguous),
                company: Cow::Borrowed(company),
            })
        };
        let skills: Option<Vec<Skill>> = written.skills.into_iter().map(&mut skill).collect();
        let skills = skills.ok_or_else(|| D::Error::custom("the texts end early"))?;
        Ok(Taxonomy::shipped(written.version, skills, written.by_id))
    }
}

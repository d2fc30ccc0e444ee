//! The words of the questionnaire: what a level of a skill means, how a deed is asked for and written down.

use crate::model::scale::Level;
use crate::model::skill::{Skill, SkillKind};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `profiles/questions.json`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// `gapcheck.questions/1`.
    pub format: String,
    /// What each level means, by kind of skill.
    pub levels: Vec<LevelWords>,
    /// Names to write in a resume where the taxonomy's own would name other skills too, by id.
    pub names: BTreeMap<String, String>,
    /// Skills that are shown by a deed, and how to ask for it.
    pub deeds: Vec<DeedWords>,
}

/// What the levels of some kinds of skills mean; `{skill}` stands for the name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelWords {
    /// The kinds.
    pub kinds: Vec<SkillKind>,
    /// The lowest.
    pub beginner: String,
    /// The second.
    pub intermediate: String,
    /// The third.
    pub advanced: String,
    /// The highest.
    pub expert: String,
}

/// A deed that shows a skill.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeedWords {
    /// The id of the skill.
    pub skill: String,
    /// What was done, as it is offered.
    pub deed: String,
    /// What is asked of it.
    pub ask: String,
    /// An answer.
    pub example: String,
    /// What is written in a resume; `{answer}` stands for the answer.
    pub sentence: String,
}

impl Wording {
    /// How the deed of a skill is asked for; `None` where the skill is shown by use.
    pub fn deed(&self, skill: &str) -> Option<&DeedWords> {
        self.deeds.iter().find(|d| d.skill == skill)
    }

    /// What a skill is called in a resume.
    pub fn name<'w>(&'w self, skill: &'w Skill) -> &'w str {
        self.names
            .get(skill.id.as_ref())
            .map_or(skill.name.as_ref(), String::as_str)
    }

    /// What a level of a skill means.
    pub fn level(&self, skill: &Skill, level: Level) -> String {
        let words = self.levels.iter().find(|l| l.kinds.contains(&skill.kind));
        let text = words.map_or("", |words| match level {
            Level::Beginner => &words.beginner,
            Level::Intermediate => &words.intermediate,
            Level::Advanced => &words.advanced,
            Level::Expert => &words.expert,
        });
        text.replace("{skill}", &skill.name)
    }
}

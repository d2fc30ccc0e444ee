//! What a plan is made of: projects that leave evidence, what must come before, and hours.

use crate::model::skill::SkillKind;
use serde::Deserialize;

/// `profiles/learning.json`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// `gapcheck.learning/1`.
    pub format: String,
    /// Hours a week that weeks and dates are reckoned with.
    pub hours_a_week: u32,
    /// Where the hours come from.
    pub note: String,
    /// Hours to learn what must come before, by kind of skill.
    pub prerequisite_hours: Vec<KindHours>,
    /// What must come before what.
    pub prerequisites: Vec<Prerequisite>,
    /// The projects, the usual one for a skill first.
    pub projects: Vec<Project>,
}

/// Hours to learn a skill of some kinds as far as others need it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KindHours {
    /// The kinds.
    pub kinds: Vec<SkillKind>,
    /// The hours.
    pub hours: u32,
}

/// Skills that are hard to learn without others.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// Ids of the skills that come later.
    #[serde(rename = "for")]
    pub later: Vec<String>,
    /// Any of these, by id, comes first; the usual one stands first.
    pub any_of: Vec<String>,
}

/// Something to do that leaves evidence. `{1}` and `{2}` stand for the names of the skills; what stands in brackets is for
/// whoever does it to fill in.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Its id.
    pub id: String,
    /// What it is, in a few words.
    pub title: String,
    /// The skills that it shows, one of each list; the usual one first.
    pub shows: Vec<Vec<String>>,
    /// Hours to learn what it shows.
    pub learn_hours: u32,
    /// Hours to do it.
    pub do_hours: u32,
    /// What a line of a resume could then say: what was built, and with what.
    pub built: String,
    /// At which scale.
    pub scale: String,
    /// With which measured effect.
    pub effect: String,
}

impl Learning {
    /// Hours to learn a skill of this kind as far as others need it.
    pub fn prerequisite_hours(&self, kind: SkillKind) -> u32 {
        let hours = self.prerequisite_hours.iter().find(|h| h.kinds.contains(&kind));
        hours.map_or(0, |h| h.hours)
    }
}

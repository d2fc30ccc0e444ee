//! A group of people: what counts of each one, and what the group has and lacks.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;
use jiff::civil::Date;

/// What counts of one person in a group. Nothing in it tells who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The day of the assessment.
    pub as_of: Date,
    /// 0 to 100.
    pub score: u32,
    /// The estimated stage.
    pub stage: Option<Stage>,
    /// One for each requirement of the profile, in its order.
    pub requirements: Vec<RequirementStatus>,
    /// What closing a gap adds to the score: the index of the requirement, each once, and points.
    pub gaps: Vec<(usize, u32)>,
    /// The skills that are shown, each once, by [`SkillId`].
    pub skills: Vec<(SkillId, Status)>,
    /// The certificates held: indices into the profile's certifications, each once.
    pub certificates: Vec<usize>,
    /// Whether a skill or certificate is left out of it, as this version of the program does not know it.
    pub names_unknown: bool,
}

impl Person {
    /// How a skill is shown; `None` where it is absent.
    pub fn skill(&self, skill: SkillId) -> Option<Status> {
        let place = self.skills.binary_search_by_key(&skill, |(id, _)| *id).ok()?;
        Some(self.skills[place].1)
    }
}

/// How many people, as far as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// At least one, and fewer than the smallest group.
    Few,
    /// So many or more: the exact number would betray the few beside it.
    AtLeast(u64),
    /// Nothing is told: anything would betray the few in the same row.
    Hidden,
}

impl Count {
    /// The least that it can be.
    pub fn least(self) -> u64 {
        match self {
            Count::Exactly(people) | Count::AtLeast(people) => people,
            Count::Few => 1,
            Count::Hidden => 0,
        }
    }
}

/// The scores of a group, 0 to 100. A quartile with too few people on one side of it is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The mean, in whole points.
    pub mean: u32,
    /// What the mean is rounded to.
    pub mean_step: u32,
    /// A quarter of the group has this or less.
    pub first_quartile: Option<u32>,
    /// Half of the group has this or less.
    pub median: Option<u32>,
    /// Three quarters of the group have this or less.
    pub third_quartile: Option<u32>,
}

/// How many meet a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequirementRow {
    /// Index into the profile's requirements.
    pub index: usize,
    /// How many have it met, partial and missing; `None` where no resume can show it.
    pub counts: Option<[Count; 3]>,
}

/// How a group shows a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkillRow {
    /// The skill.
    pub skill: SkillId,
    /// Whether a requirement of the profile names it.
    pub is_asked: bool,
    /// How many have it demonstrated, certified, claimed, implied and absent.
    pub counts: [Count; 5],
}

/// A requirement that the group falls short of.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupGap {
    /// Index into the profile's requirements.
    pub requirement: usize,
    /// What closing it for everyone adds to the mean score.
    pub points: f64,
    /// What the points are rounded to.
    pub points_step: f64,
    /// The skills that those who lack it most often lack, the most missing first.
    pub skills: Vec<SkillId>,
}

/// What a group has and lacks. Small counts are hidden in it already: no format can show them.
#[derive(Clone, Debug)]
pub struct Cohort<'p> {
    /// What everybody was held against.
    pub profile: &'p Profile,
    /// How many people.
    pub people: u64,
    /// Lines that could not be read, or that say that a resume could not be.
    pub unread: u64,
    /// Whether skills or certificates of somebody are left out, as this version of the program does not know them.
    pub names_unknown: bool,
    /// The first and the last day of the assessments.
    pub as_of: (Date, Date),
    /// Fewer people than this are not told.
    pub min_group: u64,
    /// The scores.
    pub scores: Scores,
    /// In the profile's order.
    pub requirements: Vec<RequirementRow>,
    /// Those of the requirements first, in their order; then the others that were found, the most common first.
    pub skills: Vec<SkillRow>,
    /// By estimate, nobody's first, then the lowest.
    pub stages: Vec<(Option<Stage>, Count)>,
    /// The most valuable first.
    pub gaps: Vec<GroupGap>,
    /// Certificates that somebody holds, by their index in the profile, with the number of holders.
    pub certificates: Vec<(usize, Count)>,
}

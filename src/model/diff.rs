//! What was gained and lost between two assessments.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::scale::{Level, Stage};

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What it is called: a file.
    pub name: String,
    /// Its day, `YYYY-MM-DD`.
    pub as_of: String,
    /// The profile, id and version.
    pub profile: String,
    /// 0 to 100.
    pub score: u32,
    /// The estimated stage.
    pub stage: Option<Stage>,
}

/// A requirement that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct RequirementChange {
    /// Its id.
    pub id: String,
    /// What is asked; the id where the profile is not known.
    pub title: String,
    /// Status and coverage before; `None` where the profile did not ask for it.
    pub old: Option<(RequirementStatus, f64)>,
    /// Status and coverage now.
    pub new: Option<(RequirementStatus, f64)>,
}

/// A skill whose status, level or evidence changed.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Status and level before; `None` where it was absent.
    pub old: Option<(Status, Option<Level>)>,
    /// Status and level now.
    pub new: Option<(Status, Option<Level>)>,
    /// Words that are gone.
    pub lost: Vec<String>,
    /// Words that came.
    pub gained: Vec<String>,
}

/// What was gained and lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// Before.
    pub old: Side,
    /// Now.
    pub new: Side,
    /// In the profile's order.
    pub requirements: Vec<RequirementChange>,
    /// By id.
    pub skills: Vec<SkillChange>,
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.requirements.is_empty()
            && self.skills.is_empty()
            && (self.old.score, self.old.stage) == (self.new.score, self.new.stage)
    }
}

impl RequirementChange {
    /// Whether it is worse off than it was.
    pub fn is_loss(&self) -> bool {
        let of = |side: Option<(RequirementStatus, f64)>| side.map(|(status, coverage)| (status.rank(), coverage));
        of(self.new) < of(self.old)
    }
}

impl SkillChange {
    /// Whether it is less well shown than it was.
    pub fn is_loss(&self) -> bool {
        match self.new == self.old {
            true => self.gained.len() < self.lost.len(),
            false => self.new < self.old,
        }
    }
}

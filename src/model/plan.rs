//! In which order to close the gaps, and what each step brings.

use crate::model::assessment::Assessment;
use crate::model::scale::{Level, Stage};
use crate::model::skill::SkillId;

/// The way to a stage: what to do, in order, and what only time brings.
#[derive(Clone, Debug)]
pub struct Plan<'p> {
    /// The assessment of the resume as it is.
    pub before: Assessment<'p>,
    /// The stage aimed at.
    pub to: Stage,
    /// What to do, in this order.
    pub steps: Vec<PlanStep>,
    /// The score when all steps are done.
    pub score_after: u32,
    /// The evidence reading when all steps are done.
    pub evidence_after: Option<Stage>,
    /// The estimate when all steps are done and no time has passed.
    pub estimate_after: Option<Stage>,
    /// What only time brings.
    pub time: Vec<TimeNeed>,
    /// Hours a week that the dates of the steps are reckoned with.
    pub hours_a_week: u32,
    /// Where the hours come from.
    pub hours_note: String,
}

/// Something to do that leaves evidence.
#[derive(Clone, Debug)]
pub struct PlanStep {
    /// The id of the project, or of the requirement where the skills have none.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The skills that it shows.
    pub skills: Vec<SkillId>,
    /// What must be learned before, as nothing shows it.
    pub first: Vec<SkillId>,
    /// Hours to learn, with what comes before.
    pub learn_hours: u32,
    /// Hours to do it.
    pub do_hours: u32,
    /// Whether it tells the deeds of a stage once more, as they must stand in several dated entries.
    pub is_second: bool,
    /// What a line of the resume could then say.
    pub line: ResumeLine,
    /// Indices of the requirements that it helps to close.
    pub closes: Vec<usize>,
    /// The expectations that it meets: the stage and the index in its rung.
    pub meets: Vec<(Stage, usize)>,
    /// Indices of certifications that serve it, as recommended.
    pub certifications: Vec<usize>,
    /// What the guides say that interviews ask of its skills: the guide's id and the topic.
    pub topics: Vec<(String, String)>,
    /// What it adds to the score, in points, after the steps before it.
    pub points: u32,
    /// The score after it.
    pub score_after: u32,
    /// The evidence reading after it.
    pub evidence_after: Option<Stage>,
    /// The entry that stands for it in the resume of the promise.
    pub entry: PlanEntry,
}

/// What a line of the resume could honestly say when something is done; what stands in brackets is for its owner to fill in.
#[derive(Clone, Debug, Default)]
pub struct ResumeLine {
    /// What was built, and with what.
    pub built: String,
    /// At which scale.
    pub scale: String,
    /// With which measured effect.
    pub effect: String,
}

impl ResumeLine {
    /// The line as one sentence.
    pub fn sentence(&self) -> String {
        format!("{}: {}; {}.", self.built, self.scale, self.effect)
    }
}

/// A project as it would stand in the resume. The promise of a step is made with it, as if the work had been done in the time
/// up to the day of the assessment: what the passing of time itself changes is told apart.
#[derive(Clone, Debug)]
pub struct PlanEntry {
    /// The section that it stands in: `projects`, unless the resume uses that otherwise or the user leaves it out.
    pub section: String,
    /// What it is called.
    pub name: String,
    /// `YYYY-MM`.
    pub start: String,
    /// `YYYY-MM`.
    pub end: String,
}

/// Something that no step brings, only time.
#[derive(Clone, Debug)]
pub struct TimeNeed {
    /// What it is needed for.
    pub what: TimeFor,
    /// Years still to come.
    pub years: f64,
    /// What it adds to the score, in points.
    pub points: u32,
    /// Why.
    pub why: String,
}

/// What time is needed for.
#[derive(Clone, Debug)]
pub enum TimeFor {
    /// The years of a stage.
    Stage(Stage),
    /// A skill's level, for the requirement with this index.
    Level {
        /// The index of the requirement.
        requirement: usize,
        /// The skill.
        skill: SkillId,
        /// The level asked for.
        level: Level,
    },
}

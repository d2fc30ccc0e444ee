//! The result that every output format is made from.

use crate::model::certification::Certification;
use crate::model::correction::Corrections;
pub use crate::model::finding::{Basis, Evidence, Quote, RejectedWords, SkillFinding, Status, UnmatchedWords};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;
pub use crate::model::ways::{Way, Ways};
use crate::text::dates::{End, PartialDate};
use crate::text::locate::Place;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an entry's time counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountsAs {
    /// Machine-learning or data work.
    Relevant,
    /// Software work.
    Adjacent,
    /// Doctoral research in machine learning.
    Doctoral,
    /// Other work.
    Other,
}

impl CountsAs {
    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            CountsAs::Relevant => "relevant",
            CountsAs::Adjacent => "adjacent",
            CountsAs::Doctoral => "doctoral",
            CountsAs::Other => "other",
        }
    }
}

/// An entry that made the years.
#[derive(Clone, Debug)]
pub struct YearEntry {
    /// Where it stands.
    pub place: Place,
    /// Its title as written.
    pub title: String,
    /// From, as exact as written.
    pub from: PartialDate,
    /// To, as exact as written.
    pub to: End,
    /// What it counts as.
    pub counts_as: CountsAs,
    /// Why.
    pub why: String,
}

/// The years of a person, in years of 365.25 days.
#[derive(Clone, Debug, Default)]
pub struct Years {
    /// In machine-learning or data roles; `None` where nothing can be dated.
    pub relevant: Option<f64>,
    /// In any work.
    pub total: Option<f64>,
    /// What the years reading uses.
    pub ladder: Option<f64>,
    /// What adjacent work adds to `ladder`.
    pub from_adjacent: f64,
    /// What doctoral research adds to `ladder`.
    pub from_doctoral: f64,
    /// The entries, in the order of the file.
    pub entries: Vec<YearEntry>,
}

/// Whether a requirement is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequirementStatus {
    /// Every group is filled and something was shown.
    Met,
    /// Something is there, not all.
    Partial,
    /// Nothing is there.
    Missing,
    /// The profile says that no resume can show it.
    Unassessable,
}

impl RequirementStatus {
    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            RequirementStatus::Met => "met",
            RequirementStatus::Partial => "partial",
            RequirementStatus::Missing => "missing",
            RequirementStatus::Unassessable => "unassessable",
        }
    }

    /// How good it is, for comparing two assessments; `None` for what no resume can show, which is neither better nor worse.
    pub fn rank(self) -> Option<u8> {
        match self {
            RequirementStatus::Missing => Some(0),
            RequirementStatus::Partial => Some(1),
            RequirementStatus::Met => Some(2),
            RequirementStatus::Unassessable => None,
        }
    }
}

/// How a group of a requirement is filled.
#[derive(Clone, Debug)]
pub struct GroupResult {
    /// The skills of the group that the resume shows.
    pub present: Vec<SkillId>,
    /// What the group is worth, 0 to 1.
    pub worth: f64,
    /// Whether as many are present as the group needs.
    pub filled: bool,
}

/// How a requirement is covered.
#[derive(Clone, Debug)]
pub struct RequirementResult {
    /// Index into the profile's requirements.
    pub index: usize,
    /// Whether it is met.
    pub status: RequirementStatus,
    /// Its coverage, 0 to 1.
    pub coverage: f64,
    /// One for each group of the requirement.
    pub groups: Vec<GroupResult>,
    /// The skills present.
    pub present: Vec<SkillId>,
    /// What unfilled groups still need.
    pub missing: Vec<SkillId>,
    /// Skills whose level is known to be too low, where nothing else fills their group.
    pub below_level: Vec<SkillId>,
    /// Present skills whose level is not shown.
    pub level_not_shown: Vec<SkillId>,
    /// Why it counts as it does.
    pub why: Vec<String>,
}

/// How a requirement falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// Nothing shows it, wholly or in part.
    Absent,
    /// It is claimed and never shown.
    ClaimedOnly,
    /// It is shown below the level asked for.
    BelowLevel,
    /// It was last used long ago.
    Stale,
}

impl GapKind {
    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            GapKind::Absent => "absent",
            GapKind::ClaimedOnly => "claimed-only",
            GapKind::BelowLevel => "below-level",
            GapKind::Stale => "stale",
        }
    }
}

/// A requirement that falls short.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Index into the profile's requirements.
    pub requirement: usize,
    /// The skills that would close it.
    pub skills: Vec<SkillId>,
    /// How it falls short.
    pub kind: GapKind,
    /// What closing it adds to the score, in points.
    pub points: u32,
    /// The stage that it blocks.
    pub unlocks_stage: Option<Stage>,
}

/// The smallest set of skills or deeds that lifts the evidence reading.
#[derive(Clone, Debug)]
pub struct SmallestChange {
    /// The stage that it lifts to.
    pub to_stage: Stage,
    /// What is needed.
    pub skills: Vec<SkillId>,
}

/// A certificate that the person holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// Index into the profile's certifications.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// Whether it counts as evidence.
    pub counts: bool,
    /// When it ran out or will, as far as known.
    pub expires: Option<Date>,
    /// Whether it has run out.
    pub expired: bool,
}

/// A certificate worth taking.
#[derive(Clone, Debug)]
pub struct Recommended {
    /// Index into the profile's certifications.
    pub index: usize,
    /// Indices of the requirements that it helps to close.
    pub closes: Vec<usize>,
    /// Ids of the guides that name it.
    pub named_by: Vec<String>,
    /// What must be said.
    pub caveat: Option<String>,
}

/// A certificate that a guide names and that cannot be taken any more.
#[derive(Clone, Debug)]
pub struct NotRecommended {
    /// Index into the profile's certifications.
    pub index: usize,
    /// Ids of the guides that name it.
    pub named_by: Vec<String>,
}

/// Everything about certificates.
#[derive(Clone, Debug, Default)]
pub struct Certificates {
    /// Held, in the order of the file.
    pub held: Vec<Held>,
    /// Worth taking, the best first.
    pub recommended: Vec<Recommended>,
    /// Dead ones.
    pub not_recommended: Vec<NotRecommended>,
    /// Why nothing is recommended, where that is so.
    pub none_because: Option<String>,
    /// Held, but not among those that the profile knows: they certify nothing here, and what their names say is claimed.
    pub unknown: Vec<UnknownCertificate>,
}

/// A certificate of which nothing is known but its name.
#[derive(Clone, Debug)]
pub struct UnknownCertificate {
    /// As the resume has it.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// Something that stands between the person and the next stage.
#[derive(Clone, Debug)]
pub struct Blocker {
    /// The id of the expectation, or `years`.
    pub requirement: String,
    /// Why.
    pub why: String,
}

/// How a stage's expectation is met.
#[derive(Clone, Debug)]
pub struct ExpectationResult {
    /// The stage.
    pub stage: Stage,
    /// Index into the rung's expectations.
    pub index: usize,
    /// The skills that show it; none if it is not met.
    pub shown_by: Vec<SkillId>,
}

/// The estimated stage.
#[derive(Clone, Debug)]
pub struct StageResult {
    /// The estimate; `None` where nothing of the role is evidenced.
    pub estimate: Option<Stage>,
    /// From and to.
    pub range: Option<(Stage, Stage)>,
    /// By years.
    pub years: Option<Stage>,
    /// By evidence.
    pub evidence: Option<Stage>,
    /// By title: shown, never used.
    pub title: Option<Stage>,
    /// The next stage; `None` above principal.
    pub next: Option<Stage>,
    /// What stands in between.
    pub blockers: Vec<Blocker>,
    /// Why the estimate is what it is.
    pub reasons: Vec<String>,
    /// What the estimate does not mean.
    pub caveat: &'static str,
    /// Every expectation of every stage.
    pub expectations: Vec<ExpectationResult>,
}

/// A warning with its place.
#[derive(Clone, Debug)]
pub struct PlacedWarning {
    /// A stable word for the kind.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// What is wrong and what to do.
    pub message: String,
}

/// The score and the count of essential requirements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Coverage {
    /// 0 to 100.
    pub score: u32,
    /// Essential requirements met.
    pub essential_met: usize,
    /// Essential requirements in all.
    pub essential_total: usize,
}

/// The result that every output format is made from.
#[derive(Clone, Debug)]
pub struct Assessment<'p> {
    /// What it was made against.
    pub profile: &'p Profile,
    /// The day that open periods run to.
    pub as_of: Date,
    /// The resume's headline.
    pub label: Option<String>,
    /// The years.
    pub years: Years,
    /// By id.
    pub skills: Vec<SkillFinding>,
    /// In the order of the file.
    pub rejected: Vec<RejectedWords>,
    /// In the order of the file.
    pub unmatched: Vec<UnmatchedWords>,
    /// In the profile's order.
    pub requirements: Vec<RequirementResult>,
    /// The score.
    pub coverage: Coverage,
    /// The most valuable first.
    pub gaps: Vec<Gap>,
    /// `None` where nothing is missing, or years alone are.
    pub smallest_change: Option<SmallestChange>,
    /// Certificates.
    pub certificates: Certificates,
    /// The ladder stage.
    pub stage: StageResult,
    /// In the order of the file.
    pub warnings: Vec<PlacedWarning>,
    /// What the user corrected.
    pub corrections: Corrections,
    /// Where something new would be written: the skills section, else the newest work entry, else the beginning.
    pub anchor: Place,
    /// The newest work entry; without one as [`anchor`](Self::anchor).
    pub work_anchor: Place,
}

impl Assessment<'_> {
    /// The finding for a skill, if there is one.
    pub fn finding(&self, skill: SkillId) -> Option<&SkillFinding> {
        self.skills.iter().find(|f| f.skill == skill)
    }

    /// The certification behind an index.
    pub fn certification(&self, index: usize) -> &Certification {
        &self.profile.certifications[index]
    }

    /// The id of a skill.
    pub fn id(&self, skill: SkillId) -> &str {
        &self.profile.taxonomy.get(skill).id
    }

    /// The name of a skill.
    pub fn name(&self, skill: SkillId) -> &str {
        &self.profile.taxonomy.get(skill).name
    }
}

//! The summary of an assessment: an object of about three kilobytes, for many resumes at once. Nothing is copied to write it.

use super::tenth;
use crate::model::assessment::{Assessment, Gap};
use crate::model::scale::Stage;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// The name and version of the format.
const FORMAT: &str = "gapcheck.summary/1";

#[derive(Serialize)]
pub(super) struct Summary<'a> {
    format: &'static str,
    profile: Profile<'a>,
    as_of: Shown<'a>,
    relevant_years: Option<f64>,
    total_years: Option<f64>,
    ladder_years: Option<f64>,
    stage: StageSummary,
    score: u32,
    essential_met: usize,
    essential_total: usize,
    requirements: Requirements<'a>,
    skills: Skills<'a>,
    gaps: Gaps<'a>,
    certificates: Certificates<'a>,
    warnings: usize,
}

#[derive(Serialize)]
struct Profile<'a> {
    id: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct StageSummary {
    estimate: Option<Stage>,
    range: Option<(Stage, Stage)>,
    years: Option<Stage>,
    evidence: Option<Stage>,
    title: Option<Stage>,
    next: Option<Stage>,
}

pub(super) fn summary<'a>(a: &'a Assessment<'a>) -> Summary<'a> {
    Summary {
        format: FORMAT,
        profile: Profile {
            id: &a.profile.id,
            version: &a.profile.version,
        },
        as_of: Shown(&a.as_of),
        relevant_years: a.years.relevant.map(tenth),
        total_years: a.years.total.map(tenth),
        ladder_years: a.years.ladder.map(tenth),
        stage: StageSummary {
            estimate: a.stage.estimate,
            range: a.stage.range,
            years: a.stage.years,
            evidence: a.stage.evidence,
            title: a.stage.title,
            next: a.stage.next,
        },
        score: a.coverage.score,
        essential_met: a.coverage.essential_met,
        essential_total: a.coverage.essential_total,
        requirements: Requirements(a),
        skills: Skills(a),
        gaps: Gaps(a),
        certificates: Certificates(a),
        warnings: a.warnings.len(),
    }
}

/// Something that is written as it is shown.
struct Shown<'a>(&'a dyn Display);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

/// Each requirement by its id, with its status.
struct Requirements<'a>(&'a Assessment<'a>);

impl Serialize for Requirements<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let id = |index: usize| self.0.profile.requirements[index].id.as_str();
        serializer.collect_map(self.0.requirements.iter().map(|r| (id(r.index), r.status.as_str())))
    }
}

/// Each skill by its id, with its status.
struct Skills<'a>(&'a Assessment<'a>);

impl Serialize for Skills<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.skills.iter().map(|f| (self.0.id(f.skill), f.status.as_str())))
    }
}

/// Each gap, with the points that closing it adds.
struct Gaps<'a>(&'a Assessment<'a>);

#[derive(Serialize)]
struct GapSummary<'a> {
    requirement: &'a str,
    points: u32,
}

impl Serialize for Gaps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let summary = |gap: &Gap| GapSummary {
            requirement: &self.0.profile.requirements[gap.requirement].id,
            points: gap.points,
        };
        serializer.collect_seq(self.0.gaps.iter().map(summary))
    }
}

/// The ids of the certificates that are held.
struct Certificates<'a>(&'a Assessment<'a>);

impl Serialize for Certificates<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let held = self.0.certificates.held.iter();
        serializer.collect_seq(held.map(|h| self.0.certification(h.index).id.as_str()))
    }
}

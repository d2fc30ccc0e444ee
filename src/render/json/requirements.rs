//! The requirements and the gaps of the JSON output.

use super::{ids, share};
use crate::model::assessment::{self, Assessment, RequirementResult};
use crate::model::scale::{Level, Stage};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Requirement<'a> {
    id: &'a str,
    title: &'a str,
    importance: &'static str,
    status: &'static str,
    coverage: f64,
    weight: u32,
    required_level: Level,
    groups: Vec<Group<'a>>,
    present: Vec<&'a str>,
    missing: Vec<&'a str>,
    below_level: Vec<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct Group<'a> {
    need: usize,
    of: Vec<&'a str>,
    present: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Gap<'a> {
    requirement: &'a str,
    skills: Vec<&'a str>,
    kind: &'static str,
    points: u32,
    unlocks_stage: Option<Stage>,
    next_step: &'a str,
    question: &'a str,
}

pub(super) fn requirements<'a>(a: &'a Assessment<'_>) -> Vec<Requirement<'a>> {
    let report = |r: &'a RequirementResult| {
        let requirement = &a.profile.requirements[r.index];
        let groups = requirement.groups.iter().zip(&r.groups);
        Requirement {
            id: &requirement.id,
            title: &requirement.title,
            importance: requirement.importance.as_str(),
            status: r.status.as_str(),
            coverage: share(r.coverage),
            weight: requirement.weight,
            required_level: requirement.level,
            groups: groups
                .map(|(g, result)| Group {
                    need: g.need,
                    of: ids(a, &g.of),
                    present: ids(a, &result.present),
                })
                .collect(),
            present: ids(a, &r.present),
            missing: ids(a, &r.missing),
            below_level: ids(a, &r.below_level),
            sources: requirement.sources.iter().map(|s| s.guide.as_str()).collect(),
        }
    };
    a.requirements.iter().map(report).collect()
}

pub(super) fn gaps<'a>(a: &'a Assessment<'_>) -> Vec<Gap<'a>> {
    let report = |g: &'a assessment::Gap| {
        let requirement = &a.profile.requirements[g.requirement];
        Gap {
            requirement: &requirement.id,
            skills: ids(a, &g.skills),
            kind: g.kind.as_str(),
            points: g.points,
            unlocks_stage: g.unlocks_stage,
            next_step: &requirement.next_step,
            question: &requirement.question,
        }
    };
    a.gaps.iter().map(report).collect()
}

//! What falls short, what closing it is worth, and the smallest change that lifts the evidence reading.

use super::coverage::closings;
use super::found::Found;
use crate::model::assessment::{
    ExpectationResult, Gap, GapKind, RequirementResult, RequirementStatus, SmallestChange, StageResult, Status,
};
use crate::model::index_set::IndexSet;
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;

/// A gap names at most so many skills of a group: the first are the usual choices, the rest stands in the requirement.
const SKILLS_OF_A_GROUP: usize = 3;

/// The gaps, the most valuable first.
pub fn gaps(results: &[RequirementResult], found: &Found<'_>, stage: &StageResult, profile: &Profile) -> Vec<Gap> {
    // The skills that the next stage asks first of all; what could stand in for them blocks nothing.
    let mut asked = IndexSet::default();
    for result in next_expectations(&stage.expectations, stage.next) {
        if let Some(skill) = expectation(profile, result).any_of.first() {
            asked.insert(usize::from(skill.0));
        }
    }
    let closing = closings(results, profile);
    let mut gaps: Vec<Gap> = Vec::new();
    for result in results {
        let Some((kind, skills)) = shortfall(result, found, profile) else {
            continue;
        };
        let groups = &profile.requirements[result.index].groups;
        let blocks = groups
            .iter()
            .flat_map(|g| &g.of)
            .any(|skill| asked.contains(usize::from(skill.0)));
        let unlocks_stage = stage.next.filter(|_| blocks);
        gaps.push(Gap {
            requirement: result.index,
            skills,
            kind,
            points: closing(result.index),
            unlocks_stage,
        });
    }
    gaps.sort_by_key(|g| (std::cmp::Reverse(g.points), g.unlocks_stage.is_none()));
    gaps
}

/// How a requirement falls short and which skills close it; `None` where it does not.
fn shortfall(result: &RequirementResult, found: &Found<'_>, profile: &Profile) -> Option<(GapKind, Vec<SkillId>)> {
    let requirement = &profile.requirements[result.index];
    let finding = |skill: &SkillId| found.get(*skill);
    let stale: Vec<SkillId> = result
        .present
        .iter()
        .copied()
        .filter(|s| finding(s).is_some_and(|f| f.stale))
        .collect();
    match result.status {
        RequirementStatus::Unassessable => return None,
        RequirementStatus::Met => {
            let all_stale = result
                .groups
                .iter()
                .any(|g| !g.present.is_empty() && g.present.iter().all(|s| stale.contains(s)));
            return all_stale.then_some((GapKind::Stale, stale));
        }
        RequirementStatus::Missing | RequirementStatus::Partial => {}
    }
    // A skill may stand in two groups; a gap names it once.
    let open = requirement.groups.iter().zip(&result.groups).filter(|(_, r)| !r.filled);
    let mut unfilled: Vec<SkillId> = Vec::new();
    for skill in open.flat_map(|(g, r)| g.of.iter().filter(|s| !r.present.contains(s)).take(SKILLS_OF_A_GROUP)) {
        if !unfilled.contains(skill) {
            unfilled.push(*skill);
        }
    }
    if !unfilled.is_empty() {
        return Some((GapKind::Absent, unfilled));
    }
    let claimed: Vec<SkillId> = result
        .present
        .iter()
        .copied()
        .filter(|s| finding(s).is_some_and(|f| f.support < Status::Certified))
        .collect();
    if claimed.len() == result.present.len() {
        return Some((GapKind::ClaimedOnly, claimed));
    }
    Some((GapKind::BelowLevel, result.below_level.clone()))
}

fn expectation<'p>(profile: &'p Profile, result: &ExpectationResult) -> &'p crate::model::profile::Expectation {
    &profile.ladder.rungs[result.stage.index()].expectations[result.index]
}

/// The unmet expectations up to and including `next`.
fn next_expectations(
    expectations: &[ExpectationResult],
    next: Option<Stage>,
) -> impl Iterator<Item = &ExpectationResult> {
    expectations
        .iter()
        .filter(move |e| next.is_some_and(|n| e.stage <= n) && e.shown_by.is_empty())
}

/// The smallest set of skills or deeds that lifts the evidence reading to its next stage.
pub fn smallest_change(found: &Found<'_>, stage: &StageResult, profile: &Profile) -> Option<SmallestChange> {
    let to_stage = match stage.evidence {
        None => Stage::Junior,
        Some(reached) => reached.next()?,
    };
    let claimed = |skill: &SkillId| found.get(*skill).is_some();
    let unmet = next_expectations(&stage.expectations, Some(to_stage));
    let mut skills: Vec<SkillId> = Vec::new();
    for expectation in unmet.map(|e| self::expectation(profile, e)) {
        // One deed may show several expectations; what is claimed already lies nearest.
        if expectation.any_of.iter().any(|s| skills.contains(s)) {
            continue;
        }
        let nearest = expectation
            .any_of
            .iter()
            .find(|s| claimed(s))
            .or_else(|| expectation.any_of.first());
        skills.extend(nearest);
    }
    if skills.is_empty() {
        // Everything is shown, but in one entry only: the same deeds are needed a second time.
        let of_stage = stage.expectations.iter().filter(|e| e.stage == to_stage);
        skills.extend(of_stage.filter_map(|e| e.shown_by.first()));
    }
    (!skills.is_empty()).then_some(SmallestChange { to_stage, skills })
}

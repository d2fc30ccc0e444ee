//! How far the findings cover each requirement, and the score.

use super::found::Found;
use crate::model::assessment::{
    Basis, Coverage, GroupResult, RequirementResult, RequirementStatus, SkillFinding, Status, Way,
};
use crate::model::profile::{Group, Importance, Profile, Requirement, Scoring};
use crate::model::scale::Level;
use crate::model::skill::{SkillId, SkillKind};

/// How each requirement is covered, in the profile's order; [`explain`] says why.
pub fn requirements(found: &Found<'_>, profile: &Profile) -> Vec<RequirementResult> {
    let mut worths = Vec::new();
    let cover = |(index, requirement)| cover(index, requirement, found, profile, &mut worths);
    profile.requirements.iter().enumerate().map(cover).collect()
}

/// Says why each requirement counts as it does, and what is missing.
pub fn explain(results: &mut [RequirementResult], found: &Found<'_>, profile: &Profile) {
    for result in results {
        explain_one(result, &profile.requirements[result.index], found, profile);
    }
}

fn explain_one(result: &mut RequirementResult, requirement: &Requirement, found: &Found<'_>, profile: &Profile) {
    let groups = requirement.groups.iter().zip(&result.groups);
    for (group, _) in groups.filter(|(_, of_group)| !of_group.filled) {
        let absent = group.of.iter().copied().filter(|skill| found.get(*skill).is_none());
        add_new(absent, &mut result.missing);
    }
    let unknown = |skill: &SkillId| found.get(*skill).is_some_and(|f| f.level.is_none());
    result.level_not_shown = result.present.iter().copied().filter(unknown).collect();
    result.why = reasons(requirement, &result.groups, found, profile);
}

/// How one requirement is covered that need not be the profile's: a skill alone, or another level. `index` is 0.
pub fn one(requirement: &Requirement, findings: &[SkillFinding], profile: &Profile) -> RequirementResult {
    let found = Found::of(findings);
    let mut result = cover(0, requirement, &found, profile, &mut Vec::new());
    explain_one(&mut result, requirement, &found, profile);
    result
}

/// The weighted mean of the coverages, 0 to 100, and how many essential requirements are met.
pub fn score(results: &[RequirementResult], profile: &Profile) -> Coverage {
    let counted = || results.iter().filter(|r| r.status != RequirementStatus::Unassessable);
    let essential = || counted().filter(|r| profile.requirements[r.index].importance == Importance::Essential);
    Coverage {
        score: points(counted().map(|r| (r.index, r.coverage)), profile),
        essential_met: essential().filter(|r| r.status == RequirementStatus::Met).count(),
        essential_total: essential().count(),
    }
}

/// What closing one requirement adds to the score, in points.
pub fn closing(index: usize, results: &[RequirementResult], profile: &Profile) -> u32 {
    closings(results, profile)(index)
}

/// The same for whoever asks about several.
pub(super) fn closings<'a>(results: &'a [RequirementResult], profile: &'a Profile) -> impl Fn(usize) -> u32 + 'a {
    let counted = || results.iter().filter(|r| r.status != RequirementStatus::Unassessable);
    let now = points(counted().map(|r| (r.index, r.coverage)), profile);
    move |closed| {
        let of = |r: &RequirementResult| if r.index == closed { 1.0 } else { r.coverage };
        points(counted().map(|r| (r.index, of(r))), profile).saturating_sub(now)
    }
}

/// The score of coverages by requirement, rounded to whole points.
pub(super) fn points(coverage: impl Iterator<Item = (usize, f64)>, profile: &Profile) -> u32 {
    // The empty sum of floats is minus zero.
    let (mut total, mut reached) = (-0.0, -0.0);
    for (index, share) in coverage {
        let weight = f64::from(profile.requirements[index].weight);
        total += weight;
        reached += weight * share;
    }
    if total > 0.0 {
        (100.0 * reached / total).round() as u32
    } else {
        0
    }
}

/// Adds what is not there yet.
fn add_new(skills: impl IntoIterator<Item = SkillId>, to: &mut Vec<SkillId>) {
    for skill in skills {
        if !to.contains(&skill) {
            to.push(skill);
        }
    }
}

/// How one requirement is covered; `worths` is a buffer.
fn cover(
    index: usize,
    requirement: &Requirement,
    found: &Found<'_>,
    profile: &Profile,
    worths: &mut Vec<(SkillId, f64)>,
) -> RequirementResult {
    let fill = |group| fill(group, requirement.level, found, &profile.scoring, worths);
    let groups: Vec<GroupResult> = requirement.groups.iter().map(fill).collect();
    let mut present: Vec<SkillId> = Vec::with_capacity(groups.iter().map(|g| g.present.len()).sum());
    add_new(groups.iter().flat_map(|g| &g.present).copied(), &mut present);
    let below = |skill: &SkillId| found.get(*skill).is_some_and(|f| is_below(f, requirement.level));
    // A weaker skill harms nothing where another of its group reaches the level, or may.
    let weak_groups = groups.iter().filter(|g| g.filled && g.present.iter().all(below));
    let mut below_level: Vec<SkillId> = Vec::new();
    add_new(weak_groups.flat_map(|g| &g.present).copied(), &mut below_level);
    let all_filled = groups.iter().all(|g| g.filled);
    let status = if requirement.unassessable {
        RequirementStatus::Unassessable
    } else if present.is_empty() {
        RequirementStatus::Missing
    } else if all_filled && below_level.is_empty() && is_any_shown(&present, requirement, found, profile) {
        RequirementStatus::Met
    } else {
        RequirementStatus::Partial
    };
    // The empty sum of floats is minus zero, which nobody wants to read; adding zero mends it.
    let coverage = (groups.iter().map(|g| g.worth).sum::<f64>() + 0.0) / groups.len().max(1) as f64;
    RequirementResult {
        index,
        status,
        coverage,
        groups,
        present,
        missing: Vec::new(),
        below_level,
        level_not_shown: Vec::new(),
        why: Vec::new(),
    }
}

/// Whether any of the skills was shown, not only claimed.
fn is_any_shown(skills: &[SkillId], requirement: &Requirement, found: &Found<'_>, profile: &Profile) -> bool {
    let is_competency = |skill: &SkillId| profile.taxonomy.get(*skill).kind == SkillKind::Competency;
    // Where competencies are asked for, a name in a bare list is no deed.
    let of_deeds = requirement.groups.iter().flat_map(|g| &g.of).any(is_competency);
    let deed = |f: &SkillFinding| f.ways.iter().any(|w| w.status >= Status::Certified && !w.listed_only);
    let is_shown = |f: &SkillFinding| f.support >= Status::Certified && (!of_deeds || deed(f));
    skills.iter().any(|skill| found.get(*skill).is_some_and(is_shown))
}

/// How a group is filled: by its best skills, as many as it needs. `worths` is a buffer.
fn fill(
    group: &Group,
    required: Level,
    found: &Found<'_>,
    scoring: &Scoring,
    worths: &mut Vec<(SkillId, f64)>,
) -> GroupResult {
    let worth = |skill: &SkillId| found.get(*skill).map(|f| (*skill, worth(f, required, scoring)));
    worths.clear();
    worths.extend(group.of.iter().filter_map(worth));
    worths.sort_by(|a, b| b.1.total_cmp(&a.1));
    let best: f64 = worths.iter().take(group.need).map(|(_, worth)| worth).sum();
    GroupResult {
        filled: worths.len() >= group.need,
        worth: (best + 0.0) / group.need.max(1) as f64,
        present: worths.iter().map(|(skill, _)| *skill).collect(),
    }
}

/// Whether a skill is known to be below `required`: the resume states it, or every use of it is dated and too short.
fn is_below(finding: &SkillFinding, required: Level) -> bool {
    let below = |level: Option<Level>| level.is_some_and(|level| level < required);
    let undated = |w: Way| w.status >= Status::Certified && w.level.is_none();
    below(finding.level) && (finding.basis == Basis::Stated || !finding.ways.iter().any(undated))
}

/// What a finding is worth for a requirement at `required` level, 0 to 1: the best of the ways in which it is shown.
pub(super) fn worth(finding: &SkillFinding, required: Level, scoring: &Scoring) -> f64 {
    let ways = finding.ways.iter().map(|way| worth_of(way, required, scoring));
    ways.fold(0.0, f64::max)
}

fn worth_of(way: Way, required: Level, scoring: &Scoring) -> f64 {
    let by_status = match way.status {
        Status::Demonstrated if way.listed_only => scoring.listed,
        Status::Demonstrated => scoring.demonstrated,
        Status::Certified => scoring.certified,
        Status::Claimed | Status::Implied => scoring.claimed,
    };
    // A level that is not shown counts as one below, and one that is only stated no less: leaving it out must not beat an
    // honest one.
    let below = way.level.map_or(1, |level| level.shortfall(required));
    let below = if way.dated { below } else { below.min(1) };
    let by_level = match (required, below) {
        (Level::Beginner, _) | (_, 0) => 1.0,
        _ => scoring.level_shortfall[usize::from(below).min(3) - 1],
    };
    let by_age = if way.stale { scoring.stale } else { 1.0 };
    let by_detour = if way.through { scoring.implied } else { 1.0 };
    by_status * by_level * by_age * by_detour
}

/// The highest level of the ways in which a skill is shown.
fn best_level(finding: &SkillFinding) -> Option<Level> {
    finding.ways.iter().filter_map(|way| way.level).max()
}

/// Why a requirement counts as it does, a sentence a group.
fn reasons(requirement: &Requirement, groups: &[GroupResult], found: &Found<'_>, profile: &Profile) -> Vec<String> {
    let name = |skill: &SkillId| profile.taxonomy.get(*skill).name.as_ref();
    let names = |skills: &[SkillId]| skills.iter().map(name).collect::<Vec<_>>().join(", ");
    let explain = |(group, result): (&Group, &GroupResult)| {
        let best = result.present.first().and_then(|best| Some((best, found.get(*best)?)));
        let Some((best, finding)) = best else {
            return format!(
                "asks for {} of: {}; nothing shows any of them: 0 %",
                group.need,
                names(&group.of)
            );
        };
        let level = match finding.level {
            Some(level) if level < requirement.level => {
                let used = best_level(finding).filter(|used| *used > level);
                let more = used.map_or(String::new(), |used| format!(", though dated use shows {used}"));
                format!(
                    "{level} ({}), {} asked{more}",
                    finding.basis.as_str(),
                    requirement.level
                )
            }
            Some(level) => format!("{level} ({})", finding.basis.as_str()),
            None => "level not shown".to_owned(),
        };
        let by = match finding.implied_by.as_slice() {
            [] => String::new(),
            by if finding.status == Status::Implied => format!(" by {}", names(by)),
            by => format!(" and shown through {}", names(by)),
        };
        let stale = match finding.stale {
            true => format!(", last used over {} years ago", profile.scoring.stale_after_years),
            false => String::new(),
        };
        format!(
            "{}: {}{by}, {level}{stale}: {:.0} %",
            name(best),
            finding.status.as_str(),
            result.worth * 100.0
        )
    };
    requirement.groups.iter().zip(groups).map(explain).collect()
}

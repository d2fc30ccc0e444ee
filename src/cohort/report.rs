//! The counts of a group made into what may be told of it.

use super::hide;
use super::tally::Tally;
use crate::model::cohort::{Cohort, Count, GroupGap, RequirementRow, Scores, SkillRow};
use crate::model::profile::{Profile, Requirement};
use crate::model::scale::Stage;
use crate::model::skill::SkillId;
use jiff::civil::Date;

/// Gaps named: a programme for a group, not a list of everything.
const GAPS: usize = 10;

/// Skills named for a gap: the first are what most of those who lack it need.
const SKILLS_OF_A_GAP: usize = 3;

/// The group has fewer people than may be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew;

/// What may be told of the group that `tally` has counted; fewer than `min_group` people are not told, neither as
/// the whole nor in any row. 0 is taken as 1: nothing is hidden.
///
/// # Errors
/// [`TooFew`] where the whole group is smaller, or nobody is in it.
pub fn report<'p>(tally: &Tally<'p>, min_group: u64) -> Result<Cohort<'p>, TooFew> {
    let (profile, min_group) = (tally.profile, min_group.max(1));
    let as_of: (Date, Date) = tally.as_of.ok_or(TooFew)?;
    if tally.people < min_group {
        return Err(TooFew);
    }
    let requirements = requirements(tally, min_group);
    Ok(Cohort {
        profile,
        people: tally.people,
        unread: tally.unread,
        names_unknown: tally.names_unknown,
        as_of,
        min_group,
        scores: scores(tally, min_group),
        skills: skills(tally, &requirements, min_group),
        gaps: gaps(tally, &requirements, min_group),
        requirements,
        stages: stages(tally, min_group),
        certificates: certificates(tally, min_group),
    })
}

/// The most points that a requirement can be worth.
fn most_points(requirement: &Requirement, profile: &Profile) -> u32 {
    let counted = profile.requirements.iter().filter(|r| !r.unassessable);
    let total: u32 = counted.map(|r| r.weight).sum();
    (100 * requirement.weight).div_ceil(total.max(1))
}

fn tenths(points: u64) -> f64 {
    points as f64 / 10.0
}

fn scores(tally: &Tally<'_>, min_group: u64) -> Scores {
    let sum: u64 = tally.scores.iter().zip(0..).map(|(people, score)| people * score).sum();
    let quartile = |part| hide::quantile(&tally.scores, part, 4, min_group);
    // A few, each with a requirement more, must not show in it; whole points are as exact as a score is.
    let most = tally
        .profile
        .requirements
        .iter()
        .map(|r| most_points(r, tally.profile))
        .max();
    let step = hide::step(most.unwrap_or(0), tally.people, min_group).max(10);
    Scores {
        // Rounded up it would be more than there is.
        mean: (hide::mean(sum, tally.people, step) / 10).min(100) as u32,
        mean_step: (step / 10) as u32,
        first_quartile: quartile(1),
        median: quartile(2),
        third_quartile: quartile(3),
    }
}

fn requirements(tally: &Tally<'_>, min_group: u64) -> Vec<RequirementRow> {
    let asked = || tally.profile.requirements.iter().enumerate();
    let of: Vec<Vec<SkillId>> = asked().map(|(index, _)| shown_of(index, tally)).collect();
    let row = |(index, requirement): (usize, &Requirement)| {
        let counts = hide::row(tally.requirements[index], min_group);
        // Whoever has one of these requirements missing has the other missing too: what one row hides may follow from the other.
        let has_twin = asked().any(|(other, r)| other != index && !r.unassessable && of[other] == of[index]);
        let told = match has_twin && !hide::is_open(&counts) {
            true => [Count::Hidden; 3],
            false => counts,
        };
        RequirementRow {
            index,
            counts: (!requirement.unassessable).then_some(told),
        }
    };
    asked().map(row).collect()
}

/// The skills of a requirement that somebody shows, in the taxonomy's order: that nobody shows the others is told, so that these alone
/// decide who has it missing.
fn shown_of(index: usize, tally: &Tally<'_>) -> Vec<SkillId> {
    let mut skills = tally.profile.skills_of(index);
    skills.retain(|skill| tally.skills[usize::from(skill.0)] != [0; 4]);
    skills.sort_unstable();
    skills
}

fn skills(tally: &Tally<'_>, requirements: &[RequirementRow], min_group: u64) -> Vec<SkillRow> {
    let profile = tally.profile;
    let alone = |row: &RequirementRow| <[SkillId; 1]>::try_from(shown_of(row.index, tally)).ok();
    let alone: Vec<([SkillId; 1], [Count; 3])> = requirements
        .iter()
        .filter_map(|row| Some((alone(row)?, row.counts?)))
        .collect();
    let mut asked: Vec<SkillId> = Vec::new();
    for skill in (0..profile.requirements.len()).flat_map(|index| profile.skills_of(index)) {
        if !asked.contains(&skill) {
            asked.push(skill);
        }
    }
    let row = |skill: SkillId, is_asked: bool| {
        let [implied, claimed, certified, demonstrated] = tally.skills[usize::from(skill.0)];
        let absent = tally.people - implied - claimed - certified - demonstrated;
        let counts = hide::row([demonstrated, certified, claimed, implied, absent], min_group);
        SkillRow {
            skill,
            is_asked,
            counts: match is_betrayed(skill, &counts, &alone) {
                true => [Count::Hidden; 5],
                false => counts,
            },
        }
    };
    let others = profile.taxonomy.iter().map(|(skill, _)| skill);
    let others = others.filter(|skill| !asked.contains(skill) && tally.skills[usize::from(skill.0)] != [0; 4]);
    let mut others: Vec<SkillRow> = others.map(|skill| row(skill, false)).collect();
    // By what is told of them: the order must not tell more.
    others.sort_by_key(|row| std::cmp::Reverse(row.counts[..4].iter().map(|count| count.least()).sum::<u64>()));
    asked.iter().map(|skill| row(*skill, true)).chain(others).collect()
}

/// Whether a requirement is shown by this skill alone, so that whoever has it missing has the skill absent: two rows that say the same
/// of the same people. Where one of them hides something, it may follow from both together.
fn is_betrayed(skill: SkillId, counts: &[Count], alone: &[([SkillId; 1], [Count; 3])]) -> bool {
    let mut rows = alone.iter().filter(|(of, _)| *of == [skill]);
    rows.any(|(_, row)| !hide::is_open(row) || !hide::is_open(counts))
}

fn stages(tally: &Tally<'_>, min_group: u64) -> Vec<(Option<Stage>, Count)> {
    let stages = std::iter::once(None).chain(Stage::ALL.map(Some));
    stages.zip(hide::row(tally.stages, min_group)).collect()
}

fn gaps(tally: &Tally<'_>, requirements: &[RequirementRow], min_group: u64) -> Vec<GroupGap> {
    let profile = tally.profile;
    let mut worth: Vec<(u64, u64, usize)> = Vec::new();
    for RequirementRow { index, counts } in requirements {
        let (index, requirement) = (*index, &profile.requirements[*index]);
        let Some(counts) = counts else { continue };
        let sum = told_points(tally.points[index], tally.requirements[index], counts);
        let most = most_points(requirement, profile);
        let step = hide::step(most, tally.people, min_group);
        // Rounded up it would be more than the whole requirement is worth.
        let points = hide::mean(sum, tally.people, step).min(10 * u64::from(most));
        if points > 0 {
            worth.push((points, step, index));
        }
    }
    // Of equal ones what weighs more comes first: by what is told, as everywhere.
    worth.sort_by_key(|(points, _, index)| std::cmp::Reverse((*points, profile.requirements[*index].weight)));
    let gap = |(points, step, requirement): (u64, u64, usize)| GroupGap {
        requirement,
        points: tenths(points),
        points_step: tenths(step),
        skills: most_lacking(&tally.lacking[requirement], tally.people, min_group),
    };
    worth.into_iter().take(GAPS).map(gap).collect()
}

/// The points of as many people as are told: those of the few, and of what absorbs them, would tell how many these are, however they are
/// rounded.
fn told_points(points: [u64; 3], people: [u64; 3], told: &[Count; 3]) -> u64 {
    let told = |i: usize| match told[i] {
        Count::Exactly(_) => points[i],
        Count::AtLeast(least) => points[i] * least / people[i].max(1),
        Count::Few | Count::Hidden => 0,
    };
    (0..3).map(told).sum()
}

/// The skills that most of those who lack a requirement lack, without numbers: beside those of the skill they would tell how many have
/// the one without the other.
fn most_lacking(lacking: &[(SkillId, u64)], people: u64, min_group: u64) -> Vec<SkillId> {
    let many = lacking.iter().filter(|(_, lack)| *lack >= min_group);
    // By what could be told of them: of two skills that all but a few lack, which comes first would tell which has fewer.
    let told = |lack: u64| hide::row([lack, people - lack], min_group)[0].least();
    let mut many: Vec<(SkillId, u64)> = many.map(|(skill, lack)| (*skill, told(*lack))).collect();
    many.sort_by_key(|(_, least)| std::cmp::Reverse(*least));
    many.into_iter().take(SKILLS_OF_A_GAP).map(|(skill, _)| skill).collect()
}

fn certificates(tally: &Tally<'_>, min_group: u64) -> Vec<(usize, Count)> {
    let held = tally.certificates.iter().enumerate().filter(|(_, people)| **people > 0);
    let count = |(index, people): (usize, &u64)| (index, hide::row([*people, tally.people - people], min_group)[0]);
    let mut held: Vec<(usize, Count)> = held.map(count).collect();
    held.sort_by_key(|(_, count)| std::cmp::Reverse(count.least()));
    held
}

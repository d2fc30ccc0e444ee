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
        requirements,
        stages: stages(tally, min_group),
        gaps: gaps(tally, min_group),
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
    Scores {
        mean: ((2 * sum + tally.people) / (2 * tally.people)) as u32,
        first_quartile: quartile(1),
        median: quartile(2),
        third_quartile: quartile(3),
    }
}

fn requirements(tally: &Tally<'_>, min_group: u64) -> Vec<RequirementRow> {
    let row = |(index, requirement): (usize, &Requirement)| RequirementRow {
        index,
        counts: (!requirement.unassessable).then(|| hide::row(tally.requirements[index], min_group)),
    };
    tally.profile.requirements.iter().enumerate().map(row).collect()
}

fn skills(tally: &Tally<'_>, requirements: &[RequirementRow], min_group: u64) -> Vec<SkillRow> {
    let profile = tally.profile;
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
            counts: match is_betrayed(skill, &counts, profile, requirements) {
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

/// Whether a requirement asks for this skill alone, so that whoever has it missing has the skill absent: two rows that say the same of
/// the same people. Where one of them hides something, it follows from both together.
fn is_betrayed(skill: SkillId, counts: &[Count], profile: &Profile, requirements: &[RequirementRow]) -> bool {
    let same = |row: &&RequirementRow| profile.skills_of(row.index) == [skill];
    let mut rows = requirements.iter().filter(same).filter_map(|row| row.counts);
    rows.any(|row| !hide::is_open(&row) || !hide::is_open(counts))
}

fn stages(tally: &Tally<'_>, min_group: u64) -> Vec<(Option<Stage>, Count)> {
    let stages = std::iter::once(None).chain(Stage::ALL.map(Some));
    stages.zip(hide::row(tally.stages, min_group)).collect()
}

fn gaps(tally: &Tally<'_>, min_group: u64) -> Vec<GroupGap> {
    let profile = tally.profile;
    let mut worth: Vec<(u64, u64, usize)> = Vec::new();
    for (index, requirement) in profile.requirements.iter().enumerate().filter(|(_, r)| !r.unassessable) {
        let most = most_points(requirement, profile);
        let step = hide::step(most, tally.people, min_group);
        // Rounded up it would be more than the whole requirement is worth.
        let points = hide::mean(tally.points[index], tally.people, step).min(10 * u64::from(most));
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
        skills: most_lacking(&tally.lacking[requirement], min_group),
    };
    worth.into_iter().take(GAPS).map(gap).collect()
}

/// The skills that most of those who lack a requirement lack, without numbers: beside those of the skill they would tell how many have
/// the one without the other.
fn most_lacking(lacking: &[(SkillId, u64)], min_group: u64) -> Vec<SkillId> {
    let mut many: Vec<(SkillId, u64)> = lacking
        .iter()
        .copied()
        .filter(|(_, people)| *people >= min_group)
        .collect();
    many.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    many.into_iter().take(SKILLS_OF_A_GAP).map(|(skill, _)| skill).collect()
}

fn certificates(tally: &Tally<'_>, min_group: u64) -> Vec<(usize, Count)> {
    let held = tally.certificates.iter().enumerate().filter(|(_, people)| **people > 0);
    let count = |(index, people): (usize, &u64)| (index, hide::row([*people, tally.people - people], min_group)[0]);
    let mut held: Vec<(usize, Count)> = held.map(count).collect();
    held.sort_by_key(|(_, count)| std::cmp::Reverse(count.least()));
    held
}

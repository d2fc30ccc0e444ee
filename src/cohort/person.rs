//! An assessment reduced to what counts in a group.

use crate::model::assessment::Assessment;
use crate::model::cohort::Person;

/// What counts of an assessment.
pub fn person(a: &Assessment<'_>) -> Person {
    let mut skills: Vec<_> = a.skills.iter().map(|f| (f.skill, f.status)).collect();
    skills.sort_unstable_by_key(|(skill, _)| *skill);
    let mut certificates: Vec<usize> = a.certificates.held.iter().map(|held| held.index).collect();
    certificates.sort_unstable();
    certificates.dedup();
    Person {
        as_of: a.as_of,
        score: a.coverage.score,
        stage: a.stage.estimate,
        requirements: a.requirements.iter().map(|r| r.status).collect(),
        gaps: a.gaps.iter().map(|gap| (gap.requirement, gap.points)).collect(),
        skills,
        certificates,
        names_unknown: false,
    }
}

//! The checks of the certifications: ids, skills, and that nothing dead is recommended.

use super::profile_checks::{is_id, unknown};
use super::schema::RawCertifications;
use super::validate::{Check, Problem};
use crate::model::certification::{Action, State};
use crate::model::skill::Taxonomy;

/// A certificate attests its core; more than six skills is a syllabus.
const CORE_SKILLS: usize = 6;

/// The table; a new check is a line here and a function below.
pub(super) const CHECKS: &[Check<RawCertifications, Taxonomy>] = &[
    Check { name: "ids", run: ids },
    Check {
        name: "skills-known",
        run: skills_known,
    },
    Check {
        name: "core-skills",
        run: core_skills,
    },
    Check {
        name: "successors",
        run: successors,
    },
    Check {
        name: "retired-never-recommended",
        run: retired_never_recommended,
    },
];

fn ids(raw: &RawCertifications, _: &Taxonomy) -> Vec<Problem> {
    let list = &raw.certifications;
    let wrong = list
        .iter()
        .enumerate()
        .filter(|(i, c)| !is_id(&c.id) || list[..*i].iter().any(|other| other.id == c.id));
    wrong
        .map(|(i, c)| {
            Problem::at(
                format!("/certifications/{i}/id"),
                format!("\"{}\" is no id, or taken", c.id),
            )
        })
        .collect()
}

fn skills_known(raw: &RawCertifications, taxonomy: &Taxonomy) -> Vec<Problem> {
    let known = || taxonomy.skills().iter().map(|s| s.id.as_ref());
    let mut problems = Vec::new();
    for (i, c) in raw.certifications.iter().enumerate() {
        let lists = [("core_skills", &c.core_skills), ("other_skills", &c.other_skills)];
        for (list, ids) in lists {
            for (j, id) in ids.iter().enumerate().filter(|(_, id)| taxonomy.find(id).is_none()) {
                problems.push(Problem::at(
                    format!("/certifications/{i}/{list}/{j}"),
                    unknown("skill", id, known()),
                ));
            }
        }
        if let Some(id) = c.platform.as_deref().filter(|id| taxonomy.find(id).is_none()) {
            problems.push(Problem::at(
                format!("/certifications/{i}/platform"),
                unknown("skill", id, known()),
            ));
        }
    }
    problems
}

fn core_skills(raw: &RawCertifications, _: &Taxonomy) -> Vec<Problem> {
    let wrong = raw
        .certifications
        .iter()
        .enumerate()
        .filter(|(_, c)| c.core_skills.len() > CORE_SKILLS);
    wrong
        .map(|(i, c)| {
            Problem::at(
                format!("/certifications/{i}/core_skills"),
                format!("{} core skills, {CORE_SKILLS} at most", c.core_skills.len()),
            )
        })
        .collect()
}

fn successors(raw: &RawCertifications, _: &Taxonomy) -> Vec<Problem> {
    let known = || raw.certifications.iter().map(|c| c.id.as_str());
    let mut problems = Vec::new();
    for (i, c) in raw.certifications.iter().enumerate() {
        for (j, id) in c.successors.iter().enumerate() {
            match raw.certifications.iter().find(|other| other.id == *id) {
                None => problems.push(Problem::at(
                    format!("/certifications/{i}/successors/{j}"),
                    unknown("certification", id, known()),
                )),
                Some(other) if other.state == State::Retired => {
                    problems.push(Problem::at(
                        format!("/certifications/{i}/successors/{j}"),
                        format!("\"{id}\" is retired itself"),
                    ));
                }
                Some(_) => {}
            }
        }
    }
    problems
}

fn retired_never_recommended(raw: &RawCertifications, _: &Taxonomy) -> Vec<Problem> {
    let wrong = raw
        .certifications
        .iter()
        .enumerate()
        .filter(|(_, c)| c.state == State::Retired && c.action != Action::NeverRecommend);
    wrong
        .map(|(i, c)| {
            Problem::at(
                format!("/certifications/{i}/action"),
                format!("\"{}\" is retired and cannot be advised", c.id),
            )
        })
        .collect()
}

//! The ladder stage of the JSON output.

use crate::model::assessment::Assessment;
use crate::model::scale::Stage;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct StageReport<'a> {
    estimate: Option<Stage>,
    range: Option<(Stage, Stage)>,
    readings: Readings,
    next: Option<Stage>,
    blockers: Vec<Blocker<'a>>,
    reasons: &'a [String],
    caveat: &'static str,
    ladder: Vec<Rung<'a>>,
}

#[derive(Serialize)]
struct Readings {
    years: Option<Stage>,
    evidence: Option<Stage>,
    title: Option<Stage>,
}

#[derive(Serialize)]
struct Blocker<'a> {
    requirement: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct Rung<'a> {
    stage: Stage,
    title: &'a str,
    years: (Bound, Option<Bound>),
    salary_usd: Salary<'a>,
    source: &'a str,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Salary<'a> {
    median: Option<u32>,
    max: Option<u32>,
    min: Option<u32>,
    note: Option<&'a str>,
}

/// A bound of years, without ".0" where it is whole.
#[derive(Serialize)]
#[serde(untagged)]
enum Bound {
    Whole(u32),
    Part(f64),
}

fn bound(years: f64) -> Bound {
    if years.fract() == 0.0 {
        Bound::Whole(years as u32)
    } else {
        Bound::Part(years)
    }
}

pub(super) fn report<'a>(a: &'a Assessment<'_>) -> StageReport<'a> {
    let stage = &a.stage;
    let ladder = &a.profile.ladder;
    StageReport {
        estimate: stage.estimate,
        range: stage.range,
        readings: Readings {
            years: stage.years,
            evidence: stage.evidence,
            title: stage.title,
        },
        next: stage.next,
        blockers: stage
            .blockers
            .iter()
            .map(|b| Blocker {
                requirement: &b.requirement,
                why: &b.why,
            })
            .collect(),
        reasons: &stage.reasons,
        caveat: stage.caveat,
        ladder: ladder
            .rungs
            .iter()
            .map(|r| Rung {
                stage: r.stage,
                title: &r.title,
                years: (bound(r.from_years), r.to_years.map(bound)),
                salary_usd: Salary {
                    median: r.salary.median,
                    min: r.salary.min,
                    max: r.salary.max,
                    note: r.salary.note.as_deref(),
                },
                source: &ladder.source,
                note: ladder.note.as_deref(),
            })
            .collect(),
    }
}

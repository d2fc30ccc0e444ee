//! The plan on a page.

use crate::model::plan::Plan;
use crate::render::markup::clean;
use crate::render::plan as said;

/// The plan as it is shown.
pub(super) struct PlanView {
    pub to: String,
    pub summary: String,
    pub steps: Vec<Step>,
    pub time: Vec<String>,
    pub basis: Vec<String>,
}

/// A step of it.
pub(super) struct Step {
    pub title: String,
    pub points: u32,
    pub score_after: u32,
    pub lifts: String,
    pub purposes: String,
    pub skills: String,
    pub effort: String,
    pub first: String,
    pub line: String,
    pub certificates: Vec<String>,
    pub topics: Vec<String>,
}

pub(super) fn plan(plan: &Plan<'_>) -> PlanView {
    let a = &plan.before;
    let mut evidence = a.stage.evidence;
    let mut steps = Vec::new();
    for step in &plan.steps {
        let lifted = step.evidence_after.filter(|stage| Some(*stage) > evidence);
        evidence = step.evidence_after;
        let skills: Vec<&str> = step.skills.iter().map(|s| a.name(*s)).collect();
        steps.push(Step {
            title: clean(&step.title),
            points: step.points,
            score_after: step.score_after,
            lifts: lifted.map_or(String::new(), |stage| stage.to_string()),
            purposes: clean(&said::purposes(a, step).join("; ")),
            skills: clean(&skills.join(", ")),
            effort: said::effort(step),
            first: clean(&format!("{} {}", said::first(a, step), said::second(step))),
            line: clean(&step.line.sentence()),
            certificates: step
                .certifications
                .iter()
                .map(|c| clean(&said::certificate(a, *c)))
                .collect(),
            topics: step
                .topics
                .iter()
                .map(|(guide, topic)| clean(&format!("{topic} ({guide})")))
                .collect(),
        });
    }
    let basis = [said::PROMISE, plan.hours_note.as_str(), &said::fees(plan)];
    PlanView {
        to: plan.to.to_string(),
        summary: said::summary(plan),
        steps,
        time: said::time(plan).iter().map(|line| clean(line)).collect(),
        basis: basis.into_iter().filter(|line| !line.is_empty()).map(clean).collect(),
    }
}

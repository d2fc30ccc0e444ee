//! Plans: one file per format, all from the same [`Plan`].

pub mod human;
pub mod json;
pub mod markdown;

use crate::model::assessment::Assessment;
use crate::model::certification::Certification;
use crate::model::plan::{Plan, PlanStep, TimeFor, TimeNeed};
use crate::model::scale::Stage;

/// What the points of a step mean.
pub(super) const PROMISE: &str = "The points of a step are what the assessment gives when the project stands in the resume as a dated entry, \
     with the steps above it, on the same day. What stands in [brackets] is yours to fill in; write only what was so.";

/// "65 → 91" and the readings, in a sentence.
pub(super) fn summary(plan: &Plan<'_>) -> String {
    let stage = |stage: Option<Stage>| stage.map_or("nothing".to_owned(), |s| s.to_string());
    let short = match plan.evidence_after >= Some(plan.to) {
        true => String::new(),
        false => format!(" These steps do not reach the stage {}.", plan.to),
    };
    format!(
        "Score {} to {} of 100; evidence {} to {}; {} in {} hours, {} weeks at {} hours a week.{short}",
        plan.before.coverage.score,
        plan.score_after,
        stage(plan.before.stage.evidence),
        stage(plan.evidence_after),
        count(plan.steps.len(), "step"),
        hours(plan),
        weeks(hours(plan), plan.hours_a_week),
        plan.hours_a_week,
    )
}

/// "1 step", "2 steps".
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The hours of all steps.
pub(super) fn hours(plan: &Plan<'_>) -> u32 {
    plan.steps.iter().map(|s| s.learn_hours + s.do_hours).sum()
}

/// The weeks that hours take.
pub(super) fn weeks(hours: u32, a_week: u32) -> u32 {
    hours.div_ceil(a_week.max(1))
}

/// "45 hours (5 to learn, 40 to do)".
pub(super) fn effort(step: &PlanStep) -> String {
    match step.learn_hours {
        0 => format!("{} hours, nothing new to learn", step.do_hours),
        learn => format!(
            "{} hours ({learn} to learn, {} to do)",
            learn + step.do_hours,
            step.do_hours
        ),
    }
}

/// What a step is for: requirements, and stages with their expectations.
pub(super) fn purposes(a: &Assessment<'_>, step: &PlanStep) -> Vec<String> {
    let requirements = step.closes.iter().map(|r| a.profile.requirements[*r].title.clone());
    let expectation = |(stage, index): &(Stage, usize)| {
        let id = &a.profile.ladder.rungs[stage.index()].expectations[*index].id;
        format!("the stage {stage} ({})", id.replace('-', " "))
    };
    requirements.chain(step.meets.iter().map(expectation)).collect()
}

/// The names of what must be learned first, in a sentence; empty where nothing must.
pub(super) fn first(a: &Assessment<'_>, step: &PlanStep) -> String {
    let names: Vec<&str> = step.first.iter().map(|s| a.name(*s)).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!("Learn first: {} (in the hours).", names.join(", ")),
    }
}

/// What a step needs beside it, or why it tells what another tells already; empty where neither is so.
pub(super) fn second(step: &PlanStep) -> &'static str {
    let waits = step.meets.iter().any(|(stage, _)| step.evidence_after < Some(*stage));
    match (step.is_second, waits) {
        (true, _) => "From senior up the deeds of a stage must stand in two dated entries: this is the second.",
        (false, true) => "It lifts the stage once all deeds of that stand there, from senior up in two dated entries.",
        (false, false) => "",
    }
}

/// A certificate that serves a step, with its price, the date of that, and what must be said of it.
pub(super) fn certificate(a: &Assessment<'_>, index: usize) -> String {
    let c = a.certification(index);
    let recommended = a.certificates.recommended.iter().find(|r| r.index == index);
    let caveat = recommended
        .and_then(|r| r.caveat.as_deref())
        .map_or(String::new(), |caveat| format!(". {caveat}"));
    let price = c
        .price_usd
        .map_or("price not known".to_owned(), |usd| format!("{usd} USD"));
    format!("{} ({price}, {} {}){caveat}", c.name, c.confidence.as_str(), c.as_of)
}

/// What the exams cost together, in a sentence; empty where no certificate serves.
pub(super) fn fees(plan: &Plan<'_>) -> String {
    let served = plan.steps.iter().flat_map(|s| &s.certifications);
    let certifications: Vec<&Certification> = served.map(|c| plan.before.certification(*c)).collect();
    let total: u32 = certifications.iter().filter_map(|c| c.price_usd).sum();
    let unknown = certifications.iter().filter(|c| c.price_usd.is_none()).count();
    match (certifications.is_empty(), unknown) {
        (true, _) => String::new(),
        (false, 0) => format!("The certificates are no condition; their exams cost {total} USD together."),
        (false, n) => format!(
            "The certificates are no condition; their exams cost {total} USD together, {n} of unknown price apart."
        ),
    }
}

/// What only time brings, a line for each kind and length: "0.4 years of dated use: intermediate in Quantization (+2), SQL (+1)".
pub(super) fn time(plan: &Plan<'_>) -> Vec<String> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for need in &plan.time {
        let (line, part) = time_need(plan, need);
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, parts)) => parts.push(part),
            None => lines.push((line, vec![part])),
        }
    }
    lines
        .into_iter()
        .map(|(line, parts)| format!("{line}: {}", parts.join(", ")))
        .collect()
}

fn time_need(plan: &Plan<'_>, need: &TimeNeed) -> (String, String) {
    match &need.what {
        TimeFor::Stage(stage) => (
            format!("{:.1} years until the years say {stage}", need.years),
            need.why.clone(),
        ),
        TimeFor::Level { skill, level, .. } => {
            let points = match need.points {
                0 => String::new(),
                points => format!(" (+{points})"),
            };
            (
                format!("{:.1} more years of dated use until it shows {level}", need.years),
                format!("{}{points}", plan.before.name(*skill)),
            )
        }
    }
}

//! `gapcheck plan --format json`: `gapcheck.plan/1`; it only grows. `docs/plan.md` explains each field.

use super::{hours, weeks};
use crate::model::assessment::Assessment;
use crate::model::plan::{Plan, PlanStep, TimeFor, TimeNeed};
use crate::render::json_text::to_text;
use serde_json::{Value, json};

/// Writes the plan.
pub fn render(plan: &Plan<'_>) -> String {
    let a = &plan.before;
    let fees = plan
        .steps
        .iter()
        .flat_map(|s| &s.certifications)
        .map(|c| a.certification(*c).price_usd);
    to_text(&json!({
        "format": "gapcheck.plan/1",
        "generator": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "as_of": a.as_of.to_string(),
        "profile": { "id": a.profile.id, "version": a.profile.version },
        "to_stage": plan.to,
        "before": { "score": a.coverage.score, "evidence": a.stage.evidence, "estimate": a.stage.estimate },
        "after": { "score": plan.score_after, "evidence": plan.evidence_after, "estimate": plan.estimate_after },
        "steps": plan.steps.iter().map(|s| step(a, s)).collect::<Vec<_>>(),
        "time": plan.time.iter().map(|t| time(a, t)).collect::<Vec<_>>(),
        "effort": {
            "hours": hours(plan),
            "hours_a_week": plan.hours_a_week,
            "weeks": weeks(hours(plan), plan.hours_a_week),
            "basis": "estimate",
            "note": plan.hours_note,
        },
        "fees": { "usd": fees.clone().flatten().sum::<u32>(), "unknown": fees.filter(Option::is_none).count() },
    }))
}

fn step(a: &Assessment<'_>, s: &PlanStep) -> Value {
    let ids = |skills: &[crate::model::skill::SkillId]| skills.iter().map(|s| a.id(*s)).collect::<Vec<_>>();
    let requirement = |index: &usize| &a.profile.requirements[*index];
    let expectation = |stage: crate::model::scale::Stage, index: usize| json!({ "stage": stage, "id": a.profile.ladder.rungs[stage.index()].expectations[index].id });
    let certification = |index: &usize| {
        let c = a.certification(*index);
        json!({
            "id": c.id, "name": c.name, "price_usd": c.price_usd, "state": c.state.as_str(),
            "as_of": c.as_of, "confidence": c.confidence.as_str(),
        })
    };
    json!({
        "id": s.id,
        "title": s.title,
        "points": s.points,
        "score_after": s.score_after,
        "evidence_after": s.evidence_after,
        "skills": ids(&s.skills),
        "first": ids(&s.first),
        "hours": { "learn": s.learn_hours, "do": s.do_hours },
        "requirements": s.closes.iter().map(|r| &requirement(r).id).collect::<Vec<_>>(),
        "expectations": s.meets.iter().map(|(stage, index)| expectation(*stage, *index)).collect::<Vec<_>>(),
        "is_second": s.is_second,
        "section": s.entry.section,
        "line": { "built": s.line.built, "scale": s.line.scale, "effect": s.line.effect },
        "entry": {
            "name": s.entry.name, "startDate": s.entry.start, "endDate": s.entry.end, "highlights": [s.line.sentence()],
        },
        "certifications": s.certifications.iter().map(certification).collect::<Vec<_>>(),
        "topics": s.topics.iter().map(|(guide, topic)| json!({ "source": guide, "topic": topic })).collect::<Vec<_>>(),
        "questions": s.closes.iter().map(|r| json!({ "requirement": requirement(r).id, "question": requirement(r).question })).collect::<Vec<_>>(),
    })
}

fn time(a: &Assessment<'_>, t: &TimeNeed) -> Value {
    match &t.what {
        TimeFor::Stage(stage) => json!({ "kind": "stage", "stage": stage, "years": round(t.years), "why": t.why }),
        TimeFor::Level {
            requirement,
            skill,
            level,
        } => json!({
            "kind": "level",
            "requirement": a.profile.requirements[*requirement].id,
            "skill": a.id(*skill),
            "level": level,
            "years": round(t.years),
            "points": t.points,
            "why": t.why,
        }),
    }
}

/// Years to a hundredth.
fn round(years: f64) -> f64 {
    (years * 100.0).round() / 100.0
}

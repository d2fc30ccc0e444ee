//! `gapcheck plan`: the plan for a terminal.

use super::{PROMISE, certificate, effort, fees, first, purposes, second, summary, time};
use crate::model::plan::{Plan, PlanStep};
use crate::render::page::{Look, Page, Tone};
use crate::text::clean::for_terminal;

/// Writes the plan; `file` is the name of the resume as the user knows it.
pub fn render(plan: &Plan<'_>, file: &str, look: Look) -> String {
    let a = &plan.before;
    let mut page = Page::new(look);
    let head = format!(
        "{} · profile {} {} · as of {}",
        for_terminal(file),
        a.profile.id,
        a.profile.version,
        a.as_of
    );
    let head = page.paint(Tone::Faint, &head);
    page.paragraph("", "  ", &head);
    page.heading(&format!("Plan to {}", plan.to));
    page.paragraph("  ", "  ", &summary(plan));
    if plan.steps.is_empty() {
        page.paragraph(
            "  ",
            "  ",
            "There is nothing to do that would show more up to this stage.",
        );
    }
    for (i, step) in plan.steps.iter().enumerate() {
        page.blank();
        self::step(plan, i + 1, step, &mut page);
    }
    let time = time(plan);
    if !time.is_empty() {
        page.heading("What only time brings");
        time.iter().for_each(|line| page.paragraph("  - ", "    ", line));
    }
    page.heading("What this is based on");
    for line in [PROMISE, &plan.hours_note, &fees(plan)] {
        if !line.is_empty() {
            page.paragraph("  ", "  ", line);
        }
    }
    page.finish()
}

fn step(plan: &Plan<'_>, number: usize, step: &PlanStep, page: &mut Page) {
    let a = &plan.before;
    let title = page.paint(Tone::Strong, &step.title);
    let before = match number {
        1 => a.stage.evidence,
        n => plan.steps[n - 2].evidence_after,
    };
    let lifts = match step.evidence_after {
        Some(stage) if step.evidence_after > before => format!(", evidence {stage}"),
        _ => String::new(),
    };
    let brings = format!("+{} to {}{lifts}", step.points, step.score_after);
    let brings = page.paint(Tone::Good, &brings);
    page.paragraph(&format!("{number:>2}. "), "    ", &format!("{title}  {brings}"));
    let skills: Vec<&str> = step.skills.iter().map(|s| a.name(*s)).collect();
    let mut lines = vec![
        format!("For {}. {}", purposes(a, step).join("; "), second(step)),
        format!("Shows {}; {}. {}", skills.join(", "), effort(step), first(a, step)),
        format!("Then write: \"{}\"", step.line.sentence()),
    ];
    lines.extend(
        step.certifications
            .iter()
            .map(|c| format!("Certificate: {}", certificate(a, *c))),
    );
    lines.extend(
        step.topics
            .iter()
            .map(|(guide, topic)| format!("Interviews ask ({guide}): {topic}")),
    );
    for line in lines {
        page.paragraph("    ", "      ", line.trim_end());
    }
}

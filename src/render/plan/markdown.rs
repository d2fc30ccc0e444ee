//! `gapcheck plan --format markdown`.

use super::{PROMISE, certificate, effort, fees, first, purposes, second, summary, time};
use crate::model::plan::Plan;
use crate::text::clean::{for_log, for_markdown_cell as cell};
use std::fmt::Write;

/// Writes the plan; `file` is the name of the resume as the user knows it.
pub fn render(plan: &Plan<'_>, file: &str) -> String {
    let a = &plan.before;
    let mut out = format!("# Plan to {}\n\n", plan.to);
    // Writing to a string cannot fail, so the results are dropped throughout this file.
    let _ = writeln!(
        out,
        "{} as of {}; profile {} {}. {}\n",
        cell(file),
        a.as_of,
        cell(&a.profile.id),
        cell(&a.profile.version),
        summary(plan)
    );
    for (i, step) in plan.steps.iter().enumerate() {
        let skills: Vec<String> = step.skills.iter().map(|s| cell(a.name(*s))).collect();
        let _ = writeln!(
            out,
            "{}. **{}** (+{} to {})  ",
            i + 1,
            cell(&step.title),
            step.points,
            step.score_after
        );
        let _ = writeln!(
            out,
            "   For {}. {}  ",
            cell(&purposes(a, step).join("; ")),
            second(step)
        );
        let _ = writeln!(
            out,
            "   Shows {}; {}. {}  ",
            skills.join(", "),
            effort(step),
            cell(&first(a, step))
        );
        let _ = writeln!(out, "   Then write: “{}”", cell(&step.line.sentence()));
        for c in &step.certifications {
            let _ = writeln!(out, "   - Certificate: {}", cell(&certificate(a, *c)));
        }
        for (guide, topic) in &step.topics {
            let _ = writeln!(out, "   - Interviews ask ({}): {}", cell(guide), cell(topic));
        }
    }
    let time = time(plan);
    if !time.is_empty() {
        let _ = writeln!(out, "\n## What only time brings\n");
        time.iter().for_each(|line| {
            let _ = writeln!(out, "- {}", cell(line));
        });
    }
    let _ = writeln!(out, "\n## What this is based on\n");
    for line in [PROMISE, &plan.hours_note, &fees(plan)] {
        if !line.is_empty() {
            let _ = writeln!(out, "- {}", cell(line));
        }
    }
    for_log(&out).into_owned()
}

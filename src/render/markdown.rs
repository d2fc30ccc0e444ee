//! `--format markdown`: the report as GitHub-flavoured Markdown; no word of the resume can become markup.

use super::wording;
use crate::model::assessment::{Assessment, RequirementResult};
use crate::model::profile::Importance;
use crate::model::scale::Stage;
use crate::text::clean::{for_log, for_markdown_cell as cell, shorten};
use std::fmt::Write;

/// Words of evidence shown for one requirement.
const QUOTES: usize = 3;

/// Writes the report; `file` is the name of the resume as the user knows it.
pub fn render(a: &Assessment<'_>, file: &str) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, so the results are dropped throughout this file.
    let _ = writeln!(out, "# {}\n", cell(&a.profile.title));
    summary(a, file, &mut out);
    gaps(a, &mut out);
    certificates(a, &mut out);
    requirements(a, &mut out);
    market(a, &mut out);
    stage(a, &mut out);
    warnings(a, &mut out);
    for_log(&out).into_owned()
}

fn summary(a: &Assessment<'_>, file: &str, out: &mut String) {
    let word = |stage: Option<Stage>| stage.map_or("not told".to_owned(), |s| s.to_string());
    let estimate = word(a.stage.estimate);
    let range = a
        .stage
        .range
        .filter(|(low, high)| low != high)
        .map_or(String::new(), |(low, high)| format!(" ({low} to {high})"));
    let _ = writeln!(out, "| | |\n| --- | --- |");
    let _ = writeln!(out, "| Stage | **{estimate}**{range} |");
    let (years, evidence, title) = (word(a.stage.years), word(a.stage.evidence), word(a.stage.title));
    let _ = writeln!(
        out,
        "| Readings | by years {years}, by evidence {evidence}, by title {title} (not used) |"
    );
    let (met, total) = (a.coverage.essential_met, a.coverage.essential_total);
    let _ = writeln!(
        out,
        "| Score | **{}** of 100; {met} of {total} essential requirements met |",
        a.coverage.score
    );
    let _ = writeln!(
        out,
        "| Resume | {} as of {}; profile {} {} |",
        cell(file),
        a.as_of,
        a.profile.id,
        a.profile.version
    );
    for correction in a.corrections.in_words() {
        let _ = writeln!(out, "| Corrected | {} |", cell(&correction));
    }
    let steps = wording::next_steps(a);
    if !steps.is_empty() {
        let _ = writeln!(out, "\n## Next steps\n");
        for (i, step) in steps.iter().enumerate() {
            let _ = writeln!(out, "{}. {}", i + 1, cell(step));
        }
    }
}

fn gaps(a: &Assessment<'_>, out: &mut String) {
    if a.gaps.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n## Gaps\n\n| Points | Requirement | How | Blocks | To ask |\n| ---: | --- | --- | --- | --- |"
    );
    for gap in &a.gaps {
        let requirement = &a.profile.requirements[gap.requirement];
        let blocks = gap.unlocks_stage.map_or(String::new(), |s| s.to_string());
        let (title, how, question) = (
            cell(&requirement.title),
            cell(&wording::how(a, gap)),
            cell(&requirement.question),
        );
        let _ = writeln!(out, "| +{} | {title} | {how} | {blocks} | {question} |", gap.points);
    }
}

fn certificates(a: &Assessment<'_>, out: &mut String) {
    let _ = writeln!(out, "\n## Certificates\n");
    for r in &a.certificates.recommended {
        let _ = writeln!(out, "- To take: {}", cell(&wording::recommended(a, r)));
    }
    if let Some(why) = &a.certificates.none_because {
        let _ = writeln!(out, "- To take: none; {}.", cell(why));
    }
    for h in &a.certificates.held {
        let state = if h.expired {
            "ran out, renew it"
        } else {
            "counts as evidence"
        };
        let _ = writeln!(
            out,
            "- Held: {} (line {}; {state})",
            cell(&a.certification(h.index).name),
            h.place.line
        );
    }
    if let Some(unknown) = wording::unknown_certificates(a) {
        let _ = writeln!(out, "- Others: {}.", cell(&unknown));
    }
    for n in &a.certificates.not_recommended {
        let _ = writeln!(out, "- Not any more: {}", cell(&wording::dead(a, n)));
    }
}

fn requirements(a: &Assessment<'_>, out: &mut String) {
    let _ = writeln!(
        out,
        "\n## Requirements\n\n| Status | Coverage | Requirement | Evidence |\n| --- | ---: | --- | --- |"
    );
    for r in &a.requirements {
        let requirement = &a.profile.requirements[r.index];
        let optional = if requirement.importance == Importance::Optional {
            " (optional)"
        } else {
            ""
        };
        let (status, title, evidence) = (r.status.as_str(), cell(&requirement.title), evidence(a, r));
        let _ = writeln!(
            out,
            "| {status} | {:.0} % | {title}{optional} | {evidence} |",
            r.coverage * 100.0
        );
    }
}

fn evidence(a: &Assessment<'_>, r: &RequirementResult) -> String {
    let shown = r
        .present
        .iter()
        .filter_map(|s| a.finding(*s))
        .take(QUOTES)
        .map(|f| match f.best_evidence() {
            Some(e) => format!(
                "“{}” line {} ({})",
                cell(&shorten(&e.quote.text, 40)),
                e.quote.place.line,
                f.status.as_str()
            ),
            None => format!("{} (implied)", cell(a.name(f.skill))),
        });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() {
        "not shown".to_owned()
    } else {
        shown.join("<br>")
    }
}

fn market(a: &Assessment<'_>, out: &mut String) {
    let guides = a
        .profile
        .guides
        .iter()
        .map(|g| format!("{} ({})", cell(&g.publisher), cell(&g.date)));
    let _ = writeln!(
        out,
        "\n## What the guides say of the market\n\n| | {} |",
        guides.collect::<Vec<_>>().join(" | ")
    );
    let _ = writeln!(out, "| --- |{}", " --- |".repeat(a.profile.guides.len()));
    for (label, facts) in wording::side_by_side(a) {
        let said = facts.iter().map(|f| {
            f.map_or("not said".to_owned(), |f| match &f.note {
                Some(note) => format!("{}<br>{}", cell(&wording::figure(f)), cell(note)),
                None => cell(&wording::figure(f)),
            })
        });
        let _ = writeln!(out, "| {} | {} |", cell(label), said.collect::<Vec<_>>().join(" | "));
    }
}

fn stage(a: &Assessment<'_>, out: &mut String) {
    let _ = writeln!(out, "\n## How the stage came about\n");
    let blockers = a.stage.blockers.iter().map(|b| &b.why);
    for line in a.stage.reasons.iter().chain(blockers) {
        let _ = writeln!(out, "- {}", cell(line));
    }
    let _ = writeln!(out, "\n{}", cell(a.stage.caveat));
}

fn warnings(a: &Assessment<'_>, out: &mut String) {
    if a.warnings.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## Look at\n");
    for w in &a.warnings {
        let _ = writeln!(
            out,
            "- line {}, column {}: {} ({})",
            w.place.line,
            w.place.column,
            cell(&w.message),
            w.code
        );
    }
}

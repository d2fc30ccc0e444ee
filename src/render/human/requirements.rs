//! The table of requirements: what is covered, how far, and by which words.

use crate::model::assessment::{Assessment, RequirementResult, RequirementStatus};
use crate::model::profile::Importance;
use crate::model::skill::SkillId;
use crate::render::page::{Page, Tone, quoted};

/// Words of evidence shown for one requirement; `--explain` shows them all.
const QUOTES: usize = 3;

pub(super) fn write(a: &Assessment<'_>, page: &mut Page) {
    page.heading("Requirements and their evidence");
    let rows = a.requirements.iter().map(|r| {
        let requirement = &a.profile.requirements[r.index];
        let optional = if requirement.importance == Importance::Optional {
            " (optional)"
        } else {
            ""
        };
        vec![
            page.cell(tone(r), r.status.as_str()),
            format!("{:.0} %", r.coverage * 100.0),
            format!("{}{optional}", requirement.title),
            evidence(a, r),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    // On a narrow terminal the title takes two fifths and the evidence the rest.
    let title = (page.width() * 2 / 5).clamp(12, 44);
    page.table(rows, &[9, 7, title, 0]);
}

fn tone(r: &RequirementResult) -> Tone {
    match r.status {
        RequirementStatus::Met => Tone::Good,
        RequirementStatus::Partial => Tone::Middling,
        RequirementStatus::Missing => Tone::Bad,
        RequirementStatus::Unassessable => Tone::Faint,
    }
}

fn evidence(a: &Assessment<'_>, r: &RequirementResult) -> String {
    let mut parts: Vec<String> = r.present.iter().take(QUOTES).map(|s| shown(a, *s)).collect();
    if r.present.len() > QUOTES {
        parts.push(format!("and {} more", r.present.len() - QUOTES));
    }
    let names = |skills: &[SkillId]| {
        skills
            .iter()
            .take(QUOTES)
            .map(|s| a.name(*s))
            .collect::<Vec<_>>()
            .join(" or ")
    };
    if !r.missing.is_empty() {
        parts.push(format!("still: {}", names(&r.missing)));
    }
    if !r.below_level.is_empty() {
        let level = a.profile.requirements[r.index].level;
        parts.push(format!("{level} asked of {}", names(&r.below_level)));
    }
    if r.status == RequirementStatus::Missing
        && let Some(silent) = &a.profile.requirements[r.index].not_shown
    {
        parts = vec!["not shown".to_owned(), silent.clone()];
    }
    parts.join("; ")
}

/// A skill with its best words and their line.
fn shown(a: &Assessment<'_>, skill: SkillId) -> String {
    let Some(finding) = a.finding(skill) else {
        return a.name(skill).to_owned();
    };
    let level = finding
        .level
        .map_or("level not shown".to_owned(), |level| level.to_string());
    match finding.best_evidence() {
        Some(e) => {
            let words = quoted(&e.quote.text, 40);
            format!(
                "{words} line {} ({}, {level})",
                e.quote.place.line,
                finding.status.as_str()
            )
        }
        None => {
            let by: Vec<&str> = finding.implied_by.iter().take(2).map(|s| a.name(*s)).collect();
            format!("{} (implied by {}, {level})", a.name(skill), by.join(", "))
        }
    }
}

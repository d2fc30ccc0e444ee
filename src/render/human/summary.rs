//! The first screen: stage with its three readings, score, top gaps, certificates, the next three steps.

use crate::model::assessment::Assessment;
use crate::model::scale::Stage;
use crate::render::page::{Page, Tone};
use crate::render::wording;
use crate::text::clean::{for_terminal, shorten};

/// Gaps on the first screen; the table below has them all.
const GAPS: usize = 4;

pub(super) fn write(a: &Assessment<'_>, file: &str, page: &mut Page) {
    let head = format!(
        "{} · profile {} {} · as of {}",
        for_terminal(file),
        a.profile.id,
        a.profile.version,
        a.as_of
    );
    let head = page.paint(Tone::Faint, &head);
    page.paragraph("", "  ", &head);
    for correction in a.corrections.in_words() {
        page.paragraph("corrected: ", "           ", &for_terminal(&correction));
    }
    page.blank();
    readings(a, page);
    if a.skills.is_empty() {
        nothing(a, page);
    }
    gaps(a, page);
    certificates(a, page);
    let steps = wording::next_steps(a);
    if !steps.is_empty() {
        page.heading("Next steps");
    }
    for (i, step) in steps.iter().enumerate() {
        page.paragraph(&format!("  {}. ", i + 1), "     ", step);
    }
}

fn readings(a: &Assessment<'_>, page: &mut Page) {
    let word = |stage: Option<Stage>| stage.map_or("not told".to_owned(), |s| s.to_string());
    let estimate = match (a.stage.estimate, a.stage.range) {
        (Some(estimate), Some((low, high))) if low != high => {
            format!("{} ({low} to {high})", page.paint(Tone::Strong, &estimate.to_string()))
        }
        (Some(estimate), _) => page.paint(Tone::Strong, &estimate.to_string()),
        _ => "none: no machine-learning work is shown".to_owned(),
    };
    let readings = format!(
        "by years {}, by evidence {}, by title {} (not used)",
        word(a.stage.years),
        word(a.stage.evidence),
        word(a.stage.title)
    );
    page.paragraph("Stage  ", "       ", &format!("{estimate} · {readings}"));
    let tone = match a.coverage.score {
        75.. => Tone::Good,
        40.. => Tone::Middling,
        _ => Tone::Bad,
    };
    let score = page.paint(tone, &a.coverage.score.to_string());
    let essential = format!(
        "{} of {} essential requirements met",
        a.coverage.essential_met, a.coverage.essential_total
    );
    let years = a
        .years
        .ladder
        .map_or("years cannot be told".to_owned(), |y| format!("{y:.1} ladder years"));
    page.paragraph("Score  ", "       ", &format!("{score} of 100 · {essential} · {years}"));
}

/// What to say where nothing was found.
fn nothing(a: &Assessment<'_>, page: &mut Page) {
    page.blank();
    let text = format!(
        "Nothing in this resume is evidence for {}: no skill was found. Begin with a work entry: position, startDate, and \
         highlights that say what you built, with what, and who used it.",
        a.profile.title
    );
    page.paragraph("", "", &text);
}

fn gaps(a: &Assessment<'_>, page: &mut Page) {
    if a.gaps.is_empty() {
        page.heading("No gaps: every requirement is met");
        return;
    }
    let shown = a.gaps.len().min(GAPS);
    let more = if a.gaps.len() > shown {
        format!(" ({} more below)", a.gaps.len() - shown)
    } else {
        String::new()
    };
    page.heading(&format!("Top gaps, by what closing them adds to the score{more}"));
    let rows = a.gaps.iter().take(GAPS).map(|gap| {
        let requirement = &a.profile.requirements[gap.requirement];
        let blocks = gap
            .unlocks_stage
            .map_or(String::new(), |stage| format!("blocks {stage}"));
        vec![
            format!("+{}", gap.points),
            requirement.title.clone(),
            wording::how(a, gap),
            blocks,
        ]
    });
    page.table(rows.collect(), &[]);
}

fn certificates(a: &Assessment<'_>, page: &mut Page) {
    page.heading("Certificates");
    for r in &a.certificates.recommended {
        page.paragraph("  take  ", "        ", &wording::recommended(a, r));
    }
    if let Some(why) = &a.certificates.none_because {
        page.paragraph("  take  ", "        ", &format!("none: {why}"));
    }
    for h in &a.certificates.held {
        page.paragraph("  held  ", "        ", &held(a, h));
    }
    if let Some(unknown) = wording::unknown_certificates(a) {
        page.paragraph("  other ", "        ", &unknown);
    }
    for n in &a.certificates.not_recommended {
        page.paragraph("  not   ", "        ", &wording::dead(a, n));
    }
}

fn held(a: &Assessment<'_>, held: &crate::model::assessment::Held) -> String {
    let name = shorten(&a.certification(held.index).name, 60);
    match (held.expired, held.expires) {
        (true, Some(day)) => format!("{name} (line {}; ran out on {day}, renew it)", held.place.line),
        (true, None) => format!("{name} (line {}; ran out, renew it)", held.place.line),
        (false, Some(day)) => format!("{name} (line {}; until {day})", held.place.line),
        (false, None) => format!("{name} (line {})", held.place.line),
    }
}

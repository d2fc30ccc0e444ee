//! `--format human`: one screen with what matters, then requirements with their evidence, then the market.

mod explain;
mod requirements;
mod summary;

use super::page::{Look, Page, Tone, quoted};
use super::wording;
use crate::model::assessment::{Assessment, RequirementStatus};

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The first screen only.
    Summary,
    /// The report.
    Report,
    /// The report with every mention, year and reason.
    Explained,
}

/// Writes the report; `file` is the name of the resume as the user knows it.
pub fn render(a: &Assessment<'_>, file: &str, detail: Detail, look: Look) -> String {
    let mut page = Page::new(look);
    summary::write(a, file, &mut page);
    if detail != Detail::Summary {
        requirements::write(a, &mut page);
        market(a, &mut page);
        stage(a, &mut page);
        unmatched(a, &mut page);
        warnings(a, file, &mut page);
    }
    if detail == Detail::Explained {
        explain::write(a, &mut page);
    }
    page.finish()
}

fn market(a: &Assessment<'_>, page: &mut Page) {
    page.heading("What the guides say of the market");
    let title = |g: &crate::model::profile::Guide| format!("{} ({})", g.publisher, g.date);
    let mut rows = vec![
        std::iter::once(String::new())
            .chain(a.profile.guides.iter().map(title))
            .collect::<Vec<_>>(),
    ];
    for (label, facts) in wording::side_by_side(a) {
        let cells = facts
            .iter()
            .map(|fact| fact.map_or("not said".to_owned(), wording::figure));
        rows.push(std::iter::once(label.to_owned()).chain(cells).collect());
    }
    page.table(rows, &[]);
    let notes = a
        .profile
        .guides
        .iter()
        .flat_map(|g| g.market.iter().map(move |f| (g, f)));
    for (guide, fact) in notes {
        if let Some(note) = &fact.note {
            page.paragraph("  ", "    ", &format!("{} ({}): {note}", fact.label, guide.id));
        }
    }
    for guide in &a.profile.guides {
        if let Some(note) = &guide.date_note {
            page.paragraph("  ", "    ", &format!("Date of {}: {}, {note}", guide.id, guide.date));
        }
    }
}

fn stage(a: &Assessment<'_>, page: &mut Page) {
    page.heading("How the stage came about");
    for reason in &a.stage.reasons {
        page.paragraph("  ", "  ", reason);
    }
    for blocker in &a.stage.blockers {
        page.paragraph("  - ", "    ", &blocker.why);
    }
    if let Some(change) = &a.smallest_change {
        page.paragraph("  ", "  ", &wording::smallest_change(a, change));
    }
    if let Some(note) = &a.profile.ladder.note {
        page.paragraph("  ", "  ", &format!("Ladder: {note}"));
    }
    let caveat = page.paint(Tone::Faint, a.stage.caveat);
    page.paragraph("  ", "  ", &caveat);
    let open = a.requirements.iter().filter(|r| r.status != RequirementStatus::Met);
    let open = open.map(|r| &a.profile.requirements[r.index]);
    let silent: Vec<&str> = open
        .filter(|r| r.not_shown.is_some())
        .map(|r| r.title.as_str())
        .collect();
    if !silent.is_empty() {
        let text = format!(
            "What a resume may simply not say: {}. A missing word is no missing skill; an interview settles it.",
            silent.join("; ")
        );
        page.paragraph("  ", "  ", &text);
    }
}

fn unmatched(a: &Assessment<'_>, page: &mut Page) {
    if a.unmatched.is_empty() {
        return;
    }
    page.heading("Skills that the taxonomy does not know");
    let words = a.unmatched.iter().map(|u| match u.nearest {
        Some(near) => format!(
            "{} (line {}; near {})",
            quoted(&u.quote.text, 40),
            u.quote.place.line,
            a.name(near)
        ),
        None => format!("{} (line {})", quoted(&u.quote.text, 40), u.quote.place.line),
    });
    page.paragraph("  ", "  ", &words.collect::<Vec<_>>().join(", "));
}

fn warnings(a: &Assessment<'_>, file: &str, page: &mut Page) {
    if a.warnings.is_empty() {
        return;
    }
    page.heading("Look at");
    for w in &a.warnings {
        let place = format!(
            "{}:{}:{}",
            crate::text::clean::for_terminal(file),
            w.place.line,
            w.place.column
        );
        page.paragraph("  ", "    ", &format!("{place}: {} [{}]", w.message, w.code));
    }
}

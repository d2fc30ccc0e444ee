//! The diff as text.

use super::{WORDS, coverage, shown, stage};
use crate::model::diff::{Diff, SkillChange};
use crate::render::page::{Look, Page, Tone, quoted};
use crate::text::clean::for_terminal;

/// Columns of quoted words.
const QUOTE: usize = 60;

/// Writes the diff.
pub fn render(d: &Diff, look: Look) -> String {
    let mut page = Page::new(look);
    let side = |s: &crate::model::diff::Side| format!("{} ({}, as of {})", for_terminal(&s.name), s.profile, s.as_of);
    page.paragraph("", "  ", &format!("from {}", side(&d.old)));
    page.paragraph("", "  ", &format!("to   {}", side(&d.new)));
    page.blank();
    match d.is_empty() {
        true => page.paragraph("", "", "Nothing differs."),
        false => changes(d, &mut page),
    }
    page.finish()
}

/// What changed, without the heads of the sides.
pub(in crate::render) fn changes(d: &Diff, page: &mut Page) {
    if d.old.score != d.new.score {
        page.paragraph("  ", "    ", &format!("Score {} -> {}", d.old.score, d.new.score));
    }
    if d.old.stage != d.new.stage {
        page.paragraph(
            "  ",
            "    ",
            &format!("Stage {} -> {}", stage(d.old.stage), stage(d.new.stage)),
        );
    }
    for change in &d.requirements {
        let tone = if change.is_loss() { Tone::Bad } else { Tone::Good };
        let sign = page.paint(tone, if change.is_loss() { "-" } else { "+" });
        let title = for_terminal(&change.title);
        page.paragraph(
            "  ",
            "    ",
            &format!("{sign} {title}: {} -> {}", coverage(change.old), coverage(change.new)),
        );
    }
    for change in &d.skills {
        skill(change, page);
    }
}

fn skill(change: &SkillChange, page: &mut Page) {
    let tone = if change.is_loss() { Tone::Bad } else { Tone::Good };
    let sign = page.paint(tone, if change.is_loss() { "-" } else { "+" });
    let state = match change.old == change.new {
        true => shown(change.new),
        false => format!("{} -> {}", shown(change.old), shown(change.new)),
    };
    let words = |title: &str, words: &[String]| match words.is_empty() {
        true => String::new(),
        false => {
            let some: Vec<String> = words.iter().take(WORDS).map(|w| quoted(w, QUOTE)).collect();
            let more = words.len().saturating_sub(WORDS);
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            format!("; {title} {}{more}", some.join(", "))
        }
    };
    let (lost, gained) = (words("lost", &change.lost), words("gained", &change.gained));
    page.paragraph(
        "  ",
        "    ",
        &format!(
            "{sign} {} [{}]: {state}{lost}{gained}",
            for_terminal(&change.name),
            for_terminal(&change.id)
        ),
    );
}

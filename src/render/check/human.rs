//! `check --format human`: the verdict, what fails and where, what is waived, what has changed since the baseline.

use super::{Checked, WRITE_BASELINE};
use crate::model::verdict::{Effect, Finding, Subject};
use crate::render::diff;
use crate::render::page::{Look, Page, Tone};
use crate::text::clean::for_terminal;

/// Writes the verdict.
pub fn render(c: &Checked<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    let tone = if c.verdict.passed() { Tone::Good } else { Tone::Bad };
    let word = page.paint(tone, &format!("check {}", c.word()));
    let a = c.assessment;
    let head = format!(
        "{word} · {} · {} {} · as of {}",
        for_terminal(c.file),
        a.profile.id,
        a.profile.version,
        a.as_of
    );
    page.paragraph("", "  ", &head);
    page.paragraph("", "  ", &c.summary());
    page.paragraph("", "  ", &format!("Policy: {}", c.policy()));
    let corrections = a.corrections.in_words();
    if !corrections.is_empty() {
        page.paragraph(
            "",
            "  ",
            &format!("Corrected: {}", for_terminal(&corrections.join("; "))),
        );
    }
    for (effect, title, tone) in [
        (Effect::Fails, "Fails", Tone::Bad),
        (Effect::Waived, "Waived", Tone::Middling),
        (Effect::Notice, "To know", Tone::Faint),
    ] {
        if c.of(effect).next().is_some() {
            page.heading(title);
            c.of(effect).for_each(|f| finding(c, f, tone, &mut page));
        }
    }
    if c.advice().next().is_some() {
        page.heading("Could be shown better (fails nothing; gapcheck advise says why)");
        c.advice().for_each(|f| advice(f, &mut page));
    }
    let open = c.open();
    if !open.is_empty() {
        page.blank();
        page.paragraph("", "  ", &format!("{open} `gapcheck assess` shows all."));
    }
    if let Some(diff) = c.diff.filter(|d| !d.is_empty()) {
        page.heading("Since the baseline");
        diff::human::changes(diff, &mut page);
        if !c.time().is_empty() {
            page.paragraph("  ", "    ", &c.time());
        }
    }
    if c.wants_baseline() {
        page.blank();
        let text = format!("To fail on what gets worse only, keep this assessment as the baseline: {WRITE_BASELINE}");
        page.paragraph("", "  ", &text);
    }
    page.finish()
}

fn advice(f: &Finding, page: &mut Page) {
    let place = page.paint(Tone::Faint, &format!("line {}:", f.place.line));
    page.paragraph("  ", "    ", &format!("{place} {}", for_terminal(&f.message)));
}

fn finding(c: &Checked<'_>, f: &Finding, tone: Tone, page: &mut Page) {
    let title = page.paint(tone, &for_terminal(&f.title));
    page.paragraph(
        "  ",
        "    ",
        &format!("{title} [{}]: {}", f.rule, for_terminal(&f.message)),
    );
    if !f.help.is_empty() {
        page.paragraph("    ", "    ", &for_terminal(&f.help));
    }
    if let Some((reason, until)) = f.waiver.as_ref().filter(|_| f.effect == Effect::Waived) {
        page.paragraph(
            "    ",
            "    ",
            &format!("Waived until {until}: {}", for_terminal(reason)),
        );
    }
    if f.effect == Effect::Fails || f.subject == Subject::Waiver {
        let file = if f.subject == Subject::Waiver { c.config } else { c.file };
        let place = format!(
            "{}:{}:{} {}",
            for_terminal(file),
            f.place.line,
            f.place.column,
            for_terminal(&f.place.pointer)
        );
        page.paragraph("    ", "    ", place.trim_end());
    }
}

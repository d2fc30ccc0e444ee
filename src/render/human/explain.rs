//! `--explain`: every mention, what was rejected, the entries that made the years, why each requirement counts.

use crate::model::assessment::{Assessment, Quote};
use crate::render::page::{Page, Tone, quoted};
use crate::text::clean::{around, for_terminal, shorten};
use crate::text::dates::End;

/// Columns of text around a mention.
const AROUND: usize = 60;

pub(super) fn write(a: &Assessment<'_>, page: &mut Page) {
    years(a, page);
    requirements(a, page);
    mentions(a, page);
    rejected(a, page);
    unmatched(a, page);
}

fn years(a: &Assessment<'_>, page: &mut Page) {
    page.heading("The entries that made the years");
    for e in &a.years.entries {
        let to = match e.to {
            End::On(date) => date.to_string(),
            End::Open => format!("now ({})", a.as_of),
        };
        let title = shorten(&for_terminal(&e.title), 40);
        page.paragraph(
            "  ",
            "    ",
            &format!(
                "line {}: {} to {to} {}: {title} ({})",
                e.place.line,
                e.from,
                e.counts_as.as_str(),
                e.why
            ),
        );
    }
    if a.years.entries.is_empty() {
        page.paragraph("  ", "  ", "None: no work entry has a date that can be read.");
    }
}

fn requirements(a: &Assessment<'_>, page: &mut Page) {
    page.heading("Why each requirement counts as it does");
    for r in &a.requirements {
        let requirement = &a.profile.requirements[r.index];
        let head = format!(
            "{} [{}]: {}, {:.0} %, weight {} ({})",
            requirement.title,
            requirement.id,
            r.status.as_str(),
            r.coverage * 100.0,
            requirement.weight,
            requirement.why_weight.trim_end_matches('.')
        );
        page.paragraph("  ", "  ", &head);
        for why in &r.why {
            page.paragraph("    - ", "      ", why);
        }
        for source in &requirement.sources {
            page.paragraph("    ", "      ", &format!("{} asks: {}", source.guide, source.asks));
        }
    }
}

fn mentions(a: &Assessment<'_>, page: &mut Page) {
    page.heading("Every mention");
    for finding in &a.skills {
        let years = finding.years.map_or(String::new(), |y| format!(", {y:.1} years"));
        let level = finding.level.map_or("level not shown".to_owned(), |l| {
            format!("{l} ({})", finding.basis.as_str())
        });
        let stale = if finding.stale { ", stale" } else { "" };
        let by: Vec<&str> = finding.implied_by.iter().map(|s| a.name(*s)).collect();
        let by = if by.is_empty() {
            String::new()
        } else {
            format!(" by {}", by.join(", "))
        };
        let head = format!(
            "{} [{}]: {}{by}, {level}{years}{stale}",
            a.name(finding.skill),
            a.id(finding.skill),
            finding.status.as_str()
        );
        page.paragraph("  ", "    ", &head);
        for e in &finding.evidence {
            let line = format!(
                "{}: {} by {}: {}",
                place(&e.quote),
                quoted(&e.quote.text, 40),
                e.rule.as_str(),
                context(&e.quote)
            );
            let line = page.paint(Tone::Faint, &line);
            page.paragraph("    ", "      ", &line);
        }
    }
}

fn rejected(a: &Assessment<'_>, page: &mut Page) {
    if a.rejected.is_empty() {
        return;
    }
    page.heading("Considered and rejected");
    for r in &a.rejected {
        let cue = r
            .cue
            .as_ref()
            .map_or(String::new(), |cue| format!(" by {}", quoted(cue, 40)));
        let line = format!(
            "{}: {} is not {} ({}{cue}): {}",
            place(&r.quote),
            quoted(&r.quote.text, 40),
            a.name(r.skill),
            r.reason.as_str(),
            context(&r.quote)
        );
        page.paragraph("  ", "    ", &line);
    }
}

/// Entries of the skills section that nothing matches; `--alias` makes them known.
fn unmatched(a: &Assessment<'_>, page: &mut Page) {
    if a.unmatched.is_empty() {
        return;
    }
    page.heading("Entries of the skills section that no skill matches");
    for u in &a.unmatched {
        let near = u.nearest.map_or("nothing is near".to_owned(), |skill| {
            format!("the nearest is {} [{}]", a.name(skill), a.id(skill))
        });
        page.paragraph(
            "  ",
            "    ",
            &format!("{}: {}: {near}", place(&u.quote), quoted(&u.quote.text, 40)),
        );
    }
    page.paragraph(
        "  ",
        "  ",
        "--alias \"WORDS=SKILL\" reads one as a skill, --ignore POINTER leaves a reading out.",
    );
}

fn place(quote: &Quote) -> String {
    format!(
        "{}:{} {}",
        quote.place.line,
        quote.place.column,
        for_terminal(&quote.place.pointer)
    )
}

fn context(quote: &Quote) -> String {
    for_terminal(&around(
        &quote.context,
        quote.offset..quote.offset + quote.text.len(),
        AROUND,
    ))
}

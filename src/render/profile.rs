//! `gapcheck profile show`: everything that a profile and its guides hold.

use super::page::{Look, Page, Tone};
use super::wording;
use crate::model::background::Background;
use crate::model::certification::{Certification, CertificationDetail};
use crate::model::profile::{Profile, Requirement, Rung};
use crate::model::skill::SkillId;

/// Writes the whole profile.
pub fn render(profile: &Profile, backgrounds: &[Background], details: &[CertificationDetail], look: Look) -> String {
    let mut page = Page::new(look);
    let head = page.paint(
        Tone::Strong,
        &format!("{} [{}] {}", profile.title, profile.id, profile.version),
    );
    page.paragraph("", "", &head);
    page.paragraph("", "", &profile.summary);
    guides(profile, &mut page);
    page.heading("Requirements");
    profile
        .requirements
        .iter()
        .for_each(|r| requirement(profile, r, &mut page));
    page.heading("Career ladder");
    if let Some(note) = &profile.ladder.note {
        page.paragraph("  ", "  ", note);
    }
    profile.ladder.rungs.iter().for_each(|r| rung(profile, r, &mut page));
    certifications(profile, details, &mut page);
    backgrounds.iter().for_each(|b| background(profile, b, &mut page));
    page.finish()
}

fn names(profile: &Profile, skills: &[SkillId], between: &str) -> String {
    skills
        .iter()
        .map(|s| profile.taxonomy.get(*s).name.as_ref())
        .collect::<Vec<_>>()
        .join(between)
}

fn guides(profile: &Profile, page: &mut Page) {
    page.heading("Sources and their figures");
    for guide in &profile.guides {
        let note = guide.date_note.as_deref().map_or(String::new(), |n| format!(" ({n})"));
        page.paragraph(
            "  ",
            "    ",
            &format!(
                "{} [{}], {}, {}{note}",
                guide.title, guide.id, guide.publisher, guide.date
            ),
        );
        for fact in &guide.market {
            let note = fact.note.as_deref().map_or(String::new(), |n| format!(" ({n})"));
            page.paragraph(
                "    - ",
                "      ",
                &format!("{}: {}, as of {}{note}", fact.label, wording::figure(fact), fact.as_of),
            );
        }
    }
}

fn requirement(profile: &Profile, r: &Requirement, page: &mut Page) {
    let head = format!(
        "{} [{}] {}, {}, weight {}, {}",
        r.title,
        r.id,
        r.importance.as_str(),
        r.level,
        r.weight,
        r.area
    );
    let head = page.paint(Tone::Strong, &head);
    page.paragraph("  ", "    ", &head);
    for group in &r.groups {
        let need = if group.need == 1 {
            "one".to_owned()
        } else {
            group.need.to_string()
        };
        page.paragraph(
            "    - ",
            "      ",
            &format!("{need} of: {}", names(profile, &group.of, ", ")),
        );
    }
    for source in &r.sources {
        page.paragraph("    ", "      ", &format!("{} asks: {}", source.guide, source.asks));
    }
    page.paragraph("    ", "      ", &format!("Weight: {}", r.why_weight));
    page.paragraph("    ", "      ", &format!("Next step: {}", r.next_step));
    page.paragraph("    ", "      ", &format!("Question: {}", r.question));
    if let Some(silent) = &r.not_shown {
        page.paragraph("    ", "      ", silent);
    }
}

fn rung(profile: &Profile, r: &Rung, page: &mut Page) {
    let years = r.to_years.map_or(format!("{}+ years", r.from_years), |to| {
        format!("{}-{to} years", r.from_years)
    });
    let head = page.paint(Tone::Strong, &format!("{} · {} · {years}", r.stage, r.title));
    page.paragraph("  ", "    ", &head);
    let usd = |label: &str, value: Option<u32>| value.map(|v| format!("{label} {}", thousands(v)));
    let pay = [
        usd("median", r.salary.median),
        usd("from", r.salary.min),
        usd("to", r.salary.max),
    ];
    let pay: Vec<String> = pay.into_iter().flatten().collect();
    let note = r.salary.note.as_deref().map_or(String::new(), |n| format!(" ({n})"));
    page.paragraph(
        "    ",
        "      ",
        &format!(
            "Salary in USD: {}{note}",
            if pay.is_empty() {
                "see note".to_owned()
            } else {
                pay.join(", ")
            }
        ),
    );
    page.paragraph("    ", "      ", &format!("Focus: {}", r.focus));
    page.paragraph("    ", "      ", &format!("Advice: {}", r.advice));
    for e in &r.expectations {
        page.paragraph(
            "    - ",
            "      ",
            &format!("{} [{}]: any of {}", e.text, e.id, names(profile, &e.any_of, ", ")),
        );
    }
}

fn thousands(value: u32) -> String {
    let text = value.to_string();
    let (head, tail) = text.split_at(text.len().saturating_sub(3));
    if head.is_empty() {
        tail.to_owned()
    } else {
        format!("{head},{tail}")
    }
}

fn certifications(profile: &Profile, details: &[CertificationDetail], page: &mut Page) {
    page.heading("Certifications");
    for (index, c) in profile.certifications.iter().enumerate() {
        let named = profile.named_certifications.iter().find(|n| n.index == index);
        let named = named.map_or(String::new(), |n| format!(", named by {}", n.named_by.join(" and ")));
        let since = c.since.as_deref().map_or(String::new(), |s| format!(" since {s}"));
        let head = format!(
            "{} [{}], {}: {}{since}{named}",
            c.name,
            c.id,
            c.issuer,
            c.state.as_str()
        );
        page.paragraph("  ", "    ", &head);
        certification(profile, c, details.iter().find(|d| d.id == c.id), page);
    }
}

fn certification(profile: &Profile, c: &Certification, detail: Option<&CertificationDetail>, page: &mut Page) {
    let price = c.price_usd.map_or("price not known".to_owned(), |p| format!("{p} USD"));
    let term = c
        .validity_months
        .map_or("term not known".to_owned(), |m| format!("valid {m} months"));
    let facts = format!("{price}, {term}; facts of {} ({})", c.as_of, c.confidence.as_str());
    page.paragraph("    ", "      ", &facts);
    page.paragraph(
        "    ",
        "      ",
        &format!("Certifies: {}", names(profile, &c.core_skills, ", ")),
    );
    let instead: Vec<&str> = c
        .successors
        .iter()
        .map(|i| profile.certifications[*i].name.as_str())
        .collect();
    if c.state == crate::model::certification::State::Retired {
        let instead = if instead.is_empty() {
            "none".to_owned()
        } else {
            instead.join(", ")
        };
        page.paragraph("    ", "      ", &format!("Successor: {instead}"));
    }
    let texts = [&c.since_note, &c.caveat].into_iter().flatten();
    let more = detail.into_iter().flat_map(|d| {
        [&d.attests, &d.advice, &d.prerequisites, &d.status_detail, &d.price_note]
            .into_iter()
            .flatten()
    });
    texts
        .chain(more)
        .for_each(|text| page.paragraph("    ", "      ", text));
    if let Some(url) = &c.url {
        page.paragraph("    ", "      ", url);
    }
}

fn background(profile: &Profile, b: &Background, page: &mut Page) {
    let title = profile
        .guides
        .iter()
        .find(|g| g.id == b.guide)
        .map_or(b.guide.as_str(), |g| g.publisher.as_str());
    page.heading(&format!("What {title} says beyond that"));
    let topics: Vec<String> = b.interview_topics.iter().map(|t| t.topic.clone()).collect();
    let advice: Vec<String> = b.resume_advice.iter().map(|a| a.says.clone()).collect();
    let lists: [(&str, &Vec<String>); 14] = [
        ("The role", &b.role),
        ("Responsibilities", &b.responsibilities),
        ("Fields of work", &b.areas),
        ("Works with", &b.collaborators),
        ("Employers named", &b.employers_named),
        ("Perks", &b.perks),
        ("Trends", &b.trends),
        ("Interview topics", &topics),
        ("Preparation", &b.preparation_resources),
        ("The resume", &advice),
        ("Adjacent roles", &b.adjacent_roles),
        ("Outlook", &b.outlook),
        ("Methodology", &b.methodology),
        ("Disclaimers", &b.disclaimers),
    ];
    for (label, lines) in lists.iter().filter(|(_, lines)| !lines.is_empty()) {
        page.paragraph("  ", "  ", label);
        lines.iter().for_each(|line| page.paragraph("    - ", "      ", line));
    }
    if let Some(movement) = &b.movement {
        page.paragraph("  Moving between roles: ", "    ", movement);
    }
    if !b.day.is_empty() {
        page.paragraph("  ", "  ", "A day");
        b.day
            .iter()
            .for_each(|part| page.paragraph("    - ", "      ", &format!("{} {}", part.time, part.what)));
    }
    if !b.questions.is_empty() {
        page.paragraph("  ", "  ", "Questions and answers");
        b.questions
            .iter()
            .for_each(|q| page.paragraph("    - ", "      ", &format!("{} {}", q.question, q.answer)));
    }
    for note in &b.certification_notes {
        page.paragraph("  ", "    ", &format!("On {}: {}", note.id, note.says));
    }
}

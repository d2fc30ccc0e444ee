//! `gapcheck cohort`: what a group has and lacks, for a terminal.

use super::{
    REQUIREMENT, SKILL, days, lack, marks, notes, number, people, promise, rounding, share, spread, stage, status,
};
use crate::model::cohort::{Cohort, Count, GroupGap, SkillRow};
use crate::render::page::{Look, Page, Tone};
use crate::text::clean::{for_terminal, shorten};

/// Skills shown that no requirement names: the most common; the other formats have all.
const OTHER_SKILLS: usize = 20;

/// Columns that a name may take in a table.
const NAME: usize = 44;

/// Writes the report.
pub fn render(c: &Cohort<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    head(c, &mut page);
    gaps(c, &mut page);
    requirements(c, &mut page);
    skills(c, &mut page);
    certificates(c, &mut page);
    let marks = marks(c);
    if !marks.is_empty() {
        page.blank();
        let marks = page.paint(Tone::Faint, &marks);
        page.paragraph("", "", &marks);
    }
    page.finish()
}

fn head(c: &Cohort<'_>, page: &mut Page) {
    let head = format!(
        "{} · profile {} {} · as of {}",
        people(c.people),
        for_terminal(&c.profile.id),
        for_terminal(&c.profile.version),
        days(c)
    );
    let head = page.paint(Tone::Faint, &head);
    page.paragraph("", "  ", &head);
    for line in &notes(c) {
        let line = page.paint(Tone::Middling, line);
        page.paragraph("", "  ", &line);
    }
    page.blank();
    let mean = page.paint(Tone::Strong, &c.scores.mean.to_string());
    let score = format!("mean {mean} of 100{}, {}", rounding(&c.scores), spread(&c.scores));
    page.paragraph("Score   ", "        ", &score);
    let stages = c.stages.iter().filter(|(_, count)| *count != Count::Exactly(0));
    let stages: Vec<String> = stages
        .map(|(s, count)| format!("{} {}", stage(*s), cell(*count, c)))
        .collect();
    page.paragraph("Stages  ", "        ", &stages.join(" · "));
}

/// A count with its share: "28 (93 %)".
fn cell(count: Count, c: &Cohort<'_>) -> String {
    match (count, share(count, c)) {
        // The bound is said once.
        (Count::AtLeast(_), Some(share)) => format!("{} ({})", number(count, c), share.trim_start_matches('≥')),
        (_, Some(share)) => format!("{} ({share})", number(count, c)),
        (_, None) => number(count, c),
    }
}

/// Columns that a name takes of a table: two fifths of a narrow terminal.
fn name(page: &Page) -> usize {
    (page.width() * 2 / 5).clamp(12, NAME)
}

fn gaps(c: &Cohort<'_>, page: &mut Page) {
    match c.gaps.is_empty() {
        true => page.heading("No gap to tell of in the whole group"),
        false => page.heading("The gaps most worth teaching"),
    }
    for (i, gap) in c.gaps.iter().enumerate() {
        self::gap(c, i + 1, gap, page);
    }
    if !c.gaps.is_empty() {
        let promise = page.paint(Tone::Faint, &promise(c));
        page.paragraph("  ", "  ", &promise);
    }
}

fn gap(c: &Cohort<'_>, place: usize, gap: &GroupGap, page: &mut Page) {
    let requirement = &c.profile.requirements[gap.requirement];
    let title = page.paint(Tone::Strong, &for_terminal(&requirement.title));
    let points = page.paint(Tone::Good, &format!("+{}", gap.points));
    let lack = match lack(gap, c, |count| cell(count, c)) {
        lack if lack.is_empty() => lack,
        lack => format!(": {lack}"),
    };
    page.paragraph(&format!("{place:>3}. "), "     ", &format!("{points}  {title}{lack}"));
    let skills: Vec<String> = gap
        .skills
        .iter()
        .map(|s| for_terminal(&c.profile.taxonomy.get(*s).name))
        .collect();
    if !skills.is_empty() {
        page.paragraph(
            "     ",
            "       ",
            &format!("Most often missing: {}", skills.join(", ")),
        );
    }
    page.paragraph("     ", "       ", &for_terminal(&requirement.next_step));
}

fn requirements(c: &Cohort<'_>, page: &mut Page) {
    page.heading("Requirements");
    let mut rows = vec![row(String::new(), REQUIREMENT.map(|s| s.as_str().to_owned()))];
    let tones = [Tone::Good, Tone::Middling, Tone::Bad];
    for requirement in &c.requirements {
        let title = for_terminal(&c.profile.requirements[requirement.index].title);
        rows.push(match requirement.counts {
            None => vec![title, "no resume can show it".to_owned()],
            Some(counts) => row::<3>(title, std::array::from_fn(|i| painted(tones[i], counts[i], c, page))),
        });
    }
    page.table(rows, &[name(page)]);
}

/// Nobody is nothing to colour.
fn painted(tone: Tone, count: Count, c: &Cohort<'_>, page: &Page) -> String {
    match count {
        Count::Exactly(0) => page.cell(Tone::Faint, "0"),
        count => page.cell(tone, &cell(count, c)),
    }
}

fn row<const N: usize>(name: String, cells: [String; N]) -> Vec<String> {
    std::iter::once(name).chain(cells).collect()
}

fn skills(c: &Cohort<'_>, page: &mut Page) {
    let is_shown = |row: &&SkillRow| row.counts[4] != Count::Exactly(c.people);
    let asked = || c.skills.iter().filter(|row| row.is_asked);
    page.heading("Skills that the requirements name, by share of the group");
    table(c, asked().filter(is_shown), page);
    let silent: Vec<String> = asked().filter(|row| !is_shown(row)).map(|row| skill(c, row)).collect();
    if !silent.is_empty() {
        page.paragraph("  ", "    ", &format!("Nobody shows {}.", silent.join(", ")));
    }
    let others: Vec<&SkillRow> = c.skills.iter().filter(|row| !row.is_asked).collect();
    if others.is_empty() {
        return;
    }
    page.heading("Other skills, the most common first");
    table(c, others.iter().take(OTHER_SKILLS).copied(), page);
    if others.len() > OTHER_SKILLS {
        let more = format!(
            "and {} more; --format csv and json have all",
            others.len() - OTHER_SKILLS
        );
        page.paragraph("  ", "  ", &more);
    }
}

fn skill(c: &Cohort<'_>, row: &SkillRow) -> String {
    for_terminal(&c.profile.taxonomy.get(row.skill).name)
}

fn table<'r>(c: &Cohort<'_>, skills: impl Iterator<Item = &'r SkillRow>, page: &mut Page) {
    let heads = SKILL.map(|s| status(s).to_owned());
    let short = |count: Count| share(count, c).unwrap_or(number(count, c));
    let shares = |row: &SkillRow| {
        row.counts.map(|count| match count {
            Count::Exactly(0) => page.cell(Tone::Faint, "0"),
            count => short(count),
        })
    };
    let rows = skills.map(|found| row(skill(c, found), shares(found)));
    let rows: Vec<Vec<String>> = std::iter::once(row(String::new(), heads)).chain(rows).collect();
    page.table(rows, &[name(page)]);
}

fn certificates(c: &Cohort<'_>, page: &mut Page) {
    page.heading("Certificates held, also those that ran out");
    if c.certificates.is_empty() {
        page.paragraph("  ", "  ", "None that the profile knows.");
    }
    for (index, count) in &c.certificates {
        let name = shorten(&for_terminal(&c.profile.certifications[*index].name), 70);
        page.paragraph("  ", "    ", &format!("{name}: {}", cell(*count, c)));
    }
}

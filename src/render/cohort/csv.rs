//! `gapcheck cohort --format csv`: one table for spreadsheets and data frames. No cell is a formula, whatever a profile's texts say.

use super::{REQUIREMENT, SKILL, number, stage, status};
use crate::model::cohort::{Cohort, Count};
use crate::text::clean::{for_log, for_terminal};

/// The first columns; those of the statuses of requirements and skills follow, then [`LAST`].
const FIRST: [&str; 4] = ["kind", "id", "title", "people"];

/// The last columns.
const LAST: [&str; 3] = ["points", "skills", "next_step"];

/// A row; what it does not say is empty.
#[derive(Default)]
struct Row {
    kind: &'static str,
    id: String,
    title: String,
    people: String,
    requirement: [String; 3],
    skill: [String; 5],
    points: String,
    skills: String,
    next_step: String,
}

/// Writes the table.
pub fn render(c: &Cohort<'_>) -> String {
    let statuses = REQUIREMENT.map(|s| s.as_str()).into_iter().chain(SKILL.map(status));
    let head = FIRST.into_iter().chain(statuses).chain(LAST).map(str::to_owned);
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Nothing that is written to memory fails.
    let _ = writer.write_record(head.collect::<Vec<_>>());
    for row in rows(c) {
        let first = [row.kind.to_owned(), row.id, row.title, row.people];
        let last = [row.points, row.skills, row.next_step];
        let cells = first.into_iter().chain(row.requirement).chain(row.skill).chain(last);
        let _ = writer.write_record(cells.map(|cell| safe(&cell)));
    }
    let text = writer.into_inner().unwrap_or_default();
    for_log(&String::from_utf8_lossy(&text)).into_owned()
}

fn rows(c: &Cohort<'_>) -> Vec<Row> {
    let profile = c.profile;
    let cell = |count: Count| number(count, c).replace('≥', ">=");
    let mut rows = vec![
        named("cohort", &profile.id, &profile.title, c.people.to_string()),
        named("version", &profile.version, "version of the profile", String::new()),
        named(
            "first-day",
            &c.as_of.0.to_string(),
            "first day of the assessments",
            String::new(),
        ),
        named(
            "last-day",
            &c.as_of.1.to_string(),
            "last day of the assessments",
            String::new(),
        ),
        named("unread", "", "lines that could not be read", c.unread.to_string()),
    ];
    let scores = &c.scores;
    let quartiles = [
        ("first-quartile", scores.first_quartile),
        ("median", scores.median),
        ("third-quartile", scores.third_quartile),
    ];
    rows.extend(
        [("mean", Some(scores.mean))]
            .into_iter()
            .chain(quartiles)
            .map(|(id, score)| Row {
                points: score.map_or(super::HIDDEN.to_owned(), |score| score.to_string()),
                ..named("score", id, "score of 100", String::new())
            }),
    );
    rows.extend(c.requirements.iter().map(|row| {
        let requirement = &profile.requirements[row.index];
        Row {
            requirement: row.counts.map_or_else(Default::default, |counts| counts.map(cell)),
            ..named("requirement", &requirement.id, &requirement.title, c.people.to_string())
        }
    }));
    rows.extend(c.skills.iter().map(|row| {
        let skill = profile.taxonomy.get(row.skill);
        let kind = if row.is_asked { "skill" } else { "other-skill" };
        Row {
            skill: row.counts.map(cell),
            ..named(kind, &skill.id, &skill.name, c.people.to_string())
        }
    }));
    let stages = c.stages.iter();
    rows.extend(stages.map(|(s, count)| named("stage", &stage(*s), "stage by estimate", cell(*count))));
    rows.extend(c.gaps.iter().map(|gap| {
        let requirement = &profile.requirements[gap.requirement];
        let counts = c.requirements[gap.requirement].counts;
        let skills: Vec<&str> = gap
            .skills
            .iter()
            .map(|s| profile.taxonomy.get(*s).id.as_ref())
            .collect();
        Row {
            requirement: counts.map_or_else(Default::default, |counts| counts.map(cell)),
            points: gap.points.to_string(),
            skills: skills.join(" "),
            next_step: requirement.next_step.clone(),
            ..named("gap", &requirement.id, &requirement.title, c.people.to_string())
        }
    }));
    rows.extend(c.certificates.iter().map(|(index, count)| {
        let certification = &profile.certifications[*index];
        named("certificate", &certification.id, &certification.name, cell(*count))
    }));
    rows
}

fn named(kind: &'static str, id: &str, title: &str, people: String) -> Row {
    Row {
        kind,
        id: id.to_owned(),
        title: title.to_owned(),
        people,
        ..Row::default()
    }
}

/// A cell that a spreadsheet takes for text: an apostrophe stands before what would begin a formula, at the beginning of the cell or
/// behind a semicolon, where programs in many languages begin the next cell. Tabs and line breaks are blanks by then.
fn safe(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    let mut is_start = true;
    for c in for_terminal(cell).chars() {
        if is_start && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            safe.push('\'');
        }
        is_start = c == ';' || is_start && c.is_whitespace();
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", " '=1"),
            ("\r=1", " '=1"),
            ("＝1", "'＝1"),
            ("a;=1; -2", "a;'=1; '-2"),
            ("a-b, c+d = e", "a-b, c+d = e"),
            ("<5", "<5"),
        ] {
            assert_eq!(safe(cell), expected, "{cell:?}");
        }
    }
}

//! `gapcheck cohort --format json`: `gapcheck.cohort/1`; it only grows. `docs/cohort.md` explains each field.

use crate::model::cohort::{Cohort, Count, GroupGap, RequirementRow, SkillRow};
use crate::model::scale::Stage;
use crate::render::json_text::to_text;
use serde::Serialize;

/// Writes the report.
pub fn render(c: &Cohort<'_>) -> String {
    to_text(&document(c))
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    generator: Generator,
    profile: Profile<'a>,
    as_of: Days,
    people: u64,
    unread: u64,
    names_unknown: bool,
    min_group: u64,
    score: Scores,
    requirements: Vec<Requirement<'a>>,
    skills: Vec<Skill<'a>>,
    stages: Vec<StageShare>,
    gaps: Vec<Gap<'a>>,
    certificates: Vec<Certificate<'a>>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Profile<'a> {
    id: &'a str,
    title: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Days {
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Scores {
    mean: u32,
    mean_step: u32,
    first_quartile: Option<u32>,
    median: Option<u32>,
    third_quartile: Option<u32>,
}

/// A count: `people` and `share`, or `null`, `hidden` and what is told of it.
#[derive(Serialize)]
struct Cell {
    people: Option<u64>,
    share: Option<f64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<u64>,
}

#[derive(Serialize)]
struct Requirement<'a> {
    id: &'a str,
    title: &'a str,
    importance: &'static str,
    weight: u32,
    unassessable: bool,
    /// None where no resume can show it.
    #[serde(flatten)]
    counts: Option<Statuses>,
}

#[derive(Serialize)]
struct Statuses {
    met: Cell,
    partial: Cell,
    missing: Cell,
}

#[derive(Serialize)]
struct Skill<'a> {
    id: &'a str,
    name: &'a str,
    asked: bool,
    demonstrated: Cell,
    certified: Cell,
    claimed: Cell,
    implied: Cell,
    absent: Cell,
}

#[derive(Serialize)]
struct StageShare {
    stage: Option<Stage>,
    #[serde(flatten)]
    cell: Cell,
}

#[derive(Serialize)]
struct Gap<'a> {
    requirement: &'a str,
    points: f64,
    points_step: f64,
    partial: Option<Cell>,
    missing: Option<Cell>,
    skills: Vec<&'a str>,
    next_step: &'a str,
}

#[derive(Serialize)]
struct Certificate<'a> {
    id: &'a str,
    name: &'a str,
    held: Cell,
}

fn document<'a>(c: &'a Cohort<'_>) -> Document<'a> {
    let profile = c.profile;
    Document {
        format: "gapcheck.cohort/1",
        generator: Generator {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        profile: Profile {
            id: &profile.id,
            title: &profile.title,
            version: &profile.version,
        },
        as_of: Days {
            first: c.as_of.0.to_string(),
            last: c.as_of.1.to_string(),
        },
        people: c.people,
        unread: c.unread,
        names_unknown: c.names_unknown,
        min_group: c.min_group,
        score: Scores {
            mean: c.scores.mean,
            mean_step: c.scores.mean_step,
            first_quartile: c.scores.first_quartile,
            median: c.scores.median,
            third_quartile: c.scores.third_quartile,
        },
        requirements: c.requirements.iter().map(|row| requirement(c, row)).collect(),
        skills: c.skills.iter().map(|row| skill(c, row)).collect(),
        stages: c
            .stages
            .iter()
            .map(|(stage, count)| StageShare {
                stage: *stage,
                cell: cell(*count, c),
            })
            .collect(),
        gaps: c.gaps.iter().map(|g| gap(c, g)).collect(),
        certificates: c
            .certificates
            .iter()
            .map(|(index, count)| Certificate {
                id: &profile.certifications[*index].id,
                name: &profile.certifications[*index].name,
                held: cell(*count, c),
            })
            .collect(),
    }
}

fn cell(count: Count, c: &Cohort<'_>) -> Cell {
    let hidden = |at_least, at_most| Cell {
        people: None,
        share: None,
        hidden: true,
        at_least,
        at_most,
    };
    match count {
        Count::Exactly(people) => Cell {
            people: Some(people),
            share: Some((people as f64 / c.people as f64 * 1000.0).round() / 1000.0),
            hidden: false,
            at_least: None,
            at_most: None,
        },
        Count::Few => hidden(Some(1), Some(c.min_group - 1)),
        Count::AtLeast(people) => hidden(Some(people), None),
        Count::Hidden => hidden(None, None),
    }
}

fn requirement<'a>(c: &'a Cohort<'_>, row: &RequirementRow) -> Requirement<'a> {
    let requirement = &c.profile.requirements[row.index];
    let statuses = |counts: [Count; 3]| {
        let [met, partial, missing] = counts.map(|count| cell(count, c));
        Statuses { met, partial, missing }
    };
    Requirement {
        id: &requirement.id,
        title: &requirement.title,
        importance: requirement.importance.as_str(),
        weight: requirement.weight,
        unassessable: row.counts.is_none(),
        counts: row.counts.map(statuses),
    }
}

fn skill<'a>(c: &'a Cohort<'_>, row: &SkillRow) -> Skill<'a> {
    let skill = c.profile.taxonomy.get(row.skill);
    let [demonstrated, certified, claimed, implied, absent] = row.counts.map(|count| cell(count, c));
    Skill {
        id: &skill.id,
        name: &skill.name,
        asked: row.is_asked,
        demonstrated,
        certified,
        claimed,
        implied,
        absent,
    }
}

fn gap<'a>(c: &'a Cohort<'_>, gap: &GroupGap) -> Gap<'a> {
    let requirement = &c.profile.requirements[gap.requirement];
    let of = |column: usize| {
        c.requirements[gap.requirement]
            .counts
            .map(|counts| cell(counts[column], c))
    };
    Gap {
        requirement: &requirement.id,
        points: gap.points,
        points_step: gap.points_step,
        partial: of(1),
        missing: of(2),
        skills: gap
            .skills
            .iter()
            .map(|s| c.profile.taxonomy.get(*s).id.as_ref())
            .collect(),
        next_step: &requirement.next_step,
    }
}

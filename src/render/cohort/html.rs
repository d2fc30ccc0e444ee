//! `gapcheck cohort --format html`: one page with a heat map, of the same kind as the report: no script, no request, light and dark,
//! for paper. Every cell says its share in words too.

use super::{
    REQUIREMENT, SKILL, days, lack, marks, notes, number, people, promise, rounding, share, spread, stage, status,
};
use crate::model::cohort::{Cohort, Count, GroupGap, SkillRow};
use crate::render::html::{Head, written};
use crate::render::markup::clean;
use askama::Template;

/// Skills shown that no requirement names: the most common; CSV and JSON have all.
const OTHER_SKILLS: usize = 40;

/// What the page does not say.
const CAVEAT: &str = "It counts what resumes show: a missing word is no missing skill, and a stage is a convention, not a measure of performance.";

#[derive(Template)]
#[template(path = "cohort.html")]
struct CohortPage {
    head: Head,
    notes: Vec<String>,
    people: u64,
    mean: u32,
    spread: String,
    stages: Vec<(String, Heat)>,
    statuses: [&'static str; 3],
    requirements: Vec<Requirement>,
    gaps: Vec<Gap>,
    promise: String,
    skill_statuses: [&'static str; 5],
    skills: Vec<Skill>,
    other_skills: Vec<Skill>,
    more_skills: usize,
    certificates: Vec<(String, String)>,
    marks: String,
}

/// A cell of a heat map: its tone, how much of it (0 to 1), and what it says.
struct Heat {
    tone: &'static str,
    shade: String,
    text: String,
    number: String,
}

struct Requirement {
    title: String,
    is_optional: bool,
    cells: Vec<Heat>,
}

struct Skill {
    name: String,
    cells: Vec<Heat>,
}

struct Gap {
    points: f64,
    title: String,
    lack: String,
    skills: String,
    next_step: String,
}

/// The page.
pub fn render(c: &Cohort<'_>) -> String {
    let others = || c.skills.iter().filter(|row| !row.is_asked);
    written(&CohortPage {
        head: head(c),
        notes: notes(c),
        people: c.people,
        mean: c.scores.mean,
        spread: format!("mean score{}; {}", rounding(&c.scores), spread(&c.scores)),
        stages: c
            .stages
            .iter()
            .map(|(s, count)| (stage(*s), heat("good", *count, c)))
            .collect(),
        statuses: REQUIREMENT.map(|s| s.as_str()),
        requirements: requirements(c),
        gaps: c.gaps.iter().map(|g| gap(c, g)).collect(),
        promise: promise(c),
        skill_statuses: SKILL.map(status),
        skills: c
            .skills
            .iter()
            .filter(|row| row.is_asked)
            .map(|row| skill(c, row))
            .collect(),
        other_skills: others().take(OTHER_SKILLS).map(|row| skill(c, row)).collect(),
        more_skills: others().count().saturating_sub(OTHER_SKILLS),
        certificates: c
            .certificates
            .iter()
            .map(|(index, count)| (clean(&c.profile.certifications[*index].name), number(*count, c)))
            .collect(),
        marks: marks(c),
    })
}

fn head(c: &Cohort<'_>) -> Head {
    let profile = c.profile;
    Head {
        title: clean(&format!("What a group shows: {}", profile.title)),
        file: people(c.people),
        as_of: days(c),
        profile: clean(&format!("{} {}", profile.id, profile.version)),
        corrections: Vec::new(),
        version: env!("CARGO_PKG_VERSION"),
        caveat: CAVEAT,
    }
}

/// What is hidden has no shade: it would tell.
fn heat(tone: &'static str, count: Count, c: &Cohort<'_>) -> Heat {
    let shade = match count {
        Count::Exactly(people) | Count::AtLeast(people) => people as f64 / c.people as f64,
        Count::Few | Count::Hidden => 0.0,
    };
    let number = number(count, c);
    let (text, number) = match share(count, c) {
        Some(share) => (share, number),
        None => (number, String::new()),
    };
    Heat {
        tone,
        shade: format!("{shade:.2}"),
        text,
        number,
    }
}

fn requirements(c: &Cohort<'_>) -> Vec<Requirement> {
    let tones = ["good", "middling", "bad"];
    let cells = |counts: [Count; 3]| {
        tones
            .iter()
            .zip(counts)
            .map(|(tone, count)| heat(tone, count, c))
            .collect()
    };
    let row = |row: &crate::model::cohort::RequirementRow| {
        let requirement = &c.profile.requirements[row.index];
        Requirement {
            title: clean(&requirement.title),
            is_optional: requirement.importance == crate::model::profile::Importance::Optional,
            cells: row.counts.map_or(Vec::new(), cells),
        }
    };
    c.requirements.iter().map(row).collect()
}

fn skill(c: &Cohort<'_>, row: &SkillRow) -> Skill {
    let tones = ["good", "good", "middling", "middling", "bad"];
    Skill {
        name: clean(&c.profile.taxonomy.get(row.skill).name),
        cells: tones
            .iter()
            .zip(row.counts)
            .map(|(tone, count)| heat(tone, count, c))
            .collect(),
    }
}

fn gap(c: &Cohort<'_>, gap: &GroupGap) -> Gap {
    let requirement = &c.profile.requirements[gap.requirement];
    let names: Vec<&str> = gap
        .skills
        .iter()
        .map(|s| c.profile.taxonomy.get(*s).name.as_ref())
        .collect();
    Gap {
        points: gap.points,
        title: clean(&requirement.title),
        lack: lack(gap, c, |count| number(count, c)),
        skills: clean(&names.join(", ")),
        next_step: clean(&requirement.next_step),
    }
}

//! `--format json`: the assessment as version 1 of the contract that checks read. It only grows.
//!
//! The types here are the contract and nothing else; `docs/assessment-v1.md` explains each field.

use super::json_text::to_text;
use crate::model::assessment::{Assessment, Basis, PlacedWarning, Quote, SkillFinding, UnmatchedWords};
use crate::model::profile::FactValue;
use crate::model::reading::Rule;
use crate::model::scale::{Level, Stage};
use crate::model::skill::SkillId;
use crate::render::check::Checked;
use crate::text::dates::End;
use serde::Serialize;

mod certificates;
mod fields;
pub mod line;
mod requirements;
mod stage;
mod summary;
mod verdict;

use fields::Document;
pub use fields::{Field, Fields};
pub use verdict::diff;

/// The name and version of the format.
pub const FORMAT: &str = "gapcheck.assessment/1";

/// Writes the assessment as JSON, indented, with a line break at its end.
pub fn render(assessment: &Assessment<'_>) -> String {
    to_text(&Document::whole(assessment))
}

/// The same with the verdict of a check.
pub fn render_checked(checked: &Checked<'_>) -> String {
    to_text(&Document {
        verdict: Some(checked),
        ..Document::whole(checked.assessment)
    })
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct ProfileHead<'a> {
    id: &'a str,
    title: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Person<'a> {
    label: Option<&'a str>,
    relevant_years: Option<f64>,
    total_years: Option<f64>,
    ladder_years: Option<f64>,
    year_entries: Vec<YearEntry<'a>>,
}

#[derive(Serialize)]
struct YearEntry<'a> {
    pointer: &'a str,
    from: String,
    to: String,
    counts_as: &'static str,
}

#[derive(Serialize)]
struct Skill<'a> {
    id: &'a str,
    name: &'a str,
    status: &'static str,
    level: LevelReport,
    years: Option<f64>,
    last_used: Option<String>,
    stale: bool,
    implied_by: Vec<&'a str>,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct LevelReport {
    value: Option<Level>,
    basis: &'static str,
}

#[derive(Serialize)]
struct Evidence<'a> {
    pointer: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
    #[serde(rename = "match")]
    matched: Match,
}

#[derive(Serialize)]
struct Match {
    kind: &'static str,
    similarity: f64,
    rule: &'static str,
}

#[derive(Serialize)]
struct Unmatched<'a> {
    pointer: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
    nearest: Option<&'a str>,
}

#[derive(Serialize)]
struct Coverage {
    score: u32,
    essential_met: usize,
    essential_total: usize,
}

#[derive(Serialize)]
struct Change<'a> {
    to_stage: Stage,
    skills: Vec<&'a str>,
}

#[derive(Serialize)]
struct Fact<'a> {
    fact: &'a str,
    value: &'a FactValue,
    source: &'a str,
    as_of: &'a str,
    label: &'a str,
    unit: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Warning<'a> {
    code: &'a str,
    pointer: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

/// What the user corrected, by options or configuration.
#[derive(Serialize)]
struct Corrections<'a> {
    aliases: Vec<AddedAlias<'a>>,
    ignored: &'a [String],
    ignored_words: Vec<AddedAlias<'a>>,
}

#[derive(Serialize)]
struct AddedAlias<'a> {
    words: &'a str,
    skill: &'a str,
}

fn generator() -> Generator {
    Generator {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    }
}

fn profile<'a>(a: &'a Assessment<'_>) -> ProfileHead<'a> {
    ProfileHead {
        id: &a.profile.id,
        title: &a.profile.title,
        version: &a.profile.version,
    }
}

fn coverage(a: &Assessment<'_>) -> Coverage {
    Coverage {
        score: a.coverage.score,
        essential_met: a.coverage.essential_met,
        essential_total: a.coverage.essential_total,
    }
}

fn smallest_change<'a>(a: &'a Assessment<'_>) -> Option<Change<'a>> {
    a.smallest_change.as_ref().map(|c| Change {
        to_stage: c.to_stage,
        skills: ids(a, &c.skills),
    })
}

fn warnings<'a>(a: &'a Assessment<'_>) -> Vec<Warning<'a>> {
    let warning = |w: &'a PlacedWarning| Warning {
        code: w.code,
        pointer: &w.place.pointer,
        line: w.place.line,
        column: w.place.column,
        message: &w.message,
    };
    a.warnings.iter().map(warning).collect()
}

fn corrections<'a>(a: &'a Assessment<'_>) -> Corrections<'a> {
    let added = |words: &'a str, skill: &'a str| AddedAlias { words, skill };
    let corrections = &a.corrections;
    Corrections {
        aliases: corrections.aliases.iter().map(|c| added(&c.words, &c.skill)).collect(),
        ignored: &corrections.ignored,
        ignored_words: corrections.unread.iter().map(|c| added(&c.words, &c.skill)).collect(),
    }
}

fn ids<'a>(a: &'a Assessment<'_>, skills: &[SkillId]) -> Vec<&'a str> {
    skills.iter().map(|s| a.id(*s)).collect()
}

/// Years with one decimal, so that a day more does not change the output.
fn tenth(years: f64) -> f64 {
    (years * 10.0).round() / 10.0
}

/// Shares with three decimals.
fn share(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn person<'a>(a: &'a Assessment<'_>) -> Person<'a> {
    let entries = a.years.entries.iter().map(|e| YearEntry {
        pointer: &e.place.pointer,
        from: e.from.to_string(),
        to: match e.to {
            End::On(date) => date.to_string(),
            End::Open => format!("{:04}-{:02}", a.as_of.year(), a.as_of.month()),
        },
        counts_as: e.counts_as.as_str(),
    });
    Person {
        label: a.label.as_deref(),
        relevant_years: a.years.relevant.map(tenth),
        total_years: a.years.total.map(tenth),
        ladder_years: a.years.ladder.map(tenth),
        year_entries: entries.collect(),
    }
}

fn skills<'a>(a: &'a Assessment<'_>) -> Vec<Skill<'a>> {
    let skill = |f: &'a SkillFinding| Skill {
        id: a.id(f.skill),
        name: a.name(f.skill),
        status: f.status.as_str(),
        level: LevelReport {
            value: f.level.filter(|_| f.basis != Basis::Unknown),
            basis: f.basis.as_str(),
        },
        years: f.years.map(tenth),
        last_used: f.last_used.map(|d| format!("{:04}-{:02}", d.year(), d.month())),
        stale: f.stale,
        implied_by: ids(a, &f.implied_by),
        evidence: f.evidence.iter().map(|e| evidence(&e.quote, e.rule)).collect(),
    };
    a.skills.iter().map(skill).collect()
}

fn evidence(quote: &Quote, rule: Rule) -> Evidence<'_> {
    let (kind, similarity) = match rule {
        Rule::Name => ("name", 1.0),
        // A description is another way to say it, as an alias is; `rule` tells the two apart.
        Rule::Alias | Rule::Described => ("alias", 1.0),
        Rule::Typo(similarity) => ("fuzzy", share(similarity)),
    };
    Evidence {
        pointer: &quote.place.pointer,
        line: quote.place.line,
        column: quote.place.column,
        text: &quote.text,
        matched: Match {
            kind,
            similarity,
            rule: rule.as_str(),
        },
    }
}

fn unmatched<'a>(a: &'a Assessment<'_>) -> Vec<Unmatched<'a>> {
    let unmatched = |u: &'a UnmatchedWords| Unmatched {
        pointer: &u.quote.place.pointer,
        line: u.quote.place.line,
        column: u.quote.place.column,
        text: &u.quote.text,
        nearest: u.nearest.map(|s| a.id(s)),
    };
    a.unmatched.iter().map(unmatched).collect()
}

fn market<'a>(a: &'a Assessment<'_>) -> Vec<Fact<'a>> {
    let facts = a
        .profile
        .guides
        .iter()
        .flat_map(|guide| guide.market.iter().map(move |fact| (guide, fact)));
    facts
        .map(|(guide, fact)| Fact {
            fact: &fact.fact,
            value: &fact.value,
            source: &guide.id,
            as_of: &fact.as_of,
            label: &fact.label,
            unit: fact.unit.as_deref(),
            note: fact.note.as_deref(),
        })
        .collect()
}

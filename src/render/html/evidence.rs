//! The requirements, each with its bar and the words of the resume that show it, in their place.

use super::percent;
use crate::model::assessment::{Assessment, Evidence, RequirementResult, RequirementStatus, SkillFinding};
use crate::model::profile::Importance;
use crate::render::markup::clean;
use crate::text::clean::shorten;

/// Skills shown for one requirement.
const SKILLS: usize = 4;
/// Columns of the words that matched, and of what stands on either side of them.
const WORDS: usize = 60;
const AROUND: usize = 60;

/// A requirement as it is shown.
pub(super) struct Requirement {
    pub id: String,
    pub title: String,
    pub is_optional: bool,
    pub status: &'static str,
    pub tone: &'static str,
    pub percent: String,
    /// The length of the bar, of 100.
    pub width: String,
    pub bar: &'static str,
    pub quotes: Vec<Quote>,
    pub why: Vec<String>,
    pub silent: Option<String>,
}

/// A skill that counts, with its best words.
pub(super) struct Quote {
    pub skill: String,
    pub status: String,
    pub words: Option<Words>,
}

/// Words with what stands around them.
pub(super) struct Words {
    pub line: usize,
    pub before: String,
    pub words: String,
    pub after: String,
}

pub(super) fn requirements(a: &Assessment<'_>) -> Vec<Requirement> {
    a.requirements.iter().map(|r| requirement(a, r)).collect()
}

fn requirement(a: &Assessment<'_>, r: &RequirementResult) -> Requirement {
    let requirement = &a.profile.requirements[r.index];
    let (tone, bar) = match r.status {
        RequirementStatus::Met => ("good", "fill"),
        RequirementStatus::Partial => ("middling", "half"),
        RequirementStatus::Missing => ("bad", "low"),
        RequirementStatus::Unassessable => ("faint", "low"),
    };
    let found = r.present.iter().filter_map(|s| a.finding(*s)).take(SKILLS);
    let is_silent = r.status != RequirementStatus::Met;
    Requirement {
        id: clean(&requirement.id),
        title: clean(&requirement.title),
        is_optional: requirement.importance == Importance::Optional,
        status: r.status.as_str(),
        tone,
        percent: percent(r.coverage),
        width: format!("{:.2}", r.coverage * 100.0),
        bar,
        quotes: found.map(|f| quote(a, f)).collect(),
        why: r.why.iter().map(|line| clean(line)).collect(),
        silent: requirement
            .not_shown
            .as_ref()
            .filter(|_| is_silent)
            .map(|text| clean(text)),
    }
}

fn quote(a: &Assessment<'_>, finding: &SkillFinding) -> Quote {
    let best = finding.best_evidence();
    let level = finding
        .level
        .map_or("level not shown".to_owned(), |level| level.to_string());
    let by: Vec<&str> = finding.implied_by.iter().take(2).map(|s| a.name(*s)).collect();
    let by = match (best, by.is_empty()) {
        (None, false) => format!(" by {}", by.join(", ")),
        _ => String::new(),
    };
    Quote {
        skill: clean(a.name(finding.skill)),
        status: clean(&format!("{}{by}, {level}", finding.status.as_str())),
        words: best.map(words),
    }
}

fn words(evidence: &Evidence) -> Words {
    let quote = &evidence.quote;
    let start = quote.context.floor_char_boundary(quote.offset);
    let end = quote
        .context
        .ceil_char_boundary((start + quote.text.len()).min(quote.context.len()));
    let before = clean(&quote.context[..start]);
    Words {
        line: quote.place.line,
        before: tail(&before, AROUND),
        words: shorten(&clean(&quote.context[start..end]), WORDS),
        after: shorten(&clean(&quote.context[end..]), AROUND),
    }
}

/// The end of a text, in at most so many characters.
fn tail(text: &str, most: usize) -> String {
    let skipped = text.chars().count().saturating_sub(most);
    match skipped {
        0 => text.to_owned(),
        _ => std::iter::once('…').chain(text.chars().skip(skipped + 1)).collect(),
    }
}

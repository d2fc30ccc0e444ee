//! What a group has and lacks: one file per format, all from the same [`Cohort`].

pub mod csv;
pub mod html;
pub mod human;
pub mod json;

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::cohort::{Cohort, Count, GroupGap, Scores};
use crate::model::scale::Stage;

/// The columns of requirements.
pub(super) const REQUIREMENT: [RequirementStatus; 3] = [
    RequirementStatus::Met,
    RequirementStatus::Partial,
    RequirementStatus::Missing,
];

/// The columns of skills; what is none of them is absent.
pub(super) const SKILL: [Option<Status>; 5] = [
    Some(Status::Demonstrated),
    Some(Status::Certified),
    Some(Status::Claimed),
    Some(Status::Implied),
    None,
];

/// The head of a column of skills.
pub(super) fn status(status: Option<Status>) -> &'static str {
    status.map_or("absent", Status::as_str)
}

/// The name of a stage.
pub(super) fn stage(stage: Option<Stage>) -> String {
    stage.map_or("none".to_owned(), |stage| stage.to_string())
}

/// What stands where nothing is told.
pub(super) const HIDDEN: &str = "*";

/// A count in a few signs: "28", "<5", "≥26", "*".
pub(super) fn number(count: Count, c: &Cohort<'_>) -> String {
    match count {
        Count::Exactly(people) => people.to_string(),
        Count::Few => format!("<{}", c.min_group),
        Count::AtLeast(people) => format!("≥{people}"),
        Count::Hidden => HIDDEN.to_owned(),
    }
}

/// The share of the group: "93 %", "≥86 %"; `None` where the number says all that is told.
pub(super) fn share(count: Count, c: &Cohort<'_>) -> Option<String> {
    match count {
        Count::Exactly(people) => Some(percent(people, c.people)),
        // Rounded down: it is a bound.
        Count::AtLeast(people) => Some(format!("≥{} %", 100 * people / c.people)),
        Count::Few | Count::Hidden => None,
    }
}

/// A share in whole percent; neither nobody nor everybody where that is not so.
fn percent(people: u64, of: u64) -> String {
    match (200 * people + of) / (2 * of) {
        0 if people > 0 => "<1 %".to_owned(),
        100 if people < of => ">99 %".to_owned(),
        whole => format!("{whole} %"),
    }
}

/// "1 person", "30 people".
pub(super) fn people(number: u64) -> String {
    match number {
        1 => "1 person".to_owned(),
        n => format!("{n} people"),
    }
}

/// The day of the assessments, or the first and the last one.
pub(super) fn days(c: &Cohort<'_>) -> String {
    match c.as_of {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} to {last}"),
    }
}

/// What must be said of the whole, a sentence each: what could not be read, other days, names that are left out.
pub(super) fn notes(c: &Cohort<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    match c.unread {
        0 => {}
        1 => notes.push("1 line could not be read and counts for nobody.".to_owned()),
        n => notes.push(format!("{n} lines could not be read and count for nobody.")),
    }
    if c.as_of.0 != c.as_of.1 {
        notes.push(
            "The assessments are of different days: years and levels of some are older than those of others."
                .to_owned(),
        );
    }
    if c.names_unknown {
        notes.push("Skills or certificates that this version of gapcheck does not know are left out.".to_owned());
    }
    notes
}

/// What the marks of hidden counts mean, in a sentence; empty where none can be hidden.
pub(super) fn marks(c: &Cohort<'_>) -> String {
    match c.min_group {
        ..2 => String::new(),
        n => format!(
            "<{n}: fewer than {n} people, and not nobody. ≥: so many at least; the exact number would betray the few beside it. \
             {HIDDEN}: not told, as it would betray them."
        ),
    }
}

/// What the points of gaps mean, in a sentence.
pub(super) fn promise(c: &Cohort<'_>) -> String {
    // A tenth of a point is as exact as they are ever shown.
    let rounded = match c.gaps.iter().any(|gap| gap.points_step > 0.1) {
        true => " They are rounded and leave out the few, so that nobody can be told from them.",
        false => "",
    };
    format!("The points are what closing the gap for everyone adds to the mean score.{rounded}")
}

/// How many lack the requirement of a gap, "missing 16, partial <5", each count as `cell` writes it; empty where nothing is told.
pub(super) fn lack(gap: &GroupGap, c: &Cohort<'_>, cell: impl Fn(Count) -> String) -> String {
    let Some([_, partial, missing]) = c.requirements[gap.requirement].counts else {
        return String::new();
    };
    let told = |(_, count): &(&str, Count)| !matches!(count, Count::Exactly(0) | Count::Hidden);
    let columns = [("missing", missing), ("partial", partial)];
    let parts = columns
        .into_iter()
        .filter(told)
        .map(|(status, count)| format!("{status} {}", cell(count)));
    parts.collect::<Vec<_>>().join(", ")
}

/// What stands behind the mean where it is not told in whole points.
pub(super) fn rounding(scores: &Scores) -> String {
    match scores.mean_step {
        ..2 => String::new(),
        step => format!(" (rounded to {step})"),
    }
}

/// The scores beside their mean: "median 46, quartiles 21 and 65".
pub(super) fn spread(scores: &Scores) -> String {
    let told = |score: Option<u32>| score.map_or("not told".to_owned(), |score| score.to_string());
    match (scores.first_quartile, scores.median, scores.third_quartile) {
        (None, None, None) => "median and quartiles not told of so few".to_owned(),
        (None, median, None) => format!("median {}, quartiles not told", told(median)),
        (first, median, third) => format!("median {}, quartiles {} and {}", told(median), told(first), told(third)),
    }
}

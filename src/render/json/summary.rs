//! The summary of an assessment: an object of about three kilobytes, for many resumes at once. Nothing is copied to write it.

use super::tenth;
use crate::model::assessment::Assessment;
use crate::model::scale::Stage;
use crate::render::json_text::{append_line, append_text};
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// The name and version of the format.
const FORMAT: &str = "gapcheck.summary/1";

/// What stands before the lists.
#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    profile: Profile<'a>,
    as_of: Shown<'a>,
    relevant_years: Option<f64>,
    total_years: Option<f64>,
    ladder_years: Option<f64>,
    stage: StageSummary,
    score: u32,
    essential_met: usize,
    essential_total: usize,
}

#[derive(Serialize)]
struct Profile<'a> {
    id: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct StageSummary {
    estimate: Option<Stage>,
    range: Option<(Stage, Stage)>,
    years: Option<Stage>,
    evidence: Option<Stage>,
    title: Option<Stage>,
    next: Option<Stage>,
}

/// Appends the summary, without a line break.
pub(super) fn append(a: &Assessment<'_>, out: &mut Vec<u8>) {
    append_line(&head(a), out);
    // The object goes on.
    out.pop();
    let requirement = |index: usize| a.profile.requirements[index].id.as_str();
    let requirements = a.requirements.iter();
    append_statuses(
        ",\"requirements\":{",
        requirements.map(|r| (requirement(r.index), r.status.as_str())),
        out,
    );
    append_statuses(
        ",\"skills\":{",
        a.skills.iter().map(|f| (a.id(f.skill), f.status.as_str())),
        out,
    );
    append_all(",\"gaps\":[", &a.gaps, "]", out, |gap, out| {
        out.extend(b"{\"requirement\":");
        append_text(requirement(gap.requirement), out);
        out.extend(b",\"points\":");
        append_line(&gap.points, out);
        out.push(b'}');
    });
    append_all(",\"certificates\":[", &a.certificates.held, "]", out, |held, out| {
        append_text(&a.certification(held.index).id, out);
    });
    out.extend(b",\"warnings\":");
    append_line(&a.warnings.len(), out);
    out.push(b'}');
}

/// Appends what each of a list says, with commas between, and what stands around the list.
fn append_all<T>(
    opening: &str,
    list: impl IntoIterator<Item = T>,
    closing: &str,
    out: &mut Vec<u8>,
    append: impl Fn(T, &mut Vec<u8>),
) {
    out.extend(opening.as_bytes());
    for (place, item) in list.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        append(item, out);
    }
    out.extend(closing.as_bytes());
}

/// Appends an object of ids, each with its status.
fn append_statuses<'a>(opening: &str, statuses: impl Iterator<Item = (&'a str, &'a str)>, out: &mut Vec<u8>) {
    append_all(opening, statuses, "}", out, |(id, status), out| {
        append_text(id, out);
        out.push(b':');
        append_text(status, out);
    });
}

fn head<'a>(a: &'a Assessment<'_>) -> Head<'a> {
    Head {
        format: FORMAT,
        profile: Profile {
            id: &a.profile.id,
            version: &a.profile.version,
        },
        as_of: Shown(&a.as_of),
        relevant_years: a.years.relevant.map(tenth),
        total_years: a.years.total.map(tenth),
        ladder_years: a.years.ladder.map(tenth),
        stage: StageSummary {
            estimate: a.stage.estimate,
            range: a.stage.range,
            years: a.stage.years,
            evidence: a.stage.evidence,
            title: a.stage.title,
            next: a.stage.next,
        },
        score: a.coverage.score,
        essential_met: a.coverage.essential_met,
        essential_total: a.coverage.essential_total,
    }
}

/// Something that is written as it is shown.
struct Shown<'a>(&'a dyn Display);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

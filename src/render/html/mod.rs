//! `--format html`: one page that needs nothing else, neither a script nor a request, to be read on a screen, on a phone, by a
//! screen reader, or on paper. The templates in `templates/` hold its markup; everything from the resume is escaped there.

mod evidence;
mod facts;
mod ladder;
mod radar;
mod steps;

use super::markup::clean;
use crate::model::assessment::Assessment;
use crate::model::plan::Plan;
use crate::model::suggestion::Suggestion;
use askama::Template;

/// What the head and the foot of a page say.
pub(super) struct Head {
    pub title: String,
    /// What the page is about: a file, or a group.
    pub file: String,
    pub as_of: String,
    pub profile: String,
    pub corrections: Vec<String>,
    pub version: &'static str,
    pub caveat: &'static str,
}

#[derive(Template)]
#[template(path = "report.html")]
struct Report {
    head: Head,
    stage: ladder::Stage,
    radar: Option<radar::Radar>,
    requirements: Vec<evidence::Requirement>,
    gaps: Vec<facts::Gap>,
    certificates: Vec<facts::Certificate>,
    plan: steps::PlanView,
    suggestions: Vec<facts::Advice>,
    warnings: Vec<String>,
    silent: Vec<String>,
    market: facts::Market,
    score_rows: Vec<facts::Share>,
    years: Vec<facts::YearRow>,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    head: Head,
    plan: steps::PlanView,
}

/// The report: the assessment in `plan`, the plan itself and what the resume could show better. `file` is the name of the resume as
/// the user knows it.
pub fn report(plan: &Plan<'_>, suggestions: &[Suggestion], file: &str) -> String {
    let a = &plan.before;
    written(&Report {
        head: head(a, file, a.profile.title.clone()),
        stage: ladder::stage(a),
        radar: radar::radar(a),
        requirements: evidence::requirements(a),
        gaps: facts::gaps(a),
        certificates: facts::certificates(a),
        plan: steps::plan(plan),
        suggestions: facts::advice(suggestions),
        warnings: facts::warnings(a),
        silent: facts::silent(a),
        market: facts::market(a),
        score_rows: facts::score(a),
        years: facts::years(a),
    })
}

/// The plan alone.
pub fn plan(plan: &Plan<'_>, file: &str) -> String {
    let a = &plan.before;
    written(&PlanPage {
        head: head(a, file, format!("Plan to {}: {}", plan.to, a.profile.title)),
        plan: steps::plan(plan),
    })
}

fn head(a: &Assessment<'_>, file: &str, title: String) -> Head {
    Head {
        title: clean(&title),
        file: clean(file),
        as_of: a.as_of.to_string(),
        profile: clean(&format!("{} {}", a.profile.id, a.profile.version)),
        corrections: a.corrections.in_words().iter().map(|line| clean(line)).collect(),
        version: env!("CARGO_PKG_VERSION"),
        caveat: a.stage.caveat,
    }
}

/// A template of strings and numbers that is written to memory cannot fail.
pub(super) fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}

/// A share as a percentage without decimals.
fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

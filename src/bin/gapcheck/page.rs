//! The HTML report: the assessment with its plan and with what the resume could show better.

use crate::args::{ReportFormat, Target};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{advise, plan};
use gapcheck::Planner;
use gapcheck::matching::Lexicon;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::render::html;
use gapcheck::resume::Source;
use jiff::civil::Date;

/// The page, where a format asks for it.
pub fn wanted(
    targets: &[Target<ReportFormat>],
    page: impl FnOnce() -> Result<String, Failure>,
) -> Result<String, Failure> {
    match targets.iter().any(|t| t.format == ReportFormat::Html) {
        true => page(),
        false => Ok(String::new()),
    }
}

/// The page for a resume that is called `name`.
pub fn of(
    source: &Source,
    profile: &Profile,
    lexicon: &Lexicon<'_>,
    corrections: &Corrections,
    as_of: Date,
    name: &str,
) -> Result<String, Failure> {
    let (learning, backgrounds) = (plan::learning()?, advise::backgrounds(profile)?);
    let progress = Progress::start();
    let planner = Planner {
        profile,
        lexicon,
        corrections,
        as_of,
        learning: &learning,
        backgrounds: &backgrounds,
        progress: &progress.of("trying out the steps of the plan"),
    };
    let unreadable = |error| Failure::unreadable(name, Some(source.text.clone()), error);
    let plan = planner.plan(source, None).map_err(unreadable)?;
    let suggestions = gapcheck::advise(source, &plan.before, &backgrounds).map_err(unreadable)?;
    Ok(html::report(&plan, &suggestions, name))
}

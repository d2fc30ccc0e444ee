//! `gapcheck plan`.

use crate::args::{Cli, PlanArgs, PlanFormat};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::{advise, assess, input, targets};
use gapcheck::Planner;
use gapcheck::matching::Lexicon;
use gapcheck::model::learning::Learning;
use gapcheck::profile;
use gapcheck::render::html;
use gapcheck::render::plan::{human, json, markdown};
use std::path::Path;

pub fn run(cli: &Cli, args: &PlanArgs) -> Result<(), Failure> {
    let targets = targets::chosen(&args.format, args.output.as_ref(), PlanFormat::Human)?;
    let as_of = input::as_of(args.input.as_of)?;
    let settings = Settings::load(&args.settings, args.input.resume.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &args.input.ignore)?;
    let (learning, backgrounds) = (learning()?, advise::backgrounds(&profile)?);
    let path = settings.resume(&args.input)?;
    let resume = input::resume(path.as_ref(), &args.input.stdin_filename)?;
    targets::refuse_to_overwrite(&[Path::new(&resume.name)], &targets)?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let plan = {
        let progress = Progress::start();
        let planner = Planner {
            profile: &profile,
            lexicon: &lexicon,
            corrections: &corrections,
            as_of,
            learning: &learning,
            backgrounds: &backgrounds,
            progress: &progress.of("trying out the steps of the plan"),
        };
        planner.plan(&resume.content, args.to)
    };
    let plan = plan.map_err(|error| Failure::unreadable(&resume.name, Some(resume.content.text.clone()), error))?;
    assess::warn(&plan.before, &resume.name);
    targets::write(cli, &targets, |format, look| match format {
        PlanFormat::Human => human::render(&plan, &resume.name, look),
        PlanFormat::Json => json::render(&plan),
        PlanFormat::Markdown => markdown::render(&plan, &resume.name),
        PlanFormat::Html => html::plan(&plan, &resume.name),
    })
}

/// What plans are made of.
pub fn learning() -> Result<Learning, Failure> {
    profile::learning().map_err(|e| Failure::new(format!("a built-in file is faulty: {e}")))
}

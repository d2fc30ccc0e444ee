//! `gapcheck advise`.

use crate::args::{AdviseArgs, Cli, Format};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{assess, input, targets};
use gapcheck::matching::Lexicon;
use gapcheck::model::background::Background;
use gapcheck::model::profile::Profile;
use gapcheck::profile;
use gapcheck::render::advice::{human, json, markdown};
use std::path::Path;

pub fn run(cli: &Cli, args: &AdviseArgs) -> Result<(), Failure> {
    let targets = targets::chosen(&args.format, args.output.as_ref(), Format::Human)?;
    let as_of = input::as_of(args.input.as_of)?;
    let settings = Settings::load(&args.settings, args.input.resume.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &args.input.ignore)?;
    let backgrounds = backgrounds(&profile)?;
    let path = settings.resume(&args.input)?;
    let resume = input::resume(path.as_ref(), &args.input.stdin_filename)?;
    targets::refuse_to_overwrite(&[Path::new(&resume.name)], &targets)?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let unreadable = |error| Failure::unreadable(&resume.name, Some(resume.content.text.clone()), error);
    let assessment =
        gapcheck::assess_corrected(&resume.content, &profile, &lexicon, &corrections, as_of).map_err(unreadable)?;
    assess::warn(&assessment, &resume.name);
    let suggestions = gapcheck::advise(&resume.content, &assessment, &backgrounds).map_err(unreadable)?;
    targets::write(cli, &targets, |format, look| match format {
        Format::Human => human::render(&suggestions, &resume.name, look),
        Format::Json => json::render(&suggestions),
        Format::Markdown => markdown::render(&suggestions, &resume.name),
    })
}

/// What the guides of a profile say beyond the assessment.
pub fn backgrounds(profile: &Profile) -> Result<Vec<Background>, Failure> {
    profile::backgrounds(profile).map_err(|e| Failure::new(format!("a built-in file is faulty: {e}")))
}

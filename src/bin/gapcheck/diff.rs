//! `gapcheck diff`.

use crate::args::{Cli, DiffArgs, Format};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{assess, input, output, targets};
use gapcheck::analysis::diff;
use gapcheck::matching::Lexicon;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::snapshot::Snapshot;
use gapcheck::resume::Source;
use gapcheck::{render, saved};
use jiff::civil::Date;
use std::path::Path;

pub fn run(cli: &Cli, args: &DiffArgs) -> Result<(), Failure> {
    let targets = targets::chosen(&args.format, args.report.output.as_ref(), Format::Human)?;
    let as_of = input::as_of(args.report.as_of)?;
    let settings = Settings::load(&args.settings, Some(&args.new))?;
    let (profile, corrections) = settings.corrected(&args.settings, &[])?;
    targets::refuse_to_overwrite(&[&args.old, &args.new], &targets)?;
    let side = |path: &Path| side(path, &profile, &corrections, as_of);
    let ((old_name, old), (new_name, new)) = (side(&args.old)?, side(&args.new)?);
    if old.profile.id != new.profile.id {
        let message = format!(
            "the two were held against different profiles, {} and {}",
            old.profile.id, new.profile.id
        );
        return Err(Failure::new(message).help("assess both against one, or name it: --profile ID"));
    }
    if old.profile.version != new.profile.version {
        output::note("note: the profile's version differs between the two; some changes may come from there");
    }
    let diff = diff::between((&old_name, &old), (&new_name, &new), &profile);
    targets::write(cli, &targets, |format, look| match format {
        Format::Human => render::diff::human::render(&diff, look),
        Format::Json => render::json::diff(&diff),
        Format::Markdown => render::diff::markdown::render(&diff),
    })
}

/// A side: what was saved earlier as it is, a resume assessed now.
fn side(path: &Path, profile: &Profile, corrections: &Corrections, as_of: Date) -> Result<(String, Snapshot), Failure> {
    let input::Named { name, content } = input::bytes(path)?;
    let text = String::from_utf8_lossy(&content).into_owned();
    match saved::read(text.trim_start_matches('\u{feff}')) {
        Ok(Some(snapshot)) => return Ok((name, snapshot)),
        Ok(None) => {}
        Err(e) => return Err(Failure::in_file(&name, &text, e.offset, e.message, None)),
    }
    let unreadable = |error| Failure::unreadable(&name, Some(text.clone()), error);
    let source = Source::new(content).map_err(unreadable)?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let assessment = gapcheck::assess_corrected(&source, profile, &lexicon, corrections, as_of).map_err(unreadable)?;
    assess::warn(&assessment, &name);
    Ok((name, Snapshot::of(&assessment)))
}

//! `gapcheck assess`.

use crate::args::{AssessArgs, Cli, ReportFormat};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{input, output, page, targets};
use gapcheck::matching::Lexicon;
use gapcheck::model::assessment::Assessment;
use gapcheck::render::human::Detail;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown, svg};
use gapcheck::text::clean::for_terminal;
use std::path::Path;

pub fn run(cli: &Cli, args: &AssessArgs) -> Result<(), Failure> {
    let targets = targets::chosen(&args.format, args.output.as_ref(), ReportFormat::Human)?;
    let as_of = input::as_of(args.input.as_of)?;
    let settings = Settings::load(&args.settings, args.input.resume.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &args.input.ignore)?;
    let path = settings.resume(&args.input)?;
    let resume = input::resume(path.as_ref(), &args.input.stdin_filename)?;
    if args.verbose {
        output::note(&format!(
            "reading {} against {} {} as of {as_of}",
            for_terminal(&resume.name),
            profile.id,
            profile.version
        ));
    }
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    targets::refuse_to_overwrite(&[Path::new(&resume.name)], &targets)?;
    let assessment = gapcheck::assess_corrected(&resume.content, &profile, &lexicon, &corrections, as_of)
        .map_err(|error| Failure::unreadable(&resume.name, Some(resume.content.text.clone()), error))?;
    // The human report holds the warnings itself; beside any other they go to standard error.
    let shown = targets
        .iter()
        .any(|t| t.format == ReportFormat::Human && t.file.is_none());
    if !shown && !args.quiet {
        warn(&assessment, &resume.name);
    }
    let page = page::wanted(&targets, || {
        page::of(&resume.content, &profile, &lexicon, &corrections, as_of, &resume.name)
    })?;
    let detail = match (args.quiet, args.explain) {
        (true, _) => Detail::Summary,
        (_, true) => Detail::Explained,
        _ => Detail::Report,
    };
    targets::write(cli, &targets, |format, look| {
        written(format, &assessment, &resume.name, detail, look, &page)
    })?;
    // The process ends here: giving thousands of small pieces of memory back one by one would only cost time.
    std::mem::forget(assessment);
    std::mem::forget(lexicon);
    std::mem::forget(profile);
    Ok(())
}

/// Says the warnings of an assessment on standard error.
pub fn warn(assessment: &Assessment<'_>, name: &str) {
    for w in &assessment.warnings {
        let name = for_terminal(name);
        output::note(&format!(
            "warning: {name}:{}:{}: {} [{}]",
            w.place.line, w.place.column, w.message, w.code
        ));
    }
}

/// An assessment in a format; `page` is the HTML page, which is made of more.
pub fn written(
    format: ReportFormat,
    assessment: &Assessment<'_>,
    name: &str,
    detail: Detail,
    look: Look,
    page: &str,
) -> String {
    match format {
        ReportFormat::Human => human::render(assessment, name, detail, look),
        ReportFormat::Json => json::render(assessment),
        ReportFormat::Markdown => markdown::render(assessment, name),
        ReportFormat::Html => page.to_owned(),
        ReportFormat::Svg => svg::card(assessment),
        ReportFormat::SvgBadge => svg::badge(assessment),
    }
}

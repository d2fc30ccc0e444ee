//! `gapcheck assess`.

use crate::args::{AssessArgs, Cli, Format, Target};
use crate::failure::Failure;
use crate::{input, output};
use gapcheck::matching::Lexicon;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::correction::Corrections;
use gapcheck::render::human::Detail;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown};
use gapcheck::text::clean::for_terminal;

pub fn run(cli: &Cli, args: &AssessArgs) -> Result<(), Failure> {
    let targets = targets(args)?;
    let as_of = input::as_of(args.as_of)?;
    let mut corrections = Corrections {
        aliases: args.alias.clone(),
        ignored: args.ignore.clone(),
    };
    let profile = input::corrected_profile(&args.profile, &mut corrections.aliases)?;
    let resume = input::resume(args.resume.as_ref(), &args.stdin_filename)?;
    if args.verbose {
        output::note(&format!(
            "reading {} against {} {} as of {as_of}",
            for_terminal(&resume.name),
            profile.id,
            profile.version
        ));
    }
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    refuse_to_overwrite(args, &targets)?;
    let assessment = gapcheck::assess_corrected(&resume.content, &profile, &lexicon, &corrections, as_of)
        .map_err(|error| Failure::unreadable(&resume.name, Some(resume.content.text.clone()), error))?;
    warn(&assessment, &resume.name, args, &targets);
    for target in &targets {
        write(cli, args, target, &assessment, &resume.name)?;
    }
    // The process ends here: giving thousands of small pieces of memory back one by one would only cost time.
    std::mem::forget(assessment);
    std::mem::forget(lexicon);
    std::mem::forget(profile);
    Ok(())
}

/// What is written and where; at most one format goes to standard output.
fn targets(args: &AssessArgs) -> Result<Vec<Target>, Failure> {
    let mut targets = args.format.clone();
    if targets.is_empty() {
        targets.push(Target {
            format: Format::Human,
            file: None,
        });
    }
    if let Some(output) = &args.output {
        match targets.iter_mut().find(|t| t.file.is_none()) {
            Some(open) => open.file = Some(output.clone()),
            None => {
                return Err(
                    Failure::new("-o has nothing to write: every --format has a file already").help("leave -o out"),
                );
            }
        }
    }
    let open = targets.iter().filter(|t| t.file.is_none()).count();
    if open > 1 {
        return Err(Failure::new("two formats cannot both go to standard output")
            .help("give all but one a file: --format json=out.json"));
    }
    for (i, target) in targets.iter().enumerate() {
        if target.file.is_some() && targets[..i].iter().any(|t| t.file == target.file) {
            return Err(Failure::new("two formats cannot go to the same file").help("give each a file of its own"));
        }
    }
    Ok(targets)
}

/// A report in the place of the resume would be the end of the resume.
fn refuse_to_overwrite(args: &AssessArgs, targets: &[Target]) -> Result<(), Failure> {
    let resume = args.resume.as_deref().unwrap_or(std::path::Path::new("resume.json"));
    let Ok(resume) = std::fs::canonicalize(resume) else {
        return Ok(());
    };
    let same = |t: &&Target| {
        t.file
            .as_deref()
            .and_then(|f| std::fs::canonicalize(f).ok())
            .is_some_and(|f| f == resume && f.is_file())
    };
    match targets.iter().find(same) {
        Some(_) => Err(Failure::new("the report would replace the resume itself").help("write it to another file")),
        None => Ok(()),
    }
}

/// The human report holds the warnings itself; beside any other they go to standard error.
fn warn(assessment: &Assessment<'_>, name: &str, args: &AssessArgs, targets: &[Target]) {
    let shown = targets.iter().any(|t| t.format == Format::Human && t.file.is_none());
    if shown || args.quiet {
        return;
    }
    for w in &assessment.warnings {
        let name = for_terminal(name);
        output::note(&format!(
            "warning: {name}:{}:{}: {} [{}]",
            w.place.line, w.place.column, w.message, w.code
        ));
    }
}

fn write(
    cli: &Cli,
    args: &AssessArgs,
    target: &Target,
    assessment: &Assessment<'_>,
    name: &str,
) -> Result<(), Failure> {
    let look = if target.file.is_some() {
        output::plain_look(cli)
    } else {
        output::look(cli)
    };
    let text = render(args, target.format, assessment, name, look);
    match &target.file {
        Some(file) => output::write_file(file, &text),
        None => output::print(&text),
    }
}

fn render(args: &AssessArgs, format: Format, assessment: &Assessment<'_>, name: &str, look: Look) -> String {
    let detail = match (args.quiet, args.explain) {
        (true, _) => Detail::Summary,
        (_, true) => Detail::Explained,
        _ => Detail::Report,
    };
    match format {
        Format::Human => human::render(assessment, name, detail, look),
        Format::Json => json::render(assessment),
        Format::Markdown => markdown::render(assessment, name),
    }
}

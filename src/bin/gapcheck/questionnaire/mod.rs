//! `gapcheck questionnaire`.

mod answers_file;
mod lines;
mod menus;

use crate::args::{Cli, Form, Format, QuestionnaireArgs, Target};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{assess, input, interrupt, output, repository, targets};
use gapcheck::Interview;
use gapcheck::interview::Ended;
use gapcheck::model::answers::Answers;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::wording::Wording;
use gapcheck::profile;
use gapcheck::questionnaire::{self as questions, Prompter, Reply};
use gapcheck::render::human::Detail;
use gapcheck::render::{human, json, markdown, open_questions};
use gapcheck::resume::Source;
use gapcheck::text::clean::for_terminal;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the resume of the answers is called where it is not saved.
const UNSAVED: &str = "answers";

pub fn run(cli: &Cli, args: &QuestionnaireArgs) -> Result<ExitCode, Failure> {
    let targets = targets::chosen(&args.report.format, args.report.output.as_ref(), Format::Human)?;
    let as_of = input::as_of(args.report.as_of)?;
    let settings = Settings::load(&args.settings, args.from.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &[])?;
    let wording = profile::wording().map_err(|e| Failure::new(format!("the built-in questions are faulty: {e}")))?;
    if let Some(form) = args.dump_questions {
        return dump(form, &profile, &wording).map(|()| ExitCode::SUCCESS);
    }
    let file = args.answers.as_ref().or(args.continue_from.as_ref());
    let read = file.map(|file| answers_file::read(file)).transpose()?;
    let from = args
        .from
        .clone()
        .or(read.as_ref().and_then(|r| r.answers.from.clone()).map(PathBuf::from));
    let base = from
        .as_ref()
        .map(|from| input::resume(Some(from), "<stdin>"))
        .transpose()?;
    let interview = Interview {
        profile: &profile,
        wording: &wording,
        base: base.as_ref().map(|b| &b.content),
        corrections: &corrections,
        as_of,
        to: args.to,
    };
    let unreadable = |error| {
        let (name, text) = base
            .as_ref()
            .map_or(("", None), |b| (b.name.as_str(), Some(b.content.text.clone())));
        Failure::unreadable(name, text, error)
    };
    let mut answers = interview.begin();
    answers.from = from.as_ref().map(|from| from.display().to_string());
    if let Some(read) = read {
        read.refuse(interview.check(&read.answers).map_err(unreadable)?)?;
        merge(&mut answers, read.answers);
    }
    let mut prompter: Option<Box<dyn Prompter>> = match args.answers {
        Some(_) => None,
        None => Some(prompter(cli, args.plain)?),
    };
    let mut save = args.save.clone();
    if let Some(save) = &save {
        may_save(save, args, base.as_ref(), prompter.is_none())?;
        targets::refuse_to_overwrite(&[save], &targets)?;
    }
    // Nobody answers for ten minutes to be told then that there is no such folder.
    targets::refuse_missing_folders(&targets)?;
    if let Some(prompter) = &mut prompter {
        interrupt::watch();
        interrupt::ask(true);
        let done = converse(
            &interview,
            &mut answers,
            &mut save,
            args,
            base.as_ref(),
            &targets,
            prompter.as_mut(),
        );
        match done {
            Ok(()) => interrupt::ask(false),
            Err(Ended::Stopped) => {
                interrupt::see();
                keep(&answers, args.continue_from.as_ref());
                return Ok(ExitCode::from(interrupt::INTERRUPTED));
            }
            Err(Ended::Unreadable(error)) => return Err(unreadable(error)),
        }
    }
    let done = finish(
        cli,
        args,
        &targets,
        &interview,
        &answers,
        save.as_deref(),
        base.as_ref(),
    );
    if done.is_err() && prompter.is_some() {
        keep(&answers, args.continue_from.as_ref());
    }
    done.map(|()| ExitCode::SUCCESS)
}

/// Saves the resume of the answers and reports on it.
fn finish(
    cli: &Cli,
    args: &QuestionnaireArgs,
    targets: &[Target<Format>],
    interview: &Interview<'_>,
    answers: &Answers,
    save: Option<&Path>,
    base: Option<&input::Named<Source>>,
) -> Result<(), Failure> {
    let unreadable = |error| Failure::unreadable(base.map_or("", |b| b.name.as_str()), None, error);
    let source = interview.write(answers).map_err(unreadable)?;
    let name = save.map_or(UNSAVED.to_owned(), |save| save.display().to_string());
    let open = interview.open(answers).map_err(unreadable)?;
    let open: Vec<(&str, &str)> = open.iter().map(|q| (q.id.as_str(), q.title.as_str())).collect();
    if let Some(save) = save {
        output::write_file(save, &source.text)?;
    }
    let written = interview.assessed(answers, |assessment| {
        report(cli, args, targets, assessment, &name, &open).map(|()| assessment.corrections != Corrections::default())
    });
    let is_corrected = written.map_err(unreadable)??;
    let file = match (save, base) {
        (None, Some(base)) => for_terminal(&base.name),
        _ => for_terminal(&name),
    };
    for (skill, words, place) in interview.rejected(answers, save.is_some()).map_err(unreadable)? {
        let words = for_terminal(&words);
        output::note(&format!(
            "{file}:{}:{}: \"{words}\" is not {skill}: correct it by hand",
            place.line, place.column
        ));
    }
    output::note(&match (save, is_corrected) {
        (Some(_), false) => format!("wrote {file}; gapcheck assess reads it again"),
        (Some(_), true) => format!(
            "wrote {file}; gapcheck assess reads it otherwise as long as what was corrected here is not corrected there"
        ),
        (None, _) => "the lines in the report are those of the resume that --save FILE writes".to_owned(),
    });
    Ok(())
}

fn dump(form: Form, profile: &Profile, wording: &Wording) -> Result<(), Failure> {
    let all = questions::questions(profile);
    output::print(&match form {
        Form::Toml => questions::as_toml(&all, profile, wording),
        Form::Json => format!("{:#}\n", questions::as_json(&all, profile, wording)),
    })
}

/// The answers of a file go before what a resume kept.
fn merge(answers: &mut Answers, read: Answers) {
    answers.roles = read.roles;
    answers.projects = read.projects;
    answers.certificates = read.certificates;
    answers.rejected = read.rejected.or(answers.rejected.take());
    answers.answers.extend(read.answers);
}

/// What asks: menus, or numbered lines where these are wanted or the terminal knows nothing else.
fn prompter(cli: &Cli, plain: bool) -> Result<Box<dyn Prompter>, Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return Err(
            Failure::new("the questionnaire asks on a terminal, and this is none").help(
                "without one, fill in a form: gapcheck questionnaire --dump-questions > answers.toml\n      \
             then: gapcheck questionnaire --answers answers.toml --save resume.json",
            ),
        );
    }
    let is_dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    let lines = lines::Lines {
        columns: output::width(cli),
    };
    Ok(match plain || is_dumb {
        true => Box::new(lines),
        false => Box::new(menus::Menus::new(lines)),
    })
}

/// Asks everything, and at last whether the answers are to be kept as a resume.
fn converse(
    interview: &Interview<'_>,
    answers: &mut Answers,
    save: &mut Option<PathBuf>,
    args: &QuestionnaireArgs,
    base: Option<&input::Named<Source>>,
    targets: &[Target<Format>],
    prompter: &mut dyn Prompter,
) -> Result<(), Ended> {
    prompter.say("In texts < goes back, > skips, ? helps, - stands for \"I do not know\". Esc or Ctrl-C stops and keeps the answers.");
    interview.run(answers, prompter)?;
    loop {
        if let Some(path) = save.as_ref() {
            if !path.exists() || args.force {
                return Ok(());
            }
            let items = ["yes, replace it".to_owned(), "no, another file".to_owned()];
            match prompter.choose(&format!("{} is there already. Replace it?", path.display()), &items, 1)? {
                Reply::Given(0) => return Ok(()),
                _ => *save = None,
            }
        }
        let check = |line: &str| {
            let may = may_save(Path::new(line), args, base, false);
            let apart = may.and_then(|()| targets::refuse_to_overwrite(&[Path::new(line)], targets));
            apart.map_err(|failure| failure.said())
        };
        match prompter.line(
            "Save the answers as a resume? The name of a file, or empty for no",
            "",
            &check,
        )? {
            Reply::Given(line) if !line.is_empty() => *save = Some(PathBuf::from(line)),
            Reply::Help => prompter.say("The report tells of this file by line; gapcheck assess reads it again."),
            _ => return Ok(()),
        }
    }
}

/// Whether a file may be written: none that is there already without a word of the user, none whose comments would be lost.
fn may_save(
    save: &Path,
    args: &QuestionnaireArgs,
    base: Option<&input::Named<Source>>,
    unasked: bool,
) -> Result<(), Failure> {
    let shown = save.display();
    let in_place = base
        .is_some_and(|b| repository::real(Path::new(&b.name)).is_some_and(|real| Some(real) == repository::real(save)));
    if in_place && base.is_some_and(|b| b.content.written() != b.content.text) {
        return Err(Failure::new(format!(
            "{shown} has comments or trailing commas, which saving would lose"
        ))
        .help("save to another file: --save FILE"));
    }
    if save.is_dir() || repository::real(save).is_none() {
        return Err(Failure::new(format!(
            "{shown} cannot be written: its folder is not there, or it is one itself"
        ))
        .help("name a file"));
    }
    if unasked && save.exists() && !args.force {
        return Err(
            Failure::new(format!("{shown} is there already")).help("replace it with --force, or name another file")
        );
    }
    Ok(())
}

/// Keeps the answers of somebody whose report could not be finished, and says how to go on; where no file can be written they are
/// shown.
fn keep(answers: &Answers, from: Option<&PathBuf>) {
    let mut nothing = answers.clone();
    nothing.from = None;
    let is_empty = nothing.roles.is_none()
        && nothing.projects.is_none()
        && nothing.certificates.is_none()
        && nothing.answers.is_empty();
    if is_empty {
        return;
    }
    match answers_file::keep(answers, from) {
        Ok(kept) => {
            let kept = for_terminal(&kept.display().to_string());
            output::note(&format!(
                "the answers are kept in {kept}\ngo on: gapcheck questionnaire --continue {kept}"
            ));
        }
        Err(failure) => output::note(&format!(
            "{}\nthe answers are these; put them into a file for --continue:\n{}",
            failure.said(),
            answers_file::text(answers)
        )),
    }
}

fn report(
    cli: &Cli,
    args: &QuestionnaireArgs,
    targets: &[Target<Format>],
    assessment: &Assessment<'_>,
    name: &str,
    open: &[(&str, &str)],
) -> Result<(), Failure> {
    let shown = targets.iter().any(|t| t.format == Format::Human && t.file.is_none());
    if !shown {
        assess::warn(assessment, name);
    }
    let detail = if args.explain {
        Detail::Explained
    } else {
        Detail::Report
    };
    targets::write(cli, targets, |format, look| match format {
        Format::Human => human::render(assessment, name, detail, look) + &open_questions::human(open, look),
        Format::Json => json::render(assessment),
        Format::Markdown => markdown::render(assessment, name) + &open_questions::markdown(open),
    })?;
    if !shown && !open.is_empty() {
        let ids: Vec<&str> = open.iter().map(|(id, _)| *id).collect();
        output::note(&format!("not answered: {}", ids.join(", ")));
    }
    Ok(())
}

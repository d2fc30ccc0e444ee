//! `gapcheck questionnaire`.

mod answers_file;
mod lines;
mod menus;
mod report;

use crate::args::{Cli, Form, QuestionnaireArgs, ReportFormat, Target};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{input, interrupt, output, repository, targets};
use gapcheck::Interview;
use gapcheck::interview::Ended;
use gapcheck::model::answers::{Answers, Where};
use gapcheck::profile;
use gapcheck::questionnaire::{self as questions, Prompter, Reply};
use gapcheck::resume::Source;
use gapcheck::text::clean::for_terminal;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the resume of the answers is called where it is not saved.
const UNSAVED: &str = "answers";

pub fn run(cli: &Cli, args: &QuestionnaireArgs) -> Result<ExitCode, Failure> {
    let targets = targets::chosen(&args.format, args.report.output.as_ref(), ReportFormat::Human)?;
    let as_of = input::as_of(args.report.as_of)?;
    let settings = Settings::load(&args.settings, args.from.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &[])?;
    let wording = profile::wording().map_err(|e| Failure::new(format!("the built-in questions are faulty: {e}")))?;
    let file = args.answers.as_ref().or(args.continue_from.as_ref());
    let read = file.map(|file| answers_file::read(file)).transpose()?;
    let from = from(args, read.as_ref())?;
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
    if let Some(form) = args.dump_questions {
        let dumped = dump(form, &interview, from.as_deref(), args.report.output.as_deref());
        return dumped.map(|()| ExitCode::SUCCESS);
    }
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
    let kept = [from.as_ref(), file].into_iter().flatten().map(PathBuf::as_path);
    targets::refuse_to_overwrite(&kept.collect::<Vec<_>>(), &targets)?;
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
    let done = report::finish(
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

/// The resume that the answers add to: the one of the command line, else the one of the answers file, whose name is looked for from
/// the current folder and from that of the file.
fn from(args: &QuestionnaireArgs, read: Option<&answers_file::Read>) -> Result<Option<PathBuf>, Failure> {
    let of_file = read.and_then(|r| r.answers.from.clone()).map(PathBuf::from);
    let beside = |from: PathBuf| {
        let folder = args
            .answers
            .as_ref()
            .or(args.continue_from.as_ref())
            .and_then(|file| file.parent());
        let beside = folder.map(|folder| folder.join(&from));
        beside
            .filter(|beside| !from.exists() && beside.exists())
            .unwrap_or(from)
    };
    let of_file = of_file.map(beside);
    let (Some(asked), Some(of_file)) = (&args.from, &of_file) else {
        return Ok(args.from.clone().or(of_file));
    };
    // /work/1 is another job in another resume.
    let is_placed = |r: &answers_file::Read| {
        r.answers
            .shown()
            .flat_map(|s| &s.places)
            .any(|p| matches!(p, Where::Entry(_)))
    };
    match repository::real(asked) == repository::real(of_file) || !read.is_some_and(is_placed) {
        true => Ok(args.from.clone()),
        false => Err(Failure::new(format!(
            "the answers add to {}, not to {}",
            of_file.display(),
            asked.display()
        ))
        .help("leave --from out, or take the places in that resume (\"/work/…\") out of the answers")),
    }
}

/// Writes the questions: all, or those that a resume and the stage asked for leave open.
fn dump(form: Form, interview: &Interview<'_>, from: Option<&Path>, to: Option<&Path>) -> Result<(), Failure> {
    let (profile, wording) = (interview.profile, interview.wording);
    let asked = match from.is_some() || interview.to.is_some() {
        false => questions::questions(profile),
        true => {
            let name = from.map_or(String::new(), |from| from.display().to_string());
            let open = interview.open(&interview.begin());
            open.map_err(|error| Failure::unreadable(&name, interview.base.map(|b| b.text.clone()), error))?
        }
    };
    let from = from.map(|from| from.display().to_string());
    let text = match form {
        Form::Toml => questions::as_toml(&asked, profile, wording, from.as_deref()),
        Form::Json => format!("{:#}\n", questions::as_json(&asked, profile, wording, from.as_deref())),
    };
    match to {
        Some(file) => output::write_file(file, &text),
        None => output::print(&text),
    }
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
    targets: &[Target<ReportFormat>],
    prompter: &mut dyn Prompter,
) -> Result<(), Ended> {
    prompter.say("In texts < goes back, > skips, ? helps, - stands for \"I do not know\". Esc or Ctrl-C stops and keeps the answers.");
    let mut skipped = interview.run(answers, prompter)?;
    loop {
        if let Some(path) = save.as_ref() {
            if !path.exists() || args.force {
                return Ok(());
            }
            let items = ["yes, replace it".to_owned(), "no, another file".to_owned()];
            match prompter.choose(&format!("{} is there already. Replace it?", path.display()), &items, 1)? {
                Reply::Given(0) => return Ok(()),
                Reply::Help => {
                    prompter.say("What stands in that file is lost when it is replaced.");
                    continue;
                }
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
            Reply::Back => skipped = interview.go_on(answers, skipped, prompter)?,
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
    if save == Path::new("-") {
        return Err(
            Failure::new("a resume is saved to a file, not to standard output").help("name a file: --save FILE")
        );
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
        && nothing.rejected.is_none_or(|ids| ids.is_empty())
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

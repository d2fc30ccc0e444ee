//! The end of a questionnaire: the resume of the answers saved, and its report.

use super::UNSAVED;
use crate::args::{Cli, QuestionnaireArgs, ReportFormat, Target};
use crate::failure::Failure;
use crate::{assess, input, output, page, targets};
use gapcheck::Interview;
use gapcheck::matching::Lexicon;
use gapcheck::model::answers::Answers;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::correction::Corrections;
use gapcheck::render::human::Detail;
use gapcheck::render::open_questions;
use gapcheck::resume::Source;
use gapcheck::text::clean::for_terminal;
use std::path::Path;

/// Saves the resume of the answers and reports on it.
pub fn finish(
    cli: &Cli,
    args: &QuestionnaireArgs,
    targets: &[Target<ReportFormat>],
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
    let page = page::wanted(targets, || {
        let (profile, corrections) = interview.corrected(answers).map_err(unreadable)?;
        let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
        page::of(&source, &profile, &lexicon, &corrections, interview.as_of, &name)
    })?;
    let written = interview.assessed(answers, |assessment| {
        report(cli, args, targets, assessment, &name, &open, &page)
            .map(|()| assessment.corrections != Corrections::default())
    });
    let is_corrected = written.map_err(unreadable)??;
    let file = match (save, base) {
        (None, Some(base)) => for_terminal(&base.name),
        _ => for_terminal(&name),
    };
    for (skill, words, place) in interview.rejected(answers, save.is_some()).map_err(unreadable)? {
        let words = for_terminal(&words);
        output::note(&format!(
            "{file}:{}:{}: \"{words}\" still reads as {skill}, which you turned down: correct it by hand",
            place.line, place.column
        ));
    }
    if save.is_some() && interview.loses(answers, &source) {
        output::note(&format!(
            "{file}: its \"meta\" is no object, so what you turned down or know nothing of is not kept in it"
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

fn report(
    cli: &Cli,
    args: &QuestionnaireArgs,
    targets: &[Target<ReportFormat>],
    assessment: &Assessment<'_>,
    name: &str,
    open: &[(&str, &str)],
    page: &str,
) -> Result<(), Failure> {
    let shown = targets
        .iter()
        .any(|t| t.format == ReportFormat::Human && t.file.is_none());
    if !shown {
        assess::warn(assessment, name);
    }
    let detail = if args.explain {
        Detail::Explained
    } else {
        Detail::Report
    };
    targets::write(cli, targets, |format, look| {
        let open = match format {
            ReportFormat::Human => open_questions::human(open, look),
            ReportFormat::Markdown => open_questions::markdown(open),
            _ => String::new(),
        };
        assess::written(format, assessment, name, detail, look, page) + &open
    })?;
    if !shown && !open.is_empty() {
        let ids: Vec<&str> = open.iter().map(|(id, _)| *id).collect();
        output::note(&format!("not answered: {}", ids.join(", ")));
    }
    Ok(())
}

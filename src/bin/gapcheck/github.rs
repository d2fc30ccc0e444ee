//! The files through which a step of GitHub Actions speaks: its summary and its outputs.

use crate::failure::Failure;
use gapcheck::render::check::{Checked, markdown};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

/// GitHub drops a summary of more than one MiB with all that stands in it; some room is left for other steps.
const MOST: usize = 1_000_000;

/// Appends the summary and the outputs where GitHub asks for them.
pub fn report(checked: &Checked<'_>) -> Result<(), Failure> {
    if let Some(file) = named("GITHUB_STEP_SUMMARY") {
        let already = std::fs::metadata(&file).map_or(0, |m| usize::try_from(m.len()).unwrap_or(usize::MAX));
        let text = markdown::render(checked);
        let short = "gapcheck: the summary is too large for GitHub; see the log or --format markdown=FILE\n";
        let fits = |text: &str| already.saturating_add(text.len()) < MOST;
        let text = [text.as_str(), short]
            .into_iter()
            .find(|text| fits(text))
            .unwrap_or_default();
        append(&file, text)?;
    }
    if let Some(file) = named("GITHUB_OUTPUT") {
        // Words of our own and numbers: nothing of the resume is among them.
        let a = checked.assessment;
        let stage = a.stage.estimate.map_or(String::new(), |s| s.to_string());
        let verdict = if checked.verdict.passed() { "passed" } else { "failed" };
        append(
            &file,
            &format!("score={}\nstage={stage}\nverdict={verdict}\n", a.coverage.score),
        )?;
    }
    Ok(())
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|v| !v.is_empty()).map(PathBuf::from)
}

fn append(file: &PathBuf, text: &str) -> Result<(), Failure> {
    // What another step left unfinished is not our line.
    let unfinished = std::fs::read(file).is_ok_and(|kept| kept.last().is_some_and(|byte| *byte != b'\n'));
    let text = format!("{}{text}", if unfinished { "\n" } else { "" });
    let open = OpenOptions::new().append(true).create(true).open(file);
    open.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|e| Failure::new(format!("cannot write {}: {e}", file.display())))
}

//! Answers files: JSON or TOML, read with the place of each fault; written where somebody stops in the middle.

use crate::failure::Failure;
use crate::{input, output};
use gapcheck::model::answers::Answers;
use gapcheck::questionnaire::{self as questions, Problem};
use std::path::{Path, PathBuf};

/// The file that keeps the answers of somebody who stopped.
const KEPT: &str = "gapcheck-answers.json";

/// Answers with the text that they were read from.
pub struct Read {
    name: String,
    text: String,
    pub answers: Answers,
}

/// Reads an answers file.
pub fn read(path: &Path) -> Result<Read, Failure> {
    let input::Named { name, content: text } = input::text(path)?;
    let help = "gapcheck questionnaire --dump-questions writes a form";
    let answers = questions::parse(&text)
        .map_err(|fault| Failure::in_file(&name, &text, fault.offset, fault.message, Some(help.to_owned())))?;
    Ok(Read { name, text, answers })
}

impl Read {
    /// All faults at once, each at its place.
    pub fn refuse(&self, problems: Vec<Problem>) -> Result<(), Failure> {
        if problems.is_empty() {
            return Ok(());
        }
        let placed = problems
            .into_iter()
            .map(|p| (questions::place(&self.text, &p.pointer), p.message));
        let mut faults: Vec<(usize, String)> = placed.collect();
        faults.sort();
        Err(Failure::faults(&self.name, &self.text, faults))
    }
}

/// Keeps the answers of somebody who stopped: in the file that they came from, else in a new one. Gives its name.
pub fn keep(answers: &Answers, from: Option<&PathBuf>) -> Result<PathBuf, Failure> {
    let numbered = |n: usize| PathBuf::from(KEPT.replace(".json", &format!("-{n}.json")));
    let mut names = std::iter::once(PathBuf::from(KEPT)).chain((2..).map(numbered));
    let new = || {
        names
            .find(|name| std::fs::symlink_metadata(name).is_err())
            .unwrap_or_default()
    };
    let path = from
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .cloned()
        .unwrap_or_else(new);
    output::write_file(&path, &text(answers))?;
    Ok(path)
}

/// An answers file, as JSON.
pub fn text(answers: &Answers) -> String {
    // Strings, numbers and lists of them cannot fail to serialise.
    serde_json::to_string_pretty(answers).unwrap_or_default() + "\n"
}

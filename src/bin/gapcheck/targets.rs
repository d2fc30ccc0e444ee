//! Formats and where they go: at most one to standard output, none in the place of what was read.

use crate::args::{Cli, Target};
use crate::failure::Failure;
use crate::{output, repository};
use gapcheck::render::page::Look;
use std::path::{Path, PathBuf};

/// What is written and where; without any format the first of all goes to standard output.
pub fn chosen<F: Copy>(formats: &[Target<F>], output: Option<&PathBuf>, first: F) -> Result<Vec<Target<F>>, Failure>
where
    Target<F>: Clone,
{
    let mut targets = formats.to_vec();
    if targets.is_empty() {
        targets.push(Target {
            format: first,
            file: None,
        });
    }
    if let Some(output) = output {
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
        let same = |other: &Target<F>| is_same(other.file.as_deref(), target.file.as_deref());
        if targets[..i].iter().any(same) {
            return Err(Failure::new("two formats cannot go to the same file").help("give each a file of its own"));
        }
    }
    Ok(targets)
}

/// Whether two names mean one file, which need not be there yet.
fn is_same(a: Option<&Path>, b: Option<&Path>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || repository::real(a).is_some_and(|real| Some(real) == repository::real(b)),
        _ => false,
    }
}

/// A report in the place of what it was made from, or of another file that is written, would be the end of it.
pub fn refuse_to_overwrite<F>(kept: &[&Path], targets: &[Target<F>]) -> Result<(), Failure> {
    // A link is followed to what would be replaced.
    let same = |a: &Path, b: &Path| {
        is_same(Some(a), Some(b))
            || std::fs::canonicalize(a).is_ok_and(|a| a.is_file() && std::fs::canonicalize(b).is_ok_and(|b| a == b))
    };
    let replaced = |file: &&&Path| files(targets).any(|target| same(target, file));
    match kept.iter().find(replaced) {
        Some(file) => {
            Err(Failure::new(format!("the report would replace {}", file.display())).help("write it to another file"))
        }
        None => Ok(()),
    }
}

/// A link may come with the repository that is checked, and lead anywhere.
pub fn refuse_links<F>(targets: &[Target<F>]) -> Result<(), Failure> {
    match files(targets).find(|file| file.is_symlink() && !file.starts_with("/dev") && !file.starts_with("/proc")) {
        Some(link) => Err(
            Failure::new(format!("{} is a link; nothing is written through it", link.display()))
                .help("name the file itself"),
        ),
        None => Ok(()),
    }
}

/// Refuses files that could not be written later.
pub fn refuse_missing_folders<F>(targets: &[Target<F>]) -> Result<(), Failure> {
    match files(targets).find(|file| file.is_dir() || repository::real(file).is_none()) {
        Some(file) => Err(Failure::new(format!(
            "{} cannot be written: its folder is not there, or it is one itself",
            file.display()
        ))
        .help("name a file")),
        None => Ok(()),
    }
}

/// Writes every target; `text` makes what goes into it.
pub fn write<F: Copy>(cli: &Cli, targets: &[Target<F>], text: impl Fn(F, Look) -> String) -> Result<(), Failure> {
    for target in targets {
        match &target.file {
            Some(file) => output::write_file(file, &text(target.format, output::plain_look(cli)))?,
            None => output::print(&text(target.format, output::look(cli)))?,
        }
    }
    Ok(())
}

/// The files among the targets.
fn files<F>(targets: &[Target<F>]) -> impl Iterator<Item = &Path> {
    targets.iter().filter_map(|t| t.file.as_deref())
}

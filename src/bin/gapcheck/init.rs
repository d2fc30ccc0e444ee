//! `gapcheck init`.

use crate::args::InitArgs;
use crate::failure::Failure;
use crate::{output, repository, settings};
use std::path::{Path, PathBuf};

/// The file that `init` writes.
const CONFIG: &str = include_str!("init/gapcheck.toml");

/// The workflow that `init` writes into the root of the repository.
const WORKFLOW: &str = include_str!("init/workflow.yml");

/// Writes a configuration and a workflow to begin with; what is there already stays as it is.
pub fn run(args: &InitArgs) -> Result<(), Failure> {
    if !args.folder.is_dir() {
        return Err(Failure::new(format!("{} is no folder", args.folder.display())).help("make it first"));
    }
    let mut files = Vec::new();
    match settings::in_folder(&args.folder)? {
        // A second file would hide it, or be hidden.
        Some(found) => output::note(&format!("{} configures gapcheck already; left as it is", found.name)),
        None => files.push(New {
            path: args.folder.join("gapcheck.toml"),
            text: CONFIG.to_owned(),
            if_there: String::new(),
        }),
    }
    files.push(workflow(&args.folder)?);
    for new in &files {
        look(&new.path)?;
    }
    for New { path, text, if_there } in &files {
        match create(path, text) {
            Ok(true) => output::note(&format!("wrote {}", path.display())),
            Ok(false) => output::note(&format!("{} is there already; left as it is{if_there}", path.display())),
            Err(e) => return Err(Failure::new(format!("cannot write {}: {e}", path.display()))),
        }
    }
    output::note("next: gapcheck check, then gapcheck check --write-baseline");
    Ok(())
}

/// A file to be written where there is none.
struct New {
    path: PathBuf,
    text: String,
    /// What is left to do where there is one.
    if_there: String,
}

/// The workflow, where GitHub reads it: in the root of the repository.
fn workflow(folder: &Path) -> Result<New, Failure> {
    const NAME: &str = ".github/workflows/gapcheck.yml";
    let unreadable = |e| Failure::new(format!("cannot read {}: {e}", folder.display()));
    let real = std::fs::canonicalize(folder).map_err(unreadable)?;
    let root = repository::root(&real).unwrap_or(&real);
    if root == real {
        return Ok(New {
            path: folder.join(NAME),
            text: WORKFLOW.to_owned(),
            if_there: String::new(),
        });
    }
    let below = repository::slashed(real.strip_prefix(root).unwrap_or(&real));
    if below.contains("${{") {
        return Err(Failure::new("GitHub would take the name of this folder for an expression").help("rename it"));
    }
    // A JSON string is one of YAML too.
    let step = format!("working-directory: {}", serde_json::Value::from(below));
    Ok(New {
        path: root.join(NAME),
        text: format!("{WORKFLOW}        with:\n          {step}\n"),
        if_there: format!(": see that a step with {step} checks this folder"),
    })
}

/// Refuses a path that leads through a link or a file: a link in a repository may lead anywhere.
fn look(path: &Path) -> Result<(), Failure> {
    let steps: Vec<&Path> = path.ancestors().skip(1).take(2).collect();
    let in_github = |step: &&&Path| step.ends_with(".github") || step.ends_with(".github/workflows");
    match steps
        .iter()
        .filter(in_github)
        .find(|s| s.is_symlink() || s.exists() && !s.is_dir())
    {
        Some(step) => {
            let what = if step.is_symlink() { "a link" } else { "a file" };
            Err(
                Failure::new(format!("{} is {what}; nothing is written through it", step.display()))
                    .help("make it a folder"),
            )
        }
        None => Ok(()),
    }
}

/// Writes a file that is not there; says whether it did.
fn create(path: &Path, text: &str) -> std::io::Result<bool> {
    use std::io::Write;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    match std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map(|()| true),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(e) => Err(e),
    }
}

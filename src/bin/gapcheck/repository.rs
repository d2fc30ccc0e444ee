//! Where files lie: the root of the repository, and paths from there as services that show a repository want them.

use std::path::{Component, Path, PathBuf};

/// Variables in which a CI service says where the repository is.
const WORKSPACES: [&str; 2] = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];

/// A path without links and steps up in its folder; the file itself need not be there. `None` where the folder is not.
pub fn real(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = std::fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
    Some(folder.join(path.file_name()?))
}

/// The nearest folder with `.git`, from a folder without links upwards.
pub fn root(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}

/// The path of a file from the root of its repository, with `/`: the nearest folder with `.git`, else the workspace of a CI
/// service. In neither, it is as it was given.
pub fn path_in(file: &str) -> String {
    let given = || file.strip_prefix("./").unwrap_or(file).to_owned();
    let Some(real) = real(Path::new(file)) else {
        return given();
    };
    let workspaces = WORKSPACES.iter().filter_map(std::env::var_os);
    let workspace = || {
        workspaces
            .filter_map(|w| std::fs::canonicalize(w).ok())
            .find(|w| real.starts_with(w))
    };
    let root = real.parent().and_then(root).map(Path::to_owned).or_else(workspace);
    match root.and_then(|root| Some(slashed(real.strip_prefix(root).ok()?))) {
        Some(path) => path,
        None => given(),
    }
}

/// The steps of a relative path with `/` between.
pub fn slashed(path: &Path) -> String {
    let steps = path.components().filter(|c| *c != Component::CurDir);
    steps
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

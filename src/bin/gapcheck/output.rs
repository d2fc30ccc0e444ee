//! Writing: standard output that may close, files that are whole or not there, and what the terminal can show.

use crate::args::{Cli, ColorWhen};
use crate::failure::Failure;
use anstream::ColorChoice;
use gapcheck::render::page::Look;
use gapcheck::text::clean::for_messages;
use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Columns where neither the user nor a terminal says: wide enough for tables, narrow enough for a mail.
const COLUMNS: usize = 100;

/// The look of standard output.
pub fn look(cli: &Cli) -> Look {
    let color = chosen(cli, anstream::AutoStream::choice(&std::io::stdout()));
    Look {
        width: width(cli),
        color,
        unicode: shows_unicode(),
    }
}

/// The look of a file: no colours, all signs.
pub fn plain_look(cli: &Cli) -> Look {
    Look {
        width: cli.width.map_or(COLUMNS, usize::from),
        color: false,
        unicode: true,
    }
}

pub fn color_on_stderr(cli: &Cli) -> bool {
    chosen(cli, anstream::AutoStream::choice(&std::io::stderr()))
}

fn chosen(cli: &Cli, automatic: ColorChoice) -> bool {
    match cli.color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => !matches!(automatic, ColorChoice::Never),
    }
}

/// The columns that a report may take. Some terminals say 0; that means unknown.
pub fn width(cli: &Cli) -> usize {
    let is_terminal = std::io::stdout().is_terminal() || std::io::stderr().is_terminal();
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let from_terminal = || if is_terminal { terminal() } else { None };
    // What goes to a file or a pipe is the same whatever window it was started from.
    let columns = || std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let from_environment = || if is_terminal { columns() } else { None };
    let asked = cli.width.map(usize::from);
    let found = asked
        .or_else(from_terminal)
        .or_else(from_environment)
        .filter(|w| *w > 0);
    found.unwrap_or(COLUMNS).clamp(20, 1000)
}

/// A terminal without UTF-8 gets ASCII; a file or pipe gets everything.
fn shows_unicode() -> bool {
    if !std::io::stdout().is_terminal() {
        return true;
    }
    let variable = |name| std::env::var(name).ok().filter(|v: &String| !v.is_empty());
    if variable("TERM").is_some_and(|term| term == "dumb" || term == "linux") {
        return false;
    }
    let locale = variable("LC_ALL")
        .or_else(|| variable("LC_CTYPE"))
        .or_else(|| variable("LANG"));
    cfg!(windows) || locale.is_none_or(|l| l.to_lowercase().replace('-', "").contains("utf8"))
}

/// Prints to standard output; a reader that has gone away is no fault.
pub fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

pub fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    Sink::open(None)?.write(bytes).map(drop)
}

/// The file that standard output goes to, where the shell made one of it.
pub fn standard_output_file() -> Option<PathBuf> {
    let path = std::fs::canonicalize("/dev/stdout").ok()?;
    path.is_file().then_some(path)
}

/// Says something on standard error.
pub fn note(text: &str) {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "{}", for_messages(text));
}

/// Writes a file: beside it and renamed where it is a regular file or new, directly where it is a device or a pipe.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let mut sink = Sink::open(Some(path))?;
    sink.write(text.as_bytes())?;
    sink.finish()
}

/// Where an output goes piece by piece.
pub struct Sink {
    /// As it is called in messages.
    name: String,
    way: Way,
}

enum Way {
    Printed,
    /// A device or a pipe.
    Direct(File),
    /// Beside the file and renamed to it at the end: it is whole or as it was.
    Beside(NamedTempFile, PathBuf),
}

impl Sink {
    /// Opens a file, standard output without one.
    pub fn open(path: Option<&Path>) -> Result<Sink, Failure> {
        let name = path.map_or(String::new(), |path| path.display().to_string());
        let failed = |e: std::io::Error| Failure::new(format!("cannot write {name}: {e}"));
        let way = match path {
            None => Way::Printed,
            // Behind these names may stand a file that somebody appends to; it must not be replaced.
            Some(path) if path == Path::new("/dev/stdout") || path == Path::new("-") => Way::Printed,
            Some(path) if is_handle(path) => direct(path).map_err(failed)?,
            Some(path) => match std::fs::metadata(path) {
                Ok(found) if found.is_dir() => {
                    return Err(Failure::new(format!("cannot write {name}: it is a folder")));
                }
                Ok(found) if !found.is_file() => direct(path).map_err(failed)?,
                _ => beside(path).map_err(failed)?,
            },
        };
        let name = if matches!(way, Way::Printed) {
            "to standard output".to_owned()
        } else {
            name
        };
        Ok(Sink { name, way })
    }

    /// Writes a piece; `false` where the reader has gone away, which is no fault.
    pub fn write(&mut self, bytes: &[u8]) -> Result<bool, Failure> {
        let written = match &mut self.way {
            Way::Printed => {
                let mut stdout = std::io::stdout().lock();
                stdout.write_all(bytes).and_then(|()| stdout.flush())
            }
            Way::Direct(file) => file.write_all(bytes),
            Way::Beside(file, _) => file.write_all(bytes),
        };
        match written {
            Ok(()) => Ok(true),
            Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(false),
            Err(e) => Err(Failure::new(format!("cannot write {}: {e}", self.name))),
        }
    }

    /// Whether somebody sees what is written as it is written.
    pub fn is_terminal(&self) -> bool {
        matches!(self.way, Way::Printed) && std::io::stdout().is_terminal()
    }

    /// Puts a file into its place. Without this what was there stays.
    pub fn finish(self) -> Result<(), Failure> {
        let Way::Beside(file, target) = self.way else {
            return Ok(());
        };
        let placed = (|| {
            file.as_file().sync_all()?;
            // The `umask` was applied to those of an existing file too.
            if let Ok(found) = std::fs::metadata(&target) {
                file.as_file().set_permissions(found.permissions())?;
            }
            file.persist(&target).map_err(|e| e.error)
        })();
        placed
            .map(drop)
            .map_err(|e| Failure::new(format!("cannot write {}: {e}", self.name)))
    }
}

/// Whether a path names what some process has open, which may be a file.
fn is_handle(path: &Path) -> bool {
    ["/dev/fd", "/dev/stderr", "/proc"]
        .into_iter()
        .any(|handles| path.starts_with(handles))
}

fn direct(path: &Path) -> std::io::Result<Way> {
    std::fs::OpenOptions::new().append(true).open(path).map(Way::Direct)
}

fn beside(path: &Path) -> std::io::Result<Way> {
    // A link stays a link: what it points to is replaced.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix(".gapcheck-");
    let permissions = permissions_for(&target);
    let builder = match &permissions {
        Some(permissions) => builder.permissions(permissions.clone()),
        None => builder,
    };
    let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    Ok(Way::Beside(file, target))
}

/// An existing file keeps its permissions; a new one gets those that any program would give it, not a temporary file's: the system
/// takes away what the user's `umask` says.
#[cfg(unix)]
fn permissions_for(target: &Path) -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let existing = std::fs::metadata(target).ok().map(|found| found.permissions());
    Some(existing.unwrap_or_else(|| std::fs::Permissions::from_mode(0o666)))
}

#[cfg(not(unix))]
fn permissions_for(_: &Path) -> Option<std::fs::Permissions> {
    None
}

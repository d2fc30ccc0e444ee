//! Writing: standard output that may close, files that are whole or not there, and what the terminal can show.

use crate::args::{Cli, ColorWhen};
use crate::failure::Failure;
use anstream::ColorChoice;
use gapcheck::render::page::Look;
use gapcheck::text::clean::for_messages;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

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
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(e) => Err(Failure::new(format!("cannot write to standard output: {e}"))),
        Ok(()) => Ok(()),
    }
}

/// Says something on standard error.
pub fn note(text: &str) {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "{}", for_messages(text));
}

/// Writes a file: beside it and renamed where it is a regular file or new, directly where it is a device or a pipe.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("cannot write {}: {e}", path.display()));
    // Behind these names may stand a file that somebody appends to; it must not be replaced.
    if path == Path::new("/dev/stdout") || path == Path::new("-") {
        return print(text);
    }
    if path.starts_with("/dev") || path.starts_with("/proc") {
        return write_directly(path, text).map_err(failed);
    }
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            return Err(Failure::new(format!("cannot write {}: it is a folder", path.display())));
        }
        Ok(found) if !found.is_file() => return write_directly(path, text).map_err(failed),
        _ => {}
    }
    // A link stays a link: what it points to is replaced.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".gapcheck-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    keep_permissions(&target, file.as_file()).map_err(failed)?;
    file.persist(&target).map_err(|e| failed(e.error))?;
    Ok(())
}

fn write_directly(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().append(true).open(path)?;
    match file.write_all(text.as_bytes()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// An existing file keeps its permissions; a new one gets those that any program would give it, not a temporary file's.
#[cfg(unix)]
fn keep_permissions(target: &Path, file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = match std::fs::metadata(target) {
        Ok(found) => found.permissions(),
        Err(_) => std::fs::Permissions::from_mode(0o644),
    };
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
fn keep_permissions(_: &Path, _: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

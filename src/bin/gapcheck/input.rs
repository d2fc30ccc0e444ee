//! Reading resumes and profiles, and the day of the assessment.

use crate::failure::Failure;
use crate::{interrupt, settings};
use gapcheck::model::profile::Profile;
use gapcheck::profile as profiles;
use gapcheck::resume::{MAX_BYTES, Source};
use gapcheck::text::nearest::nearest;
use jiff::civil::Date;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The resume that is read where none is named.
const DEFAULT_RESUME: &str = "resume.json";

/// A file that was read, with the name that it is shown under.
pub struct Named<T> {
    pub name: String,
    pub content: T,
}

/// Reads the resume at `path`, standard input for `-`.
pub fn resume(path: Option<&PathBuf>, stdin_name: &str) -> Result<Named<Source>, Failure> {
    let bytes = match path {
        None if !Path::new(DEFAULT_RESUME).exists() => {
            return Err(
                Failure::new(format!("there is no {DEFAULT_RESUME} in the current folder")).help(
                    "name a file, such as path/to/resume.json\n      \
                 no JSON resume? gapcheck questionnaire asks for what it needs",
                ),
            );
        }
        None => {
            settings::refuse_link_out(Path::new(DEFAULT_RESUME))?;
            file(Path::new(DEFAULT_RESUME))?
        }
        Some(path) if path.as_os_str() == "-" => Named {
            name: stdin_name.to_owned(),
            content: stdin(stdin_name)?,
        },
        Some(path) => file(path)?,
    };
    let Named { name, content } = bytes;
    // A message about a place in the file needs its text; the source takes the bytes, so a copy is kept for that case.
    let kept = String::from_utf8(content.clone()).ok();
    match Source::new(content) {
        Ok(source) => Ok(Named { name, content: source }),
        Err(error) => {
            let text = kept.map(|t| t.trim_start_matches('\u{feff}').to_owned());
            Err(Failure::unreadable(&name, text, error))
        }
    }
}

/// Reads a whole file.
pub fn file(path: &Path) -> Result<Named<Vec<u8>>, Failure> {
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(Failure::new(format!("{name} is a folder")).help(format!(
            "name a file in it, such as {}",
            path.join(DEFAULT_RESUME).display()
        )));
    }
    if !path.is_file() {
        // A pipe may make it wait.
        interrupt::watch();
    }
    let open = File::open(path).map_err(|e| unreadable(&name, &e))?;
    let content = limited(open, &name)?;
    Ok(Named { name, content })
}

/// Reads a file or standard input.
pub fn bytes(path: &Path) -> Result<Named<Vec<u8>>, Failure> {
    if path.as_os_str() != "-" {
        return file(path);
    }
    Ok(Named {
        name: "<stdin>".to_owned(),
        content: stdin("<stdin>")?,
    })
}

/// Reads text from a file or standard input.
pub fn text(path: &Path) -> Result<Named<String>, Failure> {
    let bytes = bytes(path)?;
    let name = bytes.name;
    let content = String::from_utf8(bytes.content).map_err(|_| Failure::new(format!("{name} is not UTF-8 text")))?;
    Ok(Named {
        content: content.trim_start_matches('\u{feff}').to_owned(),
        name,
    })
}

fn stdin(name: &str) -> Result<Vec<u8>, Failure> {
    interrupt::watch();
    limited(std::io::stdin().lock(), name)
}

/// Reads no more than the limit and one byte, so that an endless input ends.
fn limited(reader: impl Read, name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    reader
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| unreadable(name, &e))?;
    if bytes.len() > MAX_BYTES {
        return Err(Failure::new(format!(
            "{name} is larger than {} MiB, the limit for one file",
            MAX_BYTES >> 20
        ))
        .help("a resume has a few kilobytes; is this the right file?"));
    }
    Ok(bytes)
}

fn unreadable(name: &str, error: &std::io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::NotFound => "look at the spelling and at the folder; a path is relative to the current one",
        ErrorKind::PermissionDenied => "the file may not be read by you; look at its permissions",
        _ => "look whether it is a file that can be read",
    };
    Failure::new(format!("cannot read {name}: {error}")).help(help)
}

/// The profile behind an id or a file name.
pub fn profile(wanted: &str) -> Result<Profile, Failure> {
    if let Some(loaded) = profiles::load(wanted) {
        return loaded.map_err(|faults| Failure::new(format!("the built-in profile {wanted} is faulty: {faults:?}")));
    }
    let path = Path::new(wanted);
    if !path.exists() {
        let near = nearest(wanted, profiles::ids()).map_or(String::new(), |near| format!("; did you mean {near}?"));
        let known = profiles::ids().collect::<Vec<_>>().join(", ");
        return Err(
            Failure::new(format!("there is no profile \"{wanted}\", built in or as a file{near}"))
                .help(format!("built in are {known}")),
        );
    }
    let text = text(path)?;
    profiles::from_json(&text.content).map_err(|faults| Failure::faulty(&text.name, &text.content, faults))
}

/// The day of the assessment: as asked, else by SOURCE_DATE_EPOCH, else today (UTC).
pub fn as_of(asked: Option<Date>) -> Result<Date, Failure> {
    if let Some(day) = asked {
        return Ok(day);
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) if !text.is_empty() => text.parse::<u64>().map_err(|_| {
            Failure::new(format!("SOURCE_DATE_EPOCH is \"{text}\", not a number of seconds"))
                .help("unset it or use --as-of")
        })?,
        _ => SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs()),
    };
    let days = i32::try_from(seconds / 86_400).ok().and_then(|days| {
        let span = jiff::Span::new().try_days(days).ok()?;
        jiff::civil::date(1970, 1, 1).checked_add(span).ok()
    });
    days.ok_or_else(|| Failure::new("the clock or SOURCE_DATE_EPOCH is too far away").help("use --as-of YYYY-MM-DD"))
}

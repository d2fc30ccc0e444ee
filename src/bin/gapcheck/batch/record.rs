//! One resume among many: its bytes in, a line of JSON out.

use super::identifier;
use gapcheck::Assessor;
use gapcheck::matching::Lexicon;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::render::json::Fields;
use gapcheck::render::json::line::{self, Head, Id, Origin, Refusal};
use gapcheck::resume::{ReadError, Source};
use gapcheck::text::locate::line_column;
use jiff::civil::Date;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What every resume of a run is held against, and what is asked of its assessment.
pub struct Job<'a> {
    pub profile: &'a Profile,
    pub lexicon: &'a Lexicon<'a>,
    pub corrections: &'a Corrections,
    pub as_of: Date,
    pub fields: &'a Fields,
    /// The JSON pointer of the identifier.
    pub id: Option<&'a str>,
    pub max_line: usize,
}

/// What a worker uses again from one resume to the next.
pub struct Scratch<'a> {
    assessor: Assessor<'a, 'a>,
    /// The text of a resume.
    text: Vec<u8>,
}

impl<'a> Scratch<'a> {
    pub fn new(job: &Job<'a>) -> Scratch<'a> {
        Scratch {
            assessor: Assessor::new(job.profile, job.lexicon, job.corrections, job.as_of),
            text: Vec::new(),
        }
    }

    /// Assesses a resume as far as `job` asks for it.
    fn assess(&mut self, source: &Source, job: &Job<'a>) -> Result<Assessment<'a>, ReadError> {
        match job.fields {
            Fields::Summary => self.assessor.verdicts(source),
            _ => self.assessor.assess(source),
        }
    }
}

/// A resume, and where it stands.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub bytes: &'a [u8],
    pub file: Option<&'a Arc<str>>,
    /// Its line in a file or stream of many; none for a whole file.
    pub line: Option<u64>,
}

/// A resume that has no assessment: where it stands, and why.
#[derive(Clone)]
pub struct Refused {
    pub file: Option<Arc<str>>,
    pub refusal: Refusal,
}

/// Appends the assessment of a resume, or why it has none; that is returned too.
pub fn append<'a>(record: Record<'_>, job: &Job<'a>, scratch: &mut Scratch<'a>, out: &mut Vec<u8>) -> Option<Refused> {
    let start = out.len();
    let done = assessed(record, job, scratch, |source, assessment| {
        let head = Head {
            id: job.id.map(|pointer| identifier::of(&source.text, pointer)),
            origin: origin(record),
        };
        line::append(out, &head, assessment, job.fields);
    });
    let Err(refusal) = done else {
        return None;
    };
    out.truncate(start);
    let id = job.id.map(|pointer| identifier::of_bytes(record.bytes, pointer));
    Some(append_refusal(record, id.filter(|id| *id != Id::None), refusal, out))
}

/// Assesses a resume and makes something of its assessment.
pub fn assessed<'a, T>(
    record: Record<'_>,
    job: &Job<'a>,
    scratch: &mut Scratch<'a>,
    make: impl FnOnce(&Source, &Assessment<'_>) -> T,
) -> Result<T, Refusal> {
    // A fault in this program costs one resume of many, and is said in its place.
    let done = catch_unwind(AssertUnwindSafe(|| assess(record, job, scratch, make)));
    done.unwrap_or_else(|_| {
        *scratch = Scratch::new(job);
        Err(panicked(record))
    })
}

/// Appends why there is no assessment.
pub fn append_refusal(record: Record<'_>, id: Option<Id>, refusal: Refusal, out: &mut Vec<u8>) -> Refused {
    let head = Head {
        id,
        origin: origin(record),
    };
    line::append_refusal(out, &head, &refusal);
    Refused {
        file: record.file.cloned(),
        refusal,
    }
}

fn origin(record: Record<'_>) -> Option<Origin<'_>> {
    let line = record.line;
    record.file.map(|file| Origin { file, line })
}

fn assess<'a, T>(
    record: Record<'_>,
    job: &Job<'a>,
    scratch: &mut Scratch<'a>,
    make: impl FnOnce(&Source, &Assessment<'_>) -> T,
) -> Result<T, Refusal> {
    if record.bytes.len() > job.max_line {
        return Err(too_long(record.line, job.max_line));
    }
    let bytes = record.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(record.bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(blank(record));
    }
    let mut text = std::mem::take(&mut scratch.text);
    text.clear();
    text.extend_from_slice(record.bytes);
    // Nearly every line is a resume that needs no repair, and is read but once.
    let mut source = Source::unchecked(text).map_err(|error| unreadable(record, error))?;
    let assessment = match scratch.assess(&source, job) {
        Ok(assessment) => assessment,
        Err(_) => {
            source = Source::new(record.bytes.to_vec()).map_err(|error| unreadable(record, error))?;
            let assessed = scratch.assess(&source, job);
            assessed.map_err(|error| refused(record, "not-a-resume", error))?
        }
    };
    let made = make(&source, &assessment);
    scratch.text = source.text.into_bytes();
    Ok(made)
}

/// A line, or a file, that is longer than the limit; which may have been skipped before its length was known.
pub fn too_long(line: Option<u64>, max_line: usize) -> Refusal {
    let what = if line.is_some() { "line" } else { "file" };
    Refusal {
        code: "too-long",
        message: format!("the {what} is longer than {max_line} bytes, the limit"),
        help: Some("a resume has a few kilobytes; --max-line BYTES allows more".to_owned()),
        line: line.unwrap_or(1),
        column: 1,
    }
}

/// Whether what a reader could not read is one resume; anything else is an end of unknown length.
pub fn is_one(fault: &Refusal) -> bool {
    fault.code == "too-long"
}

fn blank(record: Record<'_>) -> Refusal {
    let (message, help) = match record.line {
        Some(_) => (
            "the line is blank",
            "each line holds a resume; an empty one is written {}",
        ),
        None => ("the file is empty", "an empty resume is written {}"),
    };
    Refusal {
        code: "blank",
        message: message.to_owned(),
        help: Some(help.to_owned()),
        line: record.line.unwrap_or(1),
        column: 1,
    }
}

fn panicked(record: Record<'_>) -> Refusal {
    Refusal {
        code: "internal",
        message: "gapcheck itself failed on this resume".to_owned(),
        help: Some("this is a fault of gapcheck; please report it with the message on standard error".to_owned()),
        line: record.line.unwrap_or(1),
        column: 1,
    }
}

/// A resume that is no JSON, or no text at all.
fn unreadable(record: Record<'_>, error: ReadError) -> Refusal {
    let Err(wrong) = str::from_utf8(record.bytes) else {
        return refused(record, "not-json", error);
    };
    let at = wrong.valid_up_to();
    let before = String::from_utf8_lossy(&record.bytes[..at]);
    // What is no text at all is called by its name; else the place is known better here, where the lines before are counted.
    let message = match error.message.starts_with("the file is") {
        true => error.message,
        false => format!("this is not UTF-8 (byte 0x{:02X})", record.bytes[at]),
    };
    let mut refusal = refused(
        record,
        "not-utf8",
        ReadError {
            message,
            offset: None,
            help: error.help,
        },
    );
    place(
        record,
        &mut refusal,
        before.trim_start_matches('\u{feff}'),
        before.len(),
    );
    refusal
}

fn refused(record: Record<'_>, code: &'static str, error: ReadError) -> Refusal {
    let (message, help) = (error.message, error.help);
    let (message, help) = match record.line {
        // The library speaks of files; and who writes one resume over many lines gets an error for each.
        Some(_) if message.starts_with("the JSON ends too early") => {
            let help = "each line holds a whole resume; jq -c . resume.json writes one on a line";
            (message, Some(help.to_owned()))
        }
        Some(_) => (message.replacen("the file", "the line", 1), help),
        None if message.contains("trailing characters") => {
            let help = "a file with a resume a line is named .jsonl";
            (message, Some(help.to_owned()))
        }
        None => (message, help),
    };
    let mut refusal = Refusal {
        code,
        message,
        help,
        line: record.line.unwrap_or(1),
        column: 1,
    };
    if let (Some(offset), Ok(text)) = (error.offset, str::from_utf8(record.bytes)) {
        place(record, &mut refusal, text.trim_start_matches('\u{feff}'), offset);
    }
    refusal
}

/// Sets line and column to those of a UTF-8 byte offset in the text of a resume.
fn place(record: Record<'_>, refusal: &mut Refusal, text: &str, offset: usize) {
    let (line, column) = line_column(text, offset.min(text.len()));
    refusal.line = record.line.unwrap_or(line as u64);
    refusal.column = column as u64;
}

#[cfg(test)]
mod tests {
    use super::*;

    // A taxonomy that lacks what the lexicon names is a fault as a program may have them.
    #[test]
    fn a_panic_costs_one_resume() {
        let loaded = gapcheck::profile::load("senior-ml-engineer").expect("a built-in profile");
        let profile = loaded.unwrap_or_else(|faults| panic!("{} faults", faults.len()));
        let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
        let mut faulty = profile.clone();
        faulty.taxonomy.change(Vec::clear);
        let corrections = Corrections::default();
        let job = |profile| Job {
            profile,
            lexicon: &lexicon,
            corrections: &corrections,
            as_of: jiff::civil::date(2026, 11, 22),
            fields: &Fields::Summary,
            id: Some("/id"),
            max_line: 1000,
        };
        let record = Record {
            bytes: br#"{"id":"a","skills":["K8s"]}"#,
            file: None,
            line: Some(7),
        };
        let mut out = b"before\n".to_vec();
        let mut scratch = Scratch::new(&job(&faulty));
        let refused = append(record, &job(&faulty), &mut scratch, &mut out).expect("a refusal");
        assert_eq!((refused.refusal.code, refused.refusal.line), ("internal", 7));
        let mut scratch = Scratch::new(&job(&profile));
        assert!(append(record, &job(&profile), &mut scratch, &mut out).is_none());
        let text = String::from_utf8(out).expect("UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines.len(), lines[0]), (3, "before"));
        assert!(
            lines[1].starts_with(r#"{"id":"a","error":{"code":"internal""#),
            "{text}"
        );
        assert!(lines[2].starts_with(r#"{"id":"a","format":"#), "{text}");
    }
}

//! From bytes to JSON text: encoding, size, comments and trailing commas; every byte keeps its place.

use super::{node, repair};
use crate::model::candidate::{At, Warning};
use crate::text::locate;

/// The largest file that is read, in bytes: far above any resume (the largest seen has 85 KB), low enough for memory.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What is no text within its first bytes is a binary file; a fault further on is a fault in a text.
const HEAD: usize = 16;

/// Why a file could not be read as a resume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// Where: a UTF-8 byte offset in the text, `None` for the whole file.
    pub offset: Option<usize>,
    /// What to do about it.
    pub help: Option<String>,
}

impl ReadError {
    pub(super) fn new(message: impl Into<String>, offset: Option<usize>) -> ReadError {
        ReadError {
            message: message.into(),
            offset,
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> ReadError {
        self.help = Some(help.into());
        self
    }
}

/// The text of a resume, valid JSON, every byte where it stands in the file (after a byte-order mark).
#[derive(Clone, Debug)]
pub struct Source {
    /// The JSON text.
    pub text: String,
    /// What had to be repaired.
    pub warnings: Vec<Warning>,
    /// The text as written, where `text` was repaired; of the same length.
    original: Option<String>,
}

impl Source {
    /// The text as its owner sees it.
    pub fn written(&self) -> &str {
        self.original.as_deref().unwrap_or(&self.text)
    }

    /// Takes the bytes of a file.
    ///
    /// # Errors
    /// [`ReadError`] where they are too many, empty, not UTF-8, or no JSON even without comments and trailing commas.
    pub fn new(bytes: Vec<u8>) -> Result<Source, ReadError> {
        let source = Source::unchecked(bytes)?;
        let Err(error) = node::check(&source.text) else {
            return Ok(source);
        };
        let Source { text, mut warnings, .. } = source;
        let repaired = repair::blank_comments_and_commas(&text);
        match node::check(&repaired.text) {
            Ok(()) => {
                warnings.extend(repaired.warnings());
                Ok(Source {
                    text: repaired.text,
                    warnings,
                    original: Some(text),
                })
            }
            // Where nothing was repaired both errors are one; else the one behind the repair is the real one.
            Err(second) if repaired.changed() => Err(syntax_error(&repaired.text, &second)),
            Err(_) => Err(syntax_error(&text, &error)),
        }
    }
}

impl Source {
    /// The same where nobody has looked yet whether the text is JSON; reading it tells.
    ///
    /// # Errors
    /// [`ReadError`] where there are too many bytes, none, or they are not UTF-8.
    pub fn unchecked(bytes: Vec<u8>) -> Result<Source, ReadError> {
        if bytes.len() > MAX_BYTES {
            let help = format!("{} MiB is the limit; a resume has a few kilobytes", MAX_BYTES >> 20);
            return Err(ReadError::new(format!("the file is too large ({} MiB)", bytes.len() >> 20), None).help(help));
        }
        let (text, marked) = decode(bytes)?;
        if text.trim_start().is_empty() {
            return Err(ReadError::new("the file is empty", None).help("an empty resume is written {}"));
        }
        let mut warnings = Vec::new();
        if marked {
            warnings.push(Warning {
                code: "byte-order-mark",
                at: At::Offset(0),
                message: "the file begins with a byte-order mark; save it as UTF-8 without one".into(),
            });
        }
        Ok(Source {
            text,
            warnings,
            original: None,
        })
    }
}

/// The text of the bytes and whether a byte-order mark stood before it.
fn decode(bytes: Vec<u8>) -> Result<(String, bool), ReadError> {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let every_other_zero = bytes.len() >= 4 && (bytes[0] == 0) != (bytes[1] == 0) && (bytes[2] == 0) != (bytes[3] == 0);
    if utf16 || every_other_zero {
        return Err(ReadError::new("the file is UTF-16, not UTF-8", None).help(
            "save it as UTF-8; in PowerShell: Get-Content resume.json | Set-Content -Encoding utf8 resume-utf8.json",
        ));
    }
    if bytes.iter().take(HEAD).any(|b| *b == 0) {
        return Err(binary());
    }
    let marked = bytes.starts_with(&[0xEF, 0xBB, 0xBF]);
    let body = if marked { bytes[3..].to_vec() } else { bytes };
    String::from_utf8(body).map(|text| (text, marked)).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
        let (line, column) = locate::line_column(&before, before.len());
        let byte = error.as_bytes()[at];
        if at < HEAD {
            return binary();
        }
        ReadError::new(
            format!("line {line}, column {column} is not UTF-8 (byte 0x{byte:02X})"),
            None,
        )
        .help("save the file as UTF-8")
    })
}

/// JSON text holds no NUL, and what is no UTF-8 from its first bytes on is no text.
fn binary() -> ReadError {
    ReadError::new("the file is binary, not JSON text", None)
        .help("gapcheck reads a resume as JSON (UTF-8), not as PDF, Word or an archive")
}

/// What serde_json refused, said for the owner of the file.
pub(super) fn syntax_error(text: &str, error: &serde_json::Error) -> ReadError {
    let offset = locate::offset_of(text, error.line(), error.column());
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or(&full);
    if error.is_eof() {
        return ReadError::new(
            format!("the JSON ends too early ({message})"),
            Some(text.trim_end().len()),
        )
        .help("the file seems to be cut off: a closing quote, bracket or brace is missing");
    }
    if message.contains("recursion limit") {
        return ReadError::new("the JSON is nested more than 127 levels deep", Some(offset))
            .help("a resume needs fewer than ten levels");
    }
    let help = match message {
        m if m.contains("control character") => "a line break or tab inside a text is written \\n or \\t",
        m if m.contains("escape") => "a backslash inside a text is written \\\\",
        m if m.contains("key must be a string") => "keys stand in double quotes",
        m if m.contains("trailing characters") => {
            "the JSON ends before this place; remove what follows or join the parts"
        }
        m if m.contains("surrogate") => "half of a \\u pair is missing",
        _ => "compare with the lines before: often a comma, a quote or a colon is missing",
    };
    ReadError::new(format!("this is not valid JSON: {message}"), Some(offset)).help(help)
}

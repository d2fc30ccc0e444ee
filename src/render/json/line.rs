//! One line for each of many resumes: whose it is and where it stood, then what is asked of its assessment, or why there is none.

use super::fields::{Document, Fields};
use super::summary;
use crate::model::assessment::Assessment;
use crate::render::json_text::append_line;
use serde::Serialize;

/// The identifier that a resume bears.
#[derive(Clone, Debug, PartialEq)]
pub enum Id {
    /// It bears none: `null`.
    None,
    /// A text.
    Text(String),
    /// A number, as it is written there.
    Number(String),
}

/// Where a resume stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Origin<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// The line, from 1, where the file holds a resume a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

/// What every line begins with.
#[derive(Clone, Debug, Default)]
pub struct Head<'a> {
    /// Whose resume it is, where that was asked for.
    pub id: Option<Id>,
    /// Where it stands; `None` for standard input.
    pub origin: Option<Origin<'a>>,
}

/// Why a resume could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// A stable word for the kind.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The line in the file or stream, from 1.
    pub line: u64,
    /// The column in that line, from 1, in Unicode scalar values.
    pub column: u64,
}

/// Appends what is asked of an assessment, and a line break.
pub fn append(out: &mut Vec<u8>, head: &Head<'_>, assessment: &Assessment<'_>, fields: &Fields) {
    append_joined(out, head, |out| match fields {
        Fields::Summary => summary::append(assessment, out),
        Fields::Full => append_line(&Document::whole(assessment), out),
        Fields::Some(fields) => append_line(
            &Document {
                fields,
                ..Document::whole(assessment)
            },
            out,
        ),
    });
}

/// Appends why there is no assessment, and a line break.
pub fn append_refusal(out: &mut Vec<u8>, head: &Head<'_>, refusal: &Refusal) {
    #[derive(Serialize)]
    struct Refused<'a> {
        error: &'a Refusal,
    }
    append_joined(out, head, |out| append_line(&Refused { error: refusal }, out));
}

/// Appends one object of the fields of the head and those of a body, which has some.
fn append_joined(out: &mut Vec<u8>, head: &Head<'_>, body: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    match &head.id {
        None => {}
        Some(Id::None) => out.extend(b"{\"id\":null"),
        Some(Id::Number(number)) => {
            out.extend(b"{\"id\":");
            out.extend(number.as_bytes());
        }
        Some(Id::Text(text)) => {
            out.extend(b"{\"id\":");
            append_line(text, out);
        }
    }
    if let Some(origin) = &head.origin {
        out.push(if out.len() == start { b'{' } else { b',' });
        out.extend(b"\"source\":");
        append_line(origin, out);
    }
    // The brace that opens the body becomes the comma behind the head.
    let joint = out.len();
    body(out);
    if joint > start {
        out[joint] = b',';
    }
    out.push(b'\n');
}

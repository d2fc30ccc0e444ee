//! Reads and checks data files: a shape fault is reported alone, else all failed checks at once, each with its place in the file.

use crate::text::locate;
use serde::de::DeserializeOwned;

/// Something wrong in a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the failed check; `shape` where the file has the wrong form.
    pub check: &'static str,
    /// The JSON pointer of the place.
    pub pointer: String,
    /// UTF-8 byte offset of the place in the file.
    pub offset: usize,
    /// What is wrong, in the words of the file's author.
    pub message: String,
}

/// A problem that a check found: where and what.
pub(super) struct Problem {
    pub pointer: String,
    pub message: String,
}

impl Problem {
    pub fn at(pointer: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem {
            pointer: pointer.into(),
            message: message.into(),
        }
    }
}

/// A named check of a raw file `T` against what else is known, `K`.
pub(super) struct Check<T, K> {
    pub name: &'static str,
    pub run: fn(&T, &K) -> Vec<Problem>,
}

/// Runs a table of checks; the faults come in the order of the file.
pub(super) fn run<T, K>(text: &str, raw: &T, known: &K, checks: &[Check<T, K>]) -> Vec<Fault> {
    let problems = checks
        .iter()
        .flat_map(|check| (check.run)(raw, known).into_iter().map(|p| (check.name, p)));
    let place = |(check, Problem { pointer, message }): (&'static str, Problem)| {
        let offset = locate::find(text, &pointer).map_or(0, |range| range.start);
        Fault {
            check,
            pointer,
            offset,
            message,
        }
    };
    let mut faults: Vec<Fault> = problems.map(place).collect();
    faults.sort_by_key(|f| f.offset);
    faults
}

/// Parses `text` into its raw shape.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Fault>> {
    if let Ok(raw) = serde_json::from_str(text) {
        return Ok(raw);
    }
    // A second look, which keeps track of where it is, finds the place of the fault.
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer: String = error
            .path()
            .iter()
            .filter_map(|segment| match segment {
                serde_path_to_error::Segment::Seq { index } => Some(format!("/{index}")),
                serde_path_to_error::Segment::Map { key } => {
                    Some(format!("/{}", key.replace('~', "~0").replace('/', "~1")))
                }
                _ => None,
            })
            .collect();
        let inner = error.inner();
        let found = if inner.is_data() {
            locate::find(text, &pointer).map(|r| r.start)
        } else {
            None
        };
        let full = inner.to_string();
        let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
        vec![Fault {
            check: "shape",
            pointer,
            offset: found.unwrap_or_else(|| locate::offset_of(text, inner.line(), inner.column())),
            message,
        }]
    })
}

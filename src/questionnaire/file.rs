//! Reads an answers file: JSON or TOML, each fault with its place.

use crate::model::answers::{Answers, FORMAT};
use crate::text::locate;
use toml::de::{DeTable, DeValue};

/// A fault of the text: a UTF-8 byte offset and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub offset: usize,
    /// What.
    pub message: String,
}

/// Reads answers: JSON where the text begins with a brace, else TOML.
///
/// # Errors
/// The first [`Fault`] of the shape.
pub fn parse(text: &str) -> Result<Answers, Fault> {
    let fault = |offset, message: &str| Fault {
        offset,
        message: message.to_owned(),
    };
    let answers: Answers = match is_json(text) {
        true => serde_json::from_str(text).map_err(|e| {
            let message = e.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            fault(locate::offset_of(text, e.line(), e.column()), message)
        }),
        false => toml::from_str(text).map_err(|e| {
            let message = e.message().lines().next().unwrap_or_default();
            fault(e.span().map_or(0, |span| span.start), message)
        }),
    }?;
    if text.trim().is_empty() {
        return Err(fault(0, "the file is empty"));
    }
    match answers.format == FORMAT {
        true => Ok(answers),
        false => Err(fault(
            place(text, "/format"),
            &format!("\"format\" is not \"{FORMAT}\""),
        )),
    }
}

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// Where the value of a pointer stands in an answers file, or the nearest one around it that is there: a UTF-8 byte offset.
pub fn place(text: &str, pointer: &str) -> usize {
    let mut pointer = pointer;
    loop {
        let found = match is_json(text) {
            true => locate::find(text, pointer).map(|range| range.start),
            false => toml_place(text, pointer),
        };
        match (found, pointer.rfind('/')) {
            (Some(at), _) => return at,
            (None, Some(end)) => pointer = &pointer[..end],
            (None, None) => return 0,
        }
    }
}

fn toml_place(text: &str, pointer: &str) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let mut place = table.span().start;
    let mut steps = pointer
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"));
    let first = steps.next()?;
    let mut value = table.get_ref().get(first.as_str())?;
    place = place.max(value.span().start);
    for step in steps {
        value = match value.get_ref() {
            DeValue::Table(table) => table.get(step.as_str())?,
            DeValue::Array(list) => list.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
        place = value.span().start;
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pointer: &str, at: &str) {
        assert!(
            text[place(text, pointer)..].starts_with(at),
            "{pointer}: {}",
            &text[place(text, pointer)..]
        );
    }

    #[test]
    fn places_are_found_in_both_forms() {
        let toml = "format = \"gapcheck.answers/1\"\n[[roles]]\ntitle = \"x\"\nfrom = \"y\"\n[[answers.cloud]]\nskill = \"aws\"\n";
        assert!(parse(toml).is_ok());
        check(toml, "/answers/cloud/0/skill", "\"aws\"");
        check(toml, "/roles/0/from", "\"y\"");
        check(toml, "/answers/cloud/0/where/3", "[[answers.cloud]]");
        let json = r#"{"format": "gapcheck.answers/1", "answers": {"cloud": [{"skill": "aws"}]}}"#;
        assert!(parse(json).is_ok());
        check(json, "/answers/cloud/0/skill", "\"aws\"");
        check(json, "/answers/cloud/0/level", r#"{"skill""#);
    }

    #[test]
    fn faults_of_the_shape_have_their_place() {
        let fault = |text: &str| parse(text).expect_err("it is wrong");
        assert_eq!(
            fault("{\"x\": 1}").message,
            "unknown field `x`, expected one of `format`, `profile`, `from`, `roles`, `projects`, `rejected`, `certificates`, `answers`"
        );
        assert_eq!(fault(" ").message, "the file is empty");
        assert!(fault("roles = []").message.contains("format"));
        let text = "format = \"gapcheck.answers/1\"\n[answers]\ncloud = \"maybe\"\n";
        assert!(text[fault(text).offset..].starts_with("\"maybe\""));
    }
}

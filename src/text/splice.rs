//! Additions to a JSON text that leave every byte of it as it is: an item at the end of a list, a field at the end of an object,
//! another value in the place of one.

use super::json_walk::{after_blanks, after_value};
use super::locate::find;
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use std::ops::Range;

/// What one step is indented by in a text that shows no other.
const STEP: &str = "  ";

/// Adds an item to the list that a pointer (RFC 6901) names; `None` where it names no list.
pub fn append(text: &str, list: &str, item: &impl Serialize) -> Option<String> {
    let range = find(text, list)?;
    text[range.clone()].starts_with('[').then_some(())?;
    add(text, range, "", item)
}

/// Adds a field to the object that a pointer names; `None` where it names no object. The key is not there yet.
pub fn put(text: &str, object: &str, key: &str, value: &impl Serialize) -> Option<String> {
    let range = find(text, object)?;
    text[range.clone()].starts_with('{').then_some(())?;
    let key = serde_json::to_string(key).ok()?;
    add(text, range, &key, value)
}

/// Puts another value in the place of the one that a pointer names.
pub fn replace(text: &str, pointer: &str, value: &impl Serialize) -> Option<String> {
    let range = find(text, pointer)?;
    let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let rendered = render(
        value,
        text.contains('\n').then(|| indent_at(text, line)).as_deref(),
        text,
    )?;
    Some(format!("{}{rendered}{}", &text[..range.start], &text[range.end..]))
}

/// Adds to the container in `range`, laid out as it is: in lines of its own where it has lines, else in its one line.
fn add(text: &str, range: Range<usize>, key: &str, value: &impl Serialize) -> Option<String> {
    let bytes = text.as_bytes();
    let first = after_blanks(bytes, range.start + 1);
    let close = range.end.checked_sub(1).filter(|close| first <= *close)?;
    let is_empty = first == close;
    let in_lines = match is_empty {
        true => text.contains('\n'),
        false => text[range.start..first].contains('\n'),
    };
    let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = match (in_lines, is_empty) {
        (false, _) => None,
        (true, true) => Some(indent_at(text, line) + step(text)),
        (true, false) => Some(indent_at(text, text[..first].rfind('\n').map_or(0, |at| at + 1))),
    };
    let value = render(value, indent.as_deref(), text)?;
    let item = match (key, &indent) {
        ("", _) => value,
        (key, Some(_)) => format!("{key}: {value}"),
        (key, None) => format!(
            "{key}:{}{value}",
            if text[range.clone()].contains("\": ") { " " } else { "" }
        ),
    };
    // The end of the last item; what follows it, blanks and perhaps what was a comment, stays before the bracket.
    let last = if is_empty {
        range.start + 1
    } else {
        end_of_last(bytes, first, close)
    };
    let comma = if is_empty { "" } else { "," };
    let (before, mut after) = match &indent {
        Some(indent) => (format!("{}{indent}", line_end(text)), String::new()),
        None if !is_empty && text[range].contains(", ") => (" ".to_owned(), String::new()),
        None => (String::new(), String::new()),
    };
    let rest = match (is_empty, &indent) {
        (true, Some(_)) => {
            after = format!("{}{}", line_end(text), indent_at(text, line));
            close
        }
        (true, None) => close,
        (false, _) => last,
    };
    Some(format!(
        "{}{comma}{before}{item}{after}{}",
        &text[..last],
        &text[rest..]
    ))
}

/// The end of the last item or field of a container.
fn end_of_last(bytes: &[u8], first: usize, close: usize) -> usize {
    let mut at = first;
    loop {
        let mut end = after_value(bytes, at);
        let next = after_blanks(bytes, end);
        if bytes.get(next) == Some(&b':') {
            end = after_value(bytes, after_blanks(bytes, next + 1));
        }
        let next = after_blanks(bytes, end);
        if next >= close || bytes.get(next) != Some(&b',') {
            return end;
        }
        at = after_blanks(bytes, next + 1);
    }
}

/// A value as JSON, its lines after the first indented by `indent`; in one line where there is none.
fn render(value: &impl Serialize, indent: Option<&str>, text: &str) -> Option<String> {
    let Some(indent) = indent else {
        return serde_json::to_string(value).ok();
    };
    let mut json = Vec::new();
    let formatter = PrettyFormatter::with_indent(step(text).as_bytes());
    value
        .serialize(&mut Serializer::with_formatter(&mut json, formatter))
        .ok()?;
    let json = String::from_utf8(json).ok()?;
    Some(json.replace('\n', &format!("{}{indent}", line_end(text))))
}

/// What one step is indented by: the blanks before the first indented line.
fn step(text: &str) -> &str {
    let blanks = text
        .lines()
        .map(|line| &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]);
    blanks.into_iter().find(|blanks| !blanks.is_empty()).unwrap_or(STEP)
}

/// The blanks at the beginning of the line that begins at `line`.
fn indent_at(text: &str, line: usize) -> String {
    text[line..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn check_append(text: &str, list: &str, expected: &str) {
        assert_eq!(append(text, list, &json!({"a": 1})).as_deref(), Some(expected));
    }

    #[test]
    fn items_are_laid_out_as_the_list_is() {
        check_append("[]", "", "[{\"a\":1}]");
        check_append("[1,2]", "", "[1,2,{\"a\":1}]");
        check_append("[1, 2]", "", "[1, 2, {\"a\":1}]");
        check_append("[\n  1\n]\n", "", "[\n  1,\n  {\n    \"a\": 1\n  }\n]\n");
        check_append(
            "{\n\t\"x\": []\n}",
            "/x",
            "{\n\t\"x\": [\n\t\t{\n\t\t\t\"a\": 1\n\t\t}\n\t]\n}",
        );
        check_append("{\n  \"x\": [1]\n}", "/x", "{\n  \"x\": [1,{\"a\":1}]\n}");
        check_append("[\r\n  1\r\n]", "", "[\r\n  1,\r\n  {\r\n    \"a\": 1\r\n  }\r\n]");
        // What a comment was blanked to stays where it is.
        check_append("[\n  1   \n]", "", "[\n  1,\n  {\n    \"a\": 1\n  }   \n]");
        assert_eq!(append("{}", "", &1), None);
        assert_eq!(append("[]", "/x", &1), None);
    }

    #[test]
    fn fields_are_added_at_the_end() {
        let put = |text: &str, at: &str| put(text, at, "k", &json!(["v"])).expect("an object");
        assert_eq!(put("{}", ""), "{\"k\":[\"v\"]}");
        assert_eq!(put("{}\n", ""), "{\n  \"k\": [\n    \"v\"\n  ]\n}\n");
        assert_eq!(put("{\"a\": {\"b\": 1}}", "/a"), "{\"a\": {\"b\": 1,\"k\": [\"v\"]}}");
        assert_eq!(
            put("{\n    \"a\": 1e0\n}", ""),
            "{\n    \"a\": 1e0,\n    \"k\": [\n        \"v\"\n    ]\n}"
        );
        assert_eq!(super::put("[]", "", "k", &1), None);
    }

    #[test]
    fn a_value_is_replaced() {
        let text = "{\n  \"a\": [1],\n  \"b\": 2\n}";
        assert_eq!(
            replace(text, "/a", &json!(null)).as_deref(),
            Some("{\n  \"a\": null,\n  \"b\": 2\n}")
        );
        assert_eq!(replace(text, "/c", &1), None);
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i32>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z/~\"]{0,3}", inner, 0..4).prop_map(|m| m.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn nothing_else_changes(document in value(), added in value(), pretty: bool) {
            let text = match pretty {
                true => serde_json::to_string_pretty(&document).expect("JSON"),
                false => document.to_string(),
            };
            let read = |text: String| serde_json::from_str::<Value>(&text).expect("it is JSON still");
            let mut expected = document.clone();
            match (&mut expected, document.is_array()) {
                (Value::Array(list), _) => list.push(added.clone()),
                (Value::Object(fields), _) => {
                    fields.insert("new key".into(), added.clone());
                }
                _ => {}
            }
            let changed = append(&text, "", &added).or_else(|| put(&text, "", "new key", &added));
            prop_assert_eq!(changed.map_or(expected.clone(), read), expected);
            prop_assert_eq!(replace(&text, "", &added).map(read), Some(added));
        }
    }
}

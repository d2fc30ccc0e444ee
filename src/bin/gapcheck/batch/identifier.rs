//! The identifier that a resume bears, at a JSON pointer.

use gapcheck::render::json::line::Id;
use gapcheck::text::locate::find;

/// The most characters of an identifier that are carried: more than any key of a database, mail address or UUID has.
const LONGEST: usize = 256;

/// What stands at `pointer`: a text or a number. The last of duplicate keys wins.
pub fn of(text: &str, pointer: &str) -> Id {
    let Some(value) = find(text, pointer).and_then(|range| text.get(range)) else {
        return Id::None;
    };
    // The text may be faulty, and what was found in it anything.
    if let Ok(mut id) = serde_json::from_str::<String>(value) {
        if let Some((end, _)) = id.char_indices().nth(LONGEST) {
            id.truncate(end);
        }
        return Id::Text(id);
    }
    match serde_json::from_str::<serde_json::Number>(value) {
        Ok(_) if value.len() <= LONGEST => Id::Number(value.trim().to_owned()),
        _ => Id::None,
    }
}

/// The same in bytes that may be no text.
pub fn of_bytes(bytes: &[u8], pointer: &str) -> Id {
    let text = str::from_utf8(bytes).map(|text| text.trim_start_matches('\u{feff}'));
    text.map_or(Id::None, |text| of(text, pointer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pointer: &str, expected: Id) {
        assert_eq!(of(text, pointer), expected, "{text} {pointer}");
    }

    #[test]
    fn texts_and_numbers_are_identifiers() {
        let text = |id: &str| Id::Text(id.to_owned());
        let number = |id: &str| Id::Number(id.to_owned());
        check(r#"{"meta":{"id":"a1"}}"#, "/meta/id", text("a1"));
        check(r#"{"id":"a","id":"b"}"#, "/id", text("b"));
        check(r#"{"a/b":{"m~n":"x"}}"#, "/a~1b/m~0n", text("x"));
        check(r#"{"ids":["x","\u00e9\n"]}"#, "/ids/1", text("é\n"));
        // A number stays as it is written: 64 bits do not hold every key.
        check(
            r#"{"id":12345678901234567890123}"#,
            "/id",
            number("12345678901234567890123"),
        );
        check(r#"{"id" : -1.50e3 }"#, "/id", number("-1.50e3"));
    }

    #[test]
    fn all_else_is_none() {
        for value in ["null", "true", "{}", "[1]", r#"{"x":1}"#] {
            check(&format!(r#"{{"id":{value}}}"#), "/id", Id::None);
        }
        check(r#"{"id":"a"}"#, "/meta/id", Id::None);
        check(r#"["a"]"#, "/id", Id::None);
        check("", "/id", Id::None);
        check(&format!(r#"{{"id":{}}}"#, "1".repeat(LONGEST + 1)), "/id", Id::None);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "é".repeat(LONGEST + 1);
        check(&format!(r#"{{"id":"{long}"}}"#), "/id", Id::Text("é".repeat(LONGEST)));
    }

    // What stands before the fault is read.
    #[test]
    fn a_faulty_text_may_still_say_whose_it_is() {
        check(r#"{"id":"a1","work":[}"#, "/id", Id::Text("a1".to_owned()));
        check(r#"{"work":"cut"#, "/work", Id::None);
        assert_eq!(of_bytes(b"{\"id\":\"\xff\"}", "/id"), Id::None);
    }
}

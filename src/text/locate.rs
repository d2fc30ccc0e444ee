//! Where things stand in a JSON text: lines, columns, RFC 6901 pointers.
//!
//! The text is valid JSON; on anything else the functions give some answer, but never panic or run on for ever.

use super::json_walk::{Walk, after_blanks, after_string, after_value, decoded, escape};
use memchr::memchr2;
use std::ops::Range;

/// A place in the text, for people and for other programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The RFC 6901 pointer of the value; for a key the pointer of its value.
    pub pointer: String,
    /// The line, from 1; lines end at `\n`.
    pub line: usize,
    /// The column in Unicode scalar values, from 1.
    pub column: usize,
}

/// The places of `wanted`, in the order of `wanted`.
///
/// `written` is the text as its owner sees it: of the same length as `source` and the same but for what was blanked there
/// (comments), which may take other columns than its blanks.
/// Each is the number of a node and a UTF-8 byte offset in the decoded string (0 for other nodes). Nodes are numbered in
/// document order: every value takes the next number, the root 0, and every key the next number just before its value.
/// The place of a string's offset is the character or escape sequence that makes this byte, 0 being the first character after
/// the quote; that of other values is their first byte. A node that is not there is said to be at the start of the text.
pub fn places(source: &str, written: &str, wanted: &[(u32, u32)]) -> Vec<Place> {
    let nowhere = Place {
        pointer: String::new(),
        line: 1,
        column: 1,
    };
    let mut found = vec![nowhere; wanted.len()];
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&index| wanted[index]);
    let mut order = order.into_iter().peekable();
    let mut cursor = Cursor::new(if written.len() == source.len() { written } else { source });
    let mut walk = Walk::new(source);
    let mut number = 0;
    while let Some(&next) = order.peek()
        && let Some(node) = walk.step()
    {
        if wanted[next].0 == number {
            let pointer = walk.pointer();
            let (mut at, mut decoded) = (node.start, 0);
            while let Some(index) = order.next_if(|&index| wanted[index].0 == number) {
                if node.is_string {
                    (at, decoded) = advance(source, at, decoded, wanted[index].1 as usize);
                }
                let (line, column) = cursor.line_column(at);
                found[index] = Place {
                    pointer: pointer.clone(),
                    line,
                    column,
                };
            }
        }
        number += 1;
    }
    found
}

/// The UTF-8 byte offset of the place that serde_json names: line and byte column, both from 1. It lies between characters, where
/// serde_json may count into one.
pub(crate) fn offset_of(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    source.floor_char_boundary(start + column.saturating_sub(1))
}

/// The line and column, both from 1, of a UTF-8 byte offset; columns count Unicode scalar values.
pub fn line_column(source: &str, offset: usize) -> (usize, usize) {
    Cursor::new(source).line_column(offset)
}

/// The UTF-8 byte range of the value that an RFC 6901 pointer names, a string with its quotes.
///
/// The last of duplicate keys wins, as in serde_json. `None` where the pointer names nothing.
pub fn find(source: &str, pointer: &str) -> Option<Range<usize>> {
    let bytes = source.as_bytes();
    let mut value = after_blanks(bytes, 0);
    if !pointer.is_empty() {
        for step in pointer.strip_prefix('/')?.split('/') {
            let step = step.replace("~1", "/").replace("~0", "~");
            value = match bytes.get(value)? {
                b'{' => member(source, value, &step)?,
                b'[' => item(bytes, value, &step)?,
                _ => return None,
            };
        }
    }
    bytes.get(value)?;
    Some(value..after_value(bytes, value))
}

/// Where the value of the last member with this key starts.
fn member(source: &str, object: usize, key: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    let mut found = None;
    let mut at = after_blanks(bytes, object + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = after_string(bytes, at);
        let colon = after_blanks(bytes, end);
        // The text may be faulty behind the place that is asked for, or at it.
        if bytes.get(colon) != Some(&b':') {
            break;
        }
        let value = after_blanks(bytes, colon + 1);
        if decoded(&source[at..end]) == key {
            found = Some(value);
        }
        at = after_blanks(bytes, after_value(bytes, value));
        if bytes.get(at) == Some(&b',') {
            at = after_blanks(bytes, at + 1);
        }
    }
    found
}

/// The index that a step of a pointer means: RFC 6901 allows neither a sign nor leading zeros.
pub(crate) fn index_of(step: &str) -> Option<usize> {
    let is_index = step == "0" || (!step.starts_with('0') && step.bytes().all(|b| b.is_ascii_digit()));
    step.parse().ok().filter(|_| is_index)
}

/// Where the item with this index starts.
fn item(bytes: &[u8], list: usize, index: &str) -> Option<usize> {
    let mut left = index_of(index)?;
    let mut at = after_blanks(bytes, list + 1);
    loop {
        match bytes.get(at)? {
            b']' => return None,
            _ if left == 0 => return Some(at),
            _ => left -= 1,
        }
        at = after_blanks(bytes, after_value(bytes, at));
        if bytes.get(at)? != &b',' {
            return None;
        }
        at = after_blanks(bytes, at + 1);
    }
}

/// Counts lines and columns up to ever larger offsets, so that many places cost one pass.
struct Cursor<'s> {
    source: &'s str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'s> Cursor<'s> {
    fn new(source: &'s str) -> Cursor<'s> {
        Cursor {
            source,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    fn line_column(&mut self, offset: usize) -> (usize, usize) {
        let bytes = self.source.as_bytes();
        let offset = self.source.floor_char_boundary(offset);
        while self.at < offset {
            let rest = &bytes[self.at..offset];
            let plain = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            self.column += characters(&rest[..plain]);
            self.at += plain;
            match rest.get(plain) {
                None => break,
                Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
                // The first half of a line's end takes no column.
                Some(_) => self.column += usize::from(bytes.get(self.at + 1) != Some(&b'\n')),
            }
            self.at += 1;
        }
        (self.line, self.column)
    }
}

/// How many characters a text has, given as its bytes.
fn characters(text: &[u8]) -> usize {
    text.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

/// From the place `at` of the decoded byte `decoded` to that of the decoded byte `wanted` of the same string.
fn advance(source: &str, mut at: usize, mut decoded: usize, wanted: usize) -> (usize, usize) {
    while decoded < wanted {
        let end = source.floor_char_boundary(at + (wanted - decoded));
        let rest = source.as_bytes().get(at..end).unwrap_or_default();
        let plain = memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        (at, decoded) = (at + plain, decoded + plain);
        if rest.get(plain) != Some(&b'\\') {
            break;
        }
        let (length, makes) = escape(&source.as_bytes()[at..]);
        if decoded + makes > wanted {
            break;
        }
        (at, decoded) = ((at + length).min(source.len()), decoded + makes);
    }
    (at, decoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    #[track_caller]
    fn check(source: &str, node: u32, offset: u32, expected: (&str, usize, usize)) {
        let place = &places(source, source, &[(node, offset)])[0];
        assert_eq!((place.pointer.as_str(), place.line, place.column), expected);
    }

    #[track_caller]
    fn check_find(source: &str, pointer: &str, expected: Option<&str>) {
        assert_eq!(find(source, pointer).map(|range| &source[range]), expected, "{pointer}");
    }

    #[test]
    fn nodes_are_numbered_in_document_order() {
        let source = r#"{"a":{"b":[1,"x"]},"c":null}"#;
        check(source, 0, 0, ("", 1, 1));
        check(source, 1, 0, ("/a", 1, 3));
        check(source, 2, 0, ("/a", 1, 6));
        check(source, 3, 0, ("/a/b", 1, 8));
        check(source, 4, 0, ("/a/b", 1, 11));
        check(source, 5, 0, ("/a/b/0", 1, 12));
        check(source, 6, 0, ("/a/b/1", 1, 15));
        check(source, 7, 0, ("/c", 1, 21));
        check(source, 8, 0, ("/c", 1, 24));
        check(source, 9, 0, ("", 1, 1));
    }

    #[test]
    fn lines_and_columns() {
        check("{\r\n\t\"a\": -1.5e3\r\n}", 2, 0, ("/a", 2, 7));
        check("\n\n  true", 0, 0, ("", 3, 3));
        check(r#"["日本語 ML"]"#, 1, 10, ("/0", 1, 7));
        check(r#"["😀 ML"]"#, 1, 5, ("/0", 1, 5));
        assert_eq!(line_column("a\r\nb", 1), (1, 2));
        assert_eq!(line_column("a\r\nb", 2), (1, 2));
        assert_eq!(line_column("a\r\nb", 3), (2, 1));
        assert_eq!(line_column("a\rb", 2), (1, 3));
        assert_eq!(line_column("é", 1), (1, 1));
        assert_eq!(line_column("é", 99), (1, 2));
    }

    #[test]
    fn a_place_inside_a_character_is_its_beginning() {
        // serde_json counts bytes, and calls the last one where a text ends too early.
        assert_eq!(offset_of("{\"\u{45be}", 1, 5), 2);
        assert_eq!(offset_of("{\n\"é", 2, 3), 3);
        assert_eq!(offset_of("é", 1, 99), 2);
        assert_eq!(offset_of("é", 9, 0), 2);
    }

    #[test]
    fn offsets_behind_escapes() {
        let source = r#"["\n\"\u004b\ud83d\ude00x"]"#;
        check(source, 1, 0, ("/0", 1, 3));
        check(source, 1, 1, ("/0", 1, 5));
        check(source, 1, 2, ("/0", 1, 7));
        for inside in 3..7 {
            check(source, 1, inside, ("/0", 1, 13));
        }
        check(source, 1, 7, ("/0", 1, 25));
        check(source, 1, 8, ("/0", 1, 26));
        check(source, 1, 99, ("/0", 1, 26));
        check(r#"["\u00e9\u6f22x"]"#, 1, 2, ("/0", 1, 9));
        check(r#"["\u00e9\u6f22x"]"#, 1, 5, ("/0", 1, 15));
    }

    #[test]
    fn pointers_of_odd_keys() {
        check(r#"{"a/b~c":{"\u0041\"":1}}"#, 4, 0, ("/a~1b~0c/A\"", 1, 22));
        check(r#"{"k":1,"k":2}"#, 4, 0, ("/k", 1, 12));
        check(r#"{"":[[],{}]}"#, 4, 0, ("//1", 1, 9));
    }

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        let source = "[\"abc\",\n\"def\"]";
        let columns = |wanted: &[(u32, u32)]| {
            places(source, source, wanted)
                .iter()
                .map(|p| (p.line, p.column))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            columns(&[(2, 2), (1, 1), (0, 0), (1, 1), (1, 0)]),
            [(2, 4), (1, 4), (1, 1), (1, 4), (1, 3)]
        );
    }

    #[test]
    fn finds_values() {
        let source = r#" {"a/b": [10, {"~": "x]\"}"}], "k": 1, "k": [2], "": null} "#;
        check_find(source, "", Some(source.trim()));
        check_find(source, "/a~1b/0", Some("10"));
        check_find(source, "/a~1b/1/~0", Some(r#""x]\"}""#));
        check_find(source, "/k", Some("[2]"));
        check_find(source, "/", Some("null"));
        for nothing in [
            "/b",
            "/a~1b/2",
            "/a~1b/00",
            "/a~1b/+0",
            "/a~1b/-",
            "/k/0/0",
            "k",
            "/a~1b/0/x",
        ] {
            check_find(source, nothing, None);
        }
        // A key whose closing quote was forgotten has something else where its colon should stand.
        check_find("{\"a\": 1, \"id: \"Ý\"}", "/id: ", None);
        check_find("{\"a\": 1, \"id: \"Ý\"}", "/a", Some("1"));
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<i32>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
            Just(Value::Null)
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::hash_map("[a~/\"\\\\é]{0,3}", inner, 0..5)
                    .prop_map(|m| m.into_iter().collect::<Value>()),
            ]
        })
    }

    /// How many nodes a value has by the definition of the numbers.
    fn count(value: &Value) -> u32 {
        match value {
            Value::Array(list) => 1 + list.iter().map(count).sum::<u32>(),
            Value::Object(members) => 1 + members.values().map(|v| 1 + count(v)).sum::<u32>(),
            _ => 1,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(value in json(), pretty: bool) {
            let source = if pretty { format!("{value:#}") } else { value.to_string() };
            let wanted: Vec<_> = (0..count(&value)).map(|node| (node, 0)).collect();
            for place in places(&source, &source, &wanted) {
                let range = find(&source, &place.pointer).expect("every pointer names a value");
                let found: Value = serde_json::from_str(&source[range]).expect("a range holds a value");
                prop_assert_eq!(Some(&found), value.pointer(&place.pointer));
            }
        }

        #[test]
        fn never_panics(source in r#"[\[\]{}",:\\u0d8é a]{0,40}"#, pointer in "(/[a01~]{0,2}){0,3}", offset: u8) {
            places(&source, &source, &[(0, 0), (1, u32::from(offset)), (2, 1), (3, 9)]);
            find(&source, &pointer);
            line_column(&source, usize::from(offset));
        }
    }
}

//! A walk through the nodes of a JSON text, and steps over its parts, by UTF-8 byte offsets.

use memchr::memchr2;
use std::borrow::Cow;

/// A node as the walk meets it; a string starts behind its quote.
pub(super) struct Node {
    pub start: usize,
    pub is_string: bool,
}

/// What the walk stands in.
enum Inside<'s> {
    /// The last key with its quotes, and whether its colon was passed.
    Object(&'s str, bool),
    List(usize),
}

/// Goes through all nodes in document order without recursion.
pub(super) struct Walk<'s> {
    source: &'s str,
    at: usize,
    stack: Vec<Inside<'s>>,
    /// Whether the last node opened a container: its place is outside of it.
    opened: Option<Inside<'s>>,
}

impl<'s> Walk<'s> {
    pub fn new(source: &'s str) -> Walk<'s> {
        Walk {
            source,
            at: 0,
            stack: Vec::new(),
            opened: None,
        }
    }

    pub fn step(&mut self) -> Option<Node> {
        self.stack.extend(self.opened.take());
        let bytes = self.source.as_bytes();
        loop {
            let start = self.at;
            self.at += 1;
            let is_string = match bytes.get(start)? {
                b' ' | b'\t' | b'\n' | b'\r' => continue,
                b'}' | b']' => {
                    self.stack.pop();
                    continue;
                }
                b':' => {
                    if let Some(Inside::Object(_, is_value)) = self.stack.last_mut() {
                        *is_value = true;
                    }
                    continue;
                }
                b',' => {
                    match self.stack.last_mut() {
                        Some(Inside::Object(_, is_value)) => *is_value = false,
                        Some(Inside::List(index)) => *index += 1,
                        None => {}
                    }
                    continue;
                }
                b'{' => {
                    self.opened = Some(Inside::Object("", false));
                    false
                }
                b'[' => {
                    self.opened = Some(Inside::List(0));
                    false
                }
                b'"' => {
                    self.at = after_string(bytes, start);
                    if let Some(Inside::Object(key, false)) = self.stack.last_mut() {
                        *key = &self.source[start..self.at];
                    }
                    true
                }
                _ => {
                    self.at = after_value(bytes, start);
                    false
                }
            };
            let start = start + usize::from(is_string);
            return Some(Node { start, is_string });
        }
    }

    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for inside in &self.stack {
            pointer.push('/');
            match inside {
                Inside::Object(key, _) => match decoded(key) {
                    key if key.contains(['~', '/']) => pointer += &key.replace('~', "~0").replace('/', "~1"),
                    key => pointer += &key,
                },
                Inside::List(index) => pointer += &index.to_string(),
            }
        }
        pointer
    }
}

/// How many bytes an escape sequence takes, and how many it makes.
pub(super) fn escape(bytes: &[u8]) -> (usize, usize) {
    if bytes.get(1) != Some(&b'u') {
        return (2, 1);
    }
    let hex = bytes.get(2..6).and_then(|digits| str::from_utf8(digits).ok());
    match hex.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        // Half of a pair; serde_json has made sure that the other half follows.
        Some(0xD800..=0xDBFF) => (12, 4),
        Some(0..0x80) => (6, 1),
        Some(0x80..0x800) => (6, 2),
        Some(_) => (6, 3),
        None => (2, 1),
    }
}

/// The text of a string with its quotes.
pub(super) fn decoded(string: &str) -> Cow<'_, str> {
    let inner = string.trim_matches('"');
    if inner.contains('\\') {
        return serde_json::from_str::<String>(string).unwrap_or_default().into();
    }
    inner.into()
}

pub(super) fn after_blanks(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

pub(crate) fn after_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(sign) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += sign;
        match bytes[at] {
            b'"' => return at + 1,
            _ => at += 2,
        }
    }
    bytes.len()
}

pub(super) fn after_value(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = after_string(bytes, at) - 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {
                let ends =
                    |b: &u8| matches!(b, b',' | b':' | b']' | b'}' | b'{' | b'[' | b'"') || b.is_ascii_whitespace();
                at += bytes[at + 1..].iter().position(ends).unwrap_or(bytes.len() - at - 1);
            }
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at.min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_over_values() {
        for (text, expected) in [
            (r#""a\"]",1"#, r#""a\"]""#),
            (r#"{"a":[1,{}]},2"#, r#"{"a":[1,{}]}"#),
            ("-1.5e3 ,", "-1.5e3"),
            ("true]", "true"),
            ("[1", "[1"),
            ("", ""),
        ] {
            assert_eq!(&text[..after_value(text.as_bytes(), 0)], expected, "{text}");
        }
    }

    #[test]
    fn escapes_take_and_make_bytes() {
        let table = [
            (r"\n", (2, 1)),
            (r"\u004b", (6, 1)),
            (r"\u00e9", (6, 2)),
            (r"\u6f22", (6, 3)),
            (r"\ud83d\ude00", (12, 4)),
        ];
        for (text, expected) in table {
            assert_eq!(escape(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn walks_in_document_order() {
        let mut walk = Walk::new(r#"{"a":[1],"b":{}}"#);
        let mut pointers = Vec::new();
        while walk.step().is_some() {
            pointers.push(walk.pointer());
        }
        assert_eq!(pointers, ["", "/a", "/a", "/a/0", "/b", "/b"]);
    }
}

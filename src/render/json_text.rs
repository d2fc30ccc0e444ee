//! JSON as text that is safe to print: what every format that is JSON goes through at its end.

use memchr::memchr2;
use serde::Serialize;
use std::borrow::Cow;

/// The document, indented, with a line break at its end.
pub(super) fn to_text(document: &impl Serialize) -> String {
    // Strings, numbers and lists of them cannot fail to serialise.
    serde_json::to_string_pretty(document)
        .map(|text| visible(&text).into_owned() + "\n")
        .unwrap_or_default()
}

/// Appends the document on one line, without a line break.
pub(super) fn append_line(document: &impl Serialize, out: &mut Vec<u8>) {
    let start = out.len();
    // Strings, numbers and lists of them cannot fail to serialise, a vector takes every byte, and JSON is UTF-8.
    let _ = serde_json::to_writer(&mut *out, document);
    let text = str::from_utf8(&out[start..]).unwrap_or_default();
    if let Cow::Owned(visible) = visible(text) {
        out.truncate(start);
        out.extend_from_slice(visible.as_bytes());
    }
}

/// Appends one text of a document on one line.
pub(super) fn append_text(text: &str, out: &mut Vec<u8>) {
    match text.bytes().all(|b| IS_PLAIN[usize::from(b)]) {
        true => {
            out.push(b'"');
            out.extend_from_slice(text.as_bytes());
            out.push(b'"');
        }
        false => append_line(&text, out),
    }
}

/// The bytes of a text that JSON takes as they are and that hide nothing: nearly all texts have no others.
const IS_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b' ';
    while byte < 0x7f {
        table[byte as usize] = !matches!(byte, b'"' | b'\\' | b'#');
        byte += 1;
    }
    table
};

/// What may be hidden begins with one of these bytes, and so does much that is not: `é` does not, `–` does.
const MAY_HIDE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0x7f;
    while byte < 256 {
        table[byte] = matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
        byte += 1;
    }
    table[b'#' as usize] = true;
    table
};

/// Whether a text holds none of the bytes of [`MAY_HIDE`], without looking at each: nearly all texts have no others.
fn is_plain(text: &[u8]) -> bool {
    text.is_ascii() && memchr2(0x7f, b'#', text).is_none()
}

/// Writes what could steer a terminal or hide in a text as `\u` escapes: C1 controls, line separators, direction marks, what has no
/// width; and the `#` of what a CI log would obey. They stand in texts only.
fn visible(text: &str) -> Cow<'_, str> {
    let steers = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{e0000}'..='\u{e007f}');
    let mut out = String::new();
    let mut kept = 0;
    for (part, start) in text.as_bytes().chunks(PART).zip((0..).step_by(PART)) {
        if is_plain(part) {
            continue;
        }
        let may_hide = |at: &usize| MAY_HIDE[usize::from(text.as_bytes()[*at])];
        for at in (start..start + part.len()).filter(may_hide) {
            let Some(c) = text[at..].chars().next() else { continue };
            if steers(c) || c == '#' && text[at..].starts_with("##") {
                out.push_str(&text[kept..at]);
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
                kept = at + c.len_utf8();
            }
        }
    }
    match kept {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(out + &text[kept..]),
    }
}

/// So many bytes are looked at in one go.
const PART: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_what_the_indented_text_holds() {
        let document = ["a\u{9b}1m\u{202e}b\u{e0041}\n", "##[error]", "C# and \\##", "\u{7f}é"];
        let mut line = Vec::new();
        append_line(&document, &mut line);
        let line = String::from_utf8(line).expect("UTF-8");
        let mut texts = Vec::new();
        document.iter().for_each(|text| append_text(text, &mut texts));
        assert_eq!(
            line,
            format!(
                "[{}]",
                String::from_utf8(texts).expect("UTF-8").replace("\"\"", "\",\"")
            )
        );
        let lines = to_text(&document);
        assert_eq!(line, lines.lines().map(str::trim_start).collect::<String>());
        assert!(line.contains("\\u009b") && !line.contains('\n'), "{line}");
    }

    #[test]
    fn nothing_steers_a_terminal_or_a_log() {
        let text = to_text(&["a\u{9b}1m\u{202e}b\u{e0041}", "##[error]", "C# and \\##"]);
        assert!(text.contains("a\\u009b1m\\u202eb"), "{text}");
        assert!(!text.contains("##"), "{text}");
        let back: Vec<String> = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(back, ["a\u{9b}1m\u{202e}b\u{e0041}", "##[error]", "C# and \\##"]);
    }
}

//! Blanks out comments and trailing commas, in place and of equal length, so that every byte offset stays true.

use crate::model::candidate::{At, Warning};
use crate::text::json_walk::after_string;

/// A text after repair.
pub(super) struct Repaired {
    pub text: String,
    first_comment: Option<usize>,
    first_comma: Option<usize>,
}

impl Repaired {
    pub fn changed(&self) -> bool {
        self.first_comment.is_some() || self.first_comma.is_some()
    }

    /// What was blanked, for the owner of the file.
    pub fn warnings(&self) -> impl Iterator<Item = Warning> {
        let comment = self.first_comment.map(|at| Warning {
            code: "comment",
            at: At::Offset(at),
            message: "JSON knows no comments; other programs will refuse this file".into(),
        });
        let comma = self.first_comma.map(|at| Warning {
            code: "trailing-comma",
            at: At::Offset(at),
            message: "a comma before a closing bracket; other programs will refuse this file".into(),
        });
        comment.into_iter().chain(comma)
    }
}

/// Replaces comments (`//`, `/* */`) and commas before a closing bracket by blanks; line breaks stay.
pub(super) fn blank_comments_and_commas(text: &str) -> Repaired {
    let mut bytes = text.as_bytes().to_vec();
    let (mut first_comment, mut first_comma) = (None, None);
    let mut comma: Option<usize> = None;
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'"' => {
                comma = None;
                i = after_string(&bytes, i);
                continue;
            }
            b'/' if matches!(bytes.get(i + 1), Some(b'/' | b'*')) => {
                first_comment.get_or_insert(i);
                let end = after_comment(&bytes, i);
                for byte in &mut bytes[i..end] {
                    if !matches!(*byte, b'\n' | b'\r') {
                        *byte = b' ';
                    }
                }
                i = end;
                continue;
            }
            b',' => comma = Some(i),
            b'}' | b']' => {
                if let Some(at) = comma.take() {
                    first_comma.get_or_insert(at);
                    bytes[at] = b' ';
                }
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        i += 1;
    }
    // Only whole comments and ASCII commas were replaced by ASCII blanks, so the text stays UTF-8.
    let text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    Repaired {
        text,
        first_comment,
        first_comma,
    }
}

fn after_comment(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start..];
    if bytes[start + 1] == b'/' {
        return start + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
    }
    let close = rest.windows(2).skip(2).position(|pair| pair == b"*/");
    start + close.map_or(rest.len(), |at| at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let repaired = blank_comments_and_commas(before);
        assert_eq!(repaired.text, after);
        assert_eq!(repaired.text.len(), before.len(), "every byte offset stays true");
    }

    #[test]
    fn comments_become_blanks_of_equal_length() {
        check("{ // é\n \"a\": 1 }", "{      \n \"a\": 1 }");
        check("{/* x\n y */\"a\":1}", "{    \n     \"a\":1}");
        check("/**/{}", "    {}");
        check("{} // no break", "{}            ");
    }

    #[test]
    fn text_in_quotes_is_left_alone() {
        check(r#"{"u":"https://x.y/*z*/,}"}"#, r#"{"u":"https://x.y/*z*/,}"}"#);
        check(r#"{"q":"\"//"}"#, r#"{"q":"\"//"}"#);
    }

    #[test]
    fn commas_before_a_closing_bracket_go() {
        check("[1,2, /* c */ ]", "[1,2          ]");
        check("{\"a\":[1,],}", "{\"a\":[1 ] }");
        check("[1,,]", "[1, ]");
    }
}

//! Writes JSON text piece by piece into a string, with or without `\u` escapes.

use std::fmt::Write;

/// A JSON text that grows.
#[derive(Default)]
pub struct Json {
    /// What is written so far.
    pub text: String,
    /// Whether letters beyond ASCII become `\u` escapes.
    pub escaped: bool,
}

impl Json {
    /// A comma, unless something begins here: a line, a list, an object, the value of a key.
    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':', '\n']) {
            self.text.push(',');
        }
    }

    /// `{` or `[`.
    pub fn open(&mut self, bracket: char) {
        self.comma();
        self.text.push(bracket);
    }

    /// `}` or `]`.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// A key; what it names comes next.
    pub fn key(&mut self, key: &str) {
        self.comma();
        self.text.extend(["\"", key, "\":"]);
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        self.comma();
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c == '\n' || self.escaped && !c.is_ascii()) {
            let (before, behind) = rest.split_at(at);
            self.text.push_str(before);
            let c = behind.chars().next().expect("it was found");
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                c => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        write!(self.text, "\\u{unit:04x}").expect("a string grows");
                    }
                }
            }
            rest = &behind[c.len_utf8()..];
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// A key and its string.
    pub fn field(&mut self, key: &str, text: &str) {
        self.key(key);
        self.string(text);
    }

    /// A value that is written as it stands: a number, null.
    pub fn raw(&mut self, text: &str) {
        self.comma();
        self.text.push_str(text);
    }
}

//! A text as its words, with what stands between them and the sentences that they make.

use super::vocabulary::{Vocabulary, WordId, is_number_word};
use crate::model::stated::is_sign;
use crate::text::words::Words;
use std::ops::Range;

/// A text with its words and sentences.
pub(super) struct Line<'p> {
    pub text: &'p str,
    words: &'p Words,
    /// The number of each word in the vocabulary.
    pub known: &'p [WordId],
    /// The number of the sentence that each word stands in.
    pub sentence: &'p [u32],
    /// Whether signs of which rows state levels may stand in it (★, ●).
    pub has_signs: bool,
    /// Whether it may have the head of a list: a bracket, a colon or a dash.
    pub has_heads: bool,
}

/// What the lines of many texts are kept in, one after the other.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    words: Words,
    known: Vec<WordId>,
    sentence: Vec<u32>,
}

impl Buffers {
    /// Takes `text` apart, in place of the text before.
    pub fn read<'b>(&'b mut self, text: &'b str, vocabulary: &Vocabulary<'_>) -> Line<'b> {
        self.words.read(text);
        self.known.clear();
        self.known
            .extend((0..self.words.len()).map(|i| vocabulary.id(self.words.key(i), self.words.form(i))));
        self.sentence.clear();
        let mut number = 0;
        let mut end = None;
        for i in 0..self.words.len() {
            let word = self.words.range(i);
            if end.is_some_and(|end| ends_sentence(&text[end..word.start], &text[word.start..])) {
                number += 1;
            }
            self.sentence.push(number);
            end = Some(word.end);
        }
        let is_ascii = text.is_ascii();
        Line {
            text,
            words: &self.words,
            known: &self.known,
            sentence: &self.sentence,
            has_signs: !is_ascii && text.contains(is_sign),
            has_heads: !is_ascii || text.bytes().any(|b| matches!(b, b'(' | b'[' | b':' | b'-')),
        }
    }
}

impl<'p> Line<'p> {
    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The normal form of word `i`.
    pub fn form(&self, i: usize) -> &'p str {
        self.words.form(i)
    }

    /// The normal form of word `i`, where there is one.
    pub fn get(&self, i: usize) -> Option<&'p str> {
        (i < self.len()).then(|| self.form(i))
    }

    /// The normal forms of words `first` to `last`, joined.
    pub fn joined(&self, first: usize, last: usize) -> String {
        (first..=last).map(|i| self.form(i)).collect()
    }

    /// The first letters of the normal form of word `i`, as [`key`](crate::text::words::key) makes them, and with those of the
    /// words behind it where it is shorter.
    pub fn key_from(&self, i: usize) -> u64 {
        let mut key = self.words.key(i);
        let mut length = self.form(i).len();
        for next in i + 1..self.len() {
            if length >= 8 {
                break;
            }
            key |= self.words.key(next) << (8 * length);
            length += self.form(next).len();
        }
        key
    }

    /// Word `i` as it is written.
    pub fn written(&self, i: usize) -> &'p str {
        &self.text[self.words.range(i)]
    }

    /// Where word `i` begins: UTF-8 byte offset.
    pub fn start(&self, i: usize) -> usize {
        self.words.range(i).start
    }

    /// Where word `i` ends: UTF-8 byte offset.
    pub fn end(&self, i: usize) -> usize {
        self.words.range(i).end
    }

    /// What stands between word `i` and the next one.
    pub fn behind(&self, i: usize) -> &'p str {
        let end = if i + 1 < self.len() {
            self.start(i + 1)
        } else {
            self.text.len()
        };
        &self.text[self.end(i)..end]
    }

    /// What stands between word `i` and the one before.
    pub fn before(&self, i: usize) -> &'p str {
        let start = if i == 0 { 0 } else { self.end(i - 1) };
        &self.text[start..self.start(i)]
    }

    /// The bytes from word `first` to word `last`.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.start(first)..self.end(last)
    }

    /// The text of words `first` to `last`.
    pub fn slice(&self, first: usize, last: usize) -> &'p str {
        &self.text[self.range(first, last)]
    }

    /// Whether word `i` begins a sentence.
    pub fn begins_sentence(&self, i: usize) -> bool {
        i == 0 || self.sentence[i] != self.sentence[i - 1]
    }

    /// Whether word `i` is a number, in digits or up to twelve in words, and whether it is one of scale: ten thousand or more,
    /// or 10k, 2m, 1.5bn.
    pub fn is_number(&self, i: usize, big: bool) -> bool {
        if !big && is_number_word(self.known[i]) {
            return true;
        }
        if !self.begins_with_digit(i) {
            return false;
        }
        let form = self.form(i);
        let digits = form.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        let value: u64 = digits.parse().unwrap_or(u64::MAX);
        match &form[digits.len()..] {
            "" if !big => true,
            // A group of three digits goes on the number before it: 10,000.
            "" if digits.len() == 3 && i > 0 && matches!(self.before(i), "," | ".") => {
                self.form(i - 1).parse().is_ok_and(|n: u64| n >= 10) || self.is_number(i - 1, true)
            }
            "" => value >= 10_000 && !(1900..2100).contains(&value),
            "k" => !big || value >= 10,
            "m" | "mm" | "mn" | "b" | "bn" => true,
            _ => false,
        }
    }

    /// Whether word `i` begins with a digit from 0 to 9.
    pub fn begins_with_digit(&self, i: usize) -> bool {
        self.text.as_bytes()[self.start(i)].is_ascii_digit() || self.form(i).as_bytes()[0].is_ascii_digit()
    }

    /// Whether word `i` is a number of a million or more.
    pub fn is_huge(&self, i: usize) -> bool {
        let form = self.form(i);
        self.is_number(i, true) && (form.ends_with(['m', 'n', 'b']) || form.parse().is_ok_and(|n: u64| n >= 1_000_000))
    }
}

/// Whether a sentence ends between two words, the second of which `next` begins with. A line that goes on in lower case was
/// only wrapped.
fn ends_sentence(between: &str, next: &str) -> bool {
    // One sign that is neither a line break nor a semicolon ends none: most words are parted by a blank.
    if let [sign] = between.as_bytes() {
        match sign {
            b';' => return true,
            b'\n' => {}
            _ => return false,
        }
    }
    let wrapped =
        next.starts_with(char::is_lowercase) && between.trim().is_empty() && between.matches('\n').count() == 1;
    let full_stop = |c: char| {
        between
            .find(c)
            .is_some_and(|at| between[at + 1..].starts_with(char::is_whitespace))
    };
    (between.contains('\n') && !wrapped)
        || between.contains([';', '•', '●', '▪', '◦', '。', '！', '？', '；'])
        || ['.', '!', '?'].into_iter().any(full_stop)
}

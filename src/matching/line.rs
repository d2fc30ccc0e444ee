//! A text as its words, with what stands between them and the sentences that they make.

use super::vocabulary::{Kinds, Vocabulary, WordId, is_number_word};
use crate::model::stated::is_sign;
use crate::text::outline::Outline;
use crate::text::words::Words;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A text with its words and sentences.
pub(super) struct Line<'p> {
    pub text: &'p str,
    words: &'p Words,
    outlines: &'p [Outline],
    /// The number of each word in the vocabulary.
    pub known: &'p [WordId],
    /// The number of the sentence that each word stands in.
    pub sentence: &'p [u32],
    /// What each word is as a number; empty where none is one.
    signs: &'p [Signs],
    /// What any of its words may be.
    pub may: Kinds,
    /// What each word may be.
    pub kinds: &'p [Kinds],
    /// Whether a level may be stated in a spelling that the vocabulary does not have.
    any_spelling: bool,
    /// Whether any of its words is a number or begins with a digit.
    pub has_numbers: bool,
    /// Whether signs of which rows state levels may stand in it (★, ●).
    pub has_signs: bool,
    /// Whether it may have the head of a list: a bracket, a colon or a dash.
    pub has_heads: bool,
    /// Found out when somebody asks.
    is_shouted: OnceCell<bool>,
    is_portuguese: OnceCell<bool>,
}

/// What a word is as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// In digits, or up to twelve in words.
    pub number: bool,
    /// Of scale: ten thousand or more, or 10k, 2m, 1.5bn.
    pub big: bool,
    /// A million or more.
    pub huge: bool,
    /// It begins with a digit from 0 to 9.
    pub digit: bool,
    /// It is an amount of money.
    money: bool,
    /// What stands in digits, with the groups before it: 10 and 10,000 for the words of `10,000`.
    value: u64,
}

impl Signs {
    const NONE: Signs = Signs {
        number: false,
        big: false,
        huge: false,
        digit: false,
        money: false,
        value: 0,
    };
}

/// What the lines of many texts are kept in, one after the other.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    words: Words,
    outlines: Vec<Outline>,
    known: Vec<WordId>,
    kinds: Vec<Kinds>,
    sentence: Vec<u32>,
    signs: Vec<Signs>,
}

impl Buffers {
    /// Takes `text` apart, in place of the text before.
    pub fn read<'b>(&'b mut self, text: &'b str, vocabulary: &Vocabulary) -> Line<'b> {
        let Buffers {
            words,
            outlines,
            known,
            kinds,
            sentence,
            signs,
        } = self;
        words.read(text);
        outlines.clear();
        outlines.extend(words.outlines());
        known.clear();
        known.extend(
            (0..)
                .zip(&*outlines)
                .map(|(i, outline)| vocabulary.id(*outline, || words.form(i))),
        );
        sentence.clear();
        read_sentences(text, words, sentence);
        let bytes = text.bytes().fold(0, |all, byte| all | CLASSES[usize::from(byte)]);
        let is_ascii = bytes & WIDE == 0;
        // A level may be stated in any spelling that is not plain, and beside a plus.
        let any_spelling = !words.are_plain() || bytes & PLUS != 0;
        let may = if any_spelling { Kinds::STATES_LEVEL } else { Kinds::NONE };
        kinds.clear();
        kinds.extend(known.iter().map(|id| vocabulary.kinds(*id)));
        let may = kinds.iter().fold(may, |may, of_word| may.union(*of_word));
        let has_numbers = !is_ascii || may.holds(Kinds::COUNTS) || bytes & DIGIT != 0;
        signs.clear();
        if has_numbers {
            read_numbers(text, words, (outlines, known), signs);
        }
        Line {
            text,
            words,
            outlines,
            known,
            sentence,
            signs,
            may,
            kinds,
            any_spelling,
            has_numbers,
            has_signs: !is_ascii && text.contains(is_sign),
            has_heads: !is_ascii || bytes & HEAD != 0,
            is_shouted: OnceCell::new(),
            is_portuguese: OnceCell::new(),
        }
    }
}

/// Classes of bytes, a bit each: digits, signs beside which words are spelled in their own way, signs behind which a list may begin,
/// and parts of letters that are not ASCII.
const DIGIT: u8 = 1;
const PLUS: u8 = 2;
const HEAD: u8 = 4;
const WIDE: u8 = 8;

/// The class of each byte.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'+' | b'#' => PLUS,
            b'(' | b'[' | b':' | b'-' => HEAD,
            0x80.. => WIDE,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// The number of the sentence that each word stands in.
fn read_sentences(text: &str, words: &Words, to: &mut Vec<u32>) {
    let mut number = 0;
    let mut end = 0;
    to.extend(words.ranges().map(|word| {
        let between = end..word.start;
        // One sign that is neither a line break nor a semicolon ends none: most words are parted by a blank.
        let is_plain = between.len() == 1 && !matches!(text.as_bytes()[end], b';' | b'\n');
        number += u32::from(end > 0 && !is_plain && ends_sentence(text, between));
        end = word.end;
        number
    }));
}

/// What each word is as a number.
fn read_numbers(text: &str, words: &Words, (outlines, known): (&[Outline], &[WordId]), to: &mut Vec<Signs>) {
    for (i, word) in words.ranges().enumerate() {
        let is_word = is_number_word(known[i]);
        let digit = text.as_bytes()[word.start].is_ascii_digit() || outlines[i].first_letter().is_ascii_digit();
        let signs = match digit || is_word {
            true => {
                let before = i.checked_sub(1);
                let before = before.map(|last| (&text[words.range(last).end..word.start], words.form(last), to[last]));
                read_signs(words.form(i), digit, is_word, before)
            }
            false => Signs::NONE,
        };
        to.push(match digit {
            true => counted(signs, &text[..word.start], &text[word.end..], to.last()),
            false => signs,
        });
    }
}

/// The same number in digits, which may be money or a share; these are of no scale: "$1,000,000", "faster by 16200%". `last` is the
/// number before it.
fn counted(signs: Signs, before: &str, behind: &str, last: Option<&Signs>) -> Signs {
    let goes_on = before.ends_with([',', '.']) && last.is_some_and(|last| last.money);
    let code = before.trim_end();
    let money = goes_on
        || before.ends_with(['$', '€', '£', '¥', '₹'])
        || behind.starts_with(['€', '$', '£'])
        || code.ends_with("USD")
        || code.ends_with("EUR");
    let is_share = behind.trim_start().starts_with('%');
    let is_count = !(money || is_share);
    Signs {
        big: signs.big && is_count,
        huge: signs.huge && is_count,
        money,
        ..signs
    }
}

/// What `form` is as a number. `before` is what stands between it and the word before, that word, and what that is.
fn read_signs(form: &str, digit: bool, is_word: bool, before: Option<(&str, &str, Signs)>) -> Signs {
    let mut signs = Signs { digit, ..Signs::NONE };
    signs.number = is_word;
    if !digit {
        return signs;
    }
    let digits = form.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return signs;
    }
    let mut value: u64 = digits.parse().unwrap_or(u64::MAX);
    // A group of three digits goes on the number before it: 10,000.
    if let Some(("," | ".", first, of_first)) = before
        && digits.len() == 3
        && first.len() <= 3
        && first.bytes().all(|b| b.is_ascii_digit())
    {
        value = of_first.value.saturating_mul(1000).saturating_add(value);
    }
    signs.value = value;
    (signs.number, signs.big, signs.huge) = match &form[digits.len()..] {
        "" => (true, value >= 10_000, value >= 1_000_000),
        "k" => (true, value >= 10, false),
        "m" | "mm" | "mn" | "b" | "bn" => (true, true, true),
        "tb" | "pb" => (true, true, false),
        "x" => (true, false, false),
        _ => (is_word, false, false),
    };
    signs
}

/// Whether a word has nothing but capitals.
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
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
    pub fn joined(&self, first: usize, last: usize) -> Cow<'p, str> {
        match first == last {
            true => self.form(first).into(),
            false => (first..=last).map(|i| self.form(i)).collect(),
        }
    }

    /// Whether the normal forms of words `first` to `last`, joined, begin with `form`.
    pub fn begin_with(&self, first: usize, last: usize, form: &str) -> bool {
        let mut rest = form.as_bytes();
        let same = (first..=last).all(|i| {
            let word = self.form(i).as_bytes();
            let (begin, behind) = rest.split_at(word.len().min(rest.len()));
            rest = behind;
            word.starts_with(begin)
        });
        same && rest.is_empty()
    }

    /// The outline of the normal form of word `i`.
    pub fn outline(&self, i: usize) -> Outline {
        self.outlines[i]
    }

    /// Word `i` as it is written.
    pub fn written(&self, i: usize) -> &'p str {
        &self.text[self.words.range(i)]
    }

    /// Whether most of its words are in capitals.
    pub fn is_shouted(&self) -> bool {
        *self.is_shouted.get_or_init(|| {
            let all = (0..self.len()).filter(|i| is_in_capitals(self.written(*i)));
            all.count() * 2 > self.len()
        })
    }

    /// Whether words show that it is Portuguese, in which "no" is "in the". They are words of no other language that resumes are
    /// written in: "do" and "com" would be.
    pub fn is_portuguese(&self) -> bool {
        let tells = |i: usize| {
            let form = self.form(i);
            let is_one = ["em", "da", "dos", "uma", "um", "ao", "às", "não"].contains(&form);
            is_one || form.ends_with("ção") || form.ends_with("ções") || form == "e" && self.get(i + 1) == Some("no")
        };
        *self.is_portuguese.get_or_init(|| (0..self.len()).any(tells))
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

    /// Whether one of these words may belong to a statement of a level.
    pub fn may_state_level(&self, words: Range<usize>) -> bool {
        let kind = Kinds::STATES_LEVEL;
        let one = || self.kinds[words].iter().any(|kinds| kinds.holds(kind));
        self.any_spelling || self.may.holds(kind) && one()
    }

    /// Whether word `i` begins a sentence.
    pub fn begins_sentence(&self, i: usize) -> bool {
        i == 0 || self.sentence[i] != self.sentence[i - 1]
    }

    /// What word `i` is as a number.
    pub fn signs(&self, i: usize) -> Signs {
        self.signs.get(i).copied().unwrap_or(Signs::NONE)
    }
}

/// Whether a sentence ends between two words: in the bytes `between` of the text. A line that goes on in lower case was only
/// wrapped.
fn ends_sentence(text: &str, between: Range<usize>) -> bool {
    let (between, next) = (&text[between.clone()], &text[between.end..]);
    let ends = |(at, sign): (usize, char)| match sign {
        // The first of several decides: a thought goes on behind "...".
        '.' | '!' | '?' => between[at + 1..].starts_with(char::is_whitespace) && !between[..at].contains(sign),
        _ => matches!(sign, ';' | '•' | '●' | '▪' | '◦' | '。' | '！' | '？' | '；'),
    };
    let wrapped =
        || next.starts_with(char::is_lowercase) && between.trim().is_empty() && between.matches('\n').count() == 1;
    between.char_indices().any(ends) || between.contains('\n') && !wrapped()
}

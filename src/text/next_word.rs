//! Where words begin and end in any script, and how each becomes its normal form.

use memchr::memchr;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfkc_quick};

/// The normal form of ".NET".
pub(super) const DOTNET: &str = "dotnet";

/// How a word becomes its normal form.
#[derive(Clone, Copy)]
pub(super) enum Normal {
    /// It is ASCII.
    Lower,
    /// It may have letters of any script.
    Unified,
    /// It is its own form.
    Same,
    /// ".NET" and nothing else is written with the dot in front; "asp.net" is caught as two words joined.
    DotNet,
}

impl Normal {
    pub fn onto(self, forms: &mut String, word: &str) {
        match self {
            Normal::Lower => {
                let start = forms.len();
                forms.push_str(word);
                forms[start..].make_ascii_lowercase();
            }
            Normal::Unified => push_unified(forms, word),
            Normal::Same => forms.push_str(word),
            Normal::DotNet => forms.push_str(DOTNET),
        }
    }
}

/// Goes from word to word.
pub(super) struct NextWord<'t> {
    text: &'t str,
    /// Where to go on: UTF-8 byte offset.
    pub at: usize,
    has_mail: bool,
    /// Whether a tag may still end: not where one was looked for in vain.
    may_end_tag: bool,
}

impl<'t> NextWord<'t> {
    pub fn of(text: &'t str) -> NextWord<'t> {
        NextWord {
            text,
            at: 0,
            has_mail: memchr(b'@', text.as_bytes()).is_some(),
            may_end_tag: true,
        }
    }

    /// The next word and how it becomes its normal form.
    pub fn step(&mut self) -> Option<(Range<usize>, Normal)> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let mut at = self.at;
        loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'<' {
                at += 1;
                continue;
            }
            if (self.has_mail || matches!(byte, b'<' | b'h' | b'H' | b'w' | b'W'))
                && let Some(end) = self.after_markup(at)
            {
                at = end;
                continue;
            }
            let (end, normal) = if let Some(end) = ascii_end(bytes, at) {
                (end, Normal::Lower)
            } else {
                let c = text[at..].chars().next()?;
                if !c.is_alphanumeric() {
                    at += c.len_utf8();
                    continue;
                }
                match is_ideograph(c) {
                    true => (at + c.len_utf8(), Normal::Same),
                    false => (word_end(text, at, c), Normal::Unified),
                }
            };
            let end = end + symbols_behind(&bytes[end..], end - at);
            let is_net = bytes[at..end].eq_ignore_ascii_case(b"net") && is_dotted(bytes, at);
            self.at = end;
            return Some((at..end, if is_net { Normal::DotNet } else { normal }));
        }
    }

    /// The end of a link, an e-mail address or an HTML tag that begins at `at`.
    fn after_markup(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let bytes = rest.as_bytes();
        let starts_word = at == 0 || !self.text.as_bytes()[at - 1].is_ascii_alphanumeric();
        match bytes[0] {
            b'<' => {
                let begins = |b: &u8| b.is_ascii_alphabetic() || *b == b'/' || *b == b'!';
                if !self.may_end_tag || !bytes.get(1).is_some_and(begins) {
                    return None;
                }
                let end = memchr(b'>', bytes);
                self.may_end_tag = end.is_some();
                Some(at + end? + 1)
            }
            b'h' | b'H' | b'w' | b'W' => {
                let link = ["http://", "https://", "www."]
                    .iter()
                    .any(|p| rest.get(..p.len()).is_some_and(|r| r.eq_ignore_ascii_case(p)));
                (link && starts_word).then(|| at + chunk(rest))
            }
            b if b.is_ascii_alphanumeric() && starts_word => {
                let end = chunk(&rest[..rest.floor_char_boundary(LONGEST_ADDRESS)]);
                let (name, host) = rest[..end].split_once('@')?;
                (!name.contains([',', '/']) && host.contains('.')).then_some(at + end)
            }
            _ => None,
        }
    }
}

/// Bytes that an e-mail address has at most (RFC 5321, 4.5.3.1): before and behind its sign.
const LONGEST_ADDRESS: usize = 64 + 1 + 255;

/// Where the word ends that begins at `start`, if it is one of ASCII letters and digits alone.
fn ascii_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = &bytes[start..];
    let length = rest
        .iter()
        .position(|b| !b.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    (length > 0 && rest.get(length).is_none_or(u8::is_ascii)).then_some(start + length)
}

/// Where the word ends that begins at `start` with `first`.
fn word_end(text: &str, start: usize, first: char) -> usize {
    if is_unspaced(first) {
        // Decomposed, a Hangul syllable is two or three letters, and a voiced kana has its mark behind it.
        let rest = &text[start + first.len_utf8()..];
        let goes_on = |c: char| matches!(c, '\u{1160}'..='\u{11FF}' | '\u{3099}' | '\u{309A}');
        return start + first.len_utf8() + rest.find(|c: char| !goes_on(c)).unwrap_or(rest.len());
    }
    let rest = &text[start..];
    let ascii = rest
        .bytes()
        .position(|b| !b.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return start + ascii;
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || is_combining_mark(c)) || is_unspaced(c));
    start + end.unwrap_or(rest.len())
}

/// How many bytes of `++` or `#` behind a word of `length` bytes belong to it.
pub(super) fn symbols_behind(behind: &[u8], length: usize) -> usize {
    match behind {
        [b'+', b'+', ..] => 2,
        [b'#', ..] if length == 1 => 1,
        _ => 0,
    }
}

/// Whether a full stop before byte `at` belongs to the word that begins there and not to one before.
pub(super) fn is_dotted(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1] == b'.' && (at == 1 || !bytes[at - 2].is_ascii_alphanumeric())
}

/// Scripts written without blanks between words, or with particles attached: Han, kana, Hangul, Thai.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{30FF}' | '\u{3130}'..='\u{318F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

/// Han and Hangul: a word a character, with neither case nor, in these blocks, another spelling.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Letters that are their own normal form and join no other: most of what is written in Latin, Cyrillic, kana, Han and Hangul.
/// Looking each up in the tables of Unicode would take a third of the start.
fn is_normal(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{131}' | '\u{410}'..='\u{44F}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}')
        || is_ideograph(c)
}

fn push_unified(forms: &mut String, word: &str) {
    if word.is_ascii() {
        return Normal::Lower.onto(forms, word);
    }
    if word.chars().all(is_normal) || is_nfkc_quick(word.chars()) == IsNormalized::Yes {
        return forms.push_str(&word.to_lowercase());
    }
    // Some letters are composed in lower case only: once more, so that case does not matter.
    forms.extend(word.nfkc().flat_map(char::to_lowercase).nfkc());
}

/// Length of what stands without a blank, quote or bracket.
fn chunk(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')' | ']' | '|'))
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_normal_are_those_of_unicode() {
        let is_its_own = |c: char| std::iter::once(c).nfkc().eq(std::iter::once(c));
        let wrong = ('\0'..='\u{FFFF}').filter(|c| is_normal(*c) && !is_its_own(*c));
        assert_eq!(wrong.collect::<String>(), "");
    }
}

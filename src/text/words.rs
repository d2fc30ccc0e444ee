//! Words of a text with their places, and the normal form in which words are compared.
//!
//! Links, e-mail addresses and HTML tags hold no words. Scripts without blanks give one word a character.

use memchr::memchr;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfkc_quick};

/// The words of a text, in order: where each stands and its normal form, which is lower case with compatibility characters
/// unified; `+` and `#` stay where they belong to a name (c++, c#). One buffer serves many texts.
#[derive(Clone, Debug, Default)]
pub struct Words {
    spans: Vec<Span>,
    /// What the forms are parts of: the text in lower case, or the forms themselves, with [`PAD`] at the end.
    forms: String,
}

/// Makes eight bytes from the beginning of every form readable.
const PAD: &str = "        ";

/// UTF-8 byte offsets of a word in its text, and of its form among the forms.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
    form: u32,
    form_end: u32,
}

impl Words {
    /// The words of `text`.
    pub fn of(text: &str) -> Words {
        let mut words = Words::default();
        words.read(text);
        words
    }

    /// Takes the words of `text` in place of those before.
    pub fn read(&mut self, text: &str) {
        let Words { spans, forms } = self;
        spans.clear();
        forms.clear();
        // The forms of nearly every text are parts of it in lower case.
        let is_plain = text.is_ascii();
        if is_plain {
            forms.push_str(text);
            forms.make_ascii_lowercase();
        }
        let mut next = NextWord::of(text);
        while let Some((range, normal)) = next.step() {
            let form = match normal {
                Normal::Lower if is_plain => range.clone(),
                _ => {
                    let from = forms.len();
                    normal.onto(forms, &text[range.clone()]);
                    from..forms.len()
                }
            };
            spans.push(Span {
                start: range.start as u32,
                end: range.end as u32,
                form: form.start as u32,
                form_end: form.end as u32,
            });
        }
        forms.push_str(PAD);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether the text has none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Where word `i` stands: UTF-8 byte offsets in the text.
    pub fn range(&self, i: usize) -> Range<usize> {
        self.spans[i].start as usize..self.spans[i].end as usize
    }

    /// The normal form of word `i`.
    pub fn form(&self, i: usize) -> &str {
        let span = &self.spans[i];
        &self.forms[span.form as usize..span.form_end as usize]
    }

    /// The first eight bytes of the normal form of word `i`, as [`key`] makes them of a text.
    pub fn key(&self, i: usize) -> u64 {
        let span = &self.spans[i];
        let length = (span.form_end - span.form).min(8);
        let bytes = self.forms.as_bytes()[span.form as usize..]
            .first_chunk()
            .unwrap_or(&[0; 8]);
        u64::from_le_bytes(*bytes) & (u64::MAX >> (64 - 8 * length))
    }

    /// The normal forms of all words.
    pub fn forms(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        (0..self.len()).map(|i| self.form(i))
    }
}

/// The first eight bytes of a text that is not empty, the first in the lowest place, 0 where it is shorter.
pub fn key(text: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_le_bytes(bytes)
}

/// The words of `text` from the UTF-8 byte offset `from` on, one by one: where each stands, and its normal form.
pub fn words_from(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, Cow<'_, str>)> {
    let mut next = NextWord::of(text);
    // The offset may lie within a link, which holds no words.
    next.at = text[..from].rfind(char::is_whitespace).unwrap_or(0);
    std::iter::from_fn(move || {
        let (range, normal) = loop {
            match next.step()? {
                (range, _) if range.start < from => {}
                word => break word,
            }
        };
        let word = &text[range.clone()];
        let is_its_own = matches!(normal, Normal::Lower) && !word.bytes().any(|b| b.is_ascii_uppercase());
        let form = match is_its_own {
            true => Cow::Borrowed(word),
            false => {
                let mut form = String::new();
                normal.onto(&mut form, word);
                Cow::Owned(form)
            }
        };
        Some((range, form))
    })
}

/// How a word becomes its normal form.
#[derive(Clone, Copy)]
enum Normal {
    /// It is ASCII.
    Lower,
    /// It may have letters of any script.
    Unified,
    /// ".NET" and nothing else is written with the dot in front; "asp.net" is caught as two words joined.
    DotNet,
}

impl Normal {
    fn onto(self, forms: &mut String, word: &str) {
        match self {
            Normal::Lower => {
                let start = forms.len();
                forms.push_str(word);
                forms[start..].make_ascii_lowercase();
            }
            Normal::Unified => push_unified(forms, word),
            Normal::DotNet => forms.push_str("dotnet"),
        }
    }
}

/// Goes from word to word.
struct NextWord<'t> {
    text: &'t str,
    at: usize,
    has_mail: bool,
}

impl<'t> NextWord<'t> {
    fn of(text: &'t str) -> NextWord<'t> {
        NextWord {
            text,
            at: 0,
            has_mail: memchr(b'@', text.as_bytes()).is_some(),
        }
    }

    /// The next word and how it becomes its normal form.
    fn step(&mut self) -> Option<(Range<usize>, Normal)> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let mut at = self.at;
        loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'<' {
                at += 1;
                continue;
            }
            if (self.has_mail || matches!(byte, b'<' | b'h' | b'H' | b'w' | b'W'))
                && let Some(end) = after_markup(text, at)
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
                    true => (at + c.len_utf8(), Normal::Unified),
                    false => (word_end(text, at, c), Normal::Unified),
                }
            };
            let end = end + symbols_behind(bytes, at, end);
            let dotted = at > 0 && bytes[at - 1] == b'.' && (at == 1 || !bytes[at - 2].is_ascii_alphanumeric());
            let is_net = dotted && bytes[at..end].eq_ignore_ascii_case(b"net");
            self.at = end;
            return Some((at..end, if is_net { Normal::DotNet } else { normal }));
        }
    }
}

/// Where the word ends that begins at `start`, if it is one of ASCII letters and digits alone.
fn ascii_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = &bytes[start..];
    let length = rest
        .iter()
        .position(|b| !b.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    (length > 0 && rest.get(length).is_none_or(u8::is_ascii)).then_some(start + length)
}

/// The normal form of a name: its words joined, so that "scikit-learn", "Scikit Learn" and "ScikitLearn" are one.
pub fn form(text: &str) -> String {
    form_and_count(text).0
}

/// The normal form of a name and the number of its words.
pub fn form_and_count(text: &str) -> (String, usize) {
    plain_form_and_count(text).unwrap_or_else(|| {
        let words = Words::of(text);
        (words.forms().collect(), words.len())
    })
}

/// The same for names of ASCII letters, digits and blanks or hyphens: nearly all are, and the lexicon has thousands.
fn plain_form_and_count(text: &str) -> Option<(String, usize)> {
    let mut form = Vec::with_capacity(text.len());
    let (mut count, mut inside) = (0, false);
    for byte in text.bytes() {
        match PLAIN[usize::from(byte)] {
            // A full stop inside a name (Node.js) parts words; in front of one it may belong to it (.NET).
            0 if !(byte == b'.' && inside) => return None,
            0 | SIGN => inside = false,
            letter => {
                form.push(letter);
                count += usize::from(!inside);
                inside = true;
            }
        }
    }
    Some((String::from_utf8(form).ok()?, count))
}

/// Marks a byte that parts words.
const SIGN: u8 = b' ';

/// What each byte of a plain name becomes: a letter or digit in lower case, [`SIGN`], or 0 where the name is not plain.
const PLAIN: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        table[byte] = match c {
            b'a'..=b'z' | b'0'..=b'9' => c,
            b'A'..=b'Z' => c | 0x20,
            b' ' | b'-' | b'/' | b'_' | b'&' | b'\'' | b',' | b'(' | b')' => SIGN,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The normal forms of the words of `text`.
pub fn forms(text: &str) -> Vec<String> {
    // Phrases of our own data are nearly all plain lower case already.
    if text.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        return text.split_ascii_whitespace().map(str::to_owned).collect();
    }
    Words::of(text).forms().map(str::to_owned).collect()
}

/// The words of a text in normal form with a blank around each, so that whole words are found by `contains`.
pub fn padded(text: &str) -> String {
    let mut padded = String::from(" ");
    for form in Words::of(text).forms() {
        padded.push_str(form);
        padded.push(' ');
    }
    padded
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

/// How many bytes of `++` or `#` behind the word belong to it.
fn symbols_behind(bytes: &[u8], start: usize, end: usize) -> usize {
    match &bytes[end..] {
        [b'+', b'+', ..] => 2,
        [b'#', ..] if end - start == 1 => 1,
        _ => 0,
    }
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

/// The end of a link, an e-mail address or an HTML tag that begins at `at`.
fn after_markup(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let bytes = rest.as_bytes();
    match bytes[0] {
        b'<' => {
            let tag = bytes
                .get(1)
                .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/' || *b == b'!');
            let end = rest.find('>').filter(|_| tag)?;
            Some(at + end + 1)
        }
        b'h' | b'H' | b'w' | b'W' => {
            let link = ["http://", "https://", "www."]
                .iter()
                .any(|p| rest.get(..p.len()).is_some_and(|r| r.eq_ignore_ascii_case(p)));
            let starts_word = at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
            (link && starts_word).then(|| at + chunk(rest))
        }
        b if b.is_ascii_alphanumeric() && (at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric()) => {
            let end = chunk(rest);
            let (name, host) = rest[..end].split_once('@')?;
            (!name.contains([',', '/']) && host.contains('.')).then_some(at + end)
        }
        _ => None,
    }
}

/// Length of what stands without a blank, quote or bracket.
fn chunk(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')' | ']' | '|'))
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = Words::of(text);
        assert_eq!(words.forms().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check(
            "Tensor-Flow, K8s & scikit_learn",
            &["tensor", "flow", "k8s", "scikit", "learn"],
        );
        check("C/C++ and C#, g++17", &["c", "c++", "and", "c#", "g++", "17"]);
        check(".NET Core", &["dotnet", "core"]);
        check("ends here.Net gain", &["ends", "here", "net", "gain"]);
    }

    #[test]
    fn scripts_without_blanks_give_a_word_a_character() {
        check("使用PyTorch训练模型", &["使", "用", "pytorch", "训", "练", "模", "型"]);
        check("머신러닝을", &["머", "신", "러", "닝", "을"]);
    }

    #[test]
    fn composed_and_decomposed_letters_are_one() {
        assert_eq!(form("Cafe\u{301}"), form("Café"));
        assert_eq!(form("\u{110B}\u{1167}\u{11AB}구"), form("연구"));
        assert_eq!(form("データ"), form("テ\u{3099}ータ"));
        assert_eq!(form("ﬁne"), "fine");
        assert_eq!(form("H\u{331}"), form("h\u{331}"));
        assert_eq!(
            form_and_count("Scikit-Learn (sklearn)"),
            ("scikitlearnsklearn".to_owned(), 3)
        );
    }

    #[test]
    fn letters_that_are_normal_are_those_of_unicode() {
        let is_its_own = |c: char| std::iter::once(c).nfkc().eq(std::iter::once(c));
        let wrong = ('\0'..='\u{FFFF}').filter(|c| is_normal(*c) && !is_its_own(*c));
        assert_eq!(wrong.collect::<String>(), "");
    }

    #[test]
    fn markup_holds_no_words() {
        check("see <a href='https://go.dev/r'>Go</a>", &["see", "go"]);
        check(
            "[code](https://github.com/x/spark) a@b.io www.r.org x < y",
            &["code", "x", "y"],
        );
    }
}

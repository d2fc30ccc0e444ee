//! Words of a text with their places, and the normal form in which words are compared.
//!
//! Links, e-mail addresses and HTML tags hold no words. Scripts without blanks give one word a character.

use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfkc_quick};

/// A word and its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// UTF-8 byte offsets in the text.
    pub range: Range<usize>,
    /// Lower case, compatibility characters unified; `+` and `#` stay where they belong to a name (c++, c#).
    pub form: Cow<'t, str>,
}

/// The words of `text`, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    each_word(text, |range, form| words.push(Word { range, form }));
    words
}

/// Calls `with` for each word of `text`, in order.
fn each_word<'t>(text: &'t str, mut with: impl FnMut(Range<usize>, Cow<'t, str>)) {
    let bytes = text.as_bytes();
    let has_mail = bytes.contains(&b'@');
    let mut at = 0;
    while at < text.len() {
        let byte = bytes[at];
        if byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'<' {
            at += 1;
            continue;
        }
        if (has_mail || matches!(byte, b'<' | b'h' | b'H' | b'w' | b'W'))
            && let Some(end) = after_markup(text, at)
        {
            at = end;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if is_ideograph(c) {
            let end = at + c.len_utf8();
            with(at..end, Cow::Borrowed(&text[at..end]));
            at = end;
            continue;
        }
        if !c.is_alphanumeric() {
            at += c.len_utf8();
            continue;
        }
        let mut end = word_end(text, at, c);
        end += symbols_behind(text, at, end);
        // ".NET" and nothing else is written with the dot in front; "asp.net" is caught as two words joined.
        let dotted = at > 0 && bytes[at - 1] == b'.' && (at == 1 || !bytes[at - 2].is_ascii_alphanumeric());
        let form = match normal(&text[at..end]) {
            form if dotted && form == "net" => Cow::Borrowed("dotnet"),
            form => form,
        };
        with(at..end, form);
        at = end;
    }
}

/// The normal form of a name: its words joined, so that "scikit-learn", "Scikit Learn" and "ScikitLearn" are one.
pub fn form(text: &str) -> String {
    form_and_count(text).0
}

/// The normal form of a name and the number of its words.
pub fn form_and_count(text: &str) -> (String, usize) {
    plain_form_and_count(text).unwrap_or_else(|| {
        let (mut joined, mut count) = (String::with_capacity(text.len()), 0);
        each_word(text, |_, form| {
            joined.push_str(&form);
            count += 1;
        });
        (joined, count)
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
    words(text).into_iter().map(|w| w.form.into_owned()).collect()
}

/// A phrase in normal form, its words with one blank between: one text and not a list, for there are thousands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "String")]
pub struct Phrase(String);

impl From<String> for Phrase {
    fn from(text: String) -> Phrase {
        // Phrases of our own data are nearly all plain lower case already.
        let mut before = b' ';
        let plain = text.bytes().all(|byte| {
            let good = byte.is_ascii_lowercase() || byte == b' ' && before != b' ';
            before = byte;
            good
        });
        match plain && before != b' ' {
            true => Phrase(text),
            false => Phrase(forms(&text).join(" ")),
        }
    }
}

impl Phrase {
    /// The normal form of `text`.
    pub fn new(text: &str) -> Phrase {
        Phrase::from(text.to_owned())
    }

    /// A sign of the deeds' own language, such as `#big`, which is no word.
    pub fn sign(text: &str) -> Phrase {
        Phrase(text.to_owned())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first word; `None` where it has none.
    pub fn first(&self) -> Option<&str> {
        let end = self.0.find(' ').unwrap_or(self.0.len());
        (end > 0).then(|| &self.0[..end])
    }
}

/// The words of a text in normal form with a blank around each, so that whole words are found by `contains`.
pub fn padded(text: &str) -> String {
    let mut padded = String::from(" ");
    for word in words(text) {
        padded.push_str(&word.form);
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
fn symbols_behind(text: &str, start: usize, end: usize) -> usize {
    let (word, rest) = (&text[start..end], &text[end..]);
    if rest.starts_with("++") {
        2
    } else if rest.starts_with('#') && word.len() == 1 {
        1
    } else {
        0
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

fn normal(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        if word.bytes().any(|b| b.is_ascii_uppercase()) {
            return Cow::Owned(word.to_ascii_lowercase());
        }
        return Cow::Borrowed(word);
    }
    if word.chars().all(is_normal) || is_nfkc_quick(word.chars()) == IsNormalized::Yes {
        return Cow::Owned(word.to_lowercase());
    }
    // Some letters are composed in lower case only: once more, so that case does not matter.
    Cow::Owned(word.nfkc().flat_map(char::to_lowercase).nfkc().collect())
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
        let forms: Vec<String> = words(text).into_iter().map(|w| w.form.into_owned()).collect();
        assert_eq!(forms, expected, "{text}");
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

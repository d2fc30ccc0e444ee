//! Words of a text with their places, and the normal form in which words are compared.
//!
//! Links, e-mail addresses and HTML tags hold no words. Scripts without blanks give one word a character.

use super::next_word::{DOTNET, NextWord, Normal, is_dotted, symbols_behind};
use super::outline::Outline;
use memchr::memchr2;
use std::ops::Range;

/// The words of a text, in order: where each stands and its normal form, which is lower case with compatibility characters
/// unified; `+` and `#` stay where they belong to a name (c++, c#). One buffer serves many texts.
#[derive(Clone, Debug, Default)]
pub struct Words {
    spans: Vec<Span>,
    are_plain: bool,
    /// What the forms are parts of: the text in lower case, or the forms themselves, with [`PAD`] at the end.
    forms: String,
}

/// Makes eight bytes from the beginning of every form readable.
const PAD: &str = "        ";

/// UTF-8 byte offsets of a word in its text, and of its form among the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: u32,
    end: u32,
    form: u32,
    form_end: u32,
}

impl Span {
    fn new(word: Range<usize>, form: Range<usize>) -> Span {
        Span {
            start: word.start as u32,
            end: word.end as u32,
            form: form.start as u32,
            form_end: form.end as u32,
        }
    }
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
        self.spans.clear();
        self.forms.clear();
        // The forms of nearly every text are parts of it in lower case.
        let is_ascii = text.is_ascii();
        if is_ascii {
            self.forms.push_str(text);
            self.forms.make_ascii_lowercase();
        }
        self.are_plain = is_ascii && self.read_plain(text.len());
        if !self.are_plain {
            self.read_any(text, is_ascii);
        }
        self.forms.push_str(PAD);
    }

    /// Takes the words of an ASCII text of `length` bytes, which the forms are in lower case; `false` where it may hold
    /// markup, and nothing is taken. Half as dear as [`read_any`](Self::read_any), which says the same.
    fn read_plain(&mut self, length: usize) -> bool {
        let Words { spans, forms, .. } = self;
        let text = forms.as_bytes();
        if memchr2(b'@', b'<', text).is_some() {
            return false;
        }
        let length_of_word = |from: usize| {
            let rest = text.get(from..).unwrap_or_default();
            let ends = |byte: &u8| !IN_WORD[usize::from(*byte)];
            rest.iter().position(ends).unwrap_or(rest.len())
        };
        let mut dotnets = 0;
        let mut at = 0;
        while at < length {
            let start = at;
            at += length_of_word(start);
            if at == start {
                at += 1;
                continue;
            }
            // Hardly a word has one of these signs behind it.
            if let Some(b'+' | b'#' | b':' | b'.') = text.get(at) {
                match (&text[start..at], &text[at..]) {
                    (b"http" | b"https", [b':', b'/', b'/', ..]) | (b"www", [b'.', ..]) => {
                        spans.clear();
                        return false;
                    }
                    (_, rest) => at += symbols_behind(rest, at - start),
                }
            }
            let is_dotnet =
                start > 0 && text[start - 1] == b'.' && text[start..at] == *b"net" && is_dotted(text, start);
            let form = match is_dotnet {
                true => {
                    dotnets += 1;
                    length + DOTNET.len() * (dotnets - 1)..length + DOTNET.len() * dotnets
                }
                false => start..at,
            };
            spans.push(Span::new(start..at, form));
        }
        (0..dotnets).for_each(|_| forms.push_str(DOTNET));
        true
    }

    /// Takes the words of any text; the forms are those of an ASCII text already.
    fn read_any(&mut self, text: &str, is_ascii: bool) {
        let Words { spans, forms, .. } = self;
        let mut next = NextWord::of(text);
        while let Some((range, normal)) = next.step() {
            let form = match normal {
                Normal::Lower if is_ascii => range.clone(),
                _ => {
                    let from = forms.len();
                    normal.onto(forms, &text[range.clone()]);
                    from..forms.len()
                }
            };
            spans.push(Span::new(range, form));
        }
    }

    /// Whether the text is ASCII without links, addresses and tags, so that its words are all that stands in it.
    pub fn are_plain(&self) -> bool {
        self.are_plain
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

    /// The outline of the normal form of each word.
    pub fn outlines(&self) -> impl ExactSizeIterator<Item = Outline> {
        let forms = self.forms.as_bytes();
        let form = |span: &Span| (span.form as usize, (span.form_end - span.form) as usize);
        self.spans
            .iter()
            .map(form)
            .map(|(at, length)| Outline::within(forms, at, length))
    }

    /// Where each word stands: UTF-8 byte offsets in the text.
    pub fn ranges(&self) -> impl ExactSizeIterator<Item = Range<usize>> {
        self.spans.iter().map(|span| span.start as usize..span.end as usize)
    }

    /// The normal forms of all words.
    pub fn forms(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        (0..self.len()).map(|i| self.form(i))
    }
}

/// The normal form of a name: its words joined, so that "scikit-learn", "Scikit Learn" and "ScikitLearn" are one.
pub fn form(text: &str) -> String {
    form_and_count(text).0
}

/// The normal form of a name and the number of its words.
pub fn form_and_count(text: &str) -> (String, usize) {
    let mut form = String::with_capacity(text.len());
    let count = push_form(text, &mut form);
    (form, count)
}

/// Puts the normal form of a name behind `forms`, and tells the number of its words.
pub fn push_form(text: &str, forms: &mut String) -> usize {
    let start = forms.len();
    if let Some(count) = push_plain_form(text, forms) {
        return count;
    }
    forms.truncate(start);
    let mut count = 0;
    let mut next = NextWord::of(text);
    while let Some((range, normal)) = next.step() {
        normal.onto(forms, &text[range]);
        count += 1;
    }
    count
}

/// The same for names of ASCII letters, digits and blanks or hyphens: nearly all are, and the lexicon has thousands.
fn push_plain_form(text: &str, forms: &mut String) -> Option<usize> {
    let (mut count, mut inside) = (0, false);
    for byte in text.bytes() {
        match PLAIN[usize::from(byte)] {
            // A full stop inside a name (Node.js) parts words; in front of one it may belong to it (.NET).
            0 if !(byte == b'.' && inside) => return None,
            0 | SIGN => inside = false,
            letter => {
                forms.push(char::from(letter));
                count += usize::from(!inside);
                inside = true;
            }
        }
    }
    Some(count)
}

/// Which bytes an ASCII word is made of.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

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
    let mut forms = Vec::new();
    let mut next = NextWord::of(text);
    while let Some((range, normal)) = next.step() {
        let mut form = String::with_capacity(range.len());
        normal.onto(&mut form, &text[range]);
        forms.push(form);
    }
    forms
}

/// The words of a text in normal form with a blank around each, so that whole words are found by `contains`.
pub fn padded(text: &str) -> String {
    let mut padded = String::with_capacity(text.len() + 2);
    padded.push(' ');
    for form in Words::of(text).forms() {
        padded.push_str(form);
        padded.push(' ');
    }
    padded
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
    fn markup_holds_no_words() {
        check("see <a href='https://go.dev/r'>Go</a>", &["see", "go"]);
        check(
            "[code](https://github.com/x/spark) a@b.io www.r.org x < y",
            &["code", "x", "y"],
        );
    }

    proptest::proptest! {
        #[test]
        fn the_quick_way_takes_the_same_words(text in "([ -~]{0,4}|http://|WWW\\.|\\.NET|c\\+\\+|Go|@|<b>| ){0,12}") {
            let quick = Words::of(&text);
            let mut any = Words::default();
            any.read_any(&text, false);
            let found = |words: &Words| -> Vec<(Range<usize>, String)> {
                (0..words.len()).map(|i| (words.range(i), words.form(i).to_owned())).collect()
            };
            proptest::prop_assert_eq!(found(&quick), found(&any));
        }
    }
}

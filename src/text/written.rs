//! Words one by one, as they are written, for whoever looks at few of them.

use super::next_word::{NextWord, Normal};
use std::ops::Range;

/// A word as it is written, which is not brought into its normal form unless somebody needs it.
#[derive(Clone, Copy)]
pub struct Written<'t> {
    word: &'t str,
    normal: Normal,
}

impl Written<'_> {
    /// Whether its normal form is one of `forms`, which are ASCII.
    pub fn is_one_of(self, forms: &[&str]) -> bool {
        match self.normal {
            Normal::Lower => forms.iter().any(|form| form.eq_ignore_ascii_case(self.word)),
            _ => forms.contains(&self.form().as_str()),
        }
    }

    /// Whether it ends with letters, which are of ASCII, in any case.
    pub fn ends_with(self, letters: &str) -> bool {
        let start = self.word.len().checked_sub(letters.len());
        start
            .and_then(|start| self.word.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(letters))
    }

    /// Whether its normal form is a number: digits alone.
    pub fn is_number(self) -> bool {
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        match self.normal {
            Normal::Lower => is_number(self.word),
            _ => is_number(&self.form()),
        }
    }

    fn form(self) -> String {
        let mut form = String::new();
        self.normal.onto(&mut form, self.word);
        form
    }
}

/// The words of `text` from the UTF-8 byte offset `from` on, one by one: where each stands, and what it is.
pub fn words_from(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, Written<'_>)> {
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
        Some((range, Written { word, normal }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_compared_in_its_normal_form() {
        let words = |text: &'static str| words_from(text, 0).map(|(_, word)| word);
        assert!(words("AND And and ａｎｄ").all(|word| word.is_one_of(&["or", "and"])));
        assert!(words("band, 使, .Net").all(|word| !word.is_one_of(&["or", "and", "net"])));
        assert!(words("12 ３").all(Written::is_number));
        assert!(!words("1st x").any(Written::is_number));
    }
}

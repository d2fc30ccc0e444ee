//! A phrase of our own data in normal form.

use super::words::forms;
use serde::Deserialize;

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

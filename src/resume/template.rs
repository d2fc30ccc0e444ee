//! Tells what a person wrote from what a resume template had in it: those words are nobody's skills.

use crate::model::language::TemplateWords;

/// The tell-tale words of known templates, in lower case.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// One of these makes an entry a left-over.
    tells: Vec<String>,
    /// Two different ones of these make an entry, or a section, a left-over.
    bundles: Vec<Vec<String>>,
}

impl Templates {
    /// Takes the words as the data has them.
    pub fn new(words: &TemplateWords) -> Templates {
        let lower = |list: &Vec<String>| list.iter().map(|w| w.to_lowercase()).collect::<Vec<_>>();
        Templates {
            tells: lower(&words.tells),
            bundles: words.bundles.iter().map(lower).collect(),
        }
    }

    /// Whether `text`, all words of one entry in lower case, is left over from a template.
    pub(super) fn is_left_over(&self, text: &str) -> bool {
        self.tells.iter().any(|tell| text.contains(tell.as_str()))
            || self
                .bundles
                .iter()
                .any(|bundle| bundle.iter().filter(|w| text.contains(w.as_str())).count() >= 2)
    }
}

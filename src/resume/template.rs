//! Tells what a person wrote from what a resume template had in it: those words are nobody's skills.

use super::entries::all_text;
use super::node::{Node, Value};
use crate::model::candidate::{At, Candidate, Warning};
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

    /// The items of a section that are the person's own; left-overs are warned about. A section that is no list is one item.
    pub(super) fn own_items<'n, 's>(&self, section: &'n Node<'s>, to: &mut Candidate<'s>) -> Vec<&'n Node<'s>> {
        let Value::List(list) = &section.value else {
            return vec![section];
        };
        let (left_over, own): (Vec<_>, Vec<_>) = list.iter().partition(|n| self.is_left_over(&all_text(n.fields())));
        to.warnings.extend(left_over.iter().map(|n| warning(n.id)));
        own
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

/// What is said of an entry that a template left over.
pub(super) fn warning(node: u32) -> Warning {
    Warning {
        code: "template-text",
        at: At::Node(node),
        message: "this is left over from a resume template; replace or remove it (it was not counted)".into(),
    }
}

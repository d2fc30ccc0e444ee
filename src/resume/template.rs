//! Tells what a person wrote from what a resume template had in it: those words are nobody's skills.

use super::node::{Field, Node, Value};
use crate::model::candidate::{At, Candidate, Warning};
use crate::model::language::TemplateWords;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};

/// The tell-tale words of known templates.
#[derive(Clone, Debug)]
pub struct Templates {
    /// All of them, in any case.
    words: AhoCorasick,
    /// The bundle of each: two different words of one make an entry, or a section, a left-over. A word without a bundle is
    /// enough.
    bundle: Vec<Option<usize>>,
}

impl Templates {
    /// Takes the words as the data has them.
    ///
    /// # Panics
    /// Where the words together have gigabytes.
    pub fn new(words: &TemplateWords) -> Templates {
        let tells = words.tells.iter().map(|word| (word, None));
        let bundles = words.bundles.iter().enumerate();
        let bundles = bundles.flat_map(|(i, bundle)| bundle.iter().map(move |word| (word, Some(i))));
        let (words, bundle): (Vec<&String>, Vec<Option<usize>>) = tells.chain(bundles).unzip();
        Templates {
            words: AhoCorasickBuilder::new()
                .ascii_case_insensitive(true)
                // The kind that is built soonest; a resume is too short for the others to pay.
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(words)
                .expect("a few dozen words are not too many"),
            bundle,
        }
    }

    /// The items of a section that are the person's own; left-overs are warned about. A section that is no list is one item.
    pub(super) fn own_items<'n, 's>(&self, section: &'n Node<'s>, to: &mut Candidate<'s>) -> Vec<&'n Node<'s>> {
        let Value::List(list) = &section.value else {
            return vec![section];
        };
        let (left_over, own): (Vec<_>, Vec<_>) = list.iter().partition(|n| self.is_left_over(n.fields()));
        to.warnings.extend(left_over.iter().map(|n| warning(n.id)));
        own
    }

    /// Whether an entry is left over from a template.
    pub(super) fn is_left_over(&self, fields: &[Field<'_>]) -> bool {
        self.are_left_over(std::iter::once(fields))
    }

    /// Whether entries, taken together, are.
    pub(super) fn are_left_over<'n, 's: 'n>(&self, entries: impl Iterator<Item = &'n [Field<'s>]>) -> bool {
        let mut found = Vec::new();
        entries
            .flatten()
            .any(|field| self.tells_template(&field.node, &mut found))
    }

    /// Whether the texts below a node do, with the words of bundles that were `found` before.
    fn tells_template(&self, node: &Node<'_>, found: &mut Vec<usize>) -> bool {
        match &node.value {
            Value::Text(text) => self.words.find_overlapping_iter(text.as_ref()).any(|word| {
                let word = word.pattern().as_usize();
                let Some(bundle) = self.bundle[word] else { return true };
                if !found.contains(&word) {
                    found.push(word);
                }
                found
                    .iter()
                    .filter(|other| self.bundle[**other] == Some(bundle))
                    .count()
                    >= 2
            }),
            Value::List(list) => list.iter().any(|node| self.tells_template(node, found)),
            Value::Object(fields) => fields.iter().any(|field| self.tells_template(&field.node, found)),
            _ => false,
        }
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

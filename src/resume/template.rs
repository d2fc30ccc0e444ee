//! Tells what a person wrote from what a resume template had in it: those words are nobody's skills.

use super::node::{Field, Node, Value};
use crate::model::candidate::{At, Candidate, Warning};
use crate::model::language::TemplateWords;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The tell-tale words of known templates.
///
/// They are looked for in every text of a resume, in any case, so only every third place of a text is looked at: one of the
/// first three sets of three letters of a word stands at such a place.
#[derive(Clone, Debug)]
pub struct Templates {
    /// The words, with the bundle of each: two different words of one make an entry, or a section, a left-over. A word without
    /// a bundle is enough.
    words: Vec<(String, Option<usize>)>,
    /// For three letters without their case the words (by index) that have them, and where in the word.
    by_letters: FxHashMap<u32, Vec<(usize, usize)>>,
    /// A bit for each hash of three letters, so that few are looked up in vain.
    bits: Box<[u64; HASHES / 64]>,
}

/// Every so many bytes a text is looked at.
const STEP: usize = 3;

/// Hashes of three letters.
const HASHES: usize = 1 << 14;

impl Templates {
    /// Takes the words as the data has them, each of five letters at least.
    pub fn new(words: &TemplateWords) -> Templates {
        let tells = words.tells.iter().map(|word| (word, None));
        let bundles = words.bundles.iter().enumerate();
        let bundles = bundles.flat_map(|(i, bundle)| bundle.iter().map(move |word| (word, Some(i))));
        let words: Vec<(String, Option<usize>)> = tells
            .chain(bundles)
            .map(|(word, bundle)| (word.to_lowercase(), bundle))
            .collect();
        let mut by_letters: FxHashMap<u32, Vec<(usize, usize)>> = FxHashMap::default();
        let mut bits = Box::new([0; HASHES / 64]);
        for (index, (word, _)) in words.iter().enumerate() {
            for (offset, letters) in word.as_bytes().array_windows().take(STEP).enumerate() {
                let letters = fold(*letters);
                by_letters.entry(letters).or_default().push((index, offset));
                bits[hash(letters) / 64] |= 1 << (hash(letters) % 64);
            }
        }
        Templates {
            words,
            by_letters,
            bits,
        }
    }

    /// The words (by index) that stand in `text`, in any case.
    fn words_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let bytes = text.as_bytes();
        let known = self
            .suspects(bytes)
            .filter_map(|(at, letters)| Some((at, self.by_letters.get(&letters)?)));
        known.flat_map(move |(at, words)| {
            words.iter().filter_map(move |(word, offset)| {
                let start = at.checked_sub(*offset)?;
                let wanted = self.words[*word].0.as_bytes();
                let end = start + wanted.len();
                let stands = bytes.get(start..end)?.eq_ignore_ascii_case(wanted);
                // "Hooli" is no part of "Schooling".
                let is_letter =
                    |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
                let is_whole = !is_letter(start.checked_sub(1)) && !is_letter(Some(end));
                (stands && is_whole).then_some(*word)
            })
        })
    }

    /// The places of three letters that a word may have.
    fn suspects<'t>(&'t self, text: &'t [u8]) -> impl Iterator<Item = (usize, u32)> + 't {
        let (places, _) = text.as_chunks();
        places.iter().enumerate().filter_map(|(i, letters)| {
            let letters = fold(*letters);
            let hash = hash(letters);
            (self.bits[hash / 64] >> (hash % 64) & 1 == 1).then_some((STEP * i, letters))
        })
    }

    /// What is asked about the texts of one resume, of which `source` is the JSON.
    pub(super) fn within<'t>(&'t self, source: &'t str) -> LeftOvers<'t> {
        LeftOvers {
            templates: self,
            in_source: self.words_in(source).next().is_some(),
        }
    }
}

/// Tells the left-overs of templates in one resume.
#[derive(Clone, Copy)]
pub(super) struct LeftOvers<'t> {
    templates: &'t Templates,
    /// Whether a word stands anywhere in the JSON as it is written; hardly ever one does, and then only what is written with
    /// escapes may still hold one.
    in_source: bool,
}

impl LeftOvers<'_> {
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
            Value::Text(Cow::Borrowed(_)) if !self.in_source => false,
            Value::Text(text) => self.templates.words_in(text).any(|word| {
                let words = &self.templates.words;
                let Some(bundle) = words[word].1 else { return true };
                if !found.contains(&word) {
                    found.push(word);
                }
                found.iter().filter(|other| words[**other].1 == Some(bundle)).count() >= 2
            }),
            Value::List(list) => list.iter().any(|node| self.tells_template(node, found)),
            Value::Object(fields) => fields.iter().any(|field| self.tells_template(&field.node, found)),
            _ => false,
        }
    }
}

/// Letters without their case, as one number; other signs become others, the same ones always.
fn fold(letters: [u8; STEP]) -> u32 {
    let [first, second, third] = letters;
    u32::from_le_bytes([first, second, third, 0]) | 0x20_20_20
}

fn hash(letters: u32) -> usize {
    // A multiplication that mixes all bits into the upper ones (Knuth, The Art of Computer Programming, 6.4).
    (letters.wrapping_mul(0x9E37_79B1) >> (u32::BITS - HASHES.ilog2())) as usize
}

/// What is said of an entry that a template left over.
pub(super) fn warning(node: u32) -> Warning {
    Warning {
        code: "template-text",
        at: At::Node(node),
        message: "this is left over from a resume template; replace or remove it (it was not counted)".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_wherever_it_stands_in_a_text() {
        let templates = Templates::new(&TemplateWords {
            tells: vec!["Lorem ipsum".into(), "hooli".into()],
            bundles: Vec::new(),
        });
        for before in 0..7 {
            let text = |word: &str| format!("{}{word}", "é".repeat(before));
            let found = |text: &str| templates.words_in(text).collect::<Vec<_>>();
            assert_eq!(found(&text("LOREM Ipsum dolor")), [0], "{before}");
            assert_eq!(found(&text("x Hooli")), [1], "{before}");
            assert_eq!(found(&text("Lorem hool")), [0; 0], "{before}");
        }
    }
}

//! Sentences from pieces: a template has words, numbers and slots, and what fills a slot is a template again.
//!
//! `{slot}` is filled from the list of that name, `{#2-40}` with a number, `{tool}` with a skill of the trade, `{own}` with an entry
//! that only this trade has.

use crate::random::Random;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Slots by name, as the files of the trades write them.
pub type Slots = BTreeMap<String, Vec<String>>;

/// The compiled slots of a trade.
pub struct Grammar {
    slots: Vec<Vec<Template>>,
    names: Vec<String>,
}

/// A text with holes.
pub struct Template(Vec<Piece>);

enum Piece {
    Text(String),
    Slot(usize),
    Number(u32, u32),
    Tool,
    Own,
}

impl Grammar {
    /// Compiles the shared slots and those of the trade, which come before them.
    pub fn new(shared: &Slots, own: &Slots) -> Grammar {
        let mut all: BTreeMap<&String, &Vec<String>> = shared.iter().collect();
        all.extend(own);
        let names: Vec<String> = all.keys().map(|name| (*name).clone()).collect();
        let mut grammar = Grammar {
            slots: Vec::new(),
            names,
        };
        let compiled = all.values().map(|texts| grammar.templates(texts)).collect();
        grammar.slots = compiled;
        grammar
    }

    /// Compiles texts.
    pub fn templates(&self, texts: &[String]) -> Vec<Template> {
        texts.iter().map(|text| self.template(text)).collect()
    }

    fn template(&self, text: &str) -> Template {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (hole, tail) = behind
                .split_once('}')
                .unwrap_or_else(|| panic!("{text}: a brace is open"));
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(self.hole(hole, text));
            rest = tail;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Template(pieces)
    }

    fn hole(&self, hole: &str, text: &str) -> Piece {
        if let Some(range) = hole.strip_prefix('#') {
            let ends = range.split_once('-').map(|(low, high)| (low.parse(), high.parse()));
            let Some((Ok(low), Ok(high))) = ends else {
                panic!("{text}: {hole} is no range of numbers")
            };
            return Piece::Number(low, high);
        }
        match hole {
            "tool" => Piece::Tool,
            "own" => Piece::Own,
            name => match self.names.iter().position(|known| known == name) {
                Some(slot) => Piece::Slot(slot),
                None => panic!("{text}: there is no list {name}"),
            },
        }
    }

    /// Fills a template and writes it behind `to`.
    pub fn fill(&self, template: &Template, vocabulary: &Vocabulary, random: &mut Random, to: &mut String) {
        for piece in &template.0 {
            match piece {
                Piece::Text(text) => to.push_str(text),
                Piece::Slot(slot) => self.fill(random.pick(&self.slots[*slot]), vocabulary, random, to),
                Piece::Number(low, high) => write!(to, "{}", random.between(*low, *high)).expect("a string grows"),
                Piece::Tool => to.push_str(vocabulary.named(random)),
                Piece::Own => to.push_str(vocabulary.own(random)),
            }
        }
    }

    /// Fills one template of the list `name`.
    pub fn any(&self, name: &str, vocabulary: &Vocabulary, random: &mut Random, to: &mut String) {
        let slot = self.names.iter().position(|known| known == name);
        let slot = slot.unwrap_or_else(|| panic!("there is no list {name}"));
        self.fill(random.pick(&self.slots[slot]), vocabulary, random, to);
    }
}

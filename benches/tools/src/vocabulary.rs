//! The skills that people of a trade name: those of the shipped taxonomy by kind, and entries of their own; decorated, mistyped.

use crate::random::{Random, Ranked};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The taxonomy that gapcheck ships.
pub const TAXONOMY: &str = include_str!("../../../profiles/taxonomy.json");

/// Skills in a hundred that are written by another word than their name.
const ALIASES: usize = 30;

/// Entries in a hundred of a list that carry more than the name: "Python (primary)". The share of speed.md, measured on real resumes.
const DECORATED: usize = 4;

/// Entries in a hundred with a slip of the pen, from the same source.
const MISTYPED: usize = 2;

/// A shorter word with a slip is another word.
const SHORTEST_MISTYPED: usize = 5;

/// A skill of a taxonomy, as far as a text needs it.
#[derive(Deserialize)]
pub struct Skill {
    /// The id, `kubernetes`.
    pub id: String,
    /// The name.
    pub name: String,
    /// `library`, `method`, …
    pub kind: String,
    /// Other words for it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The skills of the shipped taxonomy.
pub fn shipped() -> Vec<Skill> {
    #[derive(Deserialize)]
    struct Taxonomy {
        skills: Vec<Skill>,
    }
    let taxonomy: Taxonomy = serde_json::from_str(TAXONOMY).expect("the taxonomy is valid");
    taxonomy.skills
}

/// What people of one trade name.
pub struct Vocabulary {
    kinds: Vec<Kind>,
    /// For each kind the sum of its share and those before.
    shares: Vec<usize>,
    own: Vec<String>,
    own_ranks: Ranked,
    /// Entries of a list in a hundred that only this trade has.
    own_share: usize,
}

/// All skills of a kind, each with its name first.
struct Kind {
    skills: Vec<Vec<String>>,
    ranks: Ranked,
}

/// How an entry of a list of skills came about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A name as it stands.
    Plain,
    /// With a version, a level, a remark.
    Decorated,
    /// With a slip of the pen.
    Mistyped,
}

impl Vocabulary {
    /// The vocabulary of a trade: how often which kinds, and its own entries.
    pub fn new(skills: &[Skill], kinds: &BTreeMap<String, usize>, own: Vec<String>, own_share: usize) -> Vocabulary {
        let names = |s: &Skill| std::iter::once(&s.name).chain(&s.aliases).cloned().collect();
        let of_kind = |kind: &String| {
            let skills: Vec<Vec<String>> = skills.iter().filter(|s| s.kind == *kind).map(names).collect();
            assert!(!skills.is_empty(), "no skill of the taxonomy is of the kind {kind}");
            let ranks = Ranked::new(skills.len());
            Kind { skills, ranks }
        };
        let mut sum = 0;
        Vocabulary {
            kinds: kinds.keys().map(of_kind).collect(),
            shares: kinds
                .values()
                .map(|share| {
                    sum += share;
                    sum
                })
                .collect(),
            own_ranks: Ranked::new(own.len()),
            own,
            own_share,
        }
    }

    /// A name of a skill of the taxonomy.
    pub fn named(&self, random: &mut Random) -> &str {
        let sum = self.shares.last().copied().unwrap_or(0);
        let at = random.below(sum);
        let kind = &self.kinds[self.shares.partition_point(|end| *end <= at)];
        let names = &kind.skills[kind.ranks.pick(random)];
        if names.len() > 1 && random.percent(ALIASES) {
            &names[1 + random.below(names.len() - 1)]
        } else {
            &names[0]
        }
    }

    /// An entry that only this trade has.
    pub fn own(&self, random: &mut Random) -> &str {
        &self.own[self.own_ranks.pick(random)]
    }

    /// What an entry of a list of skills names.
    pub fn listed(&self, random: &mut Random) -> &str {
        if random.percent(self.own_share) {
            self.own(random)
        } else {
            self.named(random)
        }
    }

    /// Writes an entry that names `base` behind `to`.
    pub fn entry(&self, base: &str, random: &mut Random, to: &mut String) -> Entry {
        let kind = match random.below(100) {
            n if n < DECORATED => Entry::Decorated,
            n if n < DECORATED + MISTYPED && base.len() >= SHORTEST_MISTYPED && base.is_ascii() => Entry::Mistyped,
            _ => Entry::Plain,
        };
        match kind {
            Entry::Plain => to.push_str(base),
            Entry::Decorated => self.decorate(base, random, to),
            Entry::Mistyped => mistype(base, random, to),
        }
        kind
    }

    fn decorate(&self, base: &str, random: &mut Random, to: &mut String) {
        let number = random.between(1, 9);
        let written = match random.below(10) {
            0 => write!(to, "{base} (primary)"),
            1 => write!(to, "{base} {number}.{}", random.between(0, 20)),
            2 => {
                let (first, second) = (self.named(random), self.named(random));
                write!(to, "{base} ({first}, {second})")
            }
            3 => write!(to, "{base} ({number} years)"),
            4 => write!(to, "Advanced {base}"),
            5 => write!(to, "{base} – intermediate"),
            6 => write!(to, "{base} / {}", self.named(random)),
            7 => write!(to, "{base} [expert]"),
            8 => write!(to, "{base}, basic"),
            _ => write!(to, "{base} (since {})", 2010 + number),
        };
        written.expect("a string grows");
    }
}

/// Writes ASCII words with one letter lost, doubled, changed, or swapped with the next. The first letter is seldom wrong.
fn mistype(word: &str, random: &mut Random, to: &mut String) {
    let at = 1 + random.below(word.len() - 2);
    let (before, rest) = word.split_at(at);
    let (this, next) = (&rest[..1], &rest[1..2]);
    to.push_str(before);
    match random.below(4) {
        0 => to.push_str(&rest[1..]),
        1 => to.extend([this, rest]),
        2 => {
            let letter = char::from(b'a' + random.below(26) as u8);
            to.push(letter);
            to.push_str(&rest[1..]);
        }
        _ => to.extend([next, this, &rest[2..]]),
    }
}

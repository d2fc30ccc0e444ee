//! Skills that no language has, for taxonomies of any size: words of made-up syllables, none of them a name that is known.

use crate::random::Random;
use std::collections::BTreeSet;

const BEGIN: [&str; 24] = [
    "b", "br", "d", "dr", "f", "fl", "g", "gl", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "qu", "r", "s", "st",
    "t", "v", "z",
];

const MIDDLE: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "eo", "ou"];

const END: [&str; 8] = ["", "", "n", "r", "l", "x", "m", "sk"];

/// Words besides its name that a skill has.
pub const ALIASES: usize = 2;

/// A made-up skill.
pub struct MadeUp {
    /// Its id, `x-17`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other words for it.
    pub aliases: Vec<String>,
}

/// `count` made-up skills of a seed; no two share a name, and none has one of `known`. The first ones do not depend on `count`.
pub fn skills<'k>(count: usize, seed: u64, known: impl Iterator<Item = &'k str>) -> Vec<MadeUp> {
    let mut taken: BTreeSet<String> = known.map(letters).collect();
    let mut random = Random::new(seed, 0);
    let mut name = || loop {
        let name = name(&mut random);
        if taken.insert(letters(&name)) {
            return name;
        }
    };
    let skill = |index| MadeUp {
        id: format!("x-{index}"),
        name: name(),
        aliases: (0..ALIASES).map(|_| name()).collect(),
    };
    (0..count).map(skill).collect()
}

/// What two spellings of a name share: "Data Base" and "database" are one.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// One to three words of two to four syllables each, the first letter of each a capital.
fn name(random: &mut Random) -> String {
    let mut name = String::new();
    for index in 0..1 + random.below(3) {
        if index > 0 {
            name.push(' ');
        }
        let start = name.len();
        for _ in 0..2 + random.below(3) {
            name.extend([*random.pick(&BEGIN), *random.pick(&MIDDLE), *random.pick(&END)]);
        }
        name[start..=start].make_ascii_uppercase();
    }
    name
}

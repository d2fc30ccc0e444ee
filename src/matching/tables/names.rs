//! All names by their normal form, and a quick way to see that no name begins at a word.

use super::joined::Joined;
use super::packed;
use crate::model::skill::SkillId;
use crate::text::words::key;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::Hasher;

/// So many letters of a name are looked at before anything else: as many as a [`key`] has.
const LETTERS: usize = 8;

/// The places of the set of beginnings, as a power of two: six for each of the twenty thousand beginnings of a taxonomy, and
/// all of them in the processor's cache.
const BEGINNINGS: u32 = 17;

/// A place of the set of beginnings has two bits: a name begins with these letters, and it has no others.
const BEGINS: u64 = 1;
const WHOLE: u64 = 2;

/// The places of the table of lengths, as a power of two: a few for each beginning of eight letters.
const LENGTHS: u32 = 14;

/// A name of a skill, or a phrase that only contains one.
#[derive(Clone, Copy, Debug)]
pub struct Name<'n> {
    /// Whose name it is.
    pub skill: SkillId,
    /// Another word than the skill's own name.
    pub alias: bool,
    /// A phrase that means something else and swallows its words.
    pub decoy: bool,
    /// As written in the taxonomy.
    pub spelling: &'n str,
    /// Also a common word.
    pub ambiguous: bool,
    /// How many words the spelling has.
    pub words: usize,
}

/// Names by their normal form: a hash table with open places, so that thousands of names are a few pieces of memory.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Names {
    forms: Joined,
    spellings: Joined,
    #[serde(with = "packed")]
    skills: Vec<u16>,
    /// How many words each has.
    #[serde(with = "packed")]
    words: Vec<u16>,
    /// [`ALIAS`], [`DECOY`] and [`AMBIGUOUS`] of each.
    #[serde(with = "packed")]
    flags: Vec<u8>,
    /// The names, their places one too high, at their hash or behind it; 0 is an empty place.
    #[serde(with = "packed")]
    slots: Vec<u32>,
    /// Which letters names begin with, from one to eight, and which are whole names: [`BEGINS`] and [`WHOLE`] at their hash.
    /// Different letters may share a place, which only costs a search for nothing.
    #[serde(with = "packed")]
    beginnings: Vec<u64>,
    /// The length in bytes of the longest name that begins with some eight letters, by their hash; 255 where it is longer.
    #[serde(with = "packed")]
    lengths: Vec<u8>,
}

/// Names have so many bytes on average, or a little fewer.
const AVERAGE: usize = 12;

const ALIAS: u8 = 1;
const DECOY: u8 = 2;
const AMBIGUOUS: u8 = 4;

impl Names {
    /// Room for at most `count` names.
    pub fn with_capacity(count: usize) -> Names {
        Names {
            forms: Joined::with_capacity(count, AVERAGE),
            spellings: Joined::with_capacity(count, AVERAGE),
            skills: Vec::with_capacity(count),
            words: Vec::with_capacity(count),
            flags: Vec::with_capacity(count),
            slots: vec![0; (2 * count).next_power_of_two()],
            beginnings: vec![0; 1 << (BEGINNINGS - 5)],
            lengths: vec![0; 1 << LENGTHS],
        }
    }

    /// Adds a name, unless its form has one already.
    pub fn add(&mut self, form: &str, name: Name<'_>) {
        let slot = match self.find(form) {
            Ok(_) => return,
            Err(slot) => slot,
        };
        self.note(form);
        self.forms.push(form);
        self.spellings.push(name.spelling);
        self.skills.push(name.skill.0);
        // What a user wants ignored may have any number.
        self.words.push(name.words.min(usize::from(u16::MAX)) as u16);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        self.flags
            .push(flag(name.alias, ALIAS) | flag(name.decoy, DECOY) | flag(name.ambiguous, AMBIGUOUS));
        self.slots[slot] = self.len() as u32;
    }

    fn note(&mut self, form: &str) {
        let key = key(form);
        for length in 1..=form.len().min(LETTERS) {
            let bits = if length == form.len() { BEGINS | WHOLE } else { BEGINS };
            let place = hash(first_of(key, length), BEGINNINGS);
            self.beginnings[place / 32] |= bits << (2 * (place % 32));
        }
        let longest = &mut self.lengths[hash(key, LENGTHS)];
        *longest = (*longest).max(form.len().min(usize::from(u8::MAX)) as u8);
    }

    /// The place of the name with this form, or the empty slot where it would stand.
    fn find(&self, form: &str) -> Result<usize, usize> {
        let mut hasher = FxHasher::default();
        hasher.write(form.as_bytes());
        let mut slot = hasher.finish() as usize & (self.slots.len() - 1);
        loop {
            match self.slots[slot] {
                0 => return Err(slot),
                held if self.forms.get(held as usize - 1) == form => return Ok(held as usize - 1),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }

    fn name(&self, at: usize) -> Name<'_> {
        let flags = self.flags[at];
        Name {
            skill: SkillId(self.skills[at]),
            alias: flags & ALIAS != 0,
            decoy: flags & DECOY != 0,
            spelling: self.spellings.get(at),
            ambiguous: flags & AMBIGUOUS != 0,
            words: usize::from(self.words[at]),
        }
    }

    /// The name with exactly this form.
    pub fn get(&self, form: &str) -> Option<Name<'_>> {
        // Most of what is asked for is no name's beginning either.
        if !self.may_be(key(form), form.len()) {
            return None;
        }
        self.find(form).ok().map(|at| self.name(at))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.skills.len()
    }

    /// The name at a place, with its form.
    pub fn at(&self, at: usize) -> (&str, Name<'_>) {
        (self.forms.get(at), self.name(at))
    }

    /// All names with their forms.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Name<'_>)> {
        (0..self.len()).map(|at| self.at(at))
    }

    /// Whether a name may begin with `length` bytes of which `key` has the first eight.
    pub fn may_begin_with(&self, key: u64, length: usize) -> bool {
        self.at_place(key) & BEGINS != 0 && (length <= LETTERS || self.may_be_as_long(key, length))
    }

    /// Whether these bytes may be a whole name.
    pub fn may_be(&self, key: u64, length: usize) -> bool {
        match length {
            0 => false,
            1..=LETTERS => self.at_place(key) & WHOLE != 0,
            _ => self.may_begin_with(key, length),
        }
    }

    fn at_place(&self, key: u64) -> u64 {
        let place = hash(key, BEGINNINGS);
        self.beginnings[place / 32] >> (2 * (place % 32))
    }

    fn may_be_as_long(&self, key: u64, length: usize) -> bool {
        let longest = self.lengths[hash(key, LENGTHS)];
        longest == u8::MAX || length <= usize::from(longest)
    }
}

/// The first letters of a key, `length` of them.
pub fn first_of(key: u64, length: usize) -> u64 {
    match length {
        0 => 0,
        1..LETTERS => key & (u64::MAX >> (64 - 8 * length)),
        _ => key,
    }
}

/// A hash of a key of `bits` bits.
fn hash(key: u64, bits: u32) -> usize {
    // A multiplication that mixes all bits into the upper ones (Knuth, The Art of Computer Programming, 6.4).
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - bits)) as usize
}

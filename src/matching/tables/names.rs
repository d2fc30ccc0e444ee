//! All names by their normal form, and a quick way to see that no name begins at a word.

use super::joined::Joined;
use super::packed;
use crate::model::skill::SkillId;
use crate::text::outline::{LETTERS, Outline, first_of};
use serde::{Deserialize, Serialize};

/// Bits for each name in each of the two sets (Bloom filters): about one word of a resume in five hundred begins a name, so few of the
/// others may be taken for one.
const PLACES: usize = 16;

/// Places of the table of lengths for each name.
const LENGTHS: usize = 2;

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
    /// The names, their places one too high, at the hash of their outline or behind it; 0 is an empty place.
    #[serde(with = "packed")]
    slots: Vec<u32>,
    /// Which letters names begin with, from one to eight: a bit at their hash. Different letters may share a place, here and in
    /// the next set, which only costs a search for nothing.
    #[serde(with = "packed")]
    beginnings: Vec<u64>,
    /// The outlines of all names.
    #[serde(with = "packed")]
    outlines: Vec<u64>,
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
        let places = (PLACES * count).next_power_of_two().max(64);
        Names {
            forms: Joined::with_capacity(count, AVERAGE),
            spellings: Joined::with_capacity(count, AVERAGE),
            skills: Vec::with_capacity(count),
            words: Vec::with_capacity(count),
            flags: Vec::with_capacity(count),
            slots: vec![0; (2 * count).next_power_of_two()],
            beginnings: vec![0; places / 64],
            outlines: vec![0; places / 64],
            lengths: vec![0; (LENGTHS * count).next_power_of_two()],
        }
    }

    /// Adds a name, unless its form has one already.
    pub fn add(&mut self, form: &str, name: Name<'_>) {
        let slot = match self.search(Outline::of(form), |known| known == form) {
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
        let outline = Outline::of(form);
        for length in 1..=form.len().min(LETTERS) {
            set(&mut self.beginnings, mixed(first_of(outline.first, length)));
        }
        set(&mut self.outlines, of_outline(outline));
        let place = at_top(mixed(outline.first), self.lengths.len());
        let longest = &mut self.lengths[place];
        *longest = (*longest).max(form.len().min(usize::from(u8::MAX)) as u8);
    }

    /// The place of the name whose form has this outline and is the one asked for, or the empty slot where it would stand.
    fn search(&self, form: Outline, is_form: impl Fn(&str) -> bool) -> Result<usize, usize> {
        let mut slot = at_top(of_outline(form), self.slots.len());
        loop {
            match self.slots[slot] {
                0 => return Err(slot),
                held if is_form(self.forms.get(held as usize - 1)) => return Ok(held as usize - 1),
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

    /// The name whose form has this outline and is the one asked for.
    pub fn find(&self, form: Outline, is_form: impl Fn(&str) -> bool) -> Option<Name<'_>> {
        // Most of what is asked for is no name.
        let is_form = |known: &str| known.len() == form.length && is_form(known);
        let found = self.may_be(form).then(|| self.search(form, is_form).ok()).flatten();
        found.map(|at| self.name(at))
    }

    /// The name with exactly this form.
    pub fn get(&self, form: &str) -> Option<Name<'_>> {
        self.find(Outline::of(form), |known| known == form)
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

    /// Whether a name may begin with a form.
    pub fn may_begin_with(&self, form: Outline) -> bool {
        let mixed = mixed(form.first);
        is_set(&self.beginnings, mixed) && (form.length <= LETTERS || self.may_be_as_long(mixed, form.length))
    }

    /// Whether a form may be a whole name.
    pub fn may_be(&self, form: Outline) -> bool {
        is_set(&self.outlines, of_outline(form))
    }

    fn may_be_as_long(&self, mixed: u64, length: usize) -> bool {
        let longest = self.lengths[at_top(mixed, self.lengths.len())];
        longest == u8::MAX || length <= usize::from(longest)
    }
}

/// A multiplication that mixes all bits into the upper ones (Knuth, The Art of Computer Programming, 6.4).
pub(super) fn mixed(letters: u64) -> u64 {
    letters.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A hash of an outline without the bytes that [`Outline::without`] does not know.
fn of_outline(form: Outline) -> u64 {
    mixed(form.first ^ mixed(u64::from(form.ends()) << 8 | form.length as u64 & 0xFF))
}

/// The upper bits of a hash as a place among `places`, a power of two.
pub(super) fn at_top(mixed: u64, places: usize) -> usize {
    (mixed >> 32) as usize & (places - 1)
}

fn set(bits: &mut [u64], mixed: u64) {
    let place = at_top(mixed, 64 * bits.len());
    bits[place / 64] |= 1 << (place % 64);
}

fn is_set(bits: &[u64], mixed: u64) -> bool {
    let place = at_top(mixed, 64 * bits.len());
    bits[place / 64] >> (place % 64) & 1 != 0
}

//! All names by their normal form, and a quick way to see that no name begins at a word.

use super::lexicon::Name;
use crate::text::words::key;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// So many letters of a long name are looked at before anything else.
const LONG: usize = 8;

/// So many of a shorter one; one that has fewer still counts as a whole.
const SHORT: usize = 4;

/// The places of the table of beginnings, as a power of two: a few for each of the thousand beginnings of a taxonomy, and all
/// of them in the processor's cache.
const PLACES: u32 = 14;

/// Names by their normal form: a hash table with open places, so that thousands of names are three pieces of memory.
#[derive(Debug)]
pub(super) struct Names<'t> {
    /// The forms, one behind the other.
    forms: String,
    all: Vec<Known<'t>>,
    /// Places in `all`, each one too high, at their hash or behind it; 0 is an empty place.
    slots: Vec<u32>,
    /// The length in bytes of the longest name that begins with some letters, by their hash; 0 where none does. Different
    /// letters may share a place, which only costs a search for nothing.
    beginnings: Vec<u8>,
    /// The same for names that are long.
    long_beginnings: Vec<u8>,
}

/// A name with the place of its form.
#[derive(Debug)]
struct Known<'t> {
    from: u32,
    to: u32,
    name: Name<'t>,
}

impl<'t> Names<'t> {
    /// Room for at most `count` names.
    pub fn with_capacity(count: usize) -> Names<'t> {
        Names {
            forms: String::with_capacity(12 * count),
            all: Vec::with_capacity(count),
            slots: vec![0; (2 * count).next_power_of_two()],
            beginnings: vec![0; 1 << PLACES],
            long_beginnings: vec![0; 1 << PLACES],
        }
    }

    /// Adds a name, unless its form has one already.
    pub fn add(&mut self, form: &str, name: Name<'t>) {
        let slot = match self.find(form) {
            Ok(_) => return,
            Err(slot) => slot,
        };
        self.note(form, form.len());
        // "Ray" is found in "rays" by its own letters, "city" in "cities" by others.
        if let Some(stem) = form
            .strip_suffix('y')
            .filter(|_| [1, 2, 3, SHORT, LONG].contains(&form.len()))
        {
            self.note(
                &format!("{stem}i{}", if form.len() == LONG { "" } else { "es" }),
                form.len(),
            );
        }
        let from = self.forms.len() as u32;
        self.forms.push_str(form);
        let to = self.forms.len() as u32;
        self.all.push(Known { from, to, name });
        self.slots[slot] = self.all.len() as u32;
    }

    fn note(&mut self, form: &str, length: usize) {
        let place = match form.len() {
            LONG.. => &mut self.long_beginnings[place(key(form), LONG)],
            short => &mut self.beginnings[place(key(form), short.min(SHORT))],
        };
        *place = (*place).max(length.min(usize::from(u8::MAX)) as u8);
    }

    /// The place of the name with this form in `all`, or the empty slot where it would stand.
    fn find(&self, form: &str) -> Result<usize, usize> {
        let mut hasher = FxHasher::default();
        hasher.write(form.as_bytes());
        let mut slot = hasher.finish() as usize & (self.slots.len() - 1);
        loop {
            match self.slots[slot] {
                0 => return Err(slot),
                held if self.form(held as usize - 1) == form => return Ok(held as usize - 1),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }

    fn form(&self, at: usize) -> &str {
        let known = &self.all[at];
        &self.forms[known.from as usize..known.to as usize]
    }

    /// The name with exactly this form.
    pub fn get(&self, form: &str) -> Option<&Name<'t>> {
        self.find(form).ok().map(|at| &self.all[at].name)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The name at a place, with its form.
    pub fn at(&self, at: usize) -> (&str, &Name<'t>) {
        (self.form(at), &self.all[at].name)
    }

    /// All names with their forms.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Name<'t>)> {
        (0..self.len()).map(|at| self.at(at))
    }

    /// How many bytes a name has at most that begins with these letters, the first word having `first` bytes; 0 where none
    /// does. Longer than 255 bytes is 255.
    pub fn reach(&self, key: u64, first: usize) -> usize {
        let mut most = self.long_beginnings[place(key, LONG)].max(self.beginnings[place(key, SHORT)]);
        // A shorter name is the first word or longer, but for the letter of a plural or the digits of a version.
        for length in first.saturating_sub(1).clamp(1, SHORT)..SHORT {
            most = most.max(self.beginnings[place(key, length)]);
        }
        let is_version = (key >> (8 * (SHORT - 1))) as u8 <= b'9';
        if is_version {
            most = most.max(self.beginnings[place(key, SHORT - 1)]);
        }
        usize::from(most)
    }
}

/// The place of the first letters of a key, `length` of them.
fn place(key: u64, length: usize) -> usize {
    let letters = key & (u64::MAX >> (64 - 8 * length));
    // A multiplication that mixes all bits into the upper ones (Knuth, The Art of Computer Programming, 6.4).
    (letters.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - PLACES)) as usize
}

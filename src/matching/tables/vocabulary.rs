//! The words that phrases of the language are made of, numbered, so that phrases are compared number by number.

use super::joined::Joined;
use super::names::{at_top, mixed};
use super::packed::{self, Packed};
use crate::text::outline::{LETTERS, Outline, key};
use crate::text::phrase::Phrase;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The number of a word; [`UNKNOWN`] for one that stands in no phrase.
pub type WordId = u16;

/// What no phrase holds.
pub const UNKNOWN: WordId = 0;

/// Numbers that are written as words; they come first in a vocabulary.
const NUMBERS: [&str; 13] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "several",
];

/// The words that are numbers.
pub fn numbers() -> impl Iterator<Item = WordId> {
    UNKNOWN + 1..=NUMBERS.len() as WordId
}

/// Whether a word is a number, from two to twelve or so.
pub fn is_number_word(word: WordId) -> bool {
    word != UNKNOWN && usize::from(word) <= NUMBERS.len()
}

/// What a word, or any word of a text, may be: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Nothing of the kind.
    pub const NONE: Kinds = Kinds(0);
    /// The first word of a described deed.
    pub const BEGINS_DEED: Kinds = Kinds(1);
    /// The first word of a cue.
    pub const BEGINS_CUE: Kinds = Kinds(2);
    /// A word of a statement of a level, or of a span of years.
    pub const STATES_LEVEL: Kinds = Kinds(4);
    /// A number.
    pub const COUNTS: Kinds = Kinds(8);
    /// A word after which another thing is meant: "managed clusters for the team" is not managing the team.
    pub const CONNECTS: Kinds = Kinds(16);
    /// A word that holds a list of names together.
    pub const TIES: Kinds = Kinds(32);

    /// Both sets together.
    pub fn union(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether the set holds `kind`.
    pub fn holds(self, kind: Kinds) -> bool {
        self.0 & kind.0 != 0
    }
}

impl Packed for Kinds {
    const BYTES: usize = 1;

    fn pack(&self, to: &mut Vec<u8>) {
        to.push(self.0);
    }

    fn unpack(from: &[u8]) -> Kinds {
        Kinds(from[0])
    }
}

/// The words of phrases that are being gathered.
#[derive(Debug)]
pub struct Growing<'t>(FxHashMap<&'t str, WordId>);

impl<'t> Growing<'t> {
    /// The numbers alone.
    pub fn new() -> Growing<'t> {
        // So many that the table never has to grow.
        let mut words = FxHashMap::with_capacity_and_hasher(4096, Default::default());
        words.extend(NUMBERS.into_iter().zip(UNKNOWN + 1..));
        Growing(words)
    }

    /// The numbers of the words of a phrase; new words get one.
    fn add(&mut self, phrase: &'t Phrase, to: &mut Vec<WordId>) {
        for word in phrase.as_str().split(' ').filter(|word| !word.is_empty()) {
            to.push(self.word(word));
        }
    }

    /// The number of a single word, which gets one if it has none.
    pub fn word(&mut self, word: &'t str) -> WordId {
        let next = self.0.len() as WordId + 1;
        *self.0.entry(word).or_insert(next)
    }

    /// All that were gathered.
    pub fn finish(self) -> Vocabulary {
        let mut words = vec![""; self.0.len() + 1];
        self.0.iter().for_each(|(word, id)| words[usize::from(*id)] = word);
        Vocabulary::from(Words {
            kinds: vec![Kinds::NONE; words.len()],
            words: words.into_iter().collect(),
        })
    }
}

/// What a vocabulary is written as.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Words {
    words: Joined,
    #[serde(with = "packed")]
    kinds: Vec<Kinds>,
}

/// All words of the phrases: a hash table with open places, since it is asked about every word of a resume.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Words", into = "Words", bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    /// The words by their number.
    words: Joined,
    /// What each word may be.
    kinds: Vec<Kinds>,
    /// The first letters of each word.
    keys: Vec<u64>,
    /// The number of a word, at the hash of its first letters or behind it. Filled anew at every start: most are empty.
    slots: Vec<WordId>,
}

impl From<Words> for Vocabulary {
    fn from(Words { words, kinds }: Words) -> Vocabulary {
        let keys: Vec<u64> = (0..words.len()).map(|id| key(words.get(id))).collect();
        // Twice to four times as many places as words: most words of a text stand in no phrase and find an empty one at once.
        let size = (3 * words.len()).next_power_of_two();
        let mut slots = vec![UNKNOWN; size];
        for (id, key) in (0..).zip(&keys).skip(1) {
            let mut slot = place(*key, size);
            while slots[slot] != UNKNOWN {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = id;
        }
        Vocabulary {
            words,
            kinds,
            keys,
            slots,
        }
    }
}

impl From<Vocabulary> for Words {
    fn from(Vocabulary { words, kinds, .. }: Vocabulary) -> Words {
        Words { words, kinds }
    }
}

impl Vocabulary {
    /// The number of a word with this outline; `form` is asked for where that does not decide.
    pub fn id<'f>(&self, word: Outline, form: impl Fn() -> &'f str) -> WordId {
        let mut slot = place(word.first, self.slots.len());
        loop {
            let id = self.slots[slot];
            if id == UNKNOWN {
                return UNKNOWN;
            }
            // Fewer than eight letters are the whole word.
            if self.keys[usize::from(id)] == word.first
                && (word.length < LETTERS || self.words.get(usize::from(id)) == form())
            {
                return id;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// What a word may be.
    pub fn kinds(&self, word: WordId) -> Kinds {
        self.kinds[usize::from(word)]
    }

    /// Says of words that they may be of a kind.
    pub fn mark(&mut self, words: impl IntoIterator<Item = WordId>, kind: Kinds) {
        for word in words {
            let kinds = &mut self.kinds[usize::from(word)];
            *kinds = kinds.union(kind);
        }
    }

    /// One more than the highest number.
    pub fn end(&self) -> usize {
        self.words.len()
    }
}

/// The place of a key in a table whose size is a power of two.
fn place(key: u64, size: usize) -> usize {
    at_top(mixed(key), size)
}

/// A list for each word, all in one.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound = "T: Packed")]
pub struct ByWord<T> {
    /// Where the list of each word begins; the last is the end of all.
    #[serde(with = "packed")]
    begins: Vec<u32>,
    #[serde(with = "packed")]
    all: Vec<T>,
}

impl<T: Copy> ByWord<T> {
    /// Sorts `all` by their word, by counting; what has the same word keeps its order.
    pub fn new(all: Vec<(WordId, T)>, vocabulary: &Vocabulary) -> ByWord<T> {
        let mut begins = vec![0; vocabulary.end() + 1];
        for (word, _) in &all {
            begins[usize::from(*word) + 1] += 1;
        }
        for word in 1..begins.len() {
            begins[word] += begins[word - 1];
        }
        let mut next = begins.clone();
        let mut sorted: Vec<T> = all.iter().map(|(_, item)| *item).collect();
        for (word, item) in all {
            let place = &mut next[usize::from(word)];
            sorted[*place as usize] = item;
            *place += 1;
        }
        ByWord { begins, all: sorted }
    }

    /// The words that have a list.
    pub fn words(&self) -> impl Iterator<Item = WordId> {
        let some = |word: &usize| self.begins[*word] < self.begins[word + 1];
        (0..self.begins.len() - 1).filter(some).map(|word| word as WordId)
    }

    /// The list of a word.
    pub fn of(&self, word: WordId) -> &[T] {
        let word = usize::from(word);
        &self.all[self.begins[word] as usize..self.begins[word + 1] as usize]
    }
}

/// A phrase that means `T`.
#[derive(Clone, Copy, Debug)]
pub struct Row<T> {
    pub meaning: T,
    /// Its words behind the first one: from and to in the list of all.
    rest: (u32, u32),
}

impl<T: Packed> Packed for Row<T> {
    const BYTES: usize = T::BYTES + 2 * u32::BYTES;

    fn pack(&self, to: &mut Vec<u8>) {
        self.meaning.pack(to);
        self.rest.0.pack(to);
        self.rest.1.pack(to);
    }

    fn unpack(from: &[u8]) -> Row<T> {
        let (meaning, rest) = from.split_at(T::BYTES);
        let (first, last) = rest.split_at(u32::BYTES);
        Row {
            meaning: T::unpack(meaning),
            rest: (u32::unpack(first), u32::unpack(last)),
        }
    }
}

/// Phrases by their first word.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound = "T: Packed")]
pub struct Phrases<T> {
    rows: ByWord<Row<T>>,
    #[serde(with = "packed")]
    words: Vec<WordId>,
}

/// Phrases as they are gathered, while the vocabulary still grows.
#[derive(Debug)]
pub struct Gathered<T> {
    rows: Vec<(WordId, Row<T>)>,
    words: Vec<WordId>,
}

impl<T: Copy> Gathered<T> {
    pub fn new() -> Gathered<T> {
        Gathered {
            rows: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Adds a phrase and tells its first word; `None` for one without words.
    pub fn add<'t>(&mut self, phrase: &'t Phrase, meaning: T, vocabulary: &mut Growing<'t>) -> Option<WordId> {
        let start = self.words.len();
        vocabulary.add(phrase, &mut self.words);
        let first = *self.words.get(start)?;
        let rest = (start as u32 + 1, self.words.len() as u32);
        self.rows.push((first, Row { meaning, rest }));
        Some(first)
    }

    /// All that was gathered, in the order in which it was.
    pub fn finish(self, vocabulary: &Vocabulary) -> Phrases<T> {
        Phrases {
            rows: ByWord::new(self.rows, vocabulary),
            words: self.words,
        }
    }
}

impl<T: Copy> Phrases<T> {
    /// The words that phrases begin with.
    pub fn firsts(&self) -> impl Iterator<Item = WordId> {
        self.rows.words()
    }

    /// The phrases that begin with a word.
    pub fn beginning_with(&self, word: WordId) -> &[Row<T>] {
        self.rows.of(word)
    }

    /// The words of a phrase behind its first one.
    pub fn rest(&self, row: &Row<T>) -> &[WordId] {
        &self.words[row.rest.0 as usize..row.rest.1 as usize]
    }
}

//! A set of small numbers: entries of a resume by their index, skills by their rank.

/// Numbers, each once and in order. Those below 64 take no memory of their own, and hardly a resume has more entries.
#[derive(Clone, Debug, Default)]
pub struct IndexSet {
    /// A bit for each number below 64.
    first: u64,
    /// A bit for each number from there on.
    rest: Vec<u64>,
}

/// How many numbers a word of bits holds.
const WORD: usize = u64::BITS as usize;

impl IndexSet {
    /// Puts a number in.
    pub fn insert(&mut self, index: usize) {
        let bit = 1 << (index % WORD);
        match (index / WORD).checked_sub(1) {
            None => self.first |= bit,
            Some(place) => {
                if self.rest.len() <= place {
                    self.rest.resize(place + 1, 0);
                }
                self.rest[place] |= bit;
            }
        }
    }

    /// Whether a number is in it.
    pub fn contains(&self, index: usize) -> bool {
        self.word(index / WORD) >> (index % WORD) & 1 == 1
    }

    /// Puts all numbers of another set in.
    pub fn insert_all(&mut self, other: &IndexSet) {
        self.first |= other.first;
        if self.rest.len() < other.rest.len() {
            self.rest.resize(other.rest.len(), 0);
        }
        let words = self.rest.iter_mut().zip(&other.rest);
        words.for_each(|(word, more)| *word |= more);
    }

    /// The numbers that are in both sets.
    pub fn and(&self, other: &IndexSet) -> IndexSet {
        let rest = (1..).zip(&self.rest).map(|(place, word)| word & other.word(place));
        IndexSet {
            first: self.first & other.first,
            rest: rest.collect(),
        }
    }

    /// Whether one of its numbers is in the other set.
    pub fn meets(&self, other: &IndexSet) -> bool {
        self.has_any(other, |a, b| a & b)
    }

    /// Whether all of its numbers are in the other set.
    pub fn is_within(&self, other: &IndexSet) -> bool {
        !self.has_any(other, |a, b| a & !b)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.first == 0 && self.rest.iter().all(|word| *word == 0)
    }

    /// How many numbers are in it.
    pub fn len(&self) -> usize {
        let words = std::iter::once(&self.first).chain(&self.rest);
        words.map(|word| word.count_ones() as usize).sum()
    }

    /// The numbers, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let mut rest = self.rest.iter();
        let (mut word, mut from) = (self.first, 0);
        std::iter::from_fn(move || {
            while word == 0 {
                word = *rest.next()?;
                from += WORD;
            }
            let index = from + word.trailing_zeros() as usize;
            // Takes the lowest bit away.
            word &= word - 1;
            Some(index)
        })
    }

    fn word(&self, place: usize) -> u64 {
        match place.checked_sub(1) {
            None => self.first,
            Some(place) => self.rest.get(place).copied().unwrap_or(0),
        }
    }

    fn has_any(&self, other: &IndexSet, combine: impl Fn(u64, u64) -> u64) -> bool {
        let in_rest = |(place, word): (usize, &u64)| combine(*word, other.word(place)) != 0;
        combine(self.first, other.first) != 0 || (1..).zip(&self.rest).any(in_rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn set(numbers: &BTreeSet<usize>) -> IndexSet {
        let mut set = IndexSet::default();
        numbers.iter().for_each(|number| set.insert(*number));
        set
    }

    proptest::proptest! {
        #[test]
        fn it_is_a_set_of_numbers(a in proptest::collection::btree_set(0_usize..200, 0..9), b in proptest::collection::btree_set(0_usize..200, 0..9)) {
            let numbers = |set: &IndexSet| set.iter().collect::<Vec<_>>();
            let mut both = set(&a);
            both.insert_all(&set(&b));
            proptest::prop_assert_eq!(numbers(&both), a.union(&b).copied().collect::<Vec<_>>());
            proptest::prop_assert_eq!(numbers(&set(&a).and(&set(&b))), a.intersection(&b).copied().collect::<Vec<_>>());
            proptest::prop_assert_eq!(set(&a).meets(&set(&b)), !a.is_disjoint(&b));
            proptest::prop_assert_eq!(set(&a).is_within(&set(&b)), a.is_subset(&b));
            proptest::prop_assert_eq!((set(&a).len(), set(&a).is_empty()), (a.len(), a.is_empty()));
            proptest::prop_assert!((0..200).all(|number| set(&a).contains(number) == a.contains(&number)));
        }
    }
}

//! Answers that are kept: resumes ask about the same short texts again and again.

use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::hash::Hasher;
use std::thread::LocalKey;

/// Longer texts, in bytes, are not kept where nothing else is said, so that the memory has a bound.
const LONGEST: usize = 64;

/// The latest answers about short texts, in a table of bounded size: texts share two places, and what comes to them replaces the
/// older one there. It only saves time; with it and without every answer is the same.
#[derive(Debug)]
pub struct Memo<A> {
    /// Their number is a power of two, `size` at most, and 0 before the first answer. Each pair has the newer answer first.
    places: Vec<Option<Kept<A>>>,
    size: usize,
    /// Longer texts, in bytes, are not kept.
    longest: usize,
    /// How many answers were kept since the places last became more.
    kept: usize,
}

/// A memo begins with so many places: one resume needs no more, and pays for each page of memory.
const FIRST_PLACES: usize = 64;

#[derive(Debug)]
struct Kept<A> {
    text: Box<str>,
    answer: A,
}

impl<A> Memo<A> {
    /// An empty one of `size` places, a power of two and at least two; it takes no memory before the first answer.
    pub const fn new(size: usize) -> Memo<A> {
        Memo::up_to(LONGEST, size)
    }

    /// The same for texts of up to `longest` bytes.
    pub const fn up_to(longest: usize, size: usize) -> Memo<A> {
        assert!(size.is_power_of_two() && size > 1);
        Memo {
            places: Vec::new(),
            size,
            longest,
            kept: 0,
        }
    }

    /// What `find` says of `text`, kept from before or asked now. It must say the same of the same text each time.
    pub fn of(&mut self, text: &str, find: impl FnOnce(&str) -> A) -> A
    where
        A: Clone,
    {
        if let Some(kept) = self.get(text) {
            return kept.clone();
        }
        let answer = find(text);
        if self.fits(text) {
            self.keep(text, answer.clone());
        }
        answer
    }

    /// Whether a text is short enough for its answer to be kept.
    pub fn fits(&self, text: &str) -> bool {
        text.len() <= self.longest
    }

    /// What is kept about `text`.
    pub fn get(&self, text: &str) -> Option<&A> {
        if !self.fits(text) || self.places.is_empty() {
            return None;
        }
        let newer = self.place(text);
        [newer, newer + 1].into_iter().find_map(|place| {
            let kept = self.places.get(place)?.as_ref()?;
            (*kept.text == *text).then_some(&kept.answer)
        })
    }

    /// Keeps an answer in place of another one; not where the text is too long.
    pub fn keep(&mut self, text: &str, answer: A) {
        if !self.fits(text) {
            return;
        }
        if self.kept == self.places.len() && self.kept < self.size {
            self.grow();
        }
        self.kept += 1;
        self.put(Kept {
            text: text.into(),
            answer,
        });
    }

    /// Makes the places four times as many.
    fn grow(&mut self) {
        let more = (4 * self.places.len()).max(FIRST_PLACES).min(self.size);
        let old = std::mem::take(&mut self.places);
        self.places.resize_with(more, || None);
        self.kept = 0;
        old.into_iter().flatten().for_each(|kept| self.put(kept));
    }

    fn put(&mut self, kept: Kept<A>) {
        let newer = self.place(&kept.text);
        self.places.swap(newer, newer + 1);
        self.places[newer] = Some(kept);
    }

    /// The first of the two places for the answer about `text`: the newer one.
    fn place(&self, text: &str) -> usize {
        hash(text) as usize & (self.places.len() - 2)
    }
}

/// Which texts have come lately, by their hash alone: what comes again is worth keeping, and most sentences never do.
#[derive(Debug, Default)]
pub struct Seen(Vec<u16>);

impl Seen {
    /// So many texts are remembered, a power of two.
    const TEXTS: usize = 1 << 13;

    /// Whether a text has come before, as far as is remembered. Now it has.
    pub fn again(&mut self, text: &str) -> bool {
        if self.0.is_empty() {
            self.0.resize(Seen::TEXTS, 0);
        }
        let hash = hash(text);
        // The lower bits are the place, so others tell texts apart that share one.
        let (place, mark) = (hash as usize % Seen::TEXTS, (hash >> 48) as u16);
        std::mem::replace(&mut self.0[place], mark) == mark
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// What `find`, a function of the text alone, says of `text`; the answers of each thread are kept in `memo`.
pub fn remembered<A: Clone>(memo: &'static LocalKey<RefCell<Memo<A>>>, text: &str, find: impl FnOnce(&str) -> A) -> A {
    let kept = memo.with_borrow(|memo| memo.get(text).cloned());
    kept.unwrap_or_else(|| {
        // The memory is not borrowed while the answer is found, which may ask for others.
        let answer = find(text);
        memo.with_borrow_mut(|memo| memo.keep(text, answer.clone()));
        answer
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_that_of_the_text_whatever_was_asked_before() {
        let mut memo = Memo::new(4);
        for round in 0..3 {
            for number in 0..50 {
                let text = "x".repeat(number);
                assert_eq!(memo.of(&text, str::len), number, "round {round}");
            }
        }
    }

    #[test]
    fn two_texts_that_share_their_places_are_both_kept() {
        let mut memo = Memo::new(2);
        for number in 0..9 {
            memo.of(&"x".repeat(number), str::len);
        }
        let kept = |number: usize| memo.get(&"x".repeat(number)).copied();
        assert_eq!([7, 8].map(kept), [Some(7), Some(8)]);
        assert_eq!((0..7).find_map(kept), None);
    }

    #[test]
    fn a_text_is_seen_again_when_it_comes_a_second_time() {
        let mut seen = Seen::default();
        for text in ["one", "two"] {
            assert_eq!([seen.again(text), seen.again(text)], [false, true], "{text}");
        }
    }

    #[test]
    fn what_is_kept_is_not_asked_again_and_long_texts_are_not_kept() {
        thread_local!(static LENGTHS: RefCell<Memo<usize>> = const { RefCell::new(Memo::new(8)) });
        assert_eq!(remembered(&LENGTHS, "abc", str::len), 3);
        assert_eq!(remembered(&LENGTHS, "abc", |_| 7), 3);
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(remembered(&LENGTHS, &long, str::len), LONGEST + 1);
        assert_eq!(remembered(&LENGTHS, &long, |_| 7), 7);
    }
}

//! What is looked at of a form before its letters are compared.

/// So many letters are looked at at either end.
pub const LETTERS: usize = 8;

/// So many bytes at most may be taken away from the end of an outline.
pub const MOST_TAKEN: usize = 4;

/// The ends of a form: enough to tell, for nearly every row of words, that it is no name, before the words are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The first eight bytes, the first in the lowest place, 0 where there are fewer.
    pub first: u64,
    /// The last eight bytes, the last in the highest place, 0 where there are fewer.
    pub last: u64,
    /// How many bytes there are.
    pub length: usize,
}

impl Outline {
    /// That of a form.
    pub fn of(form: &str) -> Outline {
        let length = form.len();
        let first = key(form);
        let last = form.as_bytes().last_chunk().map(|bytes| u64::from_le_bytes(*bytes));
        Outline {
            first,
            last: last.unwrap_or_else(|| as_last(first, length)),
            length,
        }
    }

    /// That of `length` bytes, one at least, from `at` on; a few bytes more stand behind them.
    pub fn within(bytes: &[u8], at: usize, length: usize) -> Outline {
        let eight = |at: usize| match bytes.get(at..).and_then(<[u8]>::first_chunk) {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => 0,
        };
        let missing = 8 * LETTERS.saturating_sub(length);
        let first = eight(at) & (u64::MAX >> missing);
        let last = match length > LETTERS {
            true => eight(at + length - LETTERS),
            false => first << missing,
        };
        Outline { first, last, length }
    }

    /// That of both forms joined.
    pub fn then(self, next: Outline) -> Outline {
        let first = match self.length {
            0..LETTERS => self.first | next.first << (8 * self.length),
            _ => self.first,
        };
        let last = match next.length {
            0 => self.last,
            1..LETTERS => self.last >> (8 * next.length) | next.last,
            _ => next.last,
        };
        Outline {
            first,
            last,
            length: self.length + next.length,
        }
    }

    /// That of the form without its last `count` bytes, at most [`MOST_TAKEN`]. Of its own last bytes only the upper four are right:
    /// what [`ends`](Self::ends) gives.
    pub fn without(self, count: usize) -> Outline {
        let length = self.length.saturating_sub(count);
        Outline {
            first: first_of(self.first, length),
            last: self.last << (8 * count),
            length,
        }
    }

    /// The last four bytes, the last in the highest place.
    pub fn ends(self) -> u32 {
        (self.last >> 32) as u32
    }

    /// The first byte.
    pub fn first_letter(self) -> u8 {
        self.first as u8
    }

    /// The last byte.
    pub fn last_letter(self) -> u8 {
        (self.last >> 56) as u8
    }
}

/// The first eight bytes of a text, the first in the lowest place, 0 where there are fewer.
pub fn key(text: &str) -> u64 {
    let mut bytes = [0; LETTERS];
    let length = text.len().min(LETTERS);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_le_bytes(bytes)
}

/// The first bytes of a form of `length` bytes, eight at most, as its last ones.
fn as_last(first: u64, length: usize) -> u64 {
    match length {
        0 => 0,
        _ => first << (8 * LETTERS.saturating_sub(length)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn forms_are_joined_and_shortened_as_texts_are(first in "[a-z]{0,12}", next in "[a-z]{0,12}", count in 0_usize..4) {
            let joined = [first.as_str(), &next].concat();
            let outline = Outline::of(&first).then(Outline::of(&next));
            prop_assert_eq!(outline, Outline::of(&joined));
            if !joined.is_empty() {
                let text = ["- ", &joined, "        "].concat();
                prop_assert_eq!(Outline::within(text.as_bytes(), 2, joined.len()), outline);
            }
            prop_assert_eq!(outline.last_letter(), joined.bytes().last().unwrap_or_default());
            let shorter = Outline::of(&joined[..joined.len().saturating_sub(count)]);
            let taken = outline.without(count);
            prop_assert_eq!((taken.first, taken.length, taken.ends()), (shorter.first, shorter.length, shorter.ends()));
        }
    }
}

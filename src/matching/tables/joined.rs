//! Texts one behind the other: two pieces of memory however many they are.

use super::packed;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;

/// Texts one behind the other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Joined {
    #[serde(borrow)]
    text: Cow<'static, str>,
    /// Where each begins; the last is the end of all.
    #[serde(with = "packed")]
    begins: Vec<u32>,
}

impl Joined {
    /// None yet, with room for so many of so many bytes each.
    pub fn with_capacity(count: usize, bytes: usize) -> Joined {
        let mut begins = Vec::with_capacity(count + 1);
        begins.push(0);
        Joined {
            text: String::with_capacity(count * bytes).into(),
            begins,
        }
    }

    /// Adds a text behind the others.
    pub fn push(&mut self, text: &str) {
        self.text.to_mut().push_str(text);
        self.begins.push(self.text.len() as u32);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.begins.len() - 1
    }

    /// The text at a place.
    pub fn get(&self, at: usize) -> &str {
        &self.text[self.begins[at] as usize..self.begins[at + 1] as usize]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Whether one of them, which are sorted, is the wanted one; `order` compares a text with that.
    pub fn any_sorted(&self, order: impl Fn(&str) -> Ordering) -> bool {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            match order(self.get(middle)) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return true,
                Ordering::Greater => to = middle,
            }
        }
        false
    }
}

impl<'t> FromIterator<&'t str> for Joined {
    fn from_iter<I: IntoIterator<Item = &'t str>>(texts: I) -> Joined {
        let mut joined = Joined::with_capacity(0, 0);
        texts.into_iter().for_each(|text| joined.push(text));
        joined
    }
}

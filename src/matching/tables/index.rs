//! What a search for slips goes through: the names by their first byte, with what is looked at before anything else.

use super::names::Names;
use super::packed::{self, Packed};
use serde::{Deserialize, Serialize};

/// Shorter words match exactly or not at all: one slip makes another word of them.
pub const SHORTEST: usize = 5;

/// The names by their first byte. People rarely mistype the first letter, and words that differ there are other words
/// (react/preact).
#[derive(Debug, Serialize, Deserialize)]
pub struct Index {
    /// Where those with each first byte begin; the last is the end of all.
    #[serde(with = "packed")]
    begins: Vec<u32>,
    #[serde(with = "packed")]
    names: Vec<Indexed>,
}

/// What of a name is looked at before anything else.
#[derive(Clone, Copy, Debug, Default)]
pub struct Indexed {
    /// As [`letters`] gives them.
    pub letters: u64,
    /// In bytes.
    pub length: u32,
    /// The place of the name.
    pub at: u32,
}

impl Packed for Indexed {
    const BYTES: usize = 16;

    fn pack(&self, to: &mut Vec<u8>) {
        self.letters.pack(to);
        self.length.pack(to);
        self.at.pack(to);
    }

    fn unpack(from: &[u8]) -> Indexed {
        Indexed {
            letters: u64::unpack(&from[..8]),
            length: u32::unpack(&from[8..12]),
            at: u32::unpack(&from[12..16]),
        }
    }
}

impl Index {
    /// The index of all names that may be meant.
    pub fn new(names: &Names) -> Index {
        let may_be_meant = |at: &usize| {
            let (known, name) = names.at(*at);
            !name.decoy && known.len() >= SHORTEST - 1
        };
        let first = |at: usize| usize::from(names.at(at).0.as_bytes()[0]);
        let mut begins = vec![0; 257];
        for at in (0..names.len()).filter(may_be_meant) {
            begins[first(at) + 1] += 1;
        }
        for byte in 1..begins.len() {
            begins[byte] += begins[byte - 1];
        }
        let mut next = begins.clone();
        let mut sorted = vec![Indexed::default(); next[256] as usize];
        for at in (0..names.len()).filter(may_be_meant) {
            let place = &mut next[first(at)];
            let (known, _) = names.at(at);
            sorted[*place as usize] = Indexed {
                letters: letters(known),
                length: known.len() as u32,
                at: at as u32,
            };
            *place += 1;
        }
        Index { begins, names: sorted }
    }

    /// The names that begin with a byte.
    pub fn beginning_with(&self, byte: u8) -> &[Indexed] {
        let from = self.begins[usize::from(byte)] as usize;
        &self.names[from..self.begins[usize::from(byte) + 1] as usize]
    }
}

/// Which letters and digits a form has, a bit each.
pub fn letters(form: &str) -> u64 {
    form.bytes().fold(0, |set, b| match b {
        b'a'..=b'z' => set | 1 << (b - b'a'),
        b'0'..=b'9' => set | 1 << (26 + b - b'0'),
        _ => set | 1 << 40,
    })
}

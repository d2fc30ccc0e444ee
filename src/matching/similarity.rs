//! Typos in entries of lists: edit distance, with the pairs of words that stay apart.
//!
//! No single similarity has a safe threshold: Jaro-Winkler gives 0.960 to postgres/postgresql, which is wanted, and 0.967 to
//! scala/scalar, which is not. So length, distance, first letter, a clear winner and a table decide together.

use super::lexicon::{Lexicon, Name};
use crate::model::skill::SkillId;
use std::cell::{Cell, OnceCell};

/// Shorter words match exactly or not at all: one slip makes another word of them.
const SHORTEST: usize = 5;

/// From this length two slips are still a slip of the pen.
const TWO_SLIPS_FROM: usize = 9;

/// At least so similar: one letter in five may be wrong.
const SIMILAR: f64 = 0.8;

/// The names that a slip may be compared with, by length, each with the set of its letters.
type ByLength<'l> = Vec<Vec<(u64, &'l str, &'l Name<'l>)>>;

/// So many words are compared with every name before sorting the names is worth its cost; most resumes have fewer.
const FEW: usize = 4;

/// A search for slips. The names are sorted when many words need them.
pub(super) struct Slips<'l> {
    lexicon: &'l Lexicon<'l>,
    by_length: OnceCell<ByLength<'l>>,
    searches: Cell<usize>,
}

impl<'l> Slips<'l> {
    pub fn new(lexicon: &'l Lexicon<'l>) -> Slips<'l> {
        Slips {
            lexicon,
            by_length: OnceCell::new(),
            searches: Cell::new(0),
        }
    }

    fn by_length(&self) -> &ByLength<'l> {
        self.by_length.get_or_init(|| {
            let mut buckets: ByLength<'l> = Vec::new();
            for (form, name) in self.lexicon.names().filter(|(form, _)| form.len() >= SHORTEST - 1) {
                if buckets.len() <= form.len() {
                    buckets.resize(form.len() + 1, Vec::new());
                }
                buckets[form.len()].push((letters(form), form, name));
            }
            buckets
        })
    }

    /// Names whose length and letters differ so little that `slips` slips could explain it.
    fn near(&self, form: &str, slips: usize) -> Vec<(&'l str, &'l Name<'l>)> {
        let wanted = letters(form);
        let is_near = |set: u64| (set ^ wanted).count_ones() as usize <= 2 * slips;
        let lengths = form.len().saturating_sub(slips).max(SHORTEST - 1)..=form.len() + slips;
        self.searches.set(self.searches.get() + 1);
        if self.searches.get() <= FEW {
            let names = self.lexicon.names().filter(|(known, _)| lengths.contains(&known.len()));
            return names.filter(|(known, _)| is_near(letters(known))).collect();
        }
        let buckets = lengths.filter_map(|length| self.by_length().get(length)).flatten();
        let near = buckets.filter(|(set, _, _)| is_near(*set));
        near.map(|(_, known, name)| (*known, *name)).collect()
    }
}

/// The skill that `form`, a word of a list, is a slip for, with the similarity.
pub(super) fn slip_of(form: &str, slips: &Slips<'_>) -> Option<(SkillId, f64)> {
    slip_among(form, slips, |_| true)
}

/// The same among the names that are `wanted`.
fn slip_among(form: &str, slips: &Slips<'_>, wanted: impl Fn(&Name<'_>) -> bool) -> Option<(SkillId, f64)> {
    let length = form.chars().count();
    if length < SHORTEST || form.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let allowed = if length >= TWO_SLIPS_FROM { 2 } else { 1 };
    let mut best: Option<(usize, SkillId, usize)> = None;
    let mut rival = false;
    let near = slips.near(form, allowed).into_iter().filter(|(_, name)| wanted(name));
    for (known, name) in near.filter(|(known, name)| may_be(form, known, name)) {
        if slips.lexicon.stay_apart(form, known) {
            return None;
        }
        let distance = strsim::osa_distance(form, known);
        let longest = length.max(known.chars().count());
        if distance > allowed || 1.0 - distance as f64 / (longest as f64) < SIMILAR {
            continue;
        }
        match best {
            Some((least, skill, _)) if distance > least || (distance == least && skill == name.skill) => {}
            Some((least, _, _)) if distance == least => rival = true,
            _ => {
                best = Some((distance, name.skill, longest));
                rival = false;
            }
        }
    }
    let (distance, skill, longest) = best.filter(|_| !rival)?;
    Some((skill, 1.0 - distance as f64 / longest as f64))
}

/// More slips than these make no hint, however long the words are.
const HINT_SLIPS: usize = 2;

/// The skill nearest to a word that matches nothing, for a hint; looser than [`slip_of`]: one letter in four may differ.
pub(super) fn nearest(form: &str, search: &Slips<'_>) -> Option<SkillId> {
    let slips = (form.chars().count() / 4).min(HINT_SLIPS);
    if slips == 0 {
        return None;
    }
    let scored = search
        .near(form, slips)
        .into_iter()
        .filter(|(known, _)| known.chars().next() == form.chars().next());
    let scored = scored.map(|(known, name)| (strsim::osa_distance(form, known), known, name));
    // The form breaks ties, so that the order of the map never shows.
    let best = scored
        .filter(|(distance, _, _)| *distance <= slips)
        .min_by_key(|(distance, known, _)| (*distance, *known));
    best.map(|(_, _, name)| name.skill)
}

/// Which letters and digits a form has, a bit each.
fn letters(form: &str) -> u64 {
    form.bytes().fold(0, |set, b| match b {
        b'a'..=b'z' => set | 1 << (b - b'a'),
        b'0'..=b'9' => set | 1 << (26 + b - b'0'),
        _ => set | 1 << 40,
    })
}

fn may_be(form: &str, known: &str, name: &Name<'_>) -> bool {
    !name.ambiguous
        && known.len() >= SHORTEST
        // People rarely mistype the first letter; words that differ there are other words (react/preact).
        && known.chars().next() == form.chars().next()
        // A digit more or less is another version or product, not a slip.
        && digits(form) == digits(known)
}

fn digits(form: &str) -> String {
    form.chars().filter(char::is_ascii_digit).collect()
}

/// The names that would be taken for a slip of another skill's name, were they not known, each with that skill; narrower and
/// broader skills aside. A sound taxonomy has none: `apart` keeps them from each other.
pub(super) fn confusable<'l>(lexicon: &Lexicon<'l>) -> Vec<(&'l str, SkillId)> {
    let slips = Slips::new(lexicon);
    let related = |a: SkillId, b: SkillId| lexicon.taxonomy.implied_by(a).contains(&b);
    let mut found: Vec<(&str, SkillId)> = lexicon
        .names()
        .filter_map(|(form, name)| {
            let (other, _) = slip_among(form, &slips, |n| n.skill != name.skill)?;
            (!related(name.skill, other) && !related(other, name.skill)).then_some((name.spelling, other))
        })
        .collect();
    found.sort_unstable();
    found
}

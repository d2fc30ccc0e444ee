//! Typos in entries of lists: edit distance, with the pairs of words that stay apart.
//!
//! No single similarity has a safe threshold: Jaro-Winkler gives 0.960 to postgres/postgresql, which is wanted, and 0.967 to
//! scala/scalar, which is not. So length, distance, first letter, a clear winner and a table decide together.

use super::lexicon::{Lexicon, Name};
use crate::model::skill::SkillId;

/// Shorter words match exactly or not at all: one slip makes another word of them.
const SHORTEST: usize = 5;

/// From this length two slips are still a slip of the pen.
const TWO_SLIPS_FROM: usize = 9;

/// At least so similar: one letter in five may be wrong.
const SIMILAR: f64 = 0.8;

/// The skill that `form`, a word of a list, is a slip for, with the similarity.
pub(super) fn slip_of(form: &str, lexicon: &Lexicon<'_>) -> Option<(SkillId, f64)> {
    let length = form.chars().count();
    if length < SHORTEST || form.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let allowed = if length >= TWO_SLIPS_FROM { 2 } else { 1 };
    let mut best: Option<(usize, SkillId, usize)> = None;
    let mut rival = false;
    for (known, name) in lexicon.names().filter(|(known, name)| may_be(form, length, known, name, allowed)) {
        if lexicon.stay_apart(form, known) {
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

/// The skill nearest to a word that matches nothing, for a hint; looser than [`slip_of`].
pub(super) fn nearest(form: &str, lexicon: &Lexicon<'_>) -> Option<SkillId> {
    let length = form.chars().count();
    if length < 4 {
        return None;
    }
    let near = lexicon.names().filter(|(known, _)| known.chars().count().abs_diff(length) <= 2);
    let scored = near.map(|(known, name)| (strsim::osa_distance(form, known), known, name));
    // The form breaks ties, so that the order of the map never shows.
    let best = scored.filter(|(d, known, _)| *d * 4 <= length.max(known.chars().count())).min_by_key(|(d, known, _)| (*d, *known));
    best.map(|(_, _, name)| name.skill)
}

fn may_be(form: &str, length: usize, known: &str, name: &Name, allowed: usize) -> bool {
    !name.ambiguous
        && known.len() >= SHORTEST
        && known.chars().count().abs_diff(length) <= allowed
        // People rarely mistype the first letter; words that differ there are other words (react/preact).
        && known.chars().next() == form.chars().next()
        // A digit more or less is another version or product, not a slip.
        && digits(form) == digits(known)
}

fn digits(form: &str) -> String {
    form.chars().filter(char::is_ascii_digit).collect()
}

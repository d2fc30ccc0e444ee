//! Typos in entries of lists: edit distance, with the pairs of words that stay apart.
//!
//! No single similarity has a safe threshold: Jaro-Winkler gives 0.960 to postgres/postgresql, which is wanted, and 0.967 to
//! scala/scalar, which is not. So length, distance, first letter, a clear winner and a table decide together.

use super::lexicon::{Lexicon, Name};
use super::tables::index::{SHORTEST, letters};
use crate::model::skill::SkillId;

/// From this length two slips are still a slip of the pen.
const TWO_SLIPS_FROM: usize = 9;

/// At least so similar: one letter in five may be wrong.
const SIMILAR: f64 = 0.8;

/// Names with the same first letter whose length and letters differ so little that `slips` slips could explain it, each with
/// the fewest that could.
fn suspects<'l>(
    form: &str,
    slips: usize,
    lexicon: &'l Lexicon<'_>,
) -> impl Iterator<Item = (&'l str, Name<'l>, usize)> {
    let (wanted, length) = (letters(form), form.len() as u32);
    let first = form.chars().next();
    let same_first = form.bytes().next();
    let same_first = same_first.map_or(&[][..], |byte| lexicon.index().beginning_with(byte));
    let near = same_first.iter().filter_map(move |name| {
        // A slip changes the length by one at most, and which letters there are by two.
        let letters = (name.letters ^ wanted).count_ones().div_ceil(2);
        let least = letters.max(name.length.abs_diff(length)) as usize;
        let (known, name) = (least <= slips).then(|| lexicon.names.at(name.at as usize))?;
        Some((known, name, least))
    });
    let wanted = pairs(form);
    near.filter(move |(known, _, _)| known.chars().next() == first && may_be_near(wanted, pairs(known), slips))
}

/// Which pairs of letters stand beside each other, a bit each, which some share; `None` of what is no plain text, in which a letter
/// is several bytes.
fn pairs(form: &str) -> Option<u64> {
    let bit = |pair: &[u8]| 1 << ((31 * u32::from(pair[0]) + u32::from(pair[1])) % u64::BITS);
    let all = form.as_bytes().windows(2).fold(0, |all, pair| all | bit(pair));
    form.is_ascii().then_some(all)
}

/// A slip takes three pairs of letters away and brings three others, where two letters changed places; any other fewer.
const PAIRS_OF_A_SLIP: usize = 6;

/// Whether `slips` slips could make the pairs of one word those of another.
fn may_be_near(a: Option<u64>, b: Option<u64>, slips: usize) -> bool {
    let differing = |(a, b): (u64, u64)| (a ^ b).count_ones() as usize;
    a.zip(b).is_none_or(|both| differing(both) <= PAIRS_OF_A_SLIP * slips)
}

/// So many answers are kept: entries of lists that nothing matches come again from resume to resume.
pub(super) const KEPT: usize = 4096;

/// What is known about a word that nothing matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// The skill that it is a slip for, as a word of a list, with the similarity.
    pub slip: Option<(SkillId, f64)>,
    /// The skill that is nearest, for a hint.
    pub nearest: Option<SkillId>,
}

/// A name near a word.
struct Near<'l> {
    known: &'l str,
    name: Name<'l>,
    /// So many slips apart at least, by length and letters alone.
    least: usize,
    /// So many slips apart.
    distance: usize,
}

/// The names near `form`, with their distance.
fn near<'l>(form: &'l str, slips: usize, lexicon: &'l Lexicon<'_>) -> impl Iterator<Item = Near<'l>> {
    suspects(form, slips, lexicon).map(|(known, name, least)| Near {
        known,
        name,
        least,
        distance: strsim::osa_distance(form, known),
    })
}

/// What is known about `form`, the normal form of an entry of a list.
pub(super) fn answer(form: &str, lexicon: &Lexicon<'_>) -> Answer {
    let length = form.chars().count();
    let (slips, hints) = (slips_allowed(length), hints_allowed(length));
    let all: Vec<Near<'_>> = near(form, slips.max(hints), lexicon).collect();
    Answer {
        slip: slip_of(form, length, &all, lexicon),
        nearest: nearest(hints, &all),
    }
}

/// So many slips are still a slip of the pen in a word of so many characters.
fn slips_allowed(length: usize) -> usize {
    match length {
        ..SHORTEST => 0,
        SHORTEST..TWO_SLIPS_FROM => 1,
        _ => 2,
    }
}

/// The skill that `form`, a word of a list, is a slip for, with the similarity.
fn slip_of(form: &str, length: usize, near: &[Near<'_>], lexicon: &Lexicon<'_>) -> Option<(SkillId, f64)> {
    if length < SHORTEST || form.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let allowed = slips_allowed(length);
    let mut best: Option<(usize, SkillId, usize)> = None;
    let mut rival = false;
    let near = near.iter().filter(|near| near.least <= allowed);
    for near in near.filter(|near| may_be(form, near.known, &near.name)) {
        let Near {
            known, name, distance, ..
        } = near;
        if lexicon.stay_apart(form, known) {
            return None;
        }
        let longest = length.max(known.chars().count());
        if *distance > allowed || 1.0 - *distance as f64 / (longest as f64) < SIMILAR {
            continue;
        }
        match best {
            Some((least, skill, _)) if *distance > least || (*distance == least && skill == name.skill) => {}
            Some((least, _, _)) if *distance == least => rival = true,
            _ => {
                best = Some((*distance, name.skill, longest));
                rival = false;
            }
        }
    }
    let (distance, skill, longest) = best.filter(|_| !rival)?;
    Some((skill, 1.0 - distance as f64 / longest as f64))
}

/// More slips than these make no hint, however long the words are.
const HINT_SLIPS: usize = 2;

/// So many slips are near enough for a hint, which is looser than a slip of the pen: one letter in four may differ.
fn hints_allowed(length: usize) -> usize {
    (length / 4).min(HINT_SLIPS)
}

/// The skill nearest to a word that matches nothing, for a hint.
fn nearest(slips: usize, near: &[Near<'_>]) -> Option<SkillId> {
    // The form breaks ties, so that the order of the map never shows.
    let best = near
        .iter()
        .filter(|near| slips > 0 && near.distance <= slips)
        .min_by_key(|near| (near.distance, near.known));
    best.map(|near| near.name.skill)
}

fn may_be(form: &str, known: &str, name: &Name<'_>) -> bool {
    !name.ambiguous
        && known.len() >= SHORTEST
        // A digit more or less is another version or product, not a slip.
        && digits(form).eq(digits(known))
}

fn digits(form: &str) -> impl Iterator<Item = u8> {
    form.bytes().filter(u8::is_ascii_digit)
}

/// The names that would be taken for a slip of another skill's name, were they not known, each with that skill; narrower and
/// broader skills aside. A sound taxonomy has none: `apart` keeps them from each other.
pub(super) fn confusable<'l>(lexicon: &'l Lexicon<'_>) -> Vec<(&'l str, SkillId)> {
    let related = |a: SkillId, b: SkillId| lexicon.taxonomy.implied_by(a).contains(&b);
    let mut found: Vec<(&str, SkillId)> = lexicon
        .names()
        .filter_map(|(form, name)| {
            let length = form.chars().count();
            let others = near(form, slips_allowed(length), lexicon).filter(|near| near.name.skill != name.skill);
            let (other, _) = slip_of(form, length, &others.collect::<Vec<_>>(), lexicon)?;
            (!related(name.skill, other) && !related(other, name.skill)).then_some((name.spelling, other))
        })
        .collect();
    found.sort_unstable();
    found
}

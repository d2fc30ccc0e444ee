//! Typos in entries of lists: edit distance, with the pairs of words that stay apart.
//!
//! No single similarity has a safe threshold: Jaro-Winkler gives 0.960 to postgres/postgresql, which is wanted, and 0.967 to
//! scala/scalar, which is not. So length, distance, first letter, a clear winner and a table decide together.

use super::lexicon::{Lexicon, Name};
use super::names::Names;
use crate::model::skill::SkillId;

/// Shorter words match exactly or not at all: one slip makes another word of them.
const SHORTEST: usize = 5;

/// From this length two slips are still a slip of the pen.
const TWO_SLIPS_FROM: usize = 9;

/// At least so similar: one letter in five may be wrong.
const SIMILAR: f64 = 0.8;

/// What a search for slips goes through: the names by their first byte. People rarely mistype the first letter, and words that
/// differ there are other words (react/preact).
#[derive(Debug)]
pub(super) struct Index {
    /// Where those with each first byte begin; the last is the end of all.
    begins: Vec<u32>,
    names: Vec<Indexed>,
}

/// What of a name is looked at before anything else.
#[derive(Clone, Copy, Debug, Default)]
struct Indexed {
    letters: u64,
    /// In bytes.
    length: u32,
    /// The place of the name.
    at: u32,
}

impl Index {
    pub fn new(names: &Names<'_>) -> Index {
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

    /// Names with the same first letter whose length and letters differ so little that `slips` slips could explain it, each
    /// with the fewest that could.
    fn near<'l>(
        &self,
        form: &str,
        slips: usize,
        names: &'l Names<'_>,
    ) -> impl Iterator<Item = (&'l str, &'l Name<'l>, usize)> {
        let (wanted, length) = (letters(form), form.len() as u32);
        let first = form.chars().next();
        let same_first = form.bytes().next().map_or(&[][..], |byte| {
            let from = self.begins[usize::from(byte)] as usize;
            &self.names[from..self.begins[usize::from(byte) + 1] as usize]
        });
        let near = same_first.iter().filter_map(move |name| {
            // A slip changes the length by one at most, and which letters there are by two.
            let letters = (name.letters ^ wanted).count_ones().div_ceil(2);
            let least = letters.max(name.length.abs_diff(length)) as usize;
            let (known, name) = (least <= slips).then(|| names.at(name.at as usize))?;
            Some((known, name, least))
        });
        near.filter(move |(known, _, _)| known.chars().next() == first)
    }
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
    name: &'l Name<'l>,
    /// So many slips apart at least, by length and letters alone.
    least: usize,
    /// So many slips apart.
    distance: usize,
}

/// The names near `form`, with their distance.
fn near<'l>(form: &'l str, slips: usize, lexicon: &'l Lexicon<'l>) -> impl Iterator<Item = Near<'l>> {
    let near = lexicon.index().near(form, slips, &lexicon.names);
    near.map(|(known, name, least)| Near {
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
    for near in near.filter(|near| may_be(form, near.known, near.name)) {
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
        // A digit more or less is another version or product, not a slip.
        && digits(form).eq(digits(known))
}

fn digits(form: &str) -> impl Iterator<Item = u8> {
    form.bytes().filter(u8::is_ascii_digit)
}

/// The names that would be taken for a slip of another skill's name, were they not known, each with that skill; narrower and
/// broader skills aside. A sound taxonomy has none: `apart` keeps them from each other.
pub(super) fn confusable<'l>(lexicon: &Lexicon<'l>) -> Vec<(&'l str, SkillId)> {
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

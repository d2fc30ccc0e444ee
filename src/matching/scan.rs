//! Finds names as whole words, the longest first, in any case and punctuation.

use super::lexicon::{Lexicon, Name};
use super::line::Line;
use super::names::Names;
use crate::model::skill::{SkillId, SkillKind};
use crate::text::outline::{MOST_TAKEN, Outline};

/// Single words of fewer letters are not put together from parts ("no SQL" is not NoSQL, "in put" is not input).
const JOINED_LETTERS: usize = 7;

/// Words that have the form of a name.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub skill: SkillId,
    /// Index of the first word.
    pub first: usize,
    /// Index of the last word, inclusive.
    pub last: usize,
    pub alias: bool,
    pub decoy: bool,
    pub ambiguous: bool,
    /// Whether the words are written as the taxonomy writes them.
    pub same_case: bool,
}

/// Which words of the line are part of a name.
pub(super) fn in_names(line: &Line<'_>, hits: &[Hit]) -> Vec<bool> {
    let mut named = vec![false; line.len()];
    hits.iter().for_each(|hit| named[hit.first..=hit.last].fill(true));
    named
}

/// All names in the line, leftmost and longest first, without overlaps.
pub(super) fn hits(line: &Line<'_>, lexicon: &Lexicon<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < line.len() {
        // Most words begin no name.
        if !may_begin(line, at, &lexicon.names) {
            at += 1;
            continue;
        }
        match longest_at(line, at, lexicon) {
            Some(hit) => {
                at = hit.last + 1;
                let inside = inside(line, &hit, lexicon);
                hits.push(hit);
                hits.extend(inside);
            }
            None => at += 1,
        }
    }
    hits
}

/// Names of other skills inside a descriptive name: "multimodal machine learning" names machine learning too. Inside the
/// name of a product ("React Native") they mean nothing.
fn inside(line: &Line<'_>, outer: &Hit, lexicon: &Lexicon<'_>) -> Vec<Hit> {
    let descriptive = !outer.decoy && outer.last > outer.first && lexicon.taxonomy.get(outer.skill).kind.is_concept();
    let mut found = Vec::new();
    let mut at = outer.first;
    while descriptive && at <= outer.last {
        let most = if at == outer.first { outer.last - 1 } else { outer.last };
        let hit = longest_within(line, at, most, lexicon);
        at = hit.as_ref().map_or(at, |h| h.last) + 1;
        // "Self-supervised" is not supervised.
        let part = |h: &Hit| h.first > outer.first && line.before(h.first) == "-";
        found.extend(hit.filter(|h| !h.decoy && !h.ambiguous && h.skill != outer.skill && !part(h)));
    }
    found
}

/// Whether a name may begin at word `at`: a cheap test before the search, which may say yes wrongly, but never no. The word is a name,
/// with a plural or a version perhaps, or a name goes on over the next word: "the" begins one and hardly ever stands in one.
fn may_begin(line: &Line<'_>, at: usize, names: &Names) -> bool {
    let word = line.outline(at);
    if names.may_be(word) || may_be_changed(word, names) {
        return true;
    }
    if at + 1 == line.len() || !names.may_begin_with(word) {
        return false;
    }
    let both = word.then(line.outline(at + 1));
    names.may_begin_with(both) || may_be_changed(both, names)
}

/// Whether words may be a name in the plural or with a version behind it.
fn may_be_changed(words: Outline, names: &Names) -> bool {
    match words.last_letter() {
        b's' => names.may_be(words.without(1)) || words.last.to_be_bytes().starts_with(b"sei"),
        // Of longer versions more would have to be known than an outline tells.
        b'0'..=b'9' => match words
            .last
            .to_be_bytes()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
        {
            digits @ 1..=MOST_TAKEN => names.may_be(words.without(digits)),
            _ => true,
        },
        _ => false,
    }
}

fn longest_at(line: &Line<'_>, first: usize, lexicon: &Lexicon<'_>) -> Option<Hit> {
    longest_within(line, first, line.len().saturating_sub(1), lexicon)
}

/// The longest name that begins at word `first` and ends at word `most` at the latest.
fn longest_within(line: &Line<'_>, first: usize, most: usize, lexicon: &Lexicon<'_>) -> Option<Hit> {
    let names = &lexicon.names;
    let mut found = None;
    let mut words = Outline::of("");
    for last in first..=most.min(first + lexicon.longest + 4) {
        if last > first && !joins(line.before(last)) {
            break;
        }
        words = words.then(line.outline(last));
        if let Some(name) = lookup(line, first, last, words, lexicon).filter(|name| fits(name, line, first, last)) {
            let written = line.slice(first, last);
            let same_case =
                name.decoy || written.starts_with(name.spelling) || written.trim_end_matches('s') == name.spelling;
            found = Some(Hit {
                skill: name.skill,
                first,
                last,
                alias: name.alias,
                decoy: name.decoy,
                ambiguous: name.ambiguous,
                same_case,
            });
        }
        // Behind a version stands more of it, behind anything else no name goes on.
        if !words.last_letter().is_ascii_digit() && !names.may_begin_with(words) {
            break;
        }
    }
    found
}

/// Whether a name may run on over what stands between two words.
fn joins(between: &str) -> bool {
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(c), None) => c.is_whitespace() || matches!(c, '-' | '–' | '‑' | '_' | '.' | '/' | '&' | '\'' | '’' | '+'),
        // Over a comma only phrases that mean something else run on: "Java, Indonesia".
        _ => matches!(
            between,
            ", " | " & " | " - " | " / " | "  " | "\r\n" | " \n" | " + " | ". "
        ),
    }
}

/// The name that words `first` to `last` are: as they are, as a plural, or with a version behind it.
fn lookup<'l>(
    line: &Line<'_>,
    first: usize,
    last: usize,
    words: Outline,
    lexicon: &'l Lexicon<'_>,
) -> Option<Name<'l>> {
    let find = |words: Outline| lexicon.names.find(words, |known| line.begin_with(first, last, known));
    if let Some(name) = find(words) {
        return Some(name);
    }
    let ending = words.last.to_be_bytes();
    match ending[0] {
        b's' => {
            let stem = words.without(1);
            let found = find(stem).filter(|_| stem.length >= 2).or_else(|| {
                // The letters stand in the order of the ending, from the last on: "ies".
                let ies = ending.starts_with(b"sei").then(|| line.joined(first, last))?;
                lexicon.get(&format!("{}y", ies.strip_suffix("ies")?))
            })?;
            is_plural(&found, stem.length, line.written(last), lexicon).then_some(found)
        }
        b'0'..=b'9' => {
            let found = match ending.iter().take_while(|b| b.is_ascii_digit()).count() {
                digits @ 1..=MOST_TAKEN => find(words.without(digits)).filter(|_| words.length >= digits + 3),
                _ => {
                    let joined = line.joined(first, last);
                    let stem = joined.trim_end_matches(|c: char| c.is_ascii_digit());
                    lexicon.get(stem).filter(|_| stem.len() >= 3)
                }
            };
            found.filter(|name| !name.ambiguous && !lexicon.taxonomy.get(name.skill).kind.is_concept())
        }
        _ => None,
    }
}

/// Whether a name may have a plural, which without its "s" has `length` bytes and whose last word is `written` so.
fn is_plural(found: &Name<'_>, length: usize, written: &str, lexicon: &Lexicon<'_>) -> bool {
    let acronym = written
        .strip_suffix('s')
        .is_some_and(|w| w.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()));
    let kind = lexicon.taxonomy.get(found.skill).kind;
    // An ambiguous single word of these kinds is a product's name: several beams and oracles are none.
    let is_product = found.ambiguous
        && found.words == 1
        && matches!(
            kind,
            SkillKind::DataEngineering | SkillKind::Mlops | SkillKind::Database
        );
    let is_noun = kind.is_concept() && !is_product;
    acronym || (found.words > 1 || length > 3) && is_noun
}

/// "Open CV", "MS SQL": a short name with a blank in it, each part in capitals as the name has them. "My SQL" is somebody's own.
fn is_name_apart(name: &Name<'_>, line: &Line<'_>, first: usize, last: usize) -> bool {
    let begins_high = |i: usize| line.written(i).starts_with(|c: char| c.is_uppercase());
    let written: String = (first..=last).map(|i| line.written(i)).collect();
    line.form(first) != "my" && written == name.spelling && (first..=last).all(begins_high)
}

/// Whether words that have the joined form of a name are written in a way in which the name may be written.
fn fits(name: &Name<'_>, line: &Line<'_>, first: usize, last: usize) -> bool {
    for i in first + 1..=last {
        let between = line.before(i);
        // A stroke, an ampersand, a full stop join only where the name itself has them (CI/CD, W&B).
        for sign in ['/', '&', '+'] {
            if between.contains(sign) && !name.spelling.contains(sign) {
                return false;
            }
        }
        if between == ", " && !name.decoy && !name.spelling.contains(", ") {
            return false;
        }
        if between == ". " && !name.spelling.contains(". ") {
            return false;
        }
        // "LL.M." is a degree: short forms are not put together over a full stop.
        if between == "." && !name.spelling.contains('.') && name.spelling.len() < JOINED_LETTERS {
            return false;
        }
    }
    // "i Python" is "in Python" in the north and "and Python" in the east, and not IPython.
    let single = |i: usize| line.form(i).chars().count() == 1 && line.behind(i).contains(char::is_whitespace);
    if name.words == 1 && (first..last).any(single) {
        return false;
    }
    // One word in the taxonomy and several in the text, with blanks: only long ones are safe to join.
    let letters = || (first..=last).map(|i| line.form(i).chars().count()).sum::<usize>();
    let blanks = || (first + 1..=last).any(|i| line.before(i).contains(char::is_whitespace));
    let parts = last - first + 1;
    name.words >= parts || !blanks() || letters() >= JOINED_LETTERS || is_name_apart(name, line, first, last)
}

//! Levels in lists of names: a word before the colon ("Expert: Python, SQL"), before each name ("expert Python, basic SQL") or
//! behind it ("Python, expert", "Java, 5+ years", "SQL 3/5", "Scala for 2 years").

use super::line::Line;
use super::scan::Hit;
use crate::model::level_words::firm_level;
use crate::model::practice::{level_of_years, only_years};
use crate::model::scale::Level;
use crate::model::stated::{level_of_signs, stated_level};

/// Signs that part the items of a list.
const SIGNS: [char; 13] = [',', ';', ')', ']', '|', '\n', '）', '、', '，', '(', '•', '·', '；'];

/// The head of a list is looked for so many words before a name.
const REACH: usize = 60;

/// A head has at most so many words: "Advanced working knowledge", "5+ years of experience".
const HEAD: usize = 5;

/// A statement has at most so many characters.
const LONGEST: usize = 120;

/// What follows a name without a sign has at most so many bytes: "5+ years of professional experience".
const SAID: usize = 48;

/// Rows of stars, and words before names, are held against each other so many words either side.
const ROWS: usize = 20;

/// Where an item of a list ends that `text` begins with; a comma between digits is a decimal one.
pub(super) fn item_end(text: &str) -> usize {
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| text.as_bytes().get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let ends = |(at, sign): &(usize, &str)| *sign != "," || !is_digit(at.checked_sub(1)) || !is_digit(Some(at + 1));
    text.match_indices(SIGNS).find(ends).map_or(text.len(), |(at, _)| at)
}

/// The index of the word behind the item of a list that begins with word `first`: at most [`SAID`] words on, and maybe one too far.
fn item_end_word(line: &Line<'_>, first: usize) -> usize {
    // A comma without a blank may be a decimal one.
    let ends = |word: &usize| match line.before(*word) {
        " " | "," => false,
        between => between.contains(SIGNS),
    };
    let most = line.len().min(first + SAID);
    (first + 1..most).find(ends).unwrap_or(most)
}

/// As much of `text` as a statement may be long: a megabyte without a sign is not gone through for every name in it.
pub(super) fn clipped(text: &str) -> &str {
    match text.as_bytes().get(..LONGEST) {
        None => text,
        Some(bytes) if bytes.is_ascii() => &text[..LONGEST],
        Some(_) => &text[..text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at)],
    }
}

/// The words around a hit, among which longer rows of stars show of how many a shorter one is.
pub(super) fn around<'p>(line: &Line<'p>, hit: &Hit) -> &'p str {
    let last = line.len() - 1;
    let start = match hit.first.saturating_sub(ROWS) {
        0 => 0,
        word => line.start(word),
    };
    let end = match hit.last + ROWS {
        word if word >= last => line.text.len(),
        word => line.end(word),
    };
    &line.text[start..end]
}

/// Whether a text begins with a row of stars, so that each row belongs to the name behind it.
pub(super) fn begins_with_row(line: &Line<'_>) -> bool {
    let row = clipped(line.before(0));
    level_of_signs(row, row).is_some()
}

/// "Python 5/5, SQL 3/5", "Python, expert", "Java, 5+ years": what follows a name up to the next sign.
pub(super) fn behind(line: &Line<'_>, hit: &Hit, is_list: bool) -> Option<Level> {
    // In "Python 5/5" the name took the number for its version.
    let is_version = hit.last > hit.first && line.form(hit.last).bytes().all(|b| b.is_ascii_digit());
    said_behind(line, hit.last, is_list)
        .or_else(|| said_behind(line, hit.last.checked_sub(1).filter(|_| is_version)?, is_list))
}

/// What follows word `last`.
fn said_behind(line: &Line<'_>, last: usize, is_list: bool) -> Option<Level> {
    // Without a word of a level only digits state one, at once or behind one word ("with 4/5").
    let is_digit = |word: usize| line.signs(word).digit;
    if !is_digit(last + 1) && !is_digit(last + 2) && !line.may_state_level(last + 1..item_end_word(line, last + 1)) {
        return None;
    }
    let rest = &line.text[line.end(last)..];
    let (after_comma, rest) = match rest.trim_start().strip_prefix([',', '，']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest.strip_prefix(' ')?.trim_start()),
    };
    let ties = ["for ", "with ", "experience: "];
    let counts =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()) || ties.iter().any(|tie| rest.starts_with(tie));
    if !after_comma && !counts(rest) {
        return None;
    }
    let rest = clipped(rest);
    let said = &rest[..item_end(rest)];
    let said = said.split(" and ").next().unwrap_or(said).trim().trim_end_matches('.');
    let tied = ties.iter().find_map(|tie| said.strip_prefix(tie));
    let (is_tied, said) = (tied.is_some(), tied.unwrap_or(said));
    if said.len() > SAID {
        return None;
    }
    let begins_with_digit = said.starts_with(|c: char| c.is_ascii_digit());
    let may_count = begins_with_digit || after_comma || is_tied;
    let practice = || only_years(said).filter(|y| *y > 0.0).map(level_of_years);
    let points = || {
        let of_known = said
            .split_once('/')
            .is_some_and(|(_, of)| matches!(of.trim(), "5" | "10" | "100"));
        let is_share = of_known || is_list && said.ends_with('%');
        (begins_with_digit && is_share).then(|| stated_level(said)).flatten()
    };
    // "C, Basic, Pascal" are three languages.
    let word = || firm_level(said).filter(|_| after_comma && !said.to_lowercase().starts_with("basic"));
    may_count.then(|| practice().or_else(points).or_else(word))?
}

/// "Expert Python, basic SQL": a word before the name, where the item of the list is these two and, in running text, the
/// sentence begins so and has another such word; "advanced image processing" and "algorithms, advanced Python" are courses.
pub(super) fn qualified(line: &Line<'_>, hit: &Hit, is_list: bool) -> Option<Level> {
    let ends = hit.last + 1 >= line.len()
        || !line.behind(hit.last).trim().is_empty()
        || matches!(line.form(hit.last + 1), "and" | "but" | "with" | "plus");
    let first = hit
        .first
        .checked_sub(1)
        .filter(|_| ends && line.before(hit.first) == " ")?;
    let level = firm_level(line.form(first))?;
    let begins = |i: usize| i == 0 || line.before(i).contains(SIGNS) || line.begins_sentence(i);
    let is_item = begins(first) || first > 0 && matches!(line.form(first - 1), "and" | "but");
    if !is_item {
        return None;
    }
    let sentence = line.sentence[first];
    let start = line.sentence.partition_point(|s| *s < sentence);
    let is_firm = |i: usize| line.sentence[i] == sentence && firm_level(line.form(i)).is_some();
    let near = first.saturating_sub(ROWS)..line.len().min(hit.last + ROWS);
    let all_qualified = || is_firm(start) && near.into_iter().any(|i| i != first && is_firm(i));
    (is_list || all_qualified()).then_some(level)
}

/// "Expert: Python, SQL", "Advanced (Java, Scala)": a level as the head of a list holds up to the end of the clause.
pub(super) fn headed(line: &Line<'_>, hit: &Hit, is_list: bool) -> Option<Level> {
    let mut closed = 0;
    if !line.has_heads {
        return None;
    }
    for at in (hit.first.saturating_sub(REACH)..hit.first).rev() {
        if line.sentence[at] != line.sentence[hit.first] {
            return None;
        }
        let between = line.behind(at);
        if between == " " {
            continue;
        }
        // "Languages (expert): Python": the bracket belongs to the head.
        let after_bracket = between.trim_start_matches([')', ']', ' ']);
        let colon = after_bracket.starts_with([':', '：']);
        if between.contains([')', ']']) && !colon {
            closed += 1;
        }
        let opens = between.contains(['(', '[']);
        if opens && closed > 0 {
            closed -= 1;
            continue;
        }
        let dash = [" - ", " – ", " — "].contains(&between);
        if closed > 0 || !(opens || colon || dash) {
            continue;
        }
        let level = head(line, at, is_list);
        if level.is_some() || colon {
            return level;
        }
    }
    None
}

/// The level that the head states whose last word is `last`.
fn head(line: &Line<'_>, last: usize, is_list: bool) -> Option<Level> {
    let begins = |i: usize| {
        let before = line.before(i);
        line.begins_sentence(i) || before.contains(SIGNS) || before.contains([':', '.']) || before.contains(" - ")
    };
    let first = (last.saturating_sub(HEAD - 1)..=last).rev().find(|i| begins(*i))?;
    let said = line.slice(first, last);
    let practice = || only_years(said).filter(|y| *y > 0.0).map(level_of_years);
    // Words that mean other things too ("Lead: Ada") count only where skills are listed.
    firm_level(said)
        .or_else(practice)
        .or_else(|| stated_level(said).filter(|_| is_list))
}

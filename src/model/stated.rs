//! Proficiency levels as people state them: words, percentages, points, rows of stars, years.

use crate::model::level_words::{self, level_of_words, plain};
use crate::model::practice::{self, MONTH, bare_years, level_of_years, number, only_years, years};
use crate::model::scale::Level;
use crate::text::memo::{Memo, remembered};
use std::borrow::Cow;
use std::cell::RefCell;

/// What a number counts that has no unit beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Points of 5, of 10 or of 100, whichever is the first scale that the number fits.
    Points,
    /// Points of so many; a number below 1 is a share of them.
    PointsOf(f64),
    /// Years of practice.
    Years,
    /// Months of practice.
    Months,
}

/// A statement has at most so many parts ("expert, 10 years, used daily"); what has more is a list of something else.
const PARTS: usize = 4;

/// What stands between parts, beside single signs; replaced in this order.
const BETWEEN: [&str; 9] = [" to ", " or ", " bis ", " und ", " and ", " with ", "->", "-to-", ". "];

/// The words that a part may begin with which stands beside a level and states none: "advanced, used daily".
const REMARKS: [&str; 10] = [
    "daily",
    "used",
    "use",
    "using",
    "certified",
    "self-taught",
    "since",
    "currently",
    "active",
    "passive",
];

/// The words in ASCII of which one stands in every statement of a level or of years that has neither digits nor signs and is
/// not mistyped; the first words of longer phrases.
pub fn words_of_levels() -> impl Iterator<Item = &'static str> {
    let first = |phrase: &'static str| phrase.split([' ', '-']).next();
    let words = level_words::words().chain(practice::units());
    words.filter(|word| word.is_ascii()).filter_map(first)
}

/// The level that `text` states, if it says something and nothing else.
///
/// Understands words ("Advanced", "familiar with"), shares ("80%", "4/5", a bare 90), rows of signs ("★★★☆☆") and years
/// ("10+ years").
pub fn stated_level(text: &str) -> Option<Level> {
    stated_as(text, Measure::Points)
}

/// The level that `text` states in a field where a bare number counts `measure`.
pub fn stated_as(text: &str, measure: Measure) -> Option<Level> {
    // A single word is none of the longer forms.
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase()) {
        return level_of_words(text);
    }
    if measure == Measure::Points {
        return remembered(&STATED, text, |text| any_as(text, measure));
    }
    any_as(text, measure)
}

thread_local! {
    /// What is known of texts as they come again from resume to resume: a few dozen words for levels, and names beside them.
    static STATED: RefCell<Memo<Option<Level>>> = const { RefCell::new(Memo::new(1024)) };
    static DENIES: RefCell<Memo<bool>> = const { RefCell::new(Memo::new(1024)) };
}

/// Longer texts, in bytes, state no level, and are gone through no further: nobody needs a page for one.
const LONGEST: usize = 400;

/// As much of a text as may state a level.
fn clipped(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

fn any_as(text: &str, measure: Measure) -> Option<Level> {
    let text = clipped(text);
    if let Some(row) = row_of_signs(text) {
        return level_of_row(row, FIVE);
    }
    let text = plain(text);
    single(&text, measure)
        .or_else(|| several(&text, measure))
        .or_else(|| of_practice(&text))
}

/// Whether `text`, beside a skill, says that the skill is not there: "none", "no experience", "want to learn", 0, "0/5".
pub fn denies(text: &str) -> bool {
    remembered(&DENIES, text, says_none)
}

fn says_none(text: &str) -> bool {
    let text = plain(clipped(text));
    let text = text.trim_end_matches(['.', '!']).trim();
    let row = row_of_signs(text);
    let words = [
        "none",
        "no",
        "no experience",
        "n/a",
        "zero",
        "never",
        "never used",
        "not used",
        "not yet",
        "want to learn",
        "to learn",
        "planned",
        "wishlist",
        "no knowledge",
        "keine",
        "keine kenntnisse",
        "keine erfahrung",
        "aucun",
        "aucune",
        "ninguno",
        "ninguna",
        "nenhum",
        "nessuna",
        "нет",
        "无",
        "なし",
        "없음",
        "false",
    ];
    words.contains(&text)
        || text.starts_with("none,")
        || row.is_some_and(|row| row.full == 0.0)
        || percent(text, Measure::Points) == Some(0.0)
        || years(text) == Some(0.0)
}

/// One statement and nothing else.
fn single(text: &str, measure: Measure) -> Option<Level> {
    let text = text.trim();
    let bare = match measure {
        Measure::Years => bare_years(text, 1.0),
        Measure::Months => bare_years(text, MONTH),
        Measure::Points | Measure::PointsOf(_) => None,
    };
    bare.or_else(|| only_years(text).filter(|y| *y > 0.0))
        .map(level_of_years)
        .or_else(|| percent(text, measure).and_then(level_of_percent))
        .or_else(|| level_of_words(text))
}

/// Years with whatever follows them: "couple years of experience due to circumstances".
fn of_practice(text: &str) -> Option<Level> {
    years(text).filter(|y| *y > 0.0).map(level_of_years)
}

/// "Expert (10 years)", "Intermediate to advanced", "4 - good": every part states a level or remarks on it.
fn several(text: &str, measure: Measure) -> Option<Level> {
    // What stands in brackets explains what stands before them.
    if let Some((head, _)) = text.split_once('(').filter(|_| text.ends_with(')')) {
        return single(head, measure).filter(|_| !head.trim().is_empty());
    }
    let mut spread = Cow::Borrowed(text);
    for between in BETWEEN {
        if spread.contains(between) {
            spread = spread.replace(between, ",").into();
        }
    }
    let parts = || {
        let parts = spread.split([',', ';', '|', '/', '-', '–', '—', ':', '&', '→', '~', '·', '•']);
        parts.map(str::trim).filter(|part| !part.is_empty())
    };
    if !(2..=PARTS).contains(&parts().take(PARTS + 1).count()) {
        return None;
    }
    let remark = |part: &str| REMARKS.iter().any(|word| part.starts_with(word));
    let said = |part: &str| single(part, measure).or_else(|| of_practice(part));
    // "7/5" is no share, and no two numbers either.
    if text.contains('/') && parts().all(|part| number(part).is_some_and(|(_, rest)| rest.is_empty())) {
        return None;
    }
    if !parts().all(|part| remark(part) || said(part).is_some()) {
        return None;
    }
    // Of two levels the lower one: "intermediate to advanced" vouches for intermediate only. Years beside a word explain it.
    let words = parts().filter(|part| years(part).is_none()).filter_map(said).min();
    words.or_else(|| parts().filter_map(said).min())
}

/// The share of the scale that `text` states, in percent: "80%", "4/5", "3 von 5", "level 4", "4 stars".
fn percent(text: &str, measure: Measure) -> Option<f64> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "~≈>≥*()[].+".contains(c));
    let of_five = [
        "level:",
        "level",
        "lvl",
        "stufe",
        "niveau",
        "nivel",
        "livello",
        "poziom",
        "уровень",
    ];
    let text = of_five.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let (count, rest) = number(text.trim_start().trim_start_matches("ca. "))?;
    let rest = rest.trim_start_matches('+').trim();
    let unit = |text: &str, units: &[&str]| units.contains(&text.trim_start_matches('-').trim());
    let stars = |text: &str| {
        unit(
            text,
            &[
                "",
                "stars",
                "star",
                "points",
                "point",
                "pts",
                "sterne",
                "punkte",
                "estrellas",
                "etoiles",
            ],
        )
    };
    if unit(rest, &["%", "percent", "per cent", "pct", "prozent"]) {
        return Some(count);
    }
    if stars(rest) {
        return Some(match measure {
            Measure::Years | Measure::Months => return None,
            Measure::PointsOf(_) if count < 1.0 => count * 100.0,
            Measure::PointsOf(most) => 100.0 * count / most,
            // 1 of 5 and 1 of 10 are both beginners, so a bare small number is read on the scale that it fits.
            Measure::Points => match count {
                n if n < 1.0 => n * 100.0,
                n if n <= 5.0 => n * 20.0,
                n if n <= 10.0 => n * 10.0,
                n => n,
            },
        });
    }
    let of = ["/", "out of ", "of ", "von ", "sur ", "de ", "di ", "van ", "из ", "z "];
    let (most, behind) = of.iter().find_map(|of| number(rest.strip_prefix(of)?.trim_start()))?;
    // More than a hundred is no scale but a year, as in 05/2019.
    let fits = most > 0.0 && most <= 100.0 && count <= most && stars(behind.trim());
    fits.then(|| count / most * 100.0)
}

/// A share of the scale: up to 40 % beginner, under 70 % intermediate, under 90 % advanced, above expert.
fn level_of_percent(percent: f64) -> Option<Level> {
    Some(match percent {
        p if p <= 0.0 || p > 100.0 => return None,
        p if p <= 40.0 => Level::Beginner,
        p if p < 70.0 => Level::Intermediate,
        p if p < 90.0 => Level::Advanced,
        _ => Level::Expert,
    })
}

/// A row of full and empty signs.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    full: f64,
    empty: f64,
}

const FULL: &str = "★⭐●■⬤◆▰▮█▓◉✦✭⚫⬛🌟🟢🔵🟩🟦";
const EMPTY: &str = "☆○□◯◇▱▯░▒◌✧✩⚪⬜🔘";

/// Rows without an empty sign are of five, unless a longer one stands beside them.
const FIVE: f64 = 5.0;

/// Whether rows of this sign state levels.
pub fn is_sign(c: char) -> bool {
    !c.is_ascii() && (FULL.contains(c) || EMPTY.contains(c))
}

/// The level that the row of signs in `text` states, which holds nothing else: "★★★★☆", "●●○○○". One sign alone is a bullet.
/// In `beside`, the text around, the longest row shows of how many "★★" is.
pub fn level_of_signs(text: &str, beside: &str) -> Option<Level> {
    let row: String = text.chars().filter(|c| is_sign(*c)).collect();
    let row = row_of_signs(&row).filter(|row| row.full + row.empty >= 2.0)?;
    let rows = beside.split(|c: char| !is_sign(c));
    let longest = rows
        .filter_map(row_of_signs)
        .map(|row| row.full + row.empty)
        .fold(FIVE, f64::max);
    level_of_row(row, longest)
}

fn level_of_row(row: Row, longest: f64) -> Option<Level> {
    let of = if row.empty > 0.0 {
        row.full + row.empty
    } else {
        longest.max(row.full)
    };
    level_of_percent(100.0 * row.full / of)
}

/// The row that `text` is; `None` where it holds anything else. Asterisks are stars too where nothing else stands.
fn row_of_signs(text: &str) -> Option<Row> {
    let mut row = Row { full: 0.0, empty: 0.0 };
    for c in text.chars() {
        match c {
            c if FULL.contains(c) || c == '*' => row.full += 1.0,
            c if EMPTY.contains(c) => row.empty += 1.0,
            '½' => row.full += 0.5,
            // What selects the coloured form of a star.
            '\u{FE0E}' | '\u{FE0F}' | ' ' => {}
            _ => return None,
        }
    }
    (row.full + row.empty > 0.0).then_some(row)
}

#[cfg(test)]
#[path = "stated_tests.rs"]
mod tests;

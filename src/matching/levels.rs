//! The level that the words around a name state: "expert in Python", "SQL - advanced", "five years of Java", "●●●○○ Rust".

use super::cues::FoundCues;
use super::level_lists;
use super::line::Line;
use super::scan::Hit;
use super::vocabulary::Kinds;
use crate::model::candidate::{Form, Section};
use crate::model::level_words::firm_level;
use crate::model::practice::{level_of_years, years};
use crate::model::scale::Level;
use crate::model::stated::{level_of_signs, stated_level};

/// A statement of a level may stand so many words before the last name of a list that it is about.
const REACH: usize = 30;

/// A word for a lesson stands so many words before the last one of a statement.
const LESSON: usize = 4;

/// So many words may stand between a statement and a name beside other names: "proficient in frameworks such as PyTorch".
const STRANGE: usize = 2;

/// What is measured in years.
const YEARS: [&str; 8] = ["years", "year", "yrs", "yr", "jahre", "años", "anos", "ans"];

/// Whether a statement in such a text is about the person: in titles of courses and papers "advanced" belongs to the title.
pub(super) fn may_state(section: Section, form: Form) -> bool {
    let about_others = matches!(
        section,
        Section::Education | Section::Certificate | Section::Award | Section::Publication
    );
    !about_others && form != Form::Title && form != Form::Group
}

/// The level that is stated of a hit; `named` tells which words are part of a name.
pub(super) fn of(line: &Line<'_>, hit: &Hit, named: &[bool], cues: &FoundCues, is_list: bool) -> Option<Level> {
    // Most entries of lists are a name and nothing else.
    if line.start(hit.first) == 0 && line.end(hit.last) == line.text.len() && !line.signs(hit.last).digit {
        return None;
    }
    // Most running text has no word for a level; a mistyped one counts only right beside the name.
    let has_words = is_list || line.has_signs || line.may.holds(Kinds::STATES_LEVEL);
    behind(line, hit)
        .or_else(|| level_lists::behind(line, hit, is_list))
        .or_else(|| beside(line, hit, is_list))
        .or_else(|| has_words.then(|| level_lists::qualified(line, hit, is_list))?)
        .or_else(|| before(line, hit, named, cues))
        .or_else(|| (has_words || line.has_numbers).then(|| level_lists::headed(line, hit, is_list))?)
}

/// What stands behind a name, set off by a sign: "Python (expert)", "SQL: advanced", "Scala - 2 years"; up to the next sign of
/// a list.
pub(super) fn remark<'p>(line: &Line<'p>, hit: &Hit) -> Option<&'p str> {
    let rest = &line.text[line.end(hit.last)..];
    // Behind nearly every name the text goes on.
    if matches!(rest.as_bytes(), [] | [b',', ..] | [b' ', b'a'..=b'z' | b'A'..=b'Z', ..]) {
        return None;
    }
    // "Python 3.11 (expert)": the name took a part of the version.
    let minor = rest
        .strip_prefix('.')
        .filter(|minor| minor.starts_with(|c: char| c.is_ascii_digit()));
    let rest = minor.map_or(rest, |minor| {
        minor.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
    });
    let rest = rest.trim_start();
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let opens = ['(', '[', ':', '：', '（', '-', '–', '—', '|', '=', '★', '●', '☆', '○'];
    if !rest.starts_with(opens) && !rest.starts_with("...") {
        return None;
    }
    let said = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '>' | '<' | '~'));
    let said = level_lists::clipped(said);
    Some(said[..level_lists::item_end(said)].trim())
}

/// The level that the remark behind a name states, or a row of signs: "PHP ●○○○○".
fn behind(line: &Line<'_>, hit: &Hit) -> Option<Level> {
    let rest = line.text[line.end(hit.last)..].trim_start();
    // "★★★ Python ★★ Java": the row behind belongs to the next name.
    if line.has_signs && !rest.starts_with(',') && !level_lists::begins_with_row(line) {
        let signs: String = rest.chars().take_while(|c| !c.is_alphanumeric() || *c == '½').collect();
        if let Some(level) = level_of_signs(&signs, level_lists::around(line, hit)) {
            return Some(level);
        }
    }
    let said = remark(line, hit)?;
    // "A: 4" may be anything; without brackets only words and years state a level.
    let bare = said.parse::<f64>().is_ok() && !rest.starts_with(['(', '[']);
    stated_level(said).filter(|_| !bare)
}

/// "Basic Python", "advanced Tableau user", "my Scala is intermediate", "●●●●○ SQL".
fn beside(line: &Line<'_>, hit: &Hit, is_list: bool) -> Option<Level> {
    let before = line.before(hit.first);
    if line.has_signs
        && (hit.first == 0 || level_lists::begins_with_row(line))
        && let Some(level) = level_of_signs(before, level_lists::around(line, hit))
    {
        return Some(level);
    }
    let word = |at: usize| {
        line.get(at)
            .filter(|_| line.sentence.get(at) == line.sentence.get(hit.last))
    };
    let user = || word(hit.last + 1).is_some_and(|w| matches!(w, "user" | "skills" | "knowledge" | "programmer"));
    if hit.first > 0
        && before == " "
        && (is_list && hit.first == 1 || user())
        && let Some(adjective) = stated_level(line.form(hit.first - 1))
    {
        return Some(adjective);
    }
    let is = word(hit.last + 1).is_some_and(|w| matches!(w, "is" | "are" | "at"));
    let said = hit.last + 1 + usize::from(is);
    let ends = line.behind(said.min(line.len() - 1)).starts_with([',', '.', ';', ')'])
        || said + 1 >= line.len()
        || word(said + 1).is_some_and(|w| matches!(w, "and" | "but" | "with" | "level"));
    let close = line.behind(hit.last) == " ";
    word(said)
        .filter(|_| ends && close)
        .and_then(|w| if is || is_list { stated_level(w) } else { firm_level(w) })
        .filter(|_| !line.form(said).starts_with(|c: char| c.is_ascii_digit()))
}

/// "Expert in Python and SQL", "5+ years of Java": the nearest statement before the name, with nothing but names in between.
fn before(line: &Line<'_>, hit: &Hit, named: &[bool], cues: &FoundCues) -> Option<Level> {
    let mut strange = 0;
    let reach = hit.first.saturating_sub(REACH)..hit.first;
    if !cues.state_levels && !line.may_state_level(reach.clone()) {
        return None;
    }
    for at in reach.rev() {
        if line.sentence[at] != line.sentence[hit.first] {
            return None;
        }
        if let Some(level) = cues.level_ending_at(at) {
            // "Learned the basics of Kubernetes" tells of a day, not of a level.
            let is_lesson =
                (at.saturating_sub(LESSON)..at).any(|i| matches!(line.form(i), "learned" | "learnt" | "learning"));
            return Some(level).filter(|_| !is_lesson);
        }
        let form = line.form(at);
        if YEARS.contains(&form) || form == "months" && line.form(at + 1) == "of" {
            return years_before(line, at);
        }
        strange += usize::from(!named[at] && !line.kinds[at].holds(Kinds::TIES));
        if strange > STRANGE {
            return None;
        }
    }
    None
}

/// The number before the word "years": "5+ years", "over five years", "1.5 years", "3-5 years", "less than a year".
fn years_before(line: &Line<'_>, at: usize) -> Option<Level> {
    let word = |i: usize| line.form(i);
    let is_digits = |i: usize| word(i).bytes().all(|b| b.is_ascii_digit());
    let mut first = at.checked_sub(1)?;
    // "Twice a year" is no span, "less than a year" is.
    let is_one = matches!(word(first), "a" | "an");
    if !matches!(line.behind(first).trim(), "" | "+" | "-" | "'") {
        return None;
    }
    let decimal = |i: usize| i > 0 && is_digits(i) && is_digits(i - 1) && matches!(line.before(i), "." | ",");
    first -= usize::from(decimal(first));
    let range = match first {
        0 => 0,
        i if is_digits(i) && is_digits(i - 1) && matches!(line.before(i).trim(), "-" | "–") => 1,
        1 => 0,
        i if matches!(word(i - 1), "to" | "bis") && is_digits(i) && is_digits(i - 2) => 2,
        _ => 0,
    };
    first -= range;
    first -= usize::from(range > 0 && decimal(first));
    let bound = match first {
        0 => 0,
        i if matches!(word(i - 1), "under" | "unter" | "half") => 1,
        1 => 0,
        i if word(i - 1) == "than" && matches!(word(i - 2), "less" | "fewer") => 2,
        _ => 0,
    };
    if is_one && bound == 0 {
        return None;
    }
    let below = if line.before(first).trim_end().ends_with('<') {
        "<"
    } else {
        ""
    };
    years(&format!("{below}{}", line.slice(first - bound, at)))
        .filter(|years| *years > 0.0)
        .map(level_of_years)
}

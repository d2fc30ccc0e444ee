//! Words that have the form of a name and are part of another one: places, companies, quantities, other short forms.

use super::lexicon::Lexicon;
use super::line::Line;
use super::scan::Hit;
use crate::model::skill::SkillKind;

/// Names of places and companies, quantities, and short forms that the text itself explains otherwise.
pub(super) fn names_something_else(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    let written = line.slice(hit.first, hit.last);
    let capital = written.starts_with(char::is_uppercase);
    let tail = (hit.last + 1 < line.len() && line.behind(hit.last) == " ").then_some(hit.last + 1);
    let written_tail = |word: usize| line.written(word).starts_with(char::is_uppercase);
    if capital && tail.is_some_and(|word| written_tail(word) && lexicon.is_name_tail(line.form(word))) {
        return true;
    }
    if capital && (follows_title(line, hit) || is_employer(line, hit, lexicon)) {
        return true;
    }
    // "50 ml flask": a quantity.
    if written == "ml" && hit.first > 0 && line.signs(hit.first - 1).number && line.before(hit.first).trim().is_empty()
    {
        return true;
    }
    is_explained_otherwise(line, hit, lexicon)
}

/// "Mr. Jenkins", "Senator Jenkins".
fn follows_title(line: &Line<'_>, hit: &Hit) -> bool {
    const TITLES: [&str; 14] = [
        "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "senator", "judge", "herr", "frau", "señor", "señora",
        "monsieur",
    ];
    let spaced = || matches!(line.before(hit.first), " " | ". ");
    hit.first > 0 && spaced() && TITLES.contains(&line.form(hit.first - 1))
}

/// "Receptionist at Hugging Face": who works at a product works at its maker. "Good at Tableau" is something else.
fn is_employer(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    const ABLE: [&str; 18] = [
        "good",
        "great",
        "excellent",
        "adept",
        "proficient",
        "skilled",
        "expert",
        "experienced",
        "looked",
        "looking",
        "look",
        "best",
        "better",
        "strong",
        "fluent",
        "advanced",
        "quick",
        "competent",
    ];
    let word = |at: usize| line.form(at);
    let kind = lexicon.taxonomy.get(hit.skill).kind;
    let product = kind.is_product() && kind != SkillKind::Language || kind == SkillKind::DataEngineering;
    let post = || hit.first > 1 && !ABLE.contains(&word(hit.first - 2)) && line.before(hit.first - 1) == " ";
    let at = || word(hit.first - 1) == "at" && line.before(hit.first) == " ";
    product && hit.first > 0 && at() && (hit.first == 1 || post())
}

/// How far behind a short form its explanation may begin, in words: "PCA rework (printed circuit assembly)".
const EXPLAINED_WITHIN: usize = 2;

/// "AWS (automatic weather stations)", "printed circuit assembly (PCA)": words with its initials that have nothing to do with
/// the skill.
fn is_explained_otherwise(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    let written = line.slice(hit.first, hit.last);
    let count = written.len();
    if hit.first != hit.last || !(2..=5).contains(&count) || !written.bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let spells = |from: usize| {
        let words = from..from + count;
        let begins = |(i, c): (usize, char)| line.form(i).starts_with(c.to_ascii_lowercase());
        let initials = words.end <= line.len() && words.clone().zip(written.chars()).all(begins);
        initials.then_some(words)
    };
    let opens = (hit.last..hit.last + EXPLAINED_WITHIN).find(|i| *i < line.len() && line.behind(*i).contains('('));
    let behind = opens.and_then(|i| spells(i + 1).filter(|_| line.behind(i + count).contains(')')));
    let before = (line.before(hit.first).ends_with('(') && hit.first >= count).then(|| spells(hit.first - count));
    let Some(words) = behind.or(before.flatten()) else {
        return false;
    };
    !words
        .into_iter()
        .any(|word| lexicon.speaks_of(hit.skill, line.form(word)))
}

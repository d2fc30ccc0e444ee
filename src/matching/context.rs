//! Decides about each hit: other meanings, negation, wishes, other people, and company for common words.

use super::cues::FoundCues;
use super::lexicon::Lexicon;
use super::line::{Line, is_in_capitals};
use super::other_meaning::names_something_else;
use super::scan::Hit;
use super::{Setting, Verdict, levels};
use crate::model::reading::Reason;
use crate::model::skill::SkillKind;
use crate::model::stated::denies;

/// A technical word this near, in words, shows what an ambiguous one means.
const NEAR: usize = 6;

/// Company is looked for so many words either side: a longer sentence is a list without full stops.
const SENTENCE: usize = 40;

/// Words that may stand beside a name in a list without changing it.
const QUALIFIERS: [&str; 27] = [
    "a",
    "bit",
    "of",
    "some",
    "little",
    "programming",
    "language",
    "languages",
    "scripting",
    "lang",
    "script",
    "code",
    "coding",
    "framework",
    "library",
    "the",
    "basic",
    "advanced",
    "core",
    "etc",
    "api",
    "basics",
    "fundamentals",
    "beginner",
    "intermediate",
    "expert",
    "proficient",
];

/// The verdicts, one for each hit.
pub(super) fn judge(
    line: &Line<'_>,
    hits: &[Hit],
    cues: &FoundCues,
    setting: Setting,
    lexicon: &Lexicon<'_>,
) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = hits.iter().map(|hit| plain(line, hit, cues, lexicon)).collect();
    // A common word is safe in the company of one that is sure; from left to right and back, so that lists carry on.
    let open: Vec<usize> = (0..hits.len())
        .filter(|i| verdicts[*i].is_ok() && hits[*i].ambiguous)
        .collect();
    for &i in &open {
        verdicts[i] = Err(Reason::NoCompany.into());
    }
    for &i in open.iter().chain(open.iter().rev()) {
        if verdicts[i].is_err() && has_company(line, hits, i, &verdicts, setting, lexicon) {
            verdicts[i] = Ok(());
        }
    }
    verdicts
}

/// Among the languages that people speak only programming languages count, the ambiguous ones as whole entries: nobody speaks C.
pub(super) fn languages_only(line: &Line<'_>, hits: &[Hit], lexicon: &Lexicon<'_>) -> Vec<Verdict> {
    let whole = |hit: &Hit| hit.same_case && hit.first == 0 && hit.last + 1 == line.len();
    let counts = |hit: &Hit| {
        let language = lexicon.taxonomy.get(hit.skill).kind == SkillKind::Language;
        language && !hit.decoy && (!hit.ambiguous || whole(hit))
    };
    hits.iter()
        .map(|hit| {
            if counts(hit) {
                Ok(())
            } else {
                Err(Reason::OtherMeaning.into())
            }
        })
        .collect()
}

fn plain(line: &Line<'_>, hit: &Hit, cues: &FoundCues, lexicon: &Lexicon<'_>) -> Verdict {
    if hit.decoy || names_something_else(line, hit, lexicon) {
        return Err(Reason::OtherMeaning.into());
    }
    if levels::remark(line, hit).is_some_and(denies) {
        return Err(Reason::Negated.into());
    }
    match cues.about(line, hit.first, hit.last) {
        // "Trained by a Kubeflow pipeline", "used by the Spark jobs": only deeds can be somebody else's, tools cannot.
        Some(o) if o.reason == Reason::Others && lexicon.taxonomy.get(hit.skill).kind.is_technical() => Ok(()),
        Some(objection) => Err(objection),
        None => Ok(()),
    }
}

fn has_company(
    line: &Line<'_>,
    hits: &[Hit],
    i: usize,
    verdicts: &[Verdict],
    setting: Setting,
    lexicon: &Lexicon<'_>,
) -> bool {
    let hit = &hits[i];
    if is_glued(line, hit) {
        return false;
    }
    if setting == Setting::List && is_whole_item(line, hit) {
        return true;
    }
    if is_acronym(line, hit) {
        return true;
    }
    let is_whole = hit.first == 0 && hit.last + 1 == line.len();
    // Of one or two letters everything is something in lower case: "r" and "go" never are the languages there.
    let long = line.slice(hit.first, hit.last).chars().count() > 2;
    if (hit.same_case || long) && company_words(line, hit, lexicon) {
        return true;
    }
    let kind = lexicon.taxonomy.get(hit.skill).kind;
    if setting == Setting::Group && is_whole && hit.same_case && kind.is_product() {
        return true;
    }
    let concept = kind.is_concept();
    if !hit.same_case && !concept && !long {
        return false;
    }
    let sure = |j: usize| verdicts[j].is_ok() && lexicon.taxonomy.get(hits[j].skill).kind.is_technical();
    let beside = |j: usize| sure(j) && is_enumeration(line, hits, i.min(j), i.max(j), hit.same_case);
    if i > 0 && beside(i - 1) || i + 1 < hits.len() && beside(i + 1) {
        return true;
    }
    if !hit.same_case {
        return false;
    }
    if is_written_in(line, hit, lexicon)
        || is_capital_inside(line, hit, lexicon)
        || is_whole && setting == Setting::Deed
    {
        return true;
    }
    // Product names near a word that is written with a capital in the middle of a sentence: "wrote Go services on AWS".
    let product = |j: usize| {
        let kind = lexicon.taxonomy.get(hits[j].skill).kind;
        let near = hits[j].first.abs_diff(hit.last).min(hit.first.abs_diff(hits[j].last)) <= NEAR;
        j != i && sure(j) && near && line.sentence[hits[j].first] == line.sentence[hit.first] && kind.is_product()
    };
    let around = i.saturating_sub(NEAR)..hits.len().min(i + NEAR + 1);
    !line.begins_sentence(hit.first) && around.into_iter().any(product)
}

/// "Deployed a BERT classifier": a name in capitals among words that are not is no Bert.
fn is_acronym(line: &Line<'_>, hit: &Hit) -> bool {
    const SHORTEST: usize = 4;
    let written = line.slice(hit.first, hit.last);
    hit.same_case && hit.first == hit.last && written.len() >= SHORTEST && is_in_capitals(written) && !line.is_shouted()
}

/// Words before "on" that make what follows something to run on: "runs on Spark".
const RUNNING: [&str; 8] = ["runs", "run", "ran", "running", "built", "hosted", "deployed", "based"];

/// "wrote scripts in R", "built using Dash", "runs on Spark": a tool behind a word that tools stand behind, with nothing else behind it.
fn is_written_in(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    let kind = lexicon.taxonomy.get(hit.skill).kind;
    let word = |i: usize| line.form(i);
    let leads = hit.first > 0
        && line.before(hit.first) == " "
        && match word(hit.first - 1) {
            "in" | "using" | "used" | "via" | "en" | "em" => kind.is_technical(),
            // "With Ray", "with Julia" may be people.
            "with" | "mit" | "con" => kind == SkillKind::Language,
            "on" if hit.first > 1 => kind.is_technical() && RUNNING.contains(&word(hit.first - 2)),
            _ => false,
        };
    let ends = match line.get(hit.last + 1) {
        None => true,
        Some(next) => {
            let between = line.behind(hit.last);
            let goes_on = [
                "and", "or", "on", "for", "at", "to", "plus", "as", "so", "because", "but", "under", "via", "with",
                "now", "today",
            ];
            line.sentence[hit.last + 1] != line.sentence[hit.last]
                || between.starts_with([',', ')', ';', ':'])
                || between.starts_with(" (")
                || between == " " && goes_on.contains(&next)
        }
    };
    leads && ends
}

/// "I use React daily": a common word with a capital in the middle of a sentence, and no capitals beside it that would make
/// a title or a company of it.
fn is_capital_inside(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    let capital = |i: usize| line.written(i).starts_with(char::is_uppercase);
    let common = lexicon.is_common_word(line.form(hit.first));
    let before = hit.first > 0 && !capital(hit.first - 1) && line.before(hit.first).trim().is_empty();
    let behind = hit.last + 1 >= line.len() || line.behind(hit.last) != " " || !capital(hit.last + 1);
    common && capital(hit.first) && !line.begins_sentence(hit.first) && before && behind
}

/// R&D, C-level, R's, Go-live: short names that touch another word are parts of it.
fn is_glued(line: &Line<'_>, hit: &Hit) -> bool {
    let written = line.slice(hit.first, hit.last);
    let short = written.chars().count() <= 2;
    let sign = |c: char| matches!(c, '&' | '-' | '\'' | '’' | '.' | '*' | '_' | '‑');
    let touches = |between: &str| between.chars().count() == 1 && between.starts_with(sign);
    // "R+D" is no R, "R+Python" is.
    let plus = hit.last + 1 < line.len() && line.behind(hit.last) == "+" && line.form(hit.last + 1).len() == 1;
    let behind = hit.last + 1 < line.len() && touches(line.behind(hit.last)) || plus;
    let before = hit.first > 0 && touches(line.before(hit.first));
    let spaced = |between: &str| between.trim() == "&" && short;
    let and = hit.last + 1 < line.len() && spaced(line.behind(hit.last)) && line.form(hit.last + 1).len() == 1;
    // A longer name only stands for itself before a hyphen ("Spark-based"), not behind a stroke of letters.
    (short && (behind || before)) || and
}

/// Whether the hit is all that stands between two signs of a list, but for versions and qualifiers.
fn is_whole_item(line: &Line<'_>, hit: &Hit) -> bool {
    let is_sign = |between: &str| {
        between.contains([
            ',', ';', '/', '|', '(', ')', '·', '•', '\n', ':', '[', ']', '&', '+', '、', '，',
        ])
    };
    let is_and = |i: usize| matches!(line.form(i), "and" | "or" | "y" | "und" | "et");
    let passes = |i: usize| {
        let form = line.form(i);
        QUALIFIERS.contains(&form) || is_version(form)
    };
    let mut start = hit.first;
    while start > 0 && !is_sign(line.before(start)) && !is_and(start - 1) {
        if !passes(start - 1) {
            return false;
        }
        start -= 1;
    }
    let mut end = hit.last;
    while end + 1 < line.len() && !is_sign(line.behind(end)) && !is_and(end + 1) {
        if !passes(end + 1) {
            return false;
        }
        end += 1;
    }
    true
}

/// "3", "19c", "v2", and what is behind the full stop of "2.x".
fn is_version(form: &str) -> bool {
    let digits = form.trim_start_matches('v').trim_end_matches(['x', 'c', 'g', 'i']);
    digits.bytes().all(|b| b.is_ascii_digit()) && form.len() <= digits.len() + 1
}

/// Whether one of the skill's own company words stands in the same sentence.
fn company_words(line: &Line<'_>, hit: &Hit, lexicon: &Lexicon<'_>) -> bool {
    let sentence = line.sentence[hit.first];
    let company = lexicon.company(hit.skill);
    let mut around = hit.first.saturating_sub(SENTENCE)..line.len().min(hit.last + SENTENCE);
    around.any(|at| {
        let outside = |last: usize| at > hit.last || last < hit.first;
        line.sentence[at] == sentence
            && company
                .beginning_with(line.form(at))
                .iter()
                .any(|rest| outside(at + rest.len()) && stand_behind(line, at, rest))
    })
}

/// The words stand behind word `at`; the last may have a plural.
fn stand_behind(line: &Line<'_>, at: usize, words: &[String]) -> bool {
    let Some((last, head)) = words.split_last() else {
        return true;
    };
    let end = at + words.len();
    end < line.len()
        && (at + 1..end).zip(head).all(|(i, word)| line.form(i) == word)
        && line
            .form(end)
            .strip_prefix(last.as_str())
            .is_some_and(|rest| rest.is_empty() || rest == "s")
}

/// Whether hits `a` and `b`, neighbours, stand beside each other in an enumeration: "Python, R", "Hadoop and Spark".
/// Names with nothing but a blank between count only where they are written as such: "Hadoop Spark", not "C++ glue".
fn is_enumeration(line: &Line<'_>, hits: &[Hit], a: usize, b: usize, same_case: bool) -> bool {
    let (from, to) = (hits[a].last, hits[b].first);
    // A name inside a longer one stands beside nothing.
    if to <= from || to - from > 2 || line.sentence[from] != line.sentence[to] {
        return false;
    }
    let between = &line.text[line.end(from)..line.start(to)];
    let rest = between.trim();
    matches!(
        rest,
        "," | "/" | "&" | "and" | "or" | "+" | ", and" | ", or" | "|" | "(" | "·" | "、" | "y" | "und" | "et" | ""
    ) && !(rest.is_empty() && (between.contains('\n') || !same_case))
}

//! Years of practice as people state them: "5+ years", "1,5 Jahre", "over five years", "18 months", "<1 year".

use crate::model::level_words::plain;
use crate::model::scale::Level;
use crate::text::memo::{Memo, remembered};
use rustc_hash::FxHashSet;
use std::cell::RefCell;
use std::sync::LazyLock;

/// More years than this are no one's practice: the number means something else (2015, 100).
const LONGEST: f64 = 60.0;

/// What stands before a number of years and does not change it; phrases in lists like this one are in plain form, parted by
/// strokes.
const ABOUT: &str = ">|≥|≤|=|~|≈|+|over |more than |about |approx. |approx |approximately |around |nearly |almost |at least \
    |up to |roughly |circa |ca. |ca |uber |mehr als |mas de |plus de |実務経験|経験|经验|约|約|超过";

/// What makes a number of years a bound that is not reached.
const BELOW: &str = "<|less than |fewer than |under |below |unter |weniger als |menos de |moins de ";

/// Number words from one on, by language.
const COUNTING: [&str; 5] = [
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|\
     nineteen|twenty",
    "ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn",
    "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix",
    "un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez",
    "um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez",
];

/// Other words for a number, a longer one before those that it begins with. "A few" and "several" are as few as they can be.
const AMOUNTS: [(&str, f64); 5] = [
    ("half a|half|ein halbes", 0.5),
    ("a couple of|a couple|couple of|couple|a few|few", 2.0),
    ("several", 3.0),
    ("a dozen|dozen", 12.0),
    ("a|an", 1.0),
];

/// Words for a span, each list with its length in years.
const UNITS: [(&str, f64); 4] = [
    (
        "year|years|yr|yrs|y|yoe|jahr|jahre|jahren|ano|anos|an|ans|annee|annees|anno|anni|jaar|jaren|rok|roky|lata|lat|let|\
         год|года|лет|рік|роки|років|ar|yıl|tahun",
        1.0,
    ),
    (
        "month|months|mo|mos|mths|monat|monate|monaten|mes|meses|mois|mesi|месяц|месяца|месяцев",
        MONTH,
    ),
    ("week|weeks|woche|wochen", 1.0 / 52.0),
    ("decade|decades", 10.0),
];

/// All words for a span.
pub(super) fn units() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(words, _)| words.split('|'))
}

/// The same in scripts that join the unit to what follows it: "3年以上".
const JOINED_UNITS: [(&str, f64); 2] = [("年|년", 1.0), ("个月|個月|ヶ月|か月|カ月|ケ月|개월", MONTH)];

/// In years.
pub const MONTH: f64 = 1.0 / 12.0;

/// What may follow the unit where nothing but practice is stated: "5 years of experience".
const EXPERIENCE: &str = "|experience|of experience|exp|exp.|of exp|erfahrung|experiencia|de experiencia|d'experience|of practice\
    |of use|in production|of professional experience";

/// The level that so many years of practice with one skill state: under one a beginner, from one intermediate, from three
/// advanced, from six expert. A convention of ours: guides ask a senior for five to eight years in all, so six with one skill
/// are among the longest.
pub fn level_of_years(years: f64) -> Level {
    match years {
        y if y < 1.0 => Level::Beginner,
        y if y < 3.0 => Level::Intermediate,
        y if y < 6.0 => Level::Advanced,
        _ => Level::Expert,
    }
}

/// The years that `text` begins with, whatever follows them: "2 yrs of daily use". Of "3-5 years" the lower bound is sure.
pub fn years(text: &str) -> Option<f64> {
    if !may_begin(text) {
        return None;
    }
    remembered(&YEARS, text, years_in)
}

thread_local! {
    /// What is known of texts as they come again from resume to resume.
    static YEARS: RefCell<Memo<Option<f64>>> = const { RefCell::new(Memo::new(1024)) };
    static ONLY_YEARS: RefCell<Memo<Option<f64>>> = const { RefCell::new(Memo::new(1024)) };
}

fn years_in(text: &str) -> Option<f64> {
    let (years, rest) = parse(&plain(text))?;
    (!rest.split_whitespace().any(|word| word == "ago")).then_some(years)
}

/// The years that `text` states and nothing else: "5+ years", "5 years of experience", but not "5 years of Python".
pub fn only_years(text: &str) -> Option<f64> {
    if !may_begin(text) {
        return None;
    }
    remembered(&ONLY_YEARS, text, only_years_in)
}

fn only_years_in(text: &str) -> Option<f64> {
    let (years, rest) = parse(&plain(text))?;
    EXPERIENCE.split('|').any(|word| word == rest.trim()).then_some(years)
}

/// A number of years or months without its unit, as a field for years has it: "6", "5+", "3-5"; `unit` in years.
pub fn bare_years(text: &str, unit: f64) -> Option<f64> {
    let text = plain(text);
    let (count, rest) = counted(&text)?;
    let years = count * unit;
    (rest.trim_matches(['+', ' ']).is_empty() && years > 0.0 && years < LONGEST).then_some(years)
}

/// A number at the beginning of `text`, with a decimal point or comma, and what follows it.
pub fn number(text: &str) -> Option<(f64, &str)> {
    let digits = |t: &str| t.find(|c: char| !c.is_ascii_digit()).unwrap_or(t.len());
    let whole = digits(text);
    if whole == 0 {
        return None;
    }
    let behind = text.get(whole + 1..).unwrap_or_default();
    let fraction = match text[whole..].starts_with(['.', ',']) {
        true => digits(behind),
        false => 0,
    };
    let end = whole + if fraction > 0 { 1 + fraction } else { 0 };
    let count: f64 = text[..end].replace(',', ".").parse().ok()?;
    Some((count, &text[end..]))
}

/// Whether a text may begin with a number of years: with a digit, a sign, or one of the words above. It is asked of every
/// word beside a skill, and nearly none is.
fn may_begin(text: &str) -> bool {
    let text = text.trim_start();
    let end = text.find([' ', '-']).unwrap_or(text.len());
    if !text[..end].bytes().all(|b| b.is_ascii_alphabetic()) || end == 0 {
        return true;
    }
    let mut lower = [0; LONGEST_WORD];
    let Some(lower) = lower.get_mut(..end) else {
        return false;
    };
    lower.copy_from_slice(&text.as_bytes()[..end]);
    lower.make_ascii_lowercase();
    FIRST_WORDS.contains(&*lower)
}

/// Longer than any word that a number begins with, in bytes.
const LONGEST_WORD: usize = 16;

/// The first words of what a number of years may begin with.
static FIRST_WORDS: LazyLock<FxHashSet<&[u8]>> = LazyLock::new(|| {
    let counting = COUNTING.iter().copied().chain(AMOUNTS.iter().map(|(words, _)| *words));
    let phrases = [ABOUT, BELOW]
        .into_iter()
        .chain(counting)
        .flat_map(|words| words.split('|'));
    let words = phrases.filter_map(|phrase| phrase.split(' ').next());
    words
        .map(str::as_bytes)
        .filter(|word| word.len() <= LONGEST_WORD)
        .collect()
});

/// Years, and what follows their unit, of a text in plain form.
fn parse(text: &str) -> Option<(f64, String)> {
    // A number in digits, or a word for it and another for the unit: most texts are a word alone.
    if !text.contains(|c: char| c.is_ascii_digit() || c == ' ') {
        return None;
    }
    let (count, rest) = counted(text)?;
    let rest = rest.trim_start_matches(['+', ' ', '-', '–', '.']);
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let whole = UNITS
        .iter()
        .find(|(words, _)| words.split('|').any(|word| word == &rest[..end]));
    let (length, behind) = match whole {
        Some((_, length)) => (*length, &rest[end..]),
        None => JOINED_UNITS
            .iter()
            .find_map(|(words, length)| Some((*length, after(rest, words)?)))?,
    };
    let years = count * length;
    let behind = behind.trim_start_matches(['+', '\'', '’', '.']);
    (years < LONGEST).then(|| (years, behind.to_owned()))
}

/// The number that `text` begins with, in digits or a word, a bound taken off; of a range the lower end.
fn counted(text: &str) -> Option<(f64, &str)> {
    let mut text = text.trim_start();
    let mut below = false;
    loop {
        let low = after(text, BELOW);
        let Some(rest) = low.or_else(|| after(text, ABOUT)) else {
            break;
        };
        below |= low.is_some() && !rest.starts_with('=');
        text = rest.trim_start();
    }
    let (mut count, mut rest) = amount(text)?;
    for sign in ["-", "–", "to ", "bis "] {
        let upper = rest
            .trim_start()
            .strip_prefix(sign)
            .and_then(|t| amount(t.trim_start()));
        if let Some((_, behind)) = upper {
            // "0-1 years" is little, and not none.
            (count, rest) = (count.max(0.01), behind);
            break;
        }
    }
    // "Less than 3 years" does not reach the level that begins there; a hundredth of a year is below any of them.
    Some((if below { (count - 0.01).max(0.001) } else { count }, rest))
}

/// A number in digits or as a word, and what follows it.
fn amount(text: &str) -> Option<(f64, &str)> {
    let ends = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
    let counting = || {
        COUNTING.iter().find_map(|words| {
            let words = words.split('|').enumerate();
            words
                .filter_map(|(i, word)| Some((i, text.strip_prefix(word).filter(ends)?)))
                .next()
        })
    };
    let other = |(words, count): &(&str, f64)| {
        let rest = words.split('|').filter_map(|word| text.strip_prefix(word)).find(ends)?;
        Some((*count, rest))
    };
    number(text)
        .or_else(|| AMOUNTS.iter().find_map(other))
        .or_else(|| counting().map(|(i, rest)| ((i + 1) as f64, rest)))
}

/// What follows the first of `words` that `text` begins with.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    words.split('|').find_map(|word| text.strip_prefix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        let tenth = |y: f64| (y * 10.0).round() / 10.0;
        assert_eq!(years(text).map(tenth), expected, "{text}");
    }

    #[test]
    fn years_are_read_in_digits_and_words() {
        check("10+ years", Some(10.0));
        check("1.5 years", Some(1.5));
        check("1,5 Jahre", Some(1.5));
        check("1½ years", Some(1.5));
        check("0,5 Jahre", Some(0.5));
        check("Over five years", Some(5.0));
        check("more than twenty yrs.", Some(20.0));
        check("half a year", Some(0.5));
        check("a decade", Some(10.0));
        check("über 3 Jahre", Some(3.0));
        check("5-year", Some(5.0));
        check("5年以上", Some(5.0));
        check("3년", Some(3.0));
        check("5 лет", Some(5.0));
        check("cinq ans", Some(5.0));
        check("18 months", Some(1.5));
        check("6个月", Some(0.5));
        check("Couple years of experience due to circumstances", Some(2.0));
    }

    #[test]
    fn of_a_range_the_lower_end_counts_and_a_bound_below_is_not_reached() {
        check("3-5 years", Some(3.0));
        check("3 to 5 years", Some(3.0));
        check("2 – 4+ yrs", Some(2.0));
        assert!(years("<1 year").is_some_and(|y| y < 1.0));
        assert!(years("less than 3 years").is_some_and(|y| y < 3.0));
        assert!(years("under a year").is_some_and(|y| y < 1.0));
    }

    #[test]
    fn what_is_no_span_of_practice_is_none() {
        for text in [
            "",
            "5",
            "5 projects",
            "2019 years",
            "1990s",
            "3 years ago",
            "a yearly thing",
            "1e999 years",
        ] {
            check(text, None);
        }
        assert_eq!(only_years("5 years of Python"), None);
        assert_eq!(only_years("5+ years of experience"), Some(5.0));
        assert_eq!(bare_years("6", 1.0), Some(6.0));
        assert_eq!(bare_years("5+", 1.0), Some(5.0));
        assert_eq!(bare_years("2015", 1.0), None);
        assert_eq!(bare_years("0", 1.0), None);
    }
}

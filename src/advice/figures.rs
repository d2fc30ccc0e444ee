//! Whether a line bears a figure: how many, how much, how fast.

/// Number words that stand for a figure.
const WORDS: [&str; 42] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "dozens",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "half",
    "halved",
    "halving",
    "doubled",
    "doubling",
    "tripled",
    "quadrupled",
    "twice",
    "percent",
    "third",
    "quarter",
    "tenfold",
    "fold",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// Signs that stand before a figure: `~40`, `+12 %`, `$2M`, `<5 ms`.
const BEFORE: [char; 18] = [
    '~', '≈', '+', '-', '−', '×', '<', '>', '$', '€', '£', '¥', '(', '[', '"', '“', '„', '.',
];

/// Whether a line bears a figure. A year is none, and neither is a version, a name or a code that holds digits: "in 2021",
/// "Python 3", "GPT-4", "S3", "k8s".
pub(super) fn has_figure(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '–' | '—'))
        .collect();
    let is_number = |(i, word): (usize, &&str)| {
        let word = word
            .trim_start_matches(BEFORE)
            .trim_end_matches([')', ']', '.', ':', '!', '?', '"', '”', '\'']);
        if WORDS.contains(&word.to_lowercase().as_str()) {
            return true;
        }
        word.starts_with(char::is_numeric) && !is_year(word) && !(is_version(word) && i > 1 && is_name(words[i - 1]))
    };
    words.iter().enumerate().any(is_number)
}

/// 1950 to 2099, alone, with a month or a day, or as a range of years.
fn is_year(word: &str) -> bool {
    let is_of_time = |part: &str| part.parse::<u16>().is_ok_and(|y| (1950..2100).contains(&y));
    word.split(['-', '.', '/']).any(is_of_time)
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))
}

/// A number that may be a version: short, nothing but digits and dots.
fn is_version(word: &str) -> bool {
    word.len() <= 6 && word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == 'x')
}

/// A word that begins with a capital letter, as names do that a version stands behind; the first word of a line always does.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_from_years_versions_and_names() {
        for text in [
            "cut latency by 40%",
            "for 10M users",
            "~300 requests a second",
            "$2M saved",
            "two engineers",
            "halved the cost",
            "1,000 models",
            "from 0.71 to 0.83",
            "latency of (80 ms)",
            "3x faster",
            "Led 5 engineers",
            "by forty percent",
            "served [300] colleagues",
            "AUC of .93",
            "500/s",
        ] {
            assert!(has_figure(text), "{text}");
        }
        for text in [
            "moved it to k8s and S3",
            "with GPT-4 and Python 3.11",
            "in 2021",
            "2019-2021",
            "since 2021-03.",
            "from 01/2020",
            "trained models for search",
            "",
        ] {
            assert!(!has_figure(text), "{text}");
        }
    }
}

//! The first range of dates inside a free text.

use super::date_forms::Manner;
use super::date_ranges;
use super::date_tokens::{self, Part, Token};
use super::date_words;
use super::dates::{End, Period};
use std::ops::Range;

/// Words before years that tell what something is about, not when it was done: "data from 2005-2025".
const ABOUT: &str = "from in of for between over during since covering years";

/// Names of months and seasons that are also other words: in prose they do not belong to the year behind them.
const OTHER_WORDS: &str = "set out ago mart lip sie lis lut gru host var lente wise ss ws yaz osz des";

/// The first range of dates in a text such as "Founder Oct 2024 – Present": its UTF-8 byte range, and the period.
///
/// A range is two dates, or a date and a word for the present, with a range sign between. Two years alone are one only with a
/// dash between, and not in "data from 2005-2025"; fractions, day numbers and phone numbers are none. Ranges that cannot be are
/// passed over.
pub fn find_range(text: &str) -> Option<(Range<usize>, Period)> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let tokens = date_tokens::tokens(text);
    (0..tokens.len()).find_map(|at| {
        if !may_start(&tokens, at) {
            return None;
        }
        let (period, next) = date_ranges::range_at(&tokens, at, Manner::Prose)?;
        let period = period
            .ok()
            .filter(|period| ends_here(&tokens, next) && is_meant(&tokens, at..next, period))?;
        Some((tokens[at].start..tokens[next - 1].end, period))
    })
}

/// Whether a date can start here: not in the middle of a number or word, and a word only near a number or dash.
fn may_start(tokens: &[Token<'_>], at: usize) -> bool {
    let breaks = |before: &Token<'_>| match before.part {
        Part::Number(_) | Part::Hyphen | Part::Dash | Part::Slash | Part::Dot => false,
        Part::Word(word) => !word.is_ascii(),
        Part::Other(other) => !matches!(other, '$' | '€' | '£' | '#' | '+' | '_' | '@' | '=' | '\\'),
        _ => true,
    };
    let near = |token: &Token<'_>| token.number().is_some() || matches!(token.part, Part::Hyphen | Part::Dash);
    match tokens[at].part {
        _ if at > 0 && !tokens[at].spaced && !breaks(&tokens[at - 1]) => false,
        Part::Number(_) => true,
        Part::Word(word) => {
            tokens[at + 1..].iter().take(2).any(near) && !date_words::contains(OTHER_WORDS, &date_words::fold(word))
        }
        _ => false,
    }
}

/// Whether what follows does not go on with the last number or word.
fn ends_here(tokens: &[Token<'_>], next: usize) -> bool {
    let Some(after) = tokens.get(next).filter(|token| !token.spaced) else {
        return true;
    };
    let goes_on = tokens
        .get(next + 1)
        .is_some_and(|token| !token.spaced && token.number().is_some());
    match after.part {
        Part::Number(_) | Part::Other('%' | '_' | '\'') => false,
        Part::Word(word) => !word.is_ascii(),
        Part::Hyphen | Part::Dash | Part::Slash | Part::Dot => !goes_on,
        _ => true,
    }
}

/// Two years alone are so common that their company has to allow for them.
fn is_meant(tokens: &[Token<'_>], range: Range<usize>, period: &Period) -> bool {
    let End::On(to) = period.to else {
        return true;
    };
    if period.from.month.is_some() || to.month.is_some() {
        return true;
    }
    let dashed = tokens[range.clone()]
        .iter()
        .any(|token| matches!(token.part, Part::Hyphen | Part::Dash));
    let before = range.start.checked_sub(1).map(|at| &tokens[at]);
    let before_allows = match before.map(|token| token.part) {
        Some(Part::Word(word)) => !ABOUT.split(' ').any(|other| word.eq_ignore_ascii_case(other)),
        // "+1 555 2010-2012", "(555) 2010-2012"
        Some(Part::Number(number)) => number.digits == 4,
        Some(Part::Bracket) => range.start < 2 || tokens[range.start - 2].number().is_none(),
        _ => true,
    };
    dashed && before_allows
}

/// How many tokens from `at` on tell a length of time, such as "2 yrs 3 mos".
pub(super) fn duration(tokens: &[Token<'_>], at: usize) -> usize {
    let is_pair = |pair: &&[Token<'_>]| {
        let amount = pair[0].number().is_some_and(|number| number.digits <= 2);
        amount
            && pair[1]
                .word()
                .is_some_and(|word| date_words::is(word, date_words::Role::Unit))
    };
    2 * tokens
        .get(at..)
        .unwrap_or_default()
        .chunks_exact(2)
        .take_while(is_pair)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, &str)>) {
        let found = find_range(text).map(|(range, period)| {
            let to = match period.to {
                End::On(date) => date.to_string(),
                End::Open => "open".to_owned(),
            };
            (&text[range], period.from.to_string(), to)
        });
        let found = found
            .as_ref()
            .map(|(words, from, to)| (*words, from.as_str(), to.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_ranges() {
        check(
            "Founder Oct 2024 – Present",
            Some(("Oct 2024 – Present", "2024-10", "open")),
        );
        check(
            "Analysis \n\n 01/2023 – Present \n•",
            Some(("01/2023 – Present", "2023-01", "open")),
        );
        check(
            "Research Scholar 2022 \n 08/2021 – 12/2022",
            Some(("08/2021 – 12/2022", "2021-08", "2022-12")),
        );
        check(
            "International Baccalaureate Aug 2020 – May 2022",
            Some(("Aug 2020 – May 2022", "2020-08", "2022-05")),
        );
        check(
            "Acme (May–Jun 2025), Berlin",
            Some(("May–Jun 2025", "2025-05", "2025-06")),
        );
        check("Acme, 2019 - 2021", Some(("2019 - 2021", "2019", "2021")));
        check("Acme | 2019–21 | Rome", Some(("2019–21", "2019", "2021")));
        check(
            "Aug '18 - Aug '23: Acme",
            Some(("Aug '18 - Aug '23", "2018-08", "2023-08")),
        );
        check("腾讯2020年10月至今", Some(("2020年10月至今", "2020-10", "open")));
        check("Worked May 2020 to date", Some(("May 2020 to date", "2020-05", "open")));
        check(
            "2022 Work May 2023 to July 2024.",
            Some(("May 2023 to July 2024", "2023-05", "2024-07")),
        );
        check(
            "Jan 1, 2020 - Mar 5, 2021",
            Some(("Jan 1, 2020 - Mar 5, 2021", "2020-01-01", "2021-03-05")),
        );
    }

    #[test]
    fn passes_over_what_is_no_range() {
        for text in [
            "call +1 555 2010-2012",
            "(555) 2010-2012",
            "555-2010-2012",
            "10-20",
            "pages 07/16 - 08/17",
            "ICC 2021-IEEE International Conference",
            "ISO 2010-2012-345",
            "Zurich (1909–1911)",
            "indicators from 2005–2025",
            "revenue 2019 to 2020",
            "May 2021",
            "in 2021, now",
            "v2019-2021",
            "2021-2019",
            "may - or may not",
            "",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn other_words_are_no_months() {
        check("Test set 2019 - 2021", Some(("2019 - 2021", "2019", "2021")));
        check("Data mart 2019 - 2021", Some(("2019 - 2021", "2019", "2021")));
        check("Back end 2019 - 2021", Some(("2019 - 2021", "2019", "2021")));
    }

    #[test]
    fn short_words_for_the_present_stand_alone() {
        check("Volvo, 2019 - nu", Some(("2019 - nu", "2019", "open")));
        check("Volvo (2019 – nu), Stockholm", Some(("2019 – nu", "2019", "open")));
        check("2019 - Nu Skin", None);
        check("2019 – Nay Pyi Taw", None);
        check("nu 2019", None);
    }
}

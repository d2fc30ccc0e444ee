//! The tokens of a date field, without what says nothing there.

use super::date_forms::Manner;
use super::date_ranges::present_at;
use super::date_tokens::{self, Part, Token};
use super::date_words::Role;

/// Twenty ranges have fewer tokens. A longer field is a text, and is not worth the moving of tokens that cleaning takes.
const MOST_TOKENS: usize = 400;

/// The tokens of a field for dates.
///
/// Left out are brackets, remarks behind a word for the present as in "Present (2026)", words such as "expected" and "circa",
/// and the dots of "2020. 3."; blanks within a date, as in "15. 03. 2021", count as none.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = date_tokens::tokens(text);
    let is_short = tokens.len() <= MOST_TOKENS;
    if is_short {
        drop_remarks(text, &mut tokens);
    }
    drop_circa(text, &mut tokens);
    drop_idle(&mut tokens);
    if is_short {
        close_dots_and_slashes(&mut tokens);
        join_abbreviations(&mut tokens);
    }
    tokens
}

/// Drops what stands in brackets behind a word for the present.
fn drop_remarks(text: &str, tokens: &mut Vec<Token<'_>>) {
    let is_bracket = |token: &Token<'_>| token.part == Part::Bracket;
    let opens = |token: &Token<'_>| is_bracket(token) && text[token.start..].starts_with(['(', '[', '（']);
    let mut at = 0;
    while at < tokens.len() {
        let length = present_at(tokens, at, Manner::Field);
        at += length.max(1);
        if length == 0 {
            continue;
        }
        let closing = tokens[at..]
            .iter()
            .take_while(|token| is_bracket(token) && !opens(token));
        let open = at + closing.count();
        if tokens.get(open).is_some_and(opens) {
            let close = tokens[open + 1..].iter().position(is_bracket);
            tokens.drain(open..close.map_or(tokens.len(), |close| open + close + 2));
        }
    }
}

/// Drops brackets, quotation marks, and words that do not change a date, with their colon: "Expected: May 2026".
fn drop_idle(tokens: &mut Vec<Token<'_>>) {
    let mut behind_idle = false;
    tokens.retain(|token| {
        let idle = token.plays(Role::Idle);
        let colon = behind_idle && token.part == Part::Other(':');
        behind_idle = idle;
        let mark = matches!(
            token.part,
            Part::Bracket | Part::Other('"' | '“' | '”' | '«' | '»' | '*' | '!')
        );
        !(idle || colon || mark)
    });
}

/// Drops the sign of "~2020" and "≈ 2020", but not that of "2019~2020".
fn drop_circa(text: &str, tokens: &mut Vec<Token<'_>>) {
    let mut before = None;
    tokens.retain(|token| {
        let sign = &text[token.start..token.end];
        let circa = sign == "≈" || (matches!(sign, "~" | "～" | "∼") && before.is_none());
        before = Some(token.part).filter(|_| !circa);
        !circa
    });
}

/// Joins the numbers of "15. 03. 2021" and "12 / 2020", and drops dots that join nothing: "2020. 3. ~", "2020. május".
fn close_dots_and_slashes(tokens: &mut Vec<Token<'_>>) {
    let mut at = 1;
    while at < tokens.len() {
        let next_is_number = tokens.get(at + 1).is_some_and(|token| token.number().is_some());
        let before = tokens[at - 1].number();
        match (tokens[at].part, before) {
            (Part::Dot | Part::Slash, Some(_)) if next_is_number => {
                tokens[at].spaced = false;
                tokens[at + 1].spaced = false;
            }
            (Part::Dot, Some(number)) if !tokens[at].spaced => {
                // "1. Mai" and "1. Quartal" are told by their dot.
                let word_follows = tokens.get(at + 1).is_some_and(|token| token.word().is_some());
                if number.digits == 4 || !word_follows {
                    tokens.remove(at);
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Makes one sign of what means "up to and including" with a slash inside: Dutch t/m, Indonesian s/d.
fn join_abbreviations(tokens: &mut Vec<Token<'_>>) {
    let is = |token: &Token<'_>, word: &str| token.word().is_some_and(|other| other.eq_ignore_ascii_case(word));
    let until = |three: &[Token<'_>]| {
        let words = [("t", "m"), ("s", "d")];
        three[1].part == Part::Slash && words.iter().any(|(a, b)| is(&three[0], a) && is(&three[2], b))
    };
    while let Some(at) = tokens.windows(3).position(until) {
        tokens[at].part = Part::Dash;
        tokens.drain(at + 1..at + 3);
    }
}

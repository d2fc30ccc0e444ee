//! Cuts a text into the parts that dates are made of.

use super::date_words::{self, Role};
use unicode_normalization::char::is_combining_mark;

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value; 0 where it has too many digits for a date.
    pub value: i16,
    /// How many digits it has.
    pub digits: usize,
    /// Whether an apostrophe stands before it, as in '16.
    pub quoted: bool,
    /// The year, month and day of ISO 8601 without hyphens, 20200115 or 202001; whether they exist is another matter.
    pub compact: Option<(i16, i16, Option<i16>)>,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Number(Number),
    Word(&'a str),
    /// A hyphen: within a date or between two.
    Hyphen,
    /// A dash, tilde or arrow: between two dates only.
    Dash,
    Slash,
    Dot,
    Comma,
    /// What parts the members of a list, and no date.
    Break,
    Bracket,
    Other(char),
}

/// A part with its place: UTF-8 byte offsets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub part: Part<'a>,
    pub start: usize,
    pub end: usize,
    /// Whether white space stands before it, or nothing.
    pub spaced: bool,
}

impl<'a> Token<'a> {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&'a str> {
        match self.part {
            Part::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<Number> {
        match self.part {
            Part::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether it is a word with this role.
    pub fn plays(&self, role: Role) -> bool {
        self.word().is_some_and(|word| date_words::is(word, role))
    }

    /// Whether it can stand between the two dates of a range.
    pub fn is_range_sign(&self) -> bool {
        matches!(self.part, Part::Hyphen | Part::Dash) || self.plays(Role::Range)
    }
}

/// The parts of a text in order; white space and the dots of abbreviations are left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut at, mut spaced) = (0, true);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match first {
            _ if is_blank(first) => 0,
            _ if digit(first).is_some() => run(rest, |c| digit(c).is_some()),
            _ if is_apostrophe(first) => apostrophe(rest, tokens.last(), spaced),
            _ if is_mark(first) || !first.is_alphabetic() => first.len_utf8(),
            _ => word_length(rest),
        };
        let end = at + length.max(first.len_utf8());
        let part = if length == 0 {
            None
        } else {
            part(&text[at..end], tokens.last(), spaced)
        };
        match part {
            Some(Part::Hyphen | Part::Dash) if joins_dash(tokens.last(), spaced) => {
                // "--" and "->" are dashes.
                if let Some(last) = tokens.last_mut() {
                    (last.part, last.end) = (Part::Dash, end);
                }
            }
            Some(part) => tokens.push(Token {
                part,
                start: at,
                end,
                spaced,
            }),
            None => {}
        }
        spaced = is_blank(first);
        at = end;
    }
    tokens
}

/// What a piece of text is; `None` for what is left out.
fn part<'a>(piece: &'a str, last: Option<&Token<'_>>, spaced: bool) -> Option<Part<'a>> {
    let first = piece.chars().next()?;
    let after_hyphen = !spaced && last.is_some_and(|last| last.part == Part::Hyphen);
    Some(match first {
        _ if digit(first).is_some() => number(piece, false),
        _ if is_apostrophe(first) && piece.len() > first.len_utf8() => number(&piece[first.len_utf8()..], true),
        '-' | '\u{2010}' | '\u{2011}' => Part::Hyphen,
        '‒' | '–' | '—' | '―' | '−' | '~' | '～' | '〜' | '∼' | '→' => Part::Dash,
        '>' if after_hyphen => Part::Dash,
        '.' if !spaced && last.is_some_and(|last| last.word().is_some()) => return None,
        '.' => Part::Dot,
        '/' | '／' => Part::Slash,
        ',' | '，' => Part::Comma,
        ';' | '；' | '&' | '、' => Part::Break,
        '(' | ')' | '[' | ']' | '（' | '）' => Part::Bracket,
        _ if is_mark(first) || first.is_alphabetic() => Part::Word(piece),
        _ => Part::Other(first),
    })
}

fn number<'a>(piece: &str, quoted: bool) -> Part<'a> {
    let digits: Vec<i16> = piece.chars().filter_map(digit).collect();
    let value = |digits: &[i16]| digits.iter().fold(0, |value, digit| value * 10 + digit);
    Part::Number(Number {
        // Five digits may not fit, and no part of a date has more than four.
        value: if digits.len() <= 4 { value(&digits) } else { 0 },
        digits: digits.len(),
        quoted,
        compact: match digits.len() {
            6 => Some((value(&digits[..4]), value(&digits[4..]), None)),
            8 => Some((value(&digits[..4]), value(&digits[4..6]), Some(value(&digits[6..])))),
            _ => None,
        },
    })
}

/// The value of a digit: ASCII, full-width, Arabic, Persian or Devanagari.
fn digit(c: char) -> Option<i16> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    i16::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// A time of day, as in an ISO 8601 timestamp, says nothing here: the token after it.
pub(super) fn after_time(tokens: &[Token<'_>], at: usize) -> usize {
    let t = tokens
        .get(at)
        .is_some_and(|token| !token.spaced && token.word().is_some_and(|w| w.eq_ignore_ascii_case("t")));
    let hour = at + usize::from(t);
    let is_time = tokens.get(hour).is_some_and(|token| token.number().is_some())
        && tokens.get(hour + 1).is_some_and(|token| token.part == Part::Other(':'));
    if !is_time {
        return at;
    }
    let belongs = |token: &&Token<'_>| {
        let sign = matches!(
            token.part,
            Part::Number(_) | Part::Dot | Part::Hyphen | Part::Other(':' | '+')
        );
        !token.spaced && (sign || token.word().is_some_and(|w| w.eq_ignore_ascii_case("z")))
    };
    let next = hour + 1 + tokens[hour + 1..].iter().take_while(belongs).count();
    let half_day = |token: &Token<'_>| {
        let word = token.word().unwrap_or_default();
        word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm")
    };
    next + usize::from(tokens.get(next).is_some_and(half_day))
}

fn joins_dash(last: Option<&Token<'_>>, spaced: bool) -> bool {
    !spaced && last.is_some_and(|last| matches!(last.part, Part::Hyphen | Part::Dash))
}

/// How much of a text an apostrophe takes: with the digits behind it, alone, or (0) nothing when it closes a quoted number.
fn apostrophe(rest: &str, last: Option<&Token<'_>>, spaced: bool) -> usize {
    let own = rest.chars().next().map_or(0, char::len_utf8);
    let digits = run(&rest[own..], |c| digit(c).is_some());
    let closes = !spaced && last.is_some_and(|last| last.number().is_some());
    if closes && digits == 0 { 0 } else { own + digits }
}

/// A word of letters, apostrophes between them; languages without blanks end where another script begins.
fn word_length(rest: &str) -> usize {
    let ideographs = rest.starts_with(is_ideograph);
    let belongs = |c: char| {
        let letter = c.is_alphabetic() || is_combining_mark(c);
        letter && is_ideograph(c) == ideographs && !is_mark(c)
    };
    let mut length = run(rest, belongs);
    while let Some(apostrophe) = rest[length..].chars().next().filter(|c| is_apostrophe(*c)) {
        let more = run(&rest[length + apostrophe.len_utf8()..], belongs);
        if more == 0 {
            break;
        }
        length += apostrophe.len_utf8() + more;
    }
    length
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// White space, no-break ones too, and what is invisible.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Characters that end a year, a month or a day in Chinese, Japanese and Korean.
fn is_mark(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '號' | '년' | '월' | '일')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blanks are shown as _, words and numbers as they are written.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = tokens(text).into_iter().map(|token| {
            let part = match token.part {
                Part::Number(number) if number.quoted => format!("'{}", number.value),
                Part::Number(number) => number.value.to_string(),
                Part::Word(word) => word.to_owned(),
                Part::Other(other) => other.to_string(),
                part => format!("{part:?}"),
            };
            format!("{}{part}", if token.spaced { "_" } else { "" })
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
    }

    #[test]
    fn cuts_dates() {
        check("2021-11-1", "_2021 Hyphen 11 Hyphen 1");
        check("Jul, 2024\u{a0}– Sept.\u{a0}'25", "_Jul Comma _2024 _Dash _Sept _'25");
        check("Aug ’18' -- now", "_Aug _'18 _Dash _now");
        check("2020/10至今", "_2020 Slash 10 至今");
        check("2025년 12월 ~ 현재", "_2025 년 _12 월 _Dash _현재");
        check("aujourd'hui н.в.", "_aujourd'hui _н в");
        check("1.2020->3 (5th)", "_1 Dot 2020 Dash 3 _Bracket 5 th Bracket");
        check("123456 + '", "_0 _+ _'");
        check("２０２０年４月 ٢٠٢٠", "_2020 年 4 月 _2020");
        check("वर्तमान ปัจจุบัน", "_वर्तमान _ปัจจุบัน");
        check("", "");
    }
}

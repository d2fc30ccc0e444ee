//! Untrusted text made safe to show: on a terminal, in a Markdown table, within a width.

use std::borrow::Cow;
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for a character that must not be passed on.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// What keeps signs apart in Markdown that would mean something together: a zero-width space.
const APART: &str = "&#8203;";

/// What stands for text that was cut off; it takes one column.
const ELLIPSIS: char = '…';

/// The text without anything that could steer a terminal or show other words than it holds.
///
/// Line ends, tabs and other control characters that are white space become a blank; other control characters (C0, C1,
/// DEL), bidirectional controls, zero-width spaces and tag characters become U+FFFD. Joiners (U+200C, U+200D) stay: scripts
/// and emoji need them.
pub fn for_terminal(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(character: char) -> char {
    match character {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => REPLACEMENT,
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' => REPLACEMENT,
        _ if character.is_control() => REPLACEMENT,
        _ => character,
    }
}

/// What a CI service would take for a command wherever it stands in a line.
const COMMANDS: [&str; 3] = ["##[", "##vso[", "##teamcity["];

/// Finished output without anything that the log of a CI service would obey: no line begins with `::`, after blanks either,
/// and no line holds `##[`. A blank parts the signs. Everything else is left as it is.
pub fn for_log(text: &str) -> Cow<'_, str> {
    let is_command = |line: &str| line.trim_start().starts_with("::");
    if !text.contains("##") && !text.lines().any(is_command) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let mut line = line.to_owned();
        if is_command(&line) {
            line = line.replacen("::", ": :", 1);
        }
        for command in COMMANDS {
            line = line.replace(command, &format!("# {}", &command[1..]));
        }
        safe += &line;
    }
    Cow::Owned(safe)
}

/// Finished messages of several lines for standard error: [`for_log`], without C1 controls and direction marks. Escape sequences
/// stay: they are ours, what is quoted has none any more.
pub fn for_messages(text: &str) -> String {
    let safe = |c: char| match c {
        '\u{80}'..='\u{9f}' => REPLACEMENT,
        '\n' | '\u{1b}' => c,
        c => visible(c),
    };
    for_log(&text.chars().map(safe).collect::<String>()).into_owned()
}

/// The text for a cell of a table in GitHub-flavoured Markdown: [`for_terminal`], then nothing in it is markup, link,
/// mention or issue reference, and nothing ends the cell.
pub fn for_markdown_cell(text: &str) -> String {
    let text = for_terminal(text);
    let mut cell = String::with_capacity(text.len() + text.len() / 8);
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        match character {
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '~' => cell.extend(['\\', character]),
            '!' if after.starts_with('[') => cell += "\\!",
            '<' => cell += "&lt;",
            '>' => cell += "&gt;",
            '&' => cell += "&amp;",
            // GitHub looks for these in the finished page, where an entity is its character again: only what stands between
            // keeps them apart.
            '@' => cell.extend(["@", APART]),
            '#' if after.starts_with(|c: char| c.is_ascii_digit()) => cell.extend(["#", APART]),
            '#' if before.trim().is_empty() => cell += "\\#",
            // GH-123 is an issue reference too.
            '-' if ends_with(before, "gh") && after.starts_with(|c: char| c.is_ascii_digit()) => {
                cell.extend(["-", APART])
            }
            '/' if before.ends_with(':') && after.starts_with('/') => cell.extend([APART, "/"]),
            '.' if ends_with(before, "www") => cell.extend([APART, "."]),
            _ => cell.push(character),
        }
    }
    cell
}

/// Whether the text ends with these ASCII letters, in any case.
fn ends_with(text: &str, end: &str) -> bool {
    let from = text.len().saturating_sub(end.len());
    text.as_bytes()[from..].eq_ignore_ascii_case(end.as_bytes())
}

/// The text cut to display columns, with `…` (one column) where it was cut; no character is cut in two.
pub fn shorten(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let mut head = head(text, columns - 1).trim_end().to_owned();
    head.push(ELLIPSIS);
    head
}

/// The words of a UTF-8 byte range with what stands around them, in at most so many display columns; `…` (one column) where
/// the text was cut. Of words that are too long themselves the beginning is shown.
pub fn around(text: &str, range: Range<usize>, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
    let (before, words, after) = (&text[..start], &text[start..end], &text[end..]);
    // One column a side is kept for the ellipsis.
    let Some(room) = columns.checked_sub(words.width() + 2) else {
        return shorten(&text[start..], columns);
    };
    let left = (room / 2).max(room.saturating_sub(after.width()));
    let before = tail(before, left);
    let after = head(after, room - before.width());
    let shown = start - before.len()..end + after.len();
    let mut excerpt = String::with_capacity(shown.len() + 2 * ELLIPSIS.len_utf8());
    if shown.start > 0 {
        excerpt.push(ELLIPSIS);
    }
    excerpt += &text[shown.clone()];
    if shown.end < text.len() {
        excerpt.push(ELLIPSIS);
    }
    excerpt
}

/// The longest beginning that fits.
fn head(text: &str, columns: usize) -> &str {
    &text[..fitting(clusters(text), columns)]
}

/// The longest end that fits.
fn tail(text: &str, columns: usize) -> &str {
    let clusters: Vec<&str> = clusters(text).collect();
    &text[text.len() - fitting(clusters.into_iter().rev(), columns)..]
}

/// How many bytes of the clusters fit, the first ones first.
fn fitting<'a>(clusters: impl Iterator<Item = &'a str>, columns: usize) -> usize {
    let mut left = columns;
    let mut bytes = 0;
    for cluster in clusters {
        let Some(rest) = left.checked_sub(cluster.width()) else {
            break;
        };
        (left, bytes) = (rest, bytes + cluster.len());
    }
    bytes
}

/// The pieces between two cuts.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = text.len() - rest.len();
        let next = rest
            .char_indices()
            .skip(1)
            .find(|(at, _)| is_boundary(text, start + at));
        let (cluster, after) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
        rest = after;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// Whether a cut here leaves accents and joined emoji whole.
fn is_boundary(text: &str, at: usize) -> bool {
    let joins = |c: char| c.width() == Some(0) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
    !text[at..].starts_with(joins) && !text[..at].ends_with('\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_terminal(text: &str, expected: &str) {
        assert_eq!(for_terminal(text), expected, "{text:?}");
    }

    #[track_caller]
    fn check_cell(text: &str, expected: &str) {
        assert_eq!(for_markdown_cell(text), expected, "{text:?}");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        check_terminal("a\tb\r\nc\u{85}d\u{2028}e", "a b  c d e");
        check_terminal("\u{1b}[31mred\u{7}\u{9b}1m\u{7f}\0", "�[31mred��1m��");
        check_terminal("a\u{202e}b\u{2066}c\u{200f}d\u{61c}", "a�b�c�d�");
        check_terminal("\u{feff}a\u{200b}b\u{2060}c\u{e0041}", "�a�b�c�");
        check_terminal("Zoë, 日本 👩\u{200d}🚀\u{a0}x", "Zoë, 日本 👩\u{200d}🚀\u{a0}x");
    }

    #[test]
    fn nothing_is_a_command_in_a_log() {
        assert_eq!(
            for_log("::error::x\n  ::set-output name=a::b\nstd::vec ok\n"),
            ": :error::x\n  : :set-output name=a::b\nstd::vec ok\n"
        );
        assert_eq!(
            for_log("a ##[error]b ##vso[task.x]c ##d"),
            "a # #[error]b # #vso[task.x]c ##d"
        );
        assert!(matches!(for_log("plain: text\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn messages_neither_steer_nor_command() {
        assert_eq!(
            for_messages("a \u{9b}31m\u{202e}b\n  ::error::c\n##[x]"),
            "a \u{fffd}31m\u{fffd}b\n  : :error::c\n# #[x]"
        );
    }

    #[test]
    fn nothing_is_markup_in_a_cell() {
        check_cell("a|b\nc", "a\\|b c");
        check_cell("a\\|b", "a\\\\\\|b");
        check_cell("`x` *b* snake_case ~~s~~", "\\`x\\` \\*b\\* snake\\_case \\~\\~s\\~\\~");
        check_cell("<!-- x --> <b>&amp;", "&lt;!-- x --&gt; &lt;b&gt;&amp;amp;");
        check_cell("![i](u) [l](u) wow!", "\\!\\[i\\](u) \\[l\\](u) wow!");
        check_cell("@octocat a@b.org", "@&#8203;octocat a@&#8203;b.org");
        check_cell(
            "# C# #1 owner/x#23 gh-4",
            "\\# C# #&#8203;1 owner/x#&#8203;23 gh-&#8203;4",
        );
        check_cell(
            "see https://x.org or WWW.x.org",
            "see https:&#8203;//x.org or WWW&#8203;.x.org",
        );
        check_cell("C++, .NET, CI/CD, 50%", "C++, .NET, CI/CD, 50%");
    }

    #[test]
    fn cuts_to_columns() {
        let check =
            |text: &str, columns, expected: &str| assert_eq!(shorten(text, columns), expected, "{text} {columns}");
        check("learning", 8, "learning");
        check("learning", 7, "learni…");
        check("deep learning", 6, "deep…");
        check("日本語", 5, "日本…");
        check("日本語", 4, "日…");
        check("cafe\u{301}s and", 5, "cafe\u{301}…");
        check("👩\u{200d}🚀👩\u{200d}🚀x", 4, "👩\u{200d}🚀…");
        check("learning", 1, "…");
        check("learning", 0, "");
        check("", 0, "");
    }

    #[test]
    fn shows_words_in_their_surroundings() {
        let text = "I trained large models with PyTorch on many machines";
        let check = |words: &str, columns, expected: &str| {
            let start = text.find(words).expect("the words are in the text");
            assert_eq!(around(text, start..start + words.len(), columns), expected);
        };
        check("PyTorch", 99, text);
        check("PyTorch", 21, "… with PyTorch on ma…");
        check("I", 11, "I trained…");
        check("machines", 16, "… many machines");
        check("PyTorch", 9, "…PyTorch…");
        check("PyTorch", 5, "PyTo…");
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "[a-c 日é👩🚀❤\u{200d}\u{fe0f}\u{301}]{0,20}", columns in 0..20_usize, a: u8, b: u8) {
            let text = text.as_str();
            let range = usize::from(a.min(b)) % 40..usize::from(a.max(b)) % 40;
            prop_assert!(shorten(text, columns).width() <= columns);
            // Words may begin inside of a joined emoji, whose parts are wider than the whole.
            let slack = usize::from(text.contains(['\u{200d}', '\u{fe0f}'])) * 4;
            prop_assert!(around(text, range, columns).width() <= columns + slack);
        }

        #[test]
        fn the_terminal_is_safe(text: String) {
            let safe = for_terminal(&text);
            prop_assert!(!safe.chars().any(char::is_control));
            prop_assert!(!for_markdown_cell(&text).replace("\\|", "").contains('|'));
        }
    }
}

//! A page for a terminal: width, colours and signs that the terminal can show.

use crate::text::clean::{for_log, for_terminal};
use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};
use std::borrow::Cow;

/// What a terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether signs beyond ASCII can be shown.
    pub unicode: bool,
}

/// What a text is for; each has one colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// A heading or the main word of a line.
    Strong,
    /// Something reached.
    Good,
    /// Something half there.
    Middling,
    /// Something missing.
    Bad,
    /// Something that may be skipped.
    Faint,
}

impl Tone {
    const ALL: [Tone; 5] = [Tone::Strong, Tone::Good, Tone::Middling, Tone::Bad, Tone::Faint];

    fn mark(self) -> char {
        char::from_u32(FIRST_MARK + self as u32).unwrap_or_default()
    }

    fn marked_by(mark: char) -> Option<Tone> {
        Tone::ALL.into_iter().find(|tone| tone.mark() == mark)
    }
}

/// Text in the making.
pub(super) struct Page {
    look: Look,
    text: String,
}

impl Page {
    pub fn new(look: Look) -> Page {
        Page {
            look,
            text: String::new(),
        }
    }

    pub fn width(&self) -> usize {
        self.look.width
    }

    /// The finished text, in ASCII where the terminal needs it, and without anything that a CI log would obey.
    pub fn finish(self) -> String {
        let text = for_log(&self.text);
        if self.look.unicode {
            text.into_owned()
        } else {
            ascii(&text)
        }
    }

    pub fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.look.color {
            return text.to_owned();
        }
        let style = match tone {
            Tone::Strong => Style::new().bold(),
            Tone::Good => AnsiColor::Green.on_default(),
            Tone::Middling => AnsiColor::Yellow.on_default(),
            Tone::Bad => AnsiColor::Red.on_default(),
            Tone::Faint => Style::new().dimmed(),
        };
        format!("{style}{text}{style:#}")
    }

    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    pub fn heading(&mut self, text: &str) {
        let painted = self.paint(Tone::Strong, text);
        self.blank();
        self.paragraph("", "  ", &painted);
    }

    /// A paragraph, wrapped; `first` stands before its first line and `rest` before the others.
    pub fn paragraph(&mut self, first: &str, rest: &str, text: &str) {
        let options = textwrap::Options::new(self.look.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(true)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// A text of a table, painted when the table is laid out: colours would have to be taken out of every word to see how wide
    /// it is.
    pub fn cell(&self, tone: Tone, text: &str) -> String {
        match self.look.color {
            true => text.chars().flat_map(|c| [c, tone.mark()]).collect(),
            false => text.to_owned(),
        }
    }

    /// A table without lines around it; `widths` are the most columns that each may take, 0 for whatever is left.
    pub fn table(&mut self, rows: Vec<Vec<String>>, widths: &[usize]) {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.look.width).unwrap_or(u16::MAX));
        for row in rows {
            table.add_row(row);
        }
        for (column, most) in table.column_iter_mut().zip(widths) {
            if let Ok(most @ 1..) = u16::try_from(*most) {
                column.set_constraint(ColumnConstraint::UpperBoundary(Width::Fixed(most)));
            }
        }
        for line in table.lines() {
            let line = self.painted(line.trim_end());
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// A line of a table with the letters painted that are marked.
    fn painted<'l>(&self, line: &'l str) -> Cow<'l, str> {
        if !self.look.color || !line.contains(is_mark) {
            return Cow::Borrowed(line);
        }
        let mut painted = String::with_capacity(line.len());
        let (mut run, mut tone) = (String::new(), None);
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let own = letters.next_if(|c| is_mark(*c)).and_then(Tone::marked_by);
            if own != tone {
                painted.push_str(&self.painted_run(tone, &run));
                (run, tone) = (String::new(), own);
            }
            run.push(letter);
        }
        painted.push_str(&self.painted_run(tone, &run));
        Cow::Owned(painted)
    }

    fn painted_run(&self, tone: Option<Tone>, run: &str) -> String {
        tone.map_or(run.to_owned(), |tone| self.paint(tone, run))
    }
}

/// The first of the signs that mark letters: they take no column and belong to the letter before them, so that no line breaks
/// between. `for_terminal` takes them out of what others write.
const FIRST_MARK: u32 = 0xE0061;

fn is_mark(c: char) -> bool {
    Tone::marked_by(c).is_some()
}

/// Words of a resume between quotation marks, harmless and cut to `columns`.
pub(super) fn quoted(words: &str, columns: usize) -> String {
    format!("\"{}\"", crate::text::clean::shorten(&for_terminal(words), columns))
}

/// The nearest ASCII for the signs that we use; anything else becomes a question mark.
fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '·' | '•' => plain.push('-'),
            '–' | '—' | '‑' => plain.push('-'),
            '…' => plain.push_str("..."),
            '’' | '‘' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '≥' => plain.push_str(">="),
            c if c.is_ascii() => plain.push(c),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_letters_are_painted_on_every_line_that_they_take() {
        let look = Look {
            width: 24,
            color: true,
            unicode: true,
        };
        let mut page = Page::new(look);
        let rows = vec![
            vec![page.cell(Tone::Good, "unassessable"), "one two three four".to_owned()],
            vec!["met".to_owned(), page.cell(Tone::Bad, "5 %")],
        ];
        page.table(rows, &[9, 0]);
        let expected = concat!(
            " \u{1b}[32munasses\u{1b}[0m  one two three\n",
            " \u{1b}[32msable\u{1b}[0m    four\n",
            " met      \u{1b}[31m5 %\u{1b}[0m\n",
        );
        assert_eq!(page.finish(), expected);
    }
}

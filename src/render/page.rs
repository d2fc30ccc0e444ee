//! A page for a terminal: width, colours and signs that the terminal can show.

use crate::text::clean::{for_log, for_terminal};
use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

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
#[derive(Clone, Copy, Debug)]
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
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
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

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
        for line in self.laid_out(rows, widths) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// The same with the word in the first column of each row painted.
    pub fn table_of_words(&mut self, rows: Vec<(Tone, Vec<String>)>, widths: &[usize]) {
        let (tones, mut rows): (Vec<Tone>, Vec<Vec<String>>) = rows.into_iter().unzip();
        // The table is laid out without colours, which would have to be taken out of every word to see how wide it is.
        rows.iter_mut()
            .filter_map(|row| row.first_mut())
            .for_each(|word| word.insert(0, BEGINS));
        let mut tones = tones.into_iter();
        let mut tone = Tone::Faint;
        for mut line in self.laid_out(rows, widths) {
            if let Some(at) = line.find(BEGINS).filter(|at| *at <= PADDING) {
                line.remove(at);
                tone = tones.next().unwrap_or(tone);
            }
            let indent = line.len() - line.trim_start().len();
            let word = line[indent..].split(' ').next().unwrap_or_default().to_owned();
            // A word may go on in the next line; where it does not, something else stands behind its column.
            if indent <= PADDING {
                line.replace_range(indent..indent + word.len(), &self.paint(tone, &word));
            }
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn laid_out(&self, rows: Vec<Vec<String>>, widths: &[usize]) -> Vec<String> {
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
        table.lines().collect()
    }
}

/// Marks where a row begins while a table is laid out: an invisible sign that takes no column. What others write may have it too,
/// but not in the first column.
const BEGINS: char = '\u{2063}';

/// Blanks that a table has before each cell.
const PADDING: usize = 1;

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
    fn the_first_word_of_a_row_is_painted_on_every_line_that_it_takes() {
        let look = Look {
            width: 24,
            color: true,
            unicode: true,
        };
        let mut page = Page::new(look);
        let row = |tone, word: &str, text: &str| (tone, vec![word.to_owned(), text.to_owned()]);
        page.table_of_words(
            vec![
                row(Tone::Good, "unassessable", "one \u{2063}two three four"),
                row(Tone::Bad, "met", "five"),
            ],
            &[9, 0],
        );
        let expected = concat!(
            " \u{1b}[32munasses\u{1b}[0m  one \u{2063}two three\n",
            " \u{1b}[32msable\u{1b}[0m    four\n",
            " \u{1b}[31mmet\u{1b}[0m      five\n",
        );
        assert_eq!(page.finish(), expected);
    }
}

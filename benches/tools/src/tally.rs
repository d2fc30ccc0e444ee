//! What a corpus holds, counted while it is written: `corpus --stats`.

use crate::trade::Trade;
use crate::vocabulary::Entry;
use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Counts of a corpus.
#[derive(Default)]
pub struct Tally {
    lines: usize,
    bytes: usize,
    outside: usize,
    highlights: Strings,
    entries: Strings,
    decorated: usize,
    mistyped: usize,
    escaped: usize,
}

/// How many strings, and how many different ones, known by their hash: among millions two share one with a chance below a
/// thousandth of a percent.
#[derive(Default)]
struct Strings {
    all: usize,
    bytes: usize,
    distinct: HashSet<u64>,
}

impl Strings {
    fn add(&mut self, text: &str) {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        self.all += 1;
        self.bytes += text.len();
        self.distinct.insert(hasher.finish());
    }

    fn share(&self) -> f64 {
        share(self.distinct.len(), self.all)
    }
}

impl Tally {
    /// Counts a finished line.
    pub fn line(&mut self, line: &str, trade: &Trade) {
        self.lines += 1;
        self.bytes += line.len();
        self.outside += usize::from(!trade.in_field);
        self.escaped += usize::from(line.contains('\\'));
    }

    /// Counts a highlight of a job.
    pub fn highlight(&mut self, text: &str) {
        self.highlights.add(text);
    }

    /// Counts an entry of a list of skills.
    pub fn entry(&mut self, text: &str, kind: Entry) {
        self.entries.add(text);
        self.decorated += usize::from(kind == Entry::Decorated);
        self.mistyped += usize::from(kind == Entry::Mistyped);
    }

    /// People in a hundred who do no machine-learning or data work.
    pub fn outside(&self) -> f64 {
        share(self.outside, self.lines)
    }

    /// So many different highlights are among a hundred.
    pub fn different_highlights(&self) -> f64 {
        self.highlights.share()
    }

    /// Entries of lists of skills in a hundred that carry more than a name.
    pub fn decorated(&self) -> f64 {
        share(self.decorated, self.entries.all)
    }

    /// Entries of lists of skills in a hundred with a slip of the pen.
    pub fn mistyped(&self) -> f64 {
        share(self.mistyped, self.entries.all)
    }

    /// Entries of lists of skills in the mean line.
    pub fn entries_a_line(&self) -> f64 {
        self.each(self.entries.all)
    }

    fn each(&self, all: usize) -> f64 {
        all as f64 / self.lines.max(1) as f64
    }
}

fn share(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (lines, entries, highlights) = (self.lines, &self.entries, &self.highlights);
        let each = |all| self.each(all);
        writeln!(f, "{lines} lines, {} bytes, {:.0} a line", self.bytes, each(self.bytes))?;
        writeln!(f, "{:.1} % of the people work outside of the field", self.outside())?;
        writeln!(f, "{:.1} % of the lines hold an escape", share(self.escaped, lines))?;
        writeln!(
            f,
            "{:.1} entries of skills a line: {:.1} % decorated, {:.1} % mistyped, {} different ones ({:.1} %)",
            self.entries_a_line(),
            self.decorated(),
            self.mistyped(),
            entries.distinct.len(),
            entries.share(),
        )?;
        writeln!(
            f,
            "{:.1} highlights a line of {} bytes: {:.1} % different",
            each(highlights.all),
            highlights.bytes / highlights.all.max(1),
            self.different_highlights(),
        )
    }
}

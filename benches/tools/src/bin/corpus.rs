//! Writes synthetic resumes as JSON Lines: `corpus 200000 --seed 7`. Line n is the same however many follow.

use clap::Parser;
use gapcheck_benches::person::People;
use gapcheck_benches::tally::Tally;
use std::io::{self, ErrorKind, Write};

/// So much is written at once.
const CHUNK: usize = 1 << 18;

/// Synthetic resumes as JSON Lines on standard output
#[derive(Parser)]
struct Options {
    /// How many lines
    lines: u64,
    /// Another seed makes other people
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The line to begin with, counted from 0
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Print what the corpus holds, not its lines
    #[arg(long)]
    stats: bool,
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    match write(&options) {
        // Whoever reads has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn write(options: &Options) -> io::Result<()> {
    let people = People::new(options.seed);
    let mut tally = options.stats.then(Tally::default);
    let mut out = io::stdout().lock();
    let mut text = String::with_capacity(2 * CHUNK);
    for index in options.from..options.from + options.lines {
        people.write(index, &mut text, tally.as_mut());
        if text.len() >= CHUNK {
            if tally.is_none() {
                out.write_all(text.as_bytes())?;
            }
            text.clear();
        }
    }
    match tally {
        Some(tally) => write!(out, "{tally}"),
        None => out.write_all(text.as_bytes()),
    }
}

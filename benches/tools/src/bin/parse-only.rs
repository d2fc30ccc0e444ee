//! The yardstick of `batch`: only parses. Splits the input into lines, has serde_json parse each, keeps its strings and its shape
//! in vectors that are used again for the next line, and prints at the end how much there was.
//!
//! `parse-only FILE`, or without a file what comes in.

use gapcheck_benches::parse::{Count, count};
use std::env;
use std::fs::File;
use std::io;

fn main() -> io::Result<()> {
    let Count {
        lines,
        refused,
        strings,
        bytes,
        kinds,
    } = match env::args_os().nth(1) {
        Some(file) => count(File::open(file)?)?,
        None => count(io::stdin().lock())?,
    };
    println!("{lines} lines ({refused} refused), {strings} strings of {bytes} bytes, {kinds} values and keys");
    Ok(())
}

//! The arguments of `gapcheck cohort`.

use super::batch::{bytes, threads};
use super::formats::target;
use super::{CohortFormat, SettingsArgs, Target, day};
use clap::{Args, ValueHint};
use jiff::civil::Date;
use std::num::NonZero;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct CohortArgs {
    /// What `gapcheck batch` wrote (summary or full), or resumes: JSON Lines, .json files, folders; gzip and zstd too; - for standard input
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// Fewer people than this are not told: neither as the whole group nor in any count of it
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    pub min_group: u64,
    /// human, json, csv or html; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<CohortFormat>)]
    pub format: Vec<Target<CohortFormat>>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// How many lines are read at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<NonZero<usize>>,
    /// The longest line, or .json file, that is read, in bytes: 65536, 64K, 8M
    #[arg(long, value_name = "BYTES", default_value = "8M", value_parser = bytes)]
    pub max_line: usize,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// The day that present jobs of resumes run to; then SOURCE_DATE_EPOCH, then today (UTC)
    #[arg(long, env = "GAPCHECK_AS_OF", value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
}

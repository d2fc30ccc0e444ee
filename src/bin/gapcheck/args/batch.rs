//! The arguments of `gapcheck batch`.

use super::{SettingsArgs, day};
use clap::{Args, ValueHint};
use gapcheck::render::json::Fields;
use gapcheck::resume::MAX_BYTES;
use jiff::civil::Date;
use std::num::NonZero;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct BatchArgs {
    /// JSON Lines (a resume a line), .json files (a resume each), folders of both; gzip and zstd too; - for standard input
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// summary, full, or some top-level fields of the assessment: coverage,stage,skills
    #[arg(long, value_name = "FIELDS", default_value = "summary", value_parser = Fields::parse)]
    pub fields: Fields,
    /// Carry what stands at this JSON pointer of each resume as its "id": /basics/email
    #[arg(long, value_name = "POINTER", value_parser = id_pointer)]
    pub id: Option<String>,
    /// Stop at the first resume that cannot be assessed
    #[arg(long)]
    pub strict: bool,
    /// Exit with 0 where resumes have an error instead of an assessment; not where input is missing
    #[arg(long, conflicts_with = "strict")]
    pub exit_zero: bool,
    /// How many resumes are assessed at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<NonZero<usize>>,
    /// The longest line, or .json file, that is read, in bytes: 65536, 64K, 8M
    #[arg(long, value_name = "BYTES", default_value = "8M", value_parser = bytes)]
    pub max_line: usize,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// The day that present jobs run to; then SOURCE_DATE_EPOCH, then today (UTC)
    #[arg(long, env = "GAPCHECK_AS_OF", value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// Write to this file, when all is done, instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// More threads than any machine has cores are a slip.
const MOST_THREADS: usize = 1024;

pub(super) fn threads(text: &str) -> Result<NonZero<usize>, String> {
    let number = text.parse::<NonZero<usize>>().ok().filter(|n| n.get() <= MOST_THREADS);
    number.ok_or_else(|| format!("expected a number from 1 to {MOST_THREADS}"))
}

pub(super) fn bytes(text: &str) -> Result<usize, String> {
    let (digits, unit) = match text.to_ascii_uppercase().strip_suffix(['K', 'M']) {
        Some(digits) if text.ends_with(['k', 'K']) => (digits.to_owned(), 1 << 10),
        Some(digits) => (digits.to_owned(), 1 << 20),
        None => (text.to_owned(), 1),
    };
    let bytes = digits.parse::<usize>().ok().and_then(|n| n.checked_mul(unit));
    bytes.filter(|n| (1..=MAX_BYTES).contains(n)).ok_or_else(|| {
        format!(
            "expected a number of bytes such as 65536, 64K or 8M, at most {}M",
            MAX_BYTES >> 20
        )
    })
}

fn id_pointer(text: &str) -> Result<String, String> {
    // RFC 6901: `~0` is a tilde and `~1` a slash; no other tilde stands in a pointer.
    let is_escape = |rest: &str| rest.starts_with(['0', '1']);
    match text.starts_with('/') && text.split('~').skip(1).all(is_escape) {
        true => Ok(text.to_owned()),
        false => Err("expected a JSON pointer such as /basics/email; in a name ~0 is ~ and ~1 is /".to_owned()),
    }
}

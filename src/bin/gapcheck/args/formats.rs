//! Formats and where they go.

use clap::ValueEnum;
use std::path::PathBuf;

/// What everything can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Markdown,
}

/// What a plan can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    Human,
    Json,
    Markdown,
    Html,
}

/// What a cohort can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CohortFormat {
    Human,
    Json,
    /// A table for spreadsheets and data frames
    Csv,
    /// A page with a heat map
    Html,
}

/// What an assessment can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Human,
    Json,
    Markdown,
    /// A page to look at
    Html,
    /// A card for a README
    Svg,
    /// A small badge
    SvgBadge,
}

/// What a check can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Human,
    Json,
    Markdown,
    Github,
    Sarif,
    Gitlab,
    Junit,
    Badge,
}

/// A format and where it goes; without a file to standard output.
#[derive(Clone, Debug)]
pub struct Target<F> {
    pub format: F,
    pub file: Option<PathBuf>,
}

/// Reads `FORMAT` or `FORMAT=FILE`.
pub fn target<F: ValueEnum>(text: &str) -> Result<Target<F>, String> {
    let (name, file) = match text.split_once('=') {
        Some((_, "")) => return Err("the file name behind = is missing".to_owned()),
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (text, None),
    };
    let format = F::from_str(name, false).map_err(|_| {
        let known = F::value_variants()
            .iter()
            .filter_map(|f| f.to_possible_value().map(|v| v.get_name().to_owned()));
        format!(
            "unknown format \"{name}\"; known are {}",
            known.collect::<Vec<_>>().join(", ")
        )
    })?;
    Ok(Target { format, file })
}

//! Arguments: one derived struct per command; help, completions and man page come from here.

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use gapcheck::model::correction::Alias;
use jiff::civil::Date;
use std::path::PathBuf;

/// Compare a resume with what a senior machine-learning engineer needs.
///
/// Reads resume.json (JSON Resume and what people really write), matches its words with a skill taxonomy and reports what
/// is covered and by which words, the gaps, the certificates worth taking, and the career stage with its reasons.
/// Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "gapcheck", version, arg_required_else_help = true, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// When to use colours (NO_COLOR is respected)
    #[arg(long, global = true, value_enum, default_value_t = ColorWhen::Auto, value_name = "WHEN")]
    pub color: ColorWhen,
    /// Columns that a report may take; by default those of the terminal, else 100
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

const EXIT_CODES: &str =
    "Exit codes: 0 done; 2 could not run (usage, unreadable input, faulty profile); 130 interrupted.";

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal that shows them
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Assess a resume against a role profile
    Assess(AssessArgs),
    /// List, show and check role profiles
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// Look up skills of the taxonomy
    Skills(SkillsArgs),
    /// Show how words would be read, by which rule, and what was rejected
    Match(MatchArgs),
    /// Write shell completions to standard output
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the man page to standard output
    Man,
}

#[derive(Debug, Args)]
pub struct AssessArgs {
    /// The resume, or - for standard input [default: resume.json in the current folder]
    #[arg(value_hint = ValueHint::FilePath)]
    pub resume: Option<PathBuf>,
    /// A built-in profile (see `gapcheck profile list`) or a profile file
    #[arg(long, value_name = "ID|FILE", default_value = "senior-ml-engineer")]
    pub profile: String,
    /// The day that present jobs run to; then SOURCE_DATE_EPOCH, then today (UTC)
    #[arg(long, env = "GAPCHECK_AS_OF", value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// human, json or markdown; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target)]
    pub format: Vec<Target>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Words of the resume that name a skill, for this run: "our-tool=spark" (several times)
    #[arg(long, value_name = "WORDS=SKILL", value_parser = alias)]
    pub alias: Vec<Alias>,
    /// What stands at this JSON pointer, or below it, is not read: /work/0/highlights/2 (several times)
    #[arg(long, value_name = "POINTER", value_parser = pointer)]
    pub ignore: Vec<String>,
    /// Show every mention, the entries that made the years, and why each requirement counts as it does
    #[arg(long)]
    pub explain: bool,
    /// Show the first screen only, and no warnings on standard error
    #[arg(short, long, conflicts_with_all = ["verbose", "explain"])]
    pub quiet: bool,
    /// Say on standard error what is read, with which profile and for which day
    #[arg(short, long)]
    pub verbose: bool,
    /// The name that standard input is shown under
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub stdin_filename: String,
}

#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    /// List the built-in profiles
    List,
    /// Show everything that a profile and its guides hold
    Show {
        /// A built-in profile or a profile file
        #[arg(value_name = "ID|FILE", default_value = "senior-ml-engineer")]
        profile: String,
    },
    /// Check a profile, taxonomy or certifications file; all faults at once, with their places
    Validate {
        /// The file, or - for standard input
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Write the JSON Schema of profiles (or of another data file) to standard output
    Schema {
        /// profile, taxonomy or certifications
        #[arg(default_value = "profile", value_parser = ["profile", "taxonomy", "certifications"])]
        name: String,
    },
}

#[derive(Debug, Args)]
pub struct SkillsArgs {
    /// Part of an id, name or alias; without it all skills are listed
    pub query: Vec<String>,
}

#[derive(Debug, Args)]
pub struct MatchArgs {
    /// The words as they stand in a resume
    #[arg(required = true)]
    pub words: Vec<String>,
    /// Words that name a skill, for this run: "our-tool=spark" (several times)
    #[arg(long, value_name = "WORDS=SKILL", value_parser = alias)]
    pub alias: Vec<Alias>,
    /// A built-in profile (see `gapcheck profile list`) or a profile file
    #[arg(long, value_name = "ID|FILE", default_value = "senior-ml-engineer")]
    pub profile: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Markdown,
}

/// A format and where it goes; without a file to standard output.
#[derive(Clone, Debug)]
pub struct Target {
    pub format: Format,
    pub file: Option<PathBuf>,
}

fn day(text: &str) -> Result<Date, String> {
    gapcheck::text::dates::parse_full(text).ok_or_else(|| "expected a day such as 2026-11-22".to_owned())
}

fn alias(text: &str) -> Result<Alias, String> {
    match text.rsplit_once('=') {
        Some((words, skill)) if !words.trim().is_empty() && !skill.trim().is_empty() => Ok(Alias {
            words: words.trim().to_owned(),
            skill: skill.trim().to_owned(),
        }),
        _ => Err("expected words and a skill with = between, such as our-tool=spark".to_owned()),
    }
}

fn pointer(text: &str) -> Result<String, String> {
    match text.strip_prefix('/') {
        Some(_) => Ok(text.to_owned()),
        None => Err("expected a JSON pointer as the reports show it, such as /work/0/highlights/2".to_owned()),
    }
}

fn target(text: &str) -> Result<Target, String> {
    let (name, file) = match text.split_once('=') {
        Some((_, "")) => return Err("the file name behind = is missing".to_owned()),
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (text, None),
    };
    let format = Format::from_str(name, false).map_err(|_| {
        let known = Format::value_variants()
            .iter()
            .filter_map(|f| f.to_possible_value().map(|v| v.get_name().to_owned()));
        format!(
            "unknown format \"{name}\"; known are {}",
            known.collect::<Vec<_>>().join(", ")
        )
    })?;
    Ok(Target { format, file })
}

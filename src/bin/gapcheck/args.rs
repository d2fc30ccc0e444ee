//! Arguments: one derived struct per command; help, completions and man page come from here.

mod batch;
mod cohort;
mod formats;

pub use batch::BatchArgs;
pub use cohort::CohortArgs;
pub use formats::{CheckFormat, CohortFormat, Format, PlanFormat, ReportFormat, Target};

use clap::builder::BoolishValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use formats::target;
use gapcheck::model::correction::Alias;
use gapcheck::model::policy::{Demand, FailOn};
use gapcheck::model::scale::Stage;
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

const EXIT_CODES: &str = "Exit codes: 0 done; 1 the policy of `check` failed; 2 could not run (usage, unreadable input, faulty profile, a resume of `batch` that was refused); 130 interrupted.";

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
    /// Answer questions instead of writing a resume, and get the same report
    Questionnaire(QuestionnaireArgs),
    /// Plan in which order to close the gaps up to a stage
    Plan(PlanArgs),
    /// Say what the resume itself could show better, line by line
    Advise(AdviseArgs),
    /// Assess many resumes, one line of JSON for each
    Batch(BatchArgs),
    /// Say what a group of people has and lacks
    Cohort(CohortArgs),
    /// Hold a resume against a policy and a baseline, for continuous integration
    Check(CheckArgs),
    /// Show what was gained and lost between two resumes or saved assessments
    Diff(DiffArgs),
    /// Show the configuration in force, and where each value comes from
    Config(ConfigArgs),
    /// Write a configuration file and a workflow to begin with
    Init(InitArgs),
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

/// What a configuration file may hold too, and where it is.
#[derive(Debug, Default, Args)]
pub struct SettingsArgs {
    /// A built-in profile (see `gapcheck profile list`) or a profile file [default: senior-ml-engineer]
    #[arg(long, env = "GAPCHECK_PROFILE", value_name = "ID|FILE")]
    pub profile: Option<String>,
    /// Words of the resume that name a skill, for this run: "our-tool=spark" (several times)
    #[arg(long, value_name = "WORDS=SKILL", value_parser = alias)]
    pub alias: Vec<Alias>,
    /// The configuration file [default: gapcheck.toml, from the resume's folder upwards to .git]
    #[arg(long, env = "GAPCHECK_CONFIG", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read no configuration file, whatever --config or GAPCHECK_CONFIG says
    #[arg(long)]
    pub no_config: bool,
}

/// What is read, and as of when.
#[derive(Debug, Args)]
pub struct ResumeArgs {
    /// The resume, or - for standard input [default: that of the configuration, else resume.json]
    #[arg(value_hint = ValueHint::FilePath)]
    pub resume: Option<PathBuf>,
    /// The day that present jobs run to; then SOURCE_DATE_EPOCH, then today (UTC)
    #[arg(long, env = "GAPCHECK_AS_OF", value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// What stands at this JSON pointer, or below it, is not read: /work/0/highlights/2 (several times)
    #[arg(long, value_name = "POINTER", value_parser = pointer)]
    pub ignore: Vec<String>,
    /// The name that standard input is shown under
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub stdin_filename: String,
}

#[derive(Debug, Args)]
pub struct AssessArgs {
    #[command(flatten)]
    pub input: ResumeArgs,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// human, json, markdown, html, svg or svg-badge; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<ReportFormat>)]
    pub format: Vec<Target<ReportFormat>>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Show every mention, the entries that made the years, and why each requirement counts as it does
    #[arg(long)]
    pub explain: bool,
    /// Show the first screen only, and no warnings on standard error
    #[arg(short, long, conflicts_with_all = ["verbose", "explain"])]
    pub quiet: bool,
    /// Say on standard error what is read, with which profile and for which day
    #[arg(short, long)]
    pub verbose: bool,
}

#[derive(Debug, Args)]
pub struct PlanArgs {
    #[command(flatten)]
    pub input: ResumeArgs,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// The stage aimed at: junior, mid, senior, lead or principal [default: the role's own, else the next one]
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    pub to: Option<Stage>,
    /// human, json, markdown or html; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<PlanFormat>)]
    pub format: Vec<Target<PlanFormat>>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct AdviseArgs {
    #[command(flatten)]
    pub input: ResumeArgs,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// human, json or markdown; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<Format>)]
    pub format: Vec<Target<Format>>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// As of when something is reported.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The day that present jobs run to; then SOURCE_DATE_EPOCH, then today (UTC)
    #[arg(long, env = "GAPCHECK_AS_OF", value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// Write the report to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct QuestionnaireArgs {
    /// Ask only what this resume leaves open
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from: Option<PathBuf>,
    /// Ask only what this stage needs: junior, mid, senior, lead or principal
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    pub to: Option<Stage>,
    /// Save the answers as a resume (JSON Resume), added to the one of --from
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub save: Option<PathBuf>,
    /// Replace the file of --save without asking
    #[arg(long)]
    pub force: bool,
    /// Take the answers from a file, JSON or TOML, and ask nothing
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["continue_from", "dump_questions"])]
    pub answers: Option<PathBuf>,
    /// Go on with the answers of a file
    #[arg(long = "continue", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub continue_from: Option<PathBuf>,
    /// Write the questions as a form that --answers reads
    #[arg(long, value_name = "FORM", value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "toml")]
    pub dump_questions: Option<Form>,
    /// Ask in numbered lines: for screen readers and simple terminals
    #[arg(long)]
    pub plain: bool,
    #[command(flatten)]
    pub settings: SettingsArgs,
    #[command(flatten)]
    pub report: ReportArgs,
    /// human, json, markdown, html, svg or svg-badge; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<ReportFormat>)]
    pub format: Vec<Target<ReportFormat>>,
    /// Show every mention, the entries that made the years, and why each requirement counts as it does
    #[arg(long)]
    pub explain: bool,
}

/// How the questions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// To be filled in
    Toml,
    /// For another program
    Json,
}

/// What must hold for a check to pass.
#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// A requirement of the profile or a skill that must be met, at this level (several times)
    #[arg(long, env = "GAPCHECK_REQUIRE", value_name = "ID[:LEVEL]", value_parser = Demand::parse, value_delimiter = ',')]
    pub require: Vec<Demand>,
    /// The least stage: junior, mid, senior, lead or principal
    #[arg(long, env = "GAPCHECK_STAGE", value_name = "STAGE", value_parser = stage)]
    pub stage: Option<Stage>,
    /// Requirements that fail by themselves: essential ones that are missing, any that is not met, or never
    #[arg(long, env = "GAPCHECK_FAIL_ON", value_name = "WHICH", value_parser = fail_on)]
    pub fail_on: Option<FailOn>,
    /// The least score, 0 to 100
    #[arg(long, env = "GAPCHECK_FAIL_UNDER", value_name = "SCORE", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub fail_under: Option<u32>,
    /// An earlier assessment: no new gap, no lower score or stage [default: gapcheck-baseline.json, if there is one]
    #[arg(long, env = "GAPCHECK_BASELINE", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
    /// Points that the score may lie below the baseline's
    #[arg(long, env = "GAPCHECK_TOLERANCE", value_name = "POINTS", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub tolerance: Option<u32>,
    /// Fail also on what only time, or a new version of program or profile, has changed since the baseline
    #[arg(long, env = "GAPCHECK_STRICT_BASELINE", value_name = "BOOL", value_parser = BoolishValueParser::new(),
        num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub strict_baseline: Option<bool>,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub input: ResumeArgs,
    #[command(flatten)]
    pub settings: SettingsArgs,
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// Write the assessment as the new baseline and hold nothing against the old one
    #[arg(long)]
    pub write_baseline: bool,
    /// Exit with 0 where the policy fails: report only
    #[arg(long)]
    pub exit_zero: bool,
    /// human, json, markdown, github, sarif, gitlab, junit or badge; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<CheckFormat>)]
    pub format: Vec<Target<CheckFormat>>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct DiffArgs {
    /// What it was: a resume, a JSON assessment or a baseline
    #[arg(value_hint = ValueHint::FilePath)]
    pub old: PathBuf,
    /// What it is: the same kinds
    #[arg(value_hint = ValueHint::FilePath)]
    pub new: PathBuf,
    #[command(flatten)]
    pub settings: SettingsArgs,
    #[command(flatten)]
    pub report: ReportArgs,
    /// human, json or markdown; FORMAT=FILE writes to a file, and may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = target::<Format>)]
    pub format: Vec<Target<Format>>,
}

#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// The resume whose folder the search begins in
    #[arg(value_hint = ValueHint::FilePath)]
    pub resume: Option<PathBuf>,
    #[command(flatten)]
    pub settings: SettingsArgs,
    #[command(flatten)]
    pub policy: PolicyArgs,
}

#[derive(Debug, Args)]
pub struct InitArgs {
    /// Where the files go
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    /// List the built-in profiles
    List,
    /// Show everything that a profile and its guides hold
    Show {
        /// A built-in profile or a profile file [default: that of the configuration, else senior-ml-engineer]
        #[arg(value_name = "ID|FILE")]
        profile: Option<String>,
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
    #[command(flatten)]
    pub settings: SettingsArgs,
}

fn stage(text: &str) -> Result<Stage, String> {
    let known = Stage::ALL.into_iter().find(|stage| stage.to_string() == text);
    known.ok_or_else(|| "known are junior, mid, senior, lead and principal".to_owned())
}

fn fail_on(text: &str) -> Result<FailOn, String> {
    let known = [FailOn::Essential, FailOn::Any, FailOn::Never]
        .into_iter()
        .find(|which| which.as_str() == text);
    known.ok_or_else(|| "known are essential, any and never".to_owned())
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

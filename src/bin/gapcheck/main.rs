//! The program: arguments, files, terminal and exit codes around the library.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place that touches files, terminal, clock and environment"
)]

mod advise;
mod args;
mod assess;
mod batch;
mod check;
mod cohort;
mod config;
mod diff;
mod failure;
mod github;
mod init;
mod input;
mod interrupt;
mod output;
mod page;
mod plan;
mod profile;
mod progress;
mod questionnaire;
mod repository;
mod settings;
mod skills;
mod targets;
mod words;

use args::{Cli, Command};
use clap::builder::Resettable;
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches};
use failure::Failure;
use std::ffi::OsStr;
use std::process::ExitCode;

fn main() -> ExitCode {
    let matches = match command().try_get_matches() {
        Ok(matches) => matches,
        // A wrong argument is quoted in the message, and may come from a repository.
        Err(error) if error.use_stderr() => {
            output::note(error.render().to_string().trim_end());
            return ExitCode::from(failure::COULD_NOT_RUN);
        }
        Err(help) => help.exit(),
    };
    // What clap accepted fits the struct that it was made from.
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match run(&cli, &matches) {
        Ok(code) => code,
        Err(failure) => failure.report(&cli),
    }
}

/// The command line. A variable that is set to nothing says nothing: CI services set those of empty inputs.
fn command() -> clap::Command {
    let is_unset = |name: &OsStr| std::env::var_os(name).is_some_and(|value| value.is_empty());
    let ours = |name: &OsStr| name.as_encoded_bytes().starts_with(b"GAPCHECK_");
    if !std::env::vars_os().any(|(name, value)| ours(&name) && value.is_empty()) {
        return Cli::command();
    }
    let without = |arg: Arg| match arg.get_env() {
        Some(name) if is_unset(name) => arg.env(Resettable::Reset),
        _ => arg,
    };
    Cli::command().mut_subcommands(|command| command.mut_args(without))
}

fn run(cli: &Cli, matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let done = match &cli.command {
        Command::Check(args) => return check::run(cli, args),
        Command::Batch(args) => return batch::run(cli, args),
        Command::Questionnaire(args) => return questionnaire::run(cli, args),
        Command::Assess(args) => assess::run(cli, args),
        Command::Plan(args) => plan::run(cli, args),
        Command::Advise(args) => advise::run(cli, args),
        Command::Cohort(args) => cohort::run(cli, args),
        Command::Diff(args) => diff::run(cli, args),
        Command::Config(args) => config::show(args, matches.subcommand_matches("config").unwrap_or(matches)),
        Command::Init(args) => init::run(args),
        Command::Profile(command) => profile::run(cli, command),
        Command::Skills(args) => skills::run(cli, args),
        Command::Match(args) => words::run(cli, args),
        Command::Completions { shell } => completions(*shell),
        Command::Man => man(),
    };
    done.map(|()| ExitCode::SUCCESS)
}

fn completions(shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gapcheck", &mut script);
    output::print_bytes(&script)
}

fn man() -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command())
        .render(&mut page)
        .map_err(|e| Failure::new(format!("cannot write the man page: {e}")))?;
    output::print_bytes(&page)
}

//! The program: arguments, files, terminal and exit codes around the library.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place that touches files, terminal, clock and environment"
)]

mod args;
mod assess;
mod check;
mod config;
mod diff;
mod failure;
mod github;
mod input;
mod output;
mod profile;
mod settings;
mod skills;
mod targets;
mod words;

use args::{Cli, Command};
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let matches = match Cli::command().try_get_matches() {
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

fn run(cli: &Cli, matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let done = match &cli.command {
        Command::Check(args) => return check::run(cli, args),
        Command::Assess(args) => assess::run(cli, args),
        Command::Diff(args) => diff::run(cli, args),
        Command::Config(args) => config::show(args, matches.subcommand_matches("config").unwrap_or(matches)),
        Command::Init(args) => config::init(cli, args),
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

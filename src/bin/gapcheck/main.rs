//! The program: arguments, files, terminal and exit codes around the library.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place that touches files, terminal, clock and environment"
)]

mod args;
mod assess;
mod failure;
mod input;
mod output;
mod profile;
mod skills;
mod words;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(&cli),
    }
}

fn run(cli: &Cli) -> Result<(), Failure> {
    match &cli.command {
        Command::Assess(args) => assess::run(cli, args),
        Command::Profile(command) => profile::run(cli, command),
        Command::Skills(args) => skills::run(cli, args),
        Command::Match(args) => words::run(cli, args),
        Command::Completions { shell } => completions(*shell),
        Command::Man => man(),
    }
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

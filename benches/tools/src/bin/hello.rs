//! The yardstick of start-up: a program with one command and one option, that says hello.

use clap::{Parser, Subcommand};

/// Says hello
#[derive(Parser)]
#[command(version)]
struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Greets somebody
    Greet {
        /// Whom
        #[arg(long, default_value = "world")]
        name: String,
    },
}

fn main() {
    let Command::Greet { name } = Options::parse().command;
    println!("Hello, {name}!");
}

//! Why the program could not run, said on standard error, and the exit code.

use crate::args::Cli;
use crate::output;
use gapcheck::profile::Fault;
use gapcheck::render::diagnostic::{self, Diagnostic};
use gapcheck::resume::ReadError;
use gapcheck::text::clean::for_messages;
use std::io::Write;
use std::process::ExitCode;

/// Exit code 2: could not run.
pub const COULD_NOT_RUN: u8 = 2;

/// A text with what is wrong in it.
#[derive(Debug)]
struct Faults {
    file: String,
    text: String,
    /// Offset, message, help.
    list: Vec<(usize, String, Option<String>)>,
}

/// Why the program could not run.
#[derive(Debug)]
pub struct Failure {
    message: String,
    help: Option<String>,
    faults: Option<Faults>,
}

impl Failure {
    pub fn new(message: impl Into<String>) -> Failure {
        Failure {
            message: message.into(),
            help: None,
            faults: None,
        }
    }

    pub fn help(mut self, help: impl Into<String>) -> Failure {
        self.help = Some(help.into());
        self
    }

    /// A resume that could not be read; `text` is what was read of it, if anything.
    pub fn unreadable(file: &str, text: Option<String>, error: ReadError) -> Failure {
        match (error.offset, text) {
            (Some(offset), Some(text)) => Failure::in_file(file, &text, offset, error.message, error.help),
            _ => {
                let failure = Failure::new(format!("{file}: {}", error.message));
                error.help.into_iter().fold(failure, Failure::help)
            }
        }
    }

    /// A fault in a file that was read.
    pub fn in_file(file: &str, text: &str, offset: usize, message: String, help: Option<String>) -> Failure {
        Failure::with(file, text, vec![(offset, message, help)])
    }

    /// A data file with faults.
    pub fn faulty(file: &str, text: &str, faults: Vec<Fault>) -> Failure {
        let list = faults
            .into_iter()
            .map(|f| (f.offset, format!("{} [{}]", f.message, f.check), None))
            .collect();
        Failure::with(file, text, list)
    }

    /// Faults of a file: offset and message of each.
    pub fn faults(file: &str, text: &str, faults: Vec<(usize, String)>) -> Failure {
        Failure::with(
            file,
            text,
            faults.into_iter().map(|(at, message)| (at, message, None)).collect(),
        )
    }

    /// What is wrong, in a line.
    pub fn said(&self) -> String {
        let help = self.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
        format!("{}{help}", self.message)
    }

    fn with(file: &str, text: &str, list: Vec<(usize, String, Option<String>)>) -> Failure {
        let (file, text) = (file.to_owned(), text.to_owned());
        Failure {
            message: String::new(),
            help: None,
            faults: Some(Faults { file, text, list }),
        }
    }

    /// Says what is wrong and gives the exit code.
    pub fn report(&self, cli: &Cli) -> ExitCode {
        let color = output::color_on_stderr(cli);
        let text = match &self.faults {
            Some(faults) => {
                let file = gapcheck::text::clean::for_terminal(&faults.file);
                let diagnostics: Vec<Diagnostic<'_>> = faults
                    .list
                    .iter()
                    .map(|(offset, message, help)| Diagnostic {
                        message,
                        help: help.as_deref(),
                        file: &file,
                        text: &faults.text,
                        offset: *offset,
                    })
                    .collect();
                diagnostic::render(&diagnostics, color, output::width(cli))
            }
            None => {
                let help = self
                    .help
                    .as_deref()
                    .map_or(String::new(), |help| format!("help: {help}\n"));
                format!("error: {}\n{help}", gapcheck::text::clean::for_terminal(&self.message))
            }
        };
        // Where standard error is closed there is nobody left to tell.
        let _ = std::io::stderr().write_all(for_messages(&text).as_bytes());
        ExitCode::from(COULD_NOT_RUN)
    }
}

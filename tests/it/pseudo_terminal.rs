//! A real pseudo-terminal with the questionnaire in it: keys go in, and what is shown is waited for.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on a terminal and on files of their own"
)]

use super::cli::folder_with;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};
use std::num::NonZero;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// The screen, which is asserted on, and the program behind it.
pub(crate) struct Terminal {
    pub(crate) session: OsSession,
    pub(crate) screen: vt100::Parser,
    folder: TempDir,
}

/// Long enough for the slowest machine: only a prompt that never comes waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const UP: &str = "\x1b[A";

impl Terminal {
    pub(crate) fn start(arguments: &[&str], rows: u16, columns: u16) -> Terminal {
        Terminal::start_in(folder_with("x", ""), arguments, rows, columns)
    }

    pub(crate) fn start_in(folder: TempDir, arguments: &[&str], rows: u16, columns: u16) -> Terminal {
        // The window has its size before the program looks at it, and after the session has given it one of its own.
        let mut command = Command::new("sh");
        let script = format!("read -r go; stty rows {rows} cols {columns}; exec \"$0\" \"$@\"");
        command
            .args([
                "-c",
                &script,
                env!("CARGO_BIN_EXE_gapcheck"),
                "questionnaire",
                "--as-of",
                "2026-11-22",
            ])
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8");
        let mut session = Session::spawn(command).expect("a pseudo-terminal");
        session.set_expect_timeout(Some(PATIENCE));
        session.send("go\n").expect("the shell reads");
        Terminal {
            session,
            screen: vt100::Parser::new(size(rows), size(columns), 500),
            folder,
        }
    }

    /// Waits until a text is shown.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) {
        let found = self.session.expect(text);
        let found = found.unwrap_or_else(|e| {
            panic!(
                "{text:?} is not shown ({e}); the screen is\n{}",
                self.screen.screen().contents()
            )
        });
        self.screen.process(found.before());
        self.screen.process(found.get(0).unwrap_or_default());
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.session.send(keys).expect("the program reads");
    }

    /// Types a line where one is asked for.
    #[track_caller]
    pub(crate) fn types(&mut self, asked: &str, line: &str) {
        self.sees(asked);
        self.sees("> ");
        self.send(line);
        self.send("\r");
    }

    /// Presses keys in a menu once all of it is shown.
    #[track_caller]
    pub(crate) fn picks(&mut self, asked: &str, keys: &[&str]) {
        self.sees(asked);
        self.sees("(I do not know)");
        for key in keys {
            self.send(key);
            // A menu is drawn anew after each key but the last.
            if !["\r", "\x1b", "\x03"].contains(key) {
                self.sees("(I do not know)");
            }
        }
    }

    /// Marks lines of a menu whose last line is `last`.
    #[track_caller]
    pub(crate) fn marks(&mut self, asked: &str, last: &str, keys: &[&str]) {
        self.sees(asked);
        self.sees("Space marks");
        self.sees(last);
        for key in keys {
            self.send(key);
            if !["\r", "\x1b", "\x03"].contains(key) {
                self.sees(last);
            }
        }
    }

    /// Marks nothing, and chooses what this means by keys.
    #[track_caller]
    pub(crate) fn marks_nothing(&mut self, asked: &str, keys: &[&str]) {
        self.sees(asked);
        self.sees("Space marks");
        self.send("\r");
        self.picks("Nothing is marked.", keys);
    }

    /// Waits for the end; the exit code, and what was shown last.
    #[track_caller]
    pub(crate) fn ends(mut self) -> (String, String, TempDir) {
        let rest = self.session.expect(Eof).expect("the program ends");
        let text = String::from_utf8_lossy(rest.as_bytes()).into_owned();
        self.screen.process(rest.as_bytes());
        let status = self.session.get_process_mut().wait().expect("it ended");
        assert!(!self.screen.screen().hide_cursor(), "the cursor stays hidden");
        (format!("{status:?}"), text, self.folder)
    }

    /// Two roles.
    pub(crate) fn tells_roles(&mut self) {
        self.types("1. (empty: no more)", "ML Engineer, 2021-03 to present");
        self.types("2. (empty: no more)", "Data Scientist, 2018 to 2021-02");
        self.types("3. (empty: no more)", "");
    }

    pub(crate) fn signal(&self, name: &str) {
        let pid = self.session.get_process().pid().to_string();
        assert!(
            Command::new("kill")
                .args([name, &pid])
                .status()
                .expect("kill is there")
                .success()
        );
    }
}

fn size(of: u16) -> NonZero<u16> {
    NonZero::new(of).expect("a window is not empty")
}

#[track_caller]
pub(crate) fn exited(status: &str, code: i32) {
    assert!(
        status.contains("Exited") && status.contains(&format!(", {code})")),
        "{status}"
    );
}

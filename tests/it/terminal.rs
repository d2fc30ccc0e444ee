//! The questionnaire on a real pseudo-terminal: the whole way to the report, back, skip, and every way to be interrupted.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on a terminal and on files of their own"
)]

use super::cli::folder_with;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};
use std::fs;
use std::num::NonZero;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// The screen, which is asserted on, and the program behind it.
struct Terminal {
    session: OsSession,
    screen: vt100::Parser,
    folder: TempDir,
}

/// Long enough for the slowest machine: only a prompt that never comes waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

impl Terminal {
    fn start(arguments: &[&str], rows: u16, columns: u16) -> Terminal {
        Terminal::start_in(folder_with("x", ""), arguments, rows, columns)
    }

    fn start_in(folder: TempDir, arguments: &[&str], rows: u16, columns: u16) -> Terminal {
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
    fn sees(&mut self, text: &str) {
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

    fn send(&mut self, keys: &str) {
        self.session.send(keys).expect("the program reads");
    }

    /// Types a line where one is asked for.
    #[track_caller]
    fn types(&mut self, asked: &str, line: &str) {
        self.sees(asked);
        self.sees("> ");
        self.send(line);
        self.send("\r");
    }

    /// Presses keys in a menu once all of it is shown.
    #[track_caller]
    fn picks(&mut self, asked: &str, keys: &[&str]) {
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

    /// Waits for the end; the exit code, and what was shown last.
    #[track_caller]
    fn ends(mut self) -> (String, String, TempDir) {
        let rest = self.session.expect(Eof).expect("the program ends");
        let text = String::from_utf8_lossy(rest.as_bytes()).into_owned();
        self.screen.process(rest.as_bytes());
        let status = self.session.get_process_mut().wait().expect("it ended");
        assert!(!self.screen.screen().hide_cursor(), "the cursor stays hidden");
        (format!("{status:?}"), text, self.folder)
    }

    /// Two roles.
    fn tells_roles(&mut self) {
        self.types("1. (empty: no more)", "ML Engineer, 2021-03 to present");
        self.types("2. (empty: no more)", "Data Scientist, 2018 to 2021-02");
        self.types("3. (empty: no more)", "");
    }

    fn signal(&self, name: &str) {
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
fn exited(status: &str, code: i32) {
    assert!(
        status.contains("Exited") && status.contains(&format!(", {code})")),
        "{status}"
    );
}

#[test]
fn the_whole_way_to_the_report() {
    let mut t = Terminal::start(&["--to", "senior"], 40, 100);
    t.sees("Question 1 of ");
    t.tells_roles();
    // What blocks the next stage comes first: a model of one's own.
    t.picks("[stage:model-ownership]", &[" ", "\r"]);
    t.types(
        "Which one, from where to where?",
        "the size adviser, from the data to its monitoring",
    );
    t.picks("Where was that?", &[" ", "\r"]);
    t.picks("[stage:put-to-use]", &[" ", "\r"]);
    t.types("Which model, and who uses it?", "the size adviser, used in every order");
    t.picks("Where was that?", &[" ", DOWN, " ", "\r"]);
    t.picks("[stage:leadership]", &[" ", "\r"]);
    t.types("Whom did you mentor", "2 junior engineers for a year");
    t.picks("Where was that?", &[" ", "\r"]);
    t.picks("[stage:production-scale]", &[" ", "\r"]);
    // Scale was offered before; what is left is a design.
    t.types("Which system", "the recommendations of a shop with 3 million products");
    t.picks("Where was that?", &[DOWN, " ", "\r"]);
    t.picks("Your answers; choose one to change it", &["\r"]);
    t.types("Save the answers as a resume?", "cv.json");
    let (status, report, folder) = t.ends();
    exited(&status, 0);
    assert!(
        report.contains("senior") && report.contains("wrote cv.json"),
        "{report}"
    );
    let saved = fs::read_to_string(folder.path().join("cv.json")).expect("a resume");
    assert!(
        saved.contains("\"Mentored colleagues or students: 2 junior engineers for a year.\""),
        "{saved}"
    );
}

#[test]
fn back_change_skip_help_and_what_is_not_known() {
    let mut t = Terminal::start(&[], 40, 100);
    t.tells_roles();
    // Help shows the guides' words and asks again; then back to the roles, which are changed.
    t.picks("[python-core]", &[UP, UP, " ", "\r"]);
    t.sees("decipheru: ");
    t.picks("which of these have you used or done?", &[UP, UP, UP, UP, " ", "\r"]);
    t.sees("[roles]");
    // The line is there to be changed.
    t.types("1. (empty: no more)", "\x7f\x7f\x7f\x7f\x7f\x7f\x7f2024-01");
    t.types("2. (empty: no more)", "");
    t.types("3. (empty: no more)", "");
    t.picks("[python-core]", &[UP, " ", "\r"]);
    t.picks("Question 3 of ", &[UP, UP, UP, " ", "\r"]);
    t.picks("Question 4 of ", &["\x1b"]);
    let (status, said, folder) = t.ends();
    exited(&status, 130);
    assert!(said.contains("gapcheck-answers.json"), "{said}");
    let kept = fs::read_to_string(folder.path().join("gapcheck-answers.json")).expect("the answers");
    assert!(
        kept.contains("\"to\": \"2024-01\"") && kept.contains("\"python-core\": \"unknown\""),
        "{kept}"
    );
    assert!(!kept.contains("\"leadership\""), "{kept}");
}

#[test]
fn an_interruption_keeps_the_answers_and_they_go_on() {
    for how in ["\x03", "\x1b", "-INT", "-TERM"] {
        let mut t = Terminal::start(&[], 40, 100);
        t.tells_roles();
        t.sees("[python-core]");
        t.sees("(I do not know)");
        match how {
            signal if signal.starts_with('-') => t.signal(signal),
            key => t.send(key),
        }
        let (status, _, folder) = t.ends();
        exited(&status, 130);
        let mut t = Terminal::start_in(folder, &["--continue", "gapcheck-answers.json"], 40, 100);
        t.picks("Question 1 of ", &["\r"]);
        t.sees("Question 2 of ");
        t.sees("(I do not know)");
        t.signal("-TERM");
        let (status, said, folder) = t.ends();
        exited(&status, 130);
        assert!(
            said.contains("gapcheck-answers.json") && !said.contains("gapcheck-answers-2.json"),
            "{said}"
        );
        let kept = fs::read_to_string(folder.path().join("gapcheck-answers.json")).expect("the answers");
        assert!(kept.contains("\"python-core\": \"none\""), "{how:?}: {kept}");
    }
}

#[test]
fn a_text_is_left_by_escape_and_by_a_signal() {
    for how in ["\x1b", "\x03", "-TERM"] {
        let mut t = Terminal::start(&[], 40, 100);
        t.sees("1. (empty: no more)");
        t.sees("> ");
        match how {
            signal if signal.starts_with('-') => t.signal(signal),
            key => t.send(key),
        }
        let (status, _, folder) = t.ends();
        exited(&status, 130);
        // Nothing was answered, so nothing is kept.
        assert!(!folder.path().join("gapcheck-answers.json").exists());
    }
}

#[test]
fn small_windows_and_simple_terminals_are_asked_in_lines() {
    for (rows, columns, arguments) in [
        (2, 80, vec![]),
        (1, 80, vec![]),
        (40, 20, vec![]),
        (40, 100, vec!["--plain"]),
    ] {
        let mut t = Terminal::start(&arguments, rows, columns);
        t.sees("1. (empty: no more)");
        t.send("ML Engineer, 2021-03 to present\r");
        t.sees("2. (empty: no more)");
        t.send("\r");
        t.sees("[projects]");
        t.sees("1. (empty: no more)");
        t.send("\r");
        t.sees("[python-core]");
        t.sees("known");
        t.send("99\r");
        t.sees("\"99\"");
        t.send("1 2\r");
        t.sees("What");
        t.send("<\r");
        t.sees("known");
        t.send("-\r");
        t.sees("[leadership]");
        t.sees("known");
        t.signal("-TERM");
        let (status, said, folder) = t.ends();
        exited(&status, 130);
        assert!(!said.contains("panicked"), "{said}");
        let kept = fs::read_to_string(folder.path().join("gapcheck-answers.json")).expect("the answers");
        assert!(kept.contains("\"python-core\": \"unknown\""), "{kept}");
    }
}

#[test]
fn a_window_that_shrinks_in_the_middle_goes_on_in_lines() {
    let mut t = Terminal::start(&[], 40, 100);
    t.tells_roles();
    t.sees("[python-core]");
    t.sees("(I do not know)");
    t.session
        .get_process_mut()
        .set_window_size(100, 2)
        .expect("it is resized");
    t.send(DOWN);
    t.sees("not known");
    t.send("0\r");
    t.sees("Question 3 of ");
    t.sees("not known");
    // Grown again, it is asked in menus from the next prompt on.
    t.session
        .get_process_mut()
        .set_window_size(100, 40)
        .expect("it is resized");
    t.send("0\r");
    t.picks("Question 4 of ", &["\x03"]);
    let (status, said, _) = t.ends();
    exited(&status, 130);
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn the_recording_in_the_readme_is_what_a_terminal_shows() {
    let mut t = Terminal::start(&[], 60, 92);
    t.types("1. (empty: no more)", "Machine Learning Engineer, 2021-03 to present");
    t.types("2. (empty: no more)", "Data Analyst, 2018-06 to 2021-02");
    t.types("3. (empty: no more)", "");
    t.picks("[python-core]", &[" ", DOWN, " ", "\r"]);
    t.picks("Where did you use Python", &[" ", DOWN, " ", "\r"]);
    t.types(
        "What did you do with Python",
        "wrote the features of the delivery forecast",
    );
    t.picks("Python: how well?", &[DOWN]);
    let shown = t.screen.screen().contents();
    let from = shown.find("Question 1 of").expect("the first question");
    let shown: Vec<&str> = shown[from..].lines().map(str::trim_end).collect();
    let shown = shown.join("\n");
    assert!(
        include_str!("../../README.md").contains(shown.trim_end()),
        "the README does not show\n{shown}"
    );
    t.send("\x03");
    exited(&t.ends().0, 130);
}

//! The questionnaire on a real pseudo-terminal: the whole way to the report, back, skip, and every way to be interrupted.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on a terminal and on files of their own"
)]

use super::pseudo_terminal::{DOWN, Terminal, UP, exited};
use std::fs;

#[test]
fn the_whole_way_to_the_report() {
    let mut t = Terminal::start(&["--to", "senior"], 40, 100);
    t.sees("Question 1 of ");
    t.tells_roles();
    let (first, last) = ("ML Engineer (", "Data Scientist (2018 to 2021-02)");
    // What blocks the next stage comes first: a model of one's own.
    t.marks("[stage:model-ownership]", "(Technical strategy)", &[" ", "\r"]);
    t.marks("Where: owned a model", last, &[" ", "\r"]);
    t.types(
        "Which one, from where to where?",
        "the size adviser, from its data to its alarms",
    );
    t.marks("[stage:put-to-use]", "(Organization-wide direction)", &[" ", "\r"]);
    t.marks("Where: brought a model", last, &[" ", DOWN, " ", "\r"]);
    t.types(first, "the size adviser, used in every shop");
    // One text in two places would be one deed told twice.
    t.types("Data Scientist (", "the size adviser, used in every shop");
    t.sees("stand in another place already");
    t.sees("> ");
    t.send("\x7f\x7f\x7f\x7fparcel\r");
    t.marks("[stage:leadership]", "(People management)", &[" ", "\r"]);
    t.marks("Where: mentored", last, &[" ", "\r"]);
    // What was not done is no deed.
    t.types("Whom did you mentor", "not yet");
    t.sees("it was not done");
    t.sees("> ");
    t.send("\x7f\x7f\x7f\x7f\x7f\x7f\x7f2 junior engineers for a spring\r");
    // Scale was offered before; what is left is a design.
    t.marks("[stage:production-scale]", "(System design)", &[" ", "\r"]);
    t.marks("Where: designed", last, &[DOWN, " ", "\r"]);
    t.types("Which system", "the recommendations of a shop with 2 million products");
    t.picks("Your answers; choose one to change it", &["\r"]);
    t.types("Save the answers as a resume?", "cv.json");
    let (status, report, folder) = t.ends();
    exited(&status, 0);
    assert!(
        report.contains("senior") && report.contains("wrote cv.json"),
        "{report}"
    );
    let saved = fs::read_to_string(folder.path().join("cv.json")).expect("a resume");
    for sentence in [
        "Mentored colleagues or students: 2 junior engineers for a spring.",
        "Brought a model into production: the size adviser, used in every parcel.",
    ] {
        assert!(saved.contains(sentence), "{saved}");
    }
}

#[test]
fn back_change_skip_help_and_what_is_not_known() {
    let mut t = Terminal::start(&[], 40, 100);
    t.tells_roles();
    // Help shows the guides' words and asks again; then back to the roles, which are changed.
    t.marks_nothing("[python-core]", &[UP, UP, "\r"]);
    t.sees("decipheru: ");
    t.marks_nothing("which of these have you used or done?", &[UP, UP, UP, UP, "\r"]);
    t.sees("[roles]");
    t.picks("Choose one to change or to take out", &[UP, UP, UP, "\r"]);
    // The line is there to be changed.
    t.types("How is it right?", "\x7f\x7f\x7f\x7f\x7f\x7f\x7f2024-01");
    // The other one is taken out.
    t.picks("Choose one to change or to take out", &[UP, UP, "\r"]);
    t.types("How is it right?", &"\x7f".repeat(40));
    t.picks("Choose one to change or to take out", &["\r"]);
    // With one job left, projects are asked for.
    t.types("1. (empty: no more)", "");
    // Nothing is lost of what was marked when a prompt that follows goes back.
    t.marks("[python-core]", "SciPy", &[" ", "\r"]);
    t.types("What did you do with Python", "<");
    t.marks("which of these have you used or done?", "SciPy", &["\r"]);
    t.types("What did you do with Python", "wrote the features of a forecast");
    t.picks("Python: how well?", &["\r"]);
    t.marks_nothing("Question 4 of ", &[UP, UP, UP, "\r"]);
    t.marks_nothing("Question 5 of ", &[UP, "\r"]);
    t.sees("Question 6 of ");
    t.sees("Space marks");
    t.send("\x1b");
    let (status, said, folder) = t.ends();
    exited(&status, 130);
    assert!(said.contains("gapcheck-answers.json"), "{said}");
    let kept = fs::read_to_string(folder.path().join("gapcheck-answers.json")).expect("the answers");
    assert!(
        kept.contains("\"to\": \"2024-01\"") && !kept.contains("Data Scientist"),
        "{kept}"
    );
    assert!(
        kept.contains("wrote the features of a forecast") && kept.contains("\"unknown\""),
        "{kept}"
    );
}

#[test]
fn an_interruption_keeps_the_answers_and_they_go_on() {
    for how in ["\x03", "\x1b", "-INT", "-TERM"] {
        let mut t = Terminal::start(&[], 40, 100);
        t.tells_roles();
        t.sees("[python-core]");
        t.sees("SciPy");
        match how {
            signal if signal.starts_with('-') => t.signal(signal),
            key => t.send(key),
        }
        let (status, _, folder) = t.ends();
        exited(&status, 130);
        let mut t = Terminal::start_in(folder, &["--continue", "gapcheck-answers.json"], 40, 100);
        t.marks_nothing("Question 1 of ", &["\r"]);
        t.sees("Question 2 of ");
        t.sees("Space marks");
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
fn jobs_are_kept_where_somebody_stops_among_them() {
    let mut t = Terminal::start(&[], 40, 100);
    t.types("1. (empty: no more)", "ML Engineer, 2021-03 to present");
    t.sees("2. (empty: no more)");
    t.sees("> ");
    t.send("\x03");
    let (status, _, folder) = t.ends();
    exited(&status, 130);
    let kept = fs::read_to_string(folder.path().join("gapcheck-answers.json")).expect("the answers");
    assert!(kept.contains("\"ML Engineer\""), "{kept}");
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
    t.sees("SciPy");
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
    t.sees("Question 4 of ");
    t.sees("Space marks");
    t.send("\x03");
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
    t.marks("[python-core]", "SciPy", &[" ", DOWN, " ", "\r"]);
    t.marks("Where did you use Python", "Data Analyst (", &[" ", DOWN, " ", "\r"]);
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

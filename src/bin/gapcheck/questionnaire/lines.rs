//! Prompts in numbered lines: for screen readers, for terminals that cannot move the cursor, for windows that are too small.

use crate::interrupt;
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use gapcheck::text::clean::for_terminal;
use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// What every prompt takes beside its answer.
const CONTROLS: &str = "< back, > skip, ? help, - not known";

#[derive(Clone)]
pub struct Lines {
    /// Columns that a line may take.
    pub columns: usize,
}

/// What a typed line means: one of the controls, or an answer that `check` accepts.
pub fn reply(line: &str, check: &dyn Fn(&str) -> Result<(), String>) -> Result<Reply<String>, String> {
    match line.trim() {
        "<" => Ok(Reply::Back),
        ">" => Ok(Reply::Skip),
        "?" => Ok(Reply::Help),
        "-" => Ok(Reply::Unknown),
        "" => Ok(Reply::Given(String::new())),
        line => check(line).map(|()| Reply::Given(line.to_owned())),
    }
}

/// How often is looked for an interruption: nobody notices a twentieth of a second.
const LOOK: Duration = Duration::from_millis(50);

/// A line from standard input, without its end; the end of the input and an interruption stop. It is read by a thread of its own,
/// as a read that waits goes on waiting after an interruption.
fn read_line() -> Result<String, Stopped> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line);
        // Nobody waits for it any more after an interruption.
        let _ = send.send(read.ok().filter(|bytes| *bytes > 0).map(|_| line));
    });
    loop {
        match receive.recv_timeout(LOOK) {
            _ if interrupt::is_stopped() => return Err(Stopped),
            Ok(line) => return line.map(|line| line.trim().to_owned()).ok_or(Stopped),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
        }
    }
}

impl Lines {
    fn show(&mut self, prompt: &str, items: &[String], is_marked: &dyn Fn(usize) -> bool) {
        self.say(prompt);
        for (i, item) in items.iter().enumerate() {
            self.say(&format!("{}{}. {item}", if is_marked(i) { "*" } else { " " }, i + 1));
        }
    }

    /// Asks until a line means something.
    fn ask<T>(&mut self, prompt: &str, mean: impl Fn(&str) -> Result<Reply<T>, String>) -> Result<Reply<T>, Stopped> {
        loop {
            let mut stderr = std::io::stderr();
            // Where standard error is closed there is nobody left to ask.
            write!(stderr, "{prompt}> ")
                .and_then(|()| stderr.flush())
                .map_err(|_| Stopped)?;
            match mean(&read_line()?) {
                Ok(reply) => return Ok(reply),
                Err(fault) => self.say(&fault),
            }
        }
    }
}

/// A number of an item, from 1.
fn number(word: &str, items: usize) -> Result<usize, String> {
    let number = word.parse::<usize>().ok().filter(|n| (1..=items).contains(n));
    number
        .map(|n| n - 1)
        .ok_or_else(|| format!("\"{}\" is no number from 1 to {items}", for_terminal(word)))
}

impl Prompter for Lines {
    fn say(&mut self, text: &str) {
        for paragraph in text.split('\n') {
            let safe = for_terminal(paragraph);
            for line in textwrap::wrap(&safe, self.columns.max(10)) {
                // Where standard error is closed there is nobody left to tell.
                let _ = writeln!(std::io::stderr(), "{line}");
            }
        }
    }

    fn choose(&mut self, prompt: &str, items: &[String], first: usize) -> Result<Reply<usize>, Stopped> {
        self.show(prompt, items, &|i| i == first);
        self.say(&format!("One number; empty for the one with *; {CONTROLS}"));
        self.ask("", |line| {
            reply(line, &|_| Ok(()))?.try_map(|line| match line.as_str() {
                "" => Ok(first),
                word => number(word, items.len()),
            })
        })
    }

    fn mark(&mut self, prompt: &str, items: &[String], marked: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        self.show(prompt, items, &|i| marked.contains(&i));
        let empty = if marked.is_empty() {
            "empty for none"
        } else {
            "empty for those with *, 0 for none"
        };
        self.say(&format!("Numbers with blanks between; {empty}; {CONTROLS}"));
        self.ask("", |line| {
            reply(line, &|_| Ok(()))?.try_map(|line| match line.as_str() {
                "" => Ok(marked.to_vec()),
                "0" => Ok(Vec::new()),
                line => {
                    let words = line.split([' ', ',']).filter(|word| !word.is_empty());
                    let mut numbers = words
                        .map(|word| number(word, items.len()))
                        .collect::<Result<Vec<_>, _>>()?;
                    numbers.sort_unstable();
                    numbers.dedup();
                    Ok(numbers)
                }
            })
        })
    }

    fn line(
        &mut self,
        prompt: &str,
        initial: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        self.say(prompt);
        if !initial.is_empty() {
            self.say(&format!("So far: {initial} (empty keeps it, 0 takes it out)"));
        }
        self.ask("", |line| match line {
            "" if !initial.is_empty() => reply(initial, check),
            "0" if !initial.is_empty() => Ok(Reply::Given(String::new())),
            line => reply(line, check),
        })
    }
}

//! Prompts on a terminal: dialoguer's menus, and a line of text that Esc leaves.
//!
//! dialoguer panics where a window shrinks below three rows while a menu is open; that is caught, and answered in numbered lines.

use super::lines::Lines;
use crate::interrupt;
use console::{Key, Term};
use dialoguer::{MultiSelect, Select};
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use gapcheck::text::clean::{for_terminal, shorten};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Fewer rows or columns than these make a menu unreadable, and make dialoguer panic.
const LEAST: (u16, u16) = (8, 40);

/// What stands above the items; dialoguer adds the page where there are several.
const CHOOSE: &str = "Enter chooses";
const MARK: &str = "Space marks, Enter goes on";

/// What stands below the items of a menu in which one is chosen.
const CONTROLS: [&str; 4] = ["(back)", "(skip)", "(help)", "(I do not know)"];

/// Columns that a menu puts before an item.
const MARGIN: usize = 8;

pub struct Menus {
    term: Term,
    /// For windows that are too small.
    lines: Lines,
}

impl Menus {
    pub fn new(lines: Lines) -> Menus {
        Menus {
            term: Term::stderr(),
            lines,
        }
    }

    fn is_small(&self) -> bool {
        let (rows, columns) = self.term.size();
        rows < LEAST.0 || columns < LEAST.1
    }

    /// The items as they fit.
    fn shown(&self, items: &[String]) -> Vec<String> {
        let columns = usize::from(self.term.size().1).saturating_sub(MARGIN);
        items.iter().map(|item| shorten(&for_terminal(item), columns)).collect()
    }

    /// Runs a menu: `None` where it could not be shown, so that lines must do.
    fn menu<T>(&self, menu: impl FnOnce(&Term) -> dialoguer::Result<Option<T>>) -> Option<Result<T, Stopped>> {
        if interrupt::is_stopped() {
            return Some(Err(Stopped));
        }
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let done = catch_unwind(AssertUnwindSafe(|| menu(&self.term)));
        std::panic::set_hook(hook);
        // A menu that did not end by itself leaves the cursor hidden.
        let _ = self.term.show_cursor();
        Some(match done.ok()? {
            Ok(Some(answer)) => Ok(answer),
            Ok(None) | Err(_) => Err(Stopped),
        })
    }
}

/// What a control means.
fn control<T>(index: usize) -> Reply<T> {
    [Reply::Back, Reply::Skip, Reply::Help, Reply::Unknown]
        .into_iter()
        .nth(index)
        .unwrap_or(Reply::Skip)
}

impl Prompter for Menus {
    fn say(&mut self, text: &str) {
        self.lines.say(text);
    }

    fn choose(&mut self, prompt: &str, items: &[String], first: usize) -> Result<Reply<usize>, Stopped> {
        if self.is_small() {
            return self.lines.choose(prompt, items, first);
        }
        self.lines.say(prompt);
        let mut shown = self.shown(items);
        shown.extend(CONTROLS.map(str::to_owned));
        let menu = |term: &Term| {
            Select::new()
                .with_prompt(CHOOSE)
                .items(&shown)
                .default(first)
                .report(false)
                .interact_on_opt(term)
        };
        match self.menu(menu) {
            None => self.lines.choose(prompt, items, first),
            Some(chosen) => {
                let chosen = chosen?;
                Ok(match chosen.checked_sub(items.len()) {
                    Some(index) => control(index),
                    None => {
                        self.lines.say(&format!("> {}", items[chosen]));
                        Reply::Given(chosen)
                    }
                })
            }
        }
    }

    fn mark(&mut self, prompt: &str, items: &[String], marked: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        if self.is_small() {
            return self.lines.mark(prompt, items, marked);
        }
        self.lines.say(prompt);
        let shown = self.shown(items);
        let defaults: Vec<bool> = (0..shown.len()).map(|i| marked.contains(&i)).collect();
        let menu = |term: &Term| {
            MultiSelect::new()
                .with_prompt(MARK)
                .items(&shown)
                .defaults(&defaults)
                .report(false)
                .interact_on_opt(term)
        };
        let Some(chosen) = self.menu(menu) else {
            return self.lines.mark(prompt, items, marked);
        };
        let chosen = chosen?;
        if chosen.is_empty() {
            // Enter on a line that is not marked means that line to many people: what nothing means is asked.
            return self.nothing(prompt, items);
        }
        let names: Vec<&str> = chosen.iter().map(|i| items[*i].as_str()).collect();
        self.lines.say(&format!("> {}", names.join(", ")));
        Ok(Reply::Given(chosen))
    }

    fn line(
        &mut self,
        prompt: &str,
        initial: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        if self.is_small() {
            return self.lines.line(prompt, initial, check);
        }
        self.lines.say(prompt);
        let mut text = initial.to_owned();
        loop {
            text = self.typed(text)?;
            match super::lines::reply(&text, check) {
                Ok(reply) => return Ok(reply),
                Err(fault) => self.lines.say(&fault),
            }
        }
    }
}

impl Menus {
    /// What it means that nothing was marked.
    fn nothing(&mut self, prompt: &str, items: &[String]) -> Result<Reply<Vec<usize>>, Stopped> {
        let choices = ["none of these".to_owned(), "let me mark some".to_owned()];
        match self.choose("Nothing is marked.", &choices, 0)? {
            Reply::Given(1) => self.mark(prompt, items, &[]),
            reply => reply.try_map(|_| Ok(Vec::new())),
        }
    }

    /// A line of text, typed in one row of which the end is shown.
    fn typed(&self, mut text: String) -> Result<String, Stopped> {
        loop {
            if interrupt::is_stopped() {
                return Err(Stopped);
            }
            let columns = usize::from(self.term.size().1).saturating_sub(MARGIN).max(1);
            let safe = for_terminal(&text);
            let end: String = {
                let mut left = columns;
                let fits = |c: &char| {
                    let width = shorten(&c.to_string(), 2).len().min(2);
                    left.checked_sub(width).map(|rest| left = rest).is_some()
                };
                let tail: Vec<char> = safe.chars().rev().take_while(fits).collect();
                tail.into_iter().rev().collect()
            };
            let shown = self
                .term
                .clear_line()
                .and_then(|()| self.term.write_str(&format!("> {end}")))
                .and_then(|()| self.term.flush());
            let key = shown.and_then(|()| self.term.read_key());
            match key {
                Ok(Key::Enter) => {
                    let _ = self.term.write_line("");
                    return Ok(text);
                }
                Ok(Key::Backspace) => {
                    text.pop();
                }
                Ok(Key::Char(c)) if !c.is_control() => text.push(c),
                Ok(Key::Escape) | Err(_) => {
                    let _ = self.term.write_line("");
                    return Err(Stopped);
                }
                Ok(_) => {}
            }
        }
    }
}

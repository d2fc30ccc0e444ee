//! How far a long run is, in one line of the terminal that goes away with it.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// What takes less is done before anybody asks.
const PATIENCE: Duration = Duration::from_secs(1);

/// A run whose progress is shown once it takes long, where standard error is a terminal.
pub struct Progress {
    begun: Instant,
    shown: Cell<bool>,
}

impl Progress {
    pub fn start() -> Progress {
        Progress {
            begun: Instant::now(),
            shown: Cell::new(false),
        }
    }

    /// Shows that the `number`-th of `all` parts of `what` begins.
    pub fn of(&self, what: &str) -> impl Fn(usize, usize) {
        move |number, all| {
            let is_dumb = || std::env::var_os("TERM").is_none_or(|term| term == "dumb");
            if self.begun.elapsed() < PATIENCE || !std::io::stderr().is_terminal() || is_dumb() {
                return;
            }
            self.shown.set(true);
            // Where standard error is closed there is nobody left to tell.
            let _ =
                write!(std::io::stderr(), "\r{what}: {number} of {all}\x1b[K").and_then(|()| std::io::stderr().flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.get() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

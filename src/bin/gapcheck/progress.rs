//! How far a long run is, in one line of the terminal that goes away with it.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// What takes less is done before anybody asks.
const PATIENCE: Duration = Duration::from_secs(1);

/// Quicker changes cannot be read.
const PULSE: Duration = Duration::from_millis(100);

/// A run whose progress is shown once it takes long, where standard error is a terminal.
pub struct Progress {
    begun: Instant,
    /// When it was shown last, since the beginning.
    shown: Cell<Option<Duration>>,
}

impl Progress {
    pub fn start() -> Progress {
        Progress {
            begun: Instant::now(),
            shown: Cell::new(None),
        }
    }

    /// Shows that the `number`-th of `all` parts of `what` begins.
    pub fn of(&self, what: &str) -> impl Fn(usize, usize) {
        move |number, all| self.show(|_| format!("{what}: {number} of {all}"))
    }

    /// Shows how far it is, as the time since the start says it.
    pub fn show(&self, text: impl FnOnce(Duration) -> String) {
        let since = self.begun.elapsed();
        let is_dumb = || std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        let is_fresh = self.shown.get().is_some_and(|last| since - last < PULSE);
        if since < PATIENCE || is_fresh || !std::io::stderr().is_terminal() || is_dumb() {
            return;
        }
        self.shown.set(Some(since));
        let text = text(since);
        // Where standard error is closed there is nobody left to tell.
        let _ = write!(std::io::stderr(), "\r{text}\x1b[K").and_then(|()| std::io::stderr().flush());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.get().is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

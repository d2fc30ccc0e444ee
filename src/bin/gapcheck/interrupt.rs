//! Ctrl-C and SIGTERM: exit code 130.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

/// Exit code 130: interrupted.
pub const INTERRUPTED: u8 = 130;

/// Whether a prompt is open, which then sees the interruption itself.
static ASKING: AtomicBool = AtomicBool::new(false);

/// Whether somebody has interrupted.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Whether whoever asks has seen it.
static SEEN: AtomicBool = AtomicBool::new(false);

/// Says that a prompt is open now, or no more.
pub fn ask(is_open: bool) {
    ASKING.store(is_open, Ordering::SeqCst);
}

/// Whether somebody has interrupted while something was asked, or a run that ends by itself.
pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

/// Says that the interruption was seen. What is asked stays open: a second signal must not end the program before the answers
/// are kept.
pub fn see() {
    SEEN.store(true, Ordering::SeqCst);
}

/// Ends the program with the right code when it is interrupted, but not while something is asked. Called where the program may
/// wait: the thread behind it costs every run a hundredth of its time.
#[expect(
    clippy::exit,
    reason = "an interruption ends the program from wherever it is; files are renamed into place when whole"
)]
pub fn watch() {
    let interrupted = || {
        STOPPED.store(true, Ordering::SeqCst);
        if !ASKING.load(Ordering::SeqCst) {
            exit(i32::from(INTERRUPTED));
        }
        wake();
    };
    // Without a handler the system ends the program, with a code of its own.
    let _ = ctrlc::set_handler(interrupted);
}

/// For a run that sees by itself that it is to end: the first signal is noted, another one ends the program at once.
#[expect(clippy::exit, reason = "whoever interrupts twice will not wait for what is written")]
pub fn watch_for_run() {
    let interrupted = || {
        if STOPPED.swap(true, Ordering::SeqCst) {
            exit(i32::from(INTERRUPTED));
        }
    };
    // Without a handler the system ends the program, with a code of its own.
    let _ = ctrlc::set_handler(interrupted);
}

/// Ends the wait of a prompt that began just when the signal came: it is sent again until somebody has seen it.
#[cfg(unix)]
fn wake() {
    use rustix::process::{Signal, getpid, kill_process};
    const AGAIN: std::time::Duration = std::time::Duration::from_millis(50);
    std::thread::sleep(AGAIN);
    if !SEEN.load(Ordering::SeqCst) {
        // The handler runs anew for each; a process may always signal itself.
        let _ = kill_process(getpid(), Signal::INT);
    }
}

#[cfg(not(unix))]
fn wake() {}

//! `check --format github`: annotations of GitHub Actions, on the lines of the resume that should change.

use super::{Checked, WRITE_BASELINE};
use crate::model::verdict::{Effect, Finding};
use crate::text::clean::{for_log, for_terminal};

/// GitHub shows so many annotations of a kind for one step.
const MOST: usize = 10;

/// Writes the annotations: failures as errors, waived ones as warnings, notices as notices; what is more than GitHub shows is
/// counted in the last one of its kind.
pub fn render(c: &Checked<'_>) -> String {
    let mut out = String::new();
    for (effect, command) in [
        (Effect::Fails, "error"),
        (Effect::Waived, "warning"),
        (Effect::Notice, "notice"),
    ] {
        let all: Vec<&Finding> = c.with(effect).collect();
        let shown = if all.len() > MOST { MOST - 1 } else { all.len() };
        for finding in &all[..shown] {
            out += &annotation(c, command, finding);
        }
        if all.len() > shown {
            let rest: Vec<&str> = all[shown..].iter().map(|f| f.rule.as_str()).collect();
            let message = format!("{} more: {}", rest.len(), rest.join(", "));
            out += &format!("::{command} title=gapcheck::{}\n", data(&message));
        }
    }
    let message = format!("gapcheck {}: {}; policy: {}", c.word(), c.summary(), c.policy());
    let baseline = match c.wants_baseline() {
        true => format!("To fail on what gets worse only: {WRITE_BASELINE}\n"),
        false => String::new(),
    };
    let open = match c.open().as_str() {
        "" => String::new(),
        open => format!("{open}\n"),
    };
    out + &message + "\n" + &open + &baseline
}

fn annotation(c: &Checked<'_>, command: &str, f: &Finding) -> String {
    let waiver = f.waiver.as_ref().filter(|_| f.effect == Effect::Waived);
    let waiver = waiver.map_or(String::new(), |(reason, until)| {
        format!(" Waived until {until}: {reason}.")
    });
    let help = match f.help.as_str() {
        "" => String::new(),
        help => format!("\n{}", for_terminal(help)),
    };
    let message = format!("{}{}", for_terminal(&f.message), for_terminal(&waiver));
    let message = format!("{}{help}", for_log(&message));
    format!(
        "::{command} file={},line={},col={},title={}::{}\n",
        property(&for_terminal(c.path_of(f))),
        f.place.line,
        f.place.column,
        property(&format!("{} [{}]", for_terminal(&f.title), f.rule)),
        data(&message),
    )
}

/// Text of a message as the runner reads it back.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property as the runner reads it back.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

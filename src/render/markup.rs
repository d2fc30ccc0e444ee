//! What HTML and SVG share: text that is safe to show in them. The templates escape it by what they are.

use crate::text::clean::{for_log, for_terminal};

/// Text that XML can hold, that steers nothing, and that no CI log obeys. Markup in it is still markup: the template escapes it.
pub(super) fn clean(text: &str) -> String {
    let holds = |c: char| !matches!(c, '\u{fffe}' | '\u{ffff}');
    let safe = for_terminal(text);
    let safe = for_log(&safe);
    safe.chars()
        .map(|c| if holds(c) { c } else { char::REPLACEMENT_CHARACTER })
        .collect()
}

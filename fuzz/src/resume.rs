//! Any bytes as a resume: nothing panics, twice the same gives twice the same, and words stand where their place says.

use super::{LEXICON, PROFILE, TODAY, outputs, quotes, show};
use gapcheck::model::assessment::Quote;
use gapcheck::render::json;
use gapcheck::resume::{ReadError, Source};

/// Checks an input; all are worth keeping.
pub fn check(bytes: &[u8]) -> bool {
    let source = match Source::new(bytes.to_vec()) {
        Ok(source) => source,
        Err(ReadError { message, offset, .. }) => {
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            show(
                &message,
                text.trim_start_matches('\u{feff}'),
                offset.unwrap_or_default(),
            );
            return true;
        }
    };
    let assess = || gapcheck::assess_with(&source, &PROFILE, &LEXICON, TODAY);
    let (first, second) = match (assess(), assess()) {
        (Ok(first), Ok(second)) => (first, second),
        (first, second) => {
            let (first, second) = (first.expect_err("as the second"), second.expect_err("as the first"));
            assert_eq!(first, second);
            show(&first.message, &source.text, first.offset.unwrap_or_default());
            return true;
        }
    };
    assert_eq!(json::render(&first), json::render(&second));
    // At any width that a terminal may have, nothing in a resume steers it.
    let shown = outputs(&first, 20 + bytes.len() % 180);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    quotes(&first).for_each(|quote| stands_at_its_place(quote, source.written()));
    true
}

fn stands_at_its_place(quote: &Quote, file: &str) {
    assert!(quote.context[quote.offset..].starts_with(&quote.text), "{quote:?}");
    let line = file.split('\n').nth(quote.place.line - 1).expect("a line");
    let (at, _) = line.char_indices().nth(quote.place.column - 1).expect("a column");
    // What is left of the string in the file, its escapes read as JSON reads them.
    let mut escaped = false;
    let is_end = |c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    let end = line[at..].find(is_end).expect("a string ends");
    let literal = format!("\"{}\"", &line[at..at + end]);
    let found: String = serde_json::from_str(&literal).expect("the rest of a string");
    assert!(
        found.starts_with(&quote.text),
        "{found:?} stands at the place of {quote:?}"
    );
}

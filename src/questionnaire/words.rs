//! Whether the words of an answer tell of something done.

use crate::model::stated::denies;
use std::collections::BTreeSet;

/// Fewer letters and digits than these tell nothing: "yes", "see it", "x y z". "2 interns" has eight.
const LEAST: usize = 8;

/// Words that deny where they stand alone at the beginning: "no", "none of it". Before a noun they tell of care: "no downtime".
const NOTHING: [&str; 12] = [
    "no", "none", "never", "nobody", "nothing", "nowhere", "nil", "nada", "nope", "n/a", "na", "not",
];

/// What turns an answer into its contrary wherever it stands, or puts it off, or tells nothing; without apostrophes. Phrases that are
/// longer go before those that they begin with.
const DENIALS: [&str; 51] = [
    "not yet",
    "not done",
    "not used",
    "not sure",
    "not really",
    "not applicable",
    "not have",
    "not know",
    "not did",
    "not do",
    "never done",
    "never did",
    "never used",
    "never have",
    "honest never",
    "ever done",
    "i didnt",
    "didnt do",
    "i dont",
    "dont know",
    "dont have",
    "i havent",
    "havent done",
    "havent used",
    "hasnt been",
    "i cannot",
    "i cant",
    "cannot say",
    "cant say",
    "no experience",
    "no idea",
    "no clue",
    "no knowledge",
    "zero experience",
    "without experience",
    "without any experience",
    "would like to",
    "want to learn",
    "i want to",
    "plan to learn",
    "i plan to",
    "planning to",
    "hope to",
    "hoping to",
    "going to learn",
    "will learn",
    "idk",
    "someone else did",
    "somebody else did",
    "colleague did",
    "colleagues did",
];

/// What points elsewhere or fills a field.
const FILLERS: [&str; 12] = [
    "same as above",
    "same as before",
    "see above",
    "see below",
    "see resume",
    "see my resume",
    "see cv",
    "see my cv",
    "skip this",
    "lorem ipsum",
    "to do",
    "fill in",
];

/// Takes words that tell of something done; what is wrong with others is said.
///
/// # Errors
/// A sentence for whoever wrote them.
pub fn check(text: &str) -> Result<(), String> {
    let lower = text.to_lowercase().replace(['’', '\'', '‘', '`'], "");
    let edges = |c: char| !c.is_alphanumeric() && c != '/';
    let words: Vec<&str> = lower
        .split_whitespace()
        .map(|w| w.trim_matches(edges))
        .filter(|w| !w.is_empty())
        .collect();
    if denies(text) || is_denied(&words) {
        return Err("this says that it was not done; leave it out, or say what was done".to_owned());
    }
    let letters = lower.chars().filter(|c| c.is_alphanumeric()).count();
    // Scripts without blanks say as much in half as many letters.
    let unspaced = lower.chars().filter(|c| ('\u{3040}'..='\u{D7A3}').contains(c)).count();
    // A word said twice says nothing more, and a number alone not what it counts.
    let different: BTreeSet<&str> = words.iter().copied().collect();
    let has_word = different
        .iter()
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let is_filler = holds_any(&words, &FILLERS);
    match different.len() >= 2 && letters >= LEAST && has_word && !is_filler || unspaced >= LEAST / 2 {
        true => Ok(()),
        false => Err("this says too little: what was it, for whom, how much? Some words, please".to_owned()),
    }
}

/// Whether words deny, put off, or tell of somebody else.
fn is_denied(words: &[&str]) -> bool {
    let begins = match words {
        [first, rest @ ..] if NOTHING.contains(first) => match rest {
            [] => true,
            // "no downtime", "not only trained", "NA region": what is denied is something else.
            [next, ..] => NOTHING.contains(next) || matches!(*next, "yet" | "of" | "at" | "so" | "ever"),
        },
        _ => false,
    };
    begins || holds_any(words, &DENIALS)
}

/// Whether one of the phrases stands in the words.
fn holds_any(words: &[&str], phrases: &[&str]) -> bool {
    let text = format!(" {} ", words.join(" "));
    phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// Whether two answers say the same, but for case, blanks and signs.
pub fn is_same(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        text.to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    letters(a) == letters(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_tell_something_are_taken() {
        for text in [
            "5 engineers",
            "4,000 requests a second",
            "cut its cost with no downtime",
            "no downtime migration of 3 models to GKE",
            "was on-call, no outages",
            "not only trained but also deployed 3 models",
            "no longer than 5 ms: TensorRT",
            "NA region forecasts, 30 shops",
            "2 interns",
            "推薦システム",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn denials_and_empty_words_are_not() {
        let denied = [
            "no",
            "none",
            "none of it",
            "never",
            "nobody",
            "not yet",
            "n/a",
            "did not do it",
            "I haven't done this",
            "have not done that yet",
            "i dont know",
            "I personally have never done it",
            "we have so far not used it 7",
            "to be honest, never",
            "without any experience",
            "would like to learn this",
            "planning to do it next year",
            "a colleague did this",
            "nope nope nope",
        ];
        let empty = [
            "x",
            ".",
            "yes",
            "…",
            "?",
            "x x",
            "everything",
            "       ",
            "asdf asdf asdf",
            "1234 5678",
            "see my resume please",
            "same as above",
            "blah blah blah",
        ];
        for text in denied.into_iter().chain(empty) {
            assert!(check(text).is_err(), "{text}");
        }
        assert!(check("did not do it").is_err_and(|e| e.contains("not done")));
    }

    #[test]
    fn a_sign_more_makes_no_other_words() {
        assert!(is_same("Two juniors, for a year", "two juniors for a year."));
        assert!(!is_same("two juniors", "two seniors"));
    }
}

//! Whether the words of an answer tell of something done.

use crate::model::stated::denies;

/// Fewer letters and digits than these tell nothing: "yes", "see it", "x y z". "2 interns" has eight.
const LEAST: usize = 8;

/// One of these among the first words turns an answer into its contrary: "did not", "I have never". Further on they tell of care:
/// "cut its cost with no downtime".
const DENIALS: [&str; 16] = [
    "no", "not", "none", "never", "nobody", "nothing", "nowhere", "n/a", "na", "didn't", "don't", "haven't", "hasn't",
    "wasn't", "cannot", "can't",
];

/// So many words at the beginning are looked at for a denial.
const FIRST: usize = 3;

/// Takes words that tell of something done; what is wrong with others is said.
///
/// # Errors
/// A sentence for whoever wrote them.
pub fn check(text: &str) -> Result<(), String> {
    let lower = text.to_lowercase().replace('’', "'");
    let edges = |c: char| !c.is_alphanumeric() && c != '/';
    let words: Vec<&str> = lower
        .split_whitespace()
        .map(|w| w.trim_matches(edges))
        .filter(|w| !w.is_empty())
        .collect();
    if denies(text) || words.iter().take(FIRST).any(|word| DENIALS.contains(word)) {
        return Err("this says that it was not done; leave it out, or say what was done".to_owned());
    }
    let letters = lower.chars().filter(|c| c.is_alphanumeric()).count();
    // Scripts without blanks say as much in half as many letters.
    let unspaced = lower.chars().filter(|c| ('\u{3040}'..='\u{D7A3}').contains(c)).count();
    match words.len() >= 2 && letters >= LEAST || unspaced >= LEAST / 2 {
        true => Ok(()),
        false => Err("this says too little: what was it, for whom, how much? Some words, please".to_owned()),
    }
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
            "never",
            "nobody",
            "not yet",
            "n/a",
            "did not",
            "I haven't done this",
            "have not done that yet",
        ];
        for text in denied
            .into_iter()
            .chain(["x", ".", "yes", "…", "?", "x x", "everything", "       "])
        {
            assert!(check(text).is_err(), "{text}");
        }
        assert!(check("did not").is_err_and(|e| e.contains("not done")));
    }
}

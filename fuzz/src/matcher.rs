//! Any text as a passage, and as keyword and highlight of a resume: whole words are found, and alone they mean the same.

use super::{LEXICON, PROFILE, TODAY, passage, quotes};
use gapcheck::matching;
use gapcheck::model::candidate::{Form, Section};
use gapcheck::model::reading::{Mention, Rule};
use gapcheck::resume::Source;
use gapcheck::text::words::{Words, form};
use serde_json::json;

/// Each is read in its own way.
const KINDS: [(Section, Form); 5] = [
    (Section::Work, Form::Prose),
    (Section::Project, Form::Title),
    (Section::Work, Form::Tools),
    (Section::Skills, Form::Item),
    (Section::Languages, Form::Item),
];

/// Checks an input; whether it is worth keeping: what is no text is not.
pub fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    assert_eq!(form(&text.to_ascii_uppercase()), form(&text.to_ascii_lowercase()));
    let reading = matching::read(&KINDS.map(|kind| passage(text, kind)), &LEXICON);
    let words = Words::of(text);
    let (starts, ends): (Vec<_>, Vec<_>) = (0..words.len())
        .map(|i| (words.range(i).start, words.range(i).end))
        .unzip();
    let mentioned = reading.mentions.iter().map(|m| &m.range);
    let rejected = reading.rejected.iter().map(|r| &r.range);
    let unmatched = reading.unmatched.iter().map(|u| &u.range);
    for range in mentioned.chain(rejected).chain(unmatched) {
        let whole = starts.contains(&range.start) && ends.contains(&range.end);
        assert!(whole && range.start < range.end, "{range:?} are no whole words");
    }
    keywords_mean_the_same(text, &reading.mentions);
    let resume = json!({ "work": [{ "highlights": [text] }], "skills": [{ "keywords": [text] }] });
    let source = Source::new(resume.to_string().into_bytes()).expect("serde_json writes JSON");
    let assessment = gapcheck::assess_with(&source, &PROFILE, &LEXICON, TODAY).expect("it is a resume");
    assert!(quotes(&assessment).all(|quote| text.contains(&quote.text)));
    true
}

/// Words that name a skill name it too where they are all that a keyword says, in capitals as well.
fn keywords_mean_the_same(text: &str, mentions: &[Mention]) {
    // The full stop of ".NET" stands before the word.
    let named = |m: &&Mention| m.rule != Rule::Described && !text[..m.range.start].ends_with('.');
    for mention in mentions.iter().filter(named) {
        let words = &text[mention.range.clone()];
        // The s of "LLMs" is a plural only in lower case.
        let capitals = words.to_ascii_uppercase();
        let capitals = if words.ends_with('s') { words } else { &capitals };
        let keywords = [words, capitals].map(|words| passage(words, (Section::Skills, Form::Item)));
        let again = matching::read(&keywords, &LEXICON).mentions;
        let same = |at| again.iter().any(|m| (m.passage, m.skill) == (at, mention.skill));
        assert!(same(0) && same(1), "{words:?} alone is not {mention:?}");
    }
}

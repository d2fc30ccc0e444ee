//! What the fuzz targets hold the library to, and what they share: the built-in profile and its lexicon, built once, and how an
//! assessment or a fault is shown. The tests of the project replay all that is kept through the same functions.

pub mod answers;
pub mod dates;
pub mod matcher;
pub mod profile;
pub mod resume;

use gapcheck::matching::Lexicon;
use gapcheck::model::assessment::{Assessment, Quote};
use gapcheck::model::candidate::{Form, Passage, Section};
use gapcheck::model::profile::Profile;
use gapcheck::render::diagnostic::{self, Diagnostic};
use gapcheck::render::human::Detail;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown};
use jiff::civil::{Date, date};
use std::sync::LazyLock;

/// The day that open periods run to.
pub const TODAY: Date = date(2026, 11, 22);

/// The default profile.
pub static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    let loaded = gapcheck::profile::load("senior-ml-engineer").expect("it is built in");
    loaded.expect("it has no faults")
});

/// The lexicon of the taxonomy that all profiles share.
pub static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::build(&PROFILE.taxonomy, &PROFILE.language));

/// A passage that is a text and nothing else.
pub fn passage(text: &str, (section, form): (Section, Form)) -> Passage<'_> {
    Passage::new(text, section, form)
}

/// How reports are laid out at a width, in columns.
pub fn look(width: usize) -> Look {
    let (color, unicode) = (false, true);
    Look { width, color, unicode }
}

/// All outputs; the JSON is JSON.
pub fn outputs(assessment: &Assessment<'_>, width: usize) -> String {
    let json = json::render(assessment);
    serde_json::from_str::<serde_json::Value>(&json).expect("the JSON output is JSON");
    let report = human::render(assessment, "cv.json", Detail::Explained, look(width));
    json + &report + &markdown::render(assessment, "cv.json")
}

/// Every quotation of an assessment.
pub fn quotes<'a>(assessment: &'a Assessment<'_>) -> impl Iterator<Item = &'a Quote> {
    let evidence = assessment.skills.iter().flat_map(|s| &s.evidence).map(|e| &e.quote);
    let rejected = assessment.rejected.iter().map(|r| &r.quote);
    evidence
        .chain(rejected)
        .chain(assessment.unmatched.iter().map(|u| &u.quote))
}

/// Shows a fault with its line of the text, as the program does.
pub fn show(message: &str, text: &str, offset: usize) {
    let (help, file) = (None, "cv.json");
    let fault = Diagnostic {
        message,
        help,
        file,
        text,
        offset,
    };
    diagnostic::render(&[fault], false, 80);
}

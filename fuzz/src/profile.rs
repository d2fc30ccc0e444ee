//! Any bytes as a profile, taxonomy or list of certifications: faults stand in the file, and what is accepted can be used.

use super::{LEXICON, TODAY, look, outputs, show};
use gapcheck::profile::{self, Fault};
use gapcheck::render;
use gapcheck::resume::Source;

/// The least resume, and one with something of everything.
const RESUMES: [&str; 2] = ["{}", include_str!("../../examples/senior.json")];

/// Checks an input; whether it is worth keeping: what is no text is not.
pub fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let kind = profile::validate(text);
    show_all(kind.as_ref().err(), text);
    let profile = match profile::from_json(text) {
        Ok(profile) => profile,
        Err(faults) => {
            assert!(kind != Ok("profile"), "valid, and yet {faults:?}");
            show_all(Some(&faults), text);
            return true;
        }
    };
    assert_eq!(kind, Ok("profile"));
    let backgrounds = profile::backgrounds(&profile).expect("the built-in files have no faults");
    render::profile::render(&profile, &backgrounds, &[], look(80));
    for resume in RESUMES {
        let source = Source::new(resume.into()).expect("it is JSON");
        let assessment = gapcheck::assess_with(&source, &profile, &LEXICON, TODAY).expect("it is a resume");
        assert!(assessment.coverage.score <= 100);
        outputs(&assessment, 80);
    }
    true
}

fn show_all(faults: Option<&Vec<Fault>>, text: &str) {
    for fault in faults.into_iter().flatten() {
        show(&fault.message, text, fault.offset);
    }
}

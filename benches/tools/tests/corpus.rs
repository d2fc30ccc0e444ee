//! The corpus is what the benchmarks take it for: the same on every machine, varied, and of the shares that it promises.

use gapcheck_benches::person::People;
use gapcheck_benches::tally::Tally;
use serde_json::Value;

/// So many lines as tell something and take no second.
const LINES: u64 = 2000;

fn lines(seed: u64, indexes: std::ops::Range<u64>) -> String {
    let people = People::new(seed);
    let mut text = String::new();
    indexes.for_each(|index| people.write(index, &mut text, None));
    text
}

#[test]
fn a_line_depends_on_its_seed_and_number_alone() {
    let all = lines(7, 0..20);
    assert_eq!(all, lines(7, 0..10) + &lines(7, 10..20));
    assert_ne!(all, lines(8, 0..20));
}

#[test]
fn every_line_is_json_with_the_sections_of_a_resume() {
    for line in lines(7, 0..LINES).lines() {
        let resume: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        for section in ["basics", "work", "education", "skills", "projects", "languages"] {
            assert!(resume.get(section).is_some(), "no {section}: {line}");
        }
    }
}

#[test]
fn sentences_seldom_repeat_and_shares_are_kept() {
    let people = People::new(7);
    let (mut tally, mut text) = (Tally::default(), String::new());
    (0..LINES).for_each(|index| people.write(index, &mut text, Some(&mut tally)));
    #[track_caller]
    fn check(what: &str, share: f64, low: f64, high: f64) {
        assert!((low..=high).contains(&share), "{what}: {share}");
    }
    check("different highlights", tally.different_highlights(), 90.0, 100.0);
    check("people outside of the field", tally.outside(), 35.0, 45.0);
    check("decorated entries", tally.decorated(), 3.0, 5.0);
    check("mistyped entries", tally.mistyped(), 1.0, 3.0);
    check("entries a line", tally.entries_a_line(), 22.0, 28.0);
    check("bytes a line", text.len() as f64 / LINES as f64, 5800.0, 6800.0);
}

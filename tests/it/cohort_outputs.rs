//! The formats of a cohort: none tells of few, or in another order something else; no text of a profile acts, and nobody is named.

use super::cohort::{cohort, skill, summary, tally, twelve};
use super::examples::{DAY, profile};
use gapcheck::cohort::{Known, Line, Tally, read, report};
use gapcheck::model::assessment::{RequirementStatus, Status};
use gapcheck::model::cohort::{Cohort, Person};
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::model::skill::SkillId;
use gapcheck::render::cohort::{csv, html, human, json};
use gapcheck::render::page::Look;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

const LOOK: Look = Look {
    width: 100,
    color: false,
    unicode: true,
};

/// Every format of a group.
fn formats(c: &Cohort<'_>) -> [String; 4] {
    [human::render(c, LOOK), json::render(c), csv::render(c), html::render(c)]
}

#[test]
fn groups_that_differ_in_their_few_read_alike_in_every_format() {
    let group = |few: usize| {
        let gcp = ("gcp", "demonstrated");
        let shown = |i: usize| {
            if i < few {
                vec![gcp, ("aws", "claimed")]
            } else {
                vec![gcp]
            }
        };
        cohort((0..30).map(|i| summary(50, Some("mid"), &["cloud"], &[], &shown(i))), 5)
    };
    let one = formats(&group(1));
    for few in 2..5 {
        assert_eq!(formats(&group(few)), one, "{few} of 30");
    }
    assert_ne!(formats(&group(5)), one);
    for text in &one {
        let shown = text.contains("<5") || text.contains("&#60;5") || text.contains("\"at_most\": 4");
        assert!(shown, "{text}");
    }
}

// Rounded points of all would tell one of the few from four: 2 × 10 of 30 lie below the half of a step, 3 × 10 on it.
#[test]
fn points_do_not_tell_of_the_few() {
    let group = |few: usize, is_partial: bool| {
        let person = |i: usize| match (i < few, is_partial) {
            (false, _) => summary(50, Some("mid"), &["python-core"], &[], &[]),
            (true, true) => summary(50, Some("mid"), &[], &["python-core"], &[]),
            (true, false) => summary(50, Some("mid"), &[], &[], &[]),
        };
        formats(&cohort((0..30).map(person), 5))
    };
    for is_partial in [true, false] {
        let one = group(1, is_partial);
        for few in 2..5 {
            assert_eq!(group(few, is_partial), one, "{few} of 30");
        }
        assert_ne!(group(5, is_partial), one);
    }
}

// Whoever comes first is lacked by most: of skills that all but a few lack it must not be told which has the fewest.
#[test]
fn the_order_of_skills_does_not_tell_of_the_few() {
    let group = |few: [usize; 3]| {
        let person = |i: usize| {
            let frameworks = ["keras", "jax", "tensorflow"].into_iter().zip(few);
            let shown: Vec<_> = frameworks
                .filter(|(_, few)| i < *few)
                .map(|(id, _)| (id, "claimed"))
                .collect();
            let partial: &[&str] = if i < 4 { &["dl-frameworks"] } else { &[] };
            summary(9, None, &[], partial, &shown)
        };
        formats(&cohort((0..30).map(person), 5))
    };
    let one = group([1, 2, 4]);
    for few in [[4, 2, 1], [2, 4, 3], [4, 4, 4]] {
        assert_eq!(group(few), one, "{few:?}");
    }
}

/// The cells of all tables of the JSON output, with their numbers of people.
fn cells(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(map) if map.contains_key("share") => found.push(value.clone()),
        Value::Object(map) => map.values().for_each(|v| cells(v, found)),
        Value::Array(list) => list.iter().for_each(|v| cells(v, found)),
        _ => {}
    }
}

#[track_caller]
fn tells_of_no_few(c: &Cohort<'_>) {
    let few = 1..c.min_group;
    let document: Value = serde_json::from_str(&json::render(c)).expect("JSON");
    let mut found = Vec::new();
    cells(&document, &mut found);
    assert!(found.len() > 100);
    for cell in &found {
        let people = cell["people"].as_u64();
        assert!(people.is_none_or(|people| !few.contains(&people)), "{cell}");
        assert_eq!(people.is_none(), cell["hidden"] == true, "{cell}");
        assert_eq!(people.is_none(), cell["share"].is_null(), "{cell}");
    }
    let text = csv::render(c);
    let mut table = ::csv::Reader::from_reader(text.as_bytes());
    for row in table.records() {
        let row = row.expect("a row");
        let counts = row.iter().skip(3).take(9).filter_map(|cell| cell.parse::<u64>().ok());
        let is_of_people = &row[0] != "unread";
        assert!(
            !is_of_people || counts.into_iter().all(|count| !few.contains(&count)),
            "{row:?}"
        );
    }
}

fn known_people() -> impl Strategy<Value = Person> {
    let profile = profile("senior-ml-engineer");
    let status = select(vec![
        RequirementStatus::Met,
        RequirementStatus::Partial,
        RequirementStatus::Missing,
    ]);
    let requirements = vec(status, profile.requirements.len());
    let ids: Vec<SkillId> = ["python", "aws", "pandas", "stakeholder-communication", "spark", "go"]
        .map(skill)
        .to_vec();
    let shown = select(vec![
        Status::Implied,
        Status::Claimed,
        Status::Certified,
        Status::Demonstrated,
    ]);
    let skills = proptest::collection::btree_map(select(ids), shown, 0..5);
    let stage = select(vec![None, Some(Stage::Junior), Some(Stage::Mid), Some(Stage::Lead)]);
    let gaps = proptest::collection::btree_map(0..profile.requirements.len(), 0..10_u32, 0..6);
    let certificates = proptest::collection::btree_set(0..profile.certifications.len(), 0..3);
    (0..=100_u32, stage, requirements, skills, gaps, certificates).prop_map(
        |(score, stage, requirements, skills, gaps, certificates)| Person {
            as_of: DAY,
            score,
            stage,
            requirements,
            gaps: gaps.into_iter().collect(),
            skills: skills.into_iter().collect(),
            certificates: certificates.into_iter().collect(),
            names_unknown: false,
        },
    )
}

fn counted<'a>(people: impl IntoIterator<Item = &'a Person>) -> Tally<'static> {
    let mut tally = Tally::new(profile("senior-ml-engineer"));
    people.into_iter().for_each(|person| tally.add(person));
    tally
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(64) / 4))]

    /// Order and parts never matter, and no format tells of few.
    #[test]
    fn a_group_is_the_same_in_any_order_and_parts(people in vec(known_people(), 5..40), cut in 0..40_usize, turn in 0..40_usize) {
        let whole = report(&counted(&people), 5).expect("a group");
        let mut turned = people.clone();
        turned.rotate_left(turn % people.len());
        turned.reverse();
        let (first, second) = turned.split_at(cut.min(turned.len()));
        let mut merged = counted(first);
        merged.merge(&counted(second));
        let parts = report(&merged, 5).expect("a group");
        prop_assert_eq!(formats(&whole), formats(&parts));
        tells_of_no_few(&whole);
    }
}

/// The built-in profile with a text wherever its author writes freely.
fn hostile(text: &str) -> Profile {
    let mut profile = profile("senior-ml-engineer").clone();
    profile.title = text.to_owned();
    for requirement in &mut profile.requirements {
        requirement.title = format!("{text} {}", requirement.id);
        requirement.next_step = text.to_owned();
    }
    profile.taxonomy.change(|skills| {
        for skill in skills {
            skill.name = text.to_owned().into();
        }
    });
    for certification in &mut profile.certifications {
        certification.name = text.to_owned();
    }
    profile
}

#[test]
fn no_cell_is_a_formula() {
    for attack in [
        "=HYPERLINK(\"https://example.org\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        "a\";=1",
        "a,\n=1",
    ] {
        let profile = hostile(attack);
        let text = csv::render(&report(&tally(twelve(), &profile), 1).expect("a group"));
        let heads = text.lines().next().unwrap_or_default();
        // As a spreadsheet reads it, with commas, semicolons or tabs between the cells.
        for delimiter in [b',', b';', b'\t'] {
            let mut table = ::csv::ReaderBuilder::new();
            let mut table = table
                .delimiter(delimiter)
                .flexible(true)
                .has_headers(false)
                .from_reader(text.as_bytes());
            for row in table.records() {
                let row = row.expect("a row");
                for cell in &row {
                    assert!(
                        !cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{attack:?}: {cell:?}"
                    );
                }
                assert!(
                    delimiter != b',' || row.len() == heads.split(',').count(),
                    "{attack:?}: {row:?}"
                );
            }
        }
    }
}

#[test]
fn no_text_is_markup_and_nobody_is_named() {
    let attack = "</style><script>x</script><img src=x onerror=\"y\"> \u{202e}\u{1b}[2J ##[error]";
    let profile = hostile(attack);
    let c = report(&tally(twelve(), &profile), 1).expect("a group");
    let page = html::render(&c);
    for markup in ["<script", "<img", "onerror=\""] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("&#60;script&#62;"));
    for text in formats(&c) {
        for wrong in [
            "\u{202e}",
            "\u{1b}",
            "##[",
            "ada@example.org",
            "ada-example",
            "frobnicate",
        ] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
}

#[test]
fn a_report_fits_its_width_and_a_plain_terminal() {
    for min_group in [1, 5] {
        let c = cohort(twelve(), min_group);
        for width in [40, 60, 80, 120] {
            let plain = Look {
                width,
                color: false,
                unicode: false,
            };
            let text = human::render(&c, plain);
            assert!(text.is_ascii(), "{text}");
            let wide = human::render(&c, Look { unicode: true, ..plain });
            let too_wide = wide.lines().find(|line| line.width() > width);
            assert_eq!(too_wide, None, "{width}");
        }
    }
    let colored = human::render(&cohort(twelve(), 5), Look { color: true, ..LOOK });
    assert!(colored.contains("\u{1b}["));
    assert_eq!(human::render(&cohort(twelve(), 5), LOOK), strip(&colored));
}

/// A text without its colours.
fn strip(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(64)))]

    /// A line with anything in it is a person with counts, or none; a report is made of whoever is.
    #[test]
    fn any_line_is_counted_or_refused(at in 0..2000_usize, with in "\\PC{0,3}|[0-9\\[\\]{}\",:]{1,3}", which in 0..12_usize) {
        let known = Known::of(profile("senior-ml-engineer"));
        let mut line = twelve()[which].to_string();
        let at = line.floor_char_boundary(at.min(line.len()));
        let end = line.ceil_char_boundary((at + 1).min(line.len()));
        line.replace_range(at..end, &with);
        if let Ok(Line::Person(person)) = read(&line, &known) {
            let report = report(&counted([&person]), 1).expect("a group of one");
            prop_assert_eq!(report.people, 1);
            formats(&report);
        }
    }
}

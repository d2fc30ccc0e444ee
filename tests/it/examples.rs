//! The resumes under `examples/`: each is read as the stage it was written for, and every output can be reproduced.

use gapcheck::model::assessment::{Assessment, RequirementStatus, Status};
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown};
use gapcheck::resume::Source;
use jiff::civil::{Date, date};
use std::path::Path;
use std::sync::LazyLock;

const JUNIOR: &str = include_str!("../../examples/junior.json");
const MID: &str = include_str!("../../examples/mid.json");
const SENIOR: &str = include_str!("../../examples/senior.json");
const LEAD: &str = include_str!("../../examples/lead.json");
const PRINCIPAL: &str = include_str!("../../examples/principal.json");
const CAREER_CHANGER: &str = include_str!("../../examples/career-changer.json");
const KEYWORD_WALL: &str = include_str!("../../examples/keyword-wall.json");

/// Every example with its file name.
pub const ALL: [(&str, &str); 7] = [
    ("junior.json", JUNIOR),
    ("mid.json", MID),
    ("senior.json", SENIOR),
    ("lead.json", LEAD),
    ("principal.json", PRINCIPAL),
    ("career-changer.json", CAREER_CHANGER),
    ("keyword-wall.json", KEYWORD_WALL),
];

/// The day of every assessment in these tests.
pub const DAY: Date = date(2026, 11, 22);

/// The built-in profiles, the default first.
pub static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let load = |id| gapcheck::profile::load(id).expect("the id of a built-in profile");
    let valid = |id| load(id).unwrap_or_else(|faults| panic!("{id} has {} faults", faults.len()));
    gapcheck::profile::ids().map(valid).collect()
});

/// The built-in profile `id`.
pub fn profile(id: &str) -> &'static Profile {
    PROFILES
        .iter()
        .find(|p| p.id == id)
        .expect("the id of a built-in profile")
}

/// Assesses a resume on `day` against the profile `id`.
#[track_caller]
pub fn assess_with(resume: &str, id: &str, day: Date) -> Assessment<'static> {
    let source = Source::new(resume.as_bytes().to_vec()).expect("JSON");
    gapcheck::assess(&source, profile(id), day).expect("a resume")
}

/// Assesses a resume on [`DAY`] against the default profile.
#[track_caller]
pub fn assess(resume: &str) -> Assessment<'static> {
    assess_with(resume, "senior-ml-engineer", DAY)
}

#[test]
fn each_stage_has_its_example() {
    #[track_caller]
    fn check(resume: &str, expected: Stage) {
        let stage = assess(resume).stage;
        assert_eq!(stage.estimate, Some(expected), "{:#?}", stage.reasons);
    }
    check(JUNIOR, Stage::Junior);
    check(MID, Stage::Mid);
    check(SENIOR, Stage::Senior);
    check(LEAD, Stage::Lead);
    check(PRINCIPAL, Stage::Principal);
}

// Nine years of backend count in part only, and what was led there was no machine learning.
#[test]
fn a_career_changer_is_at_most_mid() {
    let a = assess(CAREER_CHANGER);
    assert!(a.stage.estimate <= Some(Stage::Mid), "{:#?}", a.stage.reasons);
    assert!(a.years.from_adjacent <= 3.0);
}

#[test]
fn a_wall_of_keywords_gains_little() {
    let a = assess(KEYWORD_WALL);
    assert!(a.skills.len() > 150, "only {} skills are found", a.skills.len());
    assert!(a.stage.estimate < Some(Stage::Senior), "{:#?}", a.stage.reasons);
    assert!(a.coverage.score < assess(MID).coverage.score);
    assert!(a.coverage.score < 50, "{}", a.coverage.score);
}

// The README shows this one: a bit of everything that a report can say.
#[test]
fn the_senior_example_shows_what_a_report_can_say() {
    let a = assess(SENIOR);
    let held: Vec<_> = a
        .certificates
        .held
        .iter()
        .map(|h| (a.certification(h.index).id.as_str(), h.counts))
        .collect();
    assert_eq!(held, [("aws-mls-c01", true), ("cka", false)]);
    let unmatched: Vec<_> = a.unmatched.iter().map(|u| u.quote.text.as_str()).collect();
    assert_eq!(unmatched, ["Norrfeat"]);
    let sql = a.skills.iter().find(|f| a.id(f.skill) == "sql").expect("SQL");
    assert_eq!(sql.status, Status::Claimed);
    let missing = a.requirements.iter().filter(|r| r.status == RequirementStatus::Missing);
    let missing: Vec<_> = missing.map(|r| a.profile.requirements[r.index].id.as_str()).collect();
    assert!(
        missing.contains(&"model-optimization") && missing.contains(&"responsible-ai"),
        "{missing:?}"
    );
}

#[test]
fn an_empty_resume_says_where_to_begin() {
    let a = assess("{}");
    assert_eq!(a.coverage.score, 0);
    assert_eq!(a.stage.estimate, None);
    assert_eq!(a.stage.next, Some(Stage::Junior));
    let report = human::render(&a, "resume.json", human::Detail::Summary, LOOK);
    let in_one_line = report.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(in_one_line.contains("Nothing in this resume is evidence"), "{report}");
    assert!(in_one_line.contains("Begin with a work entry"), "{report}");
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    for (name, resume) in ALL.into_iter().chain([("empty", "{}")]) {
        assert_eq!(outputs(resume), outputs(resume), "{name}");
    }
}

// A file that no test looks at is not known to be read as meant.
#[test]
fn every_example_is_tested() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .read_dir()
        .expect("the folder of examples");
    let files = folder
        .map(|entry| entry.expect("an entry"))
        .filter(|e| e.path().is_file());
    let mut found: Vec<_> = files.map(|entry| entry.file_name()).collect();
    // The answers are looked at in `answers`.
    let mut expected: Vec<&str> = ALL.iter().map(|(name, _)| *name).chain(["answers.toml"]).collect();
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

const LOOK: Look = Look {
    width: 100,
    color: false,
    unicode: true,
};

fn outputs(resume: &str) -> [String; 3] {
    let a = assess(resume);
    [
        human::render(&a, "resume.json", human::Detail::Explained, LOOK),
        json::render(&a),
        markdown::render(&a, "resume.json"),
    ]
}

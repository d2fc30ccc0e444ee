//! What a group has and lacks: the counts are right, the few are hidden, and a line that counts for nobody says why.

use super::examples::{self, DAY, assess, profile};
use gapcheck::cohort::{Fault, Known, Line, Tally, TooFew, person, read, report};
use gapcheck::model::cohort::{Cohort, Count};
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::model::skill::SkillId;
use serde_json::{Value, json};

/// A summary in which everything is missing but what is said.
pub(super) fn summary(
    score: u32,
    stage: Option<&str>,
    met: &[&str],
    partial: &[&str],
    skills: &[(&str, &str)],
) -> Value {
    let profile = profile("senior-ml-engineer");
    let status = |id: &str| match () {
        () if met.contains(&id) => "met",
        () if partial.contains(&id) => "partial",
        () => "missing",
    };
    let requirements = profile
        .requirements
        .iter()
        .map(|r| (r.id.clone(), json!(status(&r.id))));
    let open = profile.requirements.iter().filter(|r| status(&r.id) != "met");
    let gaps: Vec<Value> = open
        .map(|r| json!({ "requirement": r.id, "points": r.weight }))
        .collect();
    let skills = skills.iter().map(|(id, status)| ((*id).to_owned(), json!(status)));
    json!({
        "id": "ada@example.org", "source": { "file": "ada-example.json", "line": 7 },
        "format": "gapcheck.summary/1",
        "profile": { "id": profile.id, "version": profile.version },
        "as_of": "2026-11-22",
        "stage": { "estimate": stage, "range": null },
        "score": score,
        "requirements": requirements.collect::<serde_json::Map<_, _>>(),
        "skills": skills.collect::<serde_json::Map<_, _>>(),
        "gaps": gaps,
        "certificates": [],
        "warnings": 0,
    })
}

/// Twelve people: seven who can do Python, three of them on a cloud, four beginners, and one of whom nothing is known.
pub(super) fn twelve() -> Vec<Value> {
    let python = ("python", "demonstrated");
    let mut people = vec![
        summary(
            40,
            Some("mid"),
            &["python-core", "cloud"],
            &[],
            &[python, ("aws", "demonstrated")],
        ),
        summary(
            42,
            Some("mid"),
            &["python-core", "cloud"],
            &[],
            &[python, ("aws", "certified")],
        ),
        summary(
            44,
            Some("senior"),
            &["python-core", "cloud"],
            &["mlops"],
            &[python, ("gcp", "claimed")],
        ),
    ];
    people[1]["certificates"] = json!(["aws-mls-c01", "aws-mls-c01", "cka"]);
    people[2]["certificates"] = json!(["aws-mls-c01"]);
    people.extend((0..4).map(|i| {
        summary(
            20 + i,
            Some("junior"),
            &["python-core"],
            &[],
            &[python, ("frobnicate", "claimed")],
        )
    }));
    people.extend((0..4).map(|i| summary(10 + i, Some("junior"), &[], &["python-core"], &[("pandas", "claimed")])));
    people.push(summary(0, None, &[], &[], &[]));
    people
}

#[track_caller]
pub(super) fn tally<'p>(lines: impl IntoIterator<Item = Value>, profile: &'p Profile) -> Tally<'p> {
    let known = Known::of(profile);
    let mut tally = Tally::new(profile);
    for line in lines {
        match read(&line.to_string(), &known) {
            Ok(Line::Person(person)) => tally.add(&person),
            Ok(Line::Failed) => tally.add_unread(),
            other => panic!("{other:?}: {line}"),
        }
    }
    tally
}

pub(super) fn cohort(lines: impl IntoIterator<Item = Value>, min_group: u64) -> Cohort<'static> {
    report(&tally(lines, profile("senior-ml-engineer")), min_group).expect("a group")
}

pub(super) fn skill(id: &str) -> SkillId {
    profile("senior-ml-engineer").taxonomy.find(id).expect("a skill")
}

#[track_caller]
fn requirement(c: &Cohort<'_>, id: &str) -> [Count; 3] {
    let row = c
        .requirements
        .iter()
        .find(|row| c.profile.requirements[row.index].id == id);
    row.expect("the requirement").counts.expect("counts")
}

#[track_caller]
fn skill_row(c: &Cohort<'_>, id: &str) -> [Count; 5] {
    let row = c.skills.iter().find(|row| row.skill == skill(id));
    row.expect("the skill").counts
}

#[test]
fn twelve_people_are_counted() {
    let mut lines = twelve();
    lines.push(json!({ "id": "b@example.org", "error": { "code": "syntax", "message": "no JSON" } }));
    let c = cohort(lines, 1);
    assert_eq!((c.people, c.unread, c.as_of), (12, 1, (DAY, DAY)));
    let exactly = |counts: [u64; 3]| counts.map(Count::Exactly);
    assert_eq!(requirement(&c, "python-core"), exactly([7, 4, 1]));
    assert_eq!(requirement(&c, "cloud"), exactly([3, 0, 9]));
    assert_eq!(requirement(&c, "mlops"), exactly([0, 1, 11]));
    assert_eq!(skill_row(&c, "python"), [7, 0, 0, 0, 5].map(Count::Exactly));
    assert_eq!(skill_row(&c, "aws"), [1, 1, 0, 0, 10].map(Count::Exactly));
    assert_eq!(skill_row(&c, "pandas"), [0, 0, 4, 0, 8].map(Count::Exactly));
    let stages: Vec<Count> = c.stages.iter().map(|(_, count)| *count).collect();
    assert_eq!(stages, [1, 8, 2, 1, 0, 0].map(Count::Exactly));
    assert_eq!(c.stages[0].0, None);
    assert_eq!(c.stages[5].0, Some(Stage::Principal));
    // 0, 10 to 13, 20 to 23, 40, 42, 44: their sum is 258.
    assert_eq!(c.scores.mean, 22);
    let quartiles = [c.scores.first_quartile, c.scores.median, c.scores.third_quartile];
    assert_eq!(quartiles, [Some(11), Some(20), Some(23)]);
    let held: Vec<_> = c
        .certificates
        .iter()
        .map(|(i, n)| (c.profile.certifications[*i].id.as_str(), *n))
        .collect();
    assert_eq!(held, [("aws-mls-c01", Count::Exactly(2)), ("cka", Count::Exactly(1))]);
    // Twelve lack what weighs 9 of 100; nine lack the cloud, which weighs 7; five lack Python, which weighs 10.
    let gap = |id: &str| c.gaps.iter().find(|g| c.profile.requirements[g.requirement].id == id);
    let points: Vec<f64> = ["dl-frameworks", "cloud"]
        .iter()
        .filter_map(|id| gap(id).map(|g| g.points))
        .collect();
    assert_eq!(points, [9.0, 5.3]);
    assert_eq!(c.gaps.len(), 10);
    assert!(c.gaps.is_sorted_by(|a, b| a.points >= b.points));
    let mlops = gap("mlops").expect("a gap");
    assert_eq!(mlops.skills.len(), 3);
}

#[test]
fn the_skills_of_a_gap_are_those_that_its_people_lack() {
    let lines = [
        summary(9, None, &[], &["python-core"], &[("python", "demonstrated")]),
        summary(9, None, &[], &["python-core"], &[("pandas", "claimed")]),
        summary(9, None, &[], &[], &[]),
        summary(
            9,
            None,
            &["python-core"],
            &[],
            &[("python", "demonstrated"), ("numpy", "demonstrated")],
        ),
    ];
    let c = cohort(lines, 1);
    let gap = c
        .gaps
        .iter()
        .find(|g| c.profile.requirements[g.requirement].id == "python-core");
    // Two lack Python; two lack any of its libraries, pandas among them; the one with pandas waits for no other.
    let names: Vec<&str> = gap
        .expect("a gap")
        .skills
        .iter()
        .map(|s| c.profile.taxonomy.get(*s).id.as_ref())
        .collect();
    assert_eq!(names, ["python", "scikit-learn", "pandas"]);
}

#[test]
fn few_are_hidden_in_every_table() {
    let c = cohort(twelve(), 3);
    use Count::{AtLeast, Exactly, Few, Hidden};
    assert_eq!(requirement(&c, "python-core"), [AtLeast(6), Exactly(4), Few]);
    assert_eq!(requirement(&c, "cloud"), [Exactly(3), Exactly(0), Exactly(9)]);
    assert_eq!(skill_row(&c, "aws"), [Few, Few, Exactly(0), Exactly(0), AtLeast(8)]);
    let stages: Vec<Count> = c.stages.iter().map(|(_, count)| *count).collect();
    assert_eq!(stages, [Few, AtLeast(6), Few, Few, Exactly(0), Exactly(0)]);
    assert_eq!(c.certificates.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [Few, Few]);
    // The cohort of all is told, one of fewer is not.
    let c = cohort(twelve(), 12);
    assert_eq!(requirement(&c, "cloud"), [Hidden; 3]);
    assert_eq!(
        [c.scores.first_quartile, c.scores.median, c.scores.third_quartile],
        [None; 3]
    );
    let tally = tally(twelve(), profile("senior-ml-engineer"));
    assert_eq!(report(&tally, 13).map(|_| ()), Err(TooFew));
    assert_eq!(
        report(&Tally::new(profile("senior-ml-engineer")), 0).map(|_| ()),
        Err(TooFew)
    );
}

// A skill that is all of a requirement: the two rows are of the same people.
#[test]
fn a_row_that_another_would_betray_is_hidden() {
    let talk = "stakeholder-communication";
    let mut lines: Vec<Value> = (0..10)
        .map(|_| summary(9, None, &["communication"], &[], &[(talk, "demonstrated")]))
        .collect();
    lines.extend((0..18).map(|_| summary(9, None, &[], &[], &[])));
    let open = cohort(lines.clone(), 5);
    assert_eq!(skill_row(&open, talk), [10, 0, 0, 0, 18].map(Count::Exactly));
    // Two who claim it and still meet the requirement: their number would follow from the 18 who have it missing.
    lines.extend((0..2).map(|_| summary(9, None, &["communication"], &[], &[(talk, "claimed")])));
    let c = cohort(lines, 5);
    assert_eq!(requirement(&c, "communication"), [12, 0, 18].map(Count::Exactly));
    assert_eq!(skill_row(&c, talk), [Count::Hidden; 5]);
}

// Nobody shows ci-cd, so that git alone decides who has version control missing.
#[test]
fn a_row_is_betrayed_also_where_nobody_shows_the_other_skills() {
    let group = |claimed: usize| -> Vec<Value> {
        let skill = |i: usize| if i < claimed { "claimed" } else { "demonstrated" };
        let shows = |i| summary(9, None, &[], &["version-control"], &[("git", skill(i))]);
        let lacks = std::iter::repeat_with(|| summary(9, None, &[], &[], &[])).take(18);
        (0..12).map(shows).chain(lacks).collect()
    };
    let open = cohort(group(0), 5);
    assert_eq!(skill_row(&open, "git"), [12, 0, 0, 0, 18].map(Count::Exactly));
    let c = cohort(group(2), 5);
    assert_eq!(requirement(&c, "version-control"), [0, 12, 18].map(Count::Exactly));
    assert_eq!(skill_row(&c, "git"), [Count::Hidden; 5]);
}

// The one would tell how many have the other missing.
#[test]
fn a_requirement_does_not_betray_another_of_the_same_skills() {
    let mut profile = profile("senior-ml-engineer").clone();
    let at = |id: &str| profile.requirements.iter().position(|r| r.id == id).expect("one");
    let (one, other) = (at("communication"), at("responsible-ai"));
    profile.requirements[other].groups = profile.requirements[one].groups.clone();
    let shown = [("stakeholder-communication", "demonstrated")];
    let person = |i: usize| match i {
        0..2 => summary(9, None, &["communication"], &["responsible-ai"], &shown),
        2..12 => summary(9, None, &["communication", "responsible-ai"], &[], &shown),
        _ => summary(9, None, &[], &[], &[]),
    };
    let c = report(&tally((0..30).map(person), &profile), 5).expect("a group");
    assert_eq!(requirement(&c, "communication"), [12, 0, 18].map(Count::Exactly));
    // Ten meet it and two do so in part: with 18 in the other row, the few would be two.
    assert_eq!(requirement(&c, "responsible-ai"), [Count::Hidden; 3]);
}

#[test]
fn an_assessment_its_line_and_its_document_are_one_person() {
    let known = Known::of(profile("senior-ml-engineer"));
    for (name, resume) in examples::ALL {
        let assessment = assess(resume);
        let expected = Ok(Line::Person(person(&assessment)));
        assert_eq!(
            read(&gapcheck::render::json::render(&assessment), &known),
            expected,
            "{name}"
        );
    }
}

#[test]
fn lines_that_count_for_nobody_say_why() {
    let known = Known::of(profile("senior-ml-engineer"));
    let unreadable = |change: fn(&mut Value)| {
        let mut line = summary(1, None, &[], &[], &[]);
        change(&mut line);
        match read(&line.to_string(), &known) {
            Err(Fault::Unreadable(why)) => why,
            other => panic!("{other:?}: {line}"),
        }
    };
    #[track_caller]
    fn check(why: &str, expected: &str) {
        assert!(why.contains(expected), "{why}");
    }
    check(&unreadable(|l| l["score"] = json!(101)), "over 100");
    check(&unreadable(|l| l["score"] = json!("many")), "invalid type");
    check(&unreadable(|l| l["as_of"] = json!("yesterday")), "no day");
    check(&unreadable(|l| l["gaps"] = Value::Null), "no gaps");
    check(
        &unreadable(|l| l["requirements"] = json!({ "cloud": "met" })),
        "lacks the requirement",
    );
    check(
        &unreadable(|l| l["requirements"]["ada@example.org"] = json!("met")),
        "does not have",
    );
    check(
        &unreadable(|l| l["requirements"]["cloud"] = json!("unassessable")),
        "cloud",
    );
    check(
        &unreadable(|l| l["gaps"] = json!([{ "requirement": "cloud", "points": 101 }])),
        "cloud",
    );
    check(
        &unreadable(|l| {
            l["skills"] = json!([{ "id": "go", "status": "claimed" }, { "id": "go", "status": "implied" }])
        }),
        "twice",
    );
    let line = |text: Value| read(&text.to_string(), &known);
    check(
        &format!("{:?}", line(json!({ "coverage": { "score": 5 }, "skills": [] }))),
        "--fields summary",
    );
    let other = summary(1, None, &[], &[], &[])
        .to_string()
        .replace("2026.11", "2025.01");
    assert!(matches!(read(&other, &known), Err(Fault::OtherProfile(p)) if p.version == "2025.01"));
    assert_eq!(line(json!({ "error": { "code": "syntax" } })), Ok(Line::Failed));
    for resume in [
        json!({}),
        json!({ "error": "an exhibition", "skills": ["Go"], "profile": "x" }),
        json!([1]),
    ] {
        assert_eq!(line(resume), Ok(Line::Other));
    }
}

//! What is answered is what the saved resume says: skills, levels, years, certificates and stage, for any answers; and nothing of
//! a resume that is added to is lost.

use super::questionnaire::{interview, known};
use gapcheck::model::answers::{Answer, Answers, Certificate, FORMAT, Role, Shown, Where};
use gapcheck::model::assessment::{Assessment, Status};
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Level;
use gapcheck::model::wording::Wording;
use gapcheck::questionnaire::{Topic, questions};
use gapcheck::render::json;
use gapcheck::resume::Source;
use gapcheck::text::dates::{days, parse_periods};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

const AS_OF: Date = date(2026, 11, 22);

fn shared() -> &'static (Profile, Wording) {
    static SHARED: OnceLock<(Profile, Wording)> = OnceLock::new();
    SHARED.get_or_init(known)
}

/// A month from 2000 on.
fn month(number: u32) -> String {
    format!("{}-{:02}", 2000 + number / 12, number % 12 + 1)
}

fn role() -> impl Strategy<Value = Role> {
    let titles = prop::sample::select(vec![
        "Machine Learning Engineer",
        "Data Scientist",
        "Software Engineer",
        "Nurse",
        "Intern",
        "Bird calls",
    ]);
    (titles, 0..310_u32, 0..120_u32, any::<bool>(), any::<bool>()).prop_map(|(title, from, length, open, years)| {
        let cut = |text: String| if years { text[..4].to_owned() } else { text };
        Role {
            title: title.to_owned(),
            from: cut(month(from)),
            to: if open {
                String::new()
            } else {
                cut(month((from + length).min(322)))
            },
        }
    })
}

fn what() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["2 junior engineers for two years", "the size adviser, used in each order", "4,000 requests a second", "cut its cost by half for 3 million customers"]).prop_map(str::to_owned),
        1 => ".{1,30}".prop_filter("words that tell something", |text| text.split_whitespace().count() > 1),
    ]
}

/// An answer to a question: picks with levels, places (as numbers) and words.
fn answer(items: Vec<String>) -> impl Strategy<Value = Answer> {
    let pick = (
        prop::sample::select(items),
        prop::option::of(prop::sample::select(Level::ALL.to_vec())),
        prop::collection::btree_set(0..5_usize, 0..3),
        what(),
    );
    prop_oneof![
        1 => Just(Answer::Unknown),
        5 => prop::collection::vec(pick, 0..4).prop_map(|picks| {
            let mut seen = BTreeSet::new();
            let shown = picks.into_iter().filter(|(skill, ..)| seen.insert(skill.clone()));
            Answer::Shown(shown.map(|(skill, level, places, what)| Shown {
                skill,
                level,
                places: places.into_iter().map(Where::Role).collect(),
                what,
            }).collect())
        }),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    let (profile, _) = shared();
    let id = |s: &gapcheck::model::skill::SkillId| profile.taxonomy.get(*s).id.to_string();
    let asked = questions(profile)
        .into_iter()
        .filter(|q| matches!(q.topic, Topic::Requirement(_) | Topic::Expectation(..)));
    let each: Vec<_> = asked
        .map(|q| prop::option::of(answer(q.items.iter().map(id).collect())).prop_map(move |a| (q.id.clone(), a)))
        .collect();
    let certificates = prop::collection::btree_map(
        prop::sample::select(profile.certifications.iter().map(|c| c.id.clone()).collect::<Vec<_>>()),
        prop::option::of((240..322_u32).prop_map(month)),
        0..3,
    );
    (
        prop::collection::vec(role(), 0..3),
        prop::collection::vec(role(), 0..3),
        certificates,
        each,
    )
        .prop_map(|(roles, projects, held, each)| {
            let answers = each
                .into_iter()
                .filter_map(|(id, answer)| Some((id, answer?)))
                .collect();
            let mut answers = Answers {
                format: FORMAT.to_owned(),
                roles: Some(roles),
                projects: Some(projects),
                certificates: Some(
                    held.into_iter()
                        .map(|(id, date)| Certificate {
                            id,
                            date: date.unwrap_or_default(),
                        })
                        .collect(),
                ),
                answers,
                ..Answers::default()
            };
            settle(&mut answers);
            answers
        })
}

/// Whether words are long enough for the questionnaire to take them, and no denial.
fn tells(what: &str) -> bool {
    let letters = what.chars().filter(|c| c.is_alphanumeric()).count();
    let lower = what.to_lowercase();
    let words: BTreeSet<&str> = lower
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .collect();
    let has_word = words
        .iter()
        .any(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 1);
    words.len() > 1 && letters >= 8 && has_word && !lower.contains("no") && !lower.contains("na")
}

/// Makes the numbers of places those of roles and projects that there are, and the rest what the questionnaire would give.
fn settle(answers: &mut Answers) {
    let (_, wording) = shared();
    let (roles, projects) = (
        answers.roles.as_ref().map_or(0, Vec::len),
        answers.projects.as_ref().map_or(0, Vec::len),
    );
    for answer in answers.answers.values_mut() {
        let Answer::Shown(list) = answer else { continue };
        for shown in list.iter_mut() {
            let place = |w: &Where| match w {
                Where::Role(i) if *i < roles => Some(Where::Role(*i)),
                Where::Role(i) if *i - roles < projects => Some(Where::Project(*i - roles)),
                _ => None,
            };
            shown.places = shown.places.iter().filter_map(place).collect();
            let is_deed = wording.deed(&shown.skill).is_some();
            if is_deed {
                shown.level = None;
                shown.places.truncate(1);
            }
            if shown.places.is_empty() || !tells(&shown.what) {
                shown.what.clear();
            }
        }
        // A deed that is not told is left out.
        list.retain(|shown| wording.deed(&shown.skill).is_none() || !shown.what.is_empty());
    }
}

/// The years that roles make together: days that any of them covers, in years of 365.25 days.
fn years(roles: &[Role]) -> Option<f64> {
    let mut covered = BTreeSet::new();
    let mut any = false;
    for role in roles {
        let (periods, _) = parse_periods(Some(&role.from), Some(&role.to), None);
        for (from, to) in periods.iter().filter_map(|p| days(p, AS_OF)) {
            any = true;
            let mut day = from;
            while day < to {
                covered.insert(day);
                day = day.tomorrow().expect("a day follows");
            }
        }
    }
    any.then_some(covered.len() as f64 / 365.25)
}

fn held(a: &Assessment<'_>) -> BTreeSet<String> {
    a.certificates
        .held
        .iter()
        .map(|h| h.index)
        .map(|c| a.certification(c).id.clone())
        .collect()
}

/// The highest level that is answered for each skill.
fn levels(answers: &Answers) -> BTreeMap<&str, Level> {
    let mut levels = BTreeMap::new();
    for shown in answers.shown() {
        if let Some(level) = shown.level {
            let known = levels.entry(shown.skill.as_str()).or_insert(level);
            *known = (*known).max(level);
        }
    }
    levels
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_saved_resume_says_what_was_answered(answers in answers()) {
        let (profile, wording) = shared();
        let corrections = Corrections::default();
        let interview = interview(profile, wording, &corrections);
        prop_assert_eq!(interview.check(&answers), Ok(vec![]));
        let source = interview.write(&answers).expect("a resume");
        let again = Source::new(source.text.clone().into_bytes()).expect("JSON");
        let read = gapcheck::assess(&again, profile, AS_OF).expect("a resume");
        let text = json::render(&read);
        let same = interview.assessed(&answers, |a| json::render(a) == text).expect("a resume");
        prop_assert!(same, "the report is that of the saved file");
        // Skills and levels.
        let levels = levels(&answers);
        for shown in answers.shown() {
            let id = profile.taxonomy.find(&shown.skill).expect("it is known");
            let is_plain = shown.what.is_empty() || shown.what.starts_with(['2', 't', '4', 'c']);
            let Some(found) = read.finding(id) else {
                prop_assert!(!is_plain, "{} is not found in\n{}", shown.skill, source.text);
                continue;
            };
            if let Some(level) = levels.get(shown.skill.as_str()) {
                prop_assert_eq!(found.level, Some(*level), "{} in\n{}", shown.skill, &source.text);
            }
            if is_plain && !shown.places.is_empty() {
                prop_assert_eq!(found.status, Status::Demonstrated, "{} in\n{}", shown.skill, &source.text);
            }
        }
        // Nothing else stands in the skills section.
        let listed = read.skills.iter().filter(|f| f.evidence.iter().any(|e| e.quote.place.pointer.starts_with("/skills")));
        for found in listed {
            let id = read.id(found.skill);
            let is_answered = answers.shown().any(|s| s.skill == id);
            // "Production ML" names machine learning too.
            prop_assert!(is_answered || id == "machine-learning", "{id} in\n{}", source.text);
        }
        // Years and certificates.
        let expected = years(answers.roles.as_deref().unwrap_or_default());
        let close = match (expected, read.years.total) {
            (Some(expected), Some(read)) => (expected - read).abs() < 0.01,
            (None, None) => true,
            _ => false,
        };
        prop_assert!(close, "{expected:?} {:?}\n{}", read.years.total, source.text);
        let wanted: BTreeSet<String> = answers.certificates.iter().flatten().map(|c| c.id.clone()).collect();
        prop_assert_eq!(held(&read), wanted);
    }

    #[test]
    fn a_resume_that_is_added_to_loses_nothing(answers in answers(), which in 0..7_usize, minified: bool) {
        let (profile, wording) = shared();
        let corrections = Corrections::default();
        let text = EXAMPLES[which];
        let before: Value = serde_json::from_str(text).expect("JSON");
        let text = if minified { before.to_string() } else { text.to_owned() };
        let base = Source::new(text.into_bytes()).expect("JSON");
        let mut interview = interview(profile, wording, &corrections);
        interview.base = Some(&base);
        let source = interview.write(&answers).expect("a resume");
        let after: Value = serde_json::from_str(&source.text).expect("JSON");
        let lost = lost(&before, &after, "");
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert!(keys(&source.text).starts_with(&keys(&base.text)), "the order of keys");
    }
}

/// The sections at the top, in their order.
fn keys(text: &str) -> Vec<String> {
    let mut depth = 0;
    let (mut keys, mut in_string, mut start, mut escaped) = (Vec::new(), false, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => {
                if in_string && depth == 1 && text[at + 1..].trim_start().starts_with(':') {
                    keys.push(text[start..at].to_owned());
                }
                in_string = !in_string;
                start = at + 1;
            }
            '{' | '[' if !in_string => depth += 1,
            '}' | ']' if !in_string => depth -= 1,
            _ => {}
        }
    }
    keys
}

/// The pointers of what is not there any more: every value that is no container must be where it was.
fn lost(before: &Value, after: &Value, pointer: &str) -> Vec<String> {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let of = |(key, value): (&String, &Value)| match new.get(key) {
                Some(new) => lost(value, new, &format!("{pointer}/{key}")),
                None => vec![format!("{pointer}/{key}")],
            };
            old.iter().flat_map(of).collect()
        }
        (Value::Array(old), Value::Array(new)) if old.len() <= new.len() => {
            let pairs = old.iter().zip(new).enumerate();
            pairs
                .flat_map(|(i, (old, new))| lost(old, new, &format!("{pointer}/{i}")))
                .collect()
        }
        (old, new) if old == new => Vec::new(),
        _ => vec![pointer.to_owned()],
    }
}

const EXAMPLES: [&str; 7] = [
    include_str!("../../examples/junior.json"),
    include_str!("../../examples/mid.json"),
    include_str!("../../examples/senior.json"),
    include_str!("../../examples/lead.json"),
    include_str!("../../examples/principal.json"),
    include_str!("../../examples/career-changer.json"),
    include_str!("../../examples/keyword-wall.json"),
];

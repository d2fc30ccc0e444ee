//! What is wrong in an answers file, beyond its shape.

use super::{Question, Topic, roles, words};
use crate::model::answers::{Answer, Answers, FORMAT, Shown, Where};
use crate::model::profile::Profile;
use crate::model::wording::Wording;
use crate::text::dates::parse_date;
use crate::text::nearest::nearest;

/// Said of an answer that is the example of its question.
pub(super) const EXAMPLE: &str = "these are the words of the example; what was it with you?";

/// A fault of an answers file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON pointer of the value (of a TOML file likewise).
    pub pointer: String,
    /// What is wrong.
    pub message: String,
}

/// The faults of answers; `is_entry` tells whether a pointer names an entry of the resume that they add to.
pub fn check(
    answers: &Answers,
    all: &[Question],
    profile: &Profile,
    wording: &Wording,
    is_entry: &dyn Fn(&str) -> bool,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |pointer: String, message: String| problems.push(Problem { pointer, message });
    if !answers.format.is_empty() && answers.format != FORMAT {
        say("/format".into(), format!("\"{}\" is not {FORMAT}", answers.format));
    }
    if !answers.profile.is_empty() && answers.profile != profile.id {
        let message = format!(
            "these are answers for the profile {}, not for {}",
            answers.profile, profile.id
        );
        say("/profile".into(), message);
    }
    for (list, entries) in [("roles", &answers.roles), ("projects", &answers.projects)] {
        for (i, role) in entries.iter().flatten().enumerate() {
            if let Some((field, fault)) = roles::fault(role) {
                say(format!("/{list}/{i}/{field}"), fault);
            }
        }
    }
    for (i, held) in answers.certificates.iter().flatten().enumerate() {
        let known = profile.certifications.iter().map(|c| c.id.as_str());
        if !known.clone().any(|id| id == held.id) {
            say(format!("/certificates/{i}/id"), unknown("certificate", &held.id, known));
        }
        if answers
            .certificates
            .iter()
            .flatten()
            .take(i)
            .any(|other| other.id == held.id)
        {
            say(
                format!("/certificates/{i}/id"),
                format!("{} stands above already", held.id),
            );
        }
        if !held.date.is_empty() && !matches!(parse_date(&held.date), Ok(Some(date)) if date.to_string() == held.date) {
            say(
                format!("/certificates/{i}/date"),
                format!("\"{}\" is no date such as 2025-03", held.date),
            );
        }
    }
    for (i, id) in answers.rejected.iter().flatten().enumerate() {
        if profile.taxonomy.find(id).is_none() {
            let known = profile.taxonomy.skills().iter().map(|s| s.id.as_ref());
            say(format!("/rejected/{i}"), unknown("skill", id, known));
        } else if answers.shown().any(|s| s.skill == *id) {
            say(
                format!("/rejected/{i}"),
                format!("{id} is answered too: is it meant or not?"),
            );
        }
    }
    for (id, answer) in &answers.answers {
        let pointer = format!("/answers/{}", id.replace('~', "~0").replace('/', "~1"));
        let asks = |q: &&Question| matches!(q.topic, Topic::Requirement(_) | Topic::Expectation(..));
        let Some(question) = all.iter().filter(asks).find(|q| q.id == *id) else {
            let fault = match id.as_str() {
                "roles" | "projects" | "certificates" => format!("{id} stand above [answers]: {id} = [] for none"),
                _ => unknown("question", id, all.iter().filter(asks).map(|q| q.id.as_str())),
            };
            say(pointer, fault);
            continue;
        };
        let Answer::Shown(list) = answer else { continue };
        for (i, shown) in list.iter().enumerate() {
            let same = |other: &Shown| other.skill == shown.skill && words::is_same(&other.what, &shown.what);
            let tells = !shown.what.trim().is_empty();
            if wording.deed(&shown.skill).is_some() && tells && list[..i].iter().any(same) {
                say(
                    format!("{pointer}/{i}/what"),
                    "the same words stand above already".to_owned(),
                );
            }
            for (field, message) in shown_faults(shown, question, answers, profile, wording, is_entry) {
                say(format!("{pointer}/{i}/{field}"), message);
            }
        }
    }
    problems
}

fn shown_faults(
    shown: &Shown,
    question: &Question,
    answers: &Answers,
    profile: &Profile,
    wording: &Wording,
    is_entry: &dyn Fn(&str) -> bool,
) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let known = question.items.iter().map(|id| profile.taxonomy.get(*id).id.as_ref());
    if !known.clone().any(|id| id == shown.skill) {
        faults.push((
            "skill".to_owned(),
            unknown("skill of this question", &shown.skill, known),
        ));
    }
    for (i, place) in shown.places.iter().enumerate() {
        if shown.places[..i].contains(place) {
            faults.push((format!("where/{i}"), format!("{place} is named twice")));
            continue;
        }
        let is_there = match place {
            Where::Role(index) => answers.roles.as_ref().is_some_and(|r| *index < r.len()),
            Where::Project(index) => answers.projects.as_ref().is_some_and(|p| *index < p.len()),
            Where::Entry(pointer) => is_entry(pointer),
        };
        if !is_there {
            faults.push((format!("where/{i}"), format!("there is no {place}")));
        }
    }
    let deed = wording.deed(&shown.skill);
    let is_deed = deed.is_some();
    match (is_deed, shown.what.trim().is_empty()) {
        (true, true) => {
            faults.push((
                "what".to_owned(),
                "say in \"what\" what it was and in \"where\" in which role or project; without that it shows nothing"
                    .to_owned(),
            ));
        }
        (_, false) if shown.places.is_empty() => {
            faults.push((
                "what".to_owned(),
                "say in \"where\" in which role or project that was".to_owned(),
            ));
        }
        (_, false) => {
            if let Err(fault) = words::check(&shown.what) {
                faults.push(("what".to_owned(), fault));
            } else if deed.is_some_and(|deed| words::is_same(&deed.example, &shown.what)) {
                faults.push(("what".to_owned(), EXAMPLE.to_owned()));
            }
            if is_deed && shown.places.iter().any(|place| *place != shown.places[0]) {
                let fault = "tell of each place in an entry of its own, with its own words";
                faults.push(("where".to_owned(), fault.to_owned()));
            }
        }
        _ => {}
    }
    if is_deed && shown.level.is_some() {
        faults.push((
            "level".to_owned(),
            "this is shown by what was done; it has no level".to_owned(),
        ));
    }
    faults
}

fn unknown<'k>(what: &str, id: &str, known: impl Iterator<Item = &'k str>) -> String {
    let near = nearest(id, known).map_or(String::new(), |near| format!("; did you mean {near}?"));
    format!("there is no {what} \"{id}\"{near}")
}

//! The checks of a taxonomy: ids, names that one skill alone may have, broader skills without a circle.

use super::profile_checks::{is_id, unknown};
use super::schema::RawTaxonomy;
use super::validate::{Check, Problem};
use crate::text::words::form;
use std::collections::HashMap;

/// The table; a new check is a line here and a function below.
pub(super) const CHECKS: &[Check<RawTaxonomy, ()>] = &[
    Check { name: "ids", run: ids },
    Check {
        name: "names-unique",
        run: names_unique,
    },
    Check {
        name: "broader-known",
        run: broader_known,
    },
    Check {
        name: "broader-without-circle",
        run: broader_without_circle,
    },
    Check {
        name: "ambiguous-is-a-name",
        run: ambiguous_is_a_name,
    },
    Check {
        name: "not-is-no-name",
        run: not_is_no_name,
    },
];

fn ids(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let mut seen = HashMap::new();
    let mut problems = Vec::new();
    for (i, skill) in raw.skills.iter().enumerate() {
        let pointer = format!("/skills/{i}/id");
        if !is_id(&skill.id) {
            problems.push(Problem::at(
                &pointer,
                format!("\"{}\" is no id: lower-case letters, digits and hyphens", skill.id),
            ));
        }
        if let Some(first) = seen.insert(&skill.id, i) {
            problems.push(Problem::at(
                &pointer,
                format!("the id \"{}\" is taken by skill {first}", skill.id),
            ));
        }
    }
    problems
}

fn names_unique(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let mut owners: HashMap<String, &str> = HashMap::new();
    let mut problems = Vec::new();
    for (i, skill) in raw.skills.iter().enumerate() {
        let aliases = skill
            .aliases
            .iter()
            .enumerate()
            .map(|(j, a)| (format!("/skills/{i}/aliases/{j}"), a));
        for (pointer, name) in std::iter::once((format!("/skills/{i}/name"), &skill.name)).chain(aliases) {
            let form = form(name);
            if form.is_empty() {
                problems.push(Problem::at(pointer, format!("\"{name}\" holds no letter or digit")));
            } else if let Some(owner) = owners.insert(form, &skill.id) {
                problems.push(Problem::at(pointer, format!("\"{name}\" names \"{owner}\" already")));
            }
        }
    }
    problems
}

fn broader_known(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let known = || raw.skills.iter().map(|s| s.id.as_str());
    let mut problems = Vec::new();
    for (i, skill) in raw.skills.iter().enumerate() {
        for (j, id) in skill
            .broader
            .iter()
            .enumerate()
            .filter(|(_, id)| known().all(|k| k != id.as_str()))
        {
            problems.push(Problem::at(
                format!("/skills/{i}/broader/{j}"),
                unknown("skill", id, known()),
            ));
        }
    }
    problems
}

fn broader_without_circle(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let broader: HashMap<&str, &Vec<String>> = raw.skills.iter().map(|s| (s.id.as_str(), &s.broader)).collect();
    let circular = |start: &str| {
        let mut open: Vec<&str> = vec![start];
        let mut seen: Vec<&str> = Vec::new();
        while let Some(id) = open.pop() {
            for next in broader.get(id).into_iter().flat_map(|ids| ids.iter()) {
                if next == start {
                    return true;
                }
                if !seen.contains(&next.as_str()) {
                    seen.push(next);
                    open.push(next);
                }
            }
        }
        false
    };
    let wrong = raw.skills.iter().enumerate().filter(|(_, s)| circular(&s.id));
    wrong
        .map(|(i, s)| Problem::at(format!("/skills/{i}/broader"), format!("\"{}\" implies itself", s.id)))
        .collect()
}

fn ambiguous_is_a_name(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, skill) in raw.skills.iter().enumerate() {
        for (j, word) in skill.ambiguous.iter().enumerate() {
            if *word != skill.name && !skill.aliases.contains(word) {
                problems.push(Problem::at(
                    format!("/skills/{i}/ambiguous/{j}"),
                    format!("\"{word}\" is neither name nor alias of \"{}\"", skill.id),
                ));
            }
        }
    }
    problems
}

fn not_is_no_name(raw: &RawTaxonomy, (): &()) -> Vec<Problem> {
    let names = raw
        .skills
        .iter()
        .flat_map(|s| s.aliases.iter().chain([&s.name]).map(move |n| (form(n), s.id.as_str())));
    let names: HashMap<String, &str> = names.collect();
    let mut problems = Vec::new();
    for (i, skill) in raw.skills.iter().enumerate() {
        for (j, phrase) in skill.not.iter().enumerate() {
            if let Some(owner) = names.get(&form(phrase)) {
                problems.push(Problem::at(
                    format!("/skills/{i}/not/{j}"),
                    format!("\"{phrase}\" is a name of \"{owner}\""),
                ));
            }
        }
    }
    problems
}

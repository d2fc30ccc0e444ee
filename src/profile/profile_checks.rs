//! The checks of a role profile: every id is known, every number makes sense.

use super::build::Shared;
use super::schema::{RawGuide, RawLadder, RawLadderChoice, RawProfile};
use super::validate::{Check, Problem};
use crate::model::scale::Stage;
use crate::text::nearest::nearest;

/// The table; a new check is a line here and a function below.
pub(super) const CHECKS: &[Check<RawProfile, Shared>] = &[
    Check {
        name: "format",
        run: format,
    },
    Check { name: "id", run: id },
    Check {
        name: "guides-known",
        run: guides_known,
    },
    Check {
        name: "requirements-present",
        run: requirements_present,
    },
    Check {
        name: "requirement-ids",
        run: requirement_ids,
    },
    Check {
        name: "groups",
        run: groups,
    },
    Check {
        name: "weights",
        run: weights,
    },
    Check {
        name: "skills-known",
        run: skills_known,
    },
    Check {
        name: "sources-known",
        run: sources_known,
    },
    Check {
        name: "certifications-known",
        run: certifications_known,
    },
    Check {
        name: "ladder-known",
        run: ladder_known,
    },
    Check {
        name: "ladder-stages",
        run: ladder_stages,
    },
    Check {
        name: "ladder-years",
        run: ladder_years,
    },
    Check {
        name: "ladder-expectations",
        run: ladder_expectations,
    },
];

/// Lower-case letters, digits, `+` and hyphens, beginning with a letter or digit.
pub(super) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '+')
}

/// "unknown …", with the nearest known word.
pub(super) fn unknown<'a>(what: &str, id: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("unknown {what} \"{id}\"; did you mean \"{near}\"?"),
        None => format!("unknown {what} \"{id}\""),
    }
}

fn format(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let fault = || {
        Problem::at(
            "/format",
            format!("expected \"gapcheck.profile/1\", found \"{}\"", raw.format),
        )
    };
    (raw.format != "gapcheck.profile/1").then(fault).into_iter().collect()
}

fn id(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let fault = || {
        Problem::at(
            "/id",
            format!("\"{}\" is no id: lower-case letters, digits and hyphens", raw.id),
        )
    };
    (!is_id(&raw.id)).then(fault).into_iter().collect()
}

fn guides_known(raw: &RawProfile, shared: &Shared) -> Vec<Problem> {
    let known = || shared.guides.iter().map(|g| g.id.as_str());
    let ids = raw.guides.iter().enumerate().filter_map(|(i, guide)| match guide {
        RawGuide::Id(id) if known().all(|k| k != id) => {
            Some(Problem::at(format!("/guides/{i}"), unknown("guide", id, known())))
        }
        _ => None,
    });
    let none = raw
        .guides
        .is_empty()
        .then(|| Problem::at("/guides", "a profile names at least one guide as its source"));
    ids.chain(none).collect()
}

fn requirements_present(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let none = raw.requirements.is_empty();
    none.then(|| Problem::at("/requirements", "a profile has at least one requirement"))
        .into_iter()
        .collect()
}

fn requirement_ids(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, requirement) in raw.requirements.iter().enumerate() {
        let pointer = format!("/requirements/{i}/id");
        if !is_id(&requirement.id) {
            problems.push(Problem::at(
                &pointer,
                format!(
                    "\"{}\" is no id: lower-case letters, digits and hyphens",
                    requirement.id
                ),
            ));
        }
        if raw.requirements[..i].iter().any(|r| r.id == requirement.id) {
            problems.push(Problem::at(
                &pointer,
                format!("the id \"{}\" is taken by an earlier requirement", requirement.id),
            ));
        }
    }
    problems
}

fn groups(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, requirement) in raw.requirements.iter().enumerate() {
        if requirement.groups.is_empty() {
            problems.push(Problem::at(
                format!("/requirements/{i}/groups"),
                "a requirement has at least one group of skills",
            ));
        }
        for (j, group) in requirement.groups.iter().enumerate() {
            let pointer = format!("/requirements/{i}/groups/{j}");
            if group.need == 0 || group.need > group.of.len() {
                let message = format!("the group asks for {} of {} skills", group.need, group.of.len());
                problems.push(Problem::at(pointer, message));
            }
        }
    }
    problems
}

fn weights(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let wrong = raw
        .requirements
        .iter()
        .enumerate()
        .filter(|(_, r)| r.weight == 0 || r.weight > 100);
    wrong
        .map(|(i, r)| {
            Problem::at(
                format!("/requirements/{i}/weight"),
                format!("the weight {} is not 1 to 100", r.weight),
            )
        })
        .collect()
}

fn skills_known(raw: &RawProfile, shared: &Shared) -> Vec<Problem> {
    let known = || shared.taxonomy.skills().iter().map(|s| s.id.as_ref());
    let mut problems = Vec::new();
    for (i, requirement) in raw.requirements.iter().enumerate() {
        for (j, group) in requirement.groups.iter().enumerate() {
            for (k, id) in group
                .of
                .iter()
                .enumerate()
                .filter(|(_, id)| shared.taxonomy.find(id).is_none())
            {
                let pointer = format!("/requirements/{i}/groups/{j}/of/{k}");
                problems.push(Problem::at(pointer, unknown("skill", id, known())));
            }
        }
    }
    problems
}

fn guide_ids(raw: &RawProfile) -> impl Iterator<Item = &str> {
    raw.guides.iter().map(|guide| match guide {
        RawGuide::Id(id) => id.as_str(),
        RawGuide::Own(guide) => guide.id.as_str(),
    })
}

fn sources_known(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut look = |pointer: String, id: &str| {
        if guide_ids(raw).all(|known| known != id) {
            problems.push(Problem::at(
                pointer,
                unknown("guide of this profile", id, guide_ids(raw)),
            ));
        }
    };
    for (i, requirement) in raw.requirements.iter().enumerate() {
        requirement
            .sources
            .iter()
            .enumerate()
            .for_each(|(j, s)| look(format!("/requirements/{i}/sources/{j}/guide"), &s.guide));
    }
    for (i, named) in raw.certifications.iter().enumerate() {
        named
            .named_by
            .iter()
            .enumerate()
            .for_each(|(j, id)| look(format!("/certifications/{i}/named_by/{j}"), id));
    }
    problems
}

fn certifications_known(raw: &RawProfile, shared: &Shared) -> Vec<Problem> {
    let known = || shared.certifications.iter().map(|c| c.id.as_str());
    let wrong = raw
        .certifications
        .iter()
        .enumerate()
        .filter(|(_, n)| known().all(|k| k != n.id));
    wrong
        .map(|(i, n)| {
            Problem::at(
                format!("/certifications/{i}/id"),
                unknown("certification", &n.id, known()),
            )
        })
        .collect()
}

fn ladder_known(raw: &RawProfile, shared: &Shared) -> Vec<Problem> {
    match &raw.ladder {
        RawLadderChoice::Builtin(used) if used.id != shared.ladder.id => {
            vec![Problem::at(
                "/ladder/use",
                unknown("ladder", &used.id, [shared.ladder.id.as_str()]),
            )]
        }
        _ => Vec::new(),
    }
}

fn own_ladder(raw: &RawProfile) -> Option<&RawLadder> {
    match &raw.ladder {
        RawLadderChoice::Own(ladder) => Some(ladder),
        RawLadderChoice::Builtin(_) => None,
    }
}

fn ladder_stages(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let wrong = own_ladder(raw).filter(|l| !l.stages.iter().map(|r| r.stage).eq(Stage::ALL));
    let fault = |_| {
        Problem::at(
            "/ladder/stages",
            "a ladder has the five stages junior, mid, senior, lead, principal, in this order",
        )
    };
    wrong.map(fault).into_iter().collect()
}

fn ladder_years(raw: &RawProfile, _: &Shared) -> Vec<Problem> {
    let own = own_ladder(raw).into_iter().flat_map(|l| {
        l.stages
            .iter()
            .enumerate()
            .map(|(i, r)| (format!("/ladder/stages/{i}/years"), r.years))
    });
    let used = match &raw.ladder {
        RawLadderChoice::Builtin(used) => Some(used.years.iter().map(|(s, y)| (format!("/ladder/years/{s}"), *y))),
        RawLadderChoice::Own(_) => None,
    };
    let all = own.chain(used.into_iter().flatten());
    let wrong = all.filter(|(_, (from, to))| *from < 0.0 || to.is_some_and(|to| to <= *from));
    wrong
        .map(|(pointer, _)| Problem::at(pointer, "years run from a lower to a higher number"))
        .collect()
}

fn ladder_expectations(raw: &RawProfile, shared: &Shared) -> Vec<Problem> {
    let known = || shared.taxonomy.skills().iter().map(|s| s.id.as_ref());
    let mut problems = Vec::new();
    for (i, rung) in own_ladder(raw).into_iter().flat_map(|l| l.stages.iter().enumerate()) {
        for (j, expectation) in rung.expectations.iter().enumerate() {
            for (k, id) in expectation
                .any_of
                .iter()
                .enumerate()
                .filter(|(_, id)| shared.taxonomy.find(id).is_none())
            {
                problems.push(Problem::at(
                    format!("/ladder/stages/{i}/expectations/{j}/any_of/{k}"),
                    unknown("skill", id, known()),
                ));
            }
        }
    }
    problems
}

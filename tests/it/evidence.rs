//! More evidence never counts for less, less never for more, and the spelling of a sure name does not matter.

use crate::examples::{assess, profile};
use gapcheck::model::assessment::{Assessment, Status};
use gapcheck::text::words::form;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Rounding of sums of shares, far below anything that is shown.
const EXACT: f64 = 1e-9;

/// The names of the skills that requirements ask for, so that nearly every change moves a coverage.
static ASKED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let profile = profile("senior-ml-engineer");
    let asked: BTreeSet<_> = profile
        .requirements
        .iter()
        .flat_map(|r| &r.groups)
        .flat_map(|g| &g.of)
        .collect();
    asked
        .into_iter()
        .map(|skill| profile.taxonomy.get(*skill).name.to_string())
        .collect()
});

/// Names and aliases that are not marked ambiguous, with their skill.
static SURE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let skills = profile("senior-ml-engineer").taxonomy.skills();
    let names = skills
        .iter()
        .flat_map(|s| s.aliases.iter().chain([s.name.as_ref()]).map(move |name| (s, name)));
    let sure = names.filter(|(s, name)| !s.ambiguous.contains(name));
    sure.map(|(s, name)| (name.to_owned(), s.id.to_string())).collect()
});

fn coverages(a: &Assessment<'_>) -> Vec<(String, f64)> {
    let of =
        |r: &gapcheck::model::assessment::RequirementResult| (a.profile.requirements[r.index].id.clone(), r.coverage);
    a.requirements.iter().map(of).collect()
}

/// No requirement is covered less in `more` than in `less`.
fn no_less(less: &Value, more: &Value) -> Result<(), TestCaseError> {
    let (before, after) = (assess(&less.to_string()), assess(&more.to_string()));
    for ((id, before), (_, after)) in coverages(&before).into_iter().zip(coverages(&after)) {
        prop_assert!(after >= before - EXACT, "{id}: {before} became {after}");
    }
    prop_assert!(after.coverage.score >= before.coverage.score);
    Ok(())
}

fn asked() -> impl Strategy<Value = String> {
    select(&ASKED[..])
}

fn asked_list(at_most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(asked(), 0..=at_most)
}

/// A level, or none. "Master" is not among them: on everything it says nothing, so there one less can say more.
fn level() -> impl Strategy<Value = Option<&'static str>> {
    select(
        &[
            None,
            Some("Beginner"),
            Some("Intermediate"),
            Some("Advanced"),
            Some("Expert"),
            Some("Mastery"),
            Some("3/5"),
        ][..],
    )
}

/// A period of any age and length, or none.
fn period() -> impl Strategy<Value = Option<(u32, u32)>> {
    prop_oneof![1 => Just(None), 4 => (2004_u32..2026, 0_u32..6).prop_map(|(from, years)| Some((from, from + years)))]
}

/// An entry: sentences, and a bare list within the limit of what a list can demonstrate.
fn entry() -> impl Strategy<Value = Value> {
    (
        period(),
        asked_list(3),
        asked_list(6),
        select(&["ML Engineer", "Backend developer", "Clerk"][..]),
    )
        .prop_map(|(period, told, listed, title)| {
            let told: Vec<String> = told
                .iter()
                .map(|name| format!("Built the nightly reports of the shop with {name}"))
                .collect();
            let mut entry = json!({"position": title, "highlights": told, "keywords": listed});
            if let Some((from, to)) = period {
                entry["startDate"] = json!(format!("{from}-03"));
                entry["endDate"] = json!(format!("{to}-02"));
            }
            entry
        })
}

/// A resume of jobs, projects, claims with and without levels, and certificates.
fn resume() -> impl Strategy<Value = Value> {
    let claims = proptest::collection::vec((asked(), level()), 0..8);
    let claims = claims.prop_map(|claims| {
        let claim = |(name, level): (String, Option<&str>)| match level {
            Some(level) => json!({"name": name, "level": level}),
            None => json!({"name": name}),
        };
        claims.into_iter().map(claim).collect::<Vec<_>>()
    });
    let certificates = select(
        &[
            "Certified Kubernetes Administrator",
            "AWS Certified Machine Learning - Specialty",
            "A course",
        ][..],
    );
    let certificates = proptest::collection::vec(certificates, 0..3);
    let entries = || proptest::collection::vec(entry(), 0..4);
    (claims, entries(), entries(), certificates).prop_map(|(skills, work, projects, certificates)| {
        json!({"work": work, "projects": projects, "skills": skills, "certificates": certificates})
    })
}

/// The same members in another order.
fn shuffled(members: &[Value], order: &[Index]) -> Vec<Value> {
    let mut rest = members.to_vec();
    let mut taken = Vec::new();
    for index in order {
        if !rest.is_empty() {
            taken.push(rest.remove(index.index(rest.len())));
        }
    }
    taken.extend(rest);
    taken
}

/// Takes one member out of the lists of a resume, or one level out of its claims; `None` where there is nothing to take.
fn without_one(resume: &Value, which: Index) -> Option<Value> {
    let mut places: Vec<(String, Option<usize>)> = Vec::new();
    let mut list = |pointer: String| {
        let length = resume.pointer(&pointer).and_then(Value::as_array).map_or(0, Vec::len);
        places.extend((0..length).map(|i| (pointer.clone(), Some(i))));
        length
    };
    for section in ["work", "projects"] {
        for i in 0..list(format!("/{section}")) {
            list(format!("/{section}/{i}/highlights"));
            list(format!("/{section}/{i}/keywords"));
        }
    }
    let claims = list("/skills".to_owned());
    list("/certificates".to_owned());
    places.extend((0..claims).map(|i| (format!("/skills/{i}"), None)));
    let (pointer, member) = (!places.is_empty()).then(|| places[which.index(places.len())].clone())?;
    let mut less = resume.clone();
    let place = less.pointer_mut(&pointer)?;
    match (member, place) {
        (Some(at), Value::Array(list)) => {
            list.remove(at);
        }
        (None, Value::Object(claim)) => {
            claim.remove("level")?;
        }
        _ => return None,
    }
    Some(less)
}

/// The skills that a text states, as an entry of the skills section and in the text of a job.
fn stated(text: &str) -> [BTreeSet<String>; 2] {
    let of = |resume: Value| {
        let a = assess(&resume.to_string());
        let stated = a.skills.iter().filter(|f| f.status != Status::Implied);
        stated.map(|f| a.id(f.skill).to_owned()).collect()
    };
    [
        of(json!({"skills": [text]})),
        of(json!({"work": [{"position": "Clerk", "highlights": [text]}]})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dated_evidence_more_never_lowers_a_coverage(resume in resume(), skill in asked(), from in 2004_u32..2026, months in 1_u32..60) {
        let mut more = resume.clone();
        let to = from * 12 + 2 + months;
        let job = json!({
            "position": "ML Engineer", "startDate": format!("{from}-03"), "endDate": format!("{}-{:02}", to / 12, to % 12 + 1),
            "highlights": [format!("Ran the pricing service of the shop with {skill} for a year")],
        });
        more["work"].as_array_mut().expect("a list").push(job);
        no_less(&resume, &more)?;
    }

    #[test]
    fn a_mention_or_a_level_less_never_raises_a_coverage(resume in resume(), which: Index) {
        if let Some(less) = without_one(&resume, which) {
            no_less(&less, &resume)?;
        }
    }

    #[test]
    fn the_order_of_sections_and_entries_changes_no_score(resume in resume(), order in proptest::array::uniform8(any::<Index>())) {
        let mut other = Map::new();
        let sections: Vec<&str> = vec!["work", "projects", "skills", "certificates"];
        let names: Vec<Value> = sections.iter().map(|s| json!(s)).collect();
        for name in shuffled(&names, &order) {
            let name = name.as_str().expect("a name");
            other.insert(name.to_owned(), Value::Array(shuffled(resume[name].as_array().expect("a list"), &order)));
        }
        let (a, b) = (assess(&resume.to_string()), assess(&Value::Object(other).to_string()));
        prop_assert_eq!(a.coverage.score, b.coverage.score);
        prop_assert_eq!(coverages(&a), coverages(&b));
        prop_assert_eq!(a.stage.estimate, b.stage.estimate);
    }

    #[test]
    fn the_spelling_of_a_sure_name_does_not_matter(
        (name, skill) in select(&SURE[..]),
        case in 0..4_usize,
        decomposed: bool,
        (before, after) in select(&[("", ""), ("\"", "\""), ("'", "'"), ("(", ")"), ("[", "]"), ("„", "“"), ("", ","), ("", "."), ("", ";")][..]),
    ) {
        let cased = match case {
            0 => name.clone(),
            1 => name.to_lowercase(),
            2 => name.to_uppercase(),
            _ => name.chars().next().into_iter().flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect(),
        };
        // Some letters have no other case that is the same letter: "ß" becomes "SS".
        prop_assume!(form(&cased) == form(&name));
        let text: String = if decomposed { cased.nfd().collect() } else { cased.nfc().collect() };
        for found in stated(&format!("{before}{text}{after}")) {
            prop_assert!(found.contains(&skill), "{text}: {found:?}, not {skill}");
        }
    }
}

#[test]
fn behind_a_few_names_a_title_is_a_list() {
    let title = "ML Engineer with Kubernetes, MLflow, AWS, Spark, PyTorch, scikit-learn and Git";
    let a = assess(&json!({"work": [{"position": title, "startDate": "2020-01"}]}).to_string());
    let listed = |id: &str| {
        let skill = a.profile.taxonomy.find(id).expect(id);
        let finding = a.finding(skill).unwrap_or_else(|| panic!("{id} is not found"));
        finding.ways.iter().all(|way| way.listed_only || way.through)
    };
    assert!(!listed("kubernetes") && !listed("aws"));
    assert!(listed("pytorch") && listed("scikit-learn") && listed("git"));
}

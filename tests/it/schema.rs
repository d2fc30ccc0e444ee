//! The checks of the data files: what is shipped passes, and each fault is named with its place, all at once.

use gapcheck::profile::{self, Fault};
use gapcheck::text::locate;
use serde_json::{Value, json};

const PROFILE: &str = include_str!("../../profiles/senior-ml-engineer.json");
const TAXONOMY: &str = include_str!("../../profiles/taxonomy.json");
const CERTIFICATIONS: &str = include_str!("../../profiles/certifications.json");
const LADDER: &str = include_str!("../../profiles/ladder.json");

/// A change to a shipped file: what stands at the pointer becomes the value; `/-` at the end of a pointer adds to a list.
type Edit = (&'static str, Value);

/// What is expected of a fault: the check, the pointer (`{n}` is the number of the first added item), words of its message.
type Expected = (&'static str, &'static str, &'static str);

#[test]
fn what_is_shipped_is_valid() {
    let shipped = [
        ("profile", PROFILE),
        (
            "profile",
            include_str!("../../profiles/senior-ml-engineer-skillexchange.json"),
        ),
        (
            "profile",
            include_str!("../../profiles/senior-ml-engineer-decipheru.json"),
        ),
        ("taxonomy", TAXONOMY),
        ("certifications", CERTIFICATIONS),
    ];
    for (kind, text) in shipped {
        assert_eq!(profile::validate(text), Ok(kind));
    }
}

#[test]
fn every_fault_of_a_profile_is_named_with_its_place() {
    let check = |edits: &[Edit], expected: &[Expected]| check(PROFILE, edits, expected);
    check(
        &[("/format", json!("gapcheck.profile/9"))],
        &[(
            "format",
            "/format",
            "expected \"gapcheck.profile/1\", found \"gapcheck.profile/9\"",
        )],
    );
    check(
        &[("/id", json!("Senior ML"))],
        &[(
            "id",
            "/id",
            "\"Senior ML\" is no id: lower-case letters, digits and hyphens",
        )],
    );
    check(
        &[("/guides/-", json!("decifferu"))],
        &[("guides-known", "/guides/{n}", "unknown guide \"decifferu\"")],
    );
    check(
        &[("/requirements", json!([]))],
        &[("requirements-present", "/requirements", "at least one requirement")],
    );
    check(
        &[
            ("/requirements/0/id", json!("twice")),
            ("/requirements/1/id", json!("twice")),
        ],
        &[("requirement-ids", "/requirements/1/id", "the id \"twice\" is taken")],
    );
    check(
        &[("/requirements/0/id", json!("Not an id"))],
        &[("requirement-ids", "/requirements/0/id", "\"Not an id\" is no id")],
    );
    check(
        &[("/requirements/0/groups", json!([]))],
        &[("groups", "/requirements/0/groups", "at least one group")],
    );
    check(
        &[("/requirements/0/groups/0", json!({ "need": 2, "of": ["python"] }))],
        &[("groups", "/requirements/0/groups/0", "the group asks for 2 of 1 skills")],
    );
    check(
        &[
            ("/requirements/0/weight", json!(0)),
            ("/requirements/1/weight", json!(101)),
        ],
        &[
            ("weights", "/requirements/0/weight", "the weight 0 is not 1 to 100"),
            ("weights", "/requirements/1/weight", "the weight 101 is not 1 to 100"),
        ],
    );
    check(
        &[("/requirements/0/groups/0/of/0", json!("pyhton"))],
        &[(
            "skills-known",
            "/requirements/0/groups/0/of/0",
            "unknown skill \"pyhton\"; did you mean \"python\"?",
        )],
    );
    check(
        &[("/requirements/0/sources/0/guide", json!("decipherus"))],
        &[(
            "sources-known",
            "/requirements/0/sources/0/guide",
            "did you mean \"decipheru\"?",
        )],
    );
    check(
        &[(
            "/certifications/-",
            json!({ "id": "google-pmlee", "named_by": ["nobody"] }),
        )],
        &[
            (
                "certifications-known",
                "/certifications/{n}/id",
                "did you mean \"google-pmle\"?",
            ),
            (
                "sources-known",
                "/certifications/{n}/named_by/0",
                "unknown guide of this profile \"nobody\"",
            ),
        ],
    );
}

#[test]
fn every_fault_of_a_ladder_is_named_with_its_place() {
    let check = |edits: &[Edit], expected: &[Expected]| check(PROFILE, edits, expected);
    let own = || serde_json::from_str::<Value>(LADDER).expect("the shipped ladder is JSON");
    check(&[("/ladder", own())], &[]);
    check(
        &[("/ladder/use", json!("ml-enginer"))],
        &[(
            "ladder-known",
            "/ladder/use",
            "unknown ladder \"ml-enginer\"; did you mean \"ml-engineer\"?",
        )],
    );
    check(
        &[("/ladder/years", json!({ "senior": [5.0, 2.0] }))],
        &[(
            "ladder-years",
            "/ladder/years/senior",
            "years run from a lower to a higher number",
        )],
    );
    check(
        &[("/ladder", own()), ("/ladder/stages/1/stage", json!("senior"))],
        &[(
            "ladder-stages",
            "/ladder/stages",
            "junior, mid, senior, lead, principal",
        )],
    );
    check(
        &[("/ladder", own()), ("/ladder/stages/2/years", json!([-1, null]))],
        &[(
            "ladder-years",
            "/ladder/stages/2/years",
            "years run from a lower to a higher number",
        )],
    );
    check(
        &[
            ("/ladder", own()),
            ("/ladder/stages/1/expectations/0/any_of/0", json!("nonesuch")),
        ],
        &[(
            "ladder-expectations",
            "/ladder/stages/1/expectations/0/any_of/0",
            "unknown skill \"nonesuch\"",
        )],
    );
}

#[test]
fn every_fault_of_a_taxonomy_is_named_with_its_place() {
    let check = |skills: &[Value], expected: &[Expected]| {
        let edits: Vec<Edit> = skills.iter().map(|skill| ("/skills/-", skill.clone())).collect();
        check(TAXONOMY, &edits, expected);
    };
    check(&[json!({ "id": "zymurgy", "name": "Zymurgy", "kind": "tool" })], &[]);
    check(
        &[json!({ "id": "Zymurgy!", "name": "Zymurgy", "kind": "tool" })],
        &[("ids", "/skills/{n}/id", "\"Zymurgy!\" is no id")],
    );
    check(
        &[json!({ "id": "python", "name": "Zymurgy", "kind": "tool" })],
        &[("ids", "/skills/{n}/id", "the id \"python\" is taken by skill")],
    );
    check(
        &[json!({ "id": "zymurgy", "name": "!?", "kind": "tool", "aliases": ["Python"] })],
        &[
            ("names-unique", "/skills/{n}/name", "\"!?\" holds no letter or digit"),
            (
                "names-unique",
                "/skills/{n}/aliases/0",
                "\"Python\" names \"python\" already",
            ),
        ],
    );
    check(
        &[json!({ "id": "zymurgy", "name": "Zymurgy", "kind": "tool", "broader": ["pyhton"] })],
        &[(
            "broader-known",
            "/skills/{n}/broader/0",
            "unknown skill \"pyhton\"; did you mean \"python\"?",
        )],
    );
    check(
        &[json!({ "id": "zymurgy", "name": "Zymurgy", "kind": "tool", "broader": ["zymurgy"] })],
        &[(
            "broader-without-circle",
            "/skills/{n}/broader",
            "\"zymurgy\" implies itself",
        )],
    );
    check(
        &[json!({ "id": "zymurgy", "name": "Zymurgy", "kind": "tool", "ambiguous": ["Yeast"] })],
        &[(
            "ambiguous-is-a-name",
            "/skills/{n}/ambiguous/0",
            "\"Yeast\" is neither name nor alias of \"zymurgy\"",
        )],
    );
    check(
        &[json!({ "id": "zymurgy", "name": "Zymurgy", "kind": "tool", "not": ["python"] })],
        &[(
            "not-is-no-name",
            "/skills/{n}/not/0",
            "\"python\" is a name of \"python\"",
        )],
    );
}

#[test]
fn every_fault_of_a_certification_is_named_with_its_place() {
    let check = |edits: &[Edit], expected: &[Expected]| {
        let mut all = vec![("/certifications/-", certification("zymurgist"))];
        all.extend_from_slice(edits);
        check(CERTIFICATIONS, &all, expected);
    };
    let added = |field: &str, value: Value| {
        let mut one = certification("zymurgist-two");
        one[field] = value;
        [("/certifications/-", one)]
    };
    check(&[], &[]);
    check(
        &[("/certifications/-", certification("zymurgist"))],
        &[("ids", "/certifications/{n+1}/id", "\"zymurgist\" is no id, or taken")],
    );
    check(
        &added("core_skills", json!(["pyhton"])),
        &[(
            "skills-known",
            "/certifications/{n+1}/core_skills/0",
            "did you mean \"python\"?",
        )],
    );
    check(
        &added("platform", json!("asw")),
        &[(
            "skills-known",
            "/certifications/{n+1}/platform",
            "unknown skill \"asw\"",
        )],
    );
    check(
        &added(
            "core_skills",
            json!(["python", "sql", "java", "rust", "go", "scala", "julia"]),
        ),
        &[(
            "core-skills",
            "/certifications/{n+1}/core_skills",
            "7 core skills, 6 at most",
        )],
    );
    check(
        &added("successors", json!(["zymurgits"])),
        &[(
            "successors",
            "/certifications/{n+1}/successors/0",
            "did you mean \"zymurgist\"?",
        )],
    );
    check(
        &added("state", json!("retired")),
        &[(
            "retired-never-recommended",
            "/certifications/{n+1}/action",
            "\"zymurgist-two\" is retired",
        )],
    );
}

#[test]
fn all_faults_are_reported_at_once_in_the_order_of_the_file() {
    let text = edited(
        PROFILE,
        &[
            ("/requirements/2/weight", json!(0)),
            ("/id", json!("Nope!")),
            ("/requirements/0/groups/0/of/0", json!("pyhton")),
            ("/format", json!("gapcheck.profile/0")),
        ],
    );
    let faults = profile::validate(&text).expect_err("the file is faulty");
    let mut checks: Vec<&str> = faults.iter().map(|f| f.check).collect();
    assert!(faults.is_sorted_by_key(|f| f.offset), "{faults:?}");
    checks.sort_unstable();
    assert_eq!(checks, ["format", "id", "skills-known", "weights"]);
}

#[test]
fn a_wrong_shape_is_reported_alone() {
    let edits = [("/requirements/0/weight", json!("ten")), ("/id", json!("Nope!"))];
    check(
        PROFILE,
        &edits,
        &[("shape", "/requirements/0/weight", "invalid type: string \"ten\"")],
    );
    let edits = [("/target_stage", json!("chief"))];
    check(
        PROFILE,
        &edits,
        &[("shape", "/target_stage", "unknown variant `chief`")],
    );
}

/// A certification that passes every check.
fn certification(id: &str) -> Value {
    json!({
        "id": id, "name": format!("Certified {id}"), "issuer": "Nobody", "level": "associate", "platform": null,
        "stage": "mid", "state": "active", "since": null, "since_note": null, "successors": [], "price_usd": null,
        "validity_months": null, "core_skills": ["python"], "other_skills": [], "also_written": [], "look_alikes": [],
        "action": "optional", "caveat": null, "url": null, "as_of": "2026-10-04", "confidence": "likely"
    })
}

/// Checks that the edits give just the expected faults, each placed where its pointer points.
#[track_caller]
fn check(shipped: &str, edits: &[Edit], expected: &[Expected]) {
    let text = edited(shipped, edits);
    let mut faults = profile::validate(&text).err().unwrap_or_default();
    let first_added = first_added(shipped, edits);
    for (check, pointer, words) in expected {
        let pointer = pointer
            .replace("{n}", &first_added.to_string())
            .replace("{n+1}", &(first_added + 1).to_string());
        let is_it = |f: &Fault| f.check == *check && f.pointer == pointer && f.message.contains(words);
        let Some(at) = faults.iter().position(is_it) else {
            panic!("expected {check} at {pointer}: …{words}…\nfound {faults:#?}");
        };
        let place = locate::find(&text, &pointer).map(|range| range.start);
        assert_eq!(
            Some(faults.remove(at).offset),
            place,
            "the place of {check} in the file"
        );
    }
    assert!(faults.is_empty(), "not expected: {faults:#?}");
}

/// How many items the list that an edit adds to has in the shipped file.
fn first_added(shipped: &str, edits: &[Edit]) -> usize {
    let document: Value = serde_json::from_str(shipped).expect("a shipped file is JSON");
    let list = edits.iter().find_map(|(pointer, _)| pointer.strip_suffix("/-"));
    list.and_then(|pointer| document.pointer(pointer)?.as_array())
        .map_or(0, Vec::len)
}

/// The shipped text with the edits made.
#[track_caller]
fn edited(shipped: &str, edits: &[Edit]) -> String {
    let mut document: Value = serde_json::from_str(shipped).expect("a shipped file is JSON");
    for (pointer, value) in edits {
        let (place, adds) = pointer
            .strip_suffix("/-")
            .map_or((*pointer, false), |list| (list, true));
        let found = document.pointer_mut(place);
        let found = found.unwrap_or_else(|| panic!("the shipped file has nothing at {place}"));
        match found.as_array_mut().filter(|_| adds) {
            Some(list) => list.push(value.clone()),
            None => *found = value.clone(),
        }
    }
    serde_json::to_string_pretty(&document).expect("a JSON value can be written")
}

//! Properties: nothing panics, the same input gives the same output, names never matter, a claim never hurts, places are true.

use gapcheck::model::assessment::Assessment;
use gapcheck::model::profile::Profile;
use gapcheck::profile;
use gapcheck::render::human::Detail;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown, svg};
use gapcheck::resume::Source;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

const TODAY: Date = date(2026, 11, 22);

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    let loaded = profile::load("senior-ml-engineer").expect("it is built in");
    loaded.expect("it has no faults")
});

/// Names of skills, as the taxonomy writes them.
static SKILLS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let skills = PROFILE.taxonomy.iter();
    skills.map(|(_, skill)| skill.name.to_string()).collect()
});

fn assess(text: &str) -> Assessment<'static> {
    let source = Source::new(text.as_bytes().to_vec()).expect("the text is JSON");
    gapcheck::assess(&source, &PROFILE, TODAY).expect("the JSON is a resume")
}

/// All outputs, one behind the other.
fn outputs(assessment: &Assessment<'_>, width: usize) -> String {
    let look = Look {
        width,
        color: false,
        unicode: true,
    };
    let report = human::render(assessment, "cv.json", Detail::Explained, look);
    let pictures = svg::card(assessment) + &svg::badge(assessment);
    json::render(assessment) + &report + &markdown::render(assessment, "cv.json") + &pictures
}

/// Takes any bytes as far as they can be taken.
fn read_and_show(bytes: Vec<u8>, width: usize) {
    if let Ok(source) = Source::new(bytes)
        && let Ok(assessment) = gapcheck::assess(&source, &PROFILE, TODAY)
    {
        outputs(&assessment, width);
    }
}

/// The JSON output of a resume without lines and columns.
fn without_places(resume: &str) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| key != "line" && key != "column");
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut found = serde_json::from_str(&json::render(&assess(resume))).expect("JSON");
    strip(&mut found);
    found
}

fn score(resume: &Value) -> u32 {
    assess(&resume.to_string()).coverage.score
}

/// A resume in which `names` stand wherever a name, a place or an address stands.
fn named(names: &[String; 8]) -> Value {
    let [person, city, mail, phone, image, network, school, employer] = names;
    json!({
        "basics": {
            "name": person, "label": "ML Engineer", "email": mail, "phone": phone, "image": image, "url": image,
            "location": { "address": city, "city": city, "region": city, "countryCode": city },
            "profiles": [{ "network": network, "username": person, "url": image }],
            "summary": "Five years of recommender systems in Python"
        },
        "work": [
            { "name": employer, "position": "Machine Learning Engineer", "location": city, "startDate": "2021-03",
              "highlights": ["Served a PyTorch model to 2 million users on K8s", "Mentored two junior engineers"] },
            { "company": employer, "position": "Data Engineer", "location": city, "startDate": "2018", "endDate": "2021-02",
              "summary": "Built Airflow pipelines and kept the SQL warehouse" }
        ],
        "education": [{ "institution": school, "area": "Computer Science", "studyType": "MSc", "endDate": "2018" }],
        "certificates": [{ "name": "Certified Kubernetes Administrator", "date": "2025-05" }],
        "skills": [{ "name": "Tools", "keywords": ["Spark", "Docker", "Frobnicator"] }]
    })
}

/// A name, also one that holds a skill.
fn name() -> impl Strategy<Value = String> {
    let skill = select(&SKILLS[..]);
    const HOLDING: &[&str] = &[
        "Python Ltd",
        "Java Island",
        "Go",
        "R",
        "MLflow GmbH",
        "Kubernetes",
        "PyTorch University",
        "AWS",
        "Google",
    ];
    prop_oneof![
        select(HOLDING).prop_map(str::to_owned),
        skill.clone().prop_map(|skill| format!("{skill} Ltd")),
        skill,
        "[A-Z][a-z]{1,9} [A-Z][a-z]{1,9}",
        any::<String>(),
    ]
}

const KEYS: [&str; 34] = [
    "basics",
    "work",
    "skills",
    "projects",
    "education",
    "certificates",
    "awards",
    "publications",
    "volunteer",
    "languages",
    "interests",
    "references",
    "summary",
    "label",
    "name",
    "position",
    "startDate",
    "endDate",
    "date",
    "highlights",
    "keywords",
    "level",
    "area",
    "studyType",
    "courses",
    "issuer",
    "description",
    "roles",
    "items",
    "sections",
    "meta",
    "技能",
    "a/b~c",
    "",
];

const WORDS: [&str; 24] = [
    "Python",
    "K8s",
    "no Java",
    "2020-02-30",
    "2019 - present",
    "May 2021",
    "0000-00",
    "9999-12-31",
    "senior",
    "expert",
    "10/10",
    "Certified Kubernetes Administrator",
    "ML Engineer",
    "C++/C#",
    "R&D, Go; (scikit-learn",
    "5 years of SQL",
    "\u{202e}",
    "\u{1b}[31m",
    "👩\u{200d}🚀",
    "日本語でPyTorchを使う",
    "::error::x",
    "- Led a team\n- Built Spark jobs",
    "Skills:\nPython",
    "  ",
];

fn text() -> impl Strategy<Value = String> {
    let few = proptest::collection::vec(select(&WORDS[..]), 0..6);
    prop_oneof![few.prop_map(|words| words.join(" ")), ".{0,40}", select(&SKILLS[..])]
}

/// Any JSON made of keys and texts of resumes.
fn resume_like() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => text().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => prop_oneof![Just(Value::Null), Just(Value::Bool(true))],
    ];
    let key = prop_oneof![9 => select(&KEYS[..]).prop_map(str::to_owned), 1 => text()];
    let object = move |value: BoxedStrategy<Value>| {
        let fields = proptest::collection::vec((key.clone(), value), 0..7);
        fields.prop_map(|fields| Value::Object(Map::from_iter(fields)))
    };
    let nested = object.clone();
    let any = leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            nested(inner.clone().boxed()),
            proptest::collection::vec(inner, 0..5).prop_map(Value::from)
        ]
    });
    object(any.boxed())
}

/// A sentence without quotes, backslashes and control characters: its text stands in the file as it is.
fn plain() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => select(&SKILLS[..]).prop_filter("no escapes", |name| !name.contains(['"', '\\'])),
        1 => select(&["K8s", "sklearn", "Kubernets", "é", "日本", "🚀", "and", "with", "Frobnicator", "(", ","][..]).prop_map(str::to_owned),
    ];
    let blank = select(&[" ", "  ", ", ", "/", "\u{a0}"][..]);
    let words = proptest::collection::vec((word, blank), 1..6);
    words.prop_map(|words| words.into_iter().map(|(word, blank)| word + blank).collect())
}

/// The rest of the line from a place on.
fn from_place(text: &str, line: usize, column: usize) -> &str {
    let line = text.split('\n').nth(line - 1).unwrap_or_default();
    line.char_indices().nth(column - 1).map_or("", |(at, _)| &line[at..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        read_and_show(bytes, 80);
    }

    #[test]
    fn no_damage_panics(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = named(&Default::default()).to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_and_show(bytes, 80);
    }

    #[test]
    fn no_json_panics_and_all_is_deterministic(resume in resume_like(), width in 20..=200_usize) {
        let text = resume.to_string();
        let source = Source::new(text.into_bytes()).expect("serde_json writes JSON");
        let show = || gapcheck::assess(&source, &PROFILE, TODAY).map(|a| outputs(&a, width)).ok();
        prop_assert_eq!(show(), show());
    }

    #[test]
    fn names_change_nothing(names in proptest::array::uniform8(name())) {
        let usual = named(&std::array::from_fn(|i| format!("Ada Example {i}")));
        prop_assert_eq!(without_places(&named(&names).to_string()), without_places(&usual.to_string()));
    }

    #[test]
    fn a_claim_more_never_lowers_the_score(
        held in proptest::collection::vec(select(&SKILLS[..]), 0..8),
        more in select(&SKILLS[..]),
    ) {
        let with = |keywords: &[String]| {
            let mut resume = named(&Default::default());
            resume["skills"] = json!([{ "name": "Tools", "keywords": keywords }]);
            resume
        };
        let (before, after) = (score(&with(&held)), score(&with(&[held, vec![more]].concat())));
        prop_assert!(before <= after, "{before} became {after}");
    }

    #[test]
    fn white_space_changes_places_only(resume in resume_like()) {
        let mut resume = resume;
        resume["work"] = named(&Default::default())["work"].take();
        let pretty = serde_json::to_string_pretty(&resume).expect("JSON");
        prop_assert_eq!(without_places(&pretty), without_places(&resume.to_string()));
    }

    #[test]
    fn places_are_where_the_words_are(texts in proptest::array::uniform6(plain()), pretty: bool, mark: bool) {
        let [label, highlight, keyword, group, project, certificate] = texts;
        let resume = json!({
            "basics": { "label": label, "summary": project },
            "work": [{ "position": label, "startDate": "2020", "highlights": [highlight, project] }],
            "projects": [{ "name": project, "description": highlight, "keywords": [keyword] }],
            "certificates": [certificate, { "name": "Certified Kubernetes Administrator" }, { "name": " CKAD" }],
            "skills": [keyword, { "name": group, "keywords": [keyword, group] }]
        });
        let text = if pretty { serde_json::to_string_pretty(&resume).expect("JSON") } else { resume.to_string() };
        let assessment = assess(&if mark { format!("\u{feff}{text}") } else { text.clone() });
        let evidence = assessment.skills.iter().flat_map(|s| &s.evidence).map(|e| &e.quote);
        let others = assessment.unmatched.iter().map(|u| &u.quote).chain(assessment.rejected.iter().map(|r| &r.quote));
        for quote in evidence.chain(others) {
            let found = from_place(&text, quote.place.line, quote.place.column);
            prop_assert!(found.starts_with(&quote.text), "{:?} is not at {:?} but {found:?}", quote.text, quote.place);
            let value = resume.pointer(&quote.place.pointer).and_then(Value::as_str);
            // A key stands under the pointer of its value.
            prop_assert!(value.is_none_or(|v| v.contains(&quote.text)), "{:?} is not in {value:?}", quote.text);
        }
    }
}

//! What every output keeps to: the keys of version 1 in their order, the width that was asked for, no markup from the resume.

use gapcheck::model::assessment::Assessment;
use gapcheck::model::profile::Profile;
use gapcheck::render::human::Detail;
use gapcheck::render::page::Look;
use gapcheck::render::{human, json, markdown};
use gapcheck::resume::Source;
use jiff::civil::date;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    let loaded = gapcheck::profile::load("senior-ml-engineer").expect("it is built in");
    loaded.expect("it has no faults")
});

/// A resume that fills every list of the JSON output.
const FULL: &str = r#"{
  "basics": { "label": "Machine Learning Engineer" },
  "work": [
    { "position": "Machine Learning Engineer", "startDate": "2021-03",
      "highlights": ["Trained and deployed PyTorch models in production on K8s with MLflow", "Tuned Kubernets clusters"] },
    { "position": "Data Engineer", "startDate": "2018-01", "endDate": "2021-02", "highlights": ["Built Spark pipelines"] }
  ],
  "certificates": [{ "name": "Certified Kubernetes Administrator", "date": "2025-05" }],
  "skills": [{ "name": "Tools", "level": "Advanced", "keywords": ["Python", "pandas", "Frobnicator"] }],
  "skills": ["SQL"],
}"#;

/// Nothing of this may reach a reader as it is.
const HOSTILE: &str = "\u{1b}[31m\u{9b}2J\u{7}\u{202e}\u{2066}\n::error file=x::y\r| a | b |\n# H\n<script>alert(1)</script> \
                       <img src=x> [link](http://x.yz) ![i](u) `code` @octocat \u{0} \u{200b}";

/// A resume with hostile words wherever words can stand.
fn hostile() -> String {
    let words = serde_json::to_string(HOSTILE).expect("a JSON string");
    let with = |before: &str| serde_json::to_string(&format!("{before} {HOSTILE}")).expect("a JSON string");
    let (label, title, tool) = (with("ML Engineer"), with("Machine Learning Engineer"), with("Python"));
    let certificate = with("Certified Kubernetes Administrator");
    let (work, skills) = (with("work"), with("skills"));
    format!(
        r#"{{"basics": {{"name": {words}, "label": {label}, "summary": {tool}}}, {words}: 1, {words}: 2, {work}: 5, {skills}: 6,
            "work": [{{"name": {words}, "position": {title}, "startDate": "2021", "highlights": [{tool}, {words}]}},
                     {{"position": {words}, "startDate": {words}, "endDate": "2020", "summary": {tool}}}],
            "certificates": [{{"name": {certificate}, "date": "2025-01", "issuer": {words}}}, {words}],
            "languages": [{{"language": {words}}}],
            "skills": [{{"name": {words}, "level": {words}, "keywords": [{words}, {tool}, "Frobnicator<b>|`x`"]}}, {tool}]}}"#
    )
}

fn assess(text: &str) -> Assessment<'static> {
    let source = Source::new(text.as_bytes().to_vec()).expect("the text is JSON");
    gapcheck::assess(&source, &PROFILE, date(2026, 11, 22)).expect("the JSON is a resume")
}

fn report(assessment: &Assessment<'_>, file: &str, detail: Detail, width: usize) -> String {
    human::render(
        assessment,
        file,
        detail,
        Look {
            width,
            color: false,
            unicode: true,
        },
    )
}

const DETAILS: [Detail; 3] = [Detail::Summary, Detail::Report, Detail::Explained];

/// A JSON value that keeps the order of its keys.
enum Ordered {
    Object(Vec<(String, Ordered)>),
    List(Vec<Ordered>),
    Other,
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ordered, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Ordered;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("any JSON")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Ordered::Object(fields))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Ordered, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Ordered::List(items))
            }
            fn visit_str<E>(self, _: &str) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
            fn visit_bool<E>(self, _: bool) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
            fn visit_unit<E>(self) -> Result<Ordered, E> {
                Ok(Ordered::Other)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Every object with its path; items of lists are `*`.
fn objects(value: &Ordered, path: &str, found: &mut Vec<(String, Vec<String>)>) {
    match value {
        Ordered::Object(fields) => {
            found.push((path.to_owned(), fields.iter().map(|(key, _)| key.clone()).collect()));
            fields
                .iter()
                .for_each(|(key, value)| objects(value, &format!("{path}/{key}"), found));
        }
        Ordered::List(items) => items.iter().for_each(|item| objects(item, &format!("{path}/*"), found)),
        Ordered::Other => {}
    }
}

/// Version 1 of the format: what each object begins with. It only grows, at the end.
const KEYS: [(&str, &str); 26] = [
    (
        "",
        "format generator as_of profile candidate skills unmatched requirements coverage gaps smallest_change certifications \
         stage market warnings",
    ),
    ("/generator", "name version"),
    ("/profile", "id title version"),
    (
        "/candidate",
        "label relevant_years total_years ladder_years year_entries",
    ),
    ("/candidate/year_entries/*", "pointer from to counts_as"),
    (
        "/skills/*",
        "id name status level years last_used stale implied_by evidence",
    ),
    ("/skills/*/level", "value basis"),
    ("/skills/*/evidence/*", "pointer line column text match"),
    ("/skills/*/evidence/*/match", "kind similarity"),
    ("/unmatched/*", "pointer line column text nearest"),
    (
        "/requirements/*",
        "id title importance status coverage weight required_level groups present missing below_level sources",
    ),
    ("/requirements/*/groups/*", "need of present"),
    ("/coverage", "score essential_met essential_total"),
    (
        "/gaps/*",
        "requirement skills kind points unlocks_stage next_step question",
    ),
    ("/smallest_change", "to_stage skills"),
    ("/certifications", "held recommended not_recommended"),
    ("/certifications/held/*", "id name pointer state counts"),
    (
        "/certifications/recommended/*",
        "id name issuer closes state price_usd url as_of confidence named_by caveat",
    ),
    (
        "/certifications/not_recommended/*",
        "id name reason since use_instead named_by",
    ),
    ("/stage", "estimate range readings next blockers reasons caveat ladder"),
    ("/stage/readings", "years evidence title"),
    ("/stage/blockers/*", "requirement why"),
    ("/stage/ladder/*", "stage title years salary_usd source"),
    ("/stage/ladder/*/salary_usd", "median max"),
    ("/market/*", "fact value source as_of"),
    ("/warnings/*", "code pointer line column message"),
];

#[test]
fn json_has_the_keys_of_version_1_in_their_order() {
    let text = json::render(&assess(FULL));
    let mut found = Vec::new();
    objects(&serde_json::from_str(&text).expect("JSON"), "", &mut found);
    let mut wrong = Vec::new();
    for (path, keys) in KEYS {
        let here: Vec<_> = found.iter().filter(|(at, _)| at == path).collect();
        let expected: Vec<&str> = keys.split_whitespace().collect();
        if here.is_empty() {
            wrong.push(format!("{path} is nowhere"));
        } else if let Some((_, keys)) = here.iter().find(|(_, keys)| {
            !keys.iter().map(String::as_str).zip(&expected).all(|(a, b)| a == *b) || keys.len() < expected.len()
        }) {
            wrong.push(format!("{path} has {keys:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(text.ends_with("}\n") && !text.contains("\n\n"));
}

#[test]
fn json_has_sane_numbers() {
    for resume in [FULL, "{}", &hostile()] {
        let text = json::render(&assess(resume));
        assert!(
            !text.contains("-0.0"),
            "a share of minus nothing: {}",
            line_with(&text, "-0.0")
        );
        let found: Value = serde_json::from_str(&text).expect("JSON");
        let list = |pointer: &str| {
            found
                .pointer(pointer)
                .and_then(Value::as_array)
                .expect("a list")
                .clone()
        };
        let number = |value: &Value| value.as_f64().expect("a number");
        let score = number(&found["coverage"]["score"]);
        assert!((0.0..=100.0).contains(&score));
        assert!(number(&found["coverage"]["essential_met"]) <= number(&found["coverage"]["essential_total"]));
        for skill in list("/skills") {
            assert!(
                skill["years"].as_f64().is_none_or(|years| (0.0..60.0).contains(&years)),
                "{skill}"
            );
            for evidence in skill["evidence"].as_array().expect("a list") {
                let similarity = number(&evidence["match"]["similarity"]);
                assert!(similarity > 0.5 && similarity <= 1.0, "{evidence}");
                assert!(
                    number(&evidence["line"]) >= 1.0 && number(&evidence["column"]) >= 1.0,
                    "{evidence}"
                );
            }
        }
        for requirement in list("/requirements") {
            assert!((0.0..=1.0).contains(&number(&requirement["coverage"])), "{requirement}");
            assert!((1.0..=100.0).contains(&number(&requirement["weight"])), "{requirement}");
        }
        let points: Vec<f64> = list("/gaps").iter().map(|gap| number(&gap["points"])).collect();
        assert!(
            points.iter().all(|p| *p >= 0.0 && score + p <= 101.0),
            "{points:?} beside {score}"
        );
    }
}

fn line_with<'t>(text: &'t str, part: &str) -> &'t str {
    text.lines().find(|line| line.contains(part)).unwrap_or_default()
}

/// Resumes whose reports are hard to fit: long words, wide letters, nothing at all.
fn hard_to_fit() -> Vec<String> {
    let long = format!(
        r#"{{"work": [{{"position": "{}", "startDate": "2020", "summary": "{} Python 日本語日本語日本語 👩‍🚀👩‍🚀 PyTorch"}}],
            "skills": ["{}", "日本語日本語日本語日本語日本語日本語日本語日本語日本語", "Kuberntes"], "{}": 1, "{}": 2}}"#,
        "Longtitle".repeat(40),
        "x".repeat(500),
        "Frobnicator".repeat(30),
        "key".repeat(90),
        "key".repeat(90)
    );
    vec!["{}".to_owned(), FULL.to_owned(), hostile(), long]
}

#[test]
fn no_line_is_wider_than_asked() {
    let file = format!("folder/{}/cv.json", "long".repeat(30));
    let (mut wide, mut escapes) = (Vec::new(), 0);
    for resume in hard_to_fit() {
        let assessment = assess(&resume);
        for (width, detail) in [40, 60, 80, 120].into_iter().flat_map(|w| DETAILS.map(|d| (w, d))) {
            let text = report(&assessment, &file, detail, width);
            escapes += text.matches('\u{1b}').count();
            let too_wide = text.lines().filter(|line| line.width() > width);
            wide.extend(too_wide.map(|line| format!("{width} {detail:?}: {} {line}", line.width())));
        }
    }
    assert!(
        wide.is_empty(),
        "{} lines are too wide:\n{}",
        wide.len(),
        wide[..wide.len().min(8)].join("\n")
    );
    assert_eq!(escapes, 0, "escape sequences without colours");
}

#[test]
fn every_width_gives_a_report() {
    let assessments: Vec<_> = hard_to_fit().iter().map(|resume| assess(resume)).collect();
    for width in 20..=200 {
        for assessment in &assessments {
            let look = Look {
                width,
                color: true,
                unicode: false,
            };
            let text = human::render(assessment, "cv.json", Detail::Explained, look);
            assert!(text.is_ascii() && text.ends_with('\n'));
        }
    }
}

#[test]
fn no_share_is_less_than_nothing() {
    let assessment = assess("{}");
    let text = report(&assessment, "cv.json", Detail::Explained, 80) + &markdown::render(&assessment, "cv.json");
    assert!(!text.contains("-0 %"), "{}", line_with(&text, "-0 %"));
}

#[test]
fn markdown_rows_have_the_cells_of_their_table() {
    for resume in hard_to_fit() {
        let text = markdown::render(&assess(&resume), HOSTILE);
        let mut cells = None;
        for line in text.lines() {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            if !line.starts_with('|') {
                assert_eq!(bars, 0, "a bar outside of a table: {line}");
                cells = None;
                continue;
            }
            assert_eq!(*cells.get_or_insert(bars), bars, "{line}");
        }
    }
}

#[test]
fn no_word_of_a_resume_steers_a_terminal() {
    let assessment = assess(&hostile());
    for detail in DETAILS {
        let text = report(&assessment, &format!("{HOSTILE}.json"), detail, 200);
        check_harmless(&text);
    }
}

#[test]
fn no_word_of_a_resume_is_markup() {
    let text = markdown::render(&assess(&hostile()), &format!("{HOSTILE}.json"));
    check_harmless(&text);
    for markup in [
        "<script", "<img", "[link](", "![i]", " `code`", "@octocat", "http://", "<b>",
    ] {
        assert!(!text.contains(markup), "{markup} in: {}", line_with(&text, markup));
    }
}

/// No control character, no hidden or turning character, no line that begins a command of a CI log.
#[track_caller]
fn check_harmless(text: &str) {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for line in text.lines() {
        assert!(!line.contains(hidden), "{line:?}");
        assert!(!line.starts_with("::"), "{line:?}");
        assert!(!line.starts_with("# H"), "{line:?}");
    }
}

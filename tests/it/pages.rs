//! The HTML page and the SVG card: their charts say the numbers of the JSON output, and no text is markup.

use super::examples::{self, DAY, profile};
use gapcheck::matching::Lexicon;
use gapcheck::model::correction::Corrections;
use gapcheck::model::plan::Plan;
use gapcheck::model::profile::Profile;
use gapcheck::profile::{backgrounds, learning};
use gapcheck::render::{html, json, svg};
use gapcheck::resume::Source;
use gapcheck::{Planner, advise};
use serde_json::{Value, json};

/// What the two are rounded to: the JSON output to a thousandth, a bar to a hundredth of a percent.
const ROUNDED: f64 = 0.056;

/// The page, the card and the JSON output of a resume.
fn written(resume: &str, profile: &Profile) -> (String, String, Value) {
    let source = Source::new(resume.as_bytes().to_vec()).expect("JSON");
    let (learning, backgrounds) = (learning().expect("no faults"), backgrounds(profile).expect("no faults"));
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let planner = Planner {
        profile,
        lexicon: &lexicon,
        corrections: &Corrections::default(),
        as_of: DAY,
        learning: &learning,
        backgrounds: &backgrounds,
        progress: &|_, _| {},
    };
    let plan: Plan<'_> = planner.plan(&source, None).expect("a resume");
    let suggestions = advise(&source, &plan.before, &backgrounds).expect("a resume");
    let page = html::report(&plan, &suggestions, "cv.json");
    let document = serde_json::from_str(&json::render(&plan.before)).expect("JSON");
    (page, svg::card(&plan.before), document)
}

/// An attribute of the element with this id.
#[track_caller]
fn attribute<'t>(text: &'t str, id: &str, name: &str) -> &'t str {
    let at = text
        .find(&format!("id=\"{id}\""))
        .unwrap_or_else(|| panic!("there is no {id}"));
    let start = text[..at].rfind('<').expect("an element");
    let element = &text[start..start + text[start..].find('>').expect("its end")];
    let value = element
        .split_once(&format!(" {name}=\""))
        .unwrap_or_else(|| panic!("{id} has no {name}"))
        .1;
    value.split('"').next().unwrap_or_default()
}

#[track_caller]
fn is_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= ROUNDED, "{what}: {found}, not {expected}");
}

#[test]
fn bars_are_as_long_as_the_coverage() {
    for (name, resume) in examples::ALL {
        let (page, card, document) = written(resume, profile("senior-ml-engineer"));
        for requirement in document["requirements"].as_array().expect("a list") {
            let id = requirement["id"].as_str().expect("an id");
            let width: f64 = attribute(&page, &format!("bar-{id}"), "width")
                .parse()
                .expect("a number");
            is_near(
                width,
                requirement["coverage"].as_f64().expect("a number") * 100.0,
                &format!("{name} {id}"),
            );
        }
        let bar: f64 = attribute(&card, "gapcheck-score", "width").parse().expect("a number");
        let score = document["coverage"]["score"].as_f64().expect("a number");
        assert!((bar / 368.0 * 100.0 - score).abs() < 0.02, "{name}: {bar} for {score}");
    }
}

#[test]
fn the_corners_of_the_radar_lie_where_the_areas_are() {
    for (name, resume) in examples::ALL {
        let profile = profile("senior-ml-engineer");
        let (page, _, document) = written(resume, profile);
        // Area, weight times coverage, weight; in the profile's order.
        let mut areas: Vec<(&str, f64, f64)> = Vec::new();
        for (requirement, found) in profile
            .requirements
            .iter()
            .zip(document["requirements"].as_array().expect("a list"))
        {
            assert_eq!(found["id"], requirement.id.as_str());
            let weight = found["weight"].as_f64().expect("a number");
            let reached = weight * found["coverage"].as_f64().expect("a number");
            match areas.iter_mut().find(|a| a.0 == requirement.area) {
                Some(area) => *area = (area.0, area.1 + reached, area.2 + weight),
                None => areas.push((&requirement.area, reached, weight)),
            }
        }
        let points: Vec<(f64, f64)> = attribute(&page, "radar", "points")
            .split(' ')
            .map(|point| point.split_once(',').expect("two numbers"))
            .map(|(x, y)| (x.parse().expect("a number"), y.parse().expect("a number")))
            .collect();
        assert_eq!(points.len(), areas.len());
        for (i, ((x, y), (area, reached, weight))) in points.iter().zip(&areas).enumerate() {
            let (right, up) = (x - 210.0, 165.0 - y);
            let share = right.hypot(up) / 120.0;
            assert!(
                (share - reached / weight).abs() < 1e-3,
                "{name} {area}: {share}, not {}",
                reached / weight
            );
            if share > 0.05 {
                let turned =
                    right.atan2(up).rem_euclid(std::f64::consts::TAU) * areas.len() as f64 / std::f64::consts::TAU;
                assert!((turned - i as f64).abs() < 0.02, "{name} {area} lies at {turned}");
            }
        }
    }
}

#[test]
fn no_text_is_markup() {
    let attack = "</style></title></svg><script>x</script><img src=x onerror=\"y\"> \u{202e}\u{1b}[2J\u{fffe}";
    let resume = json!({
        "basics": { "label": format!("ML Engineer {attack}"), "summary": attack },
        "work": [{
            "position": format!("ML Engineer {attack}"), "startDate": "2019-01",
            "highlights": [format!("{attack} deployed a PyTorch model to production {attack}")],
        }],
        "skills": [{ "name": attack, "keywords": [attack, "Spark"] }],
    });
    let mut profile = profile("senior-ml-engineer").clone();
    profile.title = attack.to_owned();
    for requirement in &mut profile.requirements {
        requirement.title = attack.to_owned();
        requirement.area = format!("{}{attack}", requirement.area);
        requirement.question = attack.to_owned();
        requirement.next_step = attack.to_owned();
    }
    for certification in &mut profile.certifications {
        certification.url = Some(format!("javascript:{attack}"));
    }
    let (page, card, _) = written(&resume.to_string(), &profile);
    for (what, text) in [("page", page), ("card", card)] {
        for markup in [
            "<script",
            "<img",
            "onerror=\"",
            "javascript:",
            "\u{202e}",
            "\u{1b}",
            "\u{fffe}",
        ] {
            assert!(!text.contains(markup), "the {what} holds {markup:?}");
        }
        assert!(
            text.contains("&#60;script&#62;") || text.contains("&lt;script&gt;"),
            "{what}"
        );
    }
}

#[test]
fn the_same_resume_gives_the_same_page() {
    let once = || written(examples::ALL[2].1, profile("senior-ml-engineer"));
    let (page, card, _) = once();
    assert_eq!((page.as_str(), card.as_str()), (once().0.as_str(), once().1.as_str()));
    assert!(page.len() < 200_000 && !page.contains("src="));
}

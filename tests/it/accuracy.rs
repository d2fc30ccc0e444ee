//! How good the reading is: the labelled cases of `tests/accuracy/` are assessed, and the figures stand in `docs/accuracy.md`.
//!
//! `cargo test --test it accuracy -- --nocapture` prints the figures with everything that is wrong.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this test is a command that reads labelled cases and prints or accepts figures"
)]

use gapcheck::model::assessment::{Assessment, Basis, SkillFinding, Status};
use gapcheck::model::profile::Profile;
use gapcheck::profile;
use gapcheck::resume::Source;
use jiff::civil::{Date, date};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// The file whose labels know only the skills that they name somewhere; others are neither right nor wrong in it.
const PARTLY_LABELLED: &str = "whole";

const TODAY: Date = date(2026, 11, 22);

/// Years are right within half of the last digit that is shown.
const YEARS_WITHIN: f64 = 0.051;

/// One of the figures.
type Figure = fn(&Figures) -> Count;

/// Below these the reading is not good enough to be trusted, whatever the docs say: a change that costs more than rounding
/// must be mended, not accepted.
const FLOORS: [(&str, f64, Figure); 5] = [
    ("precision", 0.985, |f| f.precision),
    ("recall", 0.935, |f| f.recall),
    ("traps", 0.975, |f| f.traps),
    ("levels", 0.98, |f| f.levels),
    ("years", 0.95, |f| f.years),
];

/// A labelled resume.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// What is hard in it.
    looks_at: String,
    resume: Value,
    /// Skills that its words state: each must be found.
    skills: BTreeSet<String>,
    /// Skills that are arguable: neither right nor wrong.
    #[serde(default)]
    optional: BTreeSet<String>,
    /// Skills that its words only seem to state.
    #[serde(default)]
    not: BTreeSet<String>,
    /// Levels that it states.
    #[serde(default)]
    levels: BTreeMap<String, String>,
    #[serde(default)]
    relevant_years: Option<f64>,
    #[serde(default)]
    total_years: Option<f64>,
}

/// Right and wrong.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    wrong: usize,
}

impl Count {
    fn add(&mut self, right: bool) {
        *(if right { &mut self.right } else { &mut self.wrong }) += 1;
    }

    fn share(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }
}

/// What all cases of one file, or of all, come to.
#[derive(Default)]
struct Figures {
    cases: usize,
    /// Wanted skills: found or missed.
    recall: Count,
    /// Stated skills: wanted or false alarms.
    precision: Count,
    /// Traps: passed or fallen for.
    traps: Count,
    levels: Count,
    years: Count,
    /// By rule, and by reason of rejection.
    rules: BTreeMap<String, Count>,
}

fn cases(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("the cases can be read");
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn measure(case: &Case, labelled: &dyn Fn(&str) -> bool, profile: &Profile, to: &mut Figures, wrong: &mut String) {
    let source = Source::new(case.resume.to_string().into_bytes()).expect("it is JSON");
    let a = match gapcheck::assess(&source, profile, TODAY) {
        Ok(a) => a,
        Err(error) => {
            writeln!(wrong, "{}: not read: {}", case.name, error.message).expect("a string grows");
            to.cases += 1;
            to.recall.wrong += case.skills.len();
            return;
        }
    };
    let found: BTreeMap<&str, &SkillFinding> = a.skills.iter().map(|f| (a.id(f.skill), f)).collect();
    let is_stated = |id: &str| {
        found
            .get(id)
            .is_some_and(|f| matches!(f.status, Status::Demonstrated | Status::Claimed))
    };
    let words = |id: &str| {
        found[id]
            .evidence
            .iter()
            .map(|e| e.quote.text.as_str())
            .collect::<Vec<_>>()
    };
    let mut say = |what: String| writeln!(wrong, "{}: {what} ({})", case.name, case.looks_at).expect("a string grows");

    to.cases += 1;
    for id in &case.skills {
        assert!(profile.taxonomy.find(id).is_some(), "{}: no skill {id}", case.name);
        to.recall.add(found.contains_key(id.as_str()));
        if !found.contains_key(id.as_str()) {
            say(format!("missed {id}"));
        }
    }
    let known = |id: &str| case.skills.contains(id) || case.optional.contains(id) || !labelled(id);
    let counts = |id: &str| is_stated(id) && labelled(id) && !case.optional.contains(id);
    for (id, _) in found.iter().filter(|(id, _)| counts(id)) {
        to.precision.add(case.skills.contains(*id));
        if !case.skills.contains(*id) {
            say(format!("false alarm {id} by {:?}", words(id)));
        }
    }
    case.not.iter().for_each(|id| to.traps.add(!is_stated(id)));
    for (id, level) in &case.levels {
        let stated = found
            .get(id.as_str())
            .filter(|f| f.basis == Basis::Stated)
            .and_then(|f| f.level);
        let right = stated.is_some_and(|l| l.to_string() == *level);
        to.levels.add(right);
        if !right {
            say(format!("level of {id} is {stated:?}, not {level}"));
        }
    }
    for (name, wanted, got) in [
        ("relevant", case.relevant_years, a.years.relevant),
        ("total", case.total_years, a.years.total),
    ] {
        if let Some(wanted) = wanted {
            let right = got.is_some_and(|got| (got - wanted).abs() <= YEARS_WITHIN + 0.05);
            to.years.add(right);
            if !right {
                say(format!("{name} years {got:?}, not {wanted}"));
            }
        }
    }
    count_rules(&a, &known, &case.skills, to);
}

/// Which rules found what is wanted, and which reasons turned down what is not.
fn count_rules(a: &Assessment<'_>, known: &dyn Fn(&str) -> bool, wanted: &BTreeSet<String>, to: &mut Figures) {
    for finding in &a.skills {
        for e in finding
            .evidence
            .iter()
            .filter(|e| matches!(e.status, Status::Demonstrated | Status::Claimed))
        {
            to.rules
                .entry(format!("found by {}", e.rule.as_str()))
                .or_default()
                .add(known(a.id(finding.skill)));
        }
    }
    for r in &a.rejected {
        let missed = wanted.contains(a.id(r.skill)) && a.finding(r.skill).is_none();
        to.rules
            .entry(format!("rejected: {}", r.reason.as_str()))
            .or_default()
            .add(!missed);
    }
}

fn table(by_file: &[(String, Figures)], all: &Figures) -> String {
    let mut text =
        String::from("| cases | number | precision | recall | traps passed | levels right | years right |\n");
    text += "| --- | --- | --- | --- | --- | --- | --- |\n";
    let of = |c: Count| format!("{} of {}", c.right, c.right + c.wrong);
    for (name, f) in by_file.iter().map(|(name, f)| (name.as_str(), f)).chain([("all", all)]) {
        let (p, r) = (f.precision, f.recall);
        let shares = format!("{:.3} ({}) | {:.3} ({})", p.share(), of(p), r.share(), of(r));
        writeln!(
            text,
            "| {name} | {} | {shares} | {} | {} | {} |",
            f.cases,
            of(f.traps),
            of(f.levels),
            of(f.years)
        )
        .expect("a string grows");
    }
    text += "\n| rule | right | wrong |\n| --- | --- | --- |\n";
    for (rule, count) in &all.rules {
        writeln!(text, "| {rule} | {} | {} |", count.right, count.wrong).expect("a string grows");
    }
    text
}

fn add(all: &mut Figures, one: &Figures) {
    let sum = |a: &mut Count, b: Count| {
        *a = Count {
            right: a.right + b.right,
            wrong: a.wrong + b.wrong,
        }
    };
    all.cases += one.cases;
    sum(&mut all.recall, one.recall);
    sum(&mut all.precision, one.precision);
    sum(&mut all.traps, one.traps);
    sum(&mut all.levels, one.levels);
    sum(&mut all.years, one.years);
    one.rules
        .iter()
        .for_each(|(rule, count)| sum(all.rules.entry(rule.clone()).or_default(), *count));
}

#[test]
fn the_figures_are_those_of_the_docs() {
    let profile = profile::load("senior-ml-engineer")
        .expect("it is built in")
        .expect("it has no faults");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(root.join("tests/accuracy"))
        .expect("the cases are there")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let (mut by_file, mut all, mut wrong) = (Vec::new(), Figures::default(), String::new());
    let mut names = BTreeSet::new();
    for file in &files {
        let mut figures = Figures::default();
        let cases = cases(file);
        let partly = file.file_stem().is_some_and(|name| name == PARTLY_LABELLED);
        let named: BTreeSet<&String> = cases
            .iter()
            .flat_map(|c| c.skills.iter().chain(&c.optional).chain(&c.not))
            .collect();
        let labelled = |id: &str| !partly || named.iter().any(|known| *known == id);
        for case in &cases {
            measure(case, &labelled, &profile, &mut figures, &mut wrong);
            assert!(names.insert(case.name.clone()), "two cases are called {}", case.name);
        }
        add(&mut all, &figures);
        by_file.push((
            file.file_stem().expect("a name").to_string_lossy().into_owned(),
            figures,
        ));
    }
    let table = table(&by_file, &all);
    println!("{wrong}\n{table}");

    assert!(all.cases >= 150, "{} cases", all.cases);
    for (name, floor, figure) in FLOORS {
        let share = figure(&all).share();
        assert!(share >= floor, "{name} is {share:.3}, below {floor}");
    }
    let doc = root.join("docs/accuracy.md");
    let text = std::fs::read_to_string(&doc).expect("docs/accuracy.md is there");
    let (head, rest) = text
        .split_once("<!-- figures -->\n")
        .expect("a mark before the figures");
    let (shown, tail) = rest.split_once("<!-- end of figures -->").expect("a mark behind them");
    if std::env::var_os("GAPCHECK_ACCEPT").is_some() {
        std::fs::write(
            &doc,
            format!("{head}<!-- figures -->\n{table}<!-- end of figures -->{tail}"),
        )
        .expect("docs/accuracy.md can be written");
    } else {
        assert!(
            shown == table,
            "the figures have moved: see what is wrong with -- --nocapture, accept with GAPCHECK_ACCEPT=1"
        );
    }
}

//! The plan: its data leaves the evidence that it says, and it keeps what it promises.

use gapcheck::matching::Lexicon;
use gapcheck::model::assessment::{Assessment, Status};
use gapcheck::model::background::Background;
use gapcheck::model::correction::Corrections;
use gapcheck::model::learning::Learning;
use gapcheck::model::plan::{Plan, PlanStep};
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::profile;
use gapcheck::resume::Source;
use gapcheck::{Planner, assess};
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::sync::LazyLock;

const AS_OF: Date = date(2026, 11, 22);

struct Bench {
    profile: Profile,
    learning: Learning,
    backgrounds: Vec<Background>,
}

static BENCHES: LazyLock<Vec<Bench>> = LazyLock::new(|| profile::ids().map(made).collect());

fn bench(id: &str) -> &'static Bench {
    let found = BENCHES.iter().find(|b| b.profile.id == id);
    found.unwrap_or_else(|| panic!("there is no profile {id}"))
}

fn made(id: &str) -> Bench {
    let profile = profile::load(id).expect("built in").expect("no faults");
    Bench {
        learning: profile::learning().expect("no faults"),
        backgrounds: profile::backgrounds(&profile).expect("no faults"),
        profile,
    }
}

impl Bench {
    fn plan(&self, resume: &Value, to: Option<Stage>) -> Plan<'_> {
        let lexicon = Lexicon::build(&self.profile.taxonomy, &self.profile.language);
        let planner = Planner {
            profile: &self.profile,
            lexicon: &lexicon,
            corrections: &Corrections::default(),
            as_of: AS_OF,
            learning: &self.learning,
            backgrounds: &self.backgrounds,
            progress: &|_, _| {},
        };
        planner.plan(&source(resume), to).expect("it is a resume")
    }

    fn assess(&self, resume: &Value) -> Assessment<'_> {
        assess(&source(resume), &self.profile, AS_OF).expect("it is a resume")
    }

    fn id(&self, skill: gapcheck::model::skill::SkillId) -> &str {
        &self.profile.taxonomy.get(skill).id
    }
}

fn source(resume: &Value) -> Source {
    Source::new(resume.to_string().into_bytes()).expect("it is JSON")
}

/// The step done: its entry in its section of the resume, as the plan shows it.
fn done(step: &PlanStep, resume: &mut Value) {
    let section = step.entry.section.as_str();
    let entry = json!({
        "name": step.entry.name,
        "startDate": step.entry.start,
        "endDate": step.entry.end,
        "highlights": [step.line.sentence()],
    });
    match resume[section].as_array_mut() {
        Some(projects) => projects.push(entry),
        None => resume[section] = json!([entry]),
    }
}

#[test]
fn every_project_leaves_the_evidence_of_its_skills_in_the_field() {
    let bench = bench("senior-ml-engineer");
    let find = |id: &str| {
        let found = bench.profile.taxonomy.find(id);
        found.unwrap_or_else(|| panic!("there is no skill {id}"))
    };
    for project in &bench.learning.projects {
        let longest = project.shows.iter().map(Vec::len).max().unwrap_or(0);
        for i in 0..longest {
            let skills: Vec<_> = project.shows.iter().map(|list| find(&list[i % list.len()])).collect();
            let mut built = project.built.clone();
            for (n, skill) in skills.iter().enumerate() {
                built = built.replace(&format!("{{{}}}", n + 1), &bench.profile.taxonomy.get(*skill).name);
            }
            let line = format!("{built}: {}; {}.", project.scale, project.effect);
            let resume = json!({"projects": [{"name": project.title, "startDate": "2026-01", "endDate": "2026-06", "highlights": [line]}]});
            let found = bench.assess(&resume);
            let shows = |s| found.finding(s).is_some_and(|f| f.status == Status::Demonstrated);
            let all = skills.iter().all(|s| shows(*s));
            assert!(
                all,
                "{}: {line}\nshows {:?}",
                project.id,
                found.skills.iter().map(|f| bench.id(f.skill)).collect::<Vec<_>>()
            );
            for rung in &bench.profile.ladder.rungs {
                for (index, expectation) in rung.expectations.iter().enumerate() {
                    if expectation.any_of.contains(&skills[0]) {
                        let met = found
                            .stage
                            .expectations
                            .iter()
                            .any(|e| e.stage == rung.stage && e.index == index && !e.shown_by.is_empty());
                        assert!(met, "{} does not meet {}: {line}", project.id, expectation.id);
                    }
                }
            }
        }
    }
    for prerequisite in &bench.learning.prerequisites {
        prerequisite.later.iter().chain(&prerequisite.any_of).for_each(|id| {
            find(id);
        });
    }
    for topic in bench.backgrounds.iter().flat_map(|b| &b.interview_topics) {
        topic.skills.iter().for_each(|id| {
            find(id);
        });
    }
}

fn work() -> impl Strategy<Value = Value> {
    let titles = select(vec![
        "Machine Learning Engineer",
        "Data Scientist",
        "Software Engineer",
        "Nurse",
        "Intern",
        "",
    ]);
    let lines = select(vec![
        "Owned the forecast model end to end and deployed it to production for 3 million users.",
        "Mentored two junior engineers for a year.",
        "Led a team of 4 engineers.",
        "Designed the architecture of the machine-learning platform.",
        "Used Python, pandas and PyTorch for a churn model.",
        "Moved the features into a feature store on Spark.",
        "Set the technical strategy of the team.",
        "Ran the web shop on AWS and Kubernetes.",
        "Washed the dishes.",
    ]);
    (titles, 2000..2027_u16, 0..9_u16, any::<bool>(), vec(lines, 0..4)).prop_map(
        |(title, from, years, dated, lines)| {
            let mut entry = json!({"position": title, "highlights": lines});
            if dated {
                entry["startDate"] = json!(format!("{from}-02"));
                entry["endDate"] = json!(format!("{}-06", from + years));
            }
            entry
        },
    )
}

pub(super) fn resume() -> impl Strategy<Value = Value> {
    let skills = vec(
        select(vec![
            "Python",
            "SQL",
            "Kubernetes",
            "TensorFlow",
            "MLflow",
            "Git",
            "Leadership",
            "AWS",
        ]),
        0..6,
    );
    (vec(work(), 0..4), vec(work(), 0..2), skills, any::<bool>()).prop_map(|(work, projects, skills, levels)| {
        let level = if levels { json!("Intermediate") } else { Value::Null };
        let skills: Vec<Value> = skills
            .iter()
            .map(|name| json!({"name": name, "level": level}))
            .collect();
        let mut resume = json!({"work": work, "skills": skills});
        if !projects.is_empty() {
            resume["projects"] = json!(projects);
        }
        resume
    })
}

/// Does the steps one after the other and looks whether each brings what was promised.
#[track_caller]
fn keeps_its_promise(bench: &Bench, resume: &Value, to: Option<Stage>) {
    let plan = bench.plan(resume, to);
    let mut grown = resume.clone();
    let mut before = bench.assess(&grown);
    assert_eq!(before.coverage.score, plan.before.coverage.score);
    for step in &plan.steps {
        done(step, &mut grown);
        let after = bench.assess(&grown);
        let found = (
            after.coverage.score,
            after.coverage.score - before.coverage.score,
            after.stage.evidence,
        );
        assert_eq!(
            found,
            (step.score_after, step.points, step.evidence_after),
            "{}: {resume}",
            step.id
        );
        let shows = |s| after.finding(s).is_some_and(|f| f.status == Status::Demonstrated);
        assert!(
            step.skills.iter().all(|s| shows(*s)),
            "{}: {}",
            step.id,
            step.line.sentence()
        );
        before = after;
    }
    assert_eq!(before.coverage.score, plan.score_after);
    assert_eq!(before.stage.evidence, plan.evidence_after);
    assert_eq!(before.stage.estimate, plan.estimate_after);
    assert!(
        plan.evidence_after >= Some(plan.to),
        "to {} only {:?}: {resume}",
        plan.to,
        plan.evidence_after
    );
}

/// A plan assesses a resume some thirty times: fewer cases than elsewhere, more where `PROPTEST_CASES` asks for them.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(256) / 16
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    /// Each step raises the score by the points that it promised, and all of them give the evidence reading of the stage.
    #[test]
    fn a_plan_keeps_its_promise(resume in resume(), to in select(Stage::ALL.to_vec()), id in select(profile::ids().collect::<Vec<_>>())) {
        keeps_its_promise(bench(id), &resume, Some(to));
    }
}

#[expect(clippy::disallowed_methods, reason = "this test reads the examples")]
fn example(name: &str) -> Value {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_section_that_is_left_out_takes_no_step() {
    let bench = bench("senior-ml-engineer");
    let lexicon = Lexicon::build(&bench.profile.taxonomy, &bench.profile.language);
    let corrections = Corrections {
        ignored: vec!["/projects".to_owned()],
        ..Corrections::default()
    };
    let planner = Planner {
        profile: &bench.profile,
        lexicon: &lexicon,
        corrections: &corrections,
        as_of: AS_OF,
        learning: &bench.learning,
        backgrounds: &bench.backgrounds,
        progress: &|_, _| {},
    };
    let resume = json!({"work": [{"position": "ML Engineer", "startDate": "2022"}], "projects": []});
    let plan = planner.plan(&source(&resume), Some(Stage::Mid)).expect("a resume");
    assert_eq!(plan.evidence_after, Some(Stage::Mid));
    assert!(plan.steps.iter().all(|step| step.entry.section == "portfolio"));
}

#[test]
fn a_beginner_models_before_telling_or_mentoring() {
    let bench = bench("senior-ml-engineer");
    let plan = bench.plan(&json!({}), Some(Stage::Senior));
    let place = |id: &str| {
        plan.steps
            .iter()
            .position(|s| s.id == id)
            .unwrap_or_else(|| panic!("no step {id}"))
    };
    for later in ["mentoring", "told-to-stakeholders", "leading-people"] {
        assert!(place("first-model") < place(later), "{later}");
    }
}

#[test]
fn an_empty_resume_and_each_example_have_a_plan_that_keeps_its_promise() {
    let bench = bench("senior-ml-engineer");
    keeps_its_promise(bench, &json!({}), None);
    for file in [
        "junior",
        "mid",
        "senior",
        "lead",
        "principal",
        "career-changer",
        "keyword-wall",
    ] {
        keeps_its_promise(bench, &example(file), None);
    }
}

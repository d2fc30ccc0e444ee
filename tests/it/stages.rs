//! The hard cases of the ladder stage, as small resumes.

use crate::examples::{self, assess, assess_with};
use gapcheck::model::assessment::{Assessment, Status};
use gapcheck::model::scale::Stage::{self, Junior, Lead, Mid, Principal, Senior};
use jiff::civil::date;
use serde_json::{Value, json};

/// A work entry: title, first month, last month ("" for today), what was done.
fn job(position: &str, from: &str, to: &str, done: &[&str]) -> Value {
    let mut job = json!({"name": "Acme", "position": position, "startDate": from, "highlights": done});
    if !to.is_empty() {
        job["endDate"] = to.into();
    }
    job
}

#[track_caller]
fn read(resume: &Value) -> Assessment<'static> {
    assess(&resume.to_string())
}

#[track_caller]
fn between(resume: &Value, least: Stage, most: Stage) {
    let stage = read(resume).stage;
    let within = stage.estimate.is_some_and(|e| (least..=most).contains(&e));
    assert!(within, "{:?}: {:#?}", stage.estimate, stage.reasons);
}

/// An engineer with a senior's deeds: two jobs, people and scale in both.
fn senior(title: &str, first: (&str, &str), second: (&str, &str)) -> Value {
    json!({"work": [
        job(title, second.0, second.1, &[
            "Designed the ranking system of the shop, 3 million requests a day, and deployed its model to production.",
            "Mentored two junior engineers.",
        ]),
        job(title, first.0, first.1, &[
            "Built the churn model and ran it in production for 2 million customers.",
            "Led the migration of the training pipeline to Kubernetes.",
        ]),
    ]})
}

// Half of the doctorate's years count; studies are no senior's deeds.
#[test]
fn competencies_in_a_bare_list_are_no_deeds() {
    let job = |from: &str, to: &str| {
        serde_json::json!({"position": "ML Engineer", "startDate": from, "endDate": to, "keywords": [
            "Machine Learning", "Model ownership", "Production ML", "Mentoring", "Scale", "Technical strategy",
            "People management", "Organization-wide direction", "Leadership"]})
    };
    let resume = serde_json::json!({"work": [job("2010-01", "2018-01"), job("2018-02", "2026-01")]}).to_string();
    let source = gapcheck::resume::Source::new(resume.into_bytes()).expect("a source");
    let profile = gapcheck::profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults");
    let assessment = gapcheck::assess(&source, &profile, jiff::civil::date(2026, 11, 22)).expect("a resume");
    assert_eq!(assessment.stage.evidence, Some(gapcheck::model::scale::Stage::Junior));
}

#[test]
fn a_new_doctor_of_machine_learning_starts_low() {
    let resume = json!({
        "education": [{"institution": "Tarn University", "studyType": "PhD", "area": "Machine Learning",
            "startDate": "2021-10", "endDate": "2026-07"}],
        "publications": [{"name": "Sparse attention for long documents", "releaseDate": "2025-07",
            "summary": "Trained transformer models on 40,000 legal documents."}]
    });
    between(&resume, Junior, Mid);
    let years = read(&resume).years;
    assert_eq!(years.relevant, Some(0.0));
    assert!((years.from_doctoral - 2.0).abs() < 0.01, "{}", years.from_doctoral);
}

#[test]
fn without_any_date_the_evidence_decides_and_a_warning_says_so() {
    let resume = json!({"work": [{"position": "Machine Learning Engineer", "summary": "Built a churn model and deployed it to production."}]});
    let a = read(&resume);
    assert_eq!(a.stage.years, None);
    assert_eq!(a.stage.estimate, a.stage.evidence);
    assert_eq!(a.stage.range, Some((Junior, Senior)));
    assert!(a.warnings.iter().any(|w| w.code == "no-dates"), "{:?}", a.warnings);
}

#[test]
fn twelve_years_of_backend_and_one_of_models_are_no_senior() {
    let resume = json!({"work": [
        job("Machine Learning Engineer", "2025-11", "", &["Built a fraud model and deployed it to production."]),
        job("Backend Engineer", "2013-10", "2025-10", &[
            "Led a team of five engineers and mentored two juniors.",
            "Designed the payment platform, 9 million requests a day.",
        ]),
    ]});
    between(&resume, Junior, Mid);
    assert_eq!(read(&resume).years.from_adjacent, 3.0);
}

#[test]
fn what_was_done_in_another_trade_is_not_called_a_claim() {
    let resume = json!({"work": [
        job("Machine Learning Engineer", "2024-11", "", &["Built a fraud model and deployed it to production for two teams."]),
        job("Backend Engineer", "2013-10", "2024-10", &[
            "Mentored two juniors and led a team of five engineers.",
            "Designed the payment platform, 9 million requests a day.",
        ]),
    ]});
    let a = read(&resume);
    let scale = a.stage.blockers.iter().find(|b| b.requirement == "production-scale");
    let why = scale.map(|b| b.why.as_str()).unwrap_or_default();
    assert!(
        why.ends_with("is done, but not in machine-learning work"),
        "{:?}",
        a.stage.blockers
    );
}

#[test]
fn a_gap_blocks_only_what_the_next_stage_asks_first() {
    // Leading could stand in for owning a model, and is not what a mid asks.
    let resume = json!({"work": [job("Machine Learning Engineer", "2025-01", "", &["Read papers on deep learning."])]});
    let a = read(&resume);
    assert_eq!(a.stage.next, Some(Mid));
    let blocks = |id: &str| {
        let mut gaps = a.gaps.iter().filter(|g| a.profile.requirements[g.requirement].id == id);
        gaps.any(|g| g.unlocks_stage.is_some())
    };
    assert!(!blocks("leadership"));
    assert!(a.gaps.iter().any(|g| g.unlocks_stage == Some(Mid)));
}

#[test]
fn titles_without_deeds_are_at_most_mid() {
    let bare = |title, from, to| job(title, from, to, &[]);
    let resume = json!({"work": [
        bare("Principal Machine Learning Engineer", "2022-01", ""),
        bare("Senior Machine Learning Engineer", "2016-11", "2021-12"),
    ]});
    between(&resume, Junior, Mid);
}

#[test]
fn a_principal_needs_no_names_of_tools() {
    let resume = json!({"work": [
        job("Principal Machine Learning Engineer", "2019-01", "", &[
            "Set the machine-learning strategy across the company and chaired its model review board.",
            "Designed the shared serving platform that twelve product teams build on, 80 million predictions a day.",
            "Hired and coached the leads of three teams.",
        ]),
        job("Machine Learning Manager", "2012-03", "2018-12", &[
            "Managed a team of nine engineers and wrote its technical roadmap.",
            "Put the first ranking models into production, 5 million users.",
        ]),
    ]});
    between(&resume, Lead, Principal);
}

#[test]
fn a_single_boast_makes_no_principal() {
    let with = |done: &[&str]| {
        json!({"work": [
            job("Machine Learning Engineer", "2019-01", "", done),
            job("Machine Learning Engineer", "2012-01", "2018-12", &["Trained models for the claims team."]),
        ]})
    };
    let deed = "Built a churn model and deployed it to production.";
    let plain = read(&with(&[deed])).stage;
    for boasts in [
        &["Set company-wide AI strategy."][..],
        &[
            "Set company-wide AI strategy.",
            "Advised the board.",
            "Led 40 engineers.",
        ],
    ] {
        let stage = read(&with(&[&[deed], boasts].concat())).stage;
        assert_eq!(
            (stage.evidence, stage.estimate),
            (plain.evidence, plain.estimate),
            "{:#?}",
            stage.reasons
        );
    }
}

#[test]
fn claims_alone_reach_no_stage() {
    let resume = json!({
        "basics": {"label": "Principal ML Engineer", "summary": "Expert in machine learning, MLOps and leadership."},
        "skills": [
            {"name": "Machine learning", "level": "Expert", "keywords": ["PyTorch", "Kubernetes", "MLflow"]},
            {"name": "Mentoring", "level": "Expert"},
            {"name": "System design", "level": "Expert"},
            {"name": "People management", "level": "Expert"}
        ]
    });
    let a = read(&resume);
    assert_eq!((a.stage.estimate, a.stage.next), (None, Some(Junior)));
    assert!(a.skills.iter().all(|f| f.status < Status::Certified));
}

#[test]
fn a_career_break_does_not_lower_the_stage() {
    let steady = senior(
        "Machine Learning Engineer",
        ("2019-11", "2023-05"),
        ("2023-06", "2026-11"),
    );
    let gap_within = senior(
        "Machine Learning Engineer",
        ("2015-11", "2019-05"),
        ("2023-06", "2026-11"),
    );
    let gap_since = senior(
        "Machine Learning Engineer",
        ("2012-11", "2016-05"),
        ("2016-06", "2019-11"),
    );
    between(&steady, Senior, Senior);
    between(&gap_within, Senior, Senior);
    between(&gap_since, Senior, Senior);
    // Without doing anything more nobody falls, whenever the resume is read.
    let later = assess_with(&gap_since.to_string(), "senior-ml-engineer", date(2036, 1, 1));
    assert_eq!(later.stage.estimate, Some(Senior));
}

#[test]
fn a_claim_more_lowers_nothing() {
    let profile = examples::profile("senior-ml-engineer");
    let asked = profile
        .requirements
        .iter()
        .flat_map(|r| &r.groups)
        .flat_map(|g| g.of.first());
    let mut claims: Vec<&str> = asked.map(|s| profile.taxonomy.get(*s).name.as_ref()).collect();
    claims.extend(["Fortran", "Excel", "Beekeeping", "Norrfeat"]);
    for (name, text) in [examples::ALL[0], examples::ALL[2]] {
        let before = assess(text);
        for claim in &claims {
            let mut resume: Value = serde_json::from_str(text).expect("an example");
            resume["skills"]
                .as_array_mut()
                .expect("a list")
                .push(json!({"name": claim}));
            let after = read(&resume);
            assert!(after.coverage.score >= before.coverage.score, "{claim} in {name}");
            assert!(after.stage.estimate >= before.stage.estimate, "{claim} in {name}");
        }
    }
}

#[test]
fn names_schools_and_titles_do_not_change_the_estimate() {
    let years = (("2019-11", "2023-05"), ("2023-06", "2026-11"));
    let plain = senior("Machine Learning Engineer", years.0, years.1);
    let same = |other: Value| {
        let (a, b) = (read(&plain), read(&other));
        assert_eq!(
            (a.stage.estimate, a.stage.range),
            (b.stage.estimate, b.stage.range),
            "{other}"
        );
        assert_eq!(a.coverage.score, b.coverage.score, "{other}");
    };
    for title in [
        "Senior Machine Learning Engineer",
        "Junior Machine Learning Engineer",
        "Principal Machine Learning Engineer",
    ] {
        same(senior(title, years.0, years.1));
    }
    let with = |field: &str, value: Value| {
        let mut resume = plain.clone();
        resume[field] = value;
        resume
    };
    same(with(
        "basics",
        json!({"name": "Sparky Leadwell", "image": "python.png"}),
    ));
    same(with(
        "education",
        json!([{"institution": "Stanford University", "studyType": "Bachelor", "area": "History"}]),
    ));
    let mut famous = plain.clone();
    famous["work"][0]["name"] = "Databricks".into();
    famous["work"][1]["name"] = "Hugging Face".into();
    same(famous);
}

#[test]
fn tools_in_bare_lists_alone_are_worth_less_than_work() {
    let score = |summary: &str| {
        let work = serde_json::json!({"position": "ML Engineer", "startDate": "2018-01", "endDate": "2026-01", "summary": summary});
        let resume = serde_json::json!({ "work": [work] }).to_string();
        let source = gapcheck::resume::Source::new(resume.into_bytes()).expect("a source");
        let profile = gapcheck::profile::load("senior-ml-engineer")
            .expect("built in")
            .expect("no faults");
        gapcheck::assess(&source, &profile, jiff::civil::date(2026, 11, 22))
            .expect("a resume")
            .coverage
            .score
    };
    let listed = score("Technologies: Python, PyTorch, pandas, Kubernetes, AWS, Spark");
    let told =
        score("Trained PyTorch models in Python with pandas. Ran them on Kubernetes in AWS. Fed them with Spark jobs.");
    assert!(listed < told, "{listed} against {told}");
}

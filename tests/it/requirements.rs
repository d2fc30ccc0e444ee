//! Each requirement of the two guides can be met and missed, and the rules that decide between met, partial and missing.

use crate::examples::{DAY, PROFILES, assess_with, profile};
use gapcheck::model::assessment::RequirementStatus::{Met, Missing, Partial};
use gapcheck::model::assessment::{
    Assessment, Basis, GapKind, RequirementResult, RequirementStatus, SkillFinding, Status,
};
use serde_json::{Value, json};

/// The profile of the one guide.
pub const SKILLEXCHANGE: &str = "senior-ml-engineer-skillexchange";
/// The profile of the other.
pub const DECIPHERU: &str = "senior-ml-engineer-decipheru";

/// A deed for each requirement that meets it, if it was done for years. Without it nothing of the requirement is there.
pub const DEEDS: [(&str, &str, &str); 18] = [
    (
        SKILLEXCHANGE,
        "core-stack",
        "Trained demand models with Python, scikit-learn and PyTorch.",
    ),
    (
        SKILLEXCHANGE,
        "ml-libraries",
        "Fine-tuned a summariser with Hugging Face Transformers.",
    ),
    (SKILLEXCHANGE, "mlops", "Tracked every training run in MLflow."),
    (SKILLEXCHANGE, "cloud", "Moved the training jobs to AWS."),
    (
        SKILLEXCHANGE,
        "data-engineering",
        "Computed the features in Apache Spark.",
    ),
    (
        SKILLEXCHANGE,
        "model-optimization",
        "Halved the size of the model with quantization.",
    ),
    (
        SKILLEXCHANGE,
        "leadership",
        "Led a team of four engineers and mentored two juniors.",
    ),
    (
        SKILLEXCHANGE,
        "production-scale",
        "Deployed the ranking model to production, 3 million requests a day.",
    ),
    (SKILLEXCHANGE, "responsible-ai", "Reduced bias in the hiring model."),
    (
        SKILLEXCHANGE,
        "databases",
        "Kept the labels in PostgreSQL and the embeddings in FAISS.",
    ),
    (
        SKILLEXCHANGE,
        "version-control",
        "Kept the code in Git and released it with CI/CD.",
    ),
    (SKILLEXCHANGE, "communication", "Presented the results to stakeholders."),
    (DECIPHERU, "python-core", "Cleaned the claims in Python with pandas."),
    (
        DECIPHERU,
        "dl-frameworks",
        "Trained a segmentation network in TensorFlow.",
    ),
    (DECIPHERU, "mlops", "Tracked every training run in Weights & Biases."),
    (
        DECIPHERU,
        "data-engineering",
        "Built the data pipelines, the feature store and the checks of data quality.",
    ),
    (DECIPHERU, "cloud", "Trained and deployed the models on SageMaker."),
    (DECIPHERU, "statistics", "Planned and analysed the A/B tests."),
];

/// A resume with one job of five years.
pub fn job(done: &[&str]) -> Value {
    json!({"work": [{"position": "Machine Learning Engineer", "startDate": "2021-11", "highlights": done}]})
}

fn assessed(resume: &Value, id: &str) -> Assessment<'static> {
    assess_with(&resume.to_string(), id, DAY)
}

fn requirement<'a>(a: &'a Assessment<'_>, id: &str) -> &'a RequirementResult {
    let result = a.requirements.iter().find(|r| a.profile.requirements[r.index].id == id);
    result.unwrap_or_else(|| panic!("{} has no requirement {id}", a.profile.id))
}

fn finding<'a>(a: &'a Assessment<'_>, skill: &str) -> &'a SkillFinding {
    let found = a.skills.iter().find(|f| a.id(f.skill) == skill);
    found.unwrap_or_else(|| panic!("{skill} is not found"))
}

#[track_caller]
fn check(resume: &Value, profile: &str, id: &str, expected: RequirementStatus) {
    let a = assessed(resume, profile);
    let result = requirement(&a, id);
    assert_eq!(result.status, expected, "{profile} {id}: {:#?}", result.why);
}

#[test]
fn each_requirement_can_be_met_and_missed() {
    for (profile, id, deed) in DEEDS {
        check(&job(&["Worked with colleagues on the shop.", deed]), profile, id, Met);
        check(&job(&["Worked with colleagues on the shop."]), profile, id, Missing);
    }
}

#[test]
fn the_table_names_each_requirement_of_the_two_guides() {
    let asked = [SKILLEXCHANGE, DECIPHERU].map(|id| profile(id).requirements.iter().map(move |r| (id, r.id.as_str())));
    assert_eq!(
        asked.into_iter().flatten().collect::<Vec<_>>(),
        DEEDS.map(|(profile, id, _)| (profile, id))
    );
}

// Two of the three things that core-stack asks.
#[test]
fn a_group_that_nothing_fills_leaves_a_requirement_partial() {
    let resume = job(&["Trained demand models with Python and PyTorch."]);
    check(&resume, SKILLEXCHANGE, "core-stack", Partial);
    let a = assessed(&resume, SKILLEXCHANGE);
    let missing: Vec<_> = requirement(&a, "core-stack").missing.iter().map(|s| a.id(*s)).collect();
    assert_eq!(missing, ["scikit-learn"]);
}

#[test]
fn claims_alone_meet_no_requirement() {
    for profile in PROFILES.iter() {
        let names = profile
            .taxonomy
            .skills()
            .iter()
            .map(|s| json!({"name": s.name, "level": "Expert"}));
        let a = assessed(&json!({"skills": names.collect::<Vec<_>>()}), &profile.id);
        for result in &a.requirements {
            assert_eq!(
                result.status, Partial,
                "{} {}",
                profile.id, profile.requirements[result.index].id
            );
            assert!(result.coverage <= 0.5, "{}", result.coverage);
        }
    }
}

// Milvus is a vector database and PostgreSQL speaks SQL; the requirement names neither.
#[test]
fn what_a_narrower_skill_implies_satisfies() {
    let a = assessed(
        &job(&["Kept the labels in PostgreSQL and the embeddings in Milvus."]),
        SKILLEXCHANGE,
    );
    let result = requirement(&a, "databases");
    assert_eq!(result.status, Met, "{:?}", result.why);
    assert_eq!(finding(&a, "vector-databases").status, Status::Implied);
    assert!((0.8..1.0).contains(&result.coverage), "{}", result.coverage);
}

#[test]
fn a_level_below_the_one_asked_is_partial() {
    let months = json!({"work": [{"position": "ML Engineer", "startDate": "2026-09", "summary": "Trained a network in PyTorch."}]});
    let stated = json!({
        "work": [{"position": "ML Engineer", "startDate": "2021-11", "summary": "Trained a network in PyTorch."}],
        "skills": [{"name": "PyTorch", "level": "Beginner"}]
    });
    for resume in [months, stated] {
        check(&resume, DECIPHERU, "dl-frameworks", Partial);
        let a = assessed(&resume, DECIPHERU);
        assert_eq!(
            requirement(&a, "dl-frameworks").below_level,
            [finding(&a, "pytorch").skill]
        );
        assert!(
            a.gaps
                .iter()
                .any(|g| a.profile.requirements[g.requirement].id == "dl-frameworks" && g.kind == GapKind::BelowLevel)
        );
    }
}

// Leaving the level out must not beat an honest one, however low, and a high one is worth saying.
#[test]
fn a_level_that_is_not_shown_counts_as_one_below() {
    let coverage = |skill: Value| {
        let a = assessed(&json!({"skills": [skill]}), DECIPHERU);
        (requirement(&a, "dl-frameworks").coverage, finding(&a, "pytorch").basis)
    };
    let (unknown, basis) = coverage(json!({"name": "PyTorch"}));
    assert_eq!(basis, Basis::Unknown);
    assert_eq!(unknown, coverage(json!({"name": "PyTorch", "level": "Intermediate"})).0);
    assert!(unknown < coverage(json!({"name": "PyTorch", "level": "Advanced"})).0);
    assert_eq!(unknown, coverage(json!({"name": "PyTorch", "level": "Beginner"})).0);
}

#[test]
fn a_stale_skill_is_worth_less_and_costs_no_stage() {
    let used = |from: &str, to: &str| {
        let done = "Built a churn model, deployed it to production and tracked its runs in MLflow.";
        let resume = json!({"work": [{"position": "ML Engineer", "startDate": from, "endDate": to, "summary": done}]});
        assessed(&resume, SKILLEXCHANGE)
    };
    let (fresh, stale) = (used("2020-01", "2025-12"), used("2011-01", "2016-12"));
    assert!(finding(&stale, "mlflow").stale && !finding(&fresh, "mlflow").stale);
    assert!(requirement(&stale, "mlops").coverage < requirement(&fresh, "mlops").coverage);
    assert_eq!(stale.stage.estimate, fresh.stage.estimate);
}

#[test]
fn recognised_equivalents_count() {
    let jax = job(&["Trained a neural network in JAX."]);
    check(&jax, DECIPHERU, "dl-frameworks", Met);
    check(&jax, "senior-ml-engineer", "dl-frameworks", Met);
    let airflow = job(&["Orchestrated the training of nine models with Apache Airflow."]);
    check(&airflow, SKILLEXCHANGE, "mlops", Met);
    check(&airflow, "senior-ml-engineer", "mlops", Met);
}

#[test]
fn a_bare_list_demonstrates_at_most_twelve() {
    let names = [
        "PyTorch",
        "TensorFlow",
        "Keras",
        "JAX",
        "XGBoost",
        "LightGBM",
        "CatBoost",
        "pandas",
        "NumPy",
        "SciPy",
        "Docker",
        "Kubernetes",
        "MLflow",
        "Kubeflow",
        "FAISS",
        "PostgreSQL",
    ];
    let demonstrated = |entry: Value| {
        let a = assessed(&json!({"work": [entry]}), SKILLEXCHANGE);
        let done = a
            .skills
            .iter()
            .filter(|f| f.status == Status::Demonstrated)
            .map(|f| a.id(f.skill).to_owned());
        done.collect::<Vec<_>>()
    };
    let entry = |field: &str, list: Value| json!({"position": "Consultant", "startDate": "2021-11", field: list});
    assert_eq!(demonstrated(entry("keywords", json!(names))).len(), 12);
    assert_eq!(
        demonstrated(entry("summary", json!(format!("Technologies: {}", names.join(", "))))).len(),
        12
    );
    // A sentence that says what was done with it needs no place in the list.
    let mut told = entry("keywords", json!(names));
    told["summary"] = "Kept the labels in PostgreSQL.".into();
    let told = demonstrated(told);
    assert_eq!(told.len(), 13, "{told:?}");
    assert!(told.contains(&"postgresql".to_owned()));
}

//! Which words name which skill, and which only look as if they did; one row a case.

use gapcheck::matching::{self, Lexicon};
use gapcheck::model::candidate::{Form, Passage, Section};
use gapcheck::model::profile::Profile;
use gapcheck::model::reading::Reading;
use std::sync::LazyLock;

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    gapcheck::profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults")
});

static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::build(&PROFILE.taxonomy, &PROFILE.language));

fn read(text: &str, section: Section, form: Form) -> Reading {
    let passage = Passage::new(text, section, form);
    matching::read(&[passage], &LEXICON)
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading
        .mentions
        .iter()
        .map(|m| PROFILE.taxonomy.get(m.skill).id.as_ref())
        .collect()
}

/// In the text of a job, `found` are named and `absent` are not.
#[track_caller]
fn told(text: &str, found: &[&str], absent: &[&str]) {
    check(text, Section::Work, Form::Prose, found, absent);
}

/// As an entry of a list of skills, `found` are named and `absent` are not.
#[track_caller]
fn listed(text: &str, found: &[&str], absent: &[&str]) {
    check(text, Section::Skills, Form::Item, found, absent);
}

#[track_caller]
fn check(text: &str, section: Section, form: Form, found: &[&str], absent: &[&str]) {
    let reading = read(text, section, form);
    let named = ids(&reading);
    for id in found {
        assert!(named.contains(id), "{text:?} should name {id}, names {named:?}");
    }
    for id in absent {
        assert!(!named.contains(id), "{text:?} should not name {id}");
    }
}

#[test]
fn names_are_found_in_every_spelling() {
    told(
        "Wrote Sk-learn pipelines and Tensor-Flow models",
        &["scikit-learn", "tensorflow"],
        &[],
    );
    listed("PYTORCH", &["pytorch"], &[]);
    listed("Python 3.11", &["python"], &[]);
    listed("Python (primary)", &["python"], &[]);
    listed("Pandas (Software)", &["pandas"], &[]);
    listed("K8s", &["kubernetes"], &[]);
    listed("LLMs", &["llm"], &[]);
    told("使用PyTorch训练模型", &["pytorch"], &[]);
    told("Series temporales con R y Python", &["python", "r"], &[]);
}

#[test]
fn packed_entries_are_taken_apart() {
    listed("PyTorch/TensorFlow", &["pytorch", "tensorflow"], &[]);
    listed("AWS (S3, EC2)", &["aws"], &[]);
    listed("Apache (Hadoop, Spark, Kafka)", &["hadoop", "spark", "kafka"], &[]);
    listed("Python, SQL and R", &["python", "sql", "r"], &[]);
    listed("C/C++", &["c", "c++"], &[]);
    listed("A/B testing", &["ab-testing"], &[]);
    listed("CI/CD", &["ci-cd"], &[]);
}

#[test]
fn other_words_are_not_skills() {
    told("Led R&D for two products", &[], &["r"]);
    told("Built the Go Fish card game", &[], &["go"]);
    told("Owned the go to market plan", &[], &["go"]);
    told("Wrote JavaScript for the shop", &["javascript"], &["java"]);
    told("Stored sessions in NoSQL databases", &["nosql"], &["sql"]);
    told("Evaluated airflow conditions around the wing", &[], &["airflow"]);
    told("Trained agents in OpenAI Gym", &[], &["openai-api"]);
    told(
        "Published at the conference on computer vision and pattern recognition",
        &[],
        &["computer-vision"],
    );
    told("Explained my mental model of the code", &[], &["explainability"]);
    told("Studied self-supervised learning", &[], &["supervised-learning"]);
}

#[test]
fn common_words_need_company() {
    told("Spark interest in young readers", &[], &["spark"]);
    told("Moved the Spark jobs to Databricks", &["spark", "databricks"], &[]);
    told("Go and see the customer", &[], &["go"]);
    told("Services in Python, Go and Rust", &["python", "go", "rust"], &[]);
    listed("R", &["r"], &[]);
    listed("Go", &["go"], &[]);
}

#[test]
fn what_is_negated_wished_or_planned_is_absent() {
    told(
        "No experience with Kubernetes, Docker or Spark",
        &[],
        &["kubernetes", "docker", "spark"],
    );
    told(
        "I have never used TensorFlow but write PyTorch daily",
        &["pytorch"],
        &["tensorflow"],
    );
    told("Eager to learn Rust", &[], &["rust"]);
    told("Wanted to mentor juniors", &[], &["mentoring"]);
    told("I have not deployed a model to production", &[], &["production-ml"]);
    told("I haven't yet tried MLflow", &[], &["mlflow"]);
    told("I cannot code in Java", &[], &["java"]);
    told("Currently learning Kubernetes", &[], &["kubernetes"]);
    listed("MLflow: none", &[], &["mlflow"]);
    told("Not only Python but also Scala", &["python", "scala"], &[]);
    listed("Kubernetes (no experience yet)", &[], &["kubernetes"]);
}

#[test]
fn other_peoples_deeds_are_not_counted() {
    told("Mentored by Dr. Example", &[], &["mentoring"]);
    told("A dashboard used by firm leadership", &[], &["leadership"]);
    told("My manager led a team of 12 engineers", &[], &["leadership"]);
    told(
        "Worked with the engineering manager on the roadmap",
        &[],
        &["leadership", "people-management"],
    );
    told("The team lead assigned tasks to me", &[], &["leadership"]);
    told(
        "Attended design reviews and a keynote talk",
        &[],
        &["technical-leadership", "recognized-research"],
    );
    told("Models trained by a Kubeflow pipeline", &["kubeflow"], &[]);
}

#[test]
fn colleagues_may_be_those_who_are_taught() {
    told("Mentored two colleagues", &["mentoring"], &[]);
    told("Coached colleagues: one a month", &["mentoring"], &[]);
    told("Coaching from colleagues", &[], &["mentoring"]);
    told("Mentored by colleagues and engineers", &[], &["mentoring"]);
}

#[test]
fn deeds_are_found_by_their_description() {
    told("Led a team of 30 students", &["leadership"], &[]);
    told("Mentored two junior engineers", &["mentoring"], &[]);
    told(
        "Presented the results to the executives",
        &["stakeholder-communication"],
        &[],
    );
    told("Served 10M daily users", &["scale"], &[]);
    told("Handled 5,000 requests per second", &["scale"], &[]);
    told("Wrote to 400 customers per month", &[], &["scale"]);
    told("Lead generation for sales teams", &[], &["leadership"]);
    told(
        "Managed Kubernetes clusters for the team",
        &["kubernetes"],
        &["leadership", "people-management"],
    );
    told("Analyzed 50,000 rows of data", &[], &["scale"]);
    told("Scored 3 million records a night", &["scale"], &[]);
    told("Serving 1,000,000 requests a day", &["scale"], &[]);
    told("Scored 3,000,000 records a night", &["scale"], &[]);
    told("Scored 12,345,678 records a night", &["scale"], &[]);
    told("Scored 3,000 records a night", &[], &["scale"]);
    told("Read 3 TB/day", &["scale"], &[]);
    told("Processed 5TB of logs", &["scale"], &[]);
    told("Cut p99 latency by half", &["performance-optimization"], &[]);
    told("Reduced incident response time", &[], &["performance-optimization"]);
    told("Sped up training 3x", &["performance-optimization"], &[]);
    told(
        "Presented the findings to C-level executives",
        &["stakeholder-communication"],
        &[],
    );
    told("Reduced bias voltage in the amplifier", &[], &["bias-detection"]);
    check(
        "Engineering Manager",
        Section::Work,
        Form::Title,
        &["leadership", "people-management"],
        &[],
    );
    told("Leader-elected show clock", &[], &["leadership"]);
    told("Led the development of a parser", &[], &["leadership"]);
}

#[test]
fn deeds_cross_no_list_and_begin_in_no_adjective() {
    for text in [
        "Studied pre-trained language models in PyTorch",
        "Developed methods to model semantic change with machine learning",
        "A machine learning course on training, model versioning and tests",
    ] {
        told(text, &[], &["model-ownership"]);
    }
    told("Tools for machine learning: inference, APIs", &[], &["model-serving"]);
    told("Machine learning with inference APIs", &["model-serving"], &[]);
    told("Integrated machine learning with LLM APIs", &[], &["model-serving"]);
    check(
        "Shift Lead / Team Trainer",
        Section::Work,
        Form::Title,
        &[],
        &["leadership"],
    );
    told("Designed a deep learning architecture", &[], &["system-design"]);
    told("Designed the architecture of the platform", &["system-design"], &[]);
    told("Architected the banking application", &["system-design"], &[]);
    told("Line-managed two data scientists", &["people-management"], &[]);
}

#[test]
fn money_and_shares_are_no_scale() {
    for text in [
        "Handled $1,000,000 of charges a year",
        "Saved customers over $100M",
        "Devices with a 16200% speed-up",
    ] {
        told(text, &[], &["scale"]);
    }
    told("Handled 1,000,000 charges a day", &["scale"], &[]);
    told("Saved $2M per year", &["business-impact"], &[]);
}

#[test]
fn other_trades_have_production_strategy_and_churn_too() {
    told(
        "Deep learning models for energy production predictions",
        &["deep-learning"],
        &["production-ml"],
    );
    told("Defined the marketing strategy", &[], &["technical-strategy"]);
    told("Reduced churn by calling every customer", &[], &["churn-prediction"]);
    told("Predicted churn with XGBoost", &["churn-prediction"], &[]);
    told("Built cutting-edge AI for machine learning", &[], &["edge-ai"]);
}

#[test]
fn slips_of_the_pen_are_mended_in_lists_only() {
    listed("Pytorh", &["pytorch"], &[]);
    listed("kuberentes", &["kubernetes"], &[]);
    told("The pytorh was lit", &[], &["pytorch"]);
    listed("Scalar", &[], &["scala"]);
    listed("Panda", &[], &["pandas"]);
    listed("Redact", &[], &["react"]);
    listed("Sparkle", &[], &["spark"]);
}

#[test]
fn an_unknown_entry_is_listed_with_the_nearest_skill() {
    let reading = read("Gurobbi, Python", Section::Skills, Form::Item);
    assert_eq!(reading.unmatched.len() + reading.mentions.len(), 2);
    let unknown = read("Flumbuzzle", Section::Skills, Form::Item);
    assert_eq!((unknown.unmatched.len(), unknown.unmatched[0].nearest), (1, None));
}

/// No name or alias is a slip for another skill: each, written as it is, names its own skill or nothing.
#[test]
fn no_name_is_taken_for_a_slip_of_another() {
    for (id, skill) in PROFILE.taxonomy.iter() {
        for name in skill.aliases.iter().chain([skill.name.as_ref()]) {
            let reading = read(name, Section::Skills, Form::Item);
            for mention in reading
                .mentions
                .iter()
                .filter(|m| matches!(m.rule, gapcheck::model::reading::Rule::Typo(_)))
            {
                assert_eq!(mention.skill, id, "{name:?} of {} is taken for a slip", skill.id);
            }
        }
    }
}

//! What a report is worth when somebody tries to fool it, or only writes as people write.

use crate::examples::{DAY, assess, assess_with, profile};
use gapcheck::model::assessment::{Assessment, RequirementResult, RequirementStatus, Status};
use gapcheck::model::scale::Stage;
use serde_json::{Value, json};

/// Every name of the taxonomy.
fn names() -> Vec<String> {
    let skills = profile("senior-ml-engineer").taxonomy.iter();
    skills.map(|(_, skill)| skill.name.to_string()).collect()
}

/// The ids of the skills that a resume states.
fn stated(a: &Assessment<'_>) -> Vec<String> {
    let stated = a.skills.iter().filter(|f| f.status != Status::Implied);
    stated.map(|f| a.id(f.skill).to_owned()).collect()
}

/// A job that says one thing.
fn highlight(text: &str) -> Value {
    json!({"work": [{"position": "Clerk", "startDate": "2020-01", "highlights": [text]}]})
}

#[test]
fn no_experience_with_everything_is_worth_nothing() {
    for sentence in [
        format!("I have no experience with {}", names().join(", ")),
        format!("I have no experience with {}.", names().join(" and ")),
        format!("I don't have any experience with {}", names().join("; ")),
        format!("No tengo experiencia con\n{}", names().join("\n")),
    ] {
        for id in gapcheck::profile::ids() {
            let resume = json!({"basics": {"summary": sentence}}).to_string();
            let a = assess_with(&resume, id, DAY);
            assert_eq!(
                (a.coverage.score, a.stage.estimate),
                (0, None),
                "{id}: {:?}",
                stated(&a)
            );
        }
    }
}

#[test]
fn a_wall_of_all_names_meets_nothing() {
    let names = names();
    let job = |field: &str, value: Value| json!({"work": [{"position": "ML Engineer", "startDate": "2012-01", field: value}]});
    let walls = [
        json!({"skills": names}),
        json!({"skills": [{"name": "Tools", "keywords": names}]}),
        job("highlights", json!([names.join(", ")])),
        job("highlights", json!(names)),
        job("keywords", json!(names)),
        json!({"projects": [{"name": "Everything", "startDate": "2020", "keywords": names}]}),
        json!({"education": [{"area": "Computing", "studyType": "BSc", "startDate": "2012", "endDate": "2016", "courses": names}]}),
    ];
    for wall in walls {
        let a = assess(&wall.to_string());
        let met: Vec<&str> = a
            .requirements
            .iter()
            .filter(|r| r.status == RequirementStatus::Met)
            .map(|r| a.profile.requirements[r.index].id.as_str())
            .collect();
        let shape = wall.to_string()[..60].to_owned();
        assert!(met.is_empty(), "{shape}: {met:?} met");
        assert!(
            a.stage.estimate.is_none_or(|stage| stage <= Stage::Mid),
            "{shape}: {:?}",
            a.stage.estimate
        );
    }
}

#[test]
fn phrases_that_only_look_like_skills_are_none() {
    for text in [
        "R&D budget",
        "go to market",
        "Vitamin C",
        "rest of the team",
        "Spark joy",
        "Ray of light",
        "Native speaker",
        "work ethics",
        "mentored by Dr. A",
        "evaluated airflow conditions",
        "a theatre production",
        "CVPR reviewer",
        "swift decisions",
        "Amazon rainforest",
        "Java, Indonesia",
        "the Oracle of Delphi",
        "docker at the port",
        "R+D",
        "tuned with 5-fold CV",
        "Nested CV for the choice of models",
        "Predicted failures of power grid transformers",
        "a JavaScript superset",
        "SQL Express edition",
        "a web application firewall",
        "my developer CV",
    ] {
        let a = assess(&highlight(text).to_string());
        assert!(stated(&a).is_empty(), "{text}: {:?}", stated(&a));
    }
}

#[test]
fn skills_are_found_as_people_write_them() {
    for (text, skills) in [
        ("k8s", &["kubernetes"][..]),
        ("Tensor-Flow", &["tensorflow"]),
        ("sk-learn", &["scikit-learn"]),
        ("C++17", &["c++"]),
        ("Python3.11", &["python"]),
        ("PyTorch/TensorFlow", &["pytorch", "tensorflow"]),
        ("AWS (S3, EC2)", &["aws"]),
        ("Postgres", &["postgresql"]),
        ("GPT-4 via OpenAI API", &["openai-api"]),
        ("A/B tests", &["ab-testing"]),
        ("CI/CD", &["ci-cd"]),
        ("LLMs", &["llm"]),
        ("weights & biases", &["wandb"]),
        ("Sk-learn pipelines", &["scikit-learn"]),
        ("con R y Python", &["r", "python"]),
        ("使用PyTorch训练模型", &["pytorch"]),
        ("Open CV", &["opencv"]),
        ("MS SQL", &["sql-server"]),
        ("a spam classifier", &["text-classification"]),
        ("a product recommender", &["recommender-systems"]),
        ("Best paper, KDD 2014", &["recognized-research"]),
        ("Best paper at an ICML workshop, h-index 45", &["recognized-research"]),
    ] {
        let a = assess(&highlight(text).to_string());
        for skill in skills {
            assert!(stated(&a).contains(&(*skill).to_owned()), "{text}: {:?}", stated(&a));
        }
    }
}

#[test]
fn what_is_denied_wished_for_or_somebody_elses_is_none() {
    for text in [
        "I don't have any experience with PyTorch",
        "No prior exposure to PyTorch",
        "No working knowledge of PyTorch",
        "New to PyTorch",
        "We chose not to use Kafka",
        "Instead of PyTorch we used pen and paper",
        "PyTorch was never used",
        "PyTorch is not part of my skill set",
        "I have no experience with PyTorch; Spark; Kafka",
        "No tengo experiencia con PyTorch y Spark",
        "Je n'ai jamais utilisé TensorFlow",
        "Noch nie mit Docker gearbeitet",
        "Python kann ich nicht",
        "Nunca usei Docker",
        "不会 Python",
        "Kubernetesは使ったことがない",
        "Looking for a job where I can use PyTorch",
        "PyTorch is what I would like to learn",
        "Ich möchte PyTorch lernen",
        "J'aimerais apprendre TensorFlow",
        "Nice to have: PyTorch",
        "My mentor deployed the model to production",
        "The CTO presented the results to executives",
        "Another team served the models to 10 million users",
        "My colleague built the Spark pipeline; I made the coffee",
        "My boss used PyTorch",
        "Receptionist at Hugging Face",
        "Rejected Kafka after a test",
        "Worked with pen and paper, no Kafka",
        "I do no Kafka",
        "Never designed, built or deployed Kafka",
        "Ran example.com with no Kafka",
        "Other brokers, e.g. no Kafka",
        "Planned migration to Airflow",
        "PyTorch not required",
        "Clients included Databricks, Snowflake and Confluent",
        "Was mentored weekly by a staff engineer",
        "Weekly mentoring sessions from a principal engineer",
        "Kubernetes was run by the platform team",
        "Sat beside the platform team, who run Kubernetes and Terraform",
        "Handed it to a contractor who rewrote it in Rust",
        "CNN correspondent in Kabul",
        "Driver for Senator Jenkins",
    ] {
        let a = assess(&highlight(text).to_string());
        assert!(stated(&a).is_empty(), "{text}: {:?}", stated(&a));
    }
}

#[test]
fn what_comes_after_a_turn_is_the_writers_own() {
    for (text, skill) in [
        ("My manager led it, and I built the Spark jobs", "spark"),
        ("No experience with Flink; wrote Kafka consumers", "kafka"),
        ("Good at Tableau", "tableau"),
        ("Without a GPU or TensorFlow, got it to 5 ms in ONNX Runtime", "onnx"),
        ("Considered Ray but chose Dask", "dask"),
        ("Was considered the Kubernetes expert of the team", "kubernetes"),
        ("Criação de pipelines no Airflow e Databricks", "airflow"),
        ("Deploy no PostgreSQL e no Snowflake", "postgresql"),
        ("No longer using Hadoop; everything runs on Spark now", "spark"),
        ("Programmerade i Python och SQL", "python"),
        ("Deployed a BERT classifier as a REST API", "bert"),
        ("Built a data science team of 8", "people-management"),
        ("Made inference 5 times faster", "performance-optimization"),
    ] {
        let a = assess(&highlight(text).to_string());
        assert!(stated(&a).contains(&skill.to_owned()), "{text}: {:?}", stated(&a));
    }
}

#[test]
fn a_requirement_of_deeds_is_not_met_by_names() {
    for names in [
        &["Model serving", "System design"][..],
        &["Model serving, System design"],
    ] {
        let resume = json!({"work": [{"position": "ML Engineer", "startDate": "2020-01", "highlights": names}]});
        let a = assess(&resume.to_string());
        let requirement = |r: &&RequirementResult| a.profile.requirements[r.index].id == "production-scale";
        let found = a.requirements.iter().find(requirement).expect("the requirement");
        assert_ne!(found.status, RequirementStatus::Met, "{names:?}");
    }
}

#[test]
fn who_looks_for_people_need_not_know_what_they_know() {
    let of = |title: &str, text: &str| {
        let a = assess(
            &json!({"work": [{"position": title, "startDate": "2016-01", "endDate": "2019-12", "summary": text}]})
                .to_string(),
        );
        let python = a.skills.iter().find(|f| a.id(f.skill) == "python").map(|f| f.status);
        (python, a.stage.estimate.is_some())
    };
    let claimed = (Some(Status::Claimed), false);
    assert_eq!(
        of(
            "Recruiter",
            "Filled roles for Data Scientists with Python and deep learning."
        ),
        claimed
    );
    assert_eq!(
        of(
            "Office Manager",
            "Ordered snacks for the Python, NLP and computer vision teams."
        ),
        claimed
    );
    let demonstrated = (Some(Status::Demonstrated), true);
    assert_eq!(
        of("Data Scientist, Recruitment", "Built deep learning models in Python."),
        demonstrated
    );
    // Whom they led they led themselves.
    let a =
        assess(&json!({"work": [{"position": "Recruiting Manager", "summary": "Led a team of nine."}]}).to_string());
    assert!(
        a.skills
            .iter()
            .any(|f| a.id(f.skill) == "leadership" && f.status == Status::Demonstrated)
    );
}

#[test]
fn groups_of_wishes_and_pastimes_hold_no_skills() {
    for group in ["Learning", "In progress", "Aprendiendo:"] {
        let a = assess(&json!({"skills": [{"name": group, "keywords": ["Kubernetes", "Rust"]}]}).to_string());
        assert!(stated(&a).is_empty(), "{group}: {:?}", stated(&a));
    }
    let reading = json!({"interests": [{"name": "Reading", "keywords": ["Kafka", "Borges"]}, {"name": "Travel", "keywords": ["Java"]}]});
    assert!(stated(&assess(&reading.to_string())).is_empty());
    let tools = json!({"interests": [{"name": "Streaming", "keywords": ["Kafka", "Flink"]}]});
    assert!(!stated(&assess(&tools.to_string())).is_empty());
}

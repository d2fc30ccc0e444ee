//! What a report is worth when somebody tries to fool it, or only writes as people write.

use crate::examples::{DAY, assess, assess_with, profile};
use gapcheck::model::assessment::{Assessment, RequirementStatus, Status};
use gapcheck::model::scale::Stage;
use serde_json::{Value, json};

/// Every name of the taxonomy.
fn names() -> Vec<String> {
    let skills = profile("senior-ml-engineer").taxonomy.iter();
    skills.map(|(_, skill)| skill.name.clone()).collect()
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
    ] {
        let a = assess(&highlight(text).to_string());
        for skill in skills {
            assert!(stated(&a).contains(&(*skill).to_owned()), "{text}: {:?}", stated(&a));
        }
    }
}

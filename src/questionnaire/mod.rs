//! The questionnaire without a terminal: which questions a profile gives, which of them is next, what an answer means.
//!
//! [`questions`] lists them, [`order::next`] picks one by an assessment of the answers so far, [`ask::ask`] puts it through a
//! [`Prompter`]. Answers become a resume in `resume::write`, whose assessment is the report.

mod ask;
mod check;
mod file;
mod form;
mod order;
mod prompter;
mod roles;
mod words;

pub use ask::{Context, Done, Place, RoleAnswer, Unfinished, ask, summary};
pub use check::{Problem, check};
pub use file::{Fault, parse, place};
pub use form::{as_json, as_toml};
pub use order::{Found, Situation, Standing, next, standing};
pub use prompter::{Prompter, Reply, Stopped};

use crate::model::profile::{Expectation, Profile, Requirement};
use crate::model::scale::Stage;
use crate::model::skill::SkillId;

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Whether the skills that a resume seems to name are meant.
    Confirm,
    /// Jobs and internships.
    Roles,
    /// Projects.
    Projects,
    /// The skills of a requirement: index into the profile's.
    Requirement(usize),
    /// A deed that a stage expects: rung and index.
    Expectation(usize, usize),
    /// Certificates.
    Certificates,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// A stable id: `roles`, `mlops`, `stage:model-ownership`, `certificates`.
    pub id: String,
    /// What it asks for.
    pub topic: Topic,
    /// What it is about, in a few words.
    pub title: String,
    /// What is asked, in a sentence.
    pub text: String,
    /// What the guides say about it, and what else helps.
    pub help: Vec<String>,
    /// The skills that answer it.
    pub items: Vec<SkillId>,
}

/// All questions of a profile, in its order.
pub fn questions(profile: &Profile) -> Vec<Question> {
    let plain = |id: &str, topic, title: &str, text: &str, help: &[&str]| Question {
        id: id.to_owned(),
        title: title.to_owned(),
        topic,
        text: text.to_owned(),
        help: help.iter().map(|line| (*line).to_owned()).collect(),
        items: Vec::new(),
    };
    let mut questions = vec![
        plain(
            "confirm",
            Topic::Confirm,
            "What was found",
            "These skills were found in the resume. Mark those that are not meant there",
            &[
                "What is marked counts for nothing in the report. The file stays as it is; the line to correct is named at the end.",
            ],
        ),
        plain(
            "roles",
            Topic::Roles,
            "Jobs and internships",
            "Which jobs and internships have you had? One a line, with its dates",
            &[
                "Write for instance: Machine Learning Engineer, 2021-03 to present",
                "The title tells what the years count as: machine-learning and data work in full, software work by half, for at most three years.",
                "No employer is asked for; names and places never count.",
            ],
        ),
        plain(
            "projects",
            Topic::Projects,
            "Projects",
            "Which projects of your own have you done, in open source, studies or free time? One a line, with dates",
            &[
                "Write for instance: Bird call classifier, 2024-02 to 2024-06",
                "What was done in a project is shown as well as what was done in a job, though it makes no years.",
            ],
        ),
    ];
    let of_requirements = profile.requirements.iter().enumerate().filter(|(_, r)| !r.unassessable);
    questions.extend(of_requirements.map(|(index, r)| of_requirement(index, r)));
    for (rung, stage) in profile.ladder.rungs.iter().enumerate() {
        let of_stage = stage.expectations.iter().enumerate();
        questions.extend(of_stage.map(|(index, e)| of_expectation((rung, stage.stage), index, e)));
    }
    questions.push(plain(
        "certificates",
        Topic::Certificates,
        "Certificates",
        "Which of these certificates do you hold?",
        &["A certificate counts for the skills that its exam tests, until it runs out."],
    ));
    questions
}

fn of_requirement(index: usize, requirement: &Requirement) -> Question {
    let mut help: Vec<String> = requirement
        .sources
        .iter()
        .map(|s| format!("{}: {}", s.guide, s.asks))
        .collect();
    help.push(requirement.why_weight.clone());
    let mut items: Vec<SkillId> = Vec::new();
    for skill in requirement.groups.iter().flat_map(|g| &g.of) {
        if !items.contains(skill) {
            items.push(*skill);
        }
    }
    Question {
        id: requirement.id.clone(),
        topic: Topic::Requirement(index),
        title: requirement.title.clone(),
        text: format!(
            "{} ({}, {}): which of these have you used or done?",
            requirement.title,
            requirement.importance.as_str(),
            requirement.level
        ),
        help,
        items,
    }
}

fn of_expectation((rung, stage): (usize, Stage), index: usize, expectation: &Expectation) -> Question {
    Question {
        id: format!("stage:{}", expectation.id),
        topic: Topic::Expectation(rung, index),
        title: format!("What shows the stage {stage}: {}", expectation.id.replace('-', " ")),
        text: format!(
            "What the stage {stage} asks for: {} Which of these have you done?",
            expectation.text
        ),
        help: vec![expectation.next_step.clone()],
        items: expectation.any_of.clone(),
    }
}

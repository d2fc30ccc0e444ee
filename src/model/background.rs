//! What a guide says that is only shown: a day, interview topics, advice, outlook.

use serde::{Deserialize, Serialize};

/// What a guide says that is shown and never used in assessing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// The data format.
    #[serde(default)]
    pub format: Option<String>,
    /// The guide's id.
    pub guide: String,
    /// What the role is.
    #[serde(default)]
    pub role: Vec<String>,
    /// What the role answers for.
    #[serde(default)]
    pub responsibilities: Vec<String>,
    /// Fields of work.
    #[serde(default)]
    pub areas: Vec<String>,
    /// Whom the role works with.
    #[serde(default)]
    pub collaborators: Vec<String>,
    /// Employers named.
    #[serde(default)]
    pub employers_named: Vec<String>,
    /// What comes with the pay.
    #[serde(default)]
    pub perks: Vec<String>,
    /// Where the field moves.
    #[serde(default)]
    pub trends: Vec<String>,
    /// A day's work.
    #[serde(default)]
    pub day: Vec<DayPart>,
    /// What interviews ask.
    #[serde(default)]
    pub interview_topics: Vec<InterviewTopic>,
    /// What to prepare with.
    #[serde(default)]
    pub preparation_resources: Vec<String>,
    /// How to write the resume.
    #[serde(default)]
    pub resume_advice: Vec<ResumeAdvice>,
    /// Questions and their answers, restated.
    #[serde(default)]
    pub questions: Vec<QuestionAnswer>,
    /// Roles next to this one.
    #[serde(default)]
    pub adjacent_roles: Vec<String>,
    /// How people move between roles.
    #[serde(default)]
    pub movement: Option<String>,
    /// What the next years bring.
    #[serde(default)]
    pub outlook: Vec<String>,
    /// What is said of certifications.
    #[serde(default)]
    pub certification_notes: Vec<CertificationNote>,
    /// How the guide was made.
    #[serde(default)]
    pub methodology: Vec<String>,
    /// What the guide does not promise.
    #[serde(default)]
    pub disclaimers: Vec<String>,
}

/// What interviews ask, and which skills it is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InterviewTopic {
    /// The topic.
    pub topic: String,
    /// Ids of the skills that it tries.
    #[serde(default)]
    pub skills: Vec<String>,
}

/// How to write the resume.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResumeAdvice {
    /// What it is about, where a suggestion rests on it.
    #[serde(default)]
    pub about: Option<AdviceTopic>,
    /// The advice, restated.
    pub says: String,
}

/// What an advice on resumes is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AdviceTopic {
    /// Numbers for what was achieved.
    Figures,
    /// The names of tools.
    Tools,
    /// Leadership and mentoring.
    Leadership,
    /// What was brought into production.
    Production,
    /// That the resume fits the job.
    Fit,
    /// Certificates.
    Certificates,
}

/// A part of a day's work.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayPart {
    /// When.
    pub time: String,
    /// What happens.
    pub what: String,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswer {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What a guide says of a certification.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CertificationNote {
    /// The certification's id.
    pub id: String,
    /// What it says, restated.
    pub says: String,
}

//! A role profile: requirements, ladder, certifications, what its guides say. Built by `profile`, valid by construction.

use crate::model::background::{AdviceTopic, Background};
use crate::model::certification::Certification;
use crate::model::language::Language;
use crate::model::scale::{Level, Stage};
use crate::model::skill::{SkillId, Taxonomy};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whether a requirement must be met for the role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Importance {
    /// Asked for.
    #[default]
    Essential,
    /// Asked as familiarity, or by one guide alone.
    Optional,
}

impl Importance {
    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Importance::Essential => "essential",
            Importance::Optional => "optional",
        }
    }
}

/// Skills that replace each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// How many of them are asked for.
    pub need: usize,
    /// The skills that count.
    pub of: Vec<SkillId>,
}

/// What one guide asks in a requirement.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The guide's id.
    pub guide: String,
    /// What it asks, restated.
    pub asks: String,
}

/// One requirement of the role.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Requirement {
    /// The id used in output and policies.
    pub id: String,
    /// What is asked, in a few words.
    pub title: String,
    /// Whether the role needs it.
    pub importance: Importance,
    /// The level asked for.
    pub level: Level,
    /// Its share of the score, relative to the others.
    pub weight: u32,
    /// The area that it belongs to.
    pub area: String,
    /// All groups must be filled.
    pub groups: Vec<Group>,
    /// Which guides ask it, and how.
    pub sources: Vec<Asked>,
    /// Why it weighs what it weighs.
    pub why_weight: String,
    /// What to do to close it.
    pub next_step: String,
    /// The interview question that would settle it.
    pub question: String,
    /// For competencies: why silence proves nothing.
    pub not_shown: Option<String>,
    /// Set where no resume can show it; it leaves the score.
    pub unassessable: bool,
}

/// A deed that a stage expects.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Expectation {
    /// The id used in reasons.
    pub id: String,
    /// What it means.
    pub text: String,
    /// Any of these skills shows it.
    pub any_of: Vec<SkillId>,
    /// What to do to get there.
    pub next_step: String,
    /// Whether only deeds in machine-learning work count.
    pub in_field: bool,
    /// What advice on resumes is about it, where nothing shows it.
    pub advice: Option<AdviceTopic>,
}

/// What a stage earns, in USD a year.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Salary {
    /// The middle of the pay.
    pub median: Option<u32>,
    /// The lower end.
    pub min: Option<u32>,
    /// The upper end.
    pub max: Option<u32>,
    /// What the figures do not say.
    pub note: Option<String>,
}

/// One rung of the ladder.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rung {
    /// Which stage it is.
    pub stage: Stage,
    /// The job title.
    pub title: String,
    /// Years from, inclusive.
    pub from_years: f64,
    /// Years to; `None` is open.
    pub to_years: Option<f64>,
    /// What it earns.
    pub salary: Salary,
    /// What the work is about.
    pub focus: String,
    /// How to move on.
    pub advice: String,
    /// What the stage expects beyond the stages below.
    pub expectations: Vec<Expectation>,
}

/// The five stages, lowest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ladder {
    /// The guide it comes from.
    pub source: String,
    /// What must be said about it, for instance that it is borrowed.
    pub note: Option<String>,
    /// The rungs, one for each stage.
    pub rungs: Vec<Rung>,
}

/// A value of a market fact: a number, words, a yes or no, or a range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FactValue {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(serde_json::Number),
    /// Words.
    Words(String),
    /// From and to.
    Range(Vec<serde_json::Number>),
}

/// The same for a format that tells nothing of what follows, in which a value must say its kind, and a number is text.
#[derive(Serialize, Deserialize)]
enum Told {
    Flag(bool),
    Number(String),
    Words(String),
    Range(Vec<String>),
}

fn write_value<S: Serializer>(value: &FactValue, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return value.serialize(serializer);
    }
    let told = match value {
        FactValue::Flag(flag) => Told::Flag(*flag),
        FactValue::Number(number) => Told::Number(number.to_string()),
        FactValue::Words(words) => Told::Words(words.clone()),
        FactValue::Range(range) => Told::Range(range.iter().map(ToString::to_string).collect()),
    };
    told.serialize(serializer)
}

fn read_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FactValue, D::Error> {
    if deserializer.is_human_readable() {
        return FactValue::deserialize(deserializer);
    }
    let number = |text: &String| text.parse().map_err(D::Error::custom);
    Ok(match Told::deserialize(deserializer)? {
        Told::Flag(flag) => FactValue::Flag(flag),
        Told::Number(text) => FactValue::Number(number(&text)?),
        Told::Words(words) => FactValue::Words(words),
        Told::Range(range) => FactValue::Range(range.iter().map(number).collect::<Result<_, _>>()?),
    })
}

/// A figure that a guide gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MarketFact {
    /// What it is about; the same id in two guides is the same question.
    pub fact: String,
    /// The figure.
    #[serde(serialize_with = "write_value", deserialize_with = "read_value")]
    pub value: FactValue,
    /// What it is called.
    pub label: String,
    /// Its unit: `usd`, `years`, `percent`, `of-100`, `count`.
    #[serde(default)]
    pub unit: Option<String>,
    /// The date of the figure, as exact as known.
    pub as_of: String,
    /// What must be said about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// A source of the profile.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The data format.
    #[serde(default)]
    pub format: Option<String>,
    /// The id used in output.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its date, as exact as known.
    pub date: String,
    /// What is not known about the date.
    #[serde(default)]
    pub date_note: Option<String>,
    /// Its figures.
    #[serde(default)]
    pub market: Vec<MarketFact>,
}

/// A number that a rule uses, with the reason for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The number.
    pub value: f64,
    /// Why it is what it is.
    pub reason: String,
}

/// The numbers behind coverage, years and certificates.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Scoring {
    /// Worth of a demonstrated skill.
    pub demonstrated: f64,
    /// Worth of a certified skill.
    pub certified: f64,
    /// Share that an implied skill keeps of what implies it.
    pub implied: f64,
    /// Worth of a skill that only bare lists in entries name.
    pub listed: f64,
    /// Worth of a claimed skill.
    pub claimed: f64,
    /// What remains one, two and three levels below the required one.
    pub level_shortfall: [f64; 3],
    /// Years after which a skill is stale.
    pub stale_after_years: f64,
    /// What remains of a stale skill.
    pub stale: f64,
    /// Share of adjacent years that counts for the ladder.
    pub adjacent_share: f64,
    /// At most so many ladder years from adjacent work.
    pub adjacent_at_most: f64,
    /// Share of doctoral years that counts for the ladder.
    pub doctoral_share: f64,
    /// At most so many ladder years from doctoral research.
    pub doctoral_at_most: f64,
    /// Skills that a bare list in an entry can demonstrate.
    pub list_limit: usize,
    /// Dated entries in which deeds must stand from senior up.
    pub deeds_in_entries: usize,
    /// Certificates recommended at most.
    pub recommend_at_most: usize,
    /// Age in months at which certificate facts say "verify".
    pub facts_stale_after_months: i64,
}

/// A certification that a guide of the profile names.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NamedCertification {
    /// Index into [`Profile::certifications`].
    pub index: usize,
    /// Ids of the guides that name it.
    pub named_by: Vec<String>,
}

/// Everything an assessment is made against. What all built-in profiles share is decoded by itself and put in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// The id used with `--profile`.
    pub id: String,
    /// The role's title.
    pub title: String,
    /// The edition of the data.
    pub version: String,
    /// The stage that the role stands for.
    pub target_stage: Stage,
    /// What the profile is, in a sentence or two.
    pub summary: String,
    /// The sources.
    pub guides: Vec<Guide>,
    /// The requirements, in the order shown.
    pub requirements: Vec<Requirement>,
    /// The career ladder.
    pub ladder: Ladder,
    /// Every certification known.
    #[serde(skip)]
    pub certifications: Vec<Certification>,
    /// Those that the guides name.
    pub named_certifications: Vec<NamedCertification>,
    /// The skills that can be recognised.
    #[serde(skip)]
    pub taxonomy: Taxonomy,
    /// The numbers behind the rules.
    #[serde(skip)]
    pub scoring: Scoring,
    /// What words mean around a skill, in titles and in templates.
    #[serde(skip)]
    pub language: Language,
    /// What the guides hold beyond the assessment, where the profile's file carries it itself.
    pub background: Vec<Background>,
}

impl Profile {
    /// The skills of a requirement, by its index, each once, in the order of its groups.
    pub fn skills_of(&self, requirement: usize) -> Vec<SkillId> {
        let mut skills: Vec<SkillId> = Vec::new();
        for skill in self.requirements[requirement].groups.iter().flat_map(|group| &group.of) {
            if !skills.contains(skill) {
                skills.push(*skill);
            }
        }
        skills
    }
}

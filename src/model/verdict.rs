//! The verdict of a check: what fails, what is waived, what is only said.

use crate::model::policy::{Policy, Waiver};
use crate::model::suggestion::Suggestion;
use crate::text::locate::Place;
use jiff::civil::Date;

/// What a finding does to the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It fails the check.
    Fails,
    /// It would, and a waiver lets it pass.
    Waived,
    /// It is said, and passes.
    Notice,
    /// A gap that the policy does not ask about.
    Open,
}

/// How a finding compares with the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was not there.
    New,
    /// It was there, and is as it was.
    Unchanged,
    /// It was there, and differs.
    Updated,
    /// It was there, and is gone.
    Absent,
}

impl State {
    /// The word used in output, as SARIF has it.
    pub fn as_str(self) -> &'static str {
        match self {
            State::New => "new",
            State::Unchanged => "unchanged",
            State::Updated => "updated",
            State::Absent => "absent",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A requirement: index into the profile's.
    Requirement(usize),
    /// A skill that the policy demands.
    Skill,
    /// The estimated stage.
    Stage,
    /// The score.
    Score,
    /// A waiver: its place is in the configuration.
    Waiver,
    /// Advice on the resume itself.
    Advice,
}

/// Something that a check has to say.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What it does to the check.
    pub effect: Effect,
    /// What it is about.
    pub subject: Subject,
    /// A stable id: `requirement/kubernetes`, `skill/python`, `stage`, `score`, `waiver/kubernetes`.
    pub rule: String,
    /// What it is about, in a few words.
    pub title: String,
    /// What is wrong, or what is to be known; whole sentences.
    pub message: String,
    /// What to do; empty where nothing is to be done.
    pub help: String,
    /// The place that should change: in the resume, of a waiver in the configuration.
    pub place: Place,
    /// How it compares with the baseline; `None` without one.
    pub state: Option<State>,
    /// The reason and the last day of its waiver.
    pub waiver: Option<(String, Date)>,
}

/// The baseline that an assessment was held against.
#[derive(Clone, Debug)]
pub struct BaselineHead {
    /// Its day.
    pub as_of: Date,
    /// The version of the profile that it was made with.
    pub profile_version: String,
    /// The version of the program that made it.
    pub program_version: String,
    /// Its score.
    pub score: u32,
}

/// The verdict.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The policy in force, defaults filled in.
    pub policy: Policy,
    /// The baseline in force.
    pub baseline: Option<BaselineHead>,
    /// The waivers in force, expired ones included.
    pub waivers: Vec<Waiver>,
    /// By effect, then in the profile's order.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// Adds what the resume could show better, as notices; it fails nothing.
    pub fn advise(&mut self, suggestions: &[Suggestion]) {
        self.findings.extend(suggestions.iter().map(|s| {
            Finding {
                effect: Effect::Notice,
                subject: Subject::Advice,
                rule: format!("advice/{}", s.kind.as_str()),
                title: s.kind.title().to_owned(),
                message: s.message.clone(),
                help: s
                    .source
                    .as_ref()
                    .map_or(String::new(), |(guide, says)| format!("{guide} advises: {says}")),
                place: s.place.clone(),
                state: None,
                waiver: None,
            }
        }));
        self.findings.sort_by_key(|f| f.effect);
    }

    /// Whether nothing fails.
    pub fn passed(&self) -> bool {
        self.with(Effect::Fails).next().is_none()
    }

    /// The findings of one effect.
    pub fn with(&self, effect: Effect) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |f| f.effect == effect)
    }
}

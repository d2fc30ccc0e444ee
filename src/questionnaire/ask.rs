//! Puts one question: its prompts, one after the other, and what their answers mean.

use super::order::{Found, left};
use super::prompter::{Prompter, Reply, Stopped};
use super::{Question, Situation, Topic, roles};
use crate::model::answers::{Answer, Answers, Certificate, Role, Shown, Where};
use crate::model::profile::Profile;
use crate::model::scale::Level;
use crate::model::wording::Wording;
use crate::text::clean::shorten;
use crate::text::dates::parse_date;

/// An entry in which something done can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which one it is.
    pub at: Where,
    /// What it is called.
    pub label: String,
}

/// What a question is put with.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// All questions.
    pub all: &'c [Question],
    /// What was answered, and what it shows.
    pub situation: Situation<'c>,
    /// Where something done can stand.
    pub places: &'c [Place],
    /// The words.
    pub wording: &'c Wording,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Skills that are not meant, by id.
    Rejected(Vec<String>),
    /// Jobs and internships.
    Roles(Vec<RoleAnswer>),
    /// Projects.
    Projects(Vec<RoleAnswer>),
    /// Certificates.
    Certificates(Vec<Certificate>),
    /// Skills and deeds.
    Skills(Answer),
    /// The question before is wanted; what was said to this one so far.
    Back(Option<Box<Done>>),
    /// It stays unanswered.
    Skipped,
}

/// A role, and where it stood among the roles before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleAnswer {
    /// The role.
    pub role: Role,
    /// Its number before, from 0; `None` for a new one.
    pub was: Option<usize>,
}

/// A question in whose middle somebody stopped, with what can be kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// What was said so far.
    pub so_far: Option<Done>,
}

impl From<Stopped> for Unfinished {
    fn from(Stopped: Stopped) -> Unfinished {
        Unfinished { so_far: None }
    }
}

/// Puts a question.
///
/// # Errors
/// [`Unfinished`].
pub fn ask(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Unfinished> {
    let answers = c.situation.answers;
    let roles = |roles: &Option<Vec<Role>>, done, prompter| {
        role_lines::ask(question, roles.as_deref().unwrap_or_default(), done, prompter)
    };
    match question.topic {
        Topic::Confirm => Ok(confirm(question, c, prompter)?),
        Topic::Roles => roles(&answers.roles, Done::Roles, prompter),
        Topic::Projects => roles(&answers.projects, Done::Projects, prompter),
        Topic::Certificates => Ok(certificates(question, c, prompter)?),
        Topic::Requirement(_) | Topic::Expectation(..) => Ok(skills::skills(question, c, prompter)?),
    }
}

/// One turn of a prompt: help is given and the prompt put again; what is no answer ends the question or its step.
macro_rules! given {
    ($question:expr, $prompter:expr, $reply:expr, $back:expr) => {
        loop {
            match $reply? {
                Reply::Given(value) => break value,
                Reply::Help => $question.help.iter().for_each(|line| $prompter.say(line)),
                Reply::Back => $back,
                Reply::Skip => return Ok(Done::Skipped.into()),
                Reply::Unknown => return Ok(unknown($question).into()),
            }
        }
    };
}

fn unknown(question: &Question) -> Done {
    match question.topic {
        Topic::Requirement(_) | Topic::Expectation(..) => Done::Skills(Answer::Unknown),
        _ => Done::Skipped,
    }
}

mod role_lines;
mod skills;

fn confirm(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let a = c.situation.assessment;
    // What is answered is meant.
    let is_answered = |skill| c.situation.answers.shown().any(|s| s.skill == a.id(skill));
    let found: Vec<&Found> = c.situation.found.iter().filter(|f| !is_answered(f.skill)).collect();
    if found.is_empty() {
        prompter.say("All that was found is answered, and so it is meant.");
        return Ok(Done::Skipped);
    }
    let items: Vec<String> = found
        .iter()
        .map(|f| format!("{}: {}", a.name(f.skill), f.shown))
        .collect();
    let before = c.situation.answers.rejected.as_deref().unwrap_or_default();
    let is_marked = |i: &usize| before.iter().any(|id| id == a.id(found[*i].skill));
    let marked: Vec<usize> = (0..found.len()).filter(is_marked).collect();
    let marked = given!(
        question,
        prompter,
        prompter.mark(&question.text, &items, &marked),
        return Ok(Done::Back(None))
    );
    let ids = marked.into_iter().map(|i| a.id(found[i].skill).to_owned());
    Ok(Done::Rejected(ids.collect()))
}

fn certificates(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let known = &c.situation.assessment.profile.certifications;
    let before: &[Certificate] = c.situation.answers.certificates.as_deref().unwrap_or_default();
    let items: Vec<String> = known.iter().map(|k| k.name.clone()).collect();
    let held = |id: &str| before.iter().find(|b| b.id == id);
    let marked: Vec<usize> = (0..known.len()).filter(|i| held(&known[*i].id).is_some()).collect();
    'again: loop {
        let picked = given!(
            question,
            prompter,
            prompter.mark(&question.text, &items, &marked),
            return Ok(Done::Back(None))
        );
        let mut certificates = Vec::new();
        for i in picked {
            let initial = held(&known[i].id).map_or("", |b| &b.date);
            let prompt = format!(
                "{}: when was it issued, such as 2025-03? (empty: not known)",
                known[i].name
            );
            let line = given!(
                question,
                prompter,
                prompter.line(&prompt, initial, &is_date),
                continue 'again
            );
            let date = parse_date(&line)
                .ok()
                .flatten()
                .map_or(String::new(), |date| date.to_string());
            certificates.push(Certificate {
                id: known[i].id.clone(),
                date,
            });
        }
        return Ok(Done::Certificates(certificates));
    }
}

fn is_date(line: &str) -> Result<(), String> {
    match parse_date(line) {
        Ok(Some(_)) => Ok(()),
        _ => Err("write a date such as 2025-03".to_owned()),
    }
}

/// Shows all answers; the id of the one that is to be changed, `None` where all is right.
///
/// # Errors
/// [`Stopped`].
pub fn summary(
    all: &[Question],
    answers: &Answers,
    skipped: &[String],
    profile: &Profile,
    prompter: &mut dyn Prompter,
) -> Result<Option<String>, Stopped> {
    let lines: Vec<(&str, &str, String)> = all
        .iter()
        .filter_map(|q| Some((q.id.as_str(), q.title.as_str(), line(q, answers, skipped, profile)?)))
        .collect();
    let mut items = vec!["All is right: show the report".to_owned()];
    items.extend(lines.iter().map(|(_, title, line)| format!("{title}: {line}")));
    loop {
        return Ok(
            match prompter.choose("Your answers; choose one to change it", &items, 0)? {
                Reply::Given(0) | Reply::Skip | Reply::Unknown => None,
                Reply::Given(i) => Some(lines[i - 1].0.to_owned()),
                Reply::Back => lines.last().map(|(id, ..)| (*id).to_owned()),
                Reply::Help => continue,
            },
        );
    }
}

/// Columns of the words of an answer in the summary.
const WORDS: usize = 30;

/// An answer in a line; `None` for a question that was not put.
fn line(question: &Question, answers: &Answers, skipped: &[String], profile: &Profile) -> Option<String> {
    let named = |id: &str, level: Option<Level>| {
        let skill = profile.taxonomy.find(id).map(|id| profile.taxonomy.get(id));
        let name = skill.map_or(id, |skill| &skill.name);
        level.map_or(name.to_owned(), |level| format!("{name} ({level})"))
    };
    // Of deeds that are told twice the words tell which is which.
    let told = |s: &Shown| match (s.level, s.what.is_empty()) {
        (None, false) => format!("{} (\"{}\")", named(&s.skill, None), shorten(&s.what, WORDS)),
        _ => named(&s.skill, s.level),
    };
    let certificate = |id: &str| {
        profile
            .certifications
            .iter()
            .find(|c| c.id == id)
            .map_or(id, |c| &c.name)
            .to_owned()
    };
    let list = |texts: Vec<String>| {
        if texts.is_empty() {
            "none".to_owned()
        } else {
            texts.join(", ")
        }
    };
    let given = match question.topic {
        Topic::Confirm => answers
            .rejected
            .as_ref()
            .map(|ids| format!("not meant: {}", list(ids.iter().map(|id| named(id, None)).collect()))),
        Topic::Roles => answers
            .roles
            .as_ref()
            .map(|r| list(r.iter().map(roles::line).collect())),
        Topic::Projects => answers
            .projects
            .as_ref()
            .map(|r| list(r.iter().map(roles::line).collect())),
        Topic::Certificates => answers
            .certificates
            .as_ref()
            .map(|c| list(c.iter().map(|c| certificate(&c.id)).collect())),
        Topic::Requirement(_) | Topic::Expectation(..) => {
            answers.answers.get(&question.id).map(|answer| match answer {
                Answer::Unknown => "not known".to_owned(),
                Answer::Shown(shown) => list(shown.iter().map(told).collect()),
            })
        }
    };
    // Jobs and projects can always be added, to those of a resume too.
    let can_add = matches!(question.topic, Topic::Roles | Topic::Projects);
    given
        .or_else(|| skipped.contains(&question.id).then(|| "skipped".to_owned()))
        .or_else(|| can_add.then(|| "none added".to_owned()))
}

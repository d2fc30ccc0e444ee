//! Puts one question: its prompts, one after the other, and what their answers mean.

use super::order::{found, left};
use super::prompter::{Prompter, Reply, Stopped};
use super::{Question, Situation, Topic, roles};
use crate::model::answers::{Answer, Answers, Certificate, Role, Where};
use crate::model::skill::SkillId;
use crate::model::wording::Wording;
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
    Roles(Vec<Role>),
    /// Projects.
    Projects(Vec<Role>),
    /// Certificates.
    Certificates(Vec<Certificate>),
    /// Skills and deeds.
    Skills(Answer),
    /// The question before is wanted.
    Back,
    /// It stays unanswered.
    Skipped,
}

/// Puts a question.
///
/// # Errors
/// [`Stopped`].
pub fn ask(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let answers = c.situation.answers;
    match question.topic {
        Topic::Confirm => confirm(question, c, prompter),
        Topic::Roles => role_lines(
            question,
            answers.roles.as_deref().unwrap_or_default(),
            Done::Roles,
            prompter,
        ),
        Topic::Projects => role_lines(
            question,
            answers.projects.as_deref().unwrap_or_default(),
            Done::Projects,
            prompter,
        ),
        Topic::Certificates => certificates(question, c, prompter),
        Topic::Requirement(_) | Topic::Expectation(..) => skills::skills(question, c, prompter),
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

mod skills;

fn confirm(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let a = c.situation.assessment;
    let skills = found(question, c.all, &c.situation);
    let item = |skill: &SkillId| {
        let quote = a.finding(*skill).and_then(|f| f.evidence.first()).map(|e| &e.quote);
        let shown = quote.map_or(String::new(), |q| format!(": line {}, \"{}\"", q.place.line, around(q)));
        format!("{}{shown}", a.name(*skill))
    };
    let items: Vec<String> = skills.iter().map(item).collect();
    let marked = given!(
        question,
        prompter,
        prompter.mark(&question.text, &items, &[]),
        return Ok(Done::Back)
    );
    Ok(Done::Rejected(
        marked.into_iter().map(|i| a.id(skills[i]).to_owned()).collect(),
    ))
}

/// The words of a quotation with a little of what stands around them.
fn around(quote: &crate::model::assessment::Quote) -> String {
    /// Columns of a quotation in a list.
    const COLUMNS: usize = 40;
    let range = quote.offset..quote.offset + quote.text.len();
    crate::text::clean::around(&quote.context, range, COLUMNS)
}

fn role_lines(
    question: &Question,
    before: &[Role],
    done: fn(Vec<Role>) -> Done,
    prompter: &mut dyn Prompter,
) -> Result<Done, Stopped> {
    let check = |line: &str| roles::parse(line).map(|_| ());
    let mut lines: Vec<String> = before.iter().map(roles::line).collect();
    let mut at = 0;
    prompter.say(&question.text);
    loop {
        let initial = lines.get(at).cloned().unwrap_or_default();
        let prompt = format!("{}. (empty: no more)", at + 1);
        let back = || if at == 0 { None } else { Some(at - 1) };
        let line = given!(
            question,
            prompter,
            prompter.line(&prompt, &initial, &check),
            match back() {
                None => return Ok(Done::Back),
                Some(before) => {
                    at = before;
                    break lines[at].clone();
                }
            }
        );
        match line.trim() {
            "" => {
                lines.truncate(at);
                return Ok(done(lines.iter().filter_map(|line| roles::parse(line).ok()).collect()));
            }
            line if lines.get(at).is_some_and(|known| known == line) => at += 1,
            line => {
                lines.splice(at..(at + 1).min(lines.len()), [line.to_owned()]);
                at += 1;
            }
        }
    }
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
            return Ok(Done::Back)
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
    prompter: &mut dyn Prompter,
) -> Result<Option<String>, Stopped> {
    let lines: Vec<(&str, &str, String)> = all
        .iter()
        .filter_map(|q| Some((q.id.as_str(), q.title.as_str(), line(q, answers, skipped)?)))
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

/// An answer in a line; `None` for a question that was not put.
fn line(question: &Question, answers: &Answers, skipped: &[String]) -> Option<String> {
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
            .map(|ids| format!("not meant: {}", list(ids.clone()))),
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
            .map(|c| list(c.iter().map(|c| c.id.clone()).collect())),
        Topic::Requirement(_) | Topic::Expectation(..) => {
            answers.answers.get(&question.id).map(|answer| match answer {
                Answer::Unknown => "not known".to_owned(),
                Answer::Shown(shown) => list(
                    shown
                        .iter()
                        .map(|s| s.level.map_or(s.skill.clone(), |l| format!("{} ({l})", s.skill)))
                        .collect(),
                ),
            })
        }
    };
    given.or_else(|| skipped.contains(&question.id).then(|| "skipped".to_owned()))
}

//! Puts one question: its prompts, one after the other, and what their answers mean.

use super::order::{found, left};
use super::prompter::{Prompter, Reply, Stopped};
use super::{Question, Situation, Topic, roles};
use crate::model::answers::{Answer, Answers, Certificate, Role, Shown, Where};
use crate::model::assessment::Assessment;
use crate::model::scale::Level;
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
        Topic::Requirement(_) | Topic::Expectation(..) => skills(question, c, prompter),
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
                Reply::Skip => return Ok(Done::Skipped),
                Reply::Unknown => return Ok(unknown($question)),
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

fn skills(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let a = c.situation.assessment;
    let items = left(question, c.all, &c.situation);
    let before: &[Shown] = match c.situation.answers.answers.get(&question.id) {
        Some(Answer::Shown(list)) => list,
        _ => &[],
    };
    let said = |skill: &SkillId| before.iter().find(|s| s.skill == a.id(*skill));
    let labels: Vec<String> = items.iter().map(|skill| label(*skill, c)).collect();
    let marked: Vec<usize> = (0..items.len()).filter(|i| said(&items[*i]).is_some()).collect();
    'again: loop {
        let picked = given!(
            question,
            prompter,
            prompter.mark(&question.text, &labels, &marked),
            return Ok(Done::Back)
        );
        let picked: Vec<SkillId> = picked.into_iter().map(|i| items[i]).collect();
        let is_deed = |skill: &SkillId| c.wording.deed(a.id(*skill)).is_some();
        let (deeds, tools): (Vec<SkillId>, Vec<SkillId>) = picked.iter().partition(|skill| is_deed(skill));
        let mut shown = Vec::new();
        let earlier: Vec<Where> = tools.iter().filter_map(said).flat_map(|s| s.places.clone()).collect();
        let places = match tools.is_empty() {
            true => Vec::new(),
            false => {
                let prompt = format!("Where did you use {}?", names(&tools, a));
                let reply = |prompter: &mut dyn Prompter| where_used(&prompt, &earlier, c, prompter);
                given!(question, prompter, reply(prompter), continue 'again)
            }
        };
        let what = match places.is_empty() {
            true => String::new(),
            false => {
                let initial = tools.iter().find_map(said).map_or("", |s| &s.what);
                let prompt = format!(
                    "What did you do with {}, in a few words? (empty: only that it was used)",
                    names(&tools, a)
                );
                given!(
                    question,
                    prompter,
                    prompter.line(&prompt, initial, &|_| Ok(())),
                    continue 'again
                )
            }
        };
        for skill in &tools {
            let level = match level_matters(*skill, &shown, question, a) {
                false => None,
                true => {
                    let first = said(skill).and_then(|s| s.level).unwrap_or(Level::Intermediate);
                    let levels = Level::ALL
                        .map(|level| format!("{level}: {}", c.wording.level(a.profile.taxonomy.get(*skill), level)));
                    let prompt = format!("{}: how well?", a.name(*skill));
                    match prompter.choose(&prompt, &levels, first as usize)? {
                        Reply::Given(i) => Some(Level::ALL[i]),
                        Reply::Back => continue 'again,
                        Reply::Skip | Reply::Unknown => None,
                        Reply::Help => {
                            question.help.iter().for_each(|line| prompter.say(line));
                            continue 'again;
                        }
                    }
                }
            };
            shown.push(Shown {
                skill: a.id(*skill).to_owned(),
                level,
                places: places.clone(),
                what: what.trim().to_owned(),
            });
        }
        for skill in &deeds {
            let Some(words) = c.wording.deed(a.id(*skill)) else {
                continue;
            };
            let mut deed = Shown {
                skill: a.id(*skill).to_owned(),
                level: None,
                places: Vec::new(),
                what: String::new(),
            };
            if !c.places.is_empty() {
                let prompt = format!("{} Such as: {}", words.ask, words.example);
                let initial = said(skill).map_or("", |s| &s.what);
                deed.what = given!(
                    question,
                    prompter,
                    prompter.line(&prompt, initial, &|_| Ok(())),
                    continue 'again
                );
                if deed.what.trim().is_empty() {
                    prompter.say("Left out: without a word of what it was it shows nothing.");
                    continue;
                }
                let earlier = said(skill).map_or(Vec::new(), |s| s.places.clone());
                let reply = |prompter: &mut dyn Prompter| where_used("Where was that?", &earlier, c, prompter);
                deed.places = given!(question, prompter, reply(prompter), continue 'again);
                if deed.places.is_empty() {
                    deed.what.clear();
                }
            }
            shown.push(deed);
        }
        return Ok(Done::Skills(Answer::Shown(shown)));
    }
}

/// What a skill is offered as.
fn label(skill: SkillId, c: &Context<'_>) -> String {
    let a = c.situation.assessment;
    let name = a.name(skill);
    let label = match c.wording.deed(a.id(skill)) {
        Some(words) => format!("{} ({name})", words.deed),
        None => name.to_owned(),
    };
    match a.finding(skill).filter(|f| !f.evidence.is_empty()) {
        Some(finding) => format!("{label} [so far {}]", finding.status.as_str()),
        None => label,
    }
}

fn names(skills: &[SkillId], a: &Assessment<'_>) -> String {
    skills.iter().map(|s| a.name(*s)).collect::<Vec<_>>().join(", ")
}

/// The places where something was used or done: the only one, else those that are marked.
fn where_used(
    prompt: &str,
    earlier: &[Where],
    c: &Context<'_>,
    prompter: &mut dyn Prompter,
) -> Result<Reply<Vec<Where>>, Stopped> {
    if c.places.len() <= 1 {
        return Ok(Reply::Given(c.places.iter().map(|p| p.at.clone()).collect()));
    }
    let labels: Vec<String> = c.places.iter().map(|p| p.label.clone()).collect();
    let marked: Vec<usize> = (0..labels.len())
        .filter(|i| earlier.contains(&c.places[*i].at))
        .collect();
    Ok(match prompter.mark(prompt, &labels, &marked)? {
        Reply::Given(marked) => Reply::Given(marked.into_iter().map(|i| c.places[i].at.clone()).collect()),
        Reply::Back => Reply::Back,
        Reply::Skip => Reply::Skip,
        Reply::Unknown => Reply::Unknown,
        Reply::Help => Reply::Help,
    })
}

/// Whether the level of a skill can change anything: not where another of each of its groups reaches what is asked, and not for
/// a stage, which rests on deeds.
fn level_matters(skill: SkillId, shown: &[Shown], question: &Question, a: &Assessment<'_>) -> bool {
    let Topic::Requirement(index) = question.topic else {
        return false;
    };
    let requirement = &a.profile.requirements[index];
    let reaches = |other: &SkillId| {
        shown
            .iter()
            .any(|s| s.skill == a.id(*other) && s.level >= Some(requirement.level))
    };
    let groups = requirement.groups.iter().filter(|g| g.of.contains(&skill));
    groups
        .into_iter()
        .any(|g| g.of.iter().filter(|s| reaches(s)).count() < g.need)
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
    let lines: Vec<(&str, String)> = all
        .iter()
        .filter_map(|q| Some((q.id.as_str(), line(q, answers, skipped)?)))
        .collect();
    let mut items = vec!["All is right: show the report".to_owned()];
    items.extend(lines.iter().map(|(id, line)| format!("{id}: {line}")));
    loop {
        return Ok(
            match prompter.choose("Your answers; choose one to change it", &items, 0)? {
                Reply::Given(0) | Reply::Skip | Reply::Unknown => None,
                Reply::Given(i) => Some(lines[i - 1].0.to_owned()),
                Reply::Back => lines.last().map(|(id, _)| (*id).to_owned()),
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

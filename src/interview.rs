//! The pipeline of the questionnaire: answers, the resume that they make, its assessment, the next question.

mod base;
mod take;

use crate::assess::assess_corrected;
use crate::matching::Lexicon;
use crate::model::answers::{Answer, Answers, Role, Where};
use crate::model::assessment::Assessment;
use crate::model::correction::{Corrections, Unread};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::wording::Wording;
use crate::profile::ignore_words;
use crate::questionnaire::{
    self as q, Context, Done, Prompter, Question, Situation, Standing, Stopped, Topic, Unfinished,
};
use crate::resume::{self, ReadError, Source};
use crate::text::locate::Place;
use base::Base;
use jiff::civil::Date;
use std::borrow::Cow;
use take::take;

/// What is asked, and of whom.
pub struct Interview<'i> {
    /// The profile; aliases of the user are in its taxonomy already.
    pub profile: &'i Profile,
    /// The words of the questions.
    pub wording: &'i Wording,
    /// The resume that the answers add to.
    pub base: Option<&'i Source>,
    /// What the user corrects in every reading.
    pub corrections: &'i Corrections,
    /// The day that open periods run to.
    pub as_of: Date,
    /// Only what this stage needs is asked.
    pub to: Option<Stage>,
}

/// How an interview ended before its report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person has gone; what was answered stands in the answers.
    Stopped,
    /// The resume that the answers add to cannot be read.
    Unreadable(ReadError),
}

impl From<Stopped> for Ended {
    fn from(Stopped: Stopped) -> Ended {
        Ended::Stopped
    }
}

impl Interview<'_> {
    /// The answers to begin with: what an earlier questionnaire kept in the resume.
    pub fn begin(&self) -> Answers {
        let kept = self.base.map(resume::kept).unwrap_or_default();
        let is_same = kept.profile == self.profile.id;
        let asked = q::questions(self.profile);
        let is_asked = |id: &String| is_same && asked.iter().any(|q| q.id == *id);
        let none = kept
            .none
            .into_iter()
            .filter(is_asked)
            .map(|id| (id, Answer::Shown(Vec::new())));
        let known = |id: &String| self.profile.taxonomy.find(id).is_some();
        let rejected: Vec<String> = kept.rejected.into_iter().filter(known).collect();
        Answers {
            format: crate::model::answers::FORMAT.to_owned(),
            profile: self.profile.id.clone(),
            rejected: (!rejected.is_empty()).then_some(rejected),
            answers: none.collect(),
            ..Answers::default()
        }
    }

    /// Asks until nothing is open that could change the verdict, and lets everything be changed at the end.
    ///
    /// # Errors
    /// [`Ended`].
    pub fn run(&self, answers: &mut Answers, prompter: &mut dyn Prompter) -> Result<Vec<String>, Ended> {
        self.go_on(answers, Vec::new(), prompter)
    }

    /// The same for somebody who has `skipped` questions before.
    ///
    /// # Errors
    /// [`Ended`].
    pub fn go_on(
        &self,
        answers: &mut Answers,
        mut skipped: Vec<String>,
        prompter: &mut dyn Prompter,
    ) -> Result<Vec<String>, Ended> {
        let all = q::questions(self.profile);
        let base = self.read_base().map_err(Ended::Unreadable)?;
        let is_deed = |id: &str| self.wording.deed(id).is_some();
        let (mut asked, mut opened): (Vec<String>, Vec<String>) = Default::default();
        let (mut wanted, mut told): (Option<String>, bool) = Default::default();
        loop {
            let places = self.places(answers, &base);
            let step = self.assessed(
                answers,
                |assessment| -> Result<Option<(String, Done)>, (String, Unfinished)> {
                    let situation = self.situation(answers, assessment, &base, places.len());
                    say_settled(&all, &situation, &mut opened, prompter);
                    let open =
                        |q: &&Question| !skipped.contains(&q.id) && q::standing(q, &all, &situation) == Standing::Open;
                    let question = match &wanted {
                        Some(id) => all.iter().find(|q| q.id == *id),
                        None => q::next(&all, &situation, &skipped),
                    };
                    let Some(question) = question else {
                        if !std::mem::replace(&mut told, true) {
                            say_never_asked(&all, &situation, prompter);
                        }
                        return Ok(None);
                    };
                    let number = asked.iter().position(|id| *id == question.id).unwrap_or(asked.len());
                    let counts = |q: &&Question| asked.contains(&q.id) || q.id == question.id || open(q);
                    let total = all.iter().filter(counts).count();
                    prompter.say(&format!("\nQuestion {} of {total} [{}]", number + 1, question.id));
                    let context = Context {
                        all: &all,
                        situation,
                        places: &places,
                        wording: self.wording,
                    };
                    match q::ask(question, &context, prompter) {
                        Ok(done) => Ok(Some((question.id.clone(), done))),
                        Err(unfinished) => Err((question.id.clone(), unfinished)),
                    }
                },
            );
            let step = match step.map_err(Ended::Unreadable)? {
                Ok(step) => step,
                Err((id, unfinished)) => {
                    unfinished
                        .so_far
                        .into_iter()
                        .for_each(|done| take(answers, &id, done, &is_deed));
                    return Err(Ended::Stopped);
                }
            };
            let Some((id, done)) = step else {
                match q::summary(&all, answers, &skipped, self.profile, prompter)? {
                    None => return Ok(skipped),
                    some => wanted = some,
                }
                continue;
            };
            wanted = None;
            skipped.retain(|s| *s != id);
            match done {
                Done::Back(said) => {
                    said.into_iter().for_each(|done| take(answers, &id, *done, &is_deed));
                    let before = asked.iter().position(|a| *a == id).unwrap_or(asked.len());
                    wanted = Some(before.checked_sub(1).map_or(id, |before| asked[before].clone()));
                    continue;
                }
                Done::Skipped => skipped.push(id.clone()),
                done => take(answers, &id, done, &is_deed),
            }
            if !asked.contains(&id) {
                asked.push(id);
            }
        }
    }

    /// The questions that answers leave open.
    ///
    /// # Errors
    /// As for [`assessed`](Self::assessed).
    pub fn open(&self, answers: &Answers) -> Result<Vec<Question>, ReadError> {
        let all = q::questions(self.profile);
        let base = self.read_base()?;
        let places = self.places(answers, &base);
        self.assessed(answers, |assessment| {
            let situation = self.situation(answers, assessment, &base, places.len());
            let is_open = |q: &&Question| {
                q.topic != Topic::Confirm
                    && (q::standing(q, &all, &situation) == Standing::Open
                        || answers.answers.get(&q.id) == Some(&Answer::Unknown))
            };
            all.iter().filter(is_open).cloned().collect()
        })
    }

    /// What is wrong with answers from a file.
    ///
    /// # Errors
    /// As for [`assessed`](Self::assessed).
    pub fn check(&self, answers: &Answers) -> Result<Vec<q::Problem>, ReadError> {
        let base = self.read_base()?;
        let is_entry = |pointer: &str| base.places.iter().any(|p| p.at == Where::Entry(pointer.to_owned()));
        Ok(q::check(
            answers,
            &q::questions(self.profile),
            self.profile,
            self.wording,
            &is_entry,
        ))
    }

    /// The resume that the answers make.
    ///
    /// # Errors
    /// As for [`assessed`](Self::assessed).
    pub fn write(&self, answers: &Answers) -> Result<Source, ReadError> {
        Source::new(resume::write(self.base, answers, self.profile, self.wording).into_bytes())
    }

    /// Whether a written resume does not hold what has no field of its own, as its `meta` is something else than an object.
    pub fn loses(&self, answers: &Answers, written: &Source) -> bool {
        let has_some = |answer: &Answer| *answer == Answer::Unknown || *answer == Answer::Shown(Vec::new());
        let rejects = answers.rejected.as_ref().is_some_and(|ids| !ids.is_empty());
        (rejects || answers.answers.values().any(has_some)) && resume::kept(written).format.is_empty()
    }

    /// Hands over the assessment of the resume that the answers make.
    ///
    /// # Errors
    /// [`ReadError`] where the resume that they add to cannot be read.
    pub fn assessed<R>(&self, answers: &Answers, with: impl FnOnce(&Assessment<'_>) -> R) -> Result<R, ReadError> {
        let (profile, corrections) = self.corrected(answers)?;
        let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
        let source = self.write(answers)?;
        let assessment = assess_corrected(&source, &profile, &lexicon, &corrections, self.as_of)?;
        Ok(with(&assessment))
    }

    /// The profile in which the words of rejected skills mean nothing, and all corrections.
    pub fn corrected(&self, answers: &Answers) -> Result<(Cow<'_, Profile>, Corrections), ReadError> {
        let mut corrections = self.corrections.clone();
        let rejected: Vec<&String> = answers.rejected.iter().flatten().collect();
        let (false, Some(base)) = (rejected.is_empty(), self.base) else {
            return Ok((Cow::Borrowed(self.profile), corrections));
        };
        let mut profile = self.profile.clone();
        let lexicon = Lexicon::build(&self.profile.taxonomy, &self.profile.language);
        let found = assess_corrected(base, self.profile, &lexicon, self.corrections, self.as_of)?;
        for skill in found
            .skills
            .iter()
            .filter(|f| rejected.iter().any(|id| *id == found.id(f.skill)))
        {
            let mut words: Vec<&str> = skill.evidence.iter().map(|e| e.quote.text.as_str()).collect();
            words.sort_unstable();
            words.dedup();
            for words in words {
                let unread = Unread {
                    skill: found.id(skill.skill).to_owned(),
                    words: words.to_owned(),
                };
                // Words that were found are words that can be ignored.
                let _ = ignore_words(&mut profile.taxonomy, &mut corrections.unread, unread);
            }
        }
        Ok((Cow::Owned(profile), corrections))
    }

    /// Where words stand that the answers reject, in the resume that they make, or in the one that they add to: the skill's name,
    /// the words, the place.
    ///
    /// # Errors
    /// As for [`assessed`](Self::assessed).
    pub fn rejected(&self, answers: &Answers, in_written: bool) -> Result<Vec<(String, String, Place)>, ReadError> {
        let written = self.write(answers)?;
        let (Some(ids), Some(base)) = (&answers.rejected, self.base) else {
            return Ok(Vec::new());
        };
        let lexicon = Lexicon::build(&self.profile.taxonomy, &self.profile.language);
        let source = if in_written { &written } else { base };
        let found = assess_corrected(source, self.profile, &lexicon, self.corrections, self.as_of)?;
        let rejected = found
            .skills
            .iter()
            .filter(|f| ids.iter().any(|id| *id == found.id(f.skill)));
        let quotes = rejected.flat_map(|f| f.evidence.iter().map(|e| (found.name(f.skill).to_owned(), &e.quote)));
        Ok(quotes
            .map(|(name, quote)| (name, quote.text.clone(), quote.place.clone()))
            .collect())
    }

    fn places(&self, answers: &Answers, base: &Base) -> Vec<q::Place> {
        let of = |roles: &Option<Vec<Role>>, at: fn(usize) -> Where| {
            let roles = roles.clone().unwrap_or_default();
            let place = |(i, role): (usize, Role)| q::Place {
                at: at(i),
                label: format!(
                    "{} ({} to {})",
                    role.title,
                    role.from,
                    if role.to.is_empty() { "present" } else { &role.to }
                ),
            };
            roles.into_iter().enumerate().map(place).collect::<Vec<_>>()
        };
        let mut places = of(&answers.roles, Where::Role);
        places.extend(base.places.iter().cloned());
        places.extend(of(&answers.projects, Where::Project));
        places
    }

    fn situation<'s>(
        &self,
        answers: &'s Answers,
        assessment: &'s Assessment<'s>,
        base: &'s Base,
        places: usize,
    ) -> Situation<'s> {
        let count = |roles: &Option<Vec<Role>>| roles.as_ref().map_or(0, Vec::len);
        Situation {
            answers,
            assessment,
            places,
            dated: base.dated + count(&answers.roles) + count(&answers.projects),
            dated_jobs: base.dated_jobs,
            found: &base.found,
            has_certificates: base.has_certificates,
            to: self.to,
        }
    }
}

/// Says which questions that were open cannot change the verdict any more.
fn say_settled(all: &[Question], s: &Situation<'_>, open: &mut Vec<String>, prompter: &mut dyn Prompter) {
    for question in all {
        match q::standing(question, all, s) {
            Standing::Open if !open.contains(&question.id) => open.push(question.id.clone()),
            Standing::Settled(why) if open.contains(&question.id) => {
                prompter.say(&format!("Not asked any more: {}; {why}", question.title));
                open.retain(|id| *id != question.id);
            }
            _ => {}
        }
    }
}

/// Says which questions were never asked, and why.
fn say_never_asked(all: &[Question], s: &Situation<'_>, prompter: &mut dyn Prompter) {
    for question in all {
        if let Standing::Settled(why) = q::standing(question, all, s) {
            prompter.say(&format!("Not asked: {}; {why}", question.title));
        }
    }
}

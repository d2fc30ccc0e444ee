//! A question about skills: which, where, what was done, how well.

use super::{Context, Done, Prompter, Question, Reply, Stopped, Topic, left, unknown};
use crate::model::answers::{Answer, Shown, Where};
use crate::model::assessment::Assessment;
use crate::model::scale::Level;
use crate::model::skill::SkillId;

/// What came of one step of the question.
enum Step<T> {
    Given(T),
    /// The question begins anew.
    Again,
    /// It ends.
    Ends(Done),
}

impl<T> From<Done> for Step<T> {
    fn from(done: Done) -> Step<T> {
        Step::Ends(done)
    }
}

/// The value of a step, or the way on where there is none.
macro_rules! stepped {
    ($step:expr, $again:expr) => {
        match $step? {
            Step::Given(value) => value,
            Step::Again => $again,
            Step::Ends(done) => return Ok(done),
        }
    };
}

/// A question that is put, with the answer that it had.
struct Put<'p> {
    question: &'p Question,
    c: &'p Context<'p>,
    before: &'p [Shown],
}

pub(super) fn skills(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let before: &[Shown] = match c.situation.answers.answers.get(&question.id) {
        Some(Answer::Shown(list)) => list,
        _ => &[],
    };
    let put = Put { question, c, before };
    let items = left(question, c.all, &c.situation);
    let labels: Vec<String> = items.iter().map(|skill| label(*skill, c)).collect();
    let marked: Vec<usize> = (0..items.len()).filter(|i| put.said(items[*i]).is_some()).collect();
    'again: loop {
        let marked = mark(&put, &labels, &marked, prompter)?;
        let picked = match marked {
            Step::Given(picked) => picked.into_iter().map(|i| items[i]),
            Step::Again => return Ok(Done::Back),
            Step::Ends(done) => return Ok(done),
        };
        let is_deed = |skill: &SkillId| c.wording.deed(put.id(*skill)).is_some();
        let (deeds, tools): (Vec<SkillId>, Vec<SkillId>) = picked.partition(is_deed);
        let mut shown = stepped!(put.tools(&tools, prompter), continue 'again);
        for skill in deeds {
            shown.extend(stepped!(put.deed(skill, prompter), continue 'again));
        }
        return Ok(Done::Skills(Answer::Shown(shown)));
    }
}

fn mark(
    put: &Put<'_>,
    labels: &[String],
    marked: &[usize],
    prompter: &mut dyn Prompter,
) -> Result<Step<Vec<usize>>, Stopped> {
    let question = put.question;
    let picked = given!(
        question,
        prompter,
        prompter.mark(&question.text, labels, marked),
        return Ok(Step::Again)
    );
    Ok(Step::Given(picked))
}

impl Put<'_> {
    fn id(&self, skill: SkillId) -> &str {
        self.c.situation.assessment.id(skill)
    }

    fn said(&self, skill: SkillId) -> Option<&Shown> {
        self.before.iter().find(|s| s.skill == self.id(skill))
    }

    /// What is shown by use: where, what for, and how well as far as it matters.
    fn tools(&self, tools: &[SkillId], prompter: &mut dyn Prompter) -> Result<Step<Vec<Shown>>, Stopped> {
        if tools.is_empty() {
            return Ok(Step::Given(Vec::new()));
        }
        let names = names(tools, self.c.situation.assessment);
        let earlier: Vec<Where> = tools
            .iter()
            .filter_map(|s| self.said(*s))
            .flat_map(|s| s.places.clone())
            .collect();
        let prompt = format!("Where did you use {names}?");
        let places = match self.places(&prompt, &earlier, prompter)? {
            Step::Given(places) => places,
            other => return Ok(other.without()),
        };
        let mut what = String::new();
        if !places.is_empty() {
            let initial = tools.iter().find_map(|s| self.said(*s)).map_or("", |s| &s.what);
            let prompt = format!("What did you do with {names}, in a few words? (empty: only that it was used)");
            let reply = |prompter: &mut dyn Prompter| prompter.line(&prompt, initial, &|_| Ok(()));
            what = given!(self.question, prompter, reply(prompter), return Ok(Step::Again));
        }
        let mut shown = Vec::new();
        for skill in tools {
            let level = match self.level(*skill, &shown, prompter)? {
                Step::Given(level) => level,
                other => return Ok(other.without()),
            };
            shown.push(Shown {
                skill: self.id(*skill).to_owned(),
                level,
                places: places.clone(),
                what: what.trim().to_owned(),
            });
        }
        Ok(Step::Given(shown))
    }

    /// What is shown by a deed: what exactly, and where; `None` where nobody says.
    fn deed(&self, skill: SkillId, prompter: &mut dyn Prompter) -> Result<Step<Option<Shown>>, Stopped> {
        let mut deed = Shown {
            skill: self.id(skill).to_owned(),
            level: None,
            places: Vec::new(),
            what: String::new(),
        };
        let words = self
            .c
            .wording
            .deed(self.id(skill))
            .filter(|_| !self.c.places.is_empty());
        let Some(words) = words else {
            return Ok(Step::Given(Some(deed)));
        };
        let prompt = format!("{} Such as: {}", words.ask, words.example);
        let before = self.said(skill);
        let reply = |prompter: &mut dyn Prompter| prompter.line(&prompt, before.map_or("", |s| &s.what), &|_| Ok(()));
        deed.what = given!(self.question, prompter, reply(prompter), return Ok(Step::Again));
        if deed.what.trim().is_empty() {
            prompter.say("Left out: without a word of what it was it shows nothing.");
            return Ok(Step::Given(None));
        }
        let earlier = before.map_or(Vec::new(), |s| s.places.clone());
        deed.places = match self.places("Where was that?", &earlier, prompter)? {
            Step::Given(places) => places,
            other => return Ok(other.without()),
        };
        if deed.places.is_empty() {
            deed.what.clear();
        }
        Ok(Step::Given(Some(deed)))
    }

    /// The places where something was used or done: the only one, else those that are marked.
    fn places(
        &self,
        prompt: &str,
        earlier: &[Where],
        prompter: &mut dyn Prompter,
    ) -> Result<Step<Vec<Where>>, Stopped> {
        let places = self.c.places;
        if places.len() <= 1 {
            return Ok(Step::Given(places.iter().map(|p| p.at.clone()).collect()));
        }
        let labels: Vec<String> = places.iter().map(|p| p.label.clone()).collect();
        let marked: Vec<usize> = (0..labels.len()).filter(|i| earlier.contains(&places[*i].at)).collect();
        let reply = |prompter: &mut dyn Prompter| prompter.mark(prompt, &labels, &marked);
        let marked = given!(self.question, prompter, reply(prompter), return Ok(Step::Again));
        Ok(Step::Given(marked.into_iter().map(|i| places[i].at.clone()).collect()))
    }

    /// How well, where that can change anything.
    fn level(
        &self,
        skill: SkillId,
        shown: &[Shown],
        prompter: &mut dyn Prompter,
    ) -> Result<Step<Option<Level>>, Stopped> {
        let a = self.c.situation.assessment;
        if !level_matters(skill, shown, self.question, a) {
            return Ok(Step::Given(None));
        }
        let first = self.said(skill).and_then(|s| s.level).unwrap_or(Level::Intermediate);
        let means = |level| self.c.wording.level(a.profile.taxonomy.get(skill), level);
        let levels = Level::ALL.map(|level| format!("{level}: {}", means(level)));
        let prompt = format!("{}: how well?", a.name(skill));
        loop {
            return Ok(match prompter.choose(&prompt, &levels, first as usize)? {
                Reply::Given(i) => Step::Given(Some(Level::ALL[i])),
                Reply::Skip | Reply::Unknown => Step::Given(None),
                Reply::Back => Step::Again,
                Reply::Help => {
                    self.question.help.iter().for_each(|line| prompter.say(line));
                    continue;
                }
            });
        }
    }
}

impl<T> Step<T> {
    /// A step that gave nothing, as one that would give something else.
    fn without<U>(self) -> Step<U> {
        match self {
            Step::Ends(done) => Step::Ends(done),
            Step::Given(_) | Step::Again => Step::Again,
        }
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

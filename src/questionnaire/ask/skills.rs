//! A question about skills: which, where, what was done, how well.

use super::{Context, Done, Prompter, Question, Reply, Stopped, Topic, left, unknown};
use crate::model::answers::{Answer, Shown, Where};
use crate::model::assessment::Assessment;
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use crate::questionnaire::words;

/// A question that is put, with the answer that it had.
struct Put<'p> {
    question: &'p Question,
    c: &'p Context<'p>,
    before: &'p [Shown],
}

/// Somebody wants to begin the question anew.
struct Again;

/// What came of a prompt: an answer, or the wish to begin anew.
type Step<T> = Result<T, Again>;

pub(super) fn skills(question: &Question, c: &Context<'_>, prompter: &mut dyn Prompter) -> Result<Done, Stopped> {
    let before: &[Shown] = match c.situation.answers.answers.get(&question.id) {
        Some(Answer::Shown(list)) => list,
        _ => &[],
    };
    let put = Put { question, c, before };
    let items = left(question, c.all, &c.situation);
    let labels: Vec<String> = items.iter().map(|skill| label(*skill, c)).collect();
    let mut marked: Vec<usize> = (0..items.len()).filter(|i| put.said(items[*i]).is_some()).collect();
    loop {
        marked = given!(
            question,
            prompter,
            prompter.mark(&question.text, &labels, &marked),
            return Ok(Done::Back)
        );
        let picked: Vec<SkillId> = marked.iter().map(|i| items[*i]).collect();
        if let Ok(shown) = put.follow(&picked, prompter)? {
            return Ok(Done::Skills(Answer::Shown(shown)));
        }
    }
}

impl Put<'_> {
    fn id(&self, skill: SkillId) -> &str {
        self.c.situation.assessment.id(skill)
    }

    fn said(&self, skill: SkillId) -> Option<&Shown> {
        self.before.iter().find(|s| s.skill == self.id(skill))
    }

    /// What follows from what was marked.
    fn follow(&self, picked: &[SkillId], prompter: &mut dyn Prompter) -> Result<Step<Vec<Shown>>, Stopped> {
        let is_deed = |skill: &SkillId| self.c.wording.deed(self.id(*skill)).is_some();
        let (deeds, tools): (Vec<SkillId>, Vec<SkillId>) = picked.iter().partition(|skill| is_deed(skill));
        let Ok(mut shown) = self.tools(&tools, prompter)? else {
            return Ok(Err(Again));
        };
        for skill in deeds {
            match self.deed(skill, prompter)? {
                Ok(deed) => shown.extend(deed),
                Err(Again) => return Ok(Err(Again)),
            }
        }
        Ok(Ok(shown))
    }

    /// The answer to a prompt that follows: where nothing is said, what goes without saying.
    fn step<T: Default>(
        &self,
        prompter: &mut dyn Prompter,
        put: impl Fn(&mut dyn Prompter) -> Result<Reply<T>, Stopped>,
    ) -> Result<Step<T>, Stopped> {
        loop {
            return Ok(match put(prompter)? {
                Reply::Given(value) => Ok(value),
                // It is this prompt that is skipped: what was said before stays.
                Reply::Skip | Reply::Unknown => Ok(T::default()),
                Reply::Back => Err(Again),
                Reply::Help => {
                    self.question.help.iter().for_each(|line| prompter.say(line));
                    continue;
                }
            });
        }
    }

    /// What is shown by use: where, what for, and how well as far as it matters.
    fn tools(&self, tools: &[SkillId], prompter: &mut dyn Prompter) -> Result<Step<Vec<Shown>>, Stopped> {
        if tools.is_empty() {
            return Ok(Ok(Vec::new()));
        }
        let names = names(tools, self.c.situation.assessment);
        let earlier: Vec<Where> = tools
            .iter()
            .filter_map(|s| self.said(*s))
            .flat_map(|s| s.places.clone())
            .collect();
        let Ok(places) = self.places(&format!("Where did you use {names}?"), &earlier, prompter)? else {
            return Ok(Err(Again));
        };
        let mut what = String::new();
        if !places.is_empty() {
            let initial = tools.iter().find_map(|s| self.said(*s)).map_or("", |s| &s.what);
            let prompt = format!("What did you do with {names}, in a few words? (empty: only that it was used)");
            match self.step(prompter, |p| p.line(&prompt, initial, &words::check))? {
                Ok(words) => what = words.trim().to_owned(),
                Err(Again) => return Ok(Err(Again)),
            }
        }
        let mut shown = Vec::new();
        for skill in tools {
            let Ok(level) = self.level(*skill, &shown, prompter)? else {
                return Ok(Err(Again));
            };
            shown.push(Shown {
                skill: self.id(*skill).to_owned(),
                level,
                places: places.clone(),
                what: what.clone(),
            });
        }
        Ok(Ok(shown))
    }

    /// What is shown by a deed: where, and for each place what it was, in words of its own; one text in two jobs is one deed.
    fn deed(&self, skill: SkillId, prompter: &mut dyn Prompter) -> Result<Step<Vec<Shown>>, Stopped> {
        let shown = |places: Vec<Where>, what: String| Shown {
            skill: self.id(skill).to_owned(),
            level: None,
            places,
            what,
        };
        let words = self
            .c
            .wording
            .deed(self.id(skill))
            .filter(|_| !self.c.places.is_empty());
        let Some(asked) = words else {
            return Ok(Ok(vec![shown(Vec::new(), String::new())]));
        };
        let before: Vec<&Shown> = self.before.iter().filter(|s| s.skill == self.id(skill)).collect();
        let earlier: Vec<Where> = before.iter().flat_map(|s| s.places.clone()).collect();
        let prompt = format!("Where: {}?", asked.deed);
        let Ok(places) = self.places(&prompt, &earlier, prompter)? else {
            return Ok(Err(Again));
        };
        let mut deeds: Vec<Shown> = Vec::new();
        for place in places {
            let initial = before
                .iter()
                .find(|s| s.places.contains(&place))
                .map_or("", |s| &s.what);
            let at = self.c.places.iter().find(|p| p.at == place).map_or("", |p| &p.label);
            let prompt = format!("{at}: {} Such as: {}", asked.ask, asked.example);
            let check = |text: &str| match deeds.iter().any(|d| d.what == text.trim()) {
                true => Err("these words stand in another place already; what was it here?".to_owned()),
                false => words::check(text),
            };
            match self.step(prompter, |p| p.line(&prompt, initial, &check))? {
                Ok(what) if what.trim().is_empty() => {
                    prompter.say("Left out: without a word of what it was it shows nothing.");
                }
                Ok(what) => deeds.push(shown(vec![place], what.trim().to_owned())),
                Err(Again) => return Ok(Err(Again)),
            }
        }
        Ok(Ok(deeds))
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
            return Ok(Ok(places.iter().map(|p| p.at.clone()).collect()));
        }
        let labels: Vec<String> = places.iter().map(|p| p.label.clone()).collect();
        let marked: Vec<usize> = (0..labels.len()).filter(|i| earlier.contains(&places[*i].at)).collect();
        let step = self.step(prompter, |p| p.mark(prompt, &labels, &marked))?;
        Ok(step.map(|marked| marked.into_iter().map(|i| places[i].at.clone()).collect()))
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
            return Ok(Ok(None));
        }
        let first = self.said(skill).and_then(|s| s.level).unwrap_or(Level::Intermediate);
        let means = |level| self.c.wording.level(a.profile.taxonomy.get(skill), level);
        let levels = Level::ALL.map(|level| format!("{level}: {}", means(level)));
        let prompt = format!("{}: how well?", a.name(skill));
        let choose = |p: &mut dyn Prompter| {
            let chosen = p.choose(&prompt, &levels, first as usize)?;
            chosen.try_map(|i| Ok(Some(Level::ALL[i])))
        };
        self.step(prompter, choose)
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

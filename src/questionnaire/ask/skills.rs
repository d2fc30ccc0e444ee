//! A question about skills: which, where, what was done, how well.

use super::{Context, Done, Prompter, Question, Reply, Stopped, Topic, left, unknown};
use crate::model::answers::{Answer, Shown, Where};
use crate::model::assessment::Assessment;
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use crate::questionnaire::check::EXAMPLE;
use crate::questionnaire::words;

/// A question that is put, with what was said to it so far: earlier, or before somebody went back to its beginning.
struct Put<'p> {
    question: &'p Question,
    c: &'p Context<'p>,
    said: Vec<Shown>,
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
    let mut put = Put {
        question,
        c,
        said: before.to_vec(),
    };
    let mut items = left(question, c.all, &c.situation);
    // What was answered here can be changed here, whatever other questions offered since.
    let own = question.items.iter().filter(|skill| put.has_said(**skill));
    items.extend(own.filter(|skill| !items.contains(skill)).copied().collect::<Vec<_>>());
    if items.is_empty() {
        prompter.say("All that this question offers was asked in others; change it there.");
        return Ok(Done::Skipped);
    }
    let labels: Vec<String> = items.iter().map(|skill| label(*skill, c)).collect();
    let mut marked: Vec<usize> = (0..items.len()).filter(|i| put.has_said(items[*i])).collect();
    loop {
        marked = given!(
            question,
            prompter,
            prompter.mark(&question.text, &labels, &marked),
            return Ok(Done::Back(None))
        );
        let picked: Vec<SkillId> = marked.iter().map(|i| items[*i]).collect();
        let mut shown = Vec::new();
        if let Err(Again) = put.follow(&picked, &mut shown, prompter)? {
            // What was said is not asked for again.
            put.said.retain(|s| shown.iter().all(|new| new.skill != s.skill));
            put.said.extend(shown);
            continue;
        }
        if shown.is_empty() && !picked.is_empty() {
            prompter.say("Nothing is told of what was marked, so the question stays open.");
            return Ok(Done::Skipped);
        }
        return Ok(Done::Skills(Answer::Shown(shown)));
    }
}

/// Tools of which the same was said, and what that was.
struct Alike {
    tools: Vec<SkillId>,
    places: Vec<Where>,
    what: String,
}

impl Put<'_> {
    fn id(&self, skill: SkillId) -> &str {
        self.c.situation.assessment.id(skill)
    }

    fn said(&self, skill: SkillId) -> impl Iterator<Item = &Shown> {
        self.said.iter().filter(move |s| s.skill == self.id(skill))
    }

    fn has_said(&self, skill: SkillId) -> bool {
        self.said(skill).next().is_some()
    }

    /// What follows from what was marked; `shown` takes it up as it comes.
    fn follow(
        &self,
        picked: &[SkillId],
        shown: &mut Vec<Shown>,
        prompter: &mut dyn Prompter,
    ) -> Result<Step<()>, Stopped> {
        let is_deed = |skill: &SkillId| self.c.wording.deed(self.id(*skill)).is_some();
        let (deeds, tools): (Vec<SkillId>, Vec<SkillId>) = picked.iter().partition(|skill| is_deed(skill));
        for alike in self.alike(&tools) {
            if let Err(Again) = self.tools(&alike, shown, prompter)? {
                return Ok(Err(Again));
            }
        }
        for skill in deeds {
            if let Err(Again) = self.deed(skill, shown, prompter)? {
                return Ok(Err(Again));
            }
        }
        Ok(Ok(()))
    }

    /// Tools are asked of together, those of which different things were said apart.
    fn alike(&self, tools: &[SkillId]) -> Vec<Alike> {
        let mut all: Vec<Alike> = Vec::new();
        for skill in tools {
            for said in self.said(*skill) {
                match all.iter_mut().find(|a| a.places == said.places && a.what == said.what) {
                    Some(alike) => alike.tools.push(*skill),
                    None => all.push(Alike {
                        tools: vec![*skill],
                        places: said.places.clone(),
                        what: said.what.clone(),
                    }),
                }
            }
        }
        let new: Vec<SkillId> = tools.iter().copied().filter(|skill| !self.has_said(*skill)).collect();
        if !new.is_empty() {
            all.push(Alike {
                tools: new,
                places: Vec::new(),
                what: String::new(),
            });
        }
        all
    }

    /// The answer to a prompt that follows; where it is skipped, what was said before.
    fn step<T: Clone>(
        &self,
        before: &T,
        prompter: &mut dyn Prompter,
        put: impl Fn(&mut dyn Prompter) -> Result<Reply<T>, Stopped>,
    ) -> Result<Step<T>, Stopped> {
        loop {
            return Ok(match put(prompter)? {
                Reply::Given(value) => Ok(value),
                Reply::Skip | Reply::Unknown => Ok(before.clone()),
                Reply::Back => Err(Again),
                Reply::Help => {
                    self.question.help.iter().for_each(|line| prompter.say(line));
                    continue;
                }
            });
        }
    }

    /// What is shown by use: where, what for, and how well as far as it matters.
    fn tools(&self, alike: &Alike, shown: &mut Vec<Shown>, prompter: &mut dyn Prompter) -> Result<Step<()>, Stopped> {
        let names = names(&alike.tools, self.c.situation.assessment);
        let Ok(places) = self.places(&format!("Where did you use {names}?"), &alike.places, prompter)? else {
            return Ok(Err(Again));
        };
        let first = shown.len();
        let new = |skill: &SkillId| Shown {
            skill: self.id(*skill).to_owned(),
            level: None,
            places: places.clone(),
            what: String::new(),
        };
        shown.extend(alike.tools.iter().map(new));
        if !places.is_empty() {
            let prompt = format!("What did you do with {names}, in a few words? (empty: only that it was used)");
            let what = self.step(&alike.what, prompter, |p| p.line(&prompt, &alike.what, &words::check))?;
            let Ok(what) = what else { return Ok(Err(Again)) };
            shown[first..].iter_mut().for_each(|s| s.what = what.trim().to_owned());
        }
        for (i, skill) in alike.tools.iter().enumerate() {
            match self.level(*skill, shown, prompter)? {
                Ok(level) => shown[first + i].level = level,
                Err(Again) => return Ok(Err(Again)),
            }
        }
        Ok(Ok(()))
    }

    /// What is shown by a deed: where, and for each place what it was, in words of its own; one text in two jobs is one deed.
    fn deed(&self, skill: SkillId, shown: &mut Vec<Shown>, prompter: &mut dyn Prompter) -> Result<Step<()>, Stopped> {
        const LEFT_OUT: &str = "Left out: without a place and a word of what it was it shows nothing.";
        let Some(asked) = self.c.wording.deed(self.id(skill)) else {
            return Ok(Ok(()));
        };
        let earlier: Vec<Where> = self.said(skill).flat_map(|s| s.places.clone()).collect();
        let prompt = format!("Where: {}?", asked.deed);
        let Ok(places) = self.places(&prompt, &earlier, prompter)? else {
            return Ok(Err(Again));
        };
        if places.is_empty() {
            prompter.say(LEFT_OUT);
        }
        let first = shown.len();
        for place in places {
            let said = self.said(skill).find(|s| s.places.contains(&place));
            let initial = said.map_or(String::new(), |s| s.what.clone());
            let at = self.c.places.iter().find(|p| p.at == place).map_or("", |p| &p.label);
            let prompt = format!("{at}: {} Such as: {}", asked.ask, asked.example);
            let deeds = &shown[first..];
            let check = |text: &str| match () {
                () if deeds.iter().any(|d| words::is_same(&d.what, text)) => {
                    Err("these words stand in another place already; what was it here?".to_owned())
                }
                () if words::is_same(&asked.example, text) => Err(EXAMPLE.to_owned()),
                () => words::check(text),
            };
            let Ok(what) = self.step(&initial, prompter, |p| p.line(&prompt, &initial, &check))? else {
                return Ok(Err(Again));
            };
            if what.trim().is_empty() {
                prompter.say(LEFT_OUT);
                continue;
            }
            shown.push(Shown {
                skill: self.id(skill).to_owned(),
                level: None,
                places: vec![place],
                what: what.trim().to_owned(),
            });
        }
        Ok(Ok(()))
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
        let step = self.step(&marked, prompter, |p| p.mark(prompt, &labels, &marked))?;
        Ok(step.map(|marked| marked.into_iter().map(|i| places[i].at.clone()).collect()))
    }

    /// How well, where that can change anything and was not said a moment ago.
    fn level(
        &self,
        skill: SkillId,
        shown: &[Shown],
        prompter: &mut dyn Prompter,
    ) -> Result<Step<Option<Level>>, Stopped> {
        let a = self.c.situation.assessment;
        let before = self.said(skill).find_map(|s| s.level);
        if shown.iter().any(|s| s.skill == a.id(skill) && s.level.is_some()) {
            return Ok(Ok(None));
        }
        if !level_matters(skill, shown, self.question, a) {
            return Ok(Ok(before));
        }
        let first = before.unwrap_or(Level::Intermediate);
        let means = |level| self.c.wording.level(a.profile.taxonomy.get(skill), level);
        let levels = Level::ALL.map(|level| format!("{level}: {}", means(level)));
        let prompt = format!("{}: how well?", a.name(skill));
        let choose = |p: &mut dyn Prompter| {
            let chosen = p.choose(&prompt, &levels, first as usize)?;
            chosen.try_map(|i| Ok(Some(Level::ALL[i])))
        };
        self.step(&before, prompter, choose)
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

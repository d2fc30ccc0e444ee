//! Which question is next: what can still change the verdict, and what of that matters most.

use super::{Question, Topic};
use crate::model::answers::Answers;
use crate::model::assessment::{Assessment, RequirementStatus};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;

/// What the next question follows from.
#[derive(Clone, Copy)]
pub struct Situation<'s> {
    /// What was answered.
    pub answers: &'s Answers,
    /// The assessment of what was answered, and of the resume that it adds to.
    pub assessment: &'s Assessment<'s>,
    /// Entries in which something done can stand.
    pub places: usize,
    /// Those of them with dates.
    pub dated: usize,
    /// Jobs with dates in the resume that the answers add to.
    pub dated_jobs: usize,
    /// What is found in it, of what any question is about.
    pub found: &'s [Found],
    /// Whether that resume names certificates.
    pub has_certificates: bool,
    /// Only what this stage needs is asked.
    pub to: Option<Stage>,
}

/// A skill that a resume seems to name.
#[derive(Clone, Debug)]
pub struct Found {
    /// The skill.
    pub skill: SkillId,
    /// The words with their place.
    pub shown: String,
}

/// Whether a question is to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Open,
    /// It was answered.
    Answered,
    /// It cannot change the verdict any more; why.
    Settled(String),
    /// It does not belong to what was asked for, or nothing is left to ask in it.
    Left,
}

/// How a question stands.
pub fn standing(question: &Question, all: &[Question], s: &Situation<'_>) -> Standing {
    let answered = match question.topic {
        Topic::Confirm => s.answers.rejected.is_some(),
        Topic::Roles => s.answers.roles.is_some(),
        Topic::Projects => s.answers.projects.is_some(),
        Topic::Certificates => s.answers.certificates.is_some(),
        Topic::Requirement(_) | Topic::Expectation(..) => s.answers.answers.contains_key(&question.id),
    };
    if answered {
        return Standing::Answered;
    }
    match question.topic {
        Topic::Confirm if s.found.is_empty() => Standing::Left,
        Topic::Confirm => Standing::Open,
        Topic::Roles if s.dated_jobs > 0 => Standing::Settled("the resume has jobs with dates".to_owned()),
        Topic::Roles => Standing::Open,
        Topic::Projects => projects(s),
        Topic::Certificates if s.to.is_some() => Standing::Left,
        Topic::Certificates if s.has_certificates => Standing::Settled("the resume names certificates".to_owned()),
        Topic::Certificates => Standing::Open,
        Topic::Requirement(_) if s.to.is_some() => Standing::Left,
        Topic::Requirement(index) => requirement(question, index, s),
        Topic::Expectation(rung, index) => expectation(question, (rung, index), all, s),
    }
}

/// Projects matter as long as jobs alone may not do: whoever changes careers shows the field in them, and from senior up deeds stand
/// in several dated entries.
fn projects(s: &Situation<'_>) -> Standing {
    let in_field = s.assessment.years.relevant.is_some_and(|years| years > 0.0);
    match in_field && s.dated >= s.assessment.profile.scoring.deeds_in_entries {
        true => Standing::Settled("there are jobs enough for deeds to stand in".to_owned()),
        false => Standing::Open,
    }
}

fn requirement(question: &Question, index: usize, s: &Situation<'_>) -> Standing {
    let a = s.assessment;
    let result = a.requirements.iter().find(|r| r.index == index);
    if let Some(result) = result.filter(|r| r.status == RequirementStatus::Met) {
        return Standing::Settled(format!("met by {}", names(a, &result.present)));
    }
    if s.places == 0 && question.items.iter().all(|skill| is_deed(*skill, a.profile)) {
        return Standing::Settled(
            "it is shown by deeds, and there is no job or project for them to stand in".to_owned(),
        );
    }
    Standing::Open
}

fn expectation(question: &Question, (rung, index): (usize, usize), all: &[Question], s: &Situation<'_>) -> Standing {
    let a = s.assessment;
    let stage = a.profile.ladder.rungs[rung].stage;
    if s.to.is_some_and(|to| stage > to) {
        return Standing::Left;
    }
    let results = &a.stage.expectations;
    if let Some(result) = results.iter().find(|e| e.stage == stage && e.index == index)
        && !result.shown_by.is_empty()
    {
        return Standing::Settled(format!("shown by {}", names(a, &result.shown_by)));
    }
    // A stage rests on those below it.
    let next = a
        .stage
        .evidence
        .map_or(Stage::Junior, |reached| reached.next().unwrap_or(reached));
    if next < stage {
        let is_shown = results
            .iter()
            .filter(|e| e.stage == next)
            .all(|e| !e.shown_by.is_empty());
        return Standing::Settled(match is_shown {
            true => format!(
                "{stage} rests on {next}, whose deeds must stand in {} jobs or projects with dates",
                a.profile.scoring.deeds_in_entries
            ),
            false => format!("{stage} rests on {next}, which is not shown"),
        });
    }
    if a.stage.evidence >= Some(stage) {
        return Standing::Settled(format!("{stage} is shown already"));
    }
    if s.places == 0 && question.items.iter().all(|skill| is_deed(*skill, a.profile)) {
        return Standing::Settled(
            "it is shown by deeds, and there is no job or project for them to stand in".to_owned(),
        );
    }
    if left(question, all, s).is_empty() {
        return Standing::Settled("all that would show it was asked already".to_owned());
    }
    Standing::Open
}

/// The skills of a question that no answered question offered.
pub fn left(question: &Question, all: &[Question], s: &Situation<'_>) -> Vec<SkillId> {
    let answered = all
        .iter()
        .filter(|q| q.id != question.id && s.answers.answers.contains_key(&q.id));
    let offered: Vec<SkillId> = answered.flat_map(|q| q.items.iter().copied()).collect();
    match question.topic {
        Topic::Expectation(..) => question
            .items
            .iter()
            .copied()
            .filter(|skill| !offered.contains(skill))
            .collect(),
        _ => question.items.clone(),
    }
}

fn is_deed(skill: SkillId, profile: &Profile) -> bool {
    profile.taxonomy.get(skill).kind == crate::model::skill::SkillKind::Competency
}

fn names(a: &Assessment<'_>, skills: &[SkillId]) -> String {
    skills.iter().map(|s| a.name(*s)).collect::<Vec<_>>().join(", ")
}

/// The open question that matters most: first what everything rests on, then what blocks the next stage and no requirement asks
/// about, then requirements by what they would add to the score, the certificates at last.
pub fn next<'q>(all: &'q [Question], s: &Situation<'_>, skipped: &[String]) -> Option<&'q Question> {
    let is_open = |q: &&Question| !skipped.contains(&q.id) && standing(q, all, s) == Standing::Open;
    let open: Vec<&Question> = all.iter().filter(is_open).collect();
    let by_gap = |index: usize| {
        s.assessment
            .gaps
            .iter()
            .position(|g| g.requirement == index)
            .unwrap_or(usize::MAX - 1)
    };
    let rank = |q: &&&Question| match q.topic {
        Topic::Confirm => (0, 0),
        Topic::Roles => (1, 0),
        Topic::Projects => (2, 0),
        Topic::Expectation(..) => {
            let asks_too = |other: &&Question| {
                matches!(other.topic, Topic::Requirement(_)) && other.items.iter().any(|skill| q.items.contains(skill))
            };
            // A requirement that asks for the same deeds goes before.
            (if open.iter().any(asks_too) { 4 } else { 3 }, usize::MAX)
        }
        Topic::Requirement(index) => (4, by_gap(index)),
        Topic::Certificates => (5, 0),
    };
    open.iter().min_by_key(rank).copied()
}

//! What a policy says of the requirements of the profile, and of the skills that it demands.

use super::{Judge, Target, sentence, target};
use crate::analysis::baseline::{Cause, Loss};
use crate::analysis::coverage;
use crate::model::assessment::{RequirementResult, RequirementStatus, Status};
use crate::model::policy::{Demand, FailOn};
use crate::model::profile::{Group, Importance, Requirement};
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use crate::model::verdict::{Effect, Finding, State, Subject};

/// Words of lost evidence that a message shows.
const WORDS: usize = 3;

impl Judge<'_> {
    pub(super) fn requirement(&self, r: &RequirementResult) -> Option<Finding> {
        let requirement = &self.a.profile.requirements[r.index];
        if r.status == RequirementStatus::Unassessable {
            return None;
        }
        let demand = self.policy.require.iter().find(|d| d.id == requirement.id);
        let asked = demand.map(|d| self.at_level(requirement, d.level));
        let result = asked.as_ref().unwrap_or(r);
        let is_met = result.status == RequirementStatus::Met;
        let loss = self.loss(&requirement.id);
        let mut why = Vec::new();
        if demand.is_some() && !is_met {
            why.push("the policy requires it".to_owned());
        }
        let by_kind = match self.policy.fail_on {
            Some(FailOn::Essential) => {
                r.status == RequirementStatus::Missing && requirement.importance == Importance::Essential
            }
            Some(FailOn::Any) => r.status != RequirementStatus::Met,
            _ => false,
        };
        if by_kind {
            let kind = requirement.importance.as_str();
            why.push(format!("it is {kind}, and the policy fails on {}", self.fail_on()));
        }
        why.extend(loss.filter(|l| self.fails(l.cause)).map(|l| self.lost(l)));
        let notice = loss.filter(|l| !self.fails(l.cause)).map(|l| self.lost(l));
        let before = self.before().and_then(|b| b.requirement(&requirement.id));
        let gained = before
            .and_then(|old| old.status.rank())
            .is_some_and(|old| Some(old) < r.status.rank());
        // What the program or the profile alone has changed excuses a demand of the policy too.
        let excused = loss.is_some_and(|l| !self.fails(l.cause));
        let effect = match (why.is_empty() || excused, is_met) {
            (false, _) => Effect::Fails,
            (true, _) if notice.is_some() || gained => Effect::Notice,
            (true, false) => Effect::Open,
            (true, true) => return None,
        };
        let state = before.map(|old| match (old.status, result.status) {
            (_, RequirementStatus::Met) => State::Absent,
            (RequirementStatus::Met, _) => State::New,
            (old_status, status) if old_status == status && loss.is_none() => State::Unchanged,
            _ => State::Updated,
        });
        let said = match (is_met, gained, before) {
            (true, true, Some(old)) => format!("met; it was {} in the baseline", old.status.as_str()),
            (_, true, Some(old)) => format!(
                "{}; it was {} in the baseline",
                self.shortfall(result, requirement),
                old.status.as_str()
            ),
            _ => self.shortfall(result, requirement),
        };
        let reasons: Vec<String> = why.into_iter().chain(notice).collect();
        let finding = Finding {
            effect,
            subject: Subject::Requirement(r.index),
            rule: format!("requirement/{}", requirement.id),
            title: requirement.title.clone(),
            message: sentence(&said, &reasons),
            help: match (is_met, demand.and_then(|d| d.level)) {
                (true, _) => String::new(),
                (false, Some(level)) if all_there(result) => self.reach(&result.below_level, level),
                (false, _) => requirement.next_step.clone(),
            },
            // What is gone is written anew where skills are written.
            place: match loss.is_some_and(|l| !l.words.is_empty()) {
                true => self.a.anchor.clone(),
                false => self.place(&result.present),
            },
            state,
            waiver: None,
        };
        Some(self.waive(finding, &requirement.id))
    }

    /// A skill that the policy demands.
    pub(super) fn skill(&self, demand: &Demand) -> Option<Finding> {
        let Ok(Target::Skill(skill)) = target(&demand.id, self.a.profile) else {
            return None;
        };
        let result = self.of_skill(skill, demand.level);
        if result.status == RequirementStatus::Met {
            return None;
        }
        let name = self.a.name(skill);
        let level = demand.level.map_or(String::new(), |level| format!(" at level {level}"));
        let said = match self.a.finding(skill) {
            None => format!("nothing shows it{level}"),
            Some(f) if f.support < Status::Certified => {
                format!("it is {} only, not shown in anything done", f.status.as_str())
            }
            Some(f) => format!(
                "it is shown at level {}, not{level}",
                f.level.map_or("unknown".to_owned(), |l| l.to_string())
            ),
        };
        let was_there = self
            .before()
            .map(|b| b.skill(&demand.id).is_some_and(|s| s.status >= Status::Certified));
        let excused = self.is_read_otherwise(demand);
        let mut reasons = vec!["the policy requires it".to_owned()];
        reasons.extend(excused.then(|| self.was("shown", Cause::Version)));
        let finding = Finding {
            effect: if excused { Effect::Notice } else { Effect::Fails },
            subject: Subject::Skill,
            rule: format!("skill/{}", demand.id),
            title: name.to_owned(),
            message: sentence(&said, &reasons),
            help: match (self.a.finding(skill), demand.level) {
                (Some(f), Some(level)) if f.support >= Status::Certified => self.reach(&[skill], level),
                _ => format!("Tell in a dated entry what was done with {name}."),
            },
            place: self.place(&result.present),
            state: was_there.map(|was| if was { State::New } else { State::Unchanged }),
            waiver: None,
        };
        Some(self.waive(finding, &demand.id))
    }

    /// Whether a skill met a demand in the baseline, and only the program or the profile has changed since.
    fn is_read_otherwise(&self, demand: &Demand) -> bool {
        let Some(compared) = self.compared.filter(|_| !self.fails(Cause::Version)) else {
            return false;
        };
        let reached = |level: Option<Level>| {
            demand
                .level
                .is_none_or(|wanted| level.is_none_or(|level| level >= wanted))
        };
        let met = compared.before.skill(&demand.id).is_some_and(|s| reached(s.level));
        met && compared.losses.read_otherwise.contains(&demand.id)
    }

    /// What to do where skills are shown, but not at a level.
    fn reach(&self, skills: &[SkillId], level: Level) -> String {
        let names = skills.iter().map(|s| self.a.name(*s)).collect::<Vec<_>>().join(", ");
        format!("Date the entries that show {names}, and where {level} holds, state it as the level.")
    }

    fn fail_on(&self) -> &'static str {
        self.policy.fail_on.map_or("", FailOn::as_str)
    }

    /// What a requirement lost against the baseline, and why.
    fn lost(&self, loss: &Loss) -> String {
        let was = self.before().and_then(|b| b.requirement(&loss.requirement));
        let gone: Vec<String> = loss
            .words
            .iter()
            .take(WORDS)
            .map(|words| format!("\"{words}\""))
            .collect();
        let gone = match gone.is_empty() {
            true => String::new(),
            false => format!("; gone is {}", gone.join(", ")),
        };
        self.was(was.map_or("", |r| r.status.as_str()), loss.cause) + &gone
    }

    /// How a requirement that is not met falls short.
    fn shortfall(&self, result: &RequirementResult, requirement: &Requirement) -> String {
        let names = |skills: &[SkillId]| skills.iter().map(|s| self.a.name(*s)).collect::<Vec<_>>().join(", ");
        match result.status {
            RequirementStatus::Met => "met".into(),
            RequirementStatus::Missing => {
                let asked: Vec<String> = requirement.groups.iter().map(|g| names(&g.of)).collect();
                format!("missing: nothing shows {}", asked.join("; nor "))
            }
            _ => format!("partly met: {}", result.why.join("; ")),
        }
    }

    /// A requirement at another level than the profile's.
    fn at_level(&self, requirement: &Requirement, level: Option<Level>) -> RequirementResult {
        let mut asked = requirement.clone();
        asked.level = level.unwrap_or(asked.level);
        coverage::one(&asked, &self.a.skills, self.a.profile)
    }

    /// A skill alone as a requirement; without a level any will do.
    fn of_skill(&self, skill: SkillId, level: Option<Level>) -> RequirementResult {
        let requirement = Requirement {
            groups: vec![Group {
                need: 1,
                of: vec![skill],
            }],
            level: level.unwrap_or(Level::Beginner),
            ..Requirement::default()
        };
        coverage::one(&requirement, &self.a.skills, self.a.profile)
    }
}

/// Whether nothing but a level is missing.
fn all_there(result: &RequirementResult) -> bool {
    !result.below_level.is_empty() && result.groups.iter().all(|g| g.filled)
}

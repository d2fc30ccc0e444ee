//! Holds an assessment against a policy: what fails, what is waived, what is only said.

mod requirements;
mod totals;

use super::baseline::{Cause, Loss, Losses};
use crate::model::assessment::Assessment;
use crate::model::policy::{Demand, FailOn, Policy, Waiver};
use crate::model::profile::Profile;
use crate::model::skill::SkillId;
use crate::model::snapshot::Snapshot;
use crate::model::verdict::{BaselineHead, Effect, Finding, Subject, Verdict};
use crate::text::locate::Place;
use crate::text::nearest::nearest;
use jiff::civil::Date;

/// A baseline, and what is worse than in it.
pub struct Compared<'b> {
    /// The baseline.
    pub before: &'b Snapshot,
    /// Its day.
    pub day: Date,
    /// What is worse, with the causes.
    pub losses: Losses,
}

/// What an id of a policy means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A requirement: index into the profile's.
    Requirement(usize),
    /// A skill.
    Skill(SkillId),
}

/// What an id means: a requirement of the profile, else a skill.
///
/// # Errors
/// A sentence with the nearest id that there is.
pub fn target(id: &str, profile: &Profile) -> Result<Target, String> {
    let requirement = profile.requirements.iter().position(|r| r.id == id);
    let skill = || profile.taxonomy.find(id).map(Target::Skill);
    requirement.map(Target::Requirement).or_else(skill).ok_or_else(|| {
        let requirements = profile.requirements.iter().map(|r| r.id.as_str());
        let skills = profile.taxonomy.skills().iter().map(|s| s.id.as_ref());
        let near =
            nearest(id, requirements.chain(skills)).map_or(String::new(), |near| format!("; did you mean {near}?"));
        format!("there is no requirement and no skill \"{id}\"{near}")
    })
}

/// Holds an assessment against a policy on the day of the assessment. Without a policy and without a baseline, an essential
/// requirement that is missing fails. Every id was looked at by [`target`] before; an unknown one asks for nothing.
pub fn judge(a: &Assessment<'_>, policy: &Policy, waivers: &[Waiver], compared: Option<&Compared<'_>>) -> Verdict {
    let mut policy = policy.clone();
    policy.require = strictest(&policy.require, a.profile);
    if policy.is_empty() && compared.is_none() {
        policy.fail_on = Some(FailOn::Essential);
    }
    let judge = Judge {
        a,
        policy: &policy,
        waivers,
        compared,
    };
    let mut findings: Vec<Finding> = a.requirements.iter().filter_map(|r| judge.requirement(r)).collect();
    findings.extend(policy.require.iter().filter_map(|d| judge.skill(d)));
    findings.extend(judge.stage());
    findings.extend(judge.score());
    findings.extend(judge.needless_waivers(&findings));
    findings.sort_by_key(|f| f.effect);
    Verdict {
        baseline: compared.map(|c| BaselineHead {
            as_of: c.day,
            profile_version: c.before.profile.version.clone(),
            program_version: c.before.generator.clone(),
            score: c.before.score,
        }),
        waivers: waivers.to_vec(),
        findings,
        policy,
    }
}

/// Of several demands for one id the one that asks most, in the order of the first.
fn strictest(demands: &[Demand], profile: &Profile) -> Vec<Demand> {
    let level = |d: &Demand| match (target(&d.id, profile), d.level) {
        (Ok(Target::Requirement(index)), None) => Some(profile.requirements[index].level),
        (_, level) => level,
    };
    let mut strictest: Vec<Demand> = Vec::new();
    for demand in demands {
        match strictest.iter_mut().find(|d| d.id == demand.id) {
            Some(known) if level(known) < level(demand) => *known = demand.clone(),
            Some(_) => {}
            None => strictest.push(demand.clone()),
        }
    }
    strictest
}

/// Makes notices of what fails only because time has passed: `then` is the verdict on the resume as it is now, on the day of the
/// baseline; `kept` are the ids for which the resume shows no less than it did.
pub fn forgive_time(verdict: &mut Verdict, then: &Verdict, kept: &[String]) {
    let day = verdict.baseline.as_ref().map_or(String::new(), |b| b.as_of.to_string());
    let failed_then = |f: &Finding| then.with(Effect::Fails).any(|old| old.rule == f.rule);
    let is_kept = |f: &Finding| kept.iter().any(|id| f.rule.rsplit('/').next() == Some(id));
    for finding in &mut verdict.findings {
        if finding.effect == Effect::Fails && !failed_then(finding) && is_kept(finding) {
            finding.effect = Effect::Notice;
            finding.message +=
                &format!(" On the day of the baseline, {day}, it did not fail: only time has passed since.");
        }
    }
    verdict.findings.sort_by_key(|f| f.effect);
}

struct Judge<'j> {
    a: &'j Assessment<'j>,
    policy: &'j Policy,
    waivers: &'j [Waiver],
    compared: Option<&'j Compared<'j>>,
}

impl Judge<'_> {
    /// A waiver that nothing needs is said, so that it does not stay for ever.
    fn needless_waivers(&self, findings: &[Finding]) -> Vec<Finding> {
        // Of several for one id one word is enough.
        let first = |i: usize| !self.waivers[..i].iter().any(|w| w.of == self.waivers[i].of);
        let needed = |w: &Waiver| {
            findings
                .iter()
                .any(|f| f.waiver.is_some() && f.rule.rsplit('/').next() == Some(&w.of))
        };
        let notice = |w: &Waiver| Finding {
            effect: Effect::Notice,
            subject: Subject::Waiver,
            rule: format!("waiver/{}", w.of),
            title: "Waiver".into(),
            message: sentence(
                &format!("the waiver for {} is not needed", w.of),
                &["nothing that it covers fails".to_owned()],
            ),
            help: "Take it out of the configuration.".into(),
            place: w.place.clone(),
            state: None,
            waiver: None,
        };
        let waivers = self.waivers.iter().enumerate().filter(|(i, w)| first(*i) && !needed(w));
        waivers.map(|(_, w)| notice(w)).collect()
    }

    /// The finding with the waiver for it, if one is there: until its last day it passes.
    fn waive(&self, mut finding: Finding, id: &str) -> Finding {
        // Of several the one that holds longest counts.
        let waiver = self.waivers.iter().filter(|w| w.of == id).max_by_key(|w| w.until);
        if let Some(waiver) = waiver.filter(|_| finding.effect == Effect::Fails) {
            finding.waiver = Some((waiver.reason.clone(), waiver.until));
            if self.a.as_of <= waiver.until {
                finding.effect = Effect::Waived;
            } else {
                finding.message += &format!(" Its waiver ran out on {}.", waiver.until);
            }
        }
        finding
    }

    fn before(&self) -> Option<&Snapshot> {
        self.compared.map(|c| c.before)
    }

    fn loss(&self, id: &str) -> Option<&Loss> {
        self.compared?.losses.requirements.iter().find(|l| l.requirement == id)
    }

    /// Whether a cause fails the check: what the resume does not answer for only where the policy is strict.
    fn fails(&self, cause: Cause) -> bool {
        cause == Cause::Resume || self.policy.strict_baseline
    }

    /// "It was met in the baseline of a day", with the cause where the resume does not answer for it.
    fn was(&self, before: &str, cause: Cause) -> String {
        let day = self.compared.map_or(String::new(), |c| c.day.to_string());
        let since = match cause {
            Cause::Resume => "",
            Cause::Time if self.compared.is_some_and(|c| self.a.as_of < c.day) => {
                ", and only the day of the check is an earlier one"
            }
            Cause::Time => ", and only time has passed since",
            Cause::Version => ", and only the program or the profile has changed since",
        };
        format!("it was {before} in the baseline of {day}{since}")
    }

    /// Where the resume should change: at the words that are too weak, else where skills are written.
    fn place(&self, present: &[SkillId]) -> Place {
        let found = present.iter().filter_map(|s| self.a.finding(*s));
        let weakest = found
            .filter(|f| !f.evidence.is_empty())
            .min_by_key(|f| (f.support, f.level));
        weakest.map_or(self.a.anchor.clone(), |f| f.evidence[0].quote.place.clone())
    }
}

/// "Said; one reason, and another.", with a capital.
fn sentence(said: &str, reasons: &[String]) -> String {
    let mut text = match reasons.is_empty() {
        true => said.to_owned(),
        false => format!("{said}; {}", reasons.join(", and ")),
    };
    if let Some(first) = text.get(..1) {
        text = first.to_uppercase() + &text[1..];
    }
    text + "."
}

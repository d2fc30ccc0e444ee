//! The formats of a check: one file each, all from the same [`Checked`].

pub mod badge;
pub mod github;
pub mod gitlab;
pub mod human;
pub mod junit;
pub mod markdown;
pub mod sarif;

use crate::model::assessment::Assessment;
use crate::model::diff::{Diff, RequirementChange, SkillChange};
use crate::model::policy::{Demand, FailOn};
use crate::model::profile::Importance;
use crate::model::verdict::{Effect, Finding, Subject, Verdict};

/// Everything that a format needs.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'c> {
    /// The assessment.
    pub assessment: &'c Assessment<'c>,
    /// The verdict on it.
    pub verdict: &'c Verdict,
    /// What differs from the baseline, if there is one.
    pub diff: Option<&'c Diff>,
    /// The resume as the user knows it.
    pub file: &'c str,
    /// The resume from the root of its repository, as services want it: with `/`.
    pub path: &'c str,
    /// The configuration, likewise; empty where there is none.
    pub config: &'c str,
}

impl Checked<'_> {
    fn with(&self, effect: Effect) -> impl Iterator<Item = &Finding> {
        self.verdict.with(effect)
    }

    /// The findings of one effect, advice apart.
    fn of(&self, effect: Effect) -> impl Iterator<Item = &Finding> {
        self.with(effect).filter(|f| f.subject != Subject::Advice)
    }

    /// What the resume itself could show better.
    fn advice(&self) -> impl Iterator<Item = &Finding> {
        self.verdict.findings.iter().filter(|f| f.subject == Subject::Advice)
    }

    /// "passed" or "failed".
    fn word(&self) -> &'static str {
        if self.verdict.passed() { "passed" } else { "failed" }
    }

    /// The file that a finding is about, from the root of the repository.
    pub(super) fn path_of(&self, finding: &Finding) -> &str {
        match finding.subject {
            Subject::Waiver => self.config,
            _ => self.path,
        }
    }

    /// What is asked, in the words of the options.
    fn policy(&self) -> String {
        let policy = &self.verdict.policy;
        let mut parts = Vec::new();
        if let Some(b) = &self.verdict.baseline {
            let tolerance = match policy.tolerance {
                0 => String::new(),
                points => format!(", {points} points of tolerance"),
            };
            let strict = if policy.strict_baseline { ", strict" } else { "" };
            parts.push(format!("no worse than the baseline of {}{tolerance}{strict}", b.as_of));
        }
        if let Some(which) = policy.fail_on {
            parts.push(format!("fail on {}", which.as_str()));
        }
        if !policy.require.is_empty() {
            let ids: Vec<String> = policy.require.iter().map(Demand::to_string).collect();
            parts.push(format!("require {}", ids.join(", ")));
        }
        if let Some(stage) = policy.stage {
            parts.push(format!("stage {stage} at least"));
        }
        if let Some(score) = policy.fail_under {
            parts.push(format!("score {score} at least"));
        }
        parts.join("; ")
    }

    /// "the estimate, score and essential requirements" in a line.
    fn summary(&self) -> String {
        let a = self.assessment;
        let stage = a.stage.estimate.map_or("not told".to_owned(), |s| s.to_string());
        let (met, total) = (a.coverage.essential_met, a.coverage.essential_total);
        format!(
            "stage {stage}, score {} of 100, {met} of {total} essential requirements met",
            a.coverage.score
        )
    }

    /// What is open and not asked for, in a sentence; empty where nothing is.
    fn open(&self) -> String {
        let open = self.with(Effect::Open).count();
        let essential = |f: &&Finding| match f.subject {
            Subject::Requirement(index) => {
                self.assessment.profile.requirements[index].importance == Importance::Essential
            }
            _ => false,
        };
        let partly = match self.verdict.policy.fail_on {
            Some(FailOn::Essential) => self.with(Effect::Open).filter(essential).count(),
            _ => 0,
        };
        let are = |n: usize| if n == 1 { "requirement is" } else { "requirements are" };
        match (open, partly) {
            (0, _) => String::new(),
            (_, 0) => format!("{open} {} open and not asked for.", are(open)),
            _ => format!(
                "{open} {} open and not asked for; {partly} of these essential and partly met: --fail-on any would fail on it.",
                are(open)
            ),
        }
    }

    /// Says that time may be behind a loss, and how to see without it; empty where it cannot be.
    fn time(&self) -> String {
        let day = self.verdict.baseline.as_ref().map(|b| b.as_of);
        let is_worse = |d: &Diff| {
            d.requirements.iter().any(RequirementChange::is_loss) || d.skills.iter().any(SkillChange::is_loss)
        };
        match (day, self.diff) {
            (Some(day), Some(diff)) if day != self.assessment.as_of && is_worse(diff) => format!(
                "Periods and what is long ago were counted on {day} then and are on {} now; --as-of {day} shows what the resume alone changed.",
                self.assessment.as_of
            ),
            _ => String::new(),
        }
    }

    /// Whether a first baseline would help.
    fn wants_baseline(&self) -> bool {
        self.verdict.baseline.is_none()
    }
}

/// The command that writes a baseline.
pub const WRITE_BASELINE: &str = "gapcheck check --write-baseline";

/// A stable name of a finding, the same wherever it stands in the file.
fn fingerprint(checked: &Checked<'_>, finding: &Finding) -> String {
    // Of one kind of advice there may be several: their places tell them apart, and their order where they share a text.
    let same = |f: &&Finding| f.rule == finding.rule && f.place.pointer == finding.place.pointer;
    let earlier = checked
        .advice()
        .take_while(|f| !std::ptr::eq(*f, finding))
        .filter(same)
        .count();
    let place = match (finding.subject, earlier) {
        (Subject::Advice, 0) => finding.place.pointer.clone(),
        (Subject::Advice, n) => format!("{}#{n}", finding.place.pointer),
        _ => String::new(),
    };
    format!(
        "gapcheck/{}/{}/{}{place}",
        checked.assessment.profile.id,
        checked.path_of(finding),
        finding.rule
    )
}

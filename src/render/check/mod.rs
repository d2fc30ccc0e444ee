//! The formats of a check: one file each, all from the same [`Checked`].

pub mod badge;
pub mod github;
pub mod gitlab;
pub mod human;
pub mod junit;
pub mod markdown;
pub mod sarif;

use crate::model::assessment::Assessment;
use crate::model::diff::Diff;
use crate::model::policy::Demand;
use crate::model::verdict::{Effect, Finding, Verdict};

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
}

impl Checked<'_> {
    fn with(&self, effect: Effect) -> impl Iterator<Item = &Finding> {
        self.verdict.with(effect)
    }

    /// "passed" or "failed".
    fn word(&self) -> &'static str {
        if self.verdict.passed() { "passed" } else { "failed" }
    }

    /// The path of the resume as CI services want it: with `/`, without `./` before it.
    fn path(&self) -> String {
        let path = self.file.replace('\\', "/");
        path.strip_prefix("./").map_or(path.clone(), str::to_owned)
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

    /// Whether a first baseline would help.
    fn wants_baseline(&self) -> bool {
        self.verdict.baseline.is_none()
    }
}

/// The command that writes a baseline.
const WRITE_BASELINE: &str = "gapcheck check --write-baseline";

/// A stable name of a finding, the same wherever it stands in the file.
fn fingerprint(checked: &Checked<'_>, finding: &Finding) -> String {
    format!(
        "gapcheck/{}/{}/{}",
        checked.assessment.profile.id,
        checked.path(),
        finding.rule
    )
}

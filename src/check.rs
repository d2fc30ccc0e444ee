//! The pipeline of a check: an assessment held against a policy and a baseline.

use crate::analysis::baseline::{self, Losses};
use crate::analysis::policy::{self, Compared};
use crate::assess::assess_corrected;
use crate::matching::Lexicon;
use crate::model::assessment::Assessment;
use crate::model::correction::Corrections;
use crate::model::policy::{Policy, Waiver};
use crate::model::profile::Profile;
use crate::model::snapshot::Snapshot;
use crate::model::verdict::Verdict;
use crate::resume::{ReadError, Source};
use crate::text::dates::parse_full;
use crate::text::words::padded;
use jiff::civil::Date;
use serde_json::Value;

/// What a resume is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Gate<'g> {
    /// The policy.
    pub policy: &'g Policy,
    /// Exceptions from it.
    pub waivers: &'g [Waiver],
    /// The baseline, if there is one; it is of the same profile.
    pub baseline: Option<&'g Snapshot>,
}

/// Assesses a resume and holds the assessment against a policy and a baseline.
///
/// # Errors
/// [`ReadError`] where the JSON is no resume.
pub fn check<'p>(
    source: &Source,
    profile: &'p Profile,
    lexicon: &Lexicon<'_>,
    corrections: &Corrections,
    as_of: Date,
    gate: Gate<'_>,
) -> Result<(Assessment<'p>, Verdict), ReadError> {
    let on = |day| assess_corrected(source, profile, lexicon, corrections, day);
    let assessment = on(as_of)?;
    let judge =
        |a: &Assessment<'_>, waivers, compared: Option<&Compared<'_>>| policy::judge(a, gate.policy, waivers, compared);
    let Some(before) = gate.baseline else {
        let verdict = judge(&assessment, gate.waivers, None);
        return Ok((assessment, verdict));
    };
    let day = parse_full(&before.as_of).unwrap_or(as_of);
    let compare = |a: &Assessment<'_>| Compared {
        before,
        day,
        losses: baseline::losses(before, &Snapshot::of(a), gate.policy.tolerance),
    };
    let mut compared = compare(&assessment);
    let verdict = judge(&assessment, gate.waivers, Some(&compared));
    // A second look is needed only where something is worse.
    if verdict.passed() && compared.losses.is_empty() {
        return Ok((assessment, verdict));
    }
    let then = if day == as_of { None } else { Some(on(day)?) };
    let compared_then = compare(then.as_ref().unwrap_or(&assessment));
    explain(&mut compared.losses, before, &compared_then.losses, source, profile);
    let mut verdict = judge(&assessment, gate.waivers, Some(&compared));
    if let (Some(then), false) = (&then, gate.policy.strict_baseline) {
        // Waivers left aside: one that has run out since is no matter of time alone.
        policy::forgive_time(&mut verdict, &judge(then, &[], Some(&compared_then)));
    }
    Ok((assessment, verdict))
}

/// Finds the causes of losses.
fn explain(losses: &mut Losses, before: &Snapshot, then: &Losses, source: &Source, profile: &Profile) {
    let renewed = before.generator != env!("CARGO_PKG_VERSION") || before.profile.version != profile.version;
    let mut texts = Vec::new();
    if let Ok(root) = serde_json::from_str(&source.text) {
        texts_in(&root, &mut texts);
    }
    let stands = |words: &str| {
        let words = padded(words);
        texts.iter().any(|text| text.contains(&words))
    };
    baseline::explain(losses, before, then, renewed, &stands);
}

/// All keys and texts below a value, padded: both may name skills.
fn texts_in(value: &Value, to: &mut Vec<String>) {
    match value {
        Value::String(text) => to.push(padded(text)),
        Value::Array(list) => list.iter().for_each(|item| texts_in(item, to)),
        Value::Object(fields) => {
            for (key, value) in fields {
                to.push(padded(key));
                texts_in(value, to);
            }
        }
        _ => {}
    }
}

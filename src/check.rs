//! The pipeline of a check: an assessment held against a policy and a baseline.

use crate::analysis::baseline::{self, Clues, Losses};
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
    let compare = |now: &Snapshot| Compared {
        before,
        day,
        losses: baseline::losses(before, now, gate.policy.tolerance),
    };
    let now = Snapshot::of(&assessment);
    let mut compared = compare(&now);
    let verdict = judge(&assessment, gate.waivers, Some(&compared));
    // A second look is needed only where something is worse.
    if verdict.passed() && compared.losses.is_empty() {
        return Ok((assessment, verdict));
    }
    let then = if day == as_of { None } else { Some(on(day)?) };
    let now = then.as_ref().map_or(now, Snapshot::of);
    let compared_then = compare(&now);
    explain(
        &mut compared.losses,
        before,
        &compared_then.losses,
        &now,
        source,
        profile,
    );
    let mut verdict = judge(&assessment, gate.waivers, Some(&compared));
    if let (Some(then), false) = (&then, gate.policy.strict_baseline) {
        // Waivers left aside: one that has run out since is no matter of time alone.
        policy::forgive_time(&mut verdict, &judge(then, &[], Some(&compared_then)));
    }
    Ok((assessment, verdict))
}

/// The assessment of a resume as a baseline for later checks.
pub fn baseline(source: &Source, assessment: &Assessment<'_>) -> Snapshot {
    Snapshot {
        resume: digest(&leaves(source)),
        ..Snapshot::of(assessment)
    }
}

/// Finds the causes of losses.
fn explain(losses: &mut Losses, before: &Snapshot, then: &Losses, now: &Snapshot, source: &Source, profile: &Profile) {
    let leaves = leaves(source);
    let texts: Vec<String> = leaves
        .iter()
        .flat_map(|(key, text)| [padded(key), padded(text)])
        .collect();
    let stands = |words: &str| {
        let words = padded(words);
        texts.iter().any(|text| text.contains(&words))
    };
    let clues = Clues {
        then,
        now,
        renewed: before.generator != env!("CARGO_PKG_VERSION") || before.profile.version != profile.version,
        is_same: !before.resume.is_empty() && before.resume == digest(&leaves),
        stands: &stands,
    };
    baseline::explain(losses, before, &clues);
}

/// All texts and numbers of a resume, each with the key that it stands under: both may name skills.
fn leaves(source: &Source) -> Vec<(String, String)> {
    fn below(key: &str, value: &Value, leaves: &mut Vec<(String, String)>) {
        match value {
            Value::Array(list) => list.iter().for_each(|item| below(key, item, leaves)),
            Value::Object(fields) if !fields.is_empty() => {
                fields.iter().for_each(|(key, value)| below(key, value, leaves));
            }
            Value::String(text) => leaves.push((key.to_owned(), text.clone())),
            value => leaves.push((key.to_owned(), value.to_string())),
        }
    }
    let mut leaves = Vec::new();
    if let Ok(root) = serde_json::from_str(&source.text) {
        below("", &root, &mut leaves);
    }
    leaves
}

/// A digest of the leaves in whatever order: FNV-1a, 64 bits, which must stay the same for ever, as it is kept in files.
fn digest(leaves: &[(String, String)]) -> String {
    let mut sorted: Vec<_> = leaves.iter().collect();
    sorted.sort_unstable();
    let bytes = sorted
        .into_iter()
        .flat_map(|(key, text)| [key.as_bytes(), text.as_bytes()])
        .flat_map(|text| text.iter().chain(&[0]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_same_in_any_order() {
        let of = |text: &str| digest(&leaves(&Source::new(text.into()).expect("it is JSON")));
        assert_eq!(of(r#"{"a": "x", "b": [1, "y"]}"#), of(r#"{"b":["y",1],"a":"x"}"#));
        assert_ne!(of(r#"{"a": "2019", "b": "2020"}"#), of(r#"{"a": "2020", "b": "2019"}"#));
        assert_ne!(of(r#"{"a": 1}"#), of(r#"{"a": 2}"#));
        // The hash of nothing is the offset basis of FNV-1a.
        assert_eq!(digest(&[]), "cbf29ce484222325");
    }
}

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
use std::collections::HashSet;

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
        policy::forgive_time(
            &mut verdict,
            &judge(then, &[], Some(&compared_then)),
            &compared.losses.kept,
        );
    }
    Ok((assessment, verdict))
}

/// The assessment of a resume as a baseline for later checks; `file` is what the resume is called.
pub fn baseline(source: &Source, assessment: &Assessment<'_>, file: &str) -> Snapshot {
    let root = serde_json::from_str(&source.text).unwrap_or(Value::Null);
    let mut snapshot = Snapshot {
        file: file.to_owned(),
        resume: format!("{:016x}", digest("", &root)),
        ..Snapshot::of(assessment)
    };
    for (shown, finding) in snapshot.skills.iter_mut().zip(&assessment.skills) {
        for (words, evidence) in shown.evidence.iter_mut().zip(&finding.evidence) {
            words.entry = entry_digest(&root, &evidence.quote.place.pointer);
        }
    }
    snapshot
}

/// Finds the causes of losses.
fn explain(losses: &mut Losses, before: &Snapshot, then: &Losses, now: &Snapshot, source: &Source, profile: &Profile) {
    let root = serde_json::from_str(&source.text).unwrap_or(Value::Null);
    let (mut texts, mut entries) = (Vec::new(), HashSet::new());
    texts_in(&root, &mut texts);
    entries_in(&root, "", &mut entries);
    let clues = Clues {
        then,
        now,
        renewed: before.generator != env!("CARGO_PKG_VERSION") || before.profile.version != profile.version,
        is_same: before.resume == format!("{:016x}", digest("", &root)),
        stands: &|words| {
            let words = padded(words);
            texts.iter().any(|text| text.contains(&words))
        },
        is_kept: &|entry| entries.contains(entry),
    };
    baseline::explain(losses, before, &clues);
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

/// The digest of the entry that a pointer leads into: the first item of a list on the way, with the names of what holds it, or
/// the whole section.
fn entry_digest(root: &Value, pointer: &str) -> String {
    let (mut value, mut path) = (root, String::new());
    for step in pointer.split('/').skip(1) {
        let key = step.replace("~1", "/").replace("~0", "~");
        let (next, is_item) = match value {
            Value::Object(fields) => (fields.get(&key), false),
            Value::Array(list) => (key.parse().ok().and_then(|index: usize| list.get(index)), true),
            _ => (None, false),
        };
        let Some(next) = next else { break };
        value = next;
        if is_item {
            break;
        }
        path += &format!("/{key}");
    }
    format!("{:016x}", digest(&path, value))
}

/// The digests of all entries, as [`entry_digest`] makes them.
fn entries_in(value: &Value, path: &str, to: &mut HashSet<String>) {
    to.insert(format!("{:016x}", digest(path, value)));
    match value {
        Value::Array(list) => to.extend(list.iter().map(|item| format!("{:016x}", digest(path, item)))),
        Value::Object(fields) => {
            for (key, value) in fields {
                entries_in(value, &format!("{path}/{key}"), to);
            }
        }
        _ => {}
    }
}

/// A digest of a value and its name, the same in whatever order fields and items stand.
fn digest(name: &str, value: &Value) -> u64 {
    let mut parts: Vec<u64> = match value {
        Value::Array(list) => list.iter().map(|item| digest("", item)).collect(),
        Value::Object(fields) => fields.iter().map(|(key, value)| digest(key, value)).collect(),
        value => vec![fnv(value.to_string().as_bytes())],
    };
    parts.sort_unstable();
    let parts = parts.iter().flat_map(|part| part.to_le_bytes());
    let bytes: Vec<u8> = name.bytes().chain([0]).chain(parts).collect();
    fnv(&bytes)
}

/// FNV-1a, 64 bits: it must stay the same for ever, as it is kept in files.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_digest_is_the_same_in_any_order_and_tells_places_apart() {
        let of = |value: Value| digest("", &value);
        let two = json!({"work": [{"from": 2019}, {"from": 2021}], "a": "x"});
        assert_eq!(
            of(two.clone()),
            of(json!({"a": "x", "work": [{"from": 2021}, {"from": 2019}]}))
        );
        assert_ne!(
            of(two),
            of(json!({"a": "x", "references": [{"from": 2021}, {"from": 2019}]}))
        );
        assert_ne!(of(json!([{"from": 1, "to": 2}])), of(json!([{"from": 2, "to": 1}])));
        assert_ne!(of(json!([[1, 2], [3]])), of(json!([[1], [2, 3]])));
        // The offset basis of FNV-1a.
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
    }

    #[test]
    fn an_entry_is_known_again_wherever_it_moves_in_its_section() {
        let old = json!({"work": [{"a": "x"}, {"a": "y"}], "basics": {"summary": "z"}});
        let new = json!({"work": [{"a": "new"}, {"a": "y"}, {"a": "x"}], "basics": {"summary": "z"}});
        let mut entries = HashSet::new();
        entries_in(&new, "", &mut entries);
        for pointer in ["/work/0/a", "/work/1/a", "/basics/summary"] {
            assert!(entries.contains(&entry_digest(&old, pointer)), "{pointer}");
        }
        assert!(!entries.contains(&entry_digest(&json!({"work": [{"a": "z"}]}), "/work/0/a")));
        assert!(!entries.contains(&entry_digest(&json!({"skills": [{"a": "x"}]}), "/skills/0/a")));
    }
}

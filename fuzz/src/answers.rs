//! Any bytes as an answers file, and what stands behind a NUL as the resume that it adds to: faults stand in the file, and whatever is
//! accepted makes a resume that can be read, in which nothing of the other is lost.

use super::{PROFILE, TODAY, outputs, show};
use gapcheck::Interview;
use gapcheck::model::correction::Corrections;
use gapcheck::model::wording::Wording;
use gapcheck::questionnaire::{parse, place};
use gapcheck::resume::Source;
use serde_json::Value;
use std::sync::LazyLock;

static WORDING: LazyLock<Wording> = LazyLock::new(|| gapcheck::profile::wording().expect("it has no faults"));

/// Checks an input; whether it is worth keeping: what is no text is not.
pub fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let (text, base) = text
        .split_once('\0')
        .map_or((text, None), |(text, base)| (text, Some(base)));
    let answers = match parse(text) {
        Ok(answers) => answers,
        Err(fault) => {
            show(&fault.message, text, fault.offset);
            return true;
        }
    };
    let base = match base.map(|base| Source::new(base.into())) {
        Some(Err(_)) => return false,
        base => base.and_then(Result::ok),
    };
    let corrections = Corrections::default();
    let interview = Interview {
        profile: &PROFILE,
        wording: &WORDING,
        base: base.as_ref(),
        corrections: &corrections,
        as_of: TODAY,
        to: None,
    };
    let Ok(problems) = interview.check(&answers) else {
        return false;
    };
    for problem in &problems {
        show(&problem.message, text, place(text, &problem.pointer));
    }
    let source = interview.write(&answers).expect("the resume is JSON");
    let after: Value = serde_json::from_str(&source.text).expect("it is JSON");
    if let Some(before) = base.as_ref().and_then(|b| serde_json::from_str::<Value>(&b.text).ok()) {
        assert!(is_part(&before, &after), "something is lost");
    }
    if problems.is_empty() {
        interview
            .assessed(&answers, |a| outputs(a, 80))
            .expect("it is a resume");
        interview.open(&answers).expect("it is a resume");
    }
    true
}

/// Whether everything of one value is in the other; what the program kept for itself earlier is its own to replace.
fn is_part(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let kept = |(key, value): (&String, &Value)| {
                key == "gapcheck" || new.get(key).is_some_and(|new| is_part(value, new))
            };
            old.iter().all(kept)
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() <= new.len() && old.iter().zip(new).all(|(old, new)| is_part(old, new))
        }
        (old, new) => old == new,
    }
}

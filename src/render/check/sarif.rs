//! `check --format sarif`: SARIF 2.1.0, as GitHub code scanning reads it.

use super::{Checked, fingerprint};
use crate::model::verdict::{Effect, Finding, Subject};
use crate::render::json_text::to_text;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The most characters of a short text that GitHub takes.
const MOST: usize = 1000;

#[derive(Serialize)]
struct Rule {
    id: String,
    name: String,
    #[serde(rename = "shortDescription")]
    short: Text,
    #[serde(rename = "fullDescription")]
    full: Text,
    help: Text,
    #[serde(rename = "defaultConfiguration")]
    default: Value,
    properties: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

/// Writes every finding as a result; waived ones carry their waiver as a suppression.
pub fn render(c: &Checked<'_>) -> String {
    let a = c.assessment;
    let findings = &c.verdict.findings;
    let mut ids: Vec<&str> = Vec::new();
    for finding in findings {
        if !ids.contains(&finding.rule.as_str()) {
            ids.push(&finding.rule);
        }
    }
    let rules: Vec<Rule> = ids
        .iter()
        .filter_map(|id| findings.iter().find(|f| f.rule == *id))
        .map(|f| rule(c, f))
        .collect();
    let results: Vec<Value> = findings.iter().map(|f| result(c, f, &ids)).collect();
    to_text(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "automationDetails": { "id": format!("gapcheck/{}/", a.profile.id) },
            "invocations": [{ "executionSuccessful": true }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(c: &Checked<'_>, f: &Finding) -> Rule {
    let text = |text: &str| Text {
        text: text.chars().take(MOST).collect(),
    };
    let (full, help, tags) = match f.subject {
        Subject::Requirement(index) => {
            let r = &c.assessment.profile.requirements[index];
            let asks: Vec<String> = r.sources.iter().map(|s| format!("{}: {}", s.guide, s.asks)).collect();
            let help = format!("{} To be asked: {}", r.next_step, r.question);
            (asks.join(" · "), help, vec!["requirement", r.importance.as_str()])
        }
        Subject::Skill => (
            format!("The policy requires {}.", f.title),
            f.help.clone(),
            vec!["skill"],
        ),
        Subject::Stage => (
            "The estimated stage on the career ladder.".into(),
            f.help.clone(),
            vec!["stage"],
        ),
        Subject::Score => (
            "The weighted coverage of the profile's requirements.".into(),
            f.help.clone(),
            vec!["score"],
        ),
        Subject::Waiver => ("The configuration of the check.".into(), f.help.clone(), vec!["check"]),
        Subject::Advice => (
            "What the resume itself could show better; it fails nothing.".into(),
            f.help.clone(),
            vec!["advice"],
        ),
    };
    let or_title = |said: &str| {
        if said.is_empty() {
            f.title.clone()
        } else {
            said.to_owned()
        }
    };
    let (severity, problem) = match f.subject {
        Subject::Advice => ("note", "recommendation"),
        _ => ("error", "error"),
    };
    Rule {
        id: f.rule.clone(),
        name: f.title.chars().take(255).collect(),
        short: text(&f.title),
        full: text(&or_title(&full)),
        help: text(&or_title(&help)),
        default: json!({ "level": severity }),
        properties: json!({ "tags": tags, "precision": "high", "problem.severity": problem }),
    }
}

fn result(c: &Checked<'_>, f: &Finding, ids: &[&str]) -> Value {
    let mut result = Map::new();
    let mut put = |key: &str, value: Value| result.insert(key.to_owned(), value);
    put("ruleId", json!(f.rule));
    put("ruleIndex", json!(ids.iter().position(|id| *id == f.rule)));
    let level = match f.effect {
        Effect::Fails => "error",
        Effect::Waived => "warning",
        Effect::Notice | Effect::Open => "note",
    };
    put("level", json!(level));
    let help = if f.help.is_empty() {
        String::new()
    } else {
        format!(" {}", f.help)
    };
    put("message", json!({ "text": format!("{}{help}", f.message) }));
    put(
        "locations",
        json!([{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(c.path_of(f)) },
                "region": {
                    "startLine": f.place.line,
                    "startColumn": f.place.column,
                    "endLine": f.place.line,
                    "endColumn": f.place.column + 1,
                },
            },
            "logicalLocations": [{ "fullyQualifiedName": f.place.pointer }],
        }]),
    );
    put(
        "partialFingerprints",
        json!({ "primaryLocationLineHash": fingerprint(c, f) }),
    );
    if let Some(state) = f.state {
        put("baselineState", json!(state.as_str()));
    }
    if let Some((reason, until)) = f.waiver.as_ref().filter(|_| f.effect == Effect::Waived) {
        let why = format!("{reason} (until {until})");
        put(
            "suppressions",
            json!([{ "kind": "external", "status": "accepted", "justification": why }]),
        );
    }
    Value::Object(result)
}

/// A relative path as a URI.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/');
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match plain(byte) {
            true => uri.push(char::from(byte)),
            false => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

//! The formats of a check with a resume, a baseline and a configuration that want to break out of them.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use super::cli::{folder_with, gapcheck, run};
use quick_xml::events::Event;
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// Each wants to be more than text somewhere.
const ATTACKS: [&str; 40] = [
    "::error::owned",
    "::set-output name=score::100",
    "  ::add-mask::a",
    "::stop-commands::x",
    "##[error]owned",
    "##[command]owned",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[testFailed]",
    "%0A::set-output name=a::b",
    "%0D%0A::error::x",
    "a\n::error::x",
    "a\r\n::error file=b::x",
    "x\u{2028}::error::y",
    "]]>",
    "]]></failure></testcase>",
    "</testcase>",
    "<failure message=\"x\"/>",
    "<!-- x -->",
    "-->",
    "&quot;&amp;&#10;",
    "| a | b |",
    "a\n| --- | --- |",
    "`rm -rf`",
    "```\ncode\n```",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "@everyone GH-1 #2",
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]8;;https://example.org\u{7}link",
    "\u{9b}31mred",
    "\u{202e}gnp.exe",
    "\u{2066}hidden\u{2069}",
    "\u{200b}\u{feff}\u{e0041}",
    "=cmd|'/c calc'!A1",
    "$(touch owned) `touch owned` ; touch owned",
    "${{ secrets.GITHUB_TOKEN }}",
    "nul\u{0}\u{8}\u{c}byte\u{fffe}",
    "EOF\nscore=100\nEOF",
];

/// A resume in which the attack stands wherever words can stand.
fn resume(attack: &str, tools: &str) -> Value {
    json!({
        "basics": { "name": attack, "label": attack, "summary": attack },
        "work": [{
            "name": attack, "position": format!("ML Engineer {attack}"), "startDate": attack, "summary": attack,
            "highlights": [attack, format!("{attack} ran {tools} in production {attack}")],
        }],
        "skills": [{ "name": attack, "keywords": [attack, "Python"] }],
        "certificates": [{ "name": format!("AWS Certified Cloud Practitioner {attack}"), "date": attack }],
        attack: attack,
    })
}

/// A folder in which a check has something to say of every kind, with the attack in all of it.
fn folder(attack: &str) -> TempDir {
    let folder = folder_with("resume.json", resume(attack, "Kubernetes and Spark").to_string());
    let check = ["check", "--as-of", "2026-11-22", "--write-baseline"];
    assert_eq!(run(&folder, &check).status.code(), Some(0), "{attack:?}");
    fs::write(folder.path().join("resume.json"), resume(attack, "PyTorch").to_string()).expect("a file");
    // A text of JSON is a text of TOML too, but for the sign of the byte 127.
    let quoted = serde_json::to_string(&format!("gopher {attack}")).expect("JSON");
    let config = format!(
        "[policy]\nrequire = [\"rag\", \"sql\"]\nfail-under = 90\n[[waivers]]\nof = \"rag\"\nreason = {quoted}\nuntil = 2027-01-01\n\
         [[ignore]]\nskill = \"go\"\nwords = {quoted}\n"
    );
    fs::write(folder.path().join("gapcheck.toml"), config).expect("a file");
    folder
}

/// What a check writes in a format.
fn output(folder: &TempDir, format: &str) -> String {
    let output = run(folder, &["check", "--as-of", "2026-11-22", "--format", format]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{errors}");
    no_steering(&errors);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    no_steering(&text);
    text
}

/// Nothing steers a terminal, and nothing is a command to a CI log.
#[track_caller]
fn no_steering(text: &str) {
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{200b}' | '\u{feff}')
    };
    assert!(!text.contains(steers), "{text:?}");
    for command in ["##[", "##vso[", "##teamcity["] {
        assert!(!text.contains(command), "{command} in {text}");
    }
}

/// A command as the runner of GitHub Actions reads it from a line: kind, properties and message.
type Annotation = (String, Vec<(String, String)>, String);

/// Reads a line as the runner does: blanks before it do not matter, and `::` ends the properties.
fn command(line: &str) -> Option<Annotation> {
    let rest = line.trim().strip_prefix("::")?;
    let (head, message) = rest.split_once("::")?;
    let (kind, properties) = head.split_once(' ').unwrap_or((head, ""));
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let property = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ","));
    let properties = properties.split(',').filter_map(|p| p.trim().split_once('='));
    let properties = properties
        .map(|(key, value)| (key.to_owned(), property(value)))
        .collect();
    Some((kind.to_owned(), properties, data(message)))
}

fn count(verdict: &Value, key: &str) -> usize {
    verdict[key].as_array().map_or(0, Vec::len)
}

#[test]
fn no_attack_acts_and_no_finding_is_lost() {
    for attack in ATTACKS {
        let folder = folder(attack);
        let document: Value = serde_json::from_str(&output(&folder, "json")).expect("JSON");
        let verdict = &document["verdict"];
        let [failures, waived, notices, open] =
            ["failures", "waived", "notices", "open"].map(|key| count(verdict, key));
        assert!(failures >= 2 && waived == 1, "{attack:?}: {verdict:#}");
        let all = failures + waived + notices + open;

        let sarif: Value = serde_json::from_str(&output(&folder, "sarif")).expect("JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        assert_eq!(results.len(), all, "{attack:?}");
        assert_eq!(results.iter().filter(|r| r["level"] == "error").count(), failures);
        assert_eq!(results.iter().filter(|r| r["suppressions"].is_array()).count(), waived);

        let gitlab: Value = serde_json::from_str(&output(&folder, "gitlab")).expect("JSON");
        assert_eq!(gitlab.as_array().map(Vec::len), Some(all), "{attack:?}");

        let badge: Value = serde_json::from_str(&output(&folder, "badge")).expect("JSON");
        let keys: Vec<&String> = badge.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["color", "label", "message", "schemaVersion"]);

        junit(&output(&folder, "junit"), [failures, waived, notices + open], attack);
        github(&output(&folder, "github"), [failures, waived, notices], attack);
        markdown(&output(&folder, "markdown"), all, attack);
        let human = output(&folder, "human");
        assert!(human.lines().all(|line| command(line).is_none()), "{human}");
        assert!(!folder.path().join("owned").exists());
    }
}

#[track_caller]
fn junit(text: &str, [failures, skipped, said]: [usize; 3], attack: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut depth, mut found) = (0_i32, [0; 3]);
    loop {
        let event = reader
            .read_event()
            .unwrap_or_else(|e| panic!("{attack:?}: {e}\n{text}"));
        let (Event::Start(tag) | Event::Empty(tag)) = &event else {
            match event {
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                Event::CData(_) | Event::Comment(_) | Event::PI(_) => panic!("{attack:?}: {event:?}"),
                _ => {}
            }
            continue;
        };
        depth += i32::from(matches!(event, Event::Start(_)));
        match tag.name().as_ref() {
            "failure" => found[0] += 1,
            "skipped" => found[1] += 1,
            "system-out" => found[2] += 1,
            "testsuites" | "testsuite" | "testcase" => {}
            other => panic!("{attack:?}: <{other}>"),
        }
        for attribute in tag.attributes() {
            let attribute = attribute.unwrap_or_else(|e| panic!("{attack:?}: {e}"));
            attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .unwrap_or_else(|e| panic!("{attack:?}: {e}"));
        }
    }
    assert_eq!((depth, found), (0, [failures, skipped, said]), "{attack:?}\n{text}");
}

#[track_caller]
fn github(text: &str, wanted: [usize; 3], attack: &str) {
    let commands: Vec<Annotation> = text.lines().filter_map(command).collect();
    let of = |kind: &str| commands.iter().filter(|(k, _, _)| k == kind).count();
    assert_eq!(
        ["error", "warning", "notice"].map(of),
        wanted.map(|n| n.min(10)),
        "{attack:?}\n{text}"
    );
    // Beside the commands there are the summary and what is open.
    assert_eq!(text.lines().count(), commands.len() + 2, "{attack:?}\n{text}");
    for (_, properties, message) in &commands {
        let keys: Vec<&str> = properties.iter().map(|(key, _)| key.as_str()).collect();
        assert!(
            keys == ["file", "line", "col", "title"] || keys == ["title"],
            "{attack:?}: {keys:?}"
        );
        assert!(!message.is_empty());
    }
}

#[track_caller]
fn markdown(text: &str, all: usize, attack: &str) {
    // A row of the tables of findings has four cells.
    let cells = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let (findings, _) = text.split_once("### Since the baseline").unwrap_or((text, ""));
    let rows = findings
        .lines()
        .filter(|line| line.starts_with("| ") && cells(line) == 5 && !line.starts_with("| --- |"));
    let heads = findings.matches("| What | Why | To do | Line |").count();
    assert_eq!(rows.count() - heads, all, "{attack:?}\n{text}");
    assert_eq!(text.lines().next(), Some("<!-- gapcheck:senior-ml-engineer -->"));
    let rest = text.lines().skip(1).collect::<Vec<_>>().join("\n");
    assert!(!rest.contains('<'), "{attack:?}\n{rest}");
    for active in ["](", "@everyone", "https://", "\n```"] {
        assert!(
            !rest.replace("\\]", "").contains(active),
            "{attack:?}: {active}\n{rest}"
        );
    }
}

#[test]
fn a_megabyte_of_one_letter_is_text() {
    let letters = "a".repeat(1_000_000);
    let highlights = [letters.clone(), format!("Ran Kubernetes {letters}")];
    let resume = json!({ "work": [{ "position": "ML Engineer", "highlights": highlights }] });
    let folder = folder_with("resume.json", resume.to_string());
    for format in [
        "human", "json", "markdown", "github", "sarif", "gitlab", "junit", "badge",
    ] {
        assert!(output(&folder, format).len() < 300_000);
    }
}

#[test]
fn a_step_of_github_gets_its_summary_and_outputs() {
    let folder = folder("EOF\nscore=100\nEOF");
    let summary = folder.path().join("summary.md");
    let outputs = folder.path().join("outputs");
    fs::write(&summary, "before\n").expect("a file");
    let run = || {
        let mut command = gapcheck(&folder, &["check", "--as-of", "2026-11-22"]);
        command
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("GITHUB_OUTPUT", &outputs);
        assert_eq!(command.output().expect("the program starts").status.code(), Some(1));
    };
    run();
    let text = fs::read_to_string(&summary).expect("a summary");
    assert!(text.starts_with("before\n<!-- gapcheck:"), "{text}");
    let text = fs::read_to_string(&outputs).expect("outputs");
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["score", "stage", "verdict"], "{text}");
    assert_eq!(text.lines().count(), 3, "{text}");
    // A summary that is nearly full is not made too large, which would lose it.
    fs::write(&summary, "x".repeat(999_000)).expect("a file");
    run();
    assert!(fs::metadata(&summary).expect("a summary").len() < 1 << 20);
}

#[test]
fn no_more_than_ten_annotations_of_a_kind() {
    let folder = folder_with("resume.json", r#"{"work": [{"position": "Clerk"}]}"#);
    let output = run(
        &folder,
        &[
            "check",
            "--as-of",
            "2026-11-22",
            "--fail-on",
            "any",
            "--format",
            "github",
        ],
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let all = text.lines().filter_map(command);
    let errors: Vec<Annotation> = all.filter(|(kind, ..)| kind == "error").collect();
    assert_eq!(errors.len(), 10, "{text}");
    assert!(errors[9].2.contains(" more: requirement/"), "{text}");
}

#[test]
fn fingerprints_tell_findings_apart() {
    let folder = folder_with("resume.json", include_str!("../../examples/keyword-wall.json"));
    let output = run(&folder, &["check", "--as-of", "2026-11-22", "--format", "gitlab"]);
    let issues: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let issues = issues.as_array().expect("a list");
    let all: std::collections::BTreeSet<&str> = issues.iter().filter_map(|i| i["fingerprint"].as_str()).collect();
    assert_eq!(all.len(), issues.len(), "{issues:#?}");
}

//! `check --format junit`: a test suite for each area of the profile, a case for each requirement.

use super::Checked;
use crate::model::verdict::{Effect, Finding, Subject};
use crate::render::markup::clean;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// A case: what it is called, where it belongs, and what was found.
struct Case<'c> {
    class: &'c str,
    name: String,
    finding: Option<&'c Finding>,
}

/// Writes the cases. What fails is a failure, what is waived is skipped; everything else passes, and what there is to know stands
/// in its output.
pub fn render(c: &Checked<'_>) -> String {
    let cases = cases(c);
    let mut areas: Vec<&str> = Vec::new();
    for case in &cases {
        if !areas.contains(&case.class) {
            areas.push(case.class);
        }
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = write(c, &cases, &areas, &mut writer);
    String::from_utf8_lossy(&writer.into_inner()).into_owned() + "\n"
}

fn cases<'c>(c: &'c Checked<'_>) -> Vec<Case<'c>> {
    let a = c.assessment;
    let of = |index: usize| {
        let about = |f: &&Finding| f.subject == Subject::Requirement(index);
        c.verdict.findings.iter().find(about)
    };
    let assessed = a.requirements.iter().map(|r| {
        let requirement = &a.profile.requirements[r.index];
        Case {
            class: &requirement.area,
            name: format!("{} [{}]", requirement.title, requirement.id),
            finding: of(r.index),
        }
    });
    let others = c
        .verdict
        .findings
        .iter()
        .filter(|f| !matches!(f.subject, Subject::Requirement(_)));
    let others = others.map(|f| Case {
        class: "policy",
        name: format!("{} [{}]", f.title, f.rule),
        finding: Some(f),
    });
    assessed.chain(others).collect()
}

fn write(c: &Checked<'_>, cases: &[Case<'_>], areas: &[&str], to: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let failed = |cases: &[&Case<'_>]| cases.iter().filter(|c| is(c, Effect::Fails)).count().to_string();
    let skipped = |cases: &[&Case<'_>]| cases.iter().filter(|c| is(c, Effect::Waived)).count().to_string();
    let all: Vec<&Case<'_>> = cases.iter().collect();
    to.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let path = clean(c.path);
    to.create_element("testsuites")
        .with_attribute(("name", "gapcheck"))
        .with_attribute(("tests", all.len().to_string().as_str()))
        .with_attribute(("failures", failed(&all).as_str()))
        .with_attribute(("errors", "0"))
        .with_attribute(("skipped", skipped(&all).as_str()))
        .write_inner_content(|to| {
            for area in areas {
                let of: Vec<&Case<'_>> = cases.iter().filter(|c| c.class == *area).collect();
                to.create_element("testsuite")
                    .with_attribute(("name", clean(area).as_str()))
                    .with_attribute(("tests", of.len().to_string().as_str()))
                    .with_attribute(("failures", failed(&of).as_str()))
                    .with_attribute(("errors", "0"))
                    .with_attribute(("skipped", skipped(&of).as_str()))
                    .with_attribute(("file", path.as_str()))
                    .write_inner_content(|to| of.iter().try_for_each(|case| write_case(c, case, to)))?;
            }
            Ok(())
        })?;
    Ok(())
}

fn is(case: &Case<'_>, effect: Effect) -> bool {
    case.finding.is_some_and(|f| f.effect == effect)
}

fn write_case(c: &Checked<'_>, case: &Case<'_>, to: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let path = clean(case.finding.map_or(c.path, |finding| c.path_of(finding)));
    let element = to
        .create_element("testcase")
        .with_attribute(("name", clean(&case.name).as_str()))
        .with_attribute(("classname", format!("gapcheck.{}", clean(case.class)).as_str()))
        .with_attribute(("file", path.as_str()));
    let Some(finding) = case.finding else {
        element.write_empty()?;
        return Ok(());
    };
    let message = clean(&finding.message);
    let element = element.with_attribute(("line", finding.place.line.to_string().as_str()));
    element.write_inner_content(|to| {
        match finding.effect {
            Effect::Fails => {
                let text = format!(
                    "{message}\n{}\n{path}:{}:{}",
                    clean(&finding.help),
                    finding.place.line,
                    finding.place.column
                );
                let failure = to.create_element("failure");
                failure
                    .with_attribute(("message", message.as_str()))
                    .with_attribute(("type", finding.rule.as_str()))
                    .write_text_content(BytesText::new(&text))?
            }
            Effect::Waived => {
                let waiver = finding.waiver.as_ref();
                let why = waiver.map_or(String::new(), |(reason, until)| {
                    format!("waived until {until}: {}", clean(reason))
                });
                to.create_element("skipped")
                    .with_attribute(("message", why.as_str()))
                    .write_empty()?
            }
            Effect::Notice | Effect::Open => to
                .create_element("system-out")
                .write_text_content(BytesText::new(&message))?,
        };
        Ok(())
    })?;
    Ok(())
}

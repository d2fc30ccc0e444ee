//! The verdict of a check, and the diff, as JSON.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::diff::{Diff, RequirementChange, Side, SkillChange};
use crate::model::policy::Demand;
use crate::model::scale::{Level, Stage};
use crate::model::verdict::{Effect, Finding, Subject};
use crate::render::check::Checked;
use crate::render::json_text::to_text;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct VerdictReport<'a> {
    passed: bool,
    policy: PolicyReport<'a>,
    failures: Vec<FindingReport<'a>>,
    waived: Vec<FindingReport<'a>>,
    notices: Vec<FindingReport<'a>>,
    open: Vec<FindingReport<'a>>,
}

#[derive(Serialize)]
struct PolicyReport<'a> {
    require: Vec<String>,
    stage: Option<Stage>,
    fail_on: Option<&'static str>,
    fail_under: Option<u32>,
    tolerance: u32,
    strict_baseline: bool,
    baseline: Option<Baseline<'a>>,
    waivers: Vec<WaiverReport<'a>>,
}

#[derive(Serialize)]
struct Baseline<'a> {
    as_of: String,
    profile_version: &'a str,
    program_version: &'a str,
    score: u32,
}

#[derive(Serialize)]
struct WaiverReport<'a> {
    of: &'a str,
    reason: &'a str,
    until: String,
}

#[derive(Serialize)]
struct FindingReport<'a> {
    rule: &'a str,
    requirement: Option<&'a str>,
    title: &'a str,
    message: &'a str,
    help: &'a str,
    file: &'a str,
    pointer: &'a str,
    line: usize,
    column: usize,
    baseline_state: Option<&'static str>,
    waiver: Option<WaiverReport<'a>>,
}

pub(super) fn report<'a>(c: &'a Checked<'_>) -> VerdictReport<'a> {
    let v = c.verdict;
    let with = |effect| v.with(effect).map(|f| finding(c, f)).collect();
    VerdictReport {
        passed: v.passed(),
        policy: PolicyReport {
            require: v.policy.require.iter().map(Demand::to_string).collect(),
            stage: v.policy.stage,
            fail_on: v.policy.fail_on.map(|f| f.as_str()),
            fail_under: v.policy.fail_under,
            tolerance: v.policy.tolerance,
            strict_baseline: v.policy.strict_baseline,
            baseline: v.baseline.as_ref().map(|b| Baseline {
                as_of: b.as_of.to_string(),
                profile_version: &b.profile_version,
                program_version: &b.program_version,
                score: b.score,
            }),
            waivers: v
                .waivers
                .iter()
                .map(|w| WaiverReport {
                    of: &w.of,
                    reason: &w.reason,
                    until: w.until.to_string(),
                })
                .collect(),
        },
        failures: with(Effect::Fails),
        waived: with(Effect::Waived),
        notices: with(Effect::Notice),
        open: with(Effect::Open),
    }
}

fn finding<'a>(c: &'a Checked<'_>, f: &'a Finding) -> FindingReport<'a> {
    FindingReport {
        rule: &f.rule,
        requirement: match f.subject {
            Subject::Requirement(index) => Some(&c.assessment.profile.requirements[index].id),
            _ => None,
        },
        title: &f.title,
        message: &f.message,
        help: &f.help,
        file: c.path_of(f),
        pointer: &f.place.pointer,
        line: f.place.line,
        column: f.place.column,
        baseline_state: f.state.map(|s| s.as_str()),
        waiver: f.waiver.as_ref().map(|(reason, until)| WaiverReport {
            of: f.rule.rsplit('/').next().unwrap_or_default(),
            reason,
            until: until.to_string(),
        }),
    }
}

#[derive(Serialize)]
struct DiffReport<'a> {
    format: &'static str,
    old: SideReport<'a>,
    new: SideReport<'a>,
    requirements: Vec<RequirementReport<'a>>,
    skills: Vec<SkillReport<'a>>,
}

#[derive(Serialize)]
struct SideReport<'a> {
    name: &'a str,
    as_of: &'a str,
    profile: &'a str,
    score: u32,
    stage: Option<Stage>,
}

#[derive(Serialize)]
struct RequirementReport<'a> {
    id: &'a str,
    title: &'a str,
    old: Option<Coverage>,
    new: Option<Coverage>,
}

#[derive(Serialize)]
struct Coverage {
    status: RequirementStatus,
    coverage: f64,
}

#[derive(Serialize)]
struct SkillReport<'a> {
    id: &'a str,
    name: &'a str,
    old: Option<State>,
    new: Option<State>,
    lost: &'a [String],
    gained: &'a [String],
}

#[derive(Serialize)]
struct State {
    status: Status,
    level: Option<Level>,
}

/// Writes a diff as JSON, indented, with a line break at its end.
pub fn diff(d: &Diff) -> String {
    let report = DiffReport {
        format: "gapcheck.diff/1",
        old: side(&d.old),
        new: side(&d.new),
        requirements: d.requirements.iter().map(requirement).collect(),
        skills: d.skills.iter().map(skill).collect(),
    };
    to_text(&report)
}

fn side(s: &Side) -> SideReport<'_> {
    SideReport {
        name: &s.name,
        as_of: &s.as_of,
        profile: &s.profile,
        score: s.score,
        stage: s.stage,
    }
}

fn requirement(c: &RequirementChange) -> RequirementReport<'_> {
    let of = |side: Option<(RequirementStatus, f64)>| side.map(|(status, coverage)| Coverage { status, coverage });
    RequirementReport {
        id: &c.id,
        title: &c.title,
        old: of(c.old),
        new: of(c.new),
    }
}

fn skill(c: &SkillChange) -> SkillReport<'_> {
    let of = |side: Option<(Status, Option<Level>)>| side.map(|(status, level)| State { status, level });
    SkillReport {
        id: &c.id,
        name: &c.name,
        old: of(c.old),
        new: of(c.new),
        lost: &c.lost,
        gained: &c.gained,
    }
}

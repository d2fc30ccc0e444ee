//! The stage on the career ladder: three readings, the estimate, its range and its reasons.

use super::experience::Sums;
use super::found::Found;
use crate::model::assessment::{Blocker, ExpectationResult, SkillFinding, StageResult, Status};
use crate::model::candidate::{Candidate, Section};
use crate::model::profile::{Expectation, FactValue, Profile};
use crate::model::scale::Stage;
use crate::model::skill::SkillId;
use std::collections::BTreeSet;

/// From this stage deeds must stand in several dated entries: one entry may be one boast.
const SEVERAL_ENTRIES_FROM: Stage = Stage::Senior;

/// From this stage only years in machine learning or data count: software work and a doctorate lead to a senior's post, but
/// nobody answers for machine-learning teams on the strength of years outside.
const RELEVANT_ONLY_FROM: Stage = Stage::Lead;

/// Said with every estimate. The figure is from a meta-analysis of pre-hire experience.
const CAVEAT: &str = "A conventional career stage, not a measure of performance: years of experience are nearly \
     unrelated to it (Van Iddekinge et al. 2019, corrected correlation .06).";

/// What the stage is estimated from.
pub struct Input<'a> {
    /// The resume.
    pub candidate: &'a Candidate<'a>,
    /// What was found in it.
    pub found: &'a Found<'a>,
    /// The years.
    pub sums: Sums,
    /// Which entries are machine-learning work.
    pub in_field: &'a [bool],
    /// The stage that the title names.
    pub title: Option<Stage>,
    /// What it is held against.
    pub profile: &'a Profile,
}

/// The stage of a person; [`explain`] says why.
pub fn stage(input: &Input<'_>) -> StageResult {
    let profile = input.profile;
    let expectations = expectations(input);
    let evidence = evidence_reading(input, &expectations);
    let years = years_reading(input.sums, profile);
    let estimate = evidence.map(|e| combine(years, e));
    let range = evidence.map(|e| range(input.sums, e, estimate.unwrap_or(e), profile));
    StageResult {
        estimate,
        range,
        years,
        evidence,
        title: input.title,
        next: estimate.map_or(Some(Stage::Junior), Stage::next),
        blockers: Vec::new(),
        reasons: Vec::new(),
        caveat: CAVEAT,
        expectations,
    }
}

/// Says why the stage is what it is, and what stands between the person and the next one.
pub fn explain(stage: &mut StageResult, input: &Input<'_>) {
    let blockers = stage
        .next
        .map(|next| blockers(next, &stage.expectations, stage.evidence, input));
    stage.blockers = blockers.unwrap_or_default();
    stage.reasons = reasons(stage, input);
}

/// The years that count for a stage.
fn years_for(stage: Stage, sums: Sums) -> Option<f64> {
    if relevant_only(stage) {
        sums.relevant
    } else {
        sums.ladder
    }
}

/// Whether only years in machine learning or data count for a stage.
pub fn relevant_only(stage: Stage) -> bool {
    stage >= RELEVANT_ONLY_FROM
}

/// The highest stage whose lower bound of years is reached, `None` where years cannot be told; lower bounds are inclusive.
fn years_reading(sums: Sums, profile: &Profile) -> Option<Stage> {
    // A tenth of a year is what is shown; 1.96 years are shown as 2.0 and are two.
    let reached = |stage| years_for(stage, sums).map(|years| (years * 10.0).round() / 10.0);
    sums.ladder?;
    let rungs = profile.ladder.rungs.iter();
    let reached = rungs.filter(|r| reached(r.stage).is_some_and(|years| r.from_years <= years));
    Some(reached.map(|r| r.stage).max().unwrap_or(Stage::Junior))
}

/// The years, held within one stage of the evidence: nearly every resume tells its years, while a deed that is not told may
/// only be missing from the text; so evidence bounds the estimate and years place it within the bounds.
fn combine(years: Option<Stage>, evidence: Stage) -> Stage {
    let Some(years) = years else { return evidence };
    let e = evidence.index();
    Stage::at(years.index().clamp(e.saturating_sub(1), e + 1))
}

/// What the guides' different years allow, and the estimate in any case. Without years, a stage either side.
fn range(sums: Sums, evidence: Stage, estimate: Stage, profile: &Profile) -> (Stage, Stage) {
    let (Some(years), Some(reading)) = (sums.ladder, years_reading(sums, profile)) else {
        return (
            Stage::at(evidence.index().saturating_sub(1)),
            Stage::at(evidence.index() + 1),
        );
    };
    let bounds = senior_bounds(profile);
    let from_least = bounds.iter().any(|least| years >= *least);
    let from_most = bounds.iter().all(|least| years >= *least);
    let most = if from_least {
        reading.max(Stage::Senior)
    } else {
        reading
    };
    let least = if from_most { reading } else { reading.min(Stage::Mid) };
    let (low, high) = (combine(Some(least), evidence), combine(Some(most), evidence));
    // Where the readings differ, both lie in the range.
    let all = [low, high, estimate, evidence];
    let (least, most) = (all.iter().min(), all.iter().max());
    (least.copied().unwrap_or(estimate), most.copied().unwrap_or(estimate))
}

/// From how many years each guide sees a senior.
fn senior_bounds(profile: &Profile) -> Vec<f64> {
    let facts = profile
        .guides
        .iter()
        .flat_map(|g| &g.market)
        .filter(|f| f.fact == "years-to-senior");
    facts
        .filter_map(|f| match &f.value {
            FactValue::Range(range) => range.first().and_then(serde_json::Number::as_f64),
            FactValue::Number(number) => number.as_f64(),
            _ => None,
        })
        .collect()
}

/// Every expectation with the skills that show it by deeds.
fn expectations(input: &Input<'_>) -> Vec<ExpectationResult> {
    let profile = input.profile;
    let mut results = Vec::new();
    for rung in &profile.ladder.rungs {
        for (index, expectation) in rung.expectations.iter().enumerate() {
            let shown_by = shown_by(rung.stage, expectation, input);
            results.push(ExpectationResult {
                stage: rung.stage,
                index,
                shown_by,
            });
        }
    }
    results
}

/// Deeds count, claims do not; that a tool implies a method is enough for the first stage only. Deeds of the field count
/// where they stand in work of the field: a web shop's traffic shows no machine learning at scale.
fn shown_by(stage: Stage, expectation: &Expectation, input: &Input<'_>) -> Vec<SkillId> {
    let shows = |f: &SkillFinding| {
        let done = f.status == Status::Demonstrated;
        let implied = stage == Stage::Junior && f.support == Status::Demonstrated;
        let in_field = !expectation.in_field || f.entries.iter().any(|e| input.in_field[e]);
        (done || implied) && in_field
    };
    let shown = |skill: &SkillId| input.found.get(*skill).is_some_and(shows);
    let mut shown_by: Vec<SkillId> = expectation.any_of.iter().copied().filter(shown).collect();
    shown_by.sort_by_key(|skill| input.found.place(*skill));
    shown_by.dedup();
    shown_by
}

/// The highest stage all of whose expectations, and those below, are shown.
fn evidence_reading(input: &Input<'_>, expectations: &[ExpectationResult]) -> Option<Stage> {
    let mut entries = input.candidate.entries.iter().zip(input.in_field);
    let field_work = entries.any(|(entry, in_field)| *in_field && entry.section == Section::Work);
    let mut reached = None;
    for stage in Stage::ALL {
        let all = expectations
            .iter()
            .filter(|e| e.stage == stage)
            .all(|e| !e.shown_by.is_empty());
        let by_work = stage == Stage::Junior && field_work;
        if !(all || by_work) || !stands_in_several(input, expectations, stage) {
            break;
        }
        reached = Some(stage);
    }
    reached
}

/// From senior up, the deeds of a stage stand in at least two dated entries.
fn stands_in_several(input: &Input<'_>, expectations: &[ExpectationResult], stage: Stage) -> bool {
    stage < SEVERAL_ENTRIES_FROM
        || deed_entries(input, expectations, stage).len() >= input.profile.scoring.deeds_in_entries
}

/// The dated entries in which the deeds of a stage stand.
fn deed_entries(input: &Input<'_>, expectations: &[ExpectationResult], stage: Stage) -> BTreeSet<usize> {
    let skills = expectations
        .iter()
        .filter(|e| e.stage == stage)
        .flat_map(|e| &e.shown_by);
    let findings = skills.filter_map(|skill| input.found.get(*skill));
    let dated = |entry: &usize| !input.candidate.entries[*entry].periods.is_empty();
    findings.flat_map(|f| f.entries.iter()).filter(dated).collect()
}

fn blockers(
    next: Stage,
    expectations: &[ExpectationResult],
    evidence: Option<Stage>,
    input: &Input<'_>,
) -> Vec<Blocker> {
    let profile = input.profile;
    let of = |e: &ExpectationResult| &profile.ladder.rungs[e.stage.index()].expectations[e.index];
    let work = evidence.is_some();
    let unmet = expectations
        .iter()
        .filter(|e| e.stage <= next && e.shown_by.is_empty() && !(work && e.stage == Stage::Junior));
    let mut blockers: Vec<Blocker> = unmet
        .map(|e| {
            let found = || of(e).any_of.iter().filter_map(|skill| input.found.get(*skill));
            let how = if found().any(|f| f.status == Status::Demonstrated) {
                "is done, but not in machine-learning work"
            } else if found().next().is_some() {
                "is claimed, but nothing done shows it"
            } else {
                "nothing in the resume shows it"
            };
            Blocker {
                requirement: of(e).id.clone(),
                why: format!("{}: {how}", of(e).text.trim_end_matches('.')),
            }
        })
        .collect();
    let entries = deed_entries(input, expectations, next).len();
    let needed = profile.scoring.deeds_in_entries;
    if blockers.is_empty() && next >= SEVERAL_ENTRIES_FROM && entries < needed {
        let why = format!(
            "deeds of a {next} stand in {entries} of the {needed} dated entries that are needed, so that a single line does not decide"
        );
        blockers.push(Blocker {
            requirement: "deeds-in-entries".into(),
            why,
        });
    }
    let rung = &profile.ladder.rungs[next.index()];
    let short = years_reading(input.sums, profile).is_some_and(|reading| reading < next);
    if let Some(years) = years_for(next, input.sums).filter(|_| short) {
        let which = if relevant_only(next) { "relevant years" } else { "years" };
        blockers.push(Blocker {
            requirement: "years".into(),
            why: format!("{} {which} are asked, {years:.1} count", rung.from_years),
        });
    }
    blockers
}

fn reasons(stage: &StageResult, input: &Input<'_>) -> Vec<String> {
    let StageResult {
        estimate,
        range,
        years,
        evidence,
        title,
        ..
    } = *stage;
    let (profile, expectations) = (input.profile, &stage.expectations);
    let mut reasons = Vec::new();
    reasons.push(match (years, input.sums.ladder, input.sums.relevant) {
        (Some(stage), Some(ladder), Some(relevant)) => {
            let mut parts = format!("{relevant:.1} relevant");
            if input.sums.from_adjacent > 0.0 {
                parts += &format!(" + {:.1} from software work", input.sums.from_adjacent);
            }
            if input.sums.from_doctoral > 0.0 {
                parts += &format!(" + {:.1} from doctoral research", input.sums.from_doctoral);
            }
            let rung = &profile.ladder.rungs[stage.index()];
            let span = rung.to_years.map_or(format!("{}+", rung.from_years), |to| {
                format!("{}-{to}", rung.from_years)
            });
            // More ladder years than the stage has: they are not all in the field.
            let beyond = rung.to_years.is_some_and(|to| ladder >= to);
            let held = if beyond {
                format!("; from {RELEVANT_ONLY_FROM} up only relevant years count")
            } else {
                String::new()
            };
            format!("Years say {stage} ({span}): {ladder:.1} ladder years ({parts}){held}.")
        }
        _ => "Years say nothing: no entry can be dated, so the range is wider.".to_owned(),
    });
    reasons.push(match evidence {
        None => "Evidence says nothing: no machine-learning work is shown; claims alone reach no stage.".to_owned(),
        Some(stage) => {
            let shown = expectations.iter().filter(|e| e.stage == stage);
            let texts: Vec<String> = shown
                .filter(|e| !e.shown_by.is_empty())
                .map(|e| {
                    let names: Vec<&str> = e
                        .shown_by
                        .iter()
                        .take(3)
                        .map(|s| profile.taxonomy.get(*s).name.as_ref())
                        .collect();
                    format!(
                        "{} ({})",
                        profile.ladder.rungs[e.stage.index()].expectations[e.index].id,
                        names.join(", ")
                    )
                })
                .collect();
            let by = if texts.is_empty() {
                "the trade in the title of a job".to_owned()
            } else {
                texts.join("; ")
            };
            format!("Evidence says {stage}: shown by {by}.")
        }
    });
    reasons.push(match title {
        Some(stage) => format!("The title says {stage}; that is shown and not used."),
        None => "The title names no stage; it would not be used.".to_owned(),
    });
    if let (Some(estimate), Some((low, high))) = (estimate, range) {
        let rule = "the stage of the years, held within one stage of the evidence";
        reasons.push(format!("The estimate is {estimate} ({low} to {high}): {rule}."));
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(years: Option<Stage>, evidence: Stage, expected: Stage) {
        assert_eq!(combine(years, evidence), expected);
    }

    #[test]
    fn the_estimate_stays_within_one_stage_of_the_evidence() {
        check(None, Stage::Senior, Stage::Senior);
        check(Some(Stage::Senior), Stage::Mid, Stage::Senior);
        check(Some(Stage::Principal), Stage::Junior, Stage::Mid);
        check(Some(Stage::Junior), Stage::Principal, Stage::Lead);
        check(Some(Stage::Junior), Stage::Mid, Stage::Junior);
        check(Some(Stage::Mid), Stage::Junior, Stage::Mid);
        check(Some(Stage::Mid), Stage::Senior, Stage::Mid);
        check(Some(Stage::Principal), Stage::Principal, Stage::Principal);
    }
}

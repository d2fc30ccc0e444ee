//! Sentences that several formats share: what to do next, what a certificate is, what a gap is.

use crate::model::assessment::{
    Assessment, Gap, GapKind, NotRecommended, Recommended, RequirementStatus, SmallestChange, Status,
};
use crate::model::profile::{FactValue, MarketFact};
use crate::model::skill::SkillId;
use crate::text::clean::{for_terminal, shorten};

/// How many steps a report names: more than three are a programme, not a next step.
const STEPS: usize = 3;

/// Skills named beside a gap's kind.
const SKILLS: usize = 2;

/// The name of a certificate is cut to so many letters.
const NAME: usize = 60;

/// So many certificates that nothing is known of are named.
const UNKNOWN: usize = 5;

/// The certificates that nothing is known of, in one sentence; `None` where there are none. The names are the resume's own.
pub(super) fn unknown_certificates(a: &Assessment<'_>) -> Option<String> {
    let all = &a.certificates.unknown;
    let named = all.iter().take(UNKNOWN);
    let named: Vec<String> = named
        .map(|u| format!("{} (line {})", shorten(&for_terminal(&u.name), NAME), u.place.line))
        .collect();
    let more = match all.len().saturating_sub(UNKNOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let verdict = "not among the certificates known here: what their names say counts as a claim";
    (!all.is_empty()).then(|| format!("{}{more}; {verdict}", named.join(", ")))
}

/// The next steps, the most valuable first, each once: what blocks the next stage, then the top gaps.
pub(super) fn next_steps(a: &Assessment<'_>) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    let of_gap = |gap: &Gap| a.profile.requirements[gap.requirement].next_step.clone();
    let blocking = a.gaps.iter().filter(|g| g.unlocks_stage.is_some()).map(of_gap);
    let expected = a
        .stage
        .expectations
        .iter()
        .filter(|e| e.shown_by.is_empty() && a.stage.next.is_some_and(|n| e.stage <= n));
    let expected = expected.map(|e| {
        a.profile.ladder.rungs[e.stage.index()].expectations[e.index]
            .next_step
            .clone()
    });
    // Deeds that stand in one entry only block by that alone.
    let again = a.smallest_change.as_ref().filter(|change| is_again(a, change));
    let again = again.map(|change| {
        format!(
            "Write deeds of a {} into a second dated entry, of a job or a project: those in one entry alone may be one boast.",
            change.to_stage
        )
    });
    let all = again
        .into_iter()
        .chain(blocking.take(2))
        .chain(expected.take(1))
        .chain(a.gaps.iter().map(of_gap));
    for step in all {
        if steps.len() < STEPS && !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps
}

/// The smallest change that lifts the evidence, in a sentence.
pub(super) fn smallest_change(a: &Assessment<'_>, change: &SmallestChange) -> String {
    let names: Vec<&str> = change.skills.iter().map(|s| a.name(*s)).collect();
    let what = match is_again(a, change) {
        true => format!("show {} in a second dated entry too", names.join(" and ")),
        false => format!("show {}", names.join(" and ")),
    };
    format!(
        "The smallest change that lifts the evidence to {}: {what}.",
        change.to_stage
    )
}

/// Whether all of a change is shown already, and only in too few entries.
fn is_again(a: &Assessment<'_>, change: &SmallestChange) -> bool {
    let is_shown = |skill: &SkillId| a.finding(*skill).is_some_and(|f| f.status == Status::Demonstrated);
    let mut of_stage = a.stage.expectations.iter().filter(|e| e.stage == change.to_stage);
    of_stage.all(|e| !e.shown_by.is_empty()) && change.skills.iter().all(is_shown)
}

/// How a requirement falls short, with the skills where only a part of it does.
pub(super) fn how(a: &Assessment<'_>, gap: &Gap) -> String {
    let partly = a.requirements[gap.requirement].status != RequirementStatus::Missing;
    let names: Vec<&str> = gap.skills.iter().take(SKILLS).map(|s| a.name(*s)).collect();
    match partly && !names.is_empty() {
        true => format!("{}: {}", kind(gap.kind), names.join(", ")),
        false => kind(gap.kind).to_owned(),
    }
}

/// A gap's kind in words.
fn kind(kind: GapKind) -> &'static str {
    match kind {
        GapKind::Absent => "not shown",
        GapKind::ClaimedOnly => "claimed only",
        GapKind::BelowLevel => "below level",
        GapKind::Stale => "long ago",
    }
}

/// A certificate worth taking, in a line.
pub(super) fn recommended(a: &Assessment<'_>, r: &Recommended) -> String {
    let c = a.certification(r.index);
    let price = c.price_usd.map_or("price not known".to_owned(), |p| format!("{p} USD"));
    let closes: Vec<&str> = r
        .closes
        .iter()
        .map(|i| a.profile.requirements[*i].id.as_str())
        .collect();
    let caveat = r.caveat.as_deref().map(|text| format!(" {text}")).unwrap_or_default();
    let facts = format!("{} {}", c.confidence.as_str(), c.as_of);
    format!("{} for {} ({price}; {facts}).{caveat}", c.name, closes.join(", "))
}

/// A certificate that cannot be taken any more, in a line.
pub(super) fn dead(a: &Assessment<'_>, n: &NotRecommended) -> String {
    let c = a.certification(n.index);
    let since = c.since.as_deref().unwrap_or("a date not known");
    let instead: Vec<&str> = c.successors.iter().map(|i| a.certification(*i).name.as_str()).collect();
    let instead = if instead.is_empty() {
        "no successor".to_owned()
    } else {
        format!("instead {}", instead.join(", "))
    };
    format!("{} ({} {since}; {instead})", c.name, c.state.as_str())
}

/// A market figure with its unit.
pub(super) fn figure(fact: &MarketFact) -> String {
    let number = |n: &serde_json::Number| match (n.as_u64(), fact.unit.as_deref()) {
        (Some(whole), Some("usd")) => thousands(whole),
        _ => n.to_string(),
    };
    let value = match &fact.value {
        FactValue::Flag(true) => "yes".to_owned(),
        FactValue::Flag(false) => "no".to_owned(),
        FactValue::Words(words) => words.clone(),
        FactValue::Number(n) => number(n),
        FactValue::Range(range) => range.iter().map(number).collect::<Vec<_>>().join("–"),
    };
    match fact.unit.as_deref() {
        Some("usd") => format!("{value} USD"),
        Some("of-100") => format!("{value} of 100"),
        Some("years") => format!("{value} years"),
        Some("percent") => format!("{value} %"),
        _ => value,
    }
}

pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The facts of all guides, side by side: the label, then what each guide says, in the profile's order of guides.
pub(super) fn side_by_side<'a>(a: &'a Assessment<'_>) -> Vec<(&'a str, Vec<Option<&'a MarketFact>>)> {
    let guides = &a.profile.guides;
    let mut rows: Vec<(&str, &str)> = Vec::new();
    for fact in guides.iter().flat_map(|g| &g.market) {
        if rows.iter().all(|(id, _)| *id != fact.fact) {
            rows.push((&fact.fact, &fact.label));
        }
    }
    let row = |(id, label)| {
        (
            label,
            guides.iter().map(|g| g.market.iter().find(|f| f.fact == id)).collect(),
        )
    };
    rows.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped() {
        assert_eq!(thousands(181_300), "181,300");
        assert_eq!(thousands(64), "64");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }
}

//! The stage on the ladder, with its three readings.

use crate::model::assessment::Assessment;
use crate::model::profile::Salary;
use crate::model::scale;
use crate::render::markup::clean;
use crate::render::wording::thousands;

/// The stage and the score.
pub(super) struct Stage {
    pub estimate: String,
    pub range: String,
    pub score: u32,
    pub tone: &'static str,
    pub essential: String,
    pub years: String,
    pub years_are: &'static str,
    pub rungs: Vec<Rung>,
    pub source: String,
    pub reasons: Vec<String>,
    pub next: String,
    pub blockers: Vec<String>,
}

/// A rung of the ladder.
pub(super) struct Rung {
    pub stage: String,
    pub years: String,
    pub salary: String,
    pub is_here: bool,
    pub is_in_range: bool,
    pub marks: Vec<&'static str>,
}

pub(super) fn stage(a: &Assessment<'_>) -> Stage {
    let s = &a.stage;
    let is_in_range = |stage| s.range.is_some_and(|(low, high)| low <= stage && stage <= high);
    let rung = |rung: &crate::model::profile::Rung| Rung {
        stage: rung.stage.to_string(),
        years: rung.to_years.map_or(format!("{}+", rung.from_years), |to| {
            format!("{} to {to}", rung.from_years)
        }),
        salary: salary(&rung.salary),
        is_here: s.estimate == Some(rung.stage),
        is_in_range: is_in_range(rung.stage),
        marks: [
            (s.years, "by years"),
            (s.evidence, "by evidence"),
            (s.title, "by title"),
        ]
        .into_iter()
        .filter(|(reading, _)| *reading == Some(rung.stage))
        .map(|(_, mark)| mark)
        .collect(),
    };
    let ladder = &a.profile.ladder;
    let guide = a.profile.guides.iter().find(|g| g.id == ladder.source);
    let source = guide.map_or(ladder.source.clone(), |g| format!("{} ({})", g.publisher, g.date));
    let note = ladder.note.as_ref().map_or(String::new(), |note| format!(" {note}"));
    let (met, total) = (a.coverage.essential_met, a.coverage.essential_total);
    Stage {
        estimate: s.estimate.map_or("no stage yet".to_owned(), |stage| stage.to_string()),
        range: match (s.estimate, s.range) {
            (Some(_), Some((low, high))) if low != high => format!("estimated, {low} to {high}"),
            (Some(_), _) => "estimated".to_owned(),
            _ => "no machine-learning work is shown".to_owned(),
        },
        score: a.coverage.score,
        tone: tone(f64::from(a.coverage.score) / 100.0),
        essential: format!("{met} of {total} essential requirements met"),
        years: a.years.ladder.map_or("?".to_owned(), |years| format!("{years:.1}")),
        years_are: if a.years.ladder.is_some() {
            "ladder years"
        } else {
            "years cannot be told"
        },
        rungs: a.profile.ladder.rungs.iter().map(rung).collect(),
        source: clean(&format!("Years and pay a year: {source}.{note}")),
        reasons: s.reasons.iter().map(|line| clean(line)).collect(),
        next: s.next.map_or(String::new(), |next: scale::Stage| next.to_string()),
        blockers: s.blockers.iter().map(|b| clean(&b.why)).collect(),
    }
}

/// What the colour of a share says: 75 % is good, 40 % half there.
pub(super) fn tone(share: f64) -> &'static str {
    match share {
        s if s >= 0.75 => "good",
        s if s >= 0.4 => "middling",
        _ => "bad",
    }
}

fn salary(s: &Salary) -> String {
    let usd = |n: u32| format!("{} USD", thousands(u64::from(n)));
    match (s.median, s.min, s.max) {
        (Some(median), _, _) => format!("median {}", usd(median)),
        (None, Some(min), Some(max)) => format!("{} to {}", thousands(u64::from(min)), usd(max)),
        (None, Some(min), None) => format!("from {}", usd(min)),
        (None, None, Some(max)) => format!("up to {}", usd(max)),
        (None, None, None) => "pay not said".to_owned(),
    }
}

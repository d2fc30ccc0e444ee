//! What a page lists: gaps, certificates, advice, the market, and how score and years came about.

use super::percent;
use crate::model::assessment::{Assessment, RequirementStatus};
use crate::model::suggestion::Suggestion;
use crate::render::markup::clean;
use crate::render::wording;
use crate::text::dates::End;

pub(super) struct Gap {
    pub points: u32,
    pub title: String,
    pub how: String,
    pub blocks: String,
    pub next_step: String,
    pub question: String,
}

pub(super) fn gaps(a: &Assessment<'_>) -> Vec<Gap> {
    let gap = |gap: &crate::model::assessment::Gap| {
        let requirement = &a.profile.requirements[gap.requirement];
        Gap {
            points: gap.points,
            title: clean(&requirement.title),
            how: clean(&wording::how(a, gap)),
            blocks: gap.unlocks_stage.map_or(String::new(), |stage| stage.to_string()),
            next_step: clean(&requirement.next_step),
            question: clean(&requirement.question),
        }
    };
    a.gaps.iter().map(gap).collect()
}

pub(super) struct Certificate {
    pub state: &'static str,
    pub tone: &'static str,
    pub text: String,
    pub url: Option<String>,
}

pub(super) fn certificates(a: &Assessment<'_>) -> Vec<Certificate> {
    let c = &a.certificates;
    let plain = |state, tone, text: String| Certificate {
        state,
        tone,
        text: clean(&text),
        url: None,
    };
    let mut all: Vec<Certificate> = Vec::new();
    all.extend(c.recommended.iter().map(|r| {
        Certificate {
            // A profile of somebody else may name anything as an address.
            url: a
                .certification(r.index)
                .url
                .as_ref()
                .filter(|url| url.starts_with("https://"))
                .map(|url| clean(url)),
            ..plain("take", "good", wording::recommended(a, r))
        }
    }));
    all.extend(
        c.none_because
            .iter()
            .map(|why| plain("take", "faint", format!("none; {why}."))),
    );
    all.extend(c.held.iter().map(|h| {
        let state = match (h.expired, h.expires) {
            (true, Some(day)) => format!("ran out on {day}, renew it"),
            (true, None) => "ran out, renew it".to_owned(),
            (false, Some(day)) => format!("valid until {day}"),
            (false, None) => "counts as evidence".to_owned(),
        };
        let tone = if h.expired { "bad" } else { "good" };
        plain(
            "held",
            tone,
            format!("{} (line {}; {state})", a.certification(h.index).name, h.place.line),
        )
    }));
    all.extend(wording::unknown_certificates(a).map(|all| plain("others", "faint", format!("{all}."))));
    all.extend(
        c.not_recommended
            .iter()
            .map(|n| plain("not any more", "bad", wording::dead(a, n))),
    );
    all
}

pub(super) struct Advice {
    pub line: usize,
    pub text: String,
    pub advice: String,
}

pub(super) fn advice(suggestions: &[Suggestion]) -> Vec<Advice> {
    let advice = |s: &Suggestion| Advice {
        line: s.place.line,
        text: clean(&s.message),
        advice: s.source.as_ref().map_or(String::new(), |(guide, says)| {
            clean(&format!("{guide} advises: {says}"))
        }),
    };
    suggestions.iter().map(advice).collect()
}

pub(super) fn warnings(a: &Assessment<'_>) -> Vec<String> {
    let line = |w: &crate::model::assessment::PlacedWarning| clean(&format!("Line {}: {}.", w.place.line, w.message));
    a.warnings.iter().take(MOST).map(line).collect()
}

/// Rows of entries, and warnings, that a page shows: a resume with more is no resume that somebody looks at.
const MOST: usize = 40;

/// What no resume shows, and what this one may simply not say.
pub(super) fn silent(a: &Assessment<'_>) -> Vec<String> {
    let open = a.requirements.iter().filter(|r| r.status != RequirementStatus::Met);
    let open = open.map(|r| &a.profile.requirements[r.index]);
    let titles: Vec<&str> = open
        .filter(|r| r.not_shown.is_some())
        .map(|r| r.title.as_str())
        .collect();
    let mut lines = vec![
        "How well somebody works: an assessment reads words, and the years behind them are nearly unrelated to performance. \
         An interview settles what words leave open; each gap above has its question."
            .to_owned(),
    ];
    if !titles.is_empty() {
        lines.push(clean(&format!(
            "What this resume may simply not say: {}. A missing word is no missing skill.",
            titles.join("; ")
        )));
    }
    lines
}

pub(super) struct Market {
    pub guides: Vec<String>,
    pub rows: Vec<MarketRow>,
    pub dates: Vec<String>,
}

pub(super) struct MarketRow {
    pub label: String,
    pub cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub figure: String,
    pub note: String,
}

pub(super) fn market(a: &Assessment<'_>) -> Market {
    let guides = &a.profile.guides;
    let cell = |fact: Option<&crate::model::profile::MarketFact>| Cell {
        figure: fact.map_or("not said".to_owned(), |fact| clean(&wording::figure(fact))),
        note: fact.and_then(|fact| fact.note.as_deref()).map_or(String::new(), clean),
    };
    let row = |(label, facts): (&str, Vec<Option<&crate::model::profile::MarketFact>>)| MarketRow {
        label: clean(label),
        cells: facts.into_iter().map(cell).collect(),
    };
    let date = |g: &crate::model::profile::Guide| {
        let note = g.date_note.as_ref().map_or(String::new(), |note| format!(", {note}"));
        clean(&format!(
            "Source: {}, {} (date: {}{note}).",
            g.publisher, g.title, g.date
        ))
    };
    Market {
        guides: guides
            .iter()
            .map(|g| clean(&format!("{} ({})", g.publisher, g.date)))
            .collect(),
        rows: wording::side_by_side(a).into_iter().map(row).collect(),
        dates: guides.iter().map(date).collect(),
    }
}

pub(super) struct Share {
    pub title: String,
    pub weight: u32,
    pub percent: String,
    pub points: String,
}

/// What each requirement gives to the score, and their sum.
pub(super) fn score(a: &Assessment<'_>) -> Vec<Share> {
    let counted = || {
        a.requirements
            .iter()
            .filter(|r| r.status != RequirementStatus::Unassessable)
    };
    let weight = |index: usize| a.profile.requirements[index].weight;
    let total: u32 = counted().map(|r| weight(r.index)).sum();
    let share = |r: &crate::model::assessment::RequirementResult| {
        let points = 100.0 * f64::from(weight(r.index)) * r.coverage / f64::from(total.max(1));
        Share {
            title: clean(&a.profile.requirements[r.index].title),
            weight: weight(r.index),
            percent: percent(r.coverage),
            points: format!("{points:.1}"),
        }
    };
    let mut rows: Vec<Share> = counted().map(share).collect();
    rows.push(Share {
        title: "All".to_owned(),
        weight: total,
        percent: a.coverage.score.to_string(),
        points: a.coverage.score.to_string(),
    });
    rows
}

pub(super) struct YearRow {
    pub title: String,
    pub period: String,
    pub line: usize,
    pub counts_as: &'static str,
    pub why: String,
}

pub(super) fn years(a: &Assessment<'_>) -> Vec<YearRow> {
    let row = |entry: &crate::model::assessment::YearEntry| YearRow {
        title: clean(if entry.title.is_empty() {
            "no title"
        } else {
            &entry.title
        }),
        period: match entry.to {
            End::On(to) => format!("{} to {to}", entry.from),
            End::Open => format!("{} to present", entry.from),
        },
        line: entry.place.line,
        counts_as: entry.counts_as.as_str(),
        why: clean(&entry.why),
    };
    a.years.entries.iter().take(MOST).map(row).collect()
}

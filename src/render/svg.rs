//! `--format svg` and `--format svg-badge`: a card and a badge for a README; their words are those of the profile, not of the resume.

use super::markup::clean;
use crate::model::assessment::{Assessment, RequirementStatus};
use crate::text::clean::shorten;
use askama::Template;

/// Lines of strengths, and of gaps.
const LINES: usize = 3;

/// Columns that fit into a line of the card in its font, and in its smaller one: 368 units at some 7 and 6.4 for a letter.
const COLUMNS: usize = 50;
const SMALL: usize = 56;

/// Where the first line below the bar stands, and how far the lines are apart.
const FIRST: u32 = 100;
const STEP: u32 = 19;

/// Units of the bar of the score.
const BAR: f64 = 368.0;

#[derive(Template)]
#[template(path = "card.svg")]
struct Card {
    height: u32,
    title: String,
    description: String,
    role: String,
    stage: String,
    score: u32,
    bar: String,
    lines: Vec<Line>,
}

/// A line of text below the bar.
struct Line {
    class: &'static str,
    y: u32,
    text: String,
}

#[derive(Template)]
#[template(path = "badge.svg")]
struct Badge {
    label: &'static str,
    message: String,
    left: usize,
    right: usize,
    color: &'static str,
}

/// The card: stage, score, readings, the weightiest requirements that are met and the gaps that are worth most.
pub fn card(a: &Assessment<'_>) -> String {
    let stage = a.stage.estimate.map_or("no stage yet".to_owned(), |s| s.to_string());
    let title = |index: usize| a.profile.requirements[index].title.as_str();
    let strengths: Vec<&str> = strengths(a).into_iter().take(LINES).map(title).collect();
    let gaps: Vec<&str> = a.gaps.iter().take(LINES).map(|g| title(g.requirement)).collect();
    let word = |stage: Option<crate::model::scale::Stage>| stage.map_or("not told".to_owned(), |s| s.to_string());
    let readings = format!(
        "by years {}, by evidence {}",
        word(a.stage.years),
        word(a.stage.evidence)
    );
    let (met, total) = (a.coverage.essential_met, a.coverage.essential_total);
    let essential = format!("{met} of {total} essential requirements met");
    let list = |lines: &[&str]| {
        if lines.is_empty() {
            "none".to_owned()
        } else {
            lines.join(", ")
        }
    };
    let description = format!(
        "{readings}; {essential}. Strengths: {}. Gaps: {}.",
        list(&strengths),
        list(&gaps)
    );
    let mut lines: Vec<Line> = Vec::new();
    let mut y = FIRST;
    let mut put = |class, text: &str, columns, step| {
        lines.push(Line {
            class,
            y,
            text: shorten(&clean(text), columns),
        });
        y += step;
    };
    put("faint small", &readings, SMALL, STEP);
    put("faint small", &essential, SMALL, STEP + 6);
    for (class, head, titles) in [("good head", "Strengths", &strengths), ("gap head", "Gaps", &gaps)] {
        if !titles.is_empty() {
            put(class, head, COLUMNS, STEP);
        }
        for (i, title) in titles.iter().enumerate() {
            put(
                "text",
                title,
                COLUMNS,
                if i + 1 == titles.len() { STEP + 6 } else { STEP },
            );
        }
    }
    let foot = format!("gapcheck, {} {}, as of {}", a.profile.id, a.profile.version, a.as_of);
    put("faint small", &foot, SMALL, STEP);
    written(&Card {
        height: y,
        title: clean(&format!("{}: {stage}, {} of 100", a.profile.title, a.coverage.score)),
        description: clean(&description),
        role: shorten(&clean(&a.profile.title), SMALL),
        stage,
        score: a.coverage.score,
        bar: format!("{:.1}", BAR * f64::from(a.coverage.score) / 100.0),
        lines,
    })
}

/// The badge: stage and score.
pub fn badge(a: &Assessment<'_>) -> String {
    let stage = a.stage.estimate.map_or(String::new(), |s| format!("{s}, "));
    let (label, message) = ("ml readiness", format!("{stage}{} of 100", a.coverage.score));
    // Letters of the font are some 6.4 units wide; the text is stretched to what is left for it.
    let width = |text: &str| text.chars().count() * 64 / 10 + 12;
    written(&Badge {
        label,
        left: width(label),
        right: width(&message),
        message,
        // Each has a contrast of at least 4.5 to white.
        color: match a.coverage.score {
            75.. => "#0a6b5e",
            40.. => "#7a5a00",
            _ => "#a8321f",
        },
    })
}

/// The requirements that are met, the weightiest first.
fn strengths(a: &Assessment<'_>) -> Vec<usize> {
    let met = a.requirements.iter().filter(|r| r.status == RequirementStatus::Met);
    let mut met: Vec<usize> = met.map(|r| r.index).collect();
    met.sort_by_key(|index| std::cmp::Reverse(a.profile.requirements[*index].weight));
    met
}

/// A template of strings and numbers that is written to memory cannot fail.
fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}

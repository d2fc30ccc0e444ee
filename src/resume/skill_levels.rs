//! The level that the fields of a skill state: which fields do, on what scale, and what a template left in them.

use super::keys::{self, InSkills};
use super::node::{Field, Node, Value};
use crate::model::candidate::{At, Candidate, Warning};
use crate::model::practice::number;
use crate::model::scale::Level;
use crate::model::stated::{Measure, stated_as};
use std::borrow::Cow;

/// The level in the templates of JSON Resume and al-folio, and the example in the schema of JSON Resume. People choose it too.
const DEFAULT_LEVEL: &str = "master";

/// The icon that al-folio's template gives every skill: beside it the default level is the template's (71 times in the survey).
const AL_FOLIO_ICON: &str = "fa-solid fa-hashtag";

/// The entry that the template of JSON Resume has: name and keywords.
const TEMPLATE_ENTRY: (&str, [&str; 3]) = ("web development", ["html", "css", "javascript"]);

/// So many entries with the default level, and no other level in the section, are "Master on everything", which says nothing.
const ON_EVERYTHING: usize = 2;

/// What the section says of levels as a whole.
#[derive(Default)]
pub(super) struct Said {
    /// Whether any level but the default is stated.
    other: bool,
    /// How many times the default is stated.
    defaults: usize,
    /// Whether a default stands beside the icon of al-folio.
    marked: bool,
    /// The value that states the first default.
    first_default: Option<u32>,
    scales: Scales,
}

impl Said {
    /// What a section says in which nothing was read yet; its scales are looked up beforehand.
    pub(super) fn of(items: &[&Node<'_>]) -> Said {
        let mut said = Said::default();
        items.iter().for_each(|item| said.scales.look(item, ""));
        said
    }

    /// The level that a text states beside no field, such as the name of a group; taken note of.
    pub(super) fn by(&mut self, text: &str, node: u32) -> Option<Level> {
        self.by_field(None, text, node)
    }

    /// The level that `field` states by `text`; taken note of.
    pub(super) fn by_field(&mut self, field: Option<&Field<'_>>, text: &str, node: u32) -> Option<Level> {
        let level = stated_as(text, self.scales.measure(field))?;
        if is_default(text) {
            self.defaults += 1;
            self.first_default.get_or_insert(node);
        } else {
            self.other = true;
        }
        Some(level)
    }

    /// The level that the fields of an entry called `name` state. A rating comes before the default, which a template may
    /// have left beside it, and both before years, which only hint at a level.
    pub(super) fn by_entry(&mut self, name: &str, fields: &[Field<'_>], to: &mut Candidate<'_>) -> Option<Level> {
        let beside = most(fields);
        let mut best: Option<(u8, &Field<'_>, Cow<'_, str>)> = None;
        for field in fields.iter().filter(|f| f.known.is_level()) {
            let Some((text, most)) = value(&field.node, beside) else {
                continue;
            };
            let text = match most {
                Some(most) if number(&text).is_some_and(|(_, rest)| rest.is_empty()) => format!("{text}/{most}").into(),
                _ => text,
            };
            let measure = self.scales.measure(Some(field));
            let rank = match measure {
                Measure::Years | Measure::Months => 2,
                _ if is_default(&text) => 1,
                _ => 0,
            };
            let is_better = best.as_ref().is_none_or(|(best, ..)| rank < *best);
            if is_better && stated_as(&text, measure).is_some() {
                best = Some((rank, field, text));
            }
        }
        let (_, field, text) = best?;
        let node = field.node.id;
        if is_default(&text) {
            // A rating that was set back to 0 beside the default: the person rates by numbers and left the word.
            let rated = |f: &Field<'_>| f.known.is_level() && matches!(f.node.value, Value::Number(_)) && !is_years(f);
            if fields.iter().any(rated) {
                return None;
            }
            if is_template_entry(name, fields) {
                to.warnings.push(warning(node));
                return None;
            }
            self.marked |= fields.iter().any(|f| f.node.text() == Some(AL_FOLIO_ICON));
        }
        self.by_field(Some(field), &text, node)
    }

    /// Takes the levels back that the section states from passage `first` on, where they are a template's.
    pub(super) fn settle(self, first: usize, to: &mut Candidate<'_>) {
        if let Some(node) = self.first_default
            && !self.other
            && (self.marked || self.defaults >= ON_EVERYTHING)
        {
            to.passages[first..].iter_mut().for_each(|p| p.level = None);
            to.warnings.push(warning(node));
        }
    }
}

fn warning(node: u32) -> Warning {
    Warning {
        code: "template-level",
        at: At::Node(node),
        message:
            "this level is the default of a resume template, so it was not counted; write your own, such as Advanced"
                .into(),
    }
}

fn is_default(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(DEFAULT_LEVEL)
}

/// Whether an entry is the one that the template of JSON Resume has: its name with all of its keywords, or with none.
fn is_template_entry(name: &str, fields: &[Field<'_>]) -> bool {
    let (own_name, own_keywords) = TEMPLATE_ENTRY;
    let has = |list: &[Node<'_>], keyword: &str| {
        let is_it = |n: &Node<'_>| n.text().is_some_and(|t| t.trim().eq_ignore_ascii_case(keyword));
        list.iter().any(is_it)
    };
    let keywords = fields.iter().find_map(|f| match &f.node.value {
        Value::List(list) if f.key == "keywords" => Some(list),
        _ => None,
    });
    let all = keywords.is_none_or(|list| own_keywords.iter().all(|keyword| has(list, keyword)));
    all && name.trim().eq_ignore_ascii_case(own_name)
}

/// What a field for a level says, and of how many points: 4, "4", {"value": 4, "max": 5}, or a number with the most of it `beside`.
fn value<'n>(node: &'n Node<'_>, beside: Option<f64>) -> Option<(Cow<'n, str>, Option<f64>)> {
    if let Some(text) = node.text_or_number() {
        return Some((text, beside));
    }
    let own = node.fields();
    let says = |f: &&Field<'_>| f.known.is_level() || matches!(f.key.as_ref(), "name" | "label" | "text" | "title");
    let text = own.iter().filter(says).find_map(|f| f.node.text_or_number())?;
    Some((text, most(own)))
}

fn most(fields: &[Field<'_>]) -> Option<f64> {
    let found = fields
        .iter()
        .filter(|f| f.known.is_most)
        .find_map(|f| f.node.text_or_number());
    found?
        .trim()
        .parse()
        .ok()
        .filter(|most: &f64| *most > 0.0 && *most <= 100.0)
}

/// The highest bare number of each field for ratings: beside a 90, a 5 is not five of five.
#[derive(Default)]
struct Scales(Vec<(String, f64)>);

impl Scales {
    fn look(&mut self, node: &Node<'_>, key: &str) {
        match &node.value {
            Value::List(list) => list.iter().for_each(|item| self.look(item, key)),
            Value::Object(fields) => {
                let is_entry = fields
                    .iter()
                    .any(|f| (f.known.in_skills == InSkills::Name) || f.known.is_level());
                // The keys of a map are skills, all rated on one scale.
                fields
                    .iter()
                    .for_each(|field| self.look(&field.node, if is_entry { &field.key } else { "" }));
            }
            _ => self.note(node, key),
        }
    }

    fn note(&mut self, node: &Node<'_>, key: &str) {
        let points = match &node.value {
            Value::Number(number) => Some(*number),
            Value::Text(text) if text.contains(|c: char| c.is_ascii_digit()) => text.trim().parse().ok(),
            _ => None,
        };
        let Some(points) = points.filter(|p: &f64| (0.0..=100.0).contains(p)) else {
            return;
        };
        let key = &joined(key);
        if !key.is_empty() && !matches!(measure(key), Some(Measure::Points)) {
            return;
        }
        match self.0.iter_mut().find(|(of, _)| of == key) {
            Some((_, highest)) => *highest = highest.max(points),
            None => self.0.push((key.to_owned(), points)),
        }
    }

    /// What a bare number in `field`, or beside no field, counts.
    fn measure(&self, field: Option<&Field<'_>>) -> Measure {
        match field.and_then(|field| field.known.measure) {
            // Nearly all levels are words.
            Some(Measure::Points) | None if self.0.is_empty() => Measure::Points,
            Some(Measure::Points) | None => {
                let key = field.map_or(String::new(), |field| joined(&field.key));
                match self.0.iter().find(|(of, _)| *of == key) {
                    Some((_, highest)) if *highest > 10.0 => Measure::PointsOf(100.0),
                    Some((_, highest)) if *highest > 5.0 => Measure::PointsOf(10.0),
                    _ => Measure::Points,
                }
            }
            Some(measure) => measure,
        }
    }
}

fn is_years(field: &Field<'_>) -> bool {
    matches!(field.known.measure, Some(Measure::Years | Measure::Months))
}

fn joined(key: &str) -> String {
    keys::words(key).concat()
}

/// Whether a field says of how many points a level is, by its key in lower case without signs.
pub(super) fn is_most(key: &str) -> bool {
    matches!(
        key,
        "max" | "maximum" | "outof" | "maxrating" | "maxlevel" | "maxvalue" | "scale"
    )
}

/// What a bare number in a field counts, by the field's key in lower case without signs; `None` for other fields.
pub(super) fn measure(key: &str) -> Option<Measure> {
    Some(match key {
        "level" | "proficiency" | "proficiencylevel" | "skilllevel" | "levelname" | "levelofproficiency"
        | "levelofexpertise" | "expertiselevel" | "experiencelevel" | "competencelevel" | "competencylevel"
        | "fluency" | "rating" | "skillrating" | "selfrating" | "value" | "score" | "skillscore" | "stars"
        | "points" | "mastery" | "niveau" | "nivel" | "nível" | "livello" | "poziom" | "уровень" | "seviye"
        | "熟练度" | "熟练程度" | "掌握程度" | "等级" | "级别" | "レベル" | "習熟度" | "수준" | "숙련도" | "레벨" => {
            Measure::Points
        }
        "percentage" | "percent" | "pct" | "prozent" | "progress" => Measure::PointsOf(100.0),
        "experience" | "exp" | "years" | "yrs" | "yoe" | "yearsofexperience" | "yearsexperience"
        | "experienceyears" | "experienceinyears" | "expyears" | "yearsofexp" | "yearsexp" | "yearsused"
        | "yearsofuse" | "yearsinuse" | "yearsofpractice" | "numberofyears" | "totalyears" | "totalexperience"
        | "workexperience" | "jahre" | "erfahrung" | "años" | "añosdeexperiencia" | "anos" | "anosdeexperiência"
        | "experiencia" | "経験年数" | "年数" | "工作年限" | "使用年限" => Measure::Years,
        "months" | "monthsofexperience" | "monthsexperience" | "experiencemonths" | "experienceinmonths"
        | "expmonths" => Measure::Months,
        _ => return None,
    })
}

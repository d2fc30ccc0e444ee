//! Reads the skills section in all its shapes: lists, groups, maps, comma lists, levels beside or inside.

use super::node::{Field, Node, Value};
use super::sections::passage;
use crate::model::candidate::{Candidate, Form, Section};
use crate::model::scale::Level;
use crate::model::stated::{denies, stated_level};
use std::borrow::Cow;

/// What the template of JSON Resume has beside every skill: beside all of them it says nothing.
const DEFAULT_LEVEL: &str = "master";

/// Which levels the section states: the template's default, and any other.
#[derive(Default)]
struct Said {
    default: bool,
    other: bool,
}

impl Said {
    /// Takes note of a text that states a level.
    fn note(&mut self, text: &str) {
        let default = text.trim().eq_ignore_ascii_case(DEFAULT_LEVEL);
        self.default |= default;
        self.other |= !default;
    }
}

/// The level that `text` states, taken note of.
fn stated(text: &str, said: &mut Said) -> Option<Level> {
    stated_level(text).inspect(|_| said.note(text))
}

/// What the groups around an entry say of it.
#[derive(Clone, Copy, Default)]
struct Under {
    level: Option<Level>,
    /// The number of the string that names the nearest group.
    head: Option<u32>,
}

impl Under {
    /// The same with a level of its own, where there is one.
    fn or(self, own: Option<Level>) -> Under {
        Under {
            level: own.or(self.level),
            ..self
        }
    }
}

/// Reads the skills section.
pub(super) fn read<'s>(items: &[&Node<'s>], to: &mut Candidate<'s>) {
    let first = to.passages.len();
    let mut said = Said::default();
    items
        .iter()
        .for_each(|item| group(item, Under::default(), &mut said, to));
    if said.default && !said.other {
        to.passages[first..].iter_mut().for_each(|p| p.level = None);
    }
}

/// Reads a line of a skills section in plain text: `Languages: Python, SQL`.
pub(super) fn read_line<'s>(node: u32, start: usize, text: Cow<'s, str>, to: &mut Candidate<'s>) {
    push(node, start, text, Form::Item, Under::default(), to);
}

fn group<'s>(node: &Node<'s>, under: Under, said: &mut Said, to: &mut Candidate<'s>) {
    match &node.value {
        Value::Text(text) => push(node.id, 0, text.clone(), Form::Item, under, to),
        Value::List(list) => list.iter().for_each(|n| group(n, under, said, to)),
        Value::Object(fields) if fields.iter().any(|f| is_name(&f.key)) => named(fields, under, said, to),
        Value::Object(fields) => map(fields, under, said, to),
        _ => {}
    }
}

/// `{"Programming": ["Python"], "Strong": […]}`: the keys are names of groups, or levels; `{"Python": 90}`: names of skills.
fn map<'s>(fields: &[Field<'s>], under: Under, said: &mut Said, to: &mut Candidate<'s>) {
    for field in fields.iter().filter(|f| !is_decoration(&f.key)) {
        let own = field.node.text_or_number().and_then(|text| stated(&text, said));
        if field.node.text_or_number().is_some_and(|text| denies(&text))
            || matches!(field.node.value, Value::Bool(false))
        {
            continue;
        }
        let is_skill = own.is_some() || matches!(field.node.value, Value::Number(_) | Value::Null | Value::Bool(_));
        if is_item_list(&field.key) {
            group(&field.node, under, said, to);
        } else if is_skill {
            push(field.key_id, 0, field.key.clone(), Form::Item, under.or(own), to);
        } else {
            push(field.key_id, 0, field.key.clone(), Form::Group, under, to);
            let under = Under {
                head: Some(field.key_id),
                ..under.or(stated(&field.key, said))
            };
            group(&field.node, under, said, to);
        }
    }
}

/// `{"name": "Machine learning", "level": "Advanced", "keywords": […]}` and its variants.
fn named<'s>(fields: &[Field<'s>], outer: Under, said: &mut Said, to: &mut Candidate<'s>) {
    let level_field = fields.iter().find(|f| is_level(&f.key));
    let own = level_field
        .and_then(|f| f.node.text_or_number())
        .and_then(|text| stated(&text, said));
    // The number 0 is what resume builders write where no level was chosen.
    if level_field.and_then(|f| f.node.text()).is_some_and(denies) {
        return;
    }
    let has_items = fields
        .iter()
        .any(|f| !is_name(&f.key) && !is_level(&f.key) && !is_decoration(&f.key) && holds_text(&f.node));
    for field in fields {
        if is_name(&field.key) {
            let form = if has_items { Form::Group } else { Form::Item };
            if let Value::Text(text) = &field.node.value {
                push(field.node.id, 0, text.clone(), form, outer.or(own), to);
            }
        } else if is_level(&field.key) {
            // Some keep the keywords in the level; words that state no level are read as such.
            if own.is_none() && !is_parallel(&field.node) {
                group(&field.node, outer, said, to);
            }
        } else if !is_decoration(&field.key) {
            let name = fields.iter().find(|f| is_name(&f.key));
            let from_name = name.and_then(|f| f.node.text()).and_then(|text| stated(text, said));
            let under = Under {
                head: name.map(|f| f.node.id).or(outer.head),
                ..outer.or(own.or(from_name))
            };
            items(&field.node, level_field, under, said, to);
        }
    }
}

/// Keywords, each with its own level where the levels are a list of the same length.
fn items<'s>(
    node: &Node<'s>,
    levels_beside: Option<&Field<'s>>,
    under: Under,
    said: &mut Said,
    to: &mut Candidate<'s>,
) {
    let beside = match levels_beside.map(|f| &f.node.value) {
        Some(Value::List(list)) => list.as_slice(),
        _ => &[],
    };
    match &node.value {
        Value::List(list) if list.len() == beside.len() => {
            for (item, beside) in list.iter().zip(beside) {
                let own = beside.text_or_number().and_then(|text| stated(&text, said));
                group(item, under.or(own), said, to);
            }
        }
        _ => group(node, under, said, to),
    }
}

fn push<'s>(node: u32, start: usize, text: Cow<'s, str>, form: Form, under: Under, to: &mut Candidate<'s>) {
    if text.trim().is_empty() {
        return;
    }
    let mut new = passage(node, start, text, Section::Skills, form, None);
    new.level = under.level;
    new.head = under.head;
    to.passages.push(new);
}

fn is_parallel(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::List(list) if list.iter().any(|n| n.text_or_number().is_some_and(|t| stated_level(&t).is_some())))
}

fn holds_text(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Text(text) => !text.trim().is_empty(),
        Value::List(list) => list.iter().any(holds_text),
        Value::Object(fields) => fields.iter().any(|f| holds_text(&f.node)),
        _ => false,
    }
}

fn is_name(key: &str) -> bool {
    ["name", "skill", "title", "label", "category", "group", "area"].contains(&key.to_lowercase().as_str())
}

fn is_level(key: &str) -> bool {
    [
        "level",
        "proficiency",
        "rating",
        "value",
        "percentage",
        "percent",
        "experience",
        "years",
        "score",
        "mastery",
    ]
    .contains(&key.to_lowercase().as_str())
}

fn is_item_list(key: &str) -> bool {
    ["items", "keywords", "skills", "list", "categories", "groups"].contains(&key.to_lowercase().as_str())
}

fn is_decoration(key: &str) -> bool {
    [
        "icon",
        "image",
        "logo",
        "url",
        "link",
        "color",
        "colour",
        "id",
        "visible",
        "hidden",
        "order",
        "iconclass",
        "width",
    ]
    .contains(&key.to_lowercase().as_str())
}

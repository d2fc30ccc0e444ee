//! Reads the skills section in all its shapes: lists, groups, maps, comma lists, levels beside or inside.

use super::keys::InSkills;
use super::node::{Field, Node, Value};
use super::sections::passage;
use super::skill_levels::Said;
use crate::model::candidate::{Candidate, Form, Section};
use crate::model::scale::Level;
use crate::model::stated::{denies, stated_level};
use std::borrow::Cow;

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
    let mut said = Said::of(items);
    items
        .iter()
        .for_each(|item| group(item, Under::default(), &mut said, to));
    said.settle(first, to);
}

/// Reads a line of a skills section in plain text: `Languages: Python, SQL`.
pub(super) fn read_line<'s>(node: u32, start: usize, text: Cow<'s, str>, to: &mut Candidate<'s>) {
    push(node, start, text, Form::Item, Under::default(), to);
}

fn group<'s>(node: &Node<'s>, under: Under, said: &mut Said, to: &mut Candidate<'s>) {
    match &node.value {
        Value::Text(text) => push(node.id, 0, text.clone(), Form::Item, under, to),
        Value::List(list) => list.iter().for_each(|n| group(n, under, said, to)),
        Value::Object(fields) if fields.iter().any(|f| f.known.in_skills == InSkills::Name) => {
            named(fields, None, under, said, to)
        }
        // {"level": "Advanced", "keywords": […]}: a group without a name.
        Value::Object(fields) if says_level(fields) && fields.iter().any(|f| f.known.in_skills == InSkills::Items) => {
            named(fields, None, under, said, to);
        }
        Value::Object(fields) => map(fields, under, said, to),
        _ => {}
    }
}

/// `{"Programming": ["Python"], "Strong": […]}`: the keys are names of groups, or levels; `{"Python": 90}`: names of skills.
fn map<'s>(fields: &[Field<'s>], under: Under, said: &mut Said, to: &mut Candidate<'s>) {
    for field in fields.iter().filter(|f| f.known.in_skills != InSkills::Decoration) {
        // {"Rust": {"level": "advanced"}}: the key names what the fields are about.
        let about_key = matches!(&field.node.value, Value::Object(fields) if says_level(fields));
        if about_key && field.known.in_skills != InSkills::Items {
            named(field.node.fields(), Some((field.key_id, &field.key)), under, said, to);
            continue;
        }
        let own = field
            .node
            .text_or_number()
            .and_then(|text| said.by(&text, field.node.id));
        if field.node.text_or_number().is_some_and(|text| denies(&text))
            || matches!(field.node.value, Value::Bool(false))
        {
            continue;
        }
        let is_skill = own.is_some() || matches!(field.node.value, Value::Number(_) | Value::Null | Value::Bool(_));
        if field.known.in_skills == InSkills::Items {
            group(&field.node, under, said, to);
        } else if is_skill {
            push(field.key_id, 0, field.key.clone(), Form::Item, under.or(own), to);
        } else {
            push(field.key_id, 0, field.key.clone(), Form::Group, under, to);
            let under = Under {
                head: Some(field.key_id),
                ..under.or(said.by(&field.key, field.key_id))
            };
            group(&field.node, under, said, to);
        }
    }
}

/// `{"name": "Machine learning", "level": "Advanced", "keywords": […]}` and its variants; `key` is the key of the whole where
/// that is its name.
fn named<'s>(
    fields: &[Field<'s>],
    key: Option<(u32, &Cow<'s, str>)>,
    outer: Under,
    said: &mut Said,
    to: &mut Candidate<'s>,
) {
    let field_name = fields.iter().find(|f| f.known.in_skills == InSkills::Name);
    let name = key.or(match field_name {
        Some(Field {
            node: Node {
                id,
                value: Value::Text(text),
            },
            ..
        }) => Some((*id, text)),
        _ => None,
    });
    let own = said.by_entry(name.map_or("", |(_, text)| text), fields, to);
    let levels = || fields.iter().filter(|f| f.known.is_level());
    // The number 0 is what resume builders write where no level was chosen.
    if own.is_none() && levels().filter_map(|f| f.node.text()).any(denies) {
        return;
    }
    let has_items = fields.iter().any(|f| {
        f.known.in_skills != InSkills::Name
            && !f.known.is_level()
            && f.known.in_skills != InSkills::Decoration
            && holds_text(&f.node)
    });
    let form = if has_items { Form::Group } else { Form::Item };
    if let Some((id, text)) = key {
        push(id, 0, text.clone(), form, outer.or(own), to);
    }
    let from_name = match name {
        Some((id, text)) if own.is_none() && has_items => said.by(text, id),
        _ => None,
    };
    let under = Under {
        head: name.map(|(id, _)| id).or(field_name.map(|f| f.node.id)).or(outer.head),
        ..outer.or(own.or(from_name))
    };
    let lists = levels().find(|f| matches!(f.node.value, Value::List(_)));
    for field in fields {
        if field.known.in_skills == InSkills::Name {
            if let Value::Text(text) = &field.node.value {
                push(field.node.id, 0, text.clone(), form, outer.or(own), to);
            }
        } else if field.known.is_level() {
            // Some keep the keywords in the level; words that state no level are read as such.
            if !states(&field.node) && !is_parallel(&field.node) {
                group(&field.node, outer, said, to);
            }
        } else if field.known.in_skills != InSkills::Decoration {
            items(&field.node, lists, under, said, to);
        }
    }
}

/// Whether the fields of an object say how well something is mastered.
fn says_level(fields: &[Field<'_>]) -> bool {
    let number = |node: &Node<'_>| matches!(node.value, Value::Number(_));
    fields
        .iter()
        .any(|f| f.known.is_level() && (number(&f.node) || states(&f.node)))
}

/// Whether a value is one statement of a level.
fn states(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Object(fields) => says_level(fields),
        _ => node.text_or_number().is_some_and(|text| stated_level(&text).is_some()),
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
    let beside = match levels_beside {
        Some(Field {
            node: Node {
                value: Value::List(list),
                ..
            },
            ..
        }) => list.as_slice(),
        _ => &[],
    };
    match &node.value {
        Value::List(list) if list.len() == beside.len() => {
            for (item, beside) in list.iter().zip(beside) {
                let own = beside
                    .text_or_number()
                    .and_then(|text| said.by_field(levels_beside, &text, beside.id));
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

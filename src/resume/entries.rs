//! Reads entries with a place in time: jobs, projects, studies, publications, awards.

use super::keys::{self, FieldRole};
use super::lines;
use super::node::{Field, Node, Value};
use super::sections::{passage, push_text};
use super::template::{self, LeftOvers};
use crate::model::candidate::{At, Candidate, Entry, Form, Section, Warning};
use crate::text::dates::{self, DateFault};
use std::borrow::Cow;

/// Reads a section: a list of entries, one entry, a map of entries, or lines of text.
pub(super) fn read<'s>(node: &Node<'s>, section: Section, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    match &node.value {
        Value::List(list) if list.iter().all(|n| matches!(n.value, Value::Text(_))) => {
            lines::read_list(list, section, to)
        }
        Value::List(list) => list.iter().for_each(|n| read(n, section, templates, to)),
        Value::Object(fields) if is_map_of_entries(fields) => {
            fields.iter().for_each(|f| read(&f.node, section, templates, to));
        }
        Value::Object(fields) => entry(node.id, fields, section, templates, to),
        Value::Text(_) => push_text(node, section, Form::Prose, None, to),
        _ => {}
    }
}

/// `{"Publications": [{…}]}`: every field holds objects, so the fields are groups and not the fields of one entry.
fn is_map_of_entries(fields: &[Field<'_>]) -> bool {
    !fields.is_empty()
        && fields.iter().all(|f| match &f.node.value {
            Value::Object(_) => true,
            Value::List(list) => !list.is_empty() && list.iter().all(|n| matches!(n.value, Value::Object(_))),
            _ => false,
        })
}

/// Whether an entry of a resume builder's export is switched off.
fn is_hidden(fields: &[Field<'_>]) -> bool {
    fields.iter().any(|f| match f.node.value {
        Value::Bool(value) => (f.key == "visible" && !value) || (f.key == "hidden" && value),
        _ => false,
    })
}

fn entry<'s>(id: u32, fields: &[Field<'s>], section: Section, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    if is_hidden(fields) {
        return;
    }
    if templates.is_left_over(fields) {
        to.warnings.push(template::warning(id));
        return;
    }
    if let Some(posts) = fields.iter().find(|f| is_posts(f, section)) {
        read(&posts.node, section, templates, to);
        return;
    }
    let index = to.entries.len();
    let periods = periods(id, fields, to);
    to.entries.push(Entry {
        node: id,
        section,
        title: String::new(),
        kind: String::new(),
        periods,
    });
    for field in fields {
        let role = role(field, section, fields);
        match role {
            FieldRole::Title => append(&mut to.entries[index].title, &field.node),
            FieldRole::Kind => append(&mut to.entries[index].kind, &field.node),
            FieldRole::Area => append(&mut to.entries[index].title, &field.node),
            _ => {}
        }
        let form = match role {
            FieldRole::Title | FieldRole::Area => Form::Title,
            FieldRole::Kind if section == Section::Education => Form::Title,
            FieldRole::Tools => Form::Tools,
            FieldRole::Text | FieldRole::Thesis => Form::Prose,
            _ => continue,
        };
        // A Master of Laws is written like a language model.
        let is_law = role == FieldRole::Kind
            && field
                .node
                .text()
                .is_some_and(|t| t.replace('.', "").eq_ignore_ascii_case("llm"));
        if !is_law {
            texts(&field.node, section, form, index, role == FieldRole::Thesis, to);
        }
    }
}

/// Several posts with one employer: `{"company": …, "positions": [{"title": …, "startDate": …}]}`.
fn is_posts(field: &Field<'_>, section: Section) -> bool {
    let dated = |node: &Node<'_>| {
        let role = |f: &Field<'_>| f.known.field(section);
        node.fields()
            .iter()
            .any(|f| matches!(role(f), FieldRole::Start | FieldRole::When))
    };
    field.known.holds_posts
        && section == Section::Work
        && matches!(&field.node.value, Value::List(list) if list.iter().any(dated))
}

/// What a field holds, with the two readings of `name` and `title` told apart.
fn role(field: &Field<'_>, section: Section, fields: &[Field<'_>]) -> FieldRole {
    match field.known.field(section) {
        FieldRole::Name if keys::name_is_title(section) => FieldRole::Title,
        FieldRole::Name => FieldRole::Ignored,
        // A position without any other title is one; beside a name it is the second title of a project.
        FieldRole::When
            if date_of(&field.node).is_none() && matches!(field.node.value, Value::List(_) | Value::Object(_)) =>
        {
            FieldRole::Text
        }
        FieldRole::Title
            if section == Section::Education && fields.iter().any(|f| f.known.field(section) == FieldRole::Area) =>
        {
            FieldRole::Ignored
        }
        role => role,
    }
}

fn append(to: &mut String, node: &Node<'_>) {
    if let Some(text) = node.text() {
        if !to.is_empty() {
            to.push_str(", ");
        }
        to.push_str(text.trim());
    }
}

/// Adds every text below `node` as passages of the entry.
fn texts<'s>(node: &Node<'s>, section: Section, form: Form, entry: usize, thesis: bool, to: &mut Candidate<'s>) {
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => {
            let text = if form == Form::Title && section == Section::Work {
                before_employer(text)
            } else {
                text.clone()
            };
            let mut new = passage(node.id, 0, text, section, form, Some(entry));
            new.thesis |= thesis;
            to.passages.push(new);
        }
        Value::List(list) => list.iter().for_each(|n| texts(n, section, form, entry, thesis, to)),
        Value::Object(fields) => {
            for field in fields.iter() {
                let form = match field.known.field(section) {
                    FieldRole::Ignored | FieldRole::Start | FieldRole::End | FieldRole::When => continue,
                    FieldRole::Tools => Form::Tools,
                    _ => form,
                };
                texts(&field.node, section, form, entry, thesis, to);
            }
        }
        _ => {}
    }
}

/// A position without the employer behind it: "Engineer at Databricks" says nothing about Databricks.
pub(super) fn before_employer<'s>(title: &Cow<'s, str>) -> Cow<'s, str> {
    let names_employer = |at: &usize| {
        let rest = &title[*at..];
        [" at ", " @ ", " bei ", " chez "]
            .iter()
            .any(|word| rest.starts_with(word))
    };
    let end = memchr::memchr_iter(b' ', title.as_bytes()).find(names_employer);
    match (title, end) {
        (Cow::Borrowed(title), Some(end)) => Cow::Borrowed(&title[..end]),
        (Cow::Owned(title), Some(end)) => Cow::Owned(title[..end].to_owned()),
        (title, None) => title.clone(),
    }
}

/// The periods that the date fields of an entry name; faults become warnings.
fn periods(id: u32, fields: &[Field<'_>], to: &mut Candidate<'_>) -> Vec<dates::Period> {
    let named = |role: FieldRole| {
        let mut dated = fields.iter().filter(|f| f.known.field(Section::Work) == role);
        let found = dated.find_map(|f| Some((said_of(&f.node)?, f.node.id)));
        found.unzip()
    };
    let (start, start_id) = named(FieldRole::Start);
    let (end, end_id) = named(FieldRole::End);
    let (range, range_id) = named(FieldRole::When);
    let range = range.filter(|_| start.is_none());
    let (periods, faults) = dates::parse_periods(start.as_deref(), end.as_deref(), range.as_deref());
    let at = || {
        At::Node(match (start_id, range_id) {
            (Some(start_id), _) => end_id
                .filter(|_| start.as_deref().is_some_and(|s| dates::parse_date(s).is_ok()))
                .unwrap_or(start_id),
            (None, Some(range_id)) => range_id,
            _ => end_id.unwrap_or(id),
        })
    };
    for fault in faults {
        let (code, message) = match fault {
            DateFault::Unreadable => (
                "unreadable-date",
                "this date cannot be read; write it as 2024-05 (the entry counts for no years)",
            ),
            DateFault::Impossible => (
                "impossible-date",
                "there is no such date (the entry counts for no years)",
            ),
            DateFault::EndBeforeStart => (
                "end-before-start",
                "this entry ends before it starts (it counts for no years)",
            ),
        };
        to.warnings.push(Warning {
            code,
            at: at(),
            message: message.into(),
        });
    }
    periods
}

/// What a date field says, as one text.
fn said_of<'n>(node: &'n Node<'_>) -> Option<Cow<'n, str>> {
    date_of(node).map(Cow::Owned).or_else(|| node.text_or_number())
}

/// A date in parts, `{"year": 2020, "month": 5}`, or a list of begin and end, as one text.
fn date_of(node: &Node<'_>) -> Option<String> {
    let part = |name: &str| {
        node.fields()
            .iter()
            .find(|f| f.key.eq_ignore_ascii_case(name))
            .and_then(|f| f.node.text_or_number())
    };
    match &node.value {
        Value::Object(_) => {
            let year = part("year")?;
            Some(part("month").map_or(year.to_string(), |month| format!("{month}/{year}")))
        }
        Value::List(list) if list.len() == 2 => {
            Some(format!("{} - {}", list[0].text_or_number()?, list[1].text_or_number()?))
        }
        _ => None,
    }
}

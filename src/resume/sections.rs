//! Walks the top of a resume and hands each section to its reader.

use super::key_words::{HEADINGS, KINDS, holds};
use super::keys::{self, FieldRole, InSkills, Part};
use super::node::{Field, Node, Value};
use super::template::LeftOvers;
use super::{certificates, entries, entry_dates, lines, skills};
use crate::model::candidate::{At, Candidate, Form, Passage, Section, Warning};
use crate::model::stated::stated_level;
use crate::text::clean::for_terminal;
use std::borrow::Cow;
use std::collections::HashSet;

/// Whether an object is a resume: empty, with a known section, or with a text of at least 40 letters and a blank in it.
pub(super) fn is_resume(fields: &[Field<'_>]) -> bool {
    fields.is_empty() || fields.iter().any(|f| is_section(f) || tells_something(&f.node))
}

fn is_section(field: &Field<'_>) -> bool {
    matches!(field.known.part, Some(Part::Section(_) | Part::Basics))
}

fn tells_something(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Text(text) => {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            // Scripts without blanks say as much in half as many letters.
            let unspaced = text.chars().filter(|c| ('\u{3040}'..='\u{D7A3}').contains(c)).count();
            text.trim().contains(' ') && letters >= 40 || unspaced >= 20
        }
        Value::List(list) => list.iter().any(tells_something),
        Value::Object(fields) => fields.iter().any(|f| is_section(f) || tells_something(&f.node)),
        _ => false,
    }
}

/// Room for what most resumes have, so that it is taken once.
const ENTRIES: usize = 16;
const PASSAGES: usize = 64;

/// Reads all sections in the order of the file.
///
/// `section` is what a list without an object around it is.
pub(super) fn read<'s>(root: &Node<'s>, section: Option<Section>, templates: LeftOvers<'_>) -> Candidate<'s> {
    let mut candidate = Candidate {
        entries: Vec::with_capacity(ENTRIES),
        passages: Vec::with_capacity(PASSAGES),
        ..Candidate::default()
    };
    match (&root.value, section) {
        (Value::List(_), Some(section)) => read_node(root, section, templates, &mut candidate),
        (Value::List(list), None) => headed_sections(list, templates, &mut candidate),
        _ => read_fields(root.fields(), templates, &mut candidate),
    }
    candidate
}

fn read_fields<'s>(fields: &[Field<'s>], templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    // Its hash has a secret, so that no file can be made of a million keys that all meet in one place.
    let mut seen: HashSet<&str> = HashSet::new();
    for field in fields {
        if !seen.insert(&field.key) {
            let key = for_terminal(&field.key);
            to.warnings.push(Warning {
                code: "duplicate-key",
                at: At::Node(field.key_id),
                message: format!("the key \"{key}\" stands here twice; both are read, other programs keep one"),
            });
        }
        match field.known.part {
            Some(Part::Ignored) => {}
            part if holds_sections(&field.node, part) => read_fields(field.node.fields(), templates, to),
            Some(Part::Basics) if !field.node.fields().is_empty() => basics(field.node.fields(), templates, to),
            Some(Part::Basics) => text_of(&field.node, Section::Summary, to),
            Some(Part::Container) => match &field.node.value {
                Value::List(list) => headed_sections(list, templates, to),
                _ => read_fields(field.node.fields(), templates, to),
            },
            Some(Part::Section(section)) => read_section(field, section, templates, to),
            None if field.known.holds_no_entries => text_of(&field.node, Section::Other, to),
            None => match (told_by_fields(&field.node), &field.node.value) {
                (Some(section), _) => read_section(field, section, templates, to),
                (None, Value::List(list)) if say_sections(list) => headed_sections(list, templates, to),
                _ => text_of(&field.node, Section::Other, to),
            },
        }
    }
}

/// Whether most records of a list have a date and say by their kind which section they belong to.
pub(super) fn say_sections(list: &[Node<'_>]) -> bool {
    let says = |n: &&Node<'_>| said_section(n, KINDS).is_some() && n.fields().iter().any(entry_dates::is_date);
    2 * list.iter().filter(says).count() > list.len()
}

/// What a list under an unknown key is by the fields of its entries. Where one of them has a date, titles beside an employer make
/// them jobs, beside a school studies; with a
/// name and a level skills, with a name, tools and a text projects.
pub(super) fn told_by_fields(node: &Node<'_>) -> Option<Section> {
    let node = wrapped(node, Section::Work).map_or(node, |f| &f.node);
    let Value::List(list) = &node.value else { return None };
    if say_sections(list) {
        return None;
    }
    let is_titled = |n: &Node<'_>| {
        n.fields()
            .iter()
            .any(|f| f.known.field(Section::Work) == FieldRole::Title)
    };
    let section = |n: &Node<'_>| {
        n.fields()
            .iter()
            .find_map(|f| f.known.of_entry)
            .filter(|_| is_titled(n))
    };
    let most = |is: &dyn Fn(&Node<'_>) -> bool| 2 * list.iter().filter(|n| is(n)).count() > list.len();
    let has = |n: &Node<'_>, is: &dyn Fn(&Field<'_>) -> bool| n.fields().iter().any(is);
    let is_named = |f: &Field<'_>| f.known.in_skills == InSkills::Name;
    let has_tools =
        |f: &Field<'_>| f.known.field(Section::Project) == FieldRole::Tools && matches!(f.node.value, Value::List(_));
    if most(&|n| entries::is_post(n.fields())) {
        return Some(Section::Work);
    }
    let first = list.iter().find_map(section);
    if list.iter().any(|n| has(n, &entry_dates::is_date))
        && let Some(first) = first
        && most(&|n| section(n) == Some(first))
    {
        return Some(first);
    }
    let states = |f: &Field<'_>| f.known.is_level() && f.node.text_or_number().is_some_and(|said| states_level(&said));
    if most(&|n| has(n, &is_named) && has(n, &states)) {
        return Some(Section::Skills);
    }
    let has_words = |text: &str| text.split_whitespace().count() >= 3;
    let is_told =
        |f: &Field<'_>| f.known.field(Section::Project) == FieldRole::Text && f.node.text().is_some_and(has_words);
    most(&|n| has(n, &is_named) && has(n, &has_tools) && has(n, &is_told)).then_some(Section::Project)
}

/// What a record says of the section that it is or belongs to: `{"type": "work", …}`, `{"title": "Experience", "items": […]}`;
/// and the number of the value that does.
fn said_section(node: &Node<'_>, keys: &str) -> Option<(u32, Section)> {
    let may_say = |f: &&Field<'_>| holds(keys, f.key.to_lowercase().trim_start_matches('$'));
    node.fields()
        .iter()
        .filter(may_say)
        .find_map(|f| match heading(f.node.text()?) {
            Some(Part::Section(section)) => Some((f.node.id, section)),
            _ => None,
        })
}

/// Reads sections or entries that stand in one list, each of which says what it is.
fn headed_sections<'s>(list: &[Node<'s>], templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    for node in list {
        let Some((heading, section)) = said_section(node, HEADINGS) else {
            text_of(node, Section::Other, to);
            continue;
        };
        // A record with a date is an entry, one with a title too, unless it holds other records.
        let is_title = |f: &Field<'_>| f.known.field(section) == FieldRole::Title && f.node.id != heading;
        let has = |is: &dyn Fn(&Field<'_>) -> bool| node.fields().iter().any(is);
        if has(&entry_dates::is_date) || has(&is_title) && !has(&|f| holds_records(&f.node)) {
            read_node(node, section, templates, to);
            continue;
        }
        let is_read = |f: &&Field<'_>| f.node.id != heading && f.known.field(section) != FieldRole::Ignored;
        for held in node.fields().iter().filter(is_read) {
            match held.node.value {
                Value::Text(_) | Value::List(_) | Value::Object(_) => read_section(held, section, templates, to),
                _ => {}
            }
        }
    }
}

/// A heading has at most so many words: "Selected work experience".
const HEADING: usize = 3;

/// What a text announces if it is a heading: by its last word, for "Project Manager" is none.
fn heading(text: &str) -> Option<Part> {
    let words = text.split_whitespace();
    let last = words.clone().next_back()?;
    (words.count() <= HEADING).then(|| keys::part(last)).flatten()
}

/// Whether a whole resume stands under one key: `{"profile": {"work": […], "skills": […]}}`.
fn holds_sections(node: &Node<'_>, part: Option<Part>) -> bool {
    let opens = matches!(
        part,
        None | Some(Part::Basics | Part::Container | Part::Section(Section::Summary))
    );
    let told = |f: &&Field<'_>| {
        matches!(
            f.known.part,
            Some(Part::Section(Section::Work | Section::Education | Section::Project))
        )
    };
    opens && node.fields().iter().filter(told).any(|f| holds_several(&f.node))
}

fn read_section<'s>(field: &Field<'s>, section: Section, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    if let Value::Number(_) | Value::Bool(_) = field.node.value {
        let key = for_terminal(&field.key);
        to.warnings.push(Warning {
            code: "unreadable-section",
            at: At::Node(field.node.id),
            message: format!("\"{key}\" holds neither a list nor text, so nothing was read from it"),
        });
        return;
    }
    read_node(&field.node, section, templates, to);
}

/// Reads what a section holds.
fn read_node<'s>(whole: &Node<'s>, section: Section, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    let wrapped = wrapped(whole, section);
    let node = wrapped.map_or(whole, |f| &f.node);
    let beside = whole
        .fields()
        .iter()
        .filter(|f| wrapped.is_some_and(|w| w.node.id != f.node.id));
    for other in beside.filter(|f| tells_something(&f.node)) {
        text_of(&other.node, Section::Summary, to);
    }
    match section {
        Section::Headline => headline(node, to),
        Section::Skills => {
            to.skills_node.get_or_insert(whole.id);
            let items = templates.own_items(node, to);
            skills::read(&items, to);
        }
        Section::Certificate => certificates::read(node, templates, to),
        Section::Languages | Section::Interests => {
            for item in templates.own_items(node, to) {
                named_items(item, section, to);
            }
        }
        Section::Summary | Section::Other => {
            for item in templates.own_items(node, to) {
                text_of(item, section, to);
            }
        }
        _ => entries::read(node, section, templates, to),
    }
}

/// The field that holds a section's entries where they are wrapped: `{"name": "Skills", "items": […]}` in exports of resume
/// builders, `{"summary": …, "history": [{"position": …, "start": …}]}` in the FRESH format.
fn wrapped<'n, 's>(node: &'n Node<'s>, section: Section) -> Option<&'n Field<'s>> {
    let is_heading = |f: &Field<'_>| f.node.text().is_some_and(|text| heading(text).is_some());
    let is_named = |f: &Field<'_>| matches!(f.known.field(section), FieldRole::Title | FieldRole::Name);
    let is_of_entry = |f: &Field<'_>| match f.known.field(section) {
        FieldRole::Title | FieldRole::Name | FieldRole::Kind | FieldRole::Area => !is_heading(f),
        // A number of years is none.
        _ => f.known.of_entry.is_some() || entry_dates::is_date(f) && !matches!(f.node.value, Value::Number(_)),
    };
    // Several lists are a map of groups.
    let lists = node.fields().iter().filter(|f| holds_several(&f.node)).count();
    let may_wrap = section != Section::Skills && lists == 1 && !node.fields().iter().any(is_of_entry);
    let holds_entry = |n: &Node<'_>| n.fields().iter().any(|f| is_named(f) || entry_dates::is_date(f));
    node.fields().iter().find(|f| match &f.node.value {
        Value::List(list) => f.key == "items" || may_wrap && list.iter().any(holds_entry),
        _ => false,
    })
}

fn basics<'s>(fields: &[Field<'s>], templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    for field in fields {
        match field.known.part {
            Some(Part::Section(Section::Headline)) => headline(&field.node, to),
            Some(Part::Section(section)) if section != Section::Summary && holds_several(&field.node) => {
                read_section(field, section, templates, to);
            }
            Some(Part::Section(Section::Summary) | Part::Basics) => text_of(&field.node, Section::Summary, to),
            Some(Part::Ignored) => {}
            // People keep whole careers under keys of their own; contact data is shorter.
            _ if tells_something(&field.node) => text_of(&field.node, Section::Summary, to),
            _ => {}
        }
    }
}

/// Whether a node is a list with an object in it.
fn holds_records(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::List(list) if list.iter().any(|n| !n.fields().is_empty()))
}

fn states_level(said: &str) -> bool {
    said.parse::<f64>().is_ok() || stated_level(said).is_some()
}

/// Whether a node holds several others.
fn holds_several(node: &Node<'_>) -> bool {
    matches!(node.value, Value::List(_) | Value::Object(_))
}

fn headline<'s>(node: &Node<'s>, to: &mut Candidate<'s>) {
    if let Some(text) = node.text() {
        to.label.get_or_insert_with(|| text.trim().to_owned());
    }
    text_of(node, Section::Headline, to);
}

/// Reads every text below `node` as running text of `section`; a long text with headings is taken apart.
pub(super) fn text_of<'s>(node: &Node<'s>, section: Section, to: &mut Candidate<'s>) {
    match &node.value {
        Value::Text(text) if section == Section::Other && lines::has_headings(text) => {
            lines::read_document(node.id, text.clone(), to)
        }
        Value::Text(_) => push_text(node, section, Form::Prose, None, to),
        Value::List(list) => list.iter().for_each(|item| text_of(item, section, to)),
        Value::Object(fields) => {
            for field in fields
                .iter()
                .filter(|f| f.known.field(section) != keys::FieldRole::Ignored)
            {
                text_of(&field.node, section, to);
            }
        }
        _ => {}
    }
}

/// Reads a spoken language or an interest: what it is called, its level, and its keywords, which stand in a group.
fn named_items<'s>(node: &Node<'s>, section: Section, to: &mut Candidate<'s>) {
    let fields = node.fields();
    let level = fields
        .iter()
        .filter(|f| ["fluency", "level", "proficiency"].contains(&f.key.to_lowercase().as_str()));
    let level = level
        .filter_map(|f| f.node.text_or_number())
        .find_map(|text| stated_level(&text));
    let name = fields.iter().find(|f| f.key == "name").map(|f| f.node.id);
    for field in fields {
        let first = to.passages.len();
        match &field.node.value {
            _ if field.known.field(section) == keys::FieldRole::Ignored => {}
            Value::List(list) if section == Section::Interests => {
                list.iter()
                    .for_each(|item| push_text(item, section, Form::Item, None, to));
                to.passages[first..].iter_mut().for_each(|p| p.head = name);
            }
            _ => {
                text_of(&field.node, section, to);
                to.passages[first..].iter_mut().for_each(|p| p.level = level);
            }
        }
    }
    if fields.is_empty() {
        text_of(node, section, to);
    }
}

/// Adds the text of `node` as a passage; nothing where it is no text.
pub(super) fn push_text<'s>(
    node: &Node<'s>,
    section: Section,
    form: Form,
    entry: Option<usize>,
    to: &mut Candidate<'s>,
) {
    if let Value::Text(text) = &node.value
        && !text.trim().is_empty()
    {
        to.passages
            .push(passage(node.id, 0, text.clone(), section, form, entry));
    }
}

/// A passage without a stated level.
pub(super) fn passage<'s>(
    node: u32,
    start: usize,
    text: Cow<'s, str>,
    section: Section,
    form: Form,
    entry: Option<usize>,
) -> Passage<'s> {
    let thesis = section == Section::Education && form == Form::Prose && keys::is_thesis(&text.to_lowercase());
    Passage {
        node,
        start,
        entry,
        thesis,
        ..Passage::new(text, section, form)
    }
}

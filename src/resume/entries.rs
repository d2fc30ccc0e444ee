//! Reads entries with a place in time: jobs, projects, studies, publications, awards.

use super::keys::{self, FieldRole, Part};
use super::lines;
use super::node::{Field, Node, Value};
use super::sections::{passage, push_text};
use super::template::{self, LeftOvers};
use super::{certificates, entry_dates};
use crate::model::candidate::{Candidate, Entry, Form, Section};
use crate::text::dates;
use std::borrow::Cow;

/// Reads a section: a list of entries, one entry, a map of entries, or lines of text.
pub(super) fn read<'s>(node: &Node<'s>, section: Section, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    match &node.value {
        Value::List(list) if list.iter().all(|n| matches!(n.value, Value::Text(_))) => {
            lines::read_list(list, section, to)
        }
        Value::List(list) => list.iter().for_each(|n| read(n, section, templates, to)),
        Value::Object(fields) if is_map_of_entries(fields) => {
            for field in fields {
                let first = to.entries.len();
                read(&field.node, section, templates, to);
                if to.entries.len() == first + 1 {
                    told_by_key(field, first, to);
                }
            }
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

/// Whether a field says that an entry among jobs is a study, `{"type": "education", …}`, which may also be a job's trade.
fn is_study(fields: &[Field<'_>]) -> bool {
    let is = |f: &Field<'_>, role| f.known.field(Section::Work) == role;
    let names_education = |text: &str| keys::part(text) == Some(Part::Section(Section::Education));
    let says = |f: &Field<'_>| is(f, FieldRole::Kind) && f.node.text().is_some_and(names_education);
    let names_post = |f: &Field<'_>| is(f, FieldRole::Title) && f.node.text_within().is_some_and(keys::names_post);
    fields.iter().any(says) && !fields.iter().any(names_post)
}

/// Whether an entry has a begin, an employer and the title of somebody employed.
pub(super) fn is_post(fields: &[Field<'_>]) -> bool {
    let has = |is: &dyn Fn(&Field<'_>) -> bool| fields.iter().any(is);
    let says = |f: &Field<'_>| is_title(f) && f.node.text_within().is_some_and(keys::names_employed);
    let employs = |f: &Field<'_>| f.known.is_employer && f.node.text().is_some();
    has(&|f| f.known.field(Section::Work) == FieldRole::Start) && has(&employs) && has(&says)
}

/// Whether a field names what an entry is about.
fn is_title(field: &Field<'_>) -> bool {
    matches!(field.known.field(Section::Work), FieldRole::Title | FieldRole::Name)
}

/// Whether a field names a publisher of courses.
fn is_of_courses(field: &Field<'_>) -> bool {
    let publishers = ["coursera", "edx", "mitx", "harvardx", "udemy", "udacity", "datacamp"];
    let says = |text: &str| publishers.contains(&&*text.trim().to_lowercase());
    field.key.eq_ignore_ascii_case("publisher") && field.node.text().is_some_and(says)
}

/// Whether the only title among the fields of a job is a degree: "Ph.D., Electrical Engineering".
fn title_is_degree(fields: &[Field<'_>]) -> bool {
    let titles = fields
        .iter()
        .filter(|f| f.known.field(Section::Work) == FieldRole::Title);
    let mut titles = titles.filter_map(|f| f.node.text_within()).peekable();
    titles.peek().is_some() && titles.all(keys::is_degree)
}

/// What the key of an entry in a map says where its fields do not: `{"2020 - 2021": {…}}`, `{"Data Scientist": {"company": …}}`.
fn told_by_key(field: &Field<'_>, index: usize, to: &mut Candidate<'_>) {
    let entry = &mut to.entries[index];
    if entry.periods.is_empty() && !field.node.fields().iter().any(entry_dates::is_date) {
        let (periods, _) = dates::parse_periods(None, None, Some(&field.key));
        entry.periods = periods;
    }
    let has_employer = |f: &Field<'_>| f.known.of_entry == Some(Section::Work);
    if entry.title.is_empty() && field.node.fields().iter().any(has_employer) {
        entry.title = field.key.trim().to_owned();
    }
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
    if section == Section::Publication && fields.iter().any(is_of_courses) {
        for field in fields
            .iter()
            .filter(|f| is_title(f) || f.known.field(section) == FieldRole::Text)
        {
            let form = if is_title(field) { Form::Title } else { Form::Prose };
            push_text(&field.node, Section::Education, form, None, to);
        }
        return;
    }
    let section = match section {
        Section::Work if is_study(fields) || title_is_degree(fields) => Section::Education,
        // "Research" holds papers or posts.
        Section::Publication if is_post(fields) => Section::Work,
        section => section,
    };
    if templates.is_left_over(fields) {
        to.warnings.push(template::warning(id));
        return;
    }
    if let Some(posts) = posts(fields, section) {
        read(&posts.node, section, templates, to);
        return;
    }
    let index = to.entries.len();
    let periods = entry_dates::periods(id, fields, section, to);
    to.entries.push(Entry {
        node: id,
        section,
        title: String::new(),
        kind: String::new(),
        periods,
    });
    let whole = Whole::of(fields, section);
    for field in fields {
        let role = role(field, section, whole);
        match role {
            FieldRole::Title => append(&mut to.entries[index].title, &field.node),
            FieldRole::Kind => append(&mut to.entries[index].kind, &field.node),
            FieldRole::Area => append(&mut to.entries[index].title, &field.node),
            FieldRole::Text if field.known.holds_posts && section == Section::Work => {
                append_titles(&mut to.entries[index].title, &field.node);
            }
            _ => {}
        }
        let form = match role {
            FieldRole::Title | FieldRole::Area => Form::Title,
            FieldRole::Kind if section == Section::Education => Form::Title,
            // A note may be a word ("Internship") or a sentence.
            FieldRole::Kind if field.node.text().is_some_and(is_sentence) => Form::Prose,
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
    if section == Section::Education {
        certificates::among_studies(id, fields, to);
    }
    if !fields.iter().any(entry_dates::is_date) && matches!(section, Section::Work | Section::Education) {
        to.entries[index].periods.extend(entry_dates::in_head(fields));
    }
}

/// Several posts with one employer: `{"company": …, "positions": [{"title": …, "startDate": …}]}`, under another key only where
/// the whole has neither title nor date nor text, and each of the posts has a title.
fn posts<'n, 's>(fields: &'n [Field<'s>], section: Section) -> Option<&'n Field<'s>> {
    if section != Section::Work {
        return None;
    }
    let role = |f: &Field<'_>| f.known.field(section);
    let is_date = |f: &Field<'_>| matches!(role(f), FieldRole::Start | FieldRole::When) && entry_dates::is_sure(f);
    let is_dated = |node: &Node<'_>| node.fields().iter().any(is_date);
    let is_titled = |node: &Node<'_>| node.fields().iter().any(|f| role(f) == FieldRole::Title);
    let is_of_entry = |f: &Field<'_>| {
        let tells = role(f) == FieldRole::Text && f.node.text().is_some();
        is_date(f) || role(f) == FieldRole::Title || tells
    };
    let is_entry = fields.iter().any(is_of_entry);
    let holds = |f: &&Field<'_>| match &f.node.value {
        Value::List(list) if f.known.holds_posts => list.iter().any(is_dated),
        Value::List(list) => !is_entry && !list.is_empty() && list.iter().all(|n| is_dated(n) && is_titled(n)),
        _ => false,
    };
    fields.iter().find(holds)
}

/// Whether a list of posts without dates, `["Data Scientist", "Team Lead"]`, holds titles and no tasks.
fn are_titles(node: &Node<'_>) -> bool {
    let is_title = |n: &Node<'_>| n.text().is_some_and(keys::names_post);
    matches!(&node.value, Value::List(list) if list.iter().all(is_title))
}

/// What the fields of an entry have, taken together.
#[derive(Clone, Copy)]
struct Whole {
    has_title: bool,
    /// It has a title that is surely one of a post.
    has_post: bool,
    has_employer: bool,
    has_area: bool,
}

impl Whole {
    fn of(fields: &[Field<'_>], section: Section) -> Whole {
        let has = |is: &dyn Fn(&Field<'_>) -> bool| fields.iter().any(is);
        let is = |f: &Field<'_>, role| f.known.field(section) == role;
        let may_be_employer = |f: &Field<'_>| ["title", "heading", "head"].contains(&&*f.key.to_lowercase());
        let names_post = |f: &Field<'_>| f.node.text_within().is_some_and(keys::names_post);
        Whole {
            has_title: has(&|f| is(f, FieldRole::Title)),
            has_post: has(&|f| is(f, FieldRole::Title) && (!may_be_employer(f) || names_post(f))),
            has_employer: has(&|f| f.known.is_employer && f.node.text().is_some()),
            has_area: has(&|f| is(f, FieldRole::Area)),
        }
    }
}

/// A title, an employer or a list of tools in one text hardly has more words; lists have a comma for every third word.
const HEAD: usize = 6;

/// Whether a text tells something, under a key that only made something else likely.
fn is_telling(node: &Node<'_>) -> bool {
    node.text().is_some_and(|text| {
        let words = text.split_whitespace().count();
        words > HEAD && 3 * text.matches(',').count() < words
    })
}

/// What a field holds, with the two readings of `name` and `title` told apart.
fn role(field: &Field<'_>, section: Section, whole: Whole) -> FieldRole {
    let is_job = section == Section::Work;
    match field.known.field(section) {
        _ if field.known.guessed && is_telling(&field.node) => FieldRole::Text,
        FieldRole::Start | FieldRole::End | FieldRole::When if !entry_dates::is_sure(field) => FieldRole::Text,
        FieldRole::Name if keys::name_is_title(section) => FieldRole::Title,
        // {"name": "Data Scientist", "company": "Acme"}
        FieldRole::Name if is_job && whole.has_employer && !whole.has_title => FieldRole::Title,
        FieldRole::Name => FieldRole::Ignored,
        // {"title": "Acme", "subtitle": "Data Scientist"}, but {"position": "Data Scientist", "subtitle": "Fraud models"}.
        FieldRole::Subtitle if is_job && !whole.has_post => FieldRole::Title,
        FieldRole::Subtitle => FieldRole::Text,
        FieldRole::Text if is_job && field.known.holds_posts && !whole.has_title && are_titles(&field.node) => {
            FieldRole::Title
        }
        FieldRole::When
            if entry_dates::written_otherwise(&field.node).is_none()
                && matches!(field.node.value, Value::List(_) | Value::Object(_)) =>
        {
            FieldRole::Text
        }
        FieldRole::Title if section == Section::Education && whole.has_area => FieldRole::Ignored,
        role => role,
    }
}

/// A note of more words is a sentence.
const NOTE: usize = 4;

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() > NOTE
}

fn append(to: &mut String, node: &Node<'_>) {
    let mut add = |text: &str| {
        if !to.is_empty() {
            to.push_str(", ");
        }
        to.push_str(text.trim());
    };
    match &node.value {
        Value::List(list) => list.iter().filter_map(Node::text_within).for_each(add),
        _ => node.text_within().into_iter().for_each(&mut add),
    }
}

/// The titles of posts that have no dates of their own: `[{"title": "Data Scientist"}]`.
fn append_titles(to: &mut String, posts: &Node<'_>) {
    let Value::List(posts) = &posts.value else { return };
    let titles = posts.iter().flat_map(Node::fields);
    titles
        .filter(|f| f.known.field(Section::Work) == FieldRole::Title)
        .for_each(|f| append(to, &f.node));
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
                    FieldRole::Ignored
                    | FieldRole::Start
                    | FieldRole::End
                    | FieldRole::When
                    | FieldRole::StartMonth
                    | FieldRole::EndMonth => continue,
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

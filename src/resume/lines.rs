//! Reads resumes that are lines of text: lists of strings, or one long string with headings.

use super::keys::{self, Part};
use super::node::{Node, Value};
use super::sections::passage;
use super::skills;
use crate::model::candidate::{Candidate, Entry, Form, Section};
use crate::text::dates;
use std::borrow::Cow;

/// A line: its node, where it begins in the node's text, and the text.
struct Line<'s> {
    node: u32,
    start: usize,
    text: Cow<'s, str>,
}

/// Reads a section given as a list of strings; a line with a range of dates begins a new entry.
pub(super) fn read_list<'s>(list: &[Node<'s>], section: Section, to: &mut Candidate<'s>) {
    let mut open = None;
    for node in list {
        if let Value::Text(text) = &node.value {
            read_line(
                Line {
                    node: node.id,
                    start: 0,
                    text: text.clone(),
                },
                section,
                &mut open,
                to,
            );
        }
    }
}

/// Whether a text is a whole resume: several lines, at least two of them headings of known sections.
pub(super) fn has_headings(text: &str) -> bool {
    text.lines().count() > 10 && text.lines().filter(|line| heading(line).is_some()).count() >= 2
}

/// The section that a line announces: at most four words, nothing but the heading.
fn heading(line: &str) -> Option<Section> {
    let line = line.trim().trim_end_matches(':');
    let words = line.split_whitespace().count();
    if words == 0 || words > 4 || line.contains(',') || !line.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    // A heading stands in capitals or has a capital at each word; "Work on the project" is a sentence.
    let titled = line
        .split_whitespace()
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || w == "and");
    match keys::part(line) {
        Some(Part::Section(section)) if titled => Some(section),
        Some(Part::Basics) if titled => Some(Section::Summary),
        _ => None,
    }
}

/// Reads one long text, heading by heading.
pub(super) fn read_document<'s>(node: u32, text: &Cow<'s, str>, to: &mut Candidate<'s>) {
    let mut section = Section::Other;
    let mut open = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(next) = heading(line) {
            section = next;
            open = None;
        } else if !line.trim().is_empty() {
            read_line(
                Line {
                    node,
                    start,
                    text: part(text, start, line.len()),
                },
                section,
                &mut open,
                to,
            );
        }
        start += line.len();
    }
}

fn part<'s>(text: &Cow<'s, str>, start: usize, len: usize) -> Cow<'s, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[start..start + len]),
        Cow::Owned(text) => Cow::Owned(text[start..start + len].to_owned()),
    }
}

fn read_line<'s>(line: Line<'s>, section: Section, open: &mut Option<usize>, to: &mut Candidate<'s>) {
    let Line { node, start, text } = line;
    if section == Section::Skills {
        skills::read_line(node, start, text, to);
        return;
    }
    let dated = dates::find_range(&text).filter(|_| has_entries(section));
    if let Some((range, period)) = &dated {
        *open = Some(to.entries.len());
        let title = text[..range.start].trim().to_owned();
        to.entries.push(Entry {
            node,
            section,
            title,
            kind: String::new(),
            periods: vec![*period],
        });
    } else if section == Section::Publication || section == Section::Award {
        *open = Some(to.entries.len());
        to.entries.push(Entry {
            node,
            section,
            title: text.trim().to_owned(),
            kind: String::new(),
            periods: Vec::new(),
        });
    }
    let form = if dated.is_some() { Form::Title } else { Form::Prose };
    to.passages.push(passage(node, start, text, section, form, *open));
}

fn has_entries(section: Section) -> bool {
    section.tells_deeds() || section == Section::Education
}

//! Reads resumes that are lines of text: lists of strings, or one long string with headings.

use super::keys::{self, Part};
use super::node::{Node, Value};
use super::sections::passage;
use super::skills;
use crate::model::candidate::{Candidate, Entry, Form, Section};
use crate::text::dates;
use std::borrow::Cow;

/// A title has at most so many words; what is longer is a sentence.
const TITLE_WORDS: usize = 12;

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
        // Inside a job "Leadership" heads a part of it, not activities beside it.
        Some(Part::Section(Section::Volunteer)) if !line.to_lowercase().contains("volunt") => None,
        Some(Part::Section(section)) if titled => Some(section),
        Some(Part::Basics) if titled => Some(Section::Summary),
        _ => None,
    }
}

/// Reads one long text, heading by heading; lines that were only wrapped are read together.
pub(super) fn read_document<'s>(node: u32, text: Cow<'s, str>, to: &mut Candidate<'s>) {
    let mut section = Section::Other;
    let mut open = None;
    let mut start = 0;
    // The paragraph that is being collected, as bytes of the text.
    let mut paragraph: Option<(usize, usize)> = None;
    let read = |(from, end): (usize, usize), section, open: &mut Option<usize>, to: &mut Candidate<'s>| {
        let line = Line {
            node,
            start: from,
            text: part(&text, from, end - from),
        };
        read_line(line, section, open, to);
    };
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let announced = heading(line);
        let alone = announced.is_some() || stands_alone(line, section);
        if alone && let Some(before) = paragraph.take() {
            read(before, section, &mut open, to);
        }
        if let Some(next) = announced {
            section = next;
            open = None;
        } else if !line.trim().is_empty() {
            paragraph = Some((paragraph.map_or(start, |(from, _)| from), end));
            if alone && let Some(whole) = paragraph.take_if(|_| !starts_paragraph(line)) {
                read(whole, section, &mut open, to);
            }
        }
        start = end;
    }
    if let Some(last) = paragraph {
        read(last, section, &mut open, to);
    }
}

/// Whether a line does not go on the paragraph before it: blank, a bullet, a date, an entry of a list of skills.
fn stands_alone(line: &str, section: Section) -> bool {
    line.trim().is_empty() || starts_paragraph(line) || section == Section::Skills || dates::find_range(line).is_some()
}

/// Whether a line begins a new paragraph, which the next lines may go on.
fn starts_paragraph(line: &str) -> bool {
    line.trim_start().starts_with(['•', '●', '▪', '◦', '-', '*', '–'])
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
        let title = match text[..range.start].trim() {
            "" => last_line(to, section),
            before => before.to_owned(),
        };
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

/// The last short line before a line that holds nothing but dates: the title stands above them.
fn last_line(candidate: &Candidate<'_>, section: Section) -> String {
    let before = candidate.passages.iter().rev().filter(|p| p.section == section).take(2);
    let title = before
        .map(|p| p.text.trim())
        .find(|text| text.split_whitespace().count() <= TITLE_WORDS && text.chars().any(char::is_alphabetic));
    title.unwrap_or_default().to_owned()
}

fn has_entries(section: Section) -> bool {
    section.tells_deeds() || section == Section::Education
}

//! Reads certificates: names, issuers, dates; they may be objects or plain strings.

use super::keys::FieldRole;
use super::node::{Field, Node, Value};
use super::sections::passage;
use super::template::{self, LeftOvers};
use crate::model::candidate::{Candidate, Form, HeldCertificate, Section};
use crate::text::dates::{self, End, PartialDate};
use crate::text::memo::{Memo, remembered};
use crate::text::words::padded;
use std::cell::RefCell;

/// Reads the section of certificates.
pub(super) fn read<'s>(node: &Node<'s>, templates: LeftOvers<'_>, to: &mut Candidate<'s>) {
    let entries = match &node.value {
        Value::List(list) => list.as_slice(),
        _ => &[],
    };
    if templates.are_left_over(entries.iter().map(Node::fields)) {
        to.warnings.push(template::warning(node.id));
        return;
    }
    entry(node, to);
}

fn entry<'s>(node: &Node<'s>, to: &mut Candidate<'s>) {
    match &node.value {
        Value::List(list) => list.iter().for_each(|n| entry(n, to)),
        Value::Text(text) if !text.trim().is_empty() => {
            hold(node.id, node, String::new(), None, None, to);
        }
        Value::Object(fields) => {
            let named = |role| {
                fields
                    .iter()
                    .find(|f| f.known.field(Section::Certificate) == role && f.node.text().is_some_and(is_name))
            };
            let Some(name) = named(FieldRole::Name).or_else(|| named(FieldRole::Title)) else {
                // A map of groups: {"AWS": [{…}]}.
                fields
                    .iter()
                    .filter(|f| !matches!(f.node.value, Value::Text(_)))
                    .for_each(|f| entry(&f.node, to));
                return;
            };
            if is_planned_by(fields) {
                return;
            }
            let issuer = issuer(fields);
            let (date, expires) = held_from_to(fields);
            hold(node.id, &name.node, issuer, date, expires, to);
            let described = fields
                .iter()
                .filter(|f| f.known.field(Section::Certificate) == FieldRole::Text);
            for field in described {
                super::sections::text_of(&field.node, Section::Certificate, to);
            }
        }
        _ => {}
    }
}

/// Whether the fields beside a certificate's name say that it is not held yet.
fn is_planned_by(fields: &[Field<'_>]) -> bool {
    let dated = ["date", "issued", "year", "status", "note", "enddate"];
    let said = fields.iter().filter(|f| is_one_of(&dated, &f.key));
    said.filter_map(|f| f.node.text()).any(is_planned)
}

/// Words, with a blank around each, that say that a certificate is not held yet, or no more.
const NOT_HELD: [&str; 16] = [
    " planned ",
    " not sat ",
    " registered ",
    " in progress ",
    " upcoming ",
    " not yet ",
    " expected ",
    " preparing ",
    " pursuing ",
    " ongoing ",
    " studying ",
    " failed ",
    " expired ",
    " geplant ",
    " prévu ",
    " previsto ",
];

/// Whether words beside or in a certificate's name say that it is not held yet, and so shows nothing.
fn is_planned(text: &str) -> bool {
    remembered(&PLANNED, text, says_planned)
}

thread_local! {
    /// Certificates, and the dates beside them, come again from resume to resume.
    static PLANNED: RefCell<Memo<bool>> = const { RefCell::new(Memo::new(1024)) };
}

fn says_planned(text: &str) -> bool {
    let text = padded(text);
    NOT_HELD.iter().any(|words| text.contains(words))
}

/// Whether a key is one of `keys`, in any case.
fn is_one_of(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|other| other.eq_ignore_ascii_case(key))
}

fn issuer(fields: &[Field<'_>]) -> String {
    let known = [
        "issuer",
        "institution",
        "organization",
        "organisation",
        "authority",
        "company",
        "by",
    ];
    let field = fields.iter().find(|f| is_one_of(&known, &f.key));
    field.and_then(|f| f.node.text()).unwrap_or_default().trim().to_owned()
}

/// When a certificate was issued and when it says to run out.
fn held_from_to(fields: &[Field<'_>]) -> (Option<PartialDate>, Option<PartialDate>) {
    let read = |wanted: &[&str]| {
        let field = fields.iter().find(|f| is_one_of(wanted, &f.key))?;
        let text = field.node.text_or_number()?;
        if let Ok(Some(date)) = dates::parse_date(&text) {
            return Some(date);
        }
        // A range such as 2021-2022: the certificate came at its end.
        let (periods, _) = dates::parse_periods(None, None, Some(&text));
        periods.first().map(|p| match p.to {
            End::On(date) => date,
            End::Open => p.from,
        })
    };
    let date = read(&[
        "date",
        "issued",
        "issuedate",
        "startdate",
        "year",
        "releasedate",
        "awarded",
        "time",
        "period",
    ]);
    let expires = read(&[
        "enddate",
        "expires",
        "expirydate",
        "expirationdate",
        "expiration",
        "validuntil",
        "expiry",
    ]);
    (date, expires.filter(|e| date.is_none_or(|d| *e > d)))
}

/// Whether a text may be the name of a certificate, and not its address or what it is.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    !text.contains("://") && !["link", "url", "certificate", "certification", "view"].contains(&&*text.to_lowercase())
}

/// A certificate among studies: `{"studyType": "Certification", "area": "AWS Certified Developer"}`.
pub(super) fn among_studies<'s>(id: u32, fields: &[Field<'s>], to: &mut Candidate<'s>) {
    let role = |f: &Field<'_>| f.known.field(Section::Education);
    let says = |f: &&Field<'_>| {
        let text = f.node.text().map(str::to_lowercase);
        let is_one = |text: String| text.starts_with("certif") && text.split_whitespace().count() <= 2;
        role(f) == FieldRole::Kind && text.is_some_and(is_one)
    };
    let Some(kind) = fields.iter().find(says).filter(|_| !is_planned_by(fields)) else {
        return;
    };
    let named = [FieldRole::Area, FieldRole::Title].map(|wanted| {
        let is_named = |f: &&Field<'_>| role(f) == wanted && f.node.text().is_some();
        fields.iter().find(is_named)
    });
    let is_told = kind.node.text().is_some_and(is_name);
    let mut named = named.into_iter().flatten().chain(is_told.then_some(kind));
    let Some(name) = named.next() else { return };
    let (began, ended) = held_from_to(fields);
    hold(id, &name.node, issuer(fields), ended.or(began), None, to);
}

fn hold<'s>(
    id: u32,
    name: &Node<'s>,
    issuer: String,
    date: Option<PartialDate>,
    expires: Option<PartialDate>,
    to: &mut Candidate<'s>,
) {
    if let Value::Text(text) = &name.value
        && !is_planned(text)
    {
        to.certificates.push(HeldCertificate {
            node: id,
            name_node: name.id,
            name_start: text.len() - text.trim_start().len(),
            name: text.trim().to_owned(),
            issuer,
            date,
            expires,
        });
        to.passages.push(passage(
            name.id,
            0,
            text.clone(),
            Section::Certificate,
            Form::Title,
            None,
        ));
    }
}

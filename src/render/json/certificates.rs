//! The certificates of the JSON output.

use crate::model::assessment::Assessment;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Certificates<'a> {
    held: Vec<Held<'a>>,
    recommended: Vec<Recommended<'a>>,
    not_recommended: Vec<NotRecommended<'a>>,
    none_because: Option<&'a str>,
    unknown: Vec<Unknown<'a>>,
}

#[derive(Serialize)]
struct Unknown<'a> {
    name: &'a str,
    pointer: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Held<'a> {
    id: &'a str,
    name: &'a str,
    pointer: &'a str,
    state: &'static str,
    counts: bool,
    expires: Option<String>,
}

#[derive(Serialize)]
struct Recommended<'a> {
    id: &'a str,
    name: &'a str,
    issuer: &'a str,
    closes: Vec<&'a str>,
    state: &'static str,
    price_usd: Option<u32>,
    url: Option<&'a str>,
    as_of: &'a str,
    confidence: &'static str,
    named_by: &'a [String],
    caveat: Option<&'a str>,
}

#[derive(Serialize)]
struct NotRecommended<'a> {
    id: &'a str,
    name: &'a str,
    reason: &'static str,
    since: Option<&'a str>,
    use_instead: Vec<&'a str>,
    named_by: &'a [String],
}

pub(super) fn report<'a>(a: &'a Assessment<'_>) -> Certificates<'a> {
    let held = a.certificates.held.iter().map(|h| {
        let c = a.certification(h.index);
        Held {
            id: &c.id,
            name: &c.name,
            pointer: &h.place.pointer,
            state: c.state.as_str(),
            counts: h.counts,
            expires: h.expires.map(|d| d.to_string()),
        }
    });
    let recommended = a.certificates.recommended.iter().map(|r| {
        let c = a.certification(r.index);
        Recommended {
            id: &c.id,
            name: &c.name,
            issuer: &c.issuer,
            closes: r
                .closes
                .iter()
                .map(|i| a.profile.requirements[*i].id.as_str())
                .collect(),
            state: c.state.as_str(),
            price_usd: c.price_usd,
            url: c.url.as_deref(),
            as_of: &c.as_of,
            confidence: c.confidence.as_str(),
            named_by: &r.named_by,
            caveat: r.caveat.as_deref(),
        }
    });
    let dead = a.certificates.not_recommended.iter().map(|n| {
        let c = a.certification(n.index);
        NotRecommended {
            id: &c.id,
            name: &c.name,
            reason: c.state.as_str(),
            since: c.since.as_deref(),
            use_instead: c.successors.iter().map(|i| a.certification(*i).id.as_str()).collect(),
            named_by: &n.named_by,
        }
    });
    let unknown = a.certificates.unknown.iter().map(|u| Unknown {
        name: &u.name,
        pointer: &u.place.pointer,
        line: u.place.line,
        column: u.place.column,
    });
    Certificates {
        held: held.collect(),
        recommended: recommended.collect(),
        not_recommended: dead.collect(),
        none_because: a.certificates.none_because.as_deref(),
        unknown: unknown.collect(),
    }
}

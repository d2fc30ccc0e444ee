//! From mentions to findings: status, level, years, recency, and what narrower skills imply.

use super::level;
use super::spans::{self, years_between};
use crate::model::assessment::{Basis, Evidence, SkillFinding, Status};
use crate::model::candidate::{Candidate, Form};
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::scale::Level;
use crate::model::skill::{SkillId, SkillKind};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A list in running text: at least so many skills, and hardly another word.
const LIST_MENTIONS: usize = 4;
/// Share of the letters that the names of skills take in such a list.
const LIST_SHARE: f64 = 0.6;

/// A passage is searched for a list behind so many colons; a real one has one or two.
const HEADS: usize = 20;

/// A skill that a held certificate gives: certified, or implied where it only touches it.
#[derive(Clone, Debug)]
pub struct Attested {
    /// The skill.
    pub skill: SkillId,
    /// The first core skill of the certificate, for a skill that is only touched.
    pub implied_by: Option<SkillId>,
    /// The words that name the certificate.
    pub evidence: Evidence,
}

/// What all mentions of one skill say.
#[derive(Default)]
struct Gathered {
    evidence: Vec<Evidence>,
    stated: Option<Level>,
    entries: Vec<usize>,
    /// Entries that name it in something done, in whatever form.
    named_in: Vec<usize>,
    /// Whether a sentence or title of an entry names it, not only a bare list.
    told: bool,
}

/// The findings, by skill id. `quote` turns a mention into words with their place.
pub fn findings(
    candidate: &Candidate<'_>,
    reading: &Reading,
    attested: Vec<Attested>,
    profile: &Profile,
    as_of: Date,
    evidence: impl Fn(&Mention, Status) -> Evidence,
) -> Vec<SkillFinding> {
    let (in_list, listed) = bare_lists(candidate, reading, profile);
    let mut gathered: HashMap<SkillId, Gathered> = HashMap::new();
    for (index, mention) in reading.mentions.iter().enumerate() {
        let passage = &candidate.passages[mention.passage];
        let status = if passage.tells_deeds() && !listed.contains(&index) {
            Status::Demonstrated
        } else {
            Status::Claimed
        };
        let to = gathered.entry(mention.skill).or_default();
        to.evidence.push(evidence(mention, status));
        to.stated = to.stated.max(passage.level);
        to.told |= passage.tells_deeds() && !in_list.contains(&index);
        if let Some(entry) = passage.entry.filter(|_| status == Status::Demonstrated) {
            to.entries.push(entry);
        }
        to.named_in.extend(passage.entry.filter(|_| passage.tells_deeds()));
    }
    let mut touched: BTreeMap<SkillId, Vec<SkillId>> = BTreeMap::new();
    for given in attested {
        match given.implied_by {
            None => gathered.entry(given.skill).or_default().evidence.push(given.evidence),
            Some(by) => touched.entry(given.skill).or_default().push(by),
        }
    }
    let named: Vec<SkillFinding> = gathered
        .into_iter()
        .map(|(skill, g)| named(skill, g, candidate, profile, as_of))
        .collect();
    let mut all = with_implied(named, &touched, candidate, profile, as_of);
    all.sort_by(|a, b| profile.taxonomy.get(a.skill).id.cmp(&profile.taxonomy.get(b.skill).id));
    all
}

fn named(
    skill: SkillId,
    mut gathered: Gathered,
    candidate: &Candidate<'_>,
    profile: &Profile,
    as_of: Date,
) -> SkillFinding {
    dedup(&mut gathered.entries);
    dedup(&mut gathered.named_in);
    let status = gathered
        .evidence
        .iter()
        .map(|e| e.status)
        .max()
        .unwrap_or(Status::Claimed);
    let use_ = usage(&gathered.named_in, candidate, as_of);
    let stale = use_
        .last
        .is_some_and(|last| years_between(last, as_of) > profile.scoring.stale_after_years);
    let inferred = level::inferred(use_.years.unwrap_or(0.0), use_.dated, stale);
    // A bare list says that a tool was there, not what was done with it for all those years.
    let inferred = if gathered.told {
        inferred
    } else {
        inferred.map(|level| level.min(Level::Intermediate))
    };
    let (level, basis) = match (gathered.stated, inferred) {
        (Some(stated), _) => (Some(stated), Basis::Stated),
        (None, Some(inferred)) => (Some(inferred), Basis::Inferred),
        (None, None) => (None, Basis::Unknown),
    };
    SkillFinding {
        skill,
        status,
        support: status,
        listed_only: status == Status::Demonstrated && !gathered.told,
        level,
        basis,
        years: use_.years,
        last_used: use_.last,
        stale,
        implied_by: Vec::new(),
        evidence: gathered.evidence,
        entries: gathered.entries,
    }
}

/// Adds the broader skills. What implies a skill lends it support, level and recency, never years of its own.
fn with_implied(
    mut named: Vec<SkillFinding>,
    touched: &BTreeMap<SkillId, Vec<SkillId>>,
    candidate: &Candidate<'_>,
    profile: &Profile,
    as_of: Date,
) -> Vec<SkillFinding> {
    let mut by: BTreeMap<SkillId, Vec<usize>> = BTreeMap::new();
    for (i, finding) in named.iter().enumerate() {
        for broader in profile.taxonomy.implied_by(finding.skill) {
            by.entry(broader).or_default().push(i);
        }
    }
    let mut implied: Vec<SkillFinding> = by
        .iter()
        .map(|(skill, sources)| implied(*skill, sources, &named, candidate, profile, as_of))
        .collect();
    let only_touched = touched.iter().filter(|(skill, _)| !by.contains_key(skill));
    implied.extend(only_touched.map(|(skill, sources)| SkillFinding {
        support: Status::Certified,
        implied_by: sources.clone(),
        ..nothing_of(*skill)
    }));
    for finding in &mut named {
        if let Some(at) = implied.iter().position(|f| f.skill == finding.skill) {
            strengthen(finding, implied.swap_remove(at));
        }
    }
    named.into_iter().chain(implied).collect()
}

/// A claim beside a narrower skill that was shown: what shows the narrower one supports it.
fn strengthen(finding: &mut SkillFinding, implied: SkillFinding) {
    if implied.support <= finding.support {
        return;
    }
    finding.support = implied.support;
    finding.listed_only = implied.listed_only;
    finding.implied_by = implied.implied_by;
    finding.entries = implied.entries;
    finding.last_used = finding.last_used.max(implied.last_used);
    finding.stale &= implied.stale;
    if finding.basis != Basis::Stated {
        finding.level = finding.level.max(implied.level);
        finding.basis = if finding.level.is_some() {
            Basis::Inferred
        } else {
            Basis::Unknown
        };
    }
}

fn nothing_of(skill: SkillId) -> SkillFinding {
    SkillFinding {
        skill,
        status: Status::Implied,
        support: Status::Implied,
        listed_only: false,
        level: None,
        basis: Basis::Unknown,
        years: None,
        last_used: None,
        stale: false,
        implied_by: Vec::new(),
        evidence: Vec::new(),
        entries: Vec::new(),
    }
}

/// A skill as far as the narrower ones at `sources` show it.
fn implied(
    skill: SkillId,
    sources: &[usize],
    named: &[SkillFinding],
    candidate: &Candidate<'_>,
    profile: &Profile,
    as_of: Date,
) -> SkillFinding {
    let sources: Vec<&SkillFinding> = sources.iter().map(|i| &named[*i]).collect();
    let mut entries: Vec<usize> = sources.iter().flat_map(|f| f.entries.iter().copied()).collect();
    dedup(&mut entries);
    let use_ = usage(&entries, candidate, as_of);
    let stale = use_
        .last
        .is_some_and(|last| years_between(last, as_of) > profile.scoring.stale_after_years);
    let stated = sources
        .iter()
        .filter(|f| f.basis == Basis::Stated)
        .filter_map(|f| f.level)
        .max();
    let level = stated.max(level::inferred(use_.years.unwrap_or(0.0), use_.dated, stale));
    let mut implied_by: Vec<SkillId> = sources.iter().map(|f| f.skill).collect();
    implied_by.sort_by(|a, b| profile.taxonomy.get(*a).id.cmp(&profile.taxonomy.get(*b).id));
    SkillFinding {
        support: sources.iter().map(|f| f.status).max().unwrap_or(Status::Claimed),
        listed_only: !sources
            .iter()
            .any(|f| f.status == Status::Demonstrated && !f.listed_only),
        level,
        basis: if level.is_some() {
            Basis::Inferred
        } else {
            Basis::Unknown
        },
        last_used: use_.last,
        stale,
        implied_by,
        entries,
        ..nothing_of(skill)
    }
}

/// When a skill was used.
struct Usage {
    years: Option<f64>,
    last: Option<Date>,
    /// In how many dated entries.
    dated: usize,
}

fn usage(entries: &[usize], candidate: &Candidate<'_>, as_of: Date) -> Usage {
    let per_entry: Vec<_> = entries
        .iter()
        .map(|e| spans::spans(&candidate.entries[*e].periods, as_of))
        .filter(|s| !s.is_empty())
        .collect();
    let dated = per_entry.len();
    let all: Vec<spans::Span> = per_entry.into_iter().flatten().collect();
    let last = all.iter().map(|(_, to)| *to).max();
    Usage {
        years: (dated > 0).then(|| spans::years(all)),
        last,
        dated,
    }
}

/// The mentions (by index) that stand in a bare list of an entry, and those beyond the skills that it can demonstrate.
fn bare_lists(candidate: &Candidate<'_>, reading: &Reading, profile: &Profile) -> (HashSet<usize>, HashSet<usize>) {
    let limit = profile.scoring.list_limit;
    // "Leadership" in a list of tools tells of no deed, however short the list.
    let is_tool = |skill: SkillId| profile.taxonomy.get(skill).kind != SkillKind::Competency;
    let mut by_passage: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, mention) in reading.mentions.iter().enumerate() {
        by_passage.entry(mention.passage).or_default().push(index);
    }
    let mut shown: HashMap<Option<usize>, HashSet<SkillId>> = HashMap::new();
    let (mut all, mut beyond) = (HashSet::new(), HashSet::new());
    for (passage, indices) in by_passage {
        let whole = &candidate.passages[passage];
        let mentions: Vec<&Mention> = indices.iter().map(|i| &reading.mentions[*i]).collect();
        let Some(from) = list_start(&whole.text, whole.form, &mentions) else {
            continue;
        };
        let seen = shown.entry(whole.entry).or_default();
        for (index, mention) in indices.iter().zip(mentions) {
            let in_list = mention.range.start >= from && mention.rule != Rule::Described;
            if in_list {
                all.insert(*index);
            }
            if in_list && is_tool(mention.skill) && (seen.contains(&mention.skill) || seen.len() < limit) {
                seen.insert(mention.skill);
            } else if in_list {
                beyond.insert(*index);
            }
        }
    }
    (all, beyond)
}

/// Where a bare list of tools begins in a passage, if there is one: at its start, or behind "Technologies:".
fn list_start(text: &str, form: Form, mentions: &[&Mention]) -> Option<usize> {
    if form == Form::Tools {
        return Some(0);
    }
    let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).count();
    let share = |from: usize| {
        let named: usize = mentions
            .iter()
            .filter(|m| m.range.start >= from && m.rule != Rule::Described)
            .map(|m| letters(&text[m.range.clone()]))
            .sum();
        let count = mentions
            .iter()
            .filter(|m| m.range.start >= from && m.rule != Rule::Described)
            .count();
        count >= LIST_MENTIONS && named as f64 >= LIST_SHARE * letters(&text[from..]) as f64
    };
    let heads = text.match_indices(':').map(|(at, _)| at + 1).take(HEADS);
    std::iter::once(0).chain(heads).find(|from| share(*from))
}

fn dedup(entries: &mut Vec<usize>) {
    entries.sort_unstable();
    entries.dedup();
}

//! From mentions to findings: status, level, years, recency, and what narrower skills imply.

use super::spans::{self, years_between};
use super::{bare_lists, level};
use crate::model::assessment::{Basis, Evidence, SkillFinding, Status, Way};
use crate::model::candidate::Candidate;
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading};
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

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
    uses: Uses,
}

/// The entries in which a skill was used.
#[derive(Clone, Default)]
struct Uses {
    /// Entries that demonstrate it.
    shown_in: BTreeSet<usize>,
    /// Entries that name it in something done, in whatever form.
    named_in: BTreeSet<usize>,
    /// Entries that name it in a sentence or title, not only in a bare list.
    told_in: BTreeSet<usize>,
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
    let (in_list, beyond_limit) = bare_lists::find(candidate, reading, profile);
    let mut gathered: FxHashMap<SkillId, Gathered> = FxHashMap::default();
    for (index, mention) in reading.mentions.iter().enumerate() {
        let passage = &candidate.passages[mention.passage];
        let done = passage.tells_deeds();
        let status = match done && !beyond_limit.contains(&index) {
            true => Status::Demonstrated,
            false => Status::Claimed,
        };
        let to = gathered.entry(mention.skill).or_default();
        to.evidence.push(evidence(mention, status));
        to.stated = to.stated.max(mention.level.or(passage.level));
        if let Some(entry) = passage.entry.filter(|_| done) {
            to.uses.named_in.insert(entry);
            if status == Status::Demonstrated {
                to.uses.shown_in.insert(entry);
            }
            if !in_list.contains(&index) {
                to.uses.told_in.insert(entry);
            }
        }
    }
    let mut touched: BTreeMap<SkillId, Vec<SkillId>> = BTreeMap::new();
    for given in attested {
        match given.implied_by {
            None => gathered.entry(given.skill).or_default().evidence.push(given.evidence),
            Some(by) => touched.entry(given.skill).or_default().push(by),
        }
    }
    let dates = Dates {
        candidate,
        profile,
        as_of,
    };
    let named: Vec<(SkillFinding, Uses)> = gathered
        .into_iter()
        .map(|(skill, gathered)| named(skill, gathered, &dates))
        .collect();
    let mut all = with_implied(named, &touched, &dates);
    all.sort_by(|a, b| profile.taxonomy.get(a.skill).id.cmp(&profile.taxonomy.get(b.skill).id));
    all
}

fn named(skill: SkillId, gathered: Gathered, dates: &Dates<'_>) -> (SkillFinding, Uses) {
    let Gathered { evidence, stated, uses } = gathered;
    let has = |status| evidence.iter().any(|e| e.status == status);
    let plain = |status| Way {
        status,
        listed_only: false,
        level: stated,
        dated: false,
        stale: false,
        through: false,
    };
    let (mut ways, usage) = dates.ways(&uses, stated);
    // Something done that belongs to no entry, such as a line of text, has no date either.
    if has(Status::Demonstrated) && uses.shown_in.is_empty() {
        ways.push(plain(Status::Demonstrated));
    }
    let others = [Status::Certified, Status::Claimed].into_iter().filter(|s| has(*s));
    ways.extend(others.map(plain));
    let status = ways.iter().map(|w| w.status).max().unwrap_or(Status::Claimed);
    let (level, basis) = match (stated, usage.level) {
        (Some(stated), _) => (Some(stated), Basis::Stated),
        (None, Some(inferred)) => (Some(inferred), Basis::Inferred),
        (None, None) => (None, Basis::Unknown),
    };
    let finding = SkillFinding {
        skill,
        status,
        support: status,
        ways,
        level,
        basis,
        years: usage.years,
        last_used: usage.last,
        stale: usage.stale,
        implied_by: Vec::new(),
        evidence,
        entries: uses.shown_in.iter().copied().collect(),
    };
    (finding, uses)
}

/// Adds the broader skills. What implies a skill lends it support, level and recency, never years of its own.
fn with_implied(
    named: Vec<(SkillFinding, Uses)>,
    touched: &BTreeMap<SkillId, Vec<SkillId>>,
    dates: &Dates<'_>,
) -> Vec<SkillFinding> {
    let mut by: BTreeMap<SkillId, Vec<usize>> = BTreeMap::new();
    for (i, (finding, _)) in named.iter().enumerate() {
        for broader in dates.profile.taxonomy.implied_by(finding.skill) {
            by.entry(broader).or_default().push(i);
        }
    }
    let mut implied: BTreeMap<SkillId, SkillFinding> = by
        .iter()
        .map(|(skill, sources)| {
            let sources: Vec<&(SkillFinding, Uses)> = sources.iter().map(|i| &named[*i]).collect();
            (*skill, implied(*skill, &sources, dates))
        })
        .collect();
    for (skill, sources) in touched {
        implied
            .entry(*skill)
            .or_insert_with(|| touched_only(*skill, sources.clone()));
    }
    let mut all: Vec<SkillFinding> = named.into_iter().map(|(finding, _)| finding).collect();
    for finding in &mut all {
        if let Some(implied) = implied.remove(&finding.skill) {
            strengthen(finding, implied);
        }
    }
    all.extend(implied.into_values());
    all
}

/// A skill that is named and shown through a narrower one too: what is more of either counts.
fn strengthen(finding: &mut SkillFinding, implied: SkillFinding) {
    finding.ways.extend(implied.ways);
    if implied.support <= finding.support {
        return;
    }
    finding.support = implied.support;
    finding.implied_by = implied.implied_by;
    finding.entries = implied.entries;
    finding.last_used = finding.last_used.max(implied.last_used);
    finding.stale &= implied.stale;
    if finding.basis != Basis::Stated {
        finding.level = finding.level.max(implied.level);
        finding.basis = match finding.level {
            Some(_) => Basis::Inferred,
            None => Basis::Unknown,
        };
    }
}

/// A skill that a certificate touches and nothing else shows.
fn touched_only(skill: SkillId, implied_by: Vec<SkillId>) -> SkillFinding {
    let way = Way {
        status: Status::Certified,
        listed_only: false,
        level: None,
        dated: false,
        stale: false,
        through: true,
    };
    SkillFinding {
        skill,
        status: Status::Implied,
        support: Status::Certified,
        ways: vec![way],
        level: None,
        basis: Basis::Unknown,
        years: None,
        last_used: None,
        stale: false,
        implied_by,
        evidence: Vec::new(),
        entries: Vec::new(),
    }
}

/// A skill as far as narrower ones show it: their uses together, and what each is by itself.
fn implied(skill: SkillId, sources: &[&(SkillFinding, Uses)], dates: &Dates<'_>) -> SkillFinding {
    let findings = || sources.iter().map(|(finding, _)| finding);
    let mut uses = Uses::default();
    for (_, of_one) in sources {
        uses.shown_in.extend(&of_one.shown_in);
        uses.named_in.extend(&of_one.named_in);
        uses.told_in.extend(&of_one.told_in);
    }
    let stated = findings()
        .filter(|f| f.basis == Basis::Stated)
        .filter_map(|f| f.level)
        .max();
    let (mut ways, usage) = dates.ways(&uses, stated);
    ways.extend(findings().flat_map(|f| f.ways.iter().filter(|w| !w.through).copied()));
    ways.iter_mut().for_each(|way| way.through = true);
    let level = stated.max(usage.level);
    let mut implied_by: Vec<SkillId> = findings().map(|f| f.skill).collect();
    implied_by.sort_by_key(|skill| &dates.profile.taxonomy.get(*skill).id);
    SkillFinding {
        support: findings().map(|f| f.status).max().unwrap_or(Status::Claimed),
        ways,
        level,
        basis: level.map_or(Basis::Unknown, |_| Basis::Inferred),
        last_used: usage.last,
        stale: usage.stale,
        entries: uses.shown_in.iter().copied().collect(),
        ..touched_only(skill, implied_by)
    }
}

/// What the dates of entries are read with.
struct Dates<'a> {
    candidate: &'a Candidate<'a>,
    profile: &'a Profile,
    as_of: Date,
}

/// When a skill was used.
struct Usage {
    years: Option<f64>,
    last: Option<Date>,
    stale: bool,
    /// The level that the dates show.
    level: Option<Level>,
}

impl Dates<'_> {
    /// The ways in which uses show a skill: those with a date together, and those without one.
    fn ways(&self, uses: &Uses, stated: Option<Level>) -> (Vec<Way>, Usage) {
        let is_dated = |entry: &usize| !self.spans(*entry).is_empty();
        let usage = self.usage(uses);
        let way = |dated: bool| {
            let of_kind = |entry: &&usize| is_dated(entry) == dated;
            uses.shown_in.iter().find(of_kind).map(|_| Way {
                status: Status::Demonstrated,
                listed_only: !uses.told_in.iter().any(|entry| is_dated(entry) == dated),
                level: if dated { stated.max(usage.level) } else { stated },
                dated,
                stale: dated && usage.stale,
                through: false,
            })
        };
        let ways = [way(true), way(false)].into_iter().flatten().collect();
        (ways, usage)
    }

    fn usage(&self, uses: &Uses) -> Usage {
        let per_entry: Vec<_> = uses
            .named_in
            .iter()
            .map(|e| self.spans(*e))
            .filter(|s| !s.is_empty())
            .collect();
        let dated = per_entry.len();
        let all: Vec<spans::Span> = per_entry.into_iter().flatten().collect();
        let last = all.iter().map(|(_, to)| *to).max();
        let years = (dated > 0).then(|| spans::years(all));
        let stale = last.is_some_and(|last| years_between(last, self.as_of) > self.profile.scoring.stale_after_years);
        let level = level::inferred(years.unwrap_or(0.0), dated, stale);
        // A bare list says that a tool was there, not what was done with it for all those years.
        let told = uses.told_in.iter().any(|entry| !self.spans(*entry).is_empty());
        Usage {
            years,
            last,
            stale,
            level: if told {
                level
            } else {
                level.map(|l| l.min(Level::Intermediate))
            },
        }
    }

    fn spans(&self, entry: usize) -> Vec<spans::Span> {
        spans::spans(&self.candidate.entries[entry].periods, self.as_of)
    }
}

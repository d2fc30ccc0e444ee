//! From mentions to findings: status, level, years, recency, and what narrower skills imply.

use super::bare_lists::{self, Listed};
use super::level;
use super::spans::{self, EntrySpans, Span, years_between};
use super::tables::Tables;
use crate::model::assessment::{Basis, Evidence, Quote, SkillFinding, Status, Way};
use crate::model::candidate::Candidate;
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::scale::Level;
use crate::model::skill::SkillId;
use jiff::civil::Date;
use std::ops::Range;

/// A skill that a held certificate gives: certified, or implied where it only touches it.
#[derive(Clone, Debug)]
pub struct Attested {
    /// The skill.
    pub skill: SkillId,
    /// The first core skill of the certificate, for a skill that is only touched.
    pub implied_by: Option<SkillId>,
    /// The words that name the certificate; `None` where nobody asks for words.
    pub quote: Option<Quote>,
}

/// What the findings are made from.
pub struct Input<'a> {
    /// The resume.
    pub candidate: &'a Candidate<'a>,
    /// What its passages mention.
    pub reading: &'a Reading,
    /// When its entries were.
    pub spans: &'a EntrySpans,
    /// What it is held against.
    pub profile: &'a Profile,
    /// What is worked out of the profile.
    pub tables: &'a Tables,
    /// The day of the assessment.
    pub as_of: Date,
}

/// What one mention says, or one certificate, which belongs to no entry.
#[derive(Clone, Copy)]
struct Saying {
    skill: SkillId,
    status: Status,
    stated: Option<Level>,
    /// The entry in which something was done with the skill.
    use_of: Option<Use>,
    /// The mention, by its index, or behind those the certificate.
    index: usize,
}

/// An entry that names a skill in something done, in whatever form.
#[derive(Clone, Copy)]
struct Use {
    entry: usize,
    /// Whether the entry demonstrates it.
    shown: bool,
    /// Whether a sentence or title names it, not only a bare list.
    told: bool,
}

/// The findings, by skill id. `quote` gives the words of a mention with their place, where somebody asks for them.
pub fn findings(
    input: &Input<'_>,
    attested: &[Attested],
    quote: impl Fn(&Mention) -> Option<Quote>,
) -> Vec<SkillFinding> {
    let reading = input.reading;
    let sayings = sayings(input, attested);
    let evidence = |saying: &Saying| {
        let (quote, rule) = match reading.mentions.get(saying.index) {
            Some(mention) => (quote(mention), mention.rule),
            None => (
                attested[saying.index - reading.mentions.len()].quote.clone(),
                Rule::Name,
            ),
        };
        let status = saying.status;
        quote.map(|quote| Evidence { quote, rule, status })
    };
    let mut uses = Uses::default();
    let mut all: Vec<SkillFinding> = Vec::new();
    for of_skill in sayings.chunk_by(|a, b| a.skill == b.skill) {
        uses.add(of_skill.iter().filter_map(|saying| saying.use_of));
        let evidence = of_skill.iter().filter_map(evidence).collect();
        all.push(named(of_skill, evidence, uses.last(), input));
    }
    let touched = attested.iter().filter_map(|a| Some((a.skill, a.implied_by?)));
    add_implied(&mut all, &mut uses, touched.collect(), input);
    all.sort_unstable_by_key(|f| input.tables.rank(f.skill));
    all
}

/// What all mentions and certificates say, by skill, in the order of the file.
fn sayings(input: &Input<'_>, attested: &[Attested]) -> Vec<Saying> {
    let Input { candidate, reading, .. } = *input;
    let listed = bare_lists::find(candidate, reading, input.profile);
    let of_mention = |(index, (mention, listed)): (usize, (&Mention, &Listed))| {
        let passage = &candidate.passages[mention.passage];
        let done = passage.tells_deeds();
        let shown = done && *listed != Listed::Beyond;
        Saying {
            skill: mention.skill,
            status: if shown { Status::Demonstrated } else { Status::Claimed },
            stated: mention.level.or(passage.level),
            use_of: passage.entry.filter(|_| done).map(|entry| Use {
                entry,
                shown,
                told: *listed == Listed::Not,
            }),
            index,
        }
    };
    let count = reading.mentions.len();
    let certified = |(index, given): (usize, &Attested)| Saying {
        skill: given.skill,
        status: Status::Certified,
        stated: None,
        use_of: None,
        index: count + index,
    };
    let mentions = reading.mentions.iter().zip(&listed).enumerate().map(of_mention);
    let certificates = attested
        .iter()
        .enumerate()
        .filter(|(_, given)| given.implied_by.is_none());
    let mut all: Vec<Saying> = mentions.chain(certificates.map(certified)).collect();
    all.sort_by_key(|saying| saying.skill);
    all
}

/// The uses of skills, each entry once for each skill, in the order of the file; those of all skills in one list.
#[derive(Default)]
struct Uses {
    all: Vec<Use>,
    /// Those of each skill in the list.
    ranges: Vec<Range<usize>>,
}

impl Uses {
    /// Adds the uses of the next skill.
    fn add(&mut self, uses: impl Iterator<Item = Use>) {
        let from = self.all.len();
        self.all.extend(uses);
        self.all[from..].sort_by_key(|u| u.entry);
        let mut to = from;
        for at in from..self.all.len() {
            let next = self.all[at];
            match self.all[from..to].last_mut() {
                Some(last) if last.entry == next.entry => {
                    last.shown |= next.shown;
                    last.told |= next.told;
                }
                _ => {
                    self.all[to] = next;
                    to += 1;
                }
            }
        }
        self.all.truncate(to);
        self.ranges.push(from..to);
    }

    /// Adds what several skills have together.
    fn add_together(&mut self, skills: &[usize]) {
        let from = self.all.len();
        for skill in skills {
            self.all.extend_from_within(self.ranges[*skill].clone());
        }
        let together = self.all.split_off(from);
        self.add(together.into_iter());
    }

    /// Those of the skill that was added last.
    fn last(&self) -> &[Use] {
        self.ranges.last().map_or(&[], |range| &self.all[range.clone()])
    }
}

/// The entries that show a skill.
fn shown_in(uses: &[Use]) -> Vec<usize> {
    uses.iter().filter(|u| u.shown).map(|u| u.entry).collect()
}

fn named(sayings: &[Saying], evidence: Vec<Evidence>, uses: &[Use], input: &Input<'_>) -> SkillFinding {
    let has = |status| sayings.iter().any(|saying| saying.status == status);
    let stated = sayings.iter().filter_map(|saying| saying.stated).max();
    let plain = |status| Way {
        status,
        listed_only: false,
        level: stated,
        dated: false,
        stale: false,
        through: false,
    };
    let (mut ways, usage) = ways(uses, stated, input);
    let entries = shown_in(uses);
    // Something done that belongs to no entry, such as a line of text, has no date either.
    if has(Status::Demonstrated) && entries.is_empty() {
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
    SkillFinding {
        skill: sayings[0].skill,
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
        entries,
    }
}

/// Adds the broader skills. What implies a skill lends it support, level and recency, never years of its own.
fn add_implied(all: &mut Vec<SkillFinding>, uses: &mut Uses, mut touched: Vec<(SkillId, SkillId)>, input: &Input<'_>) {
    let count = all.len();
    // Each broader skill with those that imply it, by their place.
    let mut by: Vec<(SkillId, usize)> = Vec::new();
    for (place, finding) in all.iter().enumerate() {
        let broader = input.tables.broader_than(finding.skill);
        by.extend(broader.iter().map(|skill| (*skill, place)));
    }
    by.sort_unstable();
    let mut found: Vec<SkillFinding> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for of_skill in by.chunk_by(|a, b| a.0 == b.0) {
        let skill = of_skill[0].0;
        touched.retain(|(touched, _)| *touched != skill);
        places.clear();
        places.extend(of_skill.iter().map(|(_, place)| *place));
        uses.add_together(&places);
        found.push(implied(skill, &places, all, uses.last(), input));
    }
    touched.sort_by_key(|(skill, _)| *skill);
    for of_skill in touched.chunk_by(|a, b| a.0 == b.0) {
        let sources = of_skill.iter().map(|(_, by)| *by).collect();
        found.push(touched_only(of_skill[0].0, sources));
    }
    found.into_iter().for_each(|implied| add(implied, all, count));
}

/// Adds an implied skill to the `count` named ones, or what it lends to one of them.
fn add(implied: SkillFinding, all: &mut Vec<SkillFinding>, count: usize) {
    // The named ones stand in the order of their skills.
    match all[..count].binary_search_by_key(&implied.skill, |f| f.skill) {
        Ok(place) => strengthen(&mut all[place], implied),
        Err(_) => all.push(implied),
    }
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
fn implied(skill: SkillId, sources: &[usize], all: &[SkillFinding], uses: &[Use], input: &Input<'_>) -> SkillFinding {
    let findings = || sources.iter().map(|place| &all[*place]);
    let stated = findings()
        .filter(|f| f.basis == Basis::Stated)
        .filter_map(|f| f.level)
        .max();
    let (mut ways, usage) = ways(uses, stated, input);
    ways.extend(findings().flat_map(|f| f.ways.iter().filter(|w| !w.through).copied()));
    ways.iter_mut().for_each(|way| way.through = true);
    let level = stated.max(usage.level);
    let mut implied_by: Vec<SkillId> = findings().map(|f| f.skill).collect();
    implied_by.sort_unstable_by_key(|skill| input.tables.rank(*skill));
    SkillFinding {
        support: findings().map(|f| f.status).max().unwrap_or(Status::Claimed),
        ways,
        level,
        basis: level.map_or(Basis::Unknown, |_| Basis::Inferred),
        last_used: usage.last,
        stale: usage.stale,
        entries: shown_in(uses),
        ..touched_only(skill, implied_by)
    }
}

/// When a skill was used.
struct Usage {
    years: Option<f64>,
    last: Option<Date>,
    stale: bool,
    /// The level that the dates show.
    level: Option<Level>,
}

/// The ways in which uses show a skill: those with a date together, and those without one.
fn ways(uses: &[Use], stated: Option<Level>, input: &Input<'_>) -> (Vec<Way>, Usage) {
    let usage = usage(uses, input);
    let is_dated = |u: &Use| input.spans.is_dated(u.entry);
    let way = |dated: bool| {
        let of_kind = |u: &&Use| is_dated(u) == dated;
        uses.iter().filter(|u| u.shown).find(of_kind).map(|_| Way {
            status: Status::Demonstrated,
            listed_only: !uses.iter().any(|u| u.told && is_dated(u) == dated),
            level: if dated { stated.max(usage.level) } else { stated },
            dated,
            stale: dated && usage.stale,
            through: false,
        })
    };
    let ways = [way(true), way(false)].into_iter().flatten().collect();
    (ways, usage)
}

fn usage(uses: &[Use], input: &Input<'_>) -> Usage {
    let dated = || uses.iter().filter(|u| input.spans.is_dated(u.entry));
    let entries = dated().count();
    let last = dated().filter_map(|u| input.spans.end_of(u.entry)).max();
    let mut all: Vec<Span> = dated().flat_map(|u| input.spans.of_entry(u.entry)).copied().collect();
    let years = (entries > 0).then(|| spans::years(&mut all));
    let stale = last.is_some_and(|last| years_between(last, input.as_of) > input.profile.scoring.stale_after_years);
    let level = level::inferred(years.unwrap_or(0.0), entries, stale);
    // A bare list says that a tool was there, not what was done with it for all those years.
    let told = dated().any(|u| u.told);
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

//! From mentions to findings: status, level, years, recency, and what narrower skills imply.

use super::bare_lists::{self, Listed};
use super::by_skill::BySkill;
use super::level;
use super::spans::EntrySpans;
use super::tables::Tables;
use crate::model::assessment::{Basis, Evidence, Quote, SkillFinding, Status, Way, Ways};
use crate::model::candidate::Candidate;
use crate::model::index_set::IndexSet;
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::scale::Level;
use crate::model::skill::{SkillId, SkillKind};
use jiff::civil::Date;

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
    /// The entries that speak of what others can, in which naming a tool or a method is no deed.
    pub about_others: &'a IndexSet,
    /// What it is held against.
    pub profile: &'a Profile,
    /// What is worked out of the profile.
    pub tables: &'a Tables,
    /// The day of the assessment.
    pub as_of: Date,
}

impl Input<'_> {
    /// Whether naming a skill in something that an entry tells is a deed of the person: it has begun, and is not about others.
    fn is_own_deed(&self, entry: usize, skill: SkillId) -> bool {
        let kind = || self.profile.taxonomy.get(skill).kind;
        self.spans.has_begun(entry, &self.candidate.entries[entry])
            && (!self.about_others.contains(entry) || kind() == SkillKind::Competency)
    }
}

/// What mentions and certificates say of a skill.
struct Said {
    skill: SkillId,
    /// What each of them makes of the skill.
    claimed: bool,
    certified: bool,
    demonstrated: bool,
    /// The highest level that one of them states.
    stated: Option<Level>,
    uses: Uses,
    /// Their words, where somebody asks for them.
    evidence: Vec<Evidence>,
    /// What all of this comes to.
    ways: Ways,
    usage: Usage,
}

/// The entries that name a skill in something done, in whatever form.
#[derive(Default)]
struct Uses {
    all: IndexSet,
    /// Those that demonstrate it.
    shown: IndexSet,
    /// Those in which a sentence or title names it, not only a bare list.
    told: IndexSet,
}

impl Uses {
    fn insert_all(&mut self, other: &Uses) {
        self.all.insert_all(&other.all);
        self.shown.insert_all(&other.shown);
        self.told.insert_all(&other.told);
    }
}

/// What narrower skills lend a broader one, or a certificate that touches it.
struct Lent {
    skill: SkillId,
    uses: Uses,
    /// The highest level that is stated for one of them.
    stated: Option<Level>,
    /// What the best of them is.
    support: Option<Status>,
    /// Those of the narrower skills themselves.
    ways: Ways,
    /// Who lends it, where somebody asks for it.
    by: Vec<SkillId>,
}

/// The findings, by skill id. `quote` gives the words of a mention with their place; without it nobody asks for words, nor for what
/// implies a skill.
pub fn findings(
    input: &Input<'_>,
    attested: &[Attested],
    quote: Option<&dyn Fn(&Mention) -> Quote>,
) -> Vec<SkillFinding> {
    let mut said = said(input, attested, quote);
    let lent = lent(input, &said, attested, quote.is_some());
    let mut ranks = said.ranks().clone();
    ranks.insert_all(lent.ranks());
    let mut all = Vec::with_capacity(said.len() + lent.len());
    for rank in ranks.iter() {
        all.extend(match (said.at_mut(rank), lent.at(rank)) {
            (Some(said), None) => Some(named(said)),
            (Some(said), Some(lent)) => Some(strengthened(named(said), implied(lent, input))),
            (None, lent) => lent.map(|lent| implied(lent, input)),
        });
    }
    all
}

/// What all mentions and certificates say of each skill.
fn said<'a>(input: &Input<'a>, attested: &[Attested], quote: Option<&dyn Fn(&Mention) -> Quote>) -> BySkill<'a, Said> {
    let Input { candidate, reading, .. } = *input;
    let listed = bare_lists::find(candidate, reading, input.profile);
    let mut all = BySkill::with_capacity(reading.mentions.len() + attested.len(), input.tables);
    for (mention, listed) in reading.mentions.iter().zip(listed) {
        let passage = &candidate.passages[mention.passage];
        let done = passage.tells_deeds()
            && passage
                .entry
                .is_none_or(|entry| input.is_own_deed(entry, mention.skill));
        let shown = done && listed != Listed::Beyond;
        let said = all.of(mention.skill, Said::of);
        said.claimed |= !shown;
        said.demonstrated |= shown;
        said.stated = said.stated.max(mention.level.or(passage.level));
        if let Some(entry) = passage.entry.filter(|_| done) {
            said.uses.all.insert(entry);
            if shown {
                said.uses.shown.insert(entry);
            }
            if listed == Listed::Not {
                said.uses.told.insert(entry);
            }
        }
        said.evidence.extend(quote.map(|quote| Evidence {
            quote: quote(mention),
            rule: mention.rule,
            status: if shown { Status::Demonstrated } else { Status::Claimed },
        }));
    }
    for given in attested.iter().filter(|given| given.implied_by.is_none()) {
        let said = all.of(given.skill, Said::of);
        said.certified = true;
        said.evidence.extend(given.quote.clone().map(|quote| Evidence {
            quote,
            rule: Rule::Name,
            status: Status::Certified,
        }));
    }
    all.iter_mut().for_each(|said| sum_up(said, input));
    all
}

impl Said {
    /// Nothing yet.
    fn of(skill: SkillId) -> Said {
        Said {
            skill,
            claimed: false,
            certified: false,
            demonstrated: false,
            stated: None,
            uses: Uses::default(),
            evidence: Vec::new(),
            ways: Ways::default(),
            usage: Usage::default(),
        }
    }

    /// The best of what is said.
    fn status(&self) -> Status {
        match (self.demonstrated, self.certified) {
            (true, _) => Status::Demonstrated,
            (false, true) => Status::Certified,
            (false, false) => Status::Claimed,
        }
    }
}

/// Works out the ways in which a skill is shown, and when it was used.
fn sum_up(said: &mut Said, input: &Input<'_>) {
    (said.ways, said.usage) = ways(&said.uses, said.stated, input);
    // Something done that belongs to no entry, such as a line of text, has no date either.
    let is_undated_deed = said.demonstrated && said.uses.shown.is_empty();
    let others = [
        (is_undated_deed, Status::Demonstrated),
        (said.certified, Status::Certified),
        (said.claimed, Status::Claimed),
    ];
    for (_, status) in others.into_iter().filter(|(is_shown, _)| *is_shown) {
        said.ways.insert(Way::plain(status, said.stated));
    }
}

/// A skill as its mentions and certificates show it; the words are taken out of what is said.
fn named(said: &mut Said) -> SkillFinding {
    let usage = &said.usage;
    let status = said.status();
    let (level, basis) = match (said.stated, usage.level) {
        (Some(stated), _) => (Some(stated), Basis::Stated),
        (None, Some(inferred)) => (Some(inferred), Basis::Inferred),
        (None, None) => (None, Basis::Unknown),
    };
    SkillFinding {
        skill: said.skill,
        status,
        support: status,
        ways: said.ways,
        level,
        basis,
        years: usage.years,
        last_used: usage.last,
        stale: usage.stale,
        implied_by: Vec::new(),
        evidence: std::mem::take(&mut said.evidence),
        entries: said.uses.shown.clone(),
    }
}

/// What the broader skills of the named ones are lent, and those that a certificate touches and nothing else shows.
/// What implies a skill lends it support, level and recency, never years of its own.
fn lent<'a>(input: &Input<'a>, said: &BySkill<'_, Said>, attested: &[Attested], tell_by: bool) -> BySkill<'a, Lent> {
    // Skills imply about as many others as they are.
    let mut all = BySkill::with_capacity(said.len() + attested.len(), input.tables);
    for said in said.iter() {
        for broader in input.tables.broader_than(said.skill) {
            let lent = all.of(*broader, Lent::of);
            lent.uses.insert_all(&said.uses);
            lent.stated = lent.stated.max(said.stated);
            lent.support = lent.support.max(Some(said.status()));
            lent.ways.insert_through(said.ways);
            lent.by.extend(tell_by.then_some(said.skill));
        }
    }
    let implied = all.len();
    for given in attested {
        let Some(core) = given.implied_by else { continue };
        if all.place(given.skill).is_some_and(|place| place < implied) {
            continue;
        }
        let lent = all.of(given.skill, Lent::of);
        lent.support = Some(Status::Certified);
        lent.ways.insert(Way {
            through: true,
            ..Way::plain(Status::Certified, None)
        });
        lent.by.extend(tell_by.then_some(core));
    }
    all
}

impl Lent {
    /// Nothing yet.
    fn of(skill: SkillId) -> Lent {
        Lent {
            skill,
            uses: Uses::default(),
            stated: None,
            support: None,
            ways: Ways::default(),
            by: Vec::new(),
        }
    }
}

/// A skill as far as narrower ones show it: their uses together, and what each is by itself.
fn implied(lent: &Lent, input: &Input<'_>) -> SkillFinding {
    let (together, usage) = ways(&lent.uses, lent.stated, input);
    let mut ways = lent.ways;
    ways.insert_through(together);
    let level = lent.stated.max(usage.level);
    SkillFinding {
        skill: lent.skill,
        status: Status::Implied,
        support: lent.support.unwrap_or(Status::Claimed),
        ways,
        level,
        basis: level.map_or(Basis::Unknown, |_| Basis::Inferred),
        years: None,
        last_used: usage.last,
        stale: usage.stale,
        implied_by: lent.by.clone(),
        evidence: Vec::new(),
        entries: lent.uses.shown.clone(),
    }
}

/// A skill that is named and shown through a narrower one too: what is more of either counts.
fn strengthened(mut finding: SkillFinding, implied: SkillFinding) -> SkillFinding {
    finding.ways.insert_all(implied.ways);
    if implied.support <= finding.support {
        return finding;
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
    finding
}

/// When a skill was used.
#[derive(Default)]
struct Usage {
    years: Option<f64>,
    last: Option<Date>,
    stale: bool,
    /// The level that the dates show.
    level: Option<Level>,
}

/// The ways in which uses show a skill: those with a date together, and those without one.
fn ways(uses: &Uses, stated: Option<Level>, input: &Input<'_>) -> (Ways, Usage) {
    let usage = usage(uses, input);
    let mut ways = Ways::default();
    let is_dated = input.spans.dated();
    if uses.shown.meets(is_dated) {
        ways.insert(Way {
            listed_only: !uses.told.meets(is_dated),
            level: stated.max(usage.level),
            dated: true,
            stale: usage.stale,
            ..Way::plain(Status::Demonstrated, None)
        });
    }
    if !uses.shown.is_within(is_dated) {
        ways.insert(Way {
            listed_only: uses.told.is_within(is_dated),
            ..Way::plain(Status::Demonstrated, stated)
        });
    }
    (ways, usage)
}

fn usage(uses: &Uses, input: &Input<'_>) -> Usage {
    let dated = uses.all.and(input.spans.dated());
    let Some((last, years_ago)) = input.spans.last_of(&dated) else {
        return Usage::default();
    };
    let years = input.spans.years_of(&dated);
    let stale = years_ago > input.profile.scoring.stale_after_years;
    let level = level::inferred(years, dated.len(), stale);
    // A bare list says that a tool was there, not what was done with it for all those years.
    let is_told = uses.told.meets(&dated);
    Usage {
        years: Some(years),
        last: Some(last),
        stale,
        level: match is_told {
            true => level,
            false => level.map(|level| level.min(Level::Intermediate)),
        },
    }
}

//! The trades that people of the corpus have: their words stand in `trades/`, a file each, and `shared.json` for all.

use crate::grammar::{Grammar, Slots, Template};
use crate::random::{Random, Ranked};
use crate::vocabulary::{self, Vocabulary};
use serde::Deserialize;
use std::collections::BTreeMap;

const SHARED: &str = include_str!("../trades/shared.json");

const TRADES: [&str; 9] = [
    include_str!("../trades/ml-engineer.json"),
    include_str!("../trades/data-scientist.json"),
    include_str!("../trades/software-engineer.json"),
    include_str!("../trades/front-end.json"),
    include_str!("../trades/nurse.json"),
    include_str!("../trades/lawyer.json"),
    include_str!("../trades/accountant.json"),
    include_str!("../trades/teacher.json"),
    include_str!("../trades/sales.json"),
];

/// A file of `trades/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    name: String,
    /// People in a hundred.
    share: usize,
    /// Whether machine-learning work is near.
    in_field: bool,
    titles: Vec<String>,
    degrees: Vec<String>,
    /// How often a skill of which kind is named.
    kinds: BTreeMap<String, usize>,
    /// Entries of a list in a hundred that are from `own`.
    own_share: usize,
    own: Vec<String>,
    /// Name and issuer.
    certificates: Vec<(String, String)>,
    sentences: Vec<String>,
    summaries: Vec<String>,
    projects: Vec<String>,
    slots: Slots,
}

/// A trade with everything that its people write.
pub struct Trade {
    /// The trade's name.
    pub name: String,
    /// Whether machine-learning work is near.
    pub in_field: bool,
    /// Titles of jobs, the usual ones first.
    pub titles: Vec<String>,
    /// What is studied.
    pub degrees: Vec<String>,
    /// Name and issuer.
    pub certificates: Vec<(String, String)>,
    /// Highlights of a job.
    pub sentences: Vec<Template>,
    /// Sentences that only look like skills.
    pub fooling: Vec<Template>,
    /// Sentences of a summary.
    pub summaries: Vec<Template>,
    /// Descriptions of a project.
    pub projects: Vec<Template>,
    /// The lists that fill the templates.
    pub grammar: Grammar,
    /// The skills that are named.
    pub vocabulary: Vocabulary,
    /// Which title, degree or certificate is how usual.
    pub title_ranks: Ranked,
    share: usize,
}

/// All trades.
pub fn all() -> Vec<Trade> {
    #[derive(Deserialize)]
    struct Shared {
        slots: Slots,
    }
    let shared: Shared = serde_json::from_str(SHARED).expect("trades/shared.json is valid");
    let skills = vocabulary::shipped();
    let trades = TRADES.map(|text| serde_json::from_str(text).unwrap_or_else(|e| panic!("a file of trades/: {e}")));
    trades.map(|raw: Raw| compile(raw, &shared.slots, &skills)).into()
}

fn compile(raw: Raw, shared: &Slots, skills: &[vocabulary::Skill]) -> Trade {
    let mut slots = raw.slots;
    slots.insert("trade".to_owned(), vec![raw.name.clone()]);
    let grammar = Grammar::new(shared, &slots);
    Trade {
        in_field: raw.in_field,
        title_ranks: Ranked::new(raw.titles.len()),
        titles: raw.titles,
        degrees: raw.degrees,
        certificates: raw.certificates,
        sentences: grammar.templates(&raw.sentences),
        fooling: grammar.templates(&shared["fooling"]),
        summaries: grammar.templates(&raw.summaries),
        projects: grammar.templates(&raw.projects),
        vocabulary: Vocabulary::new(skills, &raw.kinds, raw.own, raw.own_share),
        grammar,
        name: raw.name,
        share: raw.share,
    }
}

/// A trade, as often as it has people.
pub fn pick<'t>(trades: &'t [Trade], random: &mut Random) -> &'t Trade {
    let mut at = random.below(trades.iter().map(|t| t.share).sum());
    for trade in trades {
        if at < trade.share {
            return trade;
        }
        at -= trade.share;
    }
    unreachable!("the number is below the sum of the shares")
}

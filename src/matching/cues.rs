//! What phrases do to the words around them: negation, wishes, other people's deeds.

use super::Objection;
use super::line::Line;
use super::tables::effects::Effect;
use super::vocabulary::{Kinds, Phrases, WordId};
use crate::model::reading::Reason;
use crate::model::scale::Level;

/// How far behind a phrase of nearness its meaning reaches, in words: "no prior Python" but not "no fuss about Python".
const NEAR: usize = 2;

/// How far behind "used by" the user may be named, in words.
const OTHERS: usize = 4;

/// How far before a negation that follows the name may stand, in words: "in Rust arbeite ich mich gerade erst ein".
const BEHIND: usize = 4;

/// Phrases that are about words close by are looked for so many words either side.
const REACH: usize = 40;

/// A cue in a line: words `first` to `last`.
#[derive(Debug)]
struct Cue {
    first: usize,
    last: usize,
    effect: Effect,
}

/// The cues of a line, in order, and what holds at each word.
#[derive(Debug)]
pub(super) struct FoundCues {
    cues: Vec<Cue>,
    /// The negation or wish (by index) that reaches each word. However long the list behind "no experience with" is, all of it
    /// is meant.
    reaching: Vec<Option<usize>>,
    /// Whether any of them states a level.
    pub state_levels: bool,
}

/// Finds the cues of a line; `named` tells which words are part of a name, and is empty where that is not known.
pub(super) fn find(line: &Line<'_>, named: &[bool], table: &Phrases<Effect>) -> FoundCues {
    let mut cues = Vec::new();
    let mut at = if line.may.holds(Kinds::BEGINS_CUE) {
        0
    } else {
        line.len()
    };
    while at < line.len() {
        if !line.kinds[at].holds(Kinds::BEGINS_CUE) {
            at += 1;
            continue;
        }
        let mut phrases = table.beginning_with(line.known[at]).iter();
        match phrases.find_map(|row| Some((last_of(table.rest(row), line, at)?, row.meaning))) {
            Some((last, effect)) => {
                cues.push(Cue {
                    first: at,
                    last,
                    effect,
                });
                at = last + 1;
            }
            None => at += 1,
        }
    }
    let reaching = reaching(line, named, &cues);
    let state_levels = cues.iter().any(|cue| matches!(cue.effect, Effect::States(_)));
    FoundCues {
        cues,
        reaching,
        state_levels,
    }
}

/// The last word of a phrase, if its first word is word `at` of the line, `rest` are those behind it and all stand in one
/// sentence.
pub(super) fn last_of(rest: &[WordId], line: &Line<'_>, at: usize) -> Option<usize> {
    let last = at + rest.len();
    let words = line.known.get(at + 1..=last)?;
    // Nearly all are out by their first word, so they are not compared as memory.
    let stands = words.iter().zip(rest).all(|(a, b)| a == b);
    (stands && line.sentence[at] == line.sentence[last]).then_some(last)
}

/// What reaches each word from before: a negation or wish to the end of its clause and over the lists behind it, somebody else at
/// the beginning of a sentence to where the writer comes in again.
fn reaching(line: &Line<'_>, named: &[bool], cues: &[Cue]) -> Vec<Option<usize>> {
    let reaches = |cue: &Cue| matches!(cue.effect, Effect::Negates | Effect::Wishes | Effect::Subject);
    let mut reaching = vec![None; if cues.iter().any(reaches) { line.len() } else { 0 }];
    let mut next = 0;
    let mut holds: Option<usize> = None;
    for (at, reached) in reaching.iter_mut().enumerate() {
        let held = holds.map(|cue| (cue, cues[cue].effect));
        let far = held.is_some_and(|(cue, _)| cues[cue].last + 1 < at);
        let turned = match held {
            Some((_, Effect::Negates)) => far && turns(line, at),
            Some((_, Effect::Subject)) => far && is_writer(line, at),
            _ => false,
        };
        if turned || line.begins_sentence(at) && !is_list_of_names(line, named, at) {
            holds = None;
        }
        *reached = holds;
        if cues.get(next).is_some_and(|cue| cue.first == at) {
            match cues[next].effect {
                Effect::Negates | Effect::Wishes => holds = Some(next),
                Effect::Subject if line.begins_sentence(at) || is_relative(line, cues[next].last) => holds = Some(next),
                Effect::Ends if held.is_some_and(|(_, effect)| effect != Effect::Subject) => holds = None,
                _ => {}
            }
            next += 1;
        }
    }
    reaching
}

/// Whether a list goes on: behind a semicolon or a line break stands nothing but names, to the next one.
fn is_list_of_names(line: &Line<'_>, named: &[bool], at: usize) -> bool {
    let parts = |between: &str| between.contains([';', '\n']) && !between.starts_with(['.', '!', '?']);
    let ends = (at + 1..line.len()).find(|i| line.sentence[*i] != line.sentence[at]);
    let item = at..ends.unwrap_or(line.len());
    at > 0 && parts(line.before(at)) && named.get(item).is_some_and(|item| item.iter().all(|named| *named))
}

/// Whether a phrase that ends with word `at` makes what follows somebody else's work wherever it stands: "a contractor who".
fn is_relative(line: &Line<'_>, at: usize) -> bool {
    matches!(line.form(at), "who" | "they")
}

/// Whether the writer comes in again at word `at`: "my manager led it, and I wrote the service".
fn is_writer(line: &Line<'_>, at: usize) -> bool {
    matches!(line.form(at), "i" | "we" | "me" | "us" | "our" | "my")
}

/// Words that begin a new clause behind a comma: "never reaches the mart, the owner gets a ping".
const CLAUSE_BEGINS: [&str; 14] = [
    "the", "a", "an", "i", "we", "it", "they", "he", "she", "this", "so", "then", "every", "each",
];

/// Verbs that begin one too, "without a GPU, got it to run", but for those in a row: "never designed, built or deployed".
const CLAUSE_VERBS: [&str; 20] = [
    "got",
    "built",
    "brought",
    "kept",
    "cut",
    "made",
    "ran",
    "wrote",
    "trained",
    "deployed",
    "shipped",
    "moved",
    "reduced",
    "reached",
    "achieved",
    "developed",
    "designed",
    "implemented",
    "created",
    "used",
];

/// Whether word `at` begins something else: behind a dash or a colon ("no TensorFlow - PyTorch all the way"), or as a new clause.
fn turns(line: &Line<'_>, at: usize) -> bool {
    let between = line.before(at);
    let sign = [":", " - ", " – ", " — "].iter().any(|sign| between.contains(sign));
    let is_verb = |at: usize| CLAUSE_VERBS.contains(&line.form(at));
    let begins = CLAUSE_BEGINS.contains(&line.form(at)) || is_verb(at) && at > 0 && !is_verb(at - 1);
    sign || between.trim_end() == "," && begins && line.behind(at) == " "
}

impl FoundCues {
    /// The level that a phrase states whose last word is `at`: "expert in".
    pub fn level_ending_at(&self, at: usize) -> Option<Level> {
        let from = self.cues.partition_point(|cue| cue.last < at);
        self.cues
            .get(from)
            .filter(|cue| cue.last == at)
            .and_then(|cue| match cue.effect {
                Effect::States(level) => Some(level),
                _ => None,
            })
    }

    /// What the name of a group says of everything in the group: "Want to learn", "No experience yet".
    pub fn of_group(&self) -> Option<Reason> {
        self.cues.iter().find_map(|cue| match cue.effect {
            Effect::Negates => Some(Reason::Negated),
            Effect::Wishes => Some(Reason::Wished),
            _ => None,
        })
    }

    /// What a cue says about the words `first` to `last`.
    pub fn about(&self, line: &Line<'_>, first: usize, last: usize) -> Option<Objection> {
        let sentence = line.sentence[first];
        let reaching = self.reaching.get(first).copied().flatten().map(|cue| &self.cues[cue]);
        let mut objection = reaching.map(|cue| Objection {
            reason: match cue.effect {
                Effect::Wishes => Reason::Wished,
                Effect::Subject => Reason::Elsewhere,
                _ => Reason::Negated,
            },
            cue: Some((cue.first, cue.last)),
        });
        let from = self.cues.partition_point(|c| c.first + REACH < first);
        let near = self.cues[from..].iter().take_while(|c| c.first <= last + REACH);
        for cue in near.filter(|c| line.sentence[c.first] == sentence) {
            let ahead = cue.last < first;
            let distance = first.saturating_sub(cue.last + 1);
            let by_cue = |reason| {
                Some(Objection {
                    reason,
                    cue: Some((cue.first, cue.last)),
                })
            };
            match cue.effect {
                Effect::Negates | Effect::Wishes if cue.first > last && is_remark(line, last, cue.first) => {
                    return by_cue(Reason::Negated);
                }
                Effect::NegatesNear
                    if ahead && distance < NEAR && !has_comma(line, cue.last, first) && !means_in_the(line, cue) =>
                {
                    objection = by_cue(Reason::Negated);
                }
                Effect::Behind
                    if cue.first > last && cue.first - last <= BEHIND && !has_comma(line, last, cue.first) =>
                {
                    return by_cue(Reason::Negated);
                }
                Effect::Elsewhere if in_one_bracket(line, first, cue.first) => return by_cue(Reason::Elsewhere),
                // "Mentored two colleagues" is about them, "mentored by" and "coaching from colleagues" are theirs.
                Effect::Others if first < cue.first && cue.last <= last && !is_from(line, cue.first) => {}
                Effect::Others if cue.first <= last && first <= cue.last => return by_cue(Reason::Others),
                Effect::Others | Effect::Subject
                    if objection.is_none() && ahead && distance < OTHERS && !has_comma(line, cue.last, first) =>
                {
                    objection = by_cue(Reason::Others)
                }
                _ => {}
            }
        }
        objection
    }
}

/// "Pipelines no Airflow": in Portuguese "no" is "in the".
fn means_in_the(line: &Line<'_>, cue: &Cue) -> bool {
    line.form(cue.first) == "no" && line.is_portuguese()
}

/// Whether what stands before word `at` makes it the one who acts: "from colleagues".
fn is_from(line: &Line<'_>, at: usize) -> bool {
    at > 0 && matches!(line.form(at - 1), "from" | "by" | "with")
}

/// "Kubernetes (no experience yet)", "Scala: none": the remark follows at once, set off by a sign.
fn is_remark(line: &Line<'_>, last: usize, cue: usize) -> bool {
    cue == last + 1 && line.behind(last).contains(['(', ':', '-', '–', '—', '['])
}

/// Whether no bracket opens or closes between two words: "(they had dropped Angular before I joined)".
fn in_one_bracket(line: &Line<'_>, a: usize, b: usize) -> bool {
    (a.min(b)..a.max(b)).all(|i| !line.behind(i).contains(['(', ')']))
}

fn has_comma(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| line.behind(i).contains([',', ')', ':']))
}

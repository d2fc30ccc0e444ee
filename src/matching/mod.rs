//! Which words of a resume name which skill, and which only look as if they did.
//!
//! [`Lexicon::build`] takes any taxonomy; [`read`] goes through the passages. In this order, first success wins: name, alias, a
//! form of either, a typo (list entries only), a described deed.

mod context;
mod cues;
mod deeds;
mod entry;
mod field;
mod lexicon;
mod scan;
mod similarity;

pub use lexicon::Lexicon;

use crate::model::candidate::{Form, Passage, Section};
use crate::model::reading::{Mention, Reading, Reason, Rejected, Rule};
use crate::text::words;
use scan::{Hit, Line};
use similarity::Slips;
use std::collections::HashMap;

/// Matches all passages.
pub fn read(passages: &[Passage<'_>], lexicon: &Lexicon<'_>) -> Reading {
    let mut reading = Reading::default();
    let slips = Slips::new(lexicon);
    let turned = turned_groups(passages, lexicon);
    for (index, passage) in passages.iter().enumerate() {
        let turned = passage.head.and_then(|head| turned.get(&head).copied());
        read_passage((index, turned), passage, lexicon, &slips, &mut reading);
    }
    field::reject_outside(passages, lexicon, &mut reading);
    reading
}

/// The groups, by the number of the string that names them, whose name turns round what they hold: "Want to learn".
fn turned_groups(passages: &[Passage<'_>], lexicon: &Lexicon<'_>) -> HashMap<u32, Reason> {
    let names = passages.iter().filter(|p| p.form == Form::Group);
    let turned = |p: &Passage<'_>| {
        let line = Line::new(&p.text, words::words(&p.text));
        cues::find(&line, &lexicon.cues)
            .of_group()
            .map(|reason| (p.node, reason))
    };
    names.filter_map(turned).collect()
}

fn read_passage(
    (index, turned): (usize, Option<Reason>),
    passage: &Passage<'_>,
    lexicon: &Lexicon<'_>,
    slips: &Slips<'_>,
    to: &mut Reading,
) {
    let line = Line::new(&passage.text, words::words(&passage.text));
    let hits = scan::hits(&line, lexicon);
    let cues = cues::find(&line, &lexicon.cues);
    let is_list = matches!(passage.form, Form::Item | Form::Tools);
    // Tongues that people speak: "Go" and "C" among them are no slips, but everything else is.
    let verdicts = match (turned, passage.section) {
        (Some(reason), _) => vec![Err(reason); hits.len()],
        (None, Section::Languages) => context::languages_only(&hits, lexicon),
        (None, _) => context::judge(&line, &hits, &cues, is_list, lexicon),
    };
    let first = to.mentions.len();
    for (hit, verdict) in hits.iter().zip(&verdicts) {
        let range = line.range(hit.first, hit.last);
        match verdict {
            Ok(()) => to.mentions.push(Mention {
                skill: hit.skill,
                passage: index,
                range,
                rule: rule(hit),
                needs_field: false,
            }),
            Err(reason) => to.rejected.push(Rejected {
                skill: hit.skill,
                passage: index,
                range,
                reason: *reason,
            }),
        }
    }
    if passage.section == Section::Skills && passage.form == Form::Item && turned.is_none() {
        entry::typos_and_unmatched(index, &line, &hits, slips, to);
    }
    if !is_list && passage.section != Section::Languages {
        deeds::find(
            (index, passage.form == Form::Title),
            &line,
            &hits,
            &cues,
            first,
            lexicon,
            to,
        );
    }
    to.mentions[first..].sort_by_key(|m| m.range.start);
}

fn rule(hit: &Hit) -> Rule {
    if hit.alias { Rule::Alias } else { Rule::Name }
}

/// What stands in the way of a hit, if anything.
type Verdict = Result<(), Reason>;

//! Which words of a resume name which skill, and which only look as if they did.
//!
//! [`Lexicon::build`] takes any taxonomy; [`read`] goes through the passages. Of names and aliases, and their plurals and versions, the
//! leftmost and longest is meant; a typo is looked for in entries of lists alone, where no name stands; described deeds are found beside
//! names.

mod context;
mod cues;
mod deeds;
mod entry;
mod field;
mod kept;
mod level_lists;
mod levels;
mod lexicon;
mod line;
mod other_meaning;
mod scan;
mod shipped;
mod similarity;
mod tables;

pub use lexicon::Lexicon;

use crate::model::candidate::{Form, Passage, Section};
use crate::model::reading::{Mention, Reading, Reason, Rejected, Rule};
use crate::model::skill::SkillId;
use crate::text::memo::Memo;
use kept::{Circumstances, KeptReadings};
use line::{Buffers, Line};
use rustc_hash::{FxHashMap, FxHashSet};
use scan::Hit;
use similarity::Answer;
use tables::{names, vocabulary};

/// The names that would be taken for a slip of another skill's name, were they not known, each with that skill.
pub fn confusable_names<'l>(lexicon: &'l Lexicon<'_>) -> Vec<(&'l str, SkillId)> {
    similarity::confusable(lexicon)
}

/// What one resume after the other is matched with. It changes nothing about any, and belongs to one lexicon.
#[derive(Debug)]
pub struct Workspace {
    buffers: Buffers,
    kept: KeptReadings,
    /// About entries of lists that nothing matches.
    answers: Memo<Answer>,
    /// Whether titles say machine learning itself.
    titles: Memo<bool>,
    /// What the names of groups say of what stands in them.
    groups: Memo<Option<Reason>>,
}

impl Default for Workspace {
    fn default() -> Workspace {
        Workspace {
            buffers: Buffers::default(),
            kept: KeptReadings::default(),
            answers: Memo::new(similarity::KEPT),
            titles: Memo::new(field::KEPT),
            groups: Memo::new(Groups::KEPT),
        }
    }
}

/// Matches all passages.
pub fn read(passages: &[Passage<'_>], lexicon: &Lexicon<'_>) -> Reading {
    read_with(passages, lexicon, &mut Workspace::default())
}

/// The same for whoever reads many resumes with one lexicon.
pub fn read_with(passages: &[Passage<'_>], lexicon: &Lexicon<'_>, workspace: &mut Workspace) -> Reading {
    let mut reading = Reading::default();
    let groups = Groups::of(passages, lexicon, workspace);
    let Workspace {
        buffers,
        kept,
        answers,
        titles,
        ..
    } = workspace;
    for (index, passage) in passages.iter().enumerate() {
        let circumstances = Circumstances::of(passage, groups.setting(passage));
        let mut read = |to: &mut Reading, turned| {
            let line = buffers.read(&passage.text, &lexicon.vocabulary);
            read_passage(index, &line, (circumstances, turned), (lexicon, answers), to);
        };
        match passage.head.and_then(|head| groups.turned.get(&head).copied()) {
            None => kept.put((index, passage), circumstances, &mut reading, |to| read(to, None)),
            turned => read(&mut reading, turned),
        }
    }
    field::reject_outside(passages, lexicon, titles, &mut reading);
    reading
}

/// What groups say of what stands in them, by the number of the string that names the group.
#[derive(Default)]
struct Groups {
    /// Groups whose name turns round what they hold: "Want to learn".
    turned: FxHashMap<u32, Reason>,
    /// Interests among which two names or more are surely tools, so that "Go" beside them is no game.
    of_tools: FxHashSet<u32>,
}

/// So many sure names make tools of the others in a group of interests.
const SURE_TOOLS: usize = 2;

impl Groups {
    /// So many names of groups are remembered.
    const KEPT: usize = 256;

    fn of(passages: &[Passage<'_>], lexicon: &Lexicon<'_>, workspace: &mut Workspace) -> Groups {
        let Workspace {
            buffers, groups: said, ..
        } = workspace;
        let mut groups = Groups::default();
        let mut sure: FxHashMap<u32, usize> = FxHashMap::default();
        for passage in passages {
            if passage.form == Form::Group {
                let reason = said.of(&passage.text, |text| {
                    let line = buffers.read(text, &lexicon.vocabulary);
                    let wished = || lexicon.is_wished_group(text).then_some(Reason::Wished);
                    cues::find(&line, &[], &lexicon.cues).of_group().or_else(wished)
                });
                groups.turned.extend(reason.map(|reason| (passage.node, reason)));
            }
            if passage.section == Section::Interests && lexicon.is_pastime(&passage.text) {
                groups.turned.insert(passage.node, Reason::OtherMeaning);
            }
            if let (Section::Interests, Some(head)) = (passage.section, passage.head) {
                let line = buffers.read(&passage.text, &lexicon.vocabulary);
                let is_sure = |hit: &Hit| !hit.ambiguous && lexicon.taxonomy.get(hit.skill).kind.is_technical();
                let count = scan::hits(&line, lexicon).iter().filter(|h| is_sure(h)).count();
                *sure.entry(head).or_default() += count;
            }
        }
        let of_tools = sure.into_iter().filter(|(_, count)| *count >= SURE_TOOLS);
        groups.of_tools = of_tools.map(|(head, _)| head).collect();
        groups
    }

    /// How the passage is written, as far as it decides about common words.
    fn setting(&self, passage: &Passage<'_>) -> Setting {
        let among_tools = || passage.head.is_some_and(|head| self.of_tools.contains(&head));
        match passage.form {
            Form::Item if passage.section == Section::Interests && !among_tools() => Setting::Other,
            Form::Item | Form::Tools => Setting::List,
            Form::Prose if passage.tells_deeds() => Setting::Deed,
            Form::Group => Setting::Group,
            Form::Prose | Form::Title => Setting::Other,
        }
    }
}

/// How words are written, as far as it decides what a common word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    /// An entry of a list: a common word that is a whole entry is meant as the name.
    List,
    /// The text of something done: a common word that is all of it is meant as the name.
    Deed,
    /// The name of a group of skills: a product's name that is all of it is meant.
    Group,
    /// Anything else.
    Other,
}

fn read_passage(
    passage: usize,
    line: &Line<'_>,
    (circumstances, turned): (Circumstances, Option<Reason>),
    (lexicon, answers): (&Lexicon<'_>, &mut Memo<Answer>),
    to: &mut Reading,
) {
    let Circumstances {
        setting,
        is_entry,
        is_spoken,
        ..
    } = circumstances;
    let hits = scan::hits(line, lexicon);
    let may_tell_deeds = setting != Setting::List && !is_spoken && lexicon.deeds.may_begin_in(line);
    if hits.is_empty() && !may_tell_deeds && !is_entry {
        return;
    }
    let named = scan::in_names(line, &hits);
    let cues = cues::find(line, &named, &lexicon.cues);
    // Tongues that people speak: "Go" and "C" among them are no slips, but everything else is.
    let verdicts = match turned {
        Some(reason) => vec![Err(reason.into()); hits.len()],
        None if is_spoken => context::languages_only(line, &hits, lexicon),
        None => context::judge(line, &hits, &cues, setting, lexicon),
    };
    let first = to.mentions.len();
    for (hit, verdict) in hits.iter().zip(&verdicts) {
        let range = line.range(hit.first, hit.last);
        match verdict {
            Ok(()) => to.mentions.push(Mention {
                skill: hit.skill,
                passage,
                range,
                rule: rule(hit),
                level: match circumstances.states_levels {
                    true => levels::of(line, hit, &named, &cues, setting == Setting::List),
                    false => None,
                },
                needs_field: false,
            }),
            Err(objection) => to.rejected.push(Rejected {
                skill: hit.skill,
                passage,
                range,
                reason: objection.reason,
                cue: objection.cue.map(|(first, last)| line.range(first, last)),
            }),
        }
    }
    if is_entry && turned.is_none() {
        entry::typos_and_unmatched(passage, line, &hits, &cues, (lexicon, answers), to);
    }
    if may_tell_deeds {
        deeds::find((passage, circumstances.is_post), line, &hits, &cues, first, lexicon, to);
    }
    to.mentions[first..].sort_by_key(|m| m.range.start);
}

fn rule(hit: &Hit) -> Rule {
    if hit.alias { Rule::Alias } else { Rule::Name }
}

/// What stands in the way of a hit, if anything.
type Verdict = Result<(), Objection>;

/// Why words are not a skill, and the first and last word of the phrase that says so, where one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Objection {
    reason: Reason,
    cue: Option<(usize, usize)>,
}

impl From<Reason> for Objection {
    fn from(reason: Reason) -> Objection {
        Objection { reason, cue: None }
    }
}

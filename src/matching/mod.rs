//! Which words of a resume name which skill, and which only look as if they did.
//!
//! [`Lexicon::build`] takes any taxonomy; [`read`] goes through the passages. In this order, first success wins: name, alias, a
//! form of either, a typo (list entries only), a described deed.

mod context;
mod cues;
mod deeds;
mod entry;
mod field;
mod level_lists;
mod levels;
mod lexicon;
mod line;
mod names;
mod other_meaning;
mod scan;
mod similarity;
mod vocabulary;

pub use lexicon::Lexicon;

use crate::model::candidate::{Form, Passage, Section};
use crate::model::reading::{Mention, Reading, Reason, Rejected, Rule};
use crate::model::skill::SkillId;
use crate::text::memo::Memo;
use line::{Buffers, Line};
use rustc_hash::{FxHashMap, FxHashSet};
use scan::Hit;
use similarity::Answer;

/// The names that would be taken for a slip of another skill's name, were they not known, each with that skill.
pub fn confusable_names<'l>(lexicon: &Lexicon<'l>) -> Vec<(&'l str, SkillId)> {
    similarity::confusable(lexicon)
}

/// What one resume after the other is matched with. It changes nothing about any, and belongs to one lexicon.
#[derive(Debug)]
pub struct Workspace {
    buffers: Buffers,
    /// About entries of lists that nothing matches.
    answers: Memo<Answer>,
    /// Whether titles say machine learning itself.
    titles: Memo<bool>,
}

impl Default for Workspace {
    fn default() -> Workspace {
        Workspace {
            buffers: Buffers::default(),
            answers: Memo::new(similarity::KEPT),
            titles: Memo::new(field::KEPT),
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
    let Workspace {
        buffers,
        answers,
        titles,
    } = workspace;
    let groups = Groups::of(passages, lexicon, buffers);
    for (index, passage) in passages.iter().enumerate() {
        let line = buffers.read(&passage.text, &lexicon.vocabulary);
        read_passage((index, passage), &line, &groups, lexicon, answers, &mut reading);
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
    fn of(passages: &[Passage<'_>], lexicon: &Lexicon<'_>, buffers: &mut Buffers) -> Groups {
        let mut groups = Groups::default();
        let mut sure: FxHashMap<u32, usize> = FxHashMap::default();
        for passage in passages {
            if passage.form == Form::Group {
                let line = buffers.read(&passage.text, &lexicon.vocabulary);
                if let Some(reason) = cues::find(&line, &[], &lexicon.cues).of_group() {
                    groups.turned.insert(passage.node, reason);
                }
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
#[derive(Clone, Copy, PartialEq, Eq)]
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
    (index, passage): (usize, &Passage<'_>),
    line: &Line<'_>,
    groups: &Groups,
    lexicon: &Lexicon<'_>,
    answers: &mut Memo<Answer>,
    to: &mut Reading,
) {
    let hits = scan::hits(line, lexicon);
    let named = scan::in_names(line, &hits);
    let cues = cues::find(line, &named, &lexicon.cues);
    let turned = passage.head.and_then(|head| groups.turned.get(&head).copied());
    let setting = groups.setting(passage);
    // Tongues that people speak: "Go" and "C" among them are no slips, but everything else is.
    let verdicts = match (turned, passage.section) {
        (Some(reason), _) => vec![Err(reason.into()); hits.len()],
        (None, Section::Languages) => context::languages_only(line, &hits, lexicon),
        (None, _) => context::judge(line, &hits, &cues, setting, lexicon),
    };
    let first = to.mentions.len();
    let states_levels = levels::may_state(passage.section, passage.form);
    for (hit, verdict) in hits.iter().zip(&verdicts) {
        let range = line.range(hit.first, hit.last);
        match verdict {
            Ok(()) => to.mentions.push(Mention {
                skill: hit.skill,
                passage: index,
                range,
                rule: rule(hit),
                level: match states_levels {
                    true => levels::of(line, hit, &named, &cues, setting == Setting::List),
                    false => None,
                },
                needs_field: false,
            }),
            Err(objection) => to.rejected.push(Rejected {
                skill: hit.skill,
                passage: index,
                range,
                reason: objection.reason,
                cue: objection.cue.map(|(first, last)| line.range(first, last)),
            }),
        }
    }
    if passage.section == Section::Skills && passage.form == Form::Item && turned.is_none() {
        entry::typos_and_unmatched(index, line, &hits, &cues, (lexicon, answers), to);
    }
    // "Head of Department" is a post, "Head of Department Award" is none.
    let is_post =
        passage.form == Form::Title && matches!(passage.section, Section::Work | Section::Volunteer | Section::Project);
    if setting != Setting::List && passage.section != Section::Languages {
        deeds::find((index, is_post), line, &hits, &cues, first, lexicon, to);
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

//! What was found in texts that come again, kept: the skills, posts and groups of one resume stand in the next too, a sentence of a
//! template or of the same person's other resume does.

use super::Setting;
use super::levels;
use crate::model::candidate::{Form, Passage, Section};
use crate::model::reading::{Mention, Reading, Rejected, Unmatched};
use crate::text::memo::{Memo, Seen};

/// So many texts are kept: most of the entries of skill lists that come again.
const KEPT: usize = 1 << 13;

/// Longer texts, in bytes, are not kept: sentences are shorter.
const LONGEST: usize = 512;

/// Where more was found in a text it is not kept: so all together stay within a few megabytes, whatever the input.
const MOST_FOUND: usize = 16;

/// What decides about a passage besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Circumstances {
    pub setting: Setting,
    /// Whether it may say how well somebody knows something.
    pub states_levels: bool,
    /// Whether it is an entry of a list of skills, in which slips are mended.
    pub is_entry: bool,
    /// Whether it names a post: "Head of Department" is one, "Head of Department Award" is none.
    pub is_post: bool,
    /// Whether it is about the languages that somebody speaks.
    pub is_spoken: bool,
}

impl Circumstances {
    pub fn of(passage: &Passage<'_>, setting: Setting) -> Circumstances {
        let posts = matches!(passage.section, Section::Work | Section::Volunteer | Section::Project);
        Circumstances {
            setting,
            states_levels: levels::may_state(passage.section, passage.form),
            is_entry: passage.section == Section::Skills && passage.form == Form::Item,
            is_post: passage.form == Form::Title && posts,
            is_spoken: passage.section == Section::Languages,
        }
    }
}

/// What was found in texts that have come twice.
#[derive(Debug)]
pub(super) struct KeptReadings {
    readings: Memo<(Circumstances, Box<Reading>)>,
    seen: Seen,
}

impl Default for KeptReadings {
    fn default() -> KeptReadings {
        KeptReadings {
            readings: Memo::up_to(LONGEST, KEPT),
            seen: Seen::default(),
        }
    }
}

impl KeptReadings {
    /// Puts what is in a passage behind what `to` holds, as it is known or as `read` finds it.
    pub fn put(
        &mut self,
        (index, passage): (usize, &Passage<'_>),
        circumstances: Circumstances,
        to: &mut Reading,
        read: impl FnOnce(&mut Reading),
    ) {
        let text = passage.text.as_ref();
        match self.readings.get(text) {
            Some((of, known)) if *of == circumstances => put_again(known, index, to),
            _ if self.readings.fits(text) && self.seen.again(text) => {
                let (mentions, rejected, unmatched) = (to.mentions.len(), to.rejected.len(), to.unmatched.len());
                read(to);
                let found = [
                    to.mentions.len() - mentions,
                    to.rejected.len() - rejected,
                    to.unmatched.len() - unmatched,
                ];
                if found.iter().sum::<usize>() > MOST_FOUND {
                    return;
                }
                let found = Reading {
                    mentions: to.mentions[mentions..].to_vec(),
                    rejected: to.rejected[rejected..].to_vec(),
                    unmatched: to.unmatched[unmatched..].to_vec(),
                };
                self.readings.keep(text, (circumstances, Box::new(found)));
            }
            _ => read(to),
        }
    }
}

/// The same findings, in another passage.
fn put_again(known: &Reading, passage: usize, to: &mut Reading) {
    to.mentions
        .extend(known.mentions.iter().map(|m| Mention { passage, ..m.clone() }));
    to.rejected
        .extend(known.rejected.iter().map(|r| Rejected { passage, ..r.clone() }));
    to.unmatched
        .extend(known.unmatched.iter().map(|u| Unmatched { passage, ..u.clone() }));
}

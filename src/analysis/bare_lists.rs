//! Bare lists of tools inside entries: what stands in one was there, and nothing says what was done with it.

use crate::model::candidate::{Candidate, Form};
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::skill::{SkillId, SkillKind};
use crate::text::written::{Written, words_from};
use memchr::memchr_iter;

/// So many words between two commas, beside the names, say what was done: "trained a neural network" has two.
const TELLING_WORDS: usize = 2;

/// What parts the names of a list.
const PARTS: [char; 11] = [',', ';', '|', '/', '(', ')', '•', '·', '\n', '、', '，'];

/// Words that hold a list together or head it, and tell nothing.
const IDLE: [&str; 18] = [
    "and",
    "or",
    "etc",
    "e",
    "g",
    "y",
    "und",
    "et",
    "including",
    "tools",
    "tech",
    "technologies",
    "technology",
    "stack",
    "skills",
    "used",
    "using",
    "with",
];

/// Share of the letters that the names of skills take in a wall of keywords, whatever stands between them.
const WALL_SHARE: f64 = 0.6;

/// Lists of an entry that name so many times more skills than a list can demonstrate show none: nobody used three dozen tools in one
/// job and has no word to say of them.
const WALL_LISTS: usize = 3;

/// Behind so many names a title is a list: "NLP Engineer (Python, PyTorch, spaCy)" says what the work was, a dozen do not.
const TITLE_NAMES: usize = 4;

/// A passage is searched for a list behind so many colons; a real one has one or two.
const HEADS: usize = 20;

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// In a sentence or title.
    Not,
    /// In a bare list.
    Within,
    /// In a bare list, beyond the skills that it can demonstrate.
    Beyond,
}

/// Which mentions stand in a bare list of an entry, one for each.
pub(super) fn find(candidate: &Candidate<'_>, reading: &Reading, profile: &Profile) -> Vec<Listed> {
    let limit = profile.scoring.list_limit;
    let mentions = &reading.mentions;
    let mut all = vec![Listed::Not; mentions.len()];
    // The mentions in lists, by entry, in the order of the file.
    let mut listed: Vec<(Option<usize>, usize)> = Vec::new();
    let mut named: Vec<&Mention> = Vec::new();
    let mut first = 0;
    for of_passage in mentions.chunk_by(|a, b| a.passage == b.passage) {
        let whole = &candidate.passages[of_passage[0].passage];
        named.clear();
        named.extend(of_passage.iter().filter(|m| m.rule != Rule::Described));
        let wall = is_wall(&whole.text, 0, &named, WALL_LISTS * limit);
        let from = list_start(&whole.text, whole.form, (of_passage, &named), limit);
        // A deed that is put together from names tells no more than they do.
        let in_list = |m: &Mention| wall || from.is_some_and(|from| m.range.start >= from);
        let indices = (first..).zip(of_passage).filter(|(_, mention)| in_list(mention));
        listed.extend(indices.map(|(index, _)| (whole.entry, index)));
        first += of_passage.len();
    }
    listed.sort_by_key(|(entry, _)| *entry);
    let mut shown: Vec<SkillId> = Vec::new();
    for of_entry in listed.chunk_by(|a, b| a.0 == b.0) {
        let skills = || of_entry.iter().map(|(_, index)| mentions[*index].skill);
        let limit = if count(skills(), &mut shown) > WALL_LISTS * limit {
            0
        } else {
            limit
        };
        shown.clear();
        for (_, index) in of_entry {
            let skill = mentions[*index].skill;
            // "Leadership" in a list of tools tells of no deed, however short the list.
            let is_tool = profile.taxonomy.get(skill).kind != SkillKind::Competency;
            let is_known = shown.contains(&skill);
            all[*index] = match is_tool && (is_known || shown.len() < limit) {
                true => Listed::Within,
                false => Listed::Beyond,
            };
            if is_tool && !is_known && shown.len() < limit {
                shown.push(skill);
            }
        }
    }
    all
}

/// "Trained churn models", "Brought models into production": a line that begins with a deed, or with a verb and has no list, needs
/// no other word to tell something.
fn tells_at_once(text: &str, form: Form, mentions: &[Mention]) -> bool {
    let Some((begin, word)) = words_from(text, 0).next().filter(|_| form == Form::Prose) else {
        return false;
    };
    let mut there = mentions.iter().filter(|m| m.range.start == begin.start).peekable();
    match there.peek() {
        Some(_) => there.all(|m| m.rule == Rule::Described),
        None => !text.contains(PARTS) && is_deed(word),
    }
}

/// Whether an English word is a verb of the past that says that something was done, and not only looked at.
fn is_deed(word: Written<'_>) -> bool {
    word.ends_with("ed") && !word.is_one_of(&ONLY_LOOKED_AT) || word.is_one_of(&DONE)
}

/// Verbs of the past that do not end as most do.
const DONE: [&str; 20] = [
    "built", "brought", "led", "wrote", "ran", "made", "drove", "taught", "grew", "cut", "took", "put", "set", "kept",
    "held", "won", "rebuilt", "rewrote", "sped", "oversaw",
];

/// Verbs of the past after which nothing was done.
const ONLY_LOOKED_AT: [&str; 14] = [
    "used",
    "learned",
    "studied",
    "attended",
    "completed",
    "followed",
    "explored",
    "watched",
    "considered",
    "rejected",
    "evaluated",
    "interested",
    "experienced",
    "skilled",
];

/// How many different skills there are; they are left in `seen`.
fn count(skills: impl Iterator<Item = SkillId>, seen: &mut Vec<SkillId>) -> usize {
    seen.clear();
    seen.extend(skills);
    seen.sort_unstable();
    seen.dedup();
    seen.len()
}

/// Where a bare list of tools begins in a passage, if there is one: at its start, or behind "Technologies:".
fn list_start(text: &str, form: Form, (all, named): (&[Mention], &[&Mention]), limit: usize) -> Option<usize> {
    match form {
        Form::Tools => return Some(0),
        Form::Title => return named.get(TITLE_NAMES).map(|mention| mention.range.start),
        Form::Prose | Form::Item | Form::Group => {}
    }
    let heads = memchr_iter(b':', text.as_bytes()).map(|at| at + 1).take(HEADS);
    std::iter::once(0).chain(heads).find(|from| {
        let named = &named[named.partition_point(|m| m.range.start < *from)..];
        let is_silent = || tells_nothing(text, *from, named) && !(*from == 0 && tells_at_once(text, form, all));
        !named.is_empty() && (is_silent() || is_wall(text, *from, named, limit))
    })
}

/// Whether no part between two commas says what was done. Taking a name away never makes a list tell something.
fn tells_nothing(text: &str, from: usize, named: &[&Mention]) -> bool {
    let mut telling = 0;
    let mut end = None;
    for (place, word) in words_from(text, from) {
        let between = &text[end.unwrap_or(place.start)..place.start];
        if telling > 0 && between.contains(PARTS) {
            telling = 0;
        }
        end = Some(place.end);
        let before = named.partition_point(|m| m.range.start <= place.start);
        let in_name = named[..before].iter().rev().take(2).any(|m| place.start < m.range.end);
        telling += usize::from(!in_name && !word.is_one_of(&IDLE) && !word.is_number());
        if telling >= TELLING_WORDS {
            return false;
        }
    }
    true
}

/// Whether a text names more skills from a place on than a list can demonstrate, and hardly says another word.
fn is_wall(text: &str, from: usize, named: &[&Mention], limit: usize) -> bool {
    if named.len() <= limit {
        return false;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let mut of_names = 0;
    let mut end = from;
    for mention in named {
        // A name within another one is no more text.
        let begin = mention.range.start.max(end);
        end = end.max(mention.range.end);
        of_names += letters(&text[begin..end]);
    }
    of_names as f64 >= WALL_SHARE * letters(&text[from..]) as f64
}

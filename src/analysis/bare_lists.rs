//! Bare lists of tools inside entries: what stands in one was there, and nothing says what was done with it.

use crate::model::candidate::{Candidate, Form};
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::skill::{SkillId, SkillKind};
use crate::text::words::{Word, words};
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many words between two commas, beside the names, say what was done: "trained a neural network" has two.
const TELLING_WORDS: usize = 2;

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

/// A passage is searched for a list behind so many colons; a real one has one or two.
const HEADS: usize = 20;

/// The mentions (by index) that stand in a bare list of an entry, and those beyond the skills that it can demonstrate.
pub(super) fn find(
    candidate: &Candidate<'_>,
    reading: &Reading,
    profile: &Profile,
) -> (HashSet<usize>, HashSet<usize>) {
    let limit = profile.scoring.list_limit;
    // "Leadership" in a list of tools tells of no deed, however short the list.
    let is_tool = |skill: SkillId| profile.taxonomy.get(skill).kind != SkillKind::Competency;
    let mut by_passage: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, mention) in reading.mentions.iter().enumerate() {
        by_passage.entry(mention.passage).or_default().push(index);
    }
    let mut shown: HashMap<Option<usize>, HashSet<SkillId>> = HashMap::new();
    let (mut all, mut beyond) = (HashSet::new(), HashSet::new());
    for (passage, indices) in by_passage {
        let whole = &candidate.passages[passage];
        let named: Vec<&Mention> = indices
            .iter()
            .map(|i| &reading.mentions[*i])
            .filter(|m| m.rule != Rule::Described)
            .collect();
        let Some(from) = list_start(&whole.text, whole.form, &named, limit) else {
            continue;
        };
        let seen = shown.entry(whole.entry).or_default();
        for index in indices {
            let mention = &reading.mentions[index];
            let in_list = mention.range.start >= from && mention.rule != Rule::Described;
            if in_list {
                all.insert(index);
            }
            if in_list && is_tool(mention.skill) && (seen.contains(&mention.skill) || seen.len() < limit) {
                seen.insert(mention.skill);
            } else if in_list {
                beyond.insert(index);
            }
        }
    }
    (all, beyond)
}

/// Where a bare list of tools begins in a passage, if there is one: at its start, or behind "Technologies:".
fn list_start(text: &str, form: Form, named: &[&Mention], limit: usize) -> Option<usize> {
    match form {
        Form::Tools => return Some(0),
        Form::Title => return None,
        Form::Prose | Form::Item | Form::Group => {}
    }
    let words = words(text);
    let heads = text.match_indices(':').map(|(at, _)| at + 1).take(HEADS);
    std::iter::once(0).chain(heads).find(|from| {
        let named: Vec<&Mention> = named.iter().filter(|m| m.range.start >= *from).copied().collect();
        let first = words.partition_point(|w| w.range.start < *from);
        !named.is_empty() && (tells_nothing(text, &words[first..], &named) || is_wall(&text[*from..], &named, limit))
    })
}

/// Whether no part between two commas says what was done. Taking a name away never makes a list tell something.
fn tells_nothing(text: &str, words: &[Word<'_>], named: &[&Mention]) -> bool {
    let mut telling = 0;
    let mut end = words.first().map_or(0, |w| w.range.start);
    for word in words {
        if text[end..word.range.start].contains([',', ';', '|', '/', '(', ')', '•', '·', '\n', '、', '，']) {
            telling = 0;
        }
        end = word.range.end;
        let before = named.partition_point(|m| m.range.start <= word.range.start);
        let in_name = named[..before]
            .iter()
            .rev()
            .take(2)
            .any(|m| word.range.start < m.range.end);
        let idle = IDLE.contains(&word.form.as_ref()) || word.form.bytes().all(|b| b.is_ascii_digit());
        telling += usize::from(!in_name && !idle);
        if telling >= TELLING_WORDS {
            return false;
        }
    }
    true
}

/// Whether a text names more skills than a list can demonstrate, and hardly says another word.
fn is_wall(text: &str, named: &[&Mention], limit: usize) -> bool {
    let all = text.chars().filter(|c| c.is_alphanumeric()).count();
    let of_names: usize = named.iter().map(|m| m.range.len()).sum();
    named.len() > limit && of_names as f64 >= WALL_SHARE * all as f64
}

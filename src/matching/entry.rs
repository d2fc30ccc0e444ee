//! Entries of the skills section: packed ones are taken apart, slips of the pen mended, the rest listed as unmatched.

use super::cues::FoundCues;
use super::levels;
use super::lexicon::Lexicon;
use super::line::Line;
use super::scan::{self, Hit};
use super::similarity::{self, Answer};
use crate::model::reading::{Mention, Reading, Rule, Unmatched};
use crate::text::memo::Memo;

/// An entry with more words than this is a sentence; nobody wants it listed as an unknown skill.
const SENTENCE: usize = 7;

/// A slip is looked for in segments of at most so many words.
const SLIP_WORDS: usize = 3;

/// Looks at the segments of an entry that no name was found in, or only in a part.
pub(super) fn typos_and_unmatched(
    passage: usize,
    line: &Line<'_>,
    hits: &[Hit],
    cues: &FoundCues,
    (lexicon, memo): (&Lexicon<'_>, &mut Memo<Answer>),
    to: &mut Reading,
) {
    let named = scan::in_names(line, hits);
    for (first, last) in segments(line) {
        let of_segment = &named[first..=last];
        if of_segment.iter().all(|named| *named) {
            continue;
        }
        let form = line.joined(first, last);
        let range = line.range(first, last);
        let answer = memo.of(&form, |form| similarity::answer(form, lexicon));
        let slip = answer.slip.filter(|_| last - first < SLIP_WORDS);
        if let Some((skill, similarity)) = slip {
            let hit = Hit {
                skill,
                first,
                last,
                alias: false,
                decoy: false,
                ambiguous: false,
                same_case: false,
            };
            to.mentions.push(Mention {
                skill,
                passage,
                range,
                rule: Rule::Typo(similarity),
                level: levels::of(
                    line,
                    &hit,
                    &scan::in_names(line, std::slice::from_ref(&hit)),
                    cues,
                    true,
                ),
                needs_field: false,
            });
        } else if !of_segment.contains(&true) && last - first < SENTENCE && is_entry(line, (first, last), hits) {
            to.unmatched.push(Unmatched {
                passage,
                range,
                nearest: answer.nearest,
            });
        }
    }
}

/// The head of "Apache (Hadoop, Spark)" and a remark such as "(primary)" are no entries of their own.
fn is_entry(line: &Line<'_>, (first, last): (usize, usize), hits: &[Hit]) -> bool {
    let head = line.behind(last).contains('(') && hits.iter().any(|h| h.first > last);
    let heading = line.behind(last).trim_start().starts_with(':');
    let remark = line.before(first).contains('(') && hits.iter().any(|h| h.last < first);
    let words = line.slice(first, last);
    !head && !heading && !remark && words.chars().any(char::is_alphabetic)
}

/// The parts of a packed entry, as first and last word.
fn segments(line: &Line<'_>) -> Vec<(usize, usize)> {
    let mut segments = Vec::new();
    let mut first = 0;
    for i in 0..line.len() {
        let behind = line.behind(i);
        let is_last = i + 1 == line.len();
        let sign = behind.contains([',', ';', '/', '|', '(', ')', '·', '•', '\n', ':', '[', ']', '、', '，'])
            || behind == " & "
            || behind == " - ";
        if is_last || sign {
            segments.push((first, i));
            first = i + 1;
        }
    }
    segments
}

//! The stage that a title names. It is shown beside the estimate and never used for it.

use crate::model::candidate::{Candidate, Entry, Section};
use crate::model::language::RoleWords;
use crate::model::scale::Stage;
use crate::text::dates::End;
use crate::text::memo::Memo;
use crate::text::words::padded;

/// What stages titles name, as far as one profile looks at them; they come again from resume to resume.
#[derive(Debug)]
pub struct TitleStages(Memo<Option<Stage>>);

impl Default for TitleStages {
    fn default() -> TitleStages {
        TitleStages(Memo::new(1024))
    }
}

/// The stage that the current title names: the latest job, or the headline where no job has a title.
pub fn read(candidate: &Candidate<'_>, roles: &RoleWords, known: &mut TitleStages) -> Option<Stage> {
    let jobs = || {
        candidate
            .entries
            .iter()
            .filter(|e| e.section == Section::Work && !e.title.is_empty())
    };
    let started = |entry: &&Entry| entry.periods.iter().map(|p| (p.to == End::Open, p.from)).max();
    // Of several current jobs the first in the file is the main one.
    let latest = jobs().rev().max_by_key(started);
    let title = latest
        .map(|e| format!("{} {}", e.title, e.kind))
        .or_else(|| candidate.label.clone())?;
    known.0.of(&title, |title| stage_of_title(title, roles))
}

/// The stage that a title names; `None` where it names none.
fn stage_of_title(title: &str, roles: &RoleWords) -> Option<Stage> {
    let title = padded(title);
    let marked = |wanted: &dyn Fn(Stage) -> bool| {
        roles
            .stages
            .iter()
            .filter(|s| wanted(s.stage))
            .find(|s| has_any(&title, &s.words))
            .map(|s| s.stage)
    };
    // A mark such as "Senior" or "Intern" wins over an academic post, and the post over the bare word "scientist".
    marked(&|s| s != Stage::Mid).or_else(|| match has_any(&title, &roles.no_stage) {
        true => None,
        false => marked(&|s| s == Stage::Mid),
    })
}

/// Whether any of `phrases` stands in a text, all in padded normal form.
fn has_any(text: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase.as_str()))
}

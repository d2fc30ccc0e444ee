//! What an answer changes in the others.

use crate::model::answers::{Answer, Answers, Where};
use crate::questionnaire::{Done, RoleAnswer};

/// Puts an answer among the others; `is_deed` tells which skills are shown by deeds.
pub(super) fn take(answers: &mut Answers, id: &str, done: Done, is_deed: &dyn Fn(&str) -> bool) {
    match done {
        Done::Rejected(ids) => answers.rejected = Some(ids),
        Done::Roles(roles) => {
            follow(answers, &roles, is_deed, |place| match place {
                Where::Role(i) => Some(i),
                _ => None,
            });
            answers.roles = Some(roles.into_iter().map(|r| r.role).collect());
        }
        Done::Projects(projects) => {
            follow(answers, &projects, is_deed, |place| match place {
                Where::Project(i) => Some(i),
                _ => None,
            });
            answers.projects = Some(projects.into_iter().map(|r| r.role).collect());
        }
        Done::Certificates(held) => answers.certificates = Some(held),
        Done::Skills(answer) => {
            answers.answers.insert(id.to_owned(), answer);
            // Whoever says that it was done does not turn it down.
            let shown: Vec<String> = answers.shown().map(|s| s.skill.clone()).collect();
            answers
                .rejected
                .iter_mut()
                .for_each(|ids| ids.retain(|id| !shown.contains(id)));
        }
        Done::Back(Some(done)) => take(answers, id, *done, is_deed),
        Done::Back(None) | Done::Skipped => {}
    }
}

/// Lets what was done follow its role or project to its new number, and go with one that is taken out: what was done there, and
/// nowhere else, was done nowhere. Of a tool it stays that somebody knows it, of a deed nothing.
fn follow(
    answers: &mut Answers,
    now: &[RoleAnswer],
    is_deed: &dyn Fn(&str) -> bool,
    number: fn(&mut Where) -> Option<&mut usize>,
) {
    answers.answers.retain(|_, answer| {
        let Answer::Shown(list) = answer else { return true };
        let was_empty = list.is_empty();
        list.retain_mut(|shown| {
            let had_place = !shown.places.is_empty();
            shown.places.retain_mut(|place| match number(place) {
                None => true,
                Some(i) => match now.iter().position(|r| r.was == Some(*i)) {
                    Some(new) => {
                        *i = new;
                        true
                    }
                    None => false,
                },
            });
            let is_lost = had_place && shown.places.is_empty();
            if is_lost {
                shown.what.clear();
            }
            !(is_lost && is_deed(&shown.skill))
        });
        // Nothing left is not "none of these": the question is open again.
        was_empty || !list.is_empty()
    });
}

//! What an answer changes in the others.

use crate::model::answers::{Answer, Answers, Where};
use crate::questionnaire::{Done, RoleAnswer};

/// Puts an answer among the others.
pub(super) fn take(answers: &mut Answers, id: &str, done: Done) {
    match done {
        Done::Rejected(ids) => answers.rejected = Some(ids),
        Done::Roles(roles) => {
            follow(answers, &roles, |place| match place {
                Where::Role(i) => Some(i),
                _ => None,
            });
            answers.roles = Some(roles.into_iter().map(|r| r.role).collect());
        }
        Done::Projects(projects) => {
            follow(answers, &projects, |place| match place {
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
        Done::Back | Done::Skipped => {}
    }
}

/// Lets what was done follow its role or project to its new number, and go with one that is taken out: what was done there, and
/// nowhere else, was done nowhere.
fn follow(answers: &mut Answers, now: &[RoleAnswer], number: fn(&mut Where) -> Option<&mut usize>) {
    for answer in answers.answers.values_mut() {
        let Answer::Shown(list) = answer else { continue };
        for shown in list.iter_mut() {
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
            if had_place && shown.places.is_empty() {
                shown.what.clear();
            }
        }
    }
}

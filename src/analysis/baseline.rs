//! What is worse than in a baseline, and why: because the resume changed, because time passed, or because the program did.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::snapshot::{Covered, Shown, Snapshot};

/// Coverages that differ by less are equal: a snapshot keeps three decimals.
const SAME: f64 = 0.0015;

/// Why something is worse than in the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The resume says less.
    Resume,
    /// On the day of the baseline the resume as it is now would have done.
    Time,
    /// All words that showed it are still there; the profile or the program reads them otherwise now.
    Version,
}

/// A requirement that is worse off than in the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// The id of the requirement.
    pub requirement: String,
    /// Why.
    pub cause: Cause,
    /// Words that showed it and are gone.
    pub words: Vec<String>,
}

/// Everything that is worse than in the baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Losses {
    /// Requirements that are covered less.
    pub requirements: Vec<Loss>,
    /// The score, beyond the tolerance.
    pub score: Option<Cause>,
    /// The stage.
    pub stage: Option<Cause>,
    /// Skills that were shown, all of whose words still stand, where program or profile have another version now: if they are
    /// not shown any more, the reading has changed.
    pub read_otherwise: Vec<String>,
}

impl Losses {
    /// Whether nothing is worse.
    pub fn is_empty(&self) -> bool {
        self.requirements.is_empty() && self.score.is_none() && self.stage.is_none()
    }
}

/// What is worse in `now` than in `before`, as if the resume were to blame. A requirement that is met stays met, whatever its
/// coverage does.
pub fn losses(before: &Snapshot, now: &Snapshot, tolerance: u32) -> Losses {
    let worse = |old: &&Covered| now.requirement(&old.id).is_some_and(|new| is_worse(old, new));
    let requirements = before.requirements.iter().filter(worse).map(|old| Loss {
        requirement: old.id.clone(),
        cause: Cause::Resume,
        words: Vec::new(),
    });
    Losses {
        requirements: requirements.collect(),
        score: (now.score + tolerance < before.score).then_some(Cause::Resume),
        stage: (now.stage < before.stage).then_some(Cause::Resume),
        read_otherwise: Vec::new(),
    }
}

fn is_worse(old: &Covered, new: &Covered) -> bool {
    let less = new.status == RequirementStatus::Partial && new.coverage + SAME < old.coverage;
    match (old.status.rank(), new.status.rank()) {
        (Some(before), Some(now)) => now < before || less && now == before,
        _ => false,
    }
}

/// What the causes of losses are found from.
pub struct Clues<'c> {
    /// What would be worse on the day of the baseline, of the resume as it is now.
    pub then: &'c Losses,
    /// How the resume is read now.
    pub now: &'c Snapshot,
    /// Whether the program or the profile has another version than the baseline.
    pub renewed: bool,
    /// Whether the resume holds the same words and numbers as that of the baseline, in whatever order.
    pub is_same: bool,
    /// Whether words still stand in the resume.
    pub stands: &'c dyn Fn(&str) -> bool,
}

impl Clues<'_> {
    /// Whether all that showed a skill is still there, so that program or profile must have lowered it. Where the resume has
    /// changed at all, a status or level that fell is laid to the change: a date or a stated level may be gone.
    fn still_shown(&self, before: &Shown) -> bool {
        let kept = |now: &Shown| (now.status, now.level) >= (before.status, before.level);
        self.is_same
            || before.evidence.iter().all(|words| (self.stands)(words.shown()))
                && self.now.skill(&before.id).is_none_or(kept)
    }
}

/// Finds the causes.
pub fn explain(losses: &mut Losses, before: &Snapshot, clues: &Clues<'_>) {
    // Years that fell may be all that lowered a level, the score or the stage.
    let years_kept = clues.is_same || clues.now.years >= before.years;
    for loss in &mut losses.requirements {
        loss.words = gone(before, &loss.requirement, clues.stands);
        let present = before
            .requirement(&loss.requirement)
            .into_iter()
            .flat_map(|r| &r.present);
        let mut shown = present.filter_map(|id| before.skill(id));
        let read_otherwise = clues.renewed && years_kept && shown.all(|s| clues.still_shown(s));
        let on_that_day = clues
            .then
            .requirements
            .iter()
            .any(|l| l.requirement == loss.requirement);
        loss.cause = cause(on_that_day, read_otherwise);
    }
    let shown = before.skills.iter().filter(|s| s.status >= Status::Certified);
    let read_otherwise = shown.filter(|s| clues.renewed && !s.evidence.is_empty() && clues.still_shown(s));
    losses.read_otherwise = read_otherwise.map(|s| s.id.clone()).collect();
    // Score and stage are made of the rest: words that are gone anywhere may be the cause.
    let all_there = || clues.renewed && years_kept && before.skills.iter().all(|s| clues.still_shown(s));
    if losses.score.is_some() {
        losses.score = Some(cause(clues.then.score.is_some(), all_there()));
    }
    if losses.stage.is_some() {
        losses.stage = Some(cause(clues.then.stage.is_some(), all_there()));
    }
}

fn cause(on_that_day: bool, read_otherwise: bool) -> Cause {
    match (on_that_day, read_otherwise) {
        (false, _) => Cause::Time,
        (true, true) => Cause::Version,
        (true, false) => Cause::Resume,
    }
}

/// The words that showed a requirement and do not stand in the resume any more.
fn gone(before: &Snapshot, requirement: &str, stands: &dyn Fn(&str) -> bool) -> Vec<String> {
    let present = before.requirement(requirement).into_iter().flat_map(|r| &r.present);
    let words = present.filter_map(|id| before.skill(id)).flat_map(|s| &s.evidence);
    let mut gone: Vec<String> = words.map(|w| w.shown().to_owned()).filter(|w| !stands(w)).collect();
    gone.dedup();
    gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scale::Stage;
    use crate::model::snapshot::{FORMAT, ProfileVersion};

    fn snapshot(status: RequirementStatus, coverage: f64, score: u32) -> Snapshot {
        Snapshot {
            format: FORMAT.into(),
            generator: "1".into(),
            as_of: "2026-11-22".into(),
            profile: ProfileVersion {
                id: "p".into(),
                version: "1".into(),
            },
            resume: String::new(),
            score,
            stage: Some(Stage::Mid),
            years: None,
            requirements: vec![Covered {
                id: "r".into(),
                status,
                coverage,
                present: vec![],
            }],
            skills: vec![],
        }
    }

    #[test]
    fn what_is_met_may_be_covered_less() {
        use RequirementStatus::{Met, Missing, Partial};
        let is_lost = |old: (RequirementStatus, f64), new: (RequirementStatus, f64)| {
            let losses = losses(&snapshot(old.0, old.1, 50), &snapshot(new.0, new.1, 50), 0);
            !losses.is_empty()
        };
        assert!(!is_lost((Met, 1.0), (Met, 0.75)));
        assert!(is_lost((Met, 1.0), (Partial, 1.0)));
        assert!(is_lost((Partial, 0.5), (Partial, 0.4)));
        assert!(!is_lost((Partial, 0.5), (Partial, 0.4995)));
        assert!(!is_lost((Missing, 0.0), (Partial, 0.1)));
    }

    #[test]
    fn the_score_has_its_tolerance() {
        let of = |score| snapshot(RequirementStatus::Met, 1.0, score);
        assert!(losses(&of(50), &of(48), 2).is_empty());
        assert_eq!(losses(&of(50), &of(47), 2).score, Some(Cause::Resume));
    }

    #[test]
    fn causes() {
        assert_eq!(cause(false, false), Cause::Time);
        assert_eq!(cause(true, true), Cause::Version);
        assert_eq!(cause(true, false), Cause::Resume);
    }
}

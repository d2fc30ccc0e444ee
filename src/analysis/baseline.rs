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
    /// On the day of the baseline the resume as it is now would have done, and nothing that showed it is gone.
    Time,
    /// All that showed it is still there; the profile or the program reads it otherwise now.
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
    /// Skills that were shown better, though all that showed them is as it was, where program or profile have another version
    /// now: the reading has changed.
    pub read_otherwise: Vec<String>,
    /// Requirements, skills, `stage` and `score` for which the resume shows no less than it did: if they fall short on another
    /// day only, time alone has passed.
    pub kept: Vec<String>,
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
        kept: Vec::new(),
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
    /// How the resume as it is now is read on the day of the baseline.
    pub now: &'c Snapshot,
    /// Whether the program or the profile has another version than the baseline.
    pub renewed: bool,
    /// Whether the resume says what it said, in whatever order.
    pub is_same: bool,
    /// Whether words still stand in the resume.
    pub stands: &'c dyn Fn(&str) -> bool,
    /// Whether the entry with this digest still is as it was.
    pub is_kept: &'c dyn Fn(&str) -> bool,
}

impl Clues<'_> {
    /// Whether time may be to blame for what these skills show less: no words that showed them are gone, and no years.
    fn may_be_time<'s>(&self, before: &Snapshot, mut skills: impl Iterator<Item = &'s Shown>) -> bool {
        let all_stand = |s: &Shown| s.evidence.iter().all(|words| (self.stands)(words.shown()));
        self.is_same || self.now.years >= before.years && skills.all(all_stand)
    }

    /// Whether a new version may be: every entry that showed them is as it was.
    fn may_be_version<'s>(&self, before: &Snapshot, mut skills: impl Iterator<Item = &'s Shown>) -> bool {
        let all_kept = |s: &Shown| s.evidence.iter().all(|words| (self.is_kept)(&words.entry));
        self.renewed && (self.is_same || self.now.years >= before.years && skills.all(all_kept))
    }
}

/// Finds the causes.
pub fn explain(losses: &mut Losses, before: &Snapshot, clues: &Clues<'_>) {
    let cause = |only_now: bool, skills: &[&Shown]| {
        let skills = || skills.iter().copied();
        match () {
            () if only_now && clues.may_be_time(before, skills()) => Cause::Time,
            () if !only_now && clues.may_be_version(before, skills()) => Cause::Version,
            () => Cause::Resume,
        }
    };
    for loss in &mut losses.requirements {
        loss.words = gone(before, &loss.requirement, clues.stands);
        let on_that_day = clues
            .then
            .requirements
            .iter()
            .any(|l| l.requirement == loss.requirement);
        loss.cause = cause(!on_that_day, &showing(before, &loss.requirement));
    }
    // Score and stage are made of all.
    let all: Vec<&Shown> = before.skills.iter().collect();
    losses.score = losses.score.map(|_| cause(clues.then.score.is_none(), &all));
    losses.stage = losses.stage.map(|_| cause(clues.then.stage.is_none(), &all));
    let shown = |s: &&Shown| s.status >= Status::Certified && !s.evidence.is_empty();
    let as_before = |s: &Shown| {
        let now = clues.now.skill(&s.id);
        now.is_some_and(|now| (now.status, now.level) >= (s.status, s.level))
    };
    losses.read_otherwise = before
        .skills
        .iter()
        .filter(shown)
        .filter(|s| !as_before(s) && clues.may_be_version(before, std::iter::once(*s)))
        .map(|s| s.id.clone())
        .collect();
    let forgivable =
        |id: &str, skills: &[&Shown]| clues.may_be_time(before, skills.iter().copied()).then(|| id.to_owned());
    let requirements = before.requirements.iter().map(|r| (&r.id, showing(before, &r.id)));
    let skills = before.skills.iter().map(|s| (&s.id, vec![s]));
    let mut kept: Vec<String> = requirements
        .chain(skills)
        .filter_map(|(id, by)| forgivable(id, &by))
        .collect();
    kept.extend(["stage", "score"].into_iter().filter_map(|id| forgivable(id, &all)));
    losses.kept = kept;
}

/// The skills that showed a requirement.
fn showing<'b>(before: &'b Snapshot, requirement: &str) -> Vec<&'b Shown> {
    let present = before.requirement(requirement).into_iter().flat_map(|r| &r.present);
    present.filter_map(|id| before.skill(id)).collect()
}

/// The words that showed a requirement and do not stand in the resume any more.
fn gone(before: &Snapshot, requirement: &str, stands: &dyn Fn(&str) -> bool) -> Vec<String> {
    let words = showing(before, requirement).into_iter().flat_map(|s| &s.evidence);
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
            file: String::new(),
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
}

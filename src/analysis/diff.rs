//! Compares two snapshots: what was gained and lost by requirement, skill, words, score and stage.

use crate::model::assessment::RequirementStatus;
use crate::model::diff::{Diff, RequirementChange, Side, SkillChange};
use crate::model::profile::Profile;
use crate::model::snapshot::{Covered, Shown, Snapshot, Words};

/// Compares two snapshots with their names; titles and names of skills come from `profile`.
pub fn between((old_name, old): (&str, &Snapshot), (new_name, new): (&str, &Snapshot), profile: &Profile) -> Diff {
    Diff {
        old: side(old_name, old),
        new: side(new_name, new),
        requirements: requirements(old, new, profile),
        skills: skills(old, new, profile),
    }
}

fn side(name: &str, of: &Snapshot) -> Side {
    Side {
        name: name.to_owned(),
        as_of: of.as_of.clone(),
        profile: format!("{} {}", of.profile.id, of.profile.version),
        score: of.score,
        stage: of.stage,
    }
}

fn requirements(old: &Snapshot, new: &Snapshot, profile: &Profile) -> Vec<RequirementChange> {
    let gone = old.requirements.iter().filter(|r| new.requirement(&r.id).is_none());
    let ids = new.requirements.iter().chain(gone).map(|r| &r.id);
    let state = |r: &Covered| (r.status, r.coverage);
    let change = |id: &String| RequirementChange {
        title: profile
            .requirements
            .iter()
            .find(|r| r.id == *id)
            .map_or(id, |r| &r.title)
            .clone(),
        old: old.requirement(id).map(state),
        new: new.requirement(id).map(state),
        id: id.clone(),
    };
    let differs = |c: &RequirementChange| {
        c.old != c.new
            && c.new
                .or(c.old)
                .is_some_and(|(status, _)| status != RequirementStatus::Unassessable)
    };
    ids.map(change).filter(differs).collect()
}

fn skills(old: &Snapshot, new: &Snapshot, profile: &Profile) -> Vec<SkillChange> {
    let mut ids: Vec<&String> = old.skills.iter().chain(&new.skills).map(|s| &s.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let state = |s: &Shown| (s.status, s.level);
    let change = |id: &String| {
        let (before, now) = (old.skill(id), new.skill(id));
        SkillChange {
            name: profile
                .taxonomy
                .find(id)
                .map_or(id.as_str(), |s| profile.taxonomy.get(s).name.as_ref())
                .to_owned(),
            old: before.map(state),
            new: now.map(state),
            lost: without(before, now),
            gained: without(now, before),
            id: id.clone(),
        }
    };
    let differs = |c: &SkillChange| c.old != c.new || !c.lost.is_empty() || !c.gained.is_empty();
    ids.into_iter().map(change).filter(differs).collect()
}

/// The words of evidence that the other side does not have, as often as they stand there more often.
fn without(of: Option<&Shown>, other: Option<&Shown>) -> Vec<String> {
    let mut left: Vec<&Words> = other.into_iter().flat_map(|s| &s.evidence).collect();
    let mut only: Vec<&Words> = of.into_iter().flat_map(|s| &s.evidence).collect();
    // The same words in the same surroundings are paired first: what is left over is what came or went.
    for same in [
        |a: &Words, b: &Words| (&a.text, &a.around) == (&b.text, &b.around),
        |a: &Words, b: &Words| a.text == b.text,
    ] {
        only.retain(|words| match left.iter().position(|w| same(w, words)) {
            Some(at) => {
                left.remove(at);
                false
            }
            None => true,
        });
    }
    only.into_iter().map(|words| words.shown().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::assessment::Status;

    fn shown(words: &[(&str, &str)]) -> Shown {
        let words = words.iter().map(|(text, around)| Words {
            text: (*text).to_owned(),
            around: (*around).to_owned(),
            entry: String::new(),
        });
        Shown {
            id: "kubernetes".into(),
            status: Status::Demonstrated,
            level: None,
            evidence: words.collect(),
        }
    }

    #[test]
    fn words_are_counted() {
        let old = shown(&[("K8s", "on K8s at night"), ("K8s", "K8s and more")]);
        let new = shown(&[("K8s", "on K8s at night")]);
        assert_eq!(without(Some(&old), Some(&new)), ["K8s and more"]);
        assert!(without(Some(&new), Some(&old)).is_empty());
        assert_eq!(without(Some(&new), None), ["on K8s at night"]);
    }

    #[test]
    fn what_is_left_over_is_what_went() {
        let certificate = ("AWS", "AWS Certified Machine Learning");
        let old = shown(&[("AWS", ""), certificate]);
        assert_eq!(without(Some(&old), Some(&shown(&[certificate]))), ["AWS"]);
    }

    #[test]
    fn words_in_other_surroundings_are_the_same_words() {
        let old = shown(&[("K8s", "on K8s at night")]);
        assert!(without(Some(&old), Some(&shown(&[("K8s", "")]))).is_empty());
        assert!(without(Some(&old), Some(&shown(&[("K8s", "by day on K8s")]))).is_empty());
    }
}

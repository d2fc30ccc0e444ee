//! In which order: what comes before by itself, then the next stage, then the most worth for an hour.

use super::projects::Draft;
use crate::model::assessment::Assessment;
use crate::model::learning::Learning;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;

/// A project at its place in the order.
#[derive(Clone, Debug)]
pub struct Ordered {
    /// The project.
    pub draft: Draft,
    /// What must be learned before it, as neither the resume nor an earlier project shows it.
    pub first: Vec<SkillId>,
    /// Hours for that.
    pub first_hours: u32,
}

/// Orders projects; `points` is what each adds to the score by itself.
pub fn order(drafts: Vec<Draft>, points: &[u32], a: &Assessment<'_>, learning: &Learning) -> Vec<Ordered> {
    let next = a.stage.evidence.map_or(Some(Stage::Junior), Stage::next);
    let mut shown: Vec<SkillId> = a.skills.iter().map(|f| f.skill).collect();
    let mut left: Vec<(Draft, u32)> = drafts.into_iter().zip(points.iter().copied()).collect();
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let waits = |draft: &Draft| {
            let others = left.iter().filter(|(other, _)| other.id != draft.id);
            let mut brought = others.flat_map(|(other, _)| other.skills.iter());
            brought.any(|skill| comes_before(*skill, draft, &shown, a, learning))
        };
        let key = |(draft, points): &(Draft, u32)| {
            let is_next = draft.meets.iter().any(|(stage, _)| Some(*stage) == next);
            let hours = f64::from((draft.learn_hours + draft.do_hours).max(1));
            (waits(draft), !is_next, -f64::from(*points) / hours)
        };
        let better =
            |a: &(bool, bool, f64), b: &(bool, bool, f64)| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2));
        let keys: Vec<_> = left.iter().map(key).collect();
        let best = (0..left.len()).min_by(|x, y| better(&keys[*x], &keys[*y])).unwrap_or(0);
        let (draft, _) = left.remove(best);
        let first = missing(&draft, &shown, a, learning);
        let hours = first
            .iter()
            .map(|s| learning.prerequisite_hours(a.profile.taxonomy.get(*s).kind));
        let first_hours = hours.sum();
        for skill in draft.skills.iter().chain(&first) {
            shown.push(*skill);
            shown.extend(a.profile.taxonomy.implied_by(*skill));
        }
        ordered.push(Ordered {
            draft,
            first,
            first_hours,
        });
    }
    ordered
}

/// Whether a skill, which is not shown yet, comes before a project: as something broader, or as something that is needed.
fn comes_before(skill: SkillId, draft: &Draft, shown: &[SkillId], a: &Assessment<'_>, learning: &Learning) -> bool {
    if shown.contains(&skill) || draft.skills.contains(&skill) {
        return false;
    }
    let taxonomy = &a.profile.taxonomy;
    let broader = draft.skills.iter().any(|s| taxonomy.implied_by(*s).contains(&skill));
    let lends = |needed: &Vec<SkillId>| {
        needed
            .iter()
            .any(|n| *n == skill || taxonomy.implied_by(skill).contains(n))
    };
    broader || needs(draft, shown, a, learning).iter().any(lends)
}

/// What a project needs and nothing shows: of each list any one is enough.
fn needs(draft: &Draft, shown: &[SkillId], a: &Assessment<'_>, learning: &Learning) -> Vec<Vec<SkillId>> {
    let find = |id: &String| a.profile.taxonomy.find(id);
    let mine = |id: &String| find(id).is_some_and(|s| draft.skills.contains(&s));
    let asked = learning.prerequisites.iter().filter(|p| p.later.iter().any(mine));
    let lists = asked.map(|p| p.any_of.iter().filter_map(find).collect::<Vec<_>>());
    let is_open = |list: &Vec<SkillId>| !list.iter().any(|s| shown.contains(s) || draft.skills.contains(s));
    lists.filter(|list| !list.is_empty() && is_open(list)).collect()
}

/// The usual one of each list that a project needs and nothing shows, those that these need before them.
fn missing(draft: &Draft, shown: &[SkillId], a: &Assessment<'_>, learning: &Learning) -> Vec<SkillId> {
    let mut shown = shown.to_vec();
    let mut first: Vec<SkillId> = Vec::new();
    let mut of = draft.clone();
    // What is needed may need something itself; the data has few levels, and a circle in it must end.
    while let Some(skill) = needs(&of, &shown, a, learning)
        .first()
        .and_then(|list| list.first().copied())
    {
        first.insert(0, skill);
        shown.push(skill);
        shown.extend(a.profile.taxonomy.implied_by(skill));
        of.skills.push(skill);
    }
    first
}

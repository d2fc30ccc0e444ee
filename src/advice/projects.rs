//! Which projects close the gaps and meet the expectations up to a stage.

use crate::model::assessment::{Assessment, Gap};
use crate::model::learning::{Learning, Project};
use crate::model::plan::ResumeLine;
use crate::model::scale::Stage;
use crate::model::skill::{Skill, SkillId, SkillKind};

/// Hours to learn and to do something that no project of the data is about.
const OTHER_HOURS: (u32, u32) = (30, 20);

/// A project, before it has its place in the order.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The id of the project, or of the requirement where no project fits.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The skills that it shows.
    pub skills: Vec<SkillId>,
    /// Hours to learn what nothing shows yet.
    pub learn_hours: u32,
    /// Hours to do it.
    pub do_hours: u32,
    /// Whether it tells the deeds of a stage once more.
    pub is_second: bool,
    /// What a line of the resume could say.
    pub line: ResumeLine,
    /// Indices of the requirements that it is for.
    pub closes: Vec<usize>,
    /// The expectations that it is for.
    pub meets: Vec<(Stage, usize)>,
}

/// The projects for all expectations up to `to` that nothing meets, and for the gaps: all of them from the role's own stage up,
/// below it those that block the next stage.
pub fn drafts(a: &Assessment<'_>, learning: &Learning, to: Stage) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (stage, index) in open_expectations(a, to) {
        let any_of = &a.profile.ladder.rungs[stage.index()].expectations[index].any_of;
        let there = drafts.iter().position(|d| d.skills.iter().any(|s| any_of.contains(s)));
        let draft = there.or_else(|| {
            drafts.push(deed(any_of, a, learning)?);
            Some(drafts.len() - 1)
        });
        if let Some(draft) = draft {
            drafts[draft].meets.push((stage, index));
        }
    }
    let wanted = |gap: &&Gap| to >= a.profile.target_stage || gap.unlocks_stage.is_some_and(|stage| stage <= to);
    for gap in a.gaps.iter().filter(wanted) {
        close(gap.requirement, a, learning, &mut drafts);
    }
    drafts
}

/// The project for the first deed of an expectation that any shows: the first is the plainest, and a claim makes none nearer.
fn deed(any_of: &[SkillId], a: &Assessment<'_>, learning: &Learning) -> Option<Draft> {
    let shows = |skill: &SkillId| {
        let group = vec![*skill];
        let mut drafts = learning.projects.iter().map(|project| draft(project, &[&group], a));
        drafts.find(|d| d.skills.contains(skill))
    };
    any_of.iter().find_map(shows)
}

/// The expectations up to a stage that nothing meets; those of a stage that is reached otherwise are left aside.
fn open_expectations(a: &Assessment<'_>, to: Stage) -> Vec<(Stage, usize)> {
    let open =
        a.stage.expectations.iter().filter(|e| {
            e.stage <= to && e.shown_by.is_empty() && a.stage.evidence.is_none_or(|reached| e.stage > reached)
        });
    open.map(|e| (e.stage, e.index)).collect()
}

/// Adds what closes a requirement; a project that is there already is used where it shows what is asked.
fn close(requirement: usize, a: &Assessment<'_>, learning: &Learning, drafts: &mut Vec<Draft>) {
    let result = a.requirements.iter().find(|r| r.index == requirement);
    let Some(result) = result else { return };
    let groups = a.profile.requirements[requirement].groups.iter().zip(&result.groups);
    let mut open: Vec<&Vec<SkillId>> = groups.filter(|(_, r)| r.worth < 1.0).map(|(g, _)| &g.of).collect();
    let use_for = |draft: &mut Draft, open: &mut Vec<&Vec<SkillId>>| {
        let before = open.len();
        open.retain(|group| !draft.skills.iter().any(|s| group.contains(s)));
        if open.len() < before {
            draft.closes.push(requirement);
        }
    };
    drafts.iter_mut().for_each(|draft| use_for(draft, &mut open));
    while let Some(first) = open.first() {
        let mut draft = fitting(&open, a, learning).unwrap_or_else(|| other(requirement, first, a));
        use_for(&mut draft, &mut open);
        drafts.push(draft);
    }
}

/// The project that shows a skill of the first of `groups`: one whose skill the resume names already before others, then the
/// one of fewest hours for each group that it serves, then the first of the data.
fn fitting(groups: &[&Vec<SkillId>], a: &Assessment<'_>, learning: &Learning) -> Option<Draft> {
    let drafts = learning.projects.iter().map(|project| draft(project, groups, a));
    let fits = drafts.filter(|d| d.skills.iter().any(|s| groups[0].contains(s)));
    let served = |d: &Draft| groups.iter().filter(|g| d.skills.iter().any(|s| g.contains(s))).count();
    let near = |d: &Draft| {
        let in_first = d.skills.iter().filter(|s| groups[0].contains(s));
        in_first.map(|s| nearness(*s, a)).max()
    };
    let hours = |d: &Draft| (d.learn_hours + d.do_hours) as usize * 100 / served(d).max(1);
    fits.min_by_key(|d| (std::cmp::Reverse(near(d)), hours(d)))
}

/// How near a skill lies: 2 where the resume names it, 1 where it names what it belongs to, else 0.
fn nearness(skill: SkillId, a: &Assessment<'_>) -> u8 {
    let named = |skill: SkillId| a.finding(skill).is_some();
    match a.profile.taxonomy.get(skill).broader.iter().any(|s| named(*s)) {
        _ if named(skill) => 2,
        true => 1,
        false => 0,
    }
}

/// A project with the skills that it shows: of each of its lists one that a group asks for, the nearest of those, else the nearest.
fn draft(project: &Project, groups: &[&Vec<SkillId>], a: &Assessment<'_>) -> Draft {
    let asked = |skill: SkillId| groups.iter().any(|g| g.contains(&skill));
    let of_list = |list: &Vec<String>| {
        let known = list.iter().filter_map(|id| a.profile.taxonomy.find(id));
        known.rev().max_by_key(|s| (asked(*s), nearness(*s, a)))
    };
    let skills: Vec<SkillId> = project.shows.iter().filter_map(of_list).collect();
    let fill = |text: &str| {
        let names = skills.iter().enumerate();
        names.fold(text.to_owned(), |text, (i, skill)| {
            text.replace(
                &format!("{{{}}}", i + 1),
                &in_a_sentence(a.profile.taxonomy.get(*skill)),
            )
        })
    };
    // What the resume names is learned already; it only has to be shown.
    let wanted = skills.iter().filter(|s| asked(**s)).count();
    let new = skills.iter().filter(|s| asked(**s) && a.finding(**s).is_none()).count();
    Draft {
        id: project.id.clone(),
        title: project.title.clone(),
        learn_hours: project.learn_hours * new as u32 / wanted.max(1) as u32,
        do_hours: project.do_hours,
        is_second: false,
        line: ResumeLine {
            built: fill(&project.built),
            scale: project.scale.clone(),
            effect: project.effect.clone(),
        },
        skills,
        closes: Vec::new(),
        meets: Vec::new(),
    }
}

/// A skill's name as it stands within a sentence: a method begins with a small letter, a name of its own does not.
fn in_a_sentence(skill: &Skill) -> String {
    let mut letters = skill.name.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let rest = letters.as_str();
    let is_plain = !rest.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
    match skill.kind {
        SkillKind::Method | SkillKind::Practice | SkillKind::Competency | SkillKind::Optimization if is_plain => {
            first + rest
        }
        _ => skill.name.to_string(),
    }
}

/// Something to do with a skill that no project of the data shows: a profile of one's own may ask for any.
fn other(requirement: usize, group: &[SkillId], a: &Assessment<'_>) -> Draft {
    let requirement = &a.profile.requirements[requirement];
    let nearest = group.iter().copied().rev().max_by_key(|s| nearness(*s, a));
    let names = nearest.map_or(requirement.title.as_str(), |s| a.name(s));
    Draft {
        id: requirement.id.clone(),
        title: requirement.title.clone(),
        skills: nearest.into_iter().collect(),
        learn_hours: OTHER_HOURS.0,
        do_hours: OTHER_HOURS.1,
        is_second: false,
        line: ResumeLine {
            built: format!("Built [what] with {names}"),
            scale: "[how large]".to_owned(),
            effect: "[what changed, by how much]".to_owned(),
        },
        closes: Vec::new(),
        meets: Vec::new(),
    }
}

/// Projects that show the deeds of a stage once more, the one of fewest hours first: from senior up deeds stand in several
/// entries. One that was `done` already is done a second time, with nothing to learn.
pub fn second_entries(stage: Stage, a: &Assessment<'_>, learning: &Learning, done: &[Draft]) -> Vec<Draft> {
    let expectations = &a.profile.ladder.rungs[stage.index()].expectations;
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, expectation) in expectations.iter().enumerate() {
        for project in &learning.projects {
            let mut draft = draft(project, &[&expectation.any_of], a);
            if !draft.skills.iter().any(|s| expectation.any_of.contains(s)) {
                continue;
            }
            draft.is_second = true;
            if done.iter().any(|d| d.id == draft.id) {
                draft.id += "-2";
                draft.title += ", a second time";
                draft.learn_hours = 0;
                // The same words twice would be one boast.
                let mut built = draft.line.built.chars();
                let first = built.next().map_or(String::new(), |c| c.to_lowercase().to_string());
                draft.line.built = format!("In [another project], {first}{}", built.as_str());
            }
            draft.meets.push((stage, index));
            drafts.push(draft);
        }
    }
    drafts.retain(|draft| done.iter().all(|d| d.id != draft.id));
    drafts.sort_by_key(|d| d.learn_hours + d.do_hours);
    drafts
}

//! The pipeline of a plan: the gaps of an assessment, projects that close them in order, and what each brings when it is done.

use crate::advice::{self, Draft, Ordered};
use crate::analysis::{coverage, ladder, level};
use crate::assess::assess_corrected;
use crate::matching::Lexicon;
use crate::model::assessment::{Assessment, RequirementResult, RequirementStatus};
use crate::model::background::Background;
use crate::model::correction::Corrections;
use crate::model::learning::Learning;
use crate::model::plan::{Plan, PlanEntry, PlanStep, TimeFor, TimeNeed};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::model::skill::SkillId;
use crate::resume::{self, ReadError, Source};
use jiff::civil::Date;

/// What a plan is made against.
#[derive(Clone, Copy)]
pub struct Planner<'p, 'a> {
    /// The profile.
    pub profile: &'p Profile,
    /// The names of its skills.
    pub lexicon: &'a Lexicon<'a>,
    /// What a user corrects in the reading.
    pub corrections: &'a Corrections,
    /// The day that open periods run to.
    pub as_of: Date,
    /// Projects, prerequisites, hours.
    pub learning: &'a Learning,
    /// What the guides say beyond the assessment.
    pub backgrounds: &'a [Background],
    /// Called before each assessment with its number, from 1, and how many there may be: a large resume takes its time.
    pub progress: &'a dyn Fn(usize, usize),
}

/// A resume in the making, and its assessment.
struct Grown<'p> {
    source: Source,
    assessment: Assessment<'p>,
}

impl<'p> Planner<'p, '_> {
    /// The plan for a resume up to a stage; without one up to the role's own, or where that is reached, to the next.
    ///
    /// # Errors
    /// [`ReadError`] where the JSON is no resume.
    pub fn plan(&self, source: &Source, to: Option<Stage>) -> Result<Plan<'p>, ReadError> {
        let before = self.assess(source)?;
        let to = to.unwrap_or_else(|| aim(&before));
        let drafts = advice::drafts(&before, self.learning, to);
        let mut alone = Vec::new();
        // Each project alone and in its place.
        let all = 2 * drafts.len();
        for (i, draft) in drafts.iter().enumerate() {
            (self.progress)(i + 1, all);
            let grown = self.grow(source, &self.entry(source, draft, 0), draft)?;
            alone.push(grown.assessment.coverage.score.saturating_sub(before.coverage.score));
        }
        let ordered = advice::order(drafts, &alone, &before, self.learning);
        let mut now = Grown {
            source: source.clone(),
            assessment: before.clone(),
        };
        let mut steps: Vec<PlanStep> = Vec::new();
        for (i, ordered) in ordered.iter().enumerate() {
            (self.progress)(all / 2 + i + 1, all);
            if is_settled(&ordered.draft, &now.assessment) {
                continue;
            }
            let (step, grown) = self.step(ordered, &now)?;
            if brings_something(&step, &now.assessment, &grown.assessment) {
                steps.push(step);
                now = grown;
            }
        }
        self.in_second_entries(&ordered, to, &mut now, &mut steps)?;
        let after = now.assessment;
        self.attach(&mut steps, &before);
        Ok(Plan {
            to,
            steps,
            score_after: after.coverage.score,
            evidence_after: after.stage.evidence,
            estimate_after: after.stage.estimate,
            time: self.time(&after, to),
            hours_a_week: self.learning.hours_a_week,
            hours_note: self.learning.note.clone(),
            before,
        })
    }

    fn assess(&self, source: &Source) -> Result<Assessment<'p>, ReadError> {
        assess_corrected(source, self.profile, self.lexicon, self.corrections, self.as_of)
    }

    /// The resume with an entry more.
    fn grow(&self, source: &Source, entry: &PlanEntry, draft: &Draft) -> Result<Grown<'p>, ReadError> {
        let text = resume::with_project(
            &source.text,
            &entry.section,
            &entry.name,
            [&entry.start, &entry.end],
            &draft.line.sentence(),
        );
        let source = Source::new(text.into_bytes())?;
        let assessment = self.assess(&source)?;
        Ok(Grown { source, assessment })
    }

    /// A step, and the resume after it.
    fn step(&self, ordered: &Ordered, now: &Grown<'p>) -> Result<(PlanStep, Grown<'p>), ReadError> {
        let draft = &ordered.draft;
        let entry = self.entry(&now.source, draft, ordered.first_hours);
        let grown = self.grow(&now.source, &entry, draft)?;
        let after = &grown.assessment;
        let step = PlanStep {
            id: draft.id.clone(),
            title: draft.title.clone(),
            skills: draft.skills.clone(),
            first: ordered.first.clone(),
            learn_hours: draft.learn_hours + ordered.first_hours,
            do_hours: draft.do_hours,
            is_second: draft.is_second,
            line: draft.line.clone(),
            closes: draft.closes.clone(),
            meets: draft.meets.clone(),
            certifications: Vec::new(),
            topics: Vec::new(),
            points: after.coverage.score.saturating_sub(now.assessment.coverage.score),
            score_after: after.coverage.score,
            evidence_after: after.stage.evidence,
            entry,
        };
        Ok((step, grown))
    }

    /// From senior up the deeds of a stage stand in several dated entries: as many more as that takes.
    fn in_second_entries(
        &self,
        done: &[Ordered],
        to: Stage,
        now: &mut Grown<'p>,
        steps: &mut Vec<PlanStep>,
    ) -> Result<(), ReadError> {
        let mut done: Vec<Draft> = done.iter().map(|o| o.draft.clone()).collect();
        loop {
            let next = now.assessment.stage.evidence.map_or(Some(Stage::Junior), Stage::next);
            let Some(next) = next.filter(|next| *next <= to) else {
                return Ok(());
            };
            let mut more = advice::second_entries(next, &now.assessment, self.learning, &done);
            if more.is_empty() {
                return Ok(());
            }
            let draft = more.remove(0);
            done.push(draft.clone());
            let ordered = Ordered {
                draft,
                first: Vec::new(),
                first_hours: 0,
            };
            let (step, grown) = self.step(&ordered, now)?;
            steps.push(step);
            *now = grown;
        }
    }

    /// The entry that a project would be, as long as its hours take, up to the day of the assessment.
    fn entry(&self, source: &Source, draft: &Draft, first_hours: u32) -> PlanEntry {
        let hours = draft.learn_hours + draft.do_hours + first_hours;
        // A year has twelve months and 52 weeks.
        let months = (hours * 12).div_ceil(self.learning.hours_a_week.max(1) * 52).max(1);
        let end = i32::from(self.as_of.year()) * 12 + i32::from(self.as_of.month()) - 1;
        let written = |month: i32| format!("{:04}-{:02}", month / 12, month % 12 + 1);
        PlanEntry {
            section: resume::project_section(&source.text, &self.corrections.ignored),
            name: draft.title.clone(),
            start: written(end - months as i32 + 1),
            end: written(end),
        }
    }

    /// Adds certificates, each to the first step that it serves, and interview topics, each to the first step that brings them.
    fn attach(&self, steps: &mut [PlanStep], before: &Assessment<'_>) {
        for recommended in &before.certificates.recommended {
            let certification = before.certification(recommended.index);
            let attests = |s: &SkillId| certification.core_skills.contains(s) || certification.other_skills.contains(s);
            let serves = |step: &&mut PlanStep| step.skills.iter().any(attests);
            if let Some(step) = steps.iter_mut().find(serves) {
                step.certifications.push(recommended.index);
            }
        }
        for background in self.backgrounds {
            for topic in &background.interview_topics {
                let skills: Vec<_> = topic
                    .skills
                    .iter()
                    .filter_map(|id| self.profile.taxonomy.find(id))
                    .collect();
                let gives = |step: &&mut PlanStep| step.skills.iter().any(|s| skills.contains(s));
                if let Some(step) = steps.iter_mut().find(gives) {
                    step.topics.push((background.guide.clone(), topic.topic.clone()));
                }
            }
        }
    }

    /// What is still missing when all is done: years of the stage, and levels that only use over years shows.
    fn time(&self, after: &Assessment<'_>, to: Stage) -> Vec<TimeNeed> {
        let mut needs: Vec<TimeNeed> = Vec::new();
        let rung = &self.profile.ladder.rungs[to.index()];
        let years = &after.years;
        let counted = if ladder::relevant_only(to) {
            years.relevant
        } else {
            years.ladder
        };
        let counted = counted.unwrap_or(0.0);
        let missing = rung.from_years - (counted * 10.0).round() / 10.0;
        if missing > 0.0 {
            needs.push(TimeNeed {
                what: TimeFor::Stage(to),
                years: missing,
                points: 0,
                why: format!(
                    "a {to} has at least {} years, {counted:.1} count so far",
                    rung.from_years
                ),
            });
        }
        let open = after
            .requirements
            .iter()
            .filter(|r| r.coverage < 1.0 && r.status != RequirementStatus::Unassessable);
        needs.extend(open.filter_map(|r| self.level_need(r, after)));
        needs
    }

    fn level_need(&self, r: &RequirementResult, after: &Assessment<'_>) -> Option<TimeNeed> {
        let wanted = self.profile.requirements[r.index].level;
        let open = r.groups.iter().filter(|g| g.worth < 1.0);
        let short = |skill| {
            let finding = after.finding(skill)?;
            let years = level::years_missing(wanted, finding.years.unwrap_or(0.0), finding.entries.len());
            (finding.level < Some(wanted) && years > 0.0).then_some((skill, finding, years))
        };
        // The group that takes longest decides; in each its best skill is the nearest.
        let best = open.filter_map(|g| g.present.first().copied().and_then(short));
        let (skill, finding, years) = best.max_by(|a, b| a.2.total_cmp(&b.2))?;
        let used = finding.years.unwrap_or(0.0);
        Some(TimeNeed {
            what: TimeFor::Level {
                requirement: r.index,
                skill,
                level: wanted,
            },
            years,
            points: coverage::closing(r.index, &after.requirements, self.profile),
            why: format!("{wanted} is asked, which use over years shows; {used:.1} years of dated use count then"),
        })
    }
}

/// The role's own stage, or where that is reached, the next.
fn aim(a: &Assessment<'_>) -> Stage {
    let reached = a.stage.estimate.filter(|estimate| *estimate >= a.profile.target_stage);
    reached.map_or(a.profile.target_stage, |stage| stage.next().unwrap_or(stage))
}

fn shown_by<'b>(a: &'b Assessment<'_>, (stage, index): (Stage, usize)) -> &'b [SkillId] {
    let found = a
        .stage
        .expectations
        .iter()
        .find(|e| e.stage == stage && e.index == index);
    found.map_or(&[], |e| &e.shown_by)
}

/// Whether a step brings points, a stage or an expectation: what only time brings is told apart.
fn brings_something(step: &PlanStep, before: &Assessment<'_>, after: &Assessment<'_>) -> bool {
    let met = |a: &Assessment<'_>| step.meets.iter().filter(|m| !shown_by(a, **m).is_empty()).count();
    step.points > 0 || after.stage.evidence > before.stage.evidence || met(after) > met(before)
}

/// Whether everything that a project is for is there already, through an earlier one.
fn is_settled(draft: &Draft, a: &Assessment<'_>) -> bool {
    let met = |r: &usize| {
        a.requirements
            .iter()
            .any(|result| result.index == *r && result.status == RequirementStatus::Met)
    };
    let is_gap = |r: &usize| a.gaps.iter().any(|gap| gap.requirement == *r);
    draft.closes.iter().all(|r| met(r) && !is_gap(r)) && draft.meets.iter().all(|m| !shown_by(a, *m).is_empty())
}

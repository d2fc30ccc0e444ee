//! What a policy says of the stage and of the score.

use super::{Compared, Judge, sentence};
use crate::analysis::coverage;
use crate::model::assessment::{RequirementResult, RequirementStatus};
use crate::model::scale::Stage;
use crate::model::verdict::{Effect, Finding, State, Subject};

impl Judge<'_> {
    pub(super) fn stage(&self) -> Option<Finding> {
        let word = |stage: Option<Stage>| stage.map_or("not told".to_owned(), |s| s.to_string());
        let estimate = self.a.stage.estimate;
        let mut why = Vec::new();
        if let Some(wanted) = self.policy.stage.filter(|wanted| estimate < Some(*wanted)) {
            why.push(format!("the policy asks for {wanted}"));
        }
        let cause = self.compared.and_then(|c| c.losses.stage);
        let before = self.before().map(|b| b.stage);
        let lost = |cause| self.was(&word(before.flatten()), cause);
        why.extend(cause.filter(|c| self.fails(*c)).map(lost));
        let notice = cause.filter(|c| !self.fails(*c)).map(lost);
        let gained = before.filter(|before| *before < estimate);
        // What the program or the profile alone has changed excuses a demand of the policy too.
        let reached = self
            .policy
            .stage
            .is_none_or(|wanted| before.is_some_and(|b| b >= Some(wanted)));
        let excused = notice.is_some() && reached;
        let effect = match why.is_empty() || excused {
            false => Effect::Fails,
            true if notice.is_some() || gained.is_some() => Effect::Notice,
            true => return None,
        };
        let gained = gained.map(|old| format!("it was {} in the baseline", word(old)));
        let reasons: Vec<String> = why.into_iter().chain(notice).chain(gained).collect();
        let wanted_before = self
            .policy
            .stage
            .is_some_and(|wanted| before.is_some_and(|b| b < Some(wanted)));
        let finding = Finding {
            effect,
            subject: Subject::Stage,
            rule: "stage".into(),
            title: "Ladder stage".into(),
            message: sentence(&format!("the estimate is {}", word(estimate)), &reasons),
            help: self
                .a
                .stage
                .blockers
                .iter()
                .map(|b| b.why.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            place: self.a.work_anchor.clone(),
            state: before.map(|before| match () {
                () if before < estimate => State::Absent,
                () if wanted_before && before == estimate => State::Unchanged,
                () => State::New,
            }),
            waiver: None,
        };
        Some(self.waive(finding, "stage"))
    }

    pub(super) fn score(&self) -> Option<Finding> {
        let score = self.a.coverage.score;
        let mut why = Vec::new();
        if let Some(least) = self.policy.fail_under.filter(|least| score < *least) {
            why.push(format!("the policy asks for {least}"));
        }
        let unexplained = |c: &&Compared<'_>| !self.is_explained(c);
        let cause = self.compared.filter(unexplained).and_then(|c| c.losses.score);
        let before = self.before().map(|b| b.score);
        let lost = |cause| self.was(&before.unwrap_or_default().to_string(), cause);
        why.extend(cause.filter(|c| self.fails(*c)).map(lost));
        let notice = cause.filter(|c| !self.fails(*c)).map(lost);
        let reached = self
            .policy
            .fail_under
            .is_none_or(|least| before.is_some_and(|b| b >= least));
        let excused = notice.is_some() && reached;
        let effect = match (why.is_empty() || excused, &notice) {
            (false, _) => Effect::Fails,
            (true, Some(_)) => Effect::Notice,
            (true, None) => return None,
        };
        let reasons: Vec<String> = why.into_iter().chain(notice).collect();
        let finding = Finding {
            effect,
            subject: Subject::Score,
            rule: "score".into(),
            title: "Score".into(),
            message: sentence(&format!("the score is {score} of 100"), &reasons),
            help: self.a.gaps.first().map_or(String::new(), |g| {
                self.a.profile.requirements[g.requirement].next_step.clone()
            }),
            place: self.a.anchor.clone(),
            state: before.map(|before| if before == score { State::Unchanged } else { State::New }),
            waiver: None,
        };
        Some(self.waive(finding, "score"))
    }

    /// Whether the requirements that are worse explain the lower score: with their old coverages it would do.
    fn is_explained(&self, compared: &Compared<'_>) -> bool {
        let lost = |id: &str| {
            self.loss(id)
                .and_then(|_| compared.before.requirement(id))
                .map(|r| r.coverage)
        };
        let counted = self
            .a
            .requirements
            .iter()
            .filter(|r| r.status != RequirementStatus::Unassessable);
        let restored = |r: &RequirementResult| {
            (
                r.index,
                lost(&self.a.profile.requirements[r.index].id).unwrap_or(r.coverage),
            )
        };
        coverage::points(counted.map(restored), self.a.profile) + self.policy.tolerance >= compared.before.score
    }
}

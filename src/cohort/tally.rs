//! The counts of a group: constant in size, and the same in whatever order and in however many parts people come.

use crate::model::assessment::RequirementStatus;
use crate::model::cohort::Person;
use crate::model::profile::{Group, Profile};
use crate::model::skill::SkillId;
use jiff::civil::Date;

/// The counts of a group, held against one profile.
#[derive(Clone, Debug)]
pub struct Tally<'p> {
    pub(super) profile: &'p Profile,
    pub(super) people: u64,
    pub(super) unread: u64,
    pub(super) names_unknown: bool,
    pub(super) as_of: Option<(Date, Date)>,
    /// By score.
    pub(super) scores: [u64; 101],
    /// Nobody's, then by stage.
    pub(super) stages: [u64; 6],
    /// In the profile's order: met, partial and missing.
    pub(super) requirements: Vec<[u64; 3]>,
    /// In the profile's order: the points of the gaps of those who have it met, partial and missing.
    pub(super) points: Vec<[u64; 3]>,
    /// In the profile's order: the skills of the requirement, each once, and how many lack both.
    pub(super) lacking: Vec<Vec<(SkillId, u64)>>,
    /// By skill and status, the weakest first.
    pub(super) skills: Vec<[u64; 4]>,
    /// By index in the profile.
    pub(super) certificates: Vec<u64>,
}

impl<'p> Tally<'p> {
    /// How many people it has counted.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// How many lines could not be read.
    pub fn unread(&self) -> u64 {
        self.unread
    }

    /// Nobody yet.
    pub fn new(profile: &'p Profile) -> Tally<'p> {
        let skills_of = |index: usize| -> Vec<(SkillId, u64)> {
            let skills = profile.skills_of(index);
            skills.into_iter().map(|skill| (skill, 0)).collect()
        };
        let requirements = profile.requirements.len();
        Tally {
            profile,
            people: 0,
            unread: 0,
            names_unknown: false,
            as_of: None,
            scores: [0; 101],
            stages: [0; 6],
            requirements: vec![[0; 3]; requirements],
            points: vec![[0; 3]; requirements],
            lacking: (0..requirements).map(skills_of).collect(),
            skills: vec![[0; 4]; profile.taxonomy.skills().len()],
            certificates: vec![0; profile.certifications.len()],
        }
    }

    /// A person more, held against the same profile.
    pub fn add(&mut self, person: &Person) {
        self.people += 1;
        self.names_unknown |= person.names_unknown;
        self.span(person.as_of, person.as_of);
        self.scores[person.score.min(100) as usize] += 1;
        self.stages[person.stage.map_or(0, |stage| stage.index() + 1)] += 1;
        for (index, status) in person.requirements.iter().enumerate() {
            // What is unassessable has no column: the profile says so for everybody.
            let Some(rank) = status.rank() else { continue };
            self.requirements[index][usize::from(2 - rank)] += 1;
            if *status != RequirementStatus::Met {
                self.lack(index, person);
            }
        }
        for (index, points) in &person.gaps {
            if let Some(rank) = person.requirements[*index].rank() {
                self.points[*index][usize::from(2 - rank)] += u64::from(*points);
            }
        }
        person
            .skills
            .iter()
            .for_each(|(skill, status)| self.skills[usize::from(skill.0)][*status as usize] += 1);
        person
            .certificates
            .iter()
            .for_each(|index| self.certificates[*index] += 1);
    }

    /// A line more that could not be read.
    pub fn add_unread(&mut self) {
        self.unread += 1;
    }

    /// What another tally for the same profile has counted.
    pub fn merge(&mut self, other: &Tally<'_>) {
        self.people += other.people;
        self.unread += other.unread;
        self.names_unknown |= other.names_unknown;
        other.as_of.iter().for_each(|(first, last)| self.span(*first, *last));
        sum(&mut self.scores, &other.scores);
        sum(&mut self.stages, &other.stages);
        sum(&mut self.certificates, &other.certificates);
        self.requirements
            .iter_mut()
            .zip(&other.requirements)
            .for_each(|(to, from)| sum(to, from));
        self.points
            .iter_mut()
            .zip(&other.points)
            .for_each(|(to, from)| sum(to, from));
        self.skills
            .iter_mut()
            .zip(&other.skills)
            .for_each(|(to, from)| sum(to, from));
        let lacking = self.lacking.iter_mut().flatten().zip(other.lacking.iter().flatten());
        lacking.for_each(|((_, to), (_, from))| *to += from);
    }

    fn span(&mut self, first: Date, last: Date) {
        let (earliest, latest) = self.as_of.unwrap_or((first, last));
        self.as_of = Some((earliest.min(first), latest.max(last)));
    }

    /// Counts the skills that groups of a requirement still wait for.
    fn lack(&mut self, index: usize, person: &Person) {
        let is_absent = |skill: &SkillId| person.skill(*skill).is_none();
        let groups = &self.profile.requirements[index].groups;
        let waits = |group: &&Group| group.of.iter().filter(|skill| !is_absent(skill)).count() < group.need;
        let waiting: Vec<_> = groups.iter().filter(waits).collect();
        for (skill, people) in &mut self.lacking[index] {
            *people += u64::from(is_absent(skill) && waiting.iter().any(|group| group.of.contains(skill)));
        }
    }
}

fn sum(to: &mut [u64], from: &[u64]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
}

//! The findings by skill.

use crate::model::assessment::SkillFinding;
use crate::model::skill::SkillId;

/// The findings of an assessment, to be asked for one by its skill.
#[derive(Debug)]
pub struct Found<'f> {
    findings: &'f [SkillFinding],
    /// The place of each skill among them, one too high; 0 is none.
    places: Vec<u16>,
}

impl<'f> Found<'f> {
    /// Takes them; there are at most as many as skills.
    pub fn of(findings: &'f [SkillFinding]) -> Found<'f> {
        let highest = findings.iter().map(|f| usize::from(f.skill.0)).max();
        let mut places = vec![0; highest.map_or(0, |highest| highest + 1)];
        for (place, finding) in (1..).zip(findings) {
            places[usize::from(finding.skill.0)] = place;
        }
        Found { findings, places }
    }

    /// All of them.
    pub fn all(&self) -> &'f [SkillFinding] {
        self.findings
    }

    /// The place of a skill among them.
    pub fn place(&self, skill: SkillId) -> Option<usize> {
        let place = *self.places.get(usize::from(skill.0))?;
        usize::from(place).checked_sub(1)
    }

    /// The finding of a skill.
    pub fn get(&self, skill: SkillId) -> Option<&'f SkillFinding> {
        self.place(skill).map(|place| &self.findings[place])
    }
}

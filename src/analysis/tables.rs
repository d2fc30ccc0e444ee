//! What is worked out of a profile once, before any resume.

use crate::model::index_set::IndexSet;
use crate::model::profile::Profile;
use crate::model::skill::{SkillId, SkillKind};

/// What skills imply and are, by their place in the taxonomy.
#[derive(Debug)]
pub struct Tables {
    /// Where the broader skills of each begin; the last is the end of all.
    begins: Vec<u32>,
    broader: Vec<SkillId>,
    in_field: Vec<bool>,
    is_data: Vec<bool>,
    is_tool: Vec<bool>,
    /// The place of each skill among all in the order of their ids.
    ranks: Vec<u16>,
}

impl Tables {
    /// Works them out.
    pub fn of(profile: &Profile) -> Tables {
        let taxonomy = &profile.taxonomy;
        let roles = &profile.language.roles;
        let set = |skills: &[SkillId]| -> IndexSet {
            let mut set = IndexSet::default();
            skills.iter().for_each(|skill| set.insert(usize::from(skill.0)));
            set
        };
        let (field, data) = (set(&roles.field), set(&roles.data));
        let (mut begins, mut broader) = (vec![0], Vec::new());
        for (id, _) in taxonomy.iter() {
            broader.extend(taxonomy.implied_by(id));
            begins.push(broader.len() as u32);
        }
        let mut tables = Tables {
            begins,
            broader,
            in_field: Vec::new(),
            is_data: Vec::new(),
            is_tool: Vec::new(),
            ranks: vec![0; taxonomy.skills().len()],
        };
        (0..)
            .zip(taxonomy.by_id())
            .for_each(|(rank, id)| tables.ranks[usize::from(id.0)] = rank);
        for (id, skill) in taxonomy.iter() {
            tables.in_field.push(tables.names_one(id, &field));
            tables.is_data.push(tables.names_one(id, &data));
            tables.is_tool.push(matches!(
                skill.kind,
                SkillKind::Language | SkillKind::Library | SkillKind::Database | SkillKind::Platform
            ));
        }
        tables
    }

    /// Whether a skill, or one that it implies, is in a set.
    fn names_one(&self, skill: SkillId, set: &IndexSet) -> bool {
        let is_in = |skill: &SkillId| set.contains(usize::from(skill.0));
        is_in(&skill) || self.broader_than(skill).iter().any(is_in)
    }

    /// All skills that `skill` implies, directly and in turn.
    pub fn broader_than(&self, skill: SkillId) -> &[SkillId] {
        let skill = usize::from(skill.0);
        &self.broader[self.begins[skill] as usize..self.begins[skill + 1] as usize]
    }

    /// How many skills there are.
    pub(super) fn skills(&self) -> usize {
        self.ranks.len()
    }

    /// By which skills are sorted in the order of their ids.
    pub(super) fn rank(&self, skill: SkillId) -> u16 {
        self.ranks[usize::from(skill.0)]
    }

    /// Whether naming the skill makes an entry machine-learning work.
    pub(super) fn is_in_field(&self, skill: SkillId) -> bool {
        self.in_field[usize::from(skill.0)]
    }

    /// Whether naming the skill makes an entry data work.
    pub(super) fn is_data(&self, skill: SkillId) -> bool {
        self.is_data[usize::from(skill.0)]
    }

    /// Whether it is a language or tool of software work.
    pub(super) fn is_tool(&self, skill: SkillId) -> bool {
        self.is_tool[usize::from(skill.0)]
    }
}

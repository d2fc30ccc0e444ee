//! What is gathered for each skill: found by the skill, and in the end in the order of the ids.

use super::tables::Tables;
use crate::model::index_set::IndexSet;
use crate::model::skill::SkillId;

/// One of what is gathered for each skill that has any.
pub(super) struct BySkill<'t, T> {
    tables: &'t Tables,
    /// The place of that of each skill, by rank, one too high; 0 is none.
    places: Vec<u16>,
    /// The ranks of the skills that have one.
    ranks: IndexSet,
    all: Vec<T>,
}

impl<'t, T: Default> BySkill<'t, T> {
    /// Nothing yet.
    pub fn of(tables: &'t Tables) -> Self {
        BySkill {
            tables,
            places: vec![0; tables.skills()],
            ranks: IndexSet::default(),
            all: Vec::new(),
        }
    }

    /// That of a skill, made where there is none.
    pub fn get(&mut self, skill: SkillId, new: impl FnOnce(SkillId) -> T) -> &mut T {
        let rank = usize::from(self.tables.rank(skill));
        if self.places[rank] == 0 {
            self.all.push(new(skill));
            self.places[rank] = self.all.len() as u16;
            self.ranks.insert(rank);
        }
        &mut self.all[usize::from(self.places[rank]) - 1]
    }

    /// How many skills have one.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// As how many others before it that of a skill was made, if there is one.
    pub fn place(&self, skill: SkillId) -> Option<usize> {
        usize::from(self.places[usize::from(self.tables.rank(skill))]).checked_sub(1)
    }

    /// All of them, in the order of the ids of their skills.
    pub fn sorted(mut self) -> Vec<T> {
        let places = self.ranks.iter().map(|rank| usize::from(self.places[rank]) - 1);
        places.map(|place| std::mem::take(&mut self.all[place])).collect()
    }
}

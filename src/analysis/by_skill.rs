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

impl<'t, T> BySkill<'t, T> {
    /// Nothing yet, and room for `count`.
    pub fn with_capacity(count: usize, tables: &'t Tables) -> Self {
        BySkill {
            tables,
            places: vec![0; tables.skills()],
            ranks: IndexSet::default(),
            all: Vec::with_capacity(count.min(tables.skills())),
        }
    }

    /// That of a skill, made where there is none.
    pub fn of(&mut self, skill: SkillId, new: impl FnOnce(SkillId) -> T) -> &mut T {
        let rank = usize::from(self.tables.rank(skill));
        if self.places[rank] == 0 {
            self.all.push(new(skill));
            self.places[rank] = self.all.len() as u16;
            self.ranks.insert(rank);
        }
        &mut self.all[usize::from(self.places[rank]) - 1]
    }

    /// That of a skill, by its rank.
    pub fn at(&self, rank: usize) -> Option<&T> {
        Some(&self.all[usize::from(self.places[rank]).checked_sub(1)?])
    }

    /// The same, to be changed.
    pub fn at_mut(&mut self, rank: usize) -> Option<&mut T> {
        Some(&mut self.all[usize::from(self.places[rank]).checked_sub(1)?])
    }

    /// The place in the order of making of a skill's item, from 0; `None` where it has none.
    pub fn place(&self, skill: SkillId) -> Option<usize> {
        usize::from(self.places[usize::from(self.tables.rank(skill))]).checked_sub(1)
    }

    /// How many skills have one.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The ranks of the skills that have one.
    pub fn ranks(&self) -> &IndexSet {
        &self.ranks
    }

    /// All of them, in the order of the ids of their skills.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.ranks.iter().filter_map(|rank| self.at(rank))
    }

    /// All of them in any order, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.all.iter_mut()
    }
}

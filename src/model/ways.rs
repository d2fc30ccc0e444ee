//! The ways in which a skill is shown.

use crate::model::finding::Status;
use crate::model::scale::Level;

/// One way in which a skill is shown. Each is weighed by itself and the best one counts, so that no evidence lowers another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it makes of the skill; never implied.
    pub status: Status,
    /// Whether nothing but bare lists in entries shows it.
    pub listed_only: bool,
    /// The level: what the dates show, or what the resume states where that is more.
    pub level: Option<Level>,
    /// Whether the level is at least what dates show; a level that is only stated is a word.
    pub dated: bool,
    /// Last used longer ago than the profile's limit.
    pub stale: bool,
    /// Whether a narrower skill was shown, not this one.
    pub through: bool,
}

impl Way {
    /// A way that has nothing to do with dates.
    pub fn plain(status: Status, level: Option<Level>) -> Way {
        Way {
            status,
            listed_only: false,
            level,
            dated: false,
            stale: false,
            through: false,
        }
    }

    /// A number of its own below 128, whether the way is through a narrower skill or not.
    fn number(self) -> u32 {
        let level = self.level.map_or(0, |level| level as u32 + 1);
        let of_status = self.status as u32 - Status::Claimed as u32;
        let flags = [self.listed_only, self.dated, self.stale];
        let of_level = of_status * (Level::ALL.len() as u32 + 1) + level;
        flags
            .into_iter()
            .fold(of_level, |number, flag| 2 * number + u32::from(flag))
    }

    /// The way of a number.
    fn of_number(number: u32, through: bool) -> Way {
        let is_set = |flag: u32| number >> flag & 1 == 1;
        let (of_level, levels) = (number / 8, Level::ALL.len() as u32 + 1);
        Way {
            status: [Status::Claimed, Status::Certified, Status::Demonstrated][(of_level / levels) as usize],
            listed_only: is_set(2),
            level: (of_level % levels)
                .checked_sub(1)
                .map(|level| Level::ALL[level as usize]),
            dated: is_set(1),
            stale: is_set(0),
            through,
        }
    }
}

/// Every way in which a skill is shown, each once. There are few different ones, so that a bit for each is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Those of the skill itself.
    own: u128,
    /// Those through narrower skills.
    through: u128,
}

impl Ways {
    /// Adds one.
    pub fn insert(&mut self, way: Way) {
        let bit = 1 << way.number();
        match way.through {
            false => self.own |= bit,
            true => self.through |= bit,
        }
    }

    /// Adds all of another skill.
    pub fn insert_all(&mut self, ways: Ways) {
        self.own |= ways.own;
        self.through |= ways.through;
    }

    /// Adds those of a narrower skill itself, now through it.
    pub fn insert_through(&mut self, narrower: Ways) {
        self.through |= narrower.own;
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = Way> {
        let of = |bits: u128, through: bool| {
            let left = |bits: &u128| (*bits != 0).then_some(*bits);
            let bits = std::iter::successors(left(&bits), move |bits| left(&(bits & (bits - 1))));
            bits.map(move |bits| Way::of_number(bits.trailing_zeros(), through))
        };
        of(self.own, false).chain(of(self.through, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_a_place_of_its_own() {
        let mut ways = Ways::default();
        let mut expected = Vec::new();
        let flags = [false, true];
        for through in flags {
            for status in [Status::Claimed, Status::Certified, Status::Demonstrated] {
                for level in std::iter::once(None).chain(Level::ALL.map(Some)) {
                    for [listed_only, dated, stale] in (0..8).map(|n| [4, 2, 1].map(|flag| n & flag != 0)) {
                        expected.push(Way {
                            status,
                            listed_only,
                            level,
                            dated,
                            stale,
                            through,
                        });
                    }
                }
            }
        }
        expected.iter().for_each(|way| ways.insert(*way));
        assert_eq!(ways.iter().collect::<Vec<_>>(), expected);
        assert_eq!(expected.len(), 240);
    }

    #[test]
    fn what_a_narrower_skill_shows_itself_is_shown_through_it() {
        let mut narrower = Ways::default();
        narrower.insert(Way::plain(Status::Certified, None));
        let mut still_narrower = Ways::default();
        still_narrower.insert(Way::plain(Status::Claimed, Some(Level::Expert)));
        narrower.insert_through(still_narrower);
        let mut broader = Ways::default();
        broader.insert_through(narrower);
        let through = Way {
            through: true,
            ..Way::plain(Status::Certified, None)
        };
        assert_eq!(broader.iter().collect::<Vec<_>>(), [through]);
    }
}

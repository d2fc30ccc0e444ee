//! Which counts may be told. A row holds how many people there are of each kind, so that what stands beside a count could betray it:
//! the rule is that any other small count in its place would give the same row.

use crate::model::cohort::Count;

/// What the absorbing counts must be ahead of the next one, beyond the blur of the few: then they are the largest whatever the few are,
/// and how near they lie to each other tells nothing of them.
const AHEAD: u64 = 2;

/// The counts of a row, which add up to the whole group. A count from 1 to `min_group` - 1 is few. In a row that holds some, the
/// largest count absorbs them: it is told only as the least that it can be with whatever stands for few. Where another lies so near
/// that it might be the largest then, both absorb them, and so on. Where even all of them are too small for that the row is hidden.
pub(super) fn row<const N: usize>(counts: [u64; N], min_group: u64) -> [Count; N] {
    let is_few = |count: u64| (1..min_group).contains(&count);
    let few = counts.iter().filter(|count| is_few(**count));
    let (number, few) = (few.clone().count() as u64, few.sum::<u64>());
    if number == 0 {
        return counts.map(Count::Exactly);
    }
    let mut many: Vec<usize> = (0..N).filter(|i| counts[*i] >= min_group).collect();
    many.sort_by_key(|i| std::cmp::Reverse(counts[*i]));
    for absorbing in 1..=many.len() {
        let (absorb, rest) = many.split_at(absorbing);
        let next = rest.first().map_or(0, |i| counts[*i]);
        let sum = absorb.iter().map(|i| counts[*i]).sum::<u64>() + few;
        // What is left of them where all few are as many as they can be.
        let left = sum.saturating_sub(number * (min_group - 1));
        let of = absorbing as u64;
        if left / of < min_group.max(next + if rest.is_empty() { 0 } else { AHEAD }) {
            continue;
        }
        let least = match of {
            1 => left,
            // It would not absorb with the others if it lay farther from them.
            _ => (left.saturating_sub(AHEAD * (of - 1)) / of + 1)
                .max(next + 1)
                .max(min_group),
        };
        return std::array::from_fn(|i| match counts[i] {
            _ if absorb.contains(&i) => Count::AtLeast(least),
            count if is_few(count) => Count::Few,
            count => Count::Exactly(count),
        });
    }
    [Count::Hidden; N]
}

/// Whether a row tells everything.
pub(super) fn is_open(row: &[Count]) -> bool {
    row.iter().all(|count| matches!(count, Count::Exactly(_)))
}

/// The score below which, itself included, `part` of `of` equal parts of the group lie; `None` where fewer than `min_group` people lie
/// on one side of it, itself included.
pub(super) fn quantile(scores: &[u64], part: u64, of: u64, min_group: u64) -> Option<u32> {
    let people: u64 = scores.iter().sum();
    let rank = (people * part).div_ceil(of);
    if rank < min_group || people + 1 - rank < min_group {
        return None;
    }
    let mut below = 0;
    let reached = |count: &u64| {
        below += count;
        below >= rank
    };
    scores.iter().position(reached).map(|score| score as u32)
}

/// What sums of points are rounded to before they are divided by the number of people, in tenths of a point: one person more or less
/// of a few, each with `most` points, must not show in the mean.
pub(super) fn step(most: u32, people: u64, min_group: u64) -> u64 {
    let blurred = ((min_group - 1) * u64::from(most) * 10).div_ceil(people.max(1));
    // 1, 2, 5, 10, 20, 50 and so on: figures that people round to.
    let rounds = (0..).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    { rounds }.find(|step| *step >= blurred).unwrap_or(u64::MAX)
}

/// The mean of a sum of whole points, in tenths, rounded to a step.
pub(super) fn mean(sum: u64, people: u64, step: u64) -> u64 {
    let whole = people.max(1) * step;
    (20 * sum + whole) / (2 * whole) * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashMap, HashSet};

    #[track_caller]
    fn check(counts: [u64; 3], min_group: u64, expected: [Count; 3]) {
        assert_eq!(row(counts, min_group), expected, "{counts:?}");
    }

    #[test]
    fn a_row_hides_its_few_and_what_would_betray_them() {
        use Count::{AtLeast, Exactly, Few, Hidden};
        check([20, 10, 0], 5, [Exactly(20), Exactly(10), Exactly(0)]);
        check([28, 0, 2], 5, [AtLeast(26), Exactly(0), Few]);
        check([12, 4, 4], 5, [AtLeast(12), Few, Few]);
        check([1, 7, 22], 5, [Few, Exactly(7), AtLeast(19)]);
        check([40, 35, 2], 5, [AtLeast(38), Exactly(35), Few]);
        // Where 40 was the largest beside 39, the few would be no four.
        check([40, 39, 2], 5, [AtLeast(38), AtLeast(38), Few]);
        // Four and four would follow from eight, one from six.
        check([4, 4, 0], 5, [Hidden; 3]);
        check([5, 1, 0], 5, [Hidden; 3]);
        check([3, 1, 1], 1, [Exactly(3), Exactly(1), Exactly(1)]);
    }

    /// All rows of `N` counts that add up to `people`.
    fn rows<const N: usize>(people: u64) -> Vec<[u64; N]> {
        let mut rows = vec![(people, Vec::new())];
        for _ in 1..N {
            let longer = |(left, row): (u64, Vec<u64>)| {
                (0..=left).map(move |count| (left - count, [row.clone(), vec![count]].concat()))
            };
            rows = rows.into_iter().flat_map(longer).collect();
        }
        let whole = |(left, row): (u64, Vec<u64>)| <[u64; N]>::try_from([row, vec![left]].concat()).ok();
        rows.into_iter().filter_map(whole).collect()
    }

    /// Whoever knows the rule, the size of the group and the row knows of its few that they are few, and no more.
    fn nothing_follows<const N: usize>(people: u64, min_group: u64) {
        let mut alike: HashMap<[Count; N], Vec<[u64; N]>> = HashMap::new();
        for counts in rows::<N>(people) {
            alike.entry(row(counts, min_group)).or_default().push(counts);
        }
        for (shown, alike) in alike {
            let few: Vec<usize> = (0..N).filter(|i| shown[*i] == Count::Few).collect();
            let found: HashSet<Vec<u64>> = alike.iter().map(|c| few.iter().map(|i| c[*i]).collect()).collect();
            let combinations = (min_group - 1).pow(few.len() as u32) as usize;
            assert_eq!(found.len(), combinations, "{people} people in {shown:?}: {alike:?}");
            let is_true = |counts: &[u64; N]| (0..N).all(|i| counts[i] >= shown[i].least());
            assert!(alike.iter().all(is_true), "{people} people in {shown:?}: {alike:?}");
            for i in (0..N).filter(|i| shown[*i] == Count::Hidden) {
                let values: HashSet<u64> = alike.iter().map(|c| c[i]).collect();
                assert!(values.len() > 1, "{people} people in {shown:?}: {alike:?}");
            }
        }
    }

    #[test]
    fn nothing_follows_from_what_stands_beside_the_few() {
        for people in 3..32 {
            for min_group in 3..6_u64.min(people + 1) {
                nothing_follows::<2>(people, min_group);
                nothing_follows::<3>(people, min_group);
            }
        }
        for people in 3..18 {
            for min_group in 3..6_u64.min(people + 1) {
                nothing_follows::<5>(people, min_group);
            }
        }
    }

    #[test]
    fn quartiles_have_a_group_on_either_side() {
        let mut scores = [0; 101];
        (0..20).for_each(|i| scores[50 + i] = 1);
        let quartiles = |min_group| [1, 2, 3].map(|part| quantile(&scores, part, 4, min_group));
        assert_eq!(quartiles(5), [Some(54), Some(59), Some(64)]);
        assert_eq!(quartiles(6), [None, Some(59), Some(64)]);
        assert_eq!(quartiles(11), [None; 3]);
    }

    #[test]
    fn points_are_rounded_to_what_a_few_could_make() {
        assert_eq!(step(10, 100_000, 5), 1);
        assert_eq!(step(10, 300, 5), 2);
        assert_eq!(step(10, 30, 5), 20);
        assert_eq!(step(10, 30, 1), 1);
        assert_eq!(mean(45, 30, 1), 15);
        assert_eq!(mean(45, 30, 10), 20);
        assert_eq!(mean(44, 30, 10), 10);
    }
}

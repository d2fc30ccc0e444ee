//! Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014), ten lines that no update of a crate can change.

/// A sequence of numbers that its seed decides.
pub struct Random(u64);

impl Random {
    /// The sequence of member `index` of the family `seed`: each line has its own, so that it does not depend on those before.
    pub fn new(seed: u64, index: u64) -> Random {
        let mut random = Random(seed ^ index.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`. The bias of the multiplication is below n / 2^64.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below((high - low + 1) as usize) as u32
    }

    /// True in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`, each as likely.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Places in a list, the n-th as likely as one n-th of the first: so names spread in life (Zipf).
pub struct Ranked(Vec<u32>);

impl Ranked {
    /// The places of a list of `n`.
    pub fn new(n: usize) -> Ranked {
        let mut sum = 0;
        // The weight of the first place leaves room for a sum of 65,000 places in 32 bits.
        let weights = (1..=n as u32).map(|rank| (1 << 26) / rank);
        Ranked(
            weights
                .map(|weight| {
                    sum += weight;
                    sum
                })
                .collect(),
        )
    }

    /// A place.
    pub fn pick(&self, random: &mut Random) -> usize {
        let sum = self.0.last().copied().unwrap_or(0);
        let at = random.below(sum as usize) as u32;
        self.0.partition_point(|end| *end <= at)
    }
}

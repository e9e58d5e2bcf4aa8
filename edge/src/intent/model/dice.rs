//! Chance, as a seed tells it.

use crate::intent::Millis;

/// Small, seeded, good enough to wander (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// The same rolls for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Less than `sides`, which is at least 1.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (x ^ (x >> 31)) % sides
    }

    /// Some milliseconds, fewer than so many.
    pub fn within(&mut self, ms: Millis) -> Millis {
        Millis::try_from(self.roll(ms.unsigned_abs())).unwrap_or_default()
    }

    /// Whether it happens, once in so many times.
    pub fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

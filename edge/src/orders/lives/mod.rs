//! Lives of an order, told by letters that come late, twice and in any order,
//! while the platform is asked now and then. Whatever the way, what is known in
//! the end is what is true at the platform, and each letter is taken once.

#![cfg_attr(
    not(test),
    expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a model that goes wrong should stop")
)]

mod every;
mod life;
mod mistake;
mod trace;

pub use every::every_order;
pub use mistake::Mistake;

use trace::Trace;

/// The first of so many traces from `seed` on that ends elsewhere, and where.
pub fn fails(mistake: Option<Mistake>, traces: u64, seed: u64) -> Option<(u64, String)> {
    let seeds = seed..seed.saturating_add(traces);
    seeds.into_iter().find_map(|seed| Some((seed, Trace::new(seed, mistake).run().err()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_traces_end_where_the_platform_is() {
        assert_eq!(fails(None, 10_000, 0), None);
    }

    #[test]
    fn each_classic_mistake_is_caught() {
        for mistake in Mistake::ALL {
            assert!(fails(Some(mistake), 10_000, 0).is_some(), "{mistake:?} went unnoticed");
        }
    }
}

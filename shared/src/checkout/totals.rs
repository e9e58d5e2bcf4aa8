//! The one place where amounts are added up, on both sides of the wire.

use crate::value::Rupiah;

/// What the shopper sees and pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Sum of the lines, in rupiah.
    pub items: Rupiah,
    /// What is paid in the end, in rupiah.
    pub total: Rupiah,
}

/// Adds up lines of (price of one, pieces). `None` when the sum leaves the
/// range that JSON keeps exact.
pub fn totals(lines: impl IntoIterator<Item = (Rupiah, u32)>) -> Option<Totals> {
    let items = lines
        .into_iter()
        .try_fold(Rupiah::ZERO, |sum, (price, pieces)| sum.checked_add(price.checked_times(pieces)?))?;
    Some(Totals { items, total: items })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_costs_nothing() {
        assert_eq!(totals([]), Some(Totals { items: Rupiah::ZERO, total: Rupiah::ZERO }));
    }

    #[test]
    fn an_overflow_is_no_total() {
        assert_eq!(totals([(Rupiah::new(i64::MAX), 2)]), None);
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_the_lines(lines in prop::collection::vec((0..10_000_000_i64, 1..=100_u32), 0..50)) {
            let expect: i64 = lines.iter().map(|(price, pieces)| price * i64::from(*pieces)).sum();
            let sums = totals(lines.iter().map(|(price, pieces)| (Rupiah::new(*price), *pieces)));
            prop_assert_eq!(sums.map(|sums| sums.total.amount()), Some(expect));
        }
    }
}

//! Whether what the channel tells can be so (platforms §3.3).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::board::Board;
use crate::platform::gercep::{PaidItem, PaidOrder};

/// Most pieces of one line.
const PIECES_MAX: f64 = 999.0;
/// An id may be so far beyond the last one that we saw, beside twice that.
const LEAP: u64 = 100_000;

/// Why a reported order may not be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Doubt {
    /// It came without the header that names the event.
    Unnamed,
    /// It is of another store.
    OtherStore,
    /// Its number is far beyond the last one.
    FarNumber,
    /// It has no total.
    NoTotal,
    /// It holds a key that is not ours.
    UnknownItem,
    /// It holds something at a price that we never asked there.
    OddPrice,
    /// It holds no whole number of pieces from 1 to 999.
    OddQuantity,
    /// It was told again with another total.
    AmountChanged,
}

/// What we know besides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Whose orders are ours.
    pub store: Option<&'a str>,
    /// The number of the last order that was in no doubt.
    pub last: Option<u64>,
    /// Whether the request named its event.
    pub is_named: bool,
}

impl Board {
    /// What does not fit.
    pub fn doubts(&self, order: &PaidOrder, known: Known<'_>) -> BTreeSet<Doubt> {
        let far = known.last.map(|last| last.saturating_mul(2).saturating_add(LEAP));
        let whole = [
            (!known.is_named, Doubt::Unnamed),
            (known.store.is_some_and(|store| order.store_slug.as_deref() != Some(store)), Doubt::OtherStore),
            (far.is_some_and(|far| order.id > far), Doubt::FarNumber),
            (order.total_amount.is_none(), Doubt::NoTotal),
        ];
        let lines = order.items.iter().flat_map(|item| self.doubts_of_line(item));
        whole.into_iter().chain(lines).filter_map(|(is_so, doubt)| is_so.then_some(doubt)).collect()
    }

    /// What was never linked is the merchant's own, and nothing of ours.
    fn doubts_of_line(&self, item: &PaidItem) -> [(bool, Doubt); 3] {
        let key = item.external_id.as_deref();
        let row = key.and_then(|key| self.row(key));
        let asked = |row: &super::Row| item.price.is_some_and(|price| row.prices.contains(&price));
        [
            (key.is_some() && row.is_none(), Doubt::UnknownItem),
            (row.is_some_and(|row| !asked(row)), Doubt::OddPrice),
            (pieces(item.quantity).is_none(), Doubt::OddQuantity),
        ]
    }
}

/// A number of pieces that somebody may have bought.
pub(super) fn pieces(quantity: Option<f64>) -> Option<u32> {
    let quantity = quantity.filter(|pieces| pieces.fract() == 0.0 && (1.0..=PIECES_MAX).contains(pieces))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, from 1 to 999")]
    Some(quantity as u32)
}

//! An order that the channel says is paid. Nothing signs it and nothing can be
//! asked about it, so it stays *reported*, and nothing that cannot be undone
//! may follow from it (platforms §3.3).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::doubt::{Doubt, pieces};
use crate::intent::Millis;
use crate::platform::gercep::PaidOrder;

/// An order that was reported paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    /// As it was told first; what is told later does not change it.
    pub order: PaidOrder,
    /// When, Unix milliseconds.
    pub at: Millis,
    /// How often it was told.
    pub times: u32,
    /// What does not fit. With any of it, stock does not follow.
    pub doubts: BTreeSet<Doubt>,
}

impl Reported {
    /// Told for the first time.
    pub fn new(order: PaidOrder, doubts: BTreeSet<Doubt>, at: Millis) -> Self {
        Self { order, at, times: 1, doubts }
    }

    /// Told again. Another amount is a matter for a person.
    #[must_use]
    pub fn again(mut self, told: &PaidOrder) -> Self {
        self.times = self.times.saturating_add(1);
        if told.total_amount != self.order.total_amount {
            self.doubts.insert(Doubt::AmountChanged);
        }
        self
    }

    /// How many pieces of what were sold, by our keys; nothing while in doubt.
    pub fn sold(&self) -> Vec<(String, u32)> {
        if !self.doubts.is_empty() {
            return Vec::new();
        }
        let items = self.order.items.iter();
        items.filter_map(|item| Some((item.external_id.clone()?, pieces(item.quantity)?))).collect()
    }
}

//! How an order fares after it was made: what the seller and the money do to it
//! (scalev-v3 §3.3).

use jiff::Timestamp;

use super::Order;

/// Every status of an order.
pub(in crate::sandbox) const STATUSES: [&str; 10] = [
    "draft",
    "pending",
    "confirmed",
    "in_process",
    "ready",
    "shipped",
    "completed",
    "rts",
    "canceled",
    "closed",
];

/// Every status of its money.
pub(in crate::sandbox) const PAYMENT_STATUSES: [&str; 4] = ["unpaid", "paid", "settled", "conflict"];

/// Statuses with the moment each was reached, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sandbox) struct Life(Vec<(&'static str, Timestamp)>);

impl Life {
    pub(super) fn new(status: &'static str, now: Timestamp) -> Self {
        Self(vec![(status, now)])
    }

    /// When this status was last reached.
    pub(super) fn since(&self, status: &str) -> Option<Timestamp> {
        self.0.iter().rev().find(|(reached, _)| *reached == status).map(|(_, time)| *time)
    }

    /// Every status with its moment, oldest first.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&'static str, Timestamp)> {
        self.0.iter().copied()
    }
}

impl Order {
    /// The seller moves the order on. The vendor publishes no table of transitions, so
    /// any status may follow any other.
    pub(in crate::sandbox) fn set_status(&mut self, status: &'static str) {
        let now = Timestamp::now();
        self.status = status;
        self.updated_at = now;
        self.statuses.0.push((status, now));
    }

    /// The money moves.
    pub(in crate::sandbox) fn set_payment_status(&mut self, status: &'static str) {
        let now = Timestamp::now();
        self.payment_status = status;
        self.updated_at = now;
        self.payments.0.push((status, now));
    }

    /// The parcel got a number, the seller's or one of the courier's own.
    pub(in crate::sandbox) fn ship(&mut self, receipt: Option<String>) {
        let own = || format!("TMBS{}", crate::sandbox::identity::digits(&self.id, 10));
        self.receipt = Some(receipt.unwrap_or_else(own));
        self.set_status("shipped");
    }

    /// Somebody else than the seller or the courier takes the money.
    pub(super) fn waits_for_a_gateway(&self) -> bool {
        let method = self.content.payment_method.as_deref();
        !matches!(method, None | Some("cod" | "bank_transfer" | "no_payment" | "marketplace"))
    }

    /// When it was paid; nothing when it is not, or not any more.
    pub fn paid_at(&self) -> Option<Timestamp> {
        let first = self.payments.steps().find(|(status, _)| matches!(*status, "paid" | "settled"));
        first.filter(|_| self.payment_status != "unpaid").map(|(_, time)| time)
    }
}

//! Reads the public order, when the seller gave a key for it.

use futures_util::future::try_join_all;

use super::clock;
use super::desk::Desk;
use super::send::in_turn;
use crate::gate::Urgency;
use crate::orders::{Public, Record};
use crate::platform::{OrderPlatform, Outgoing, PublicOrders};

impl Desk {
    /// Adds what the public order says, while it may say something new. A
    /// reading that fails is one reading less.
    pub(super) async fn read_public(&self) -> worker::Result<()> {
        let Some(record) = self.record()? else { return Ok(()) };
        let Some(power) = self.platform(&record).ok().and_then(OrderPlatform::public_orders) else {
            return Ok(());
        };
        let calls = public_calls(power, &record);
        if calls.is_empty() {
            return Ok(());
        }
        // A shopper cannot pay before it is known how.
        let answers = try_join_all(calls.iter().map(|call| in_turn(call, Urgency::Order))).await;
        let order = answers.and_then(|answers| power.read_public(&answers, clock::seconds())).ok();
        // While the platform was asked the order may have moved on: only this is added.
        self.ledger.change(|record| {
            let known = record.placed.as_ref().and_then(|placed| placed.public.clone()).unwrap_or_default();
            record.with_public(Public { is_ours: power.is_paid_on_our_page(), ..known.read(order) })
        })
    }
}

fn public_calls(power: &dyn PublicOrders, record: &Record) -> Vec<Outgoing> {
    let wanted =
        record.placed.as_ref().filter(|placed| placed.public.as_ref().is_none_or(Public::is_wanting));
    wanted.map_or_else(Vec::new, |placed| {
        power.show_public(&record.receipt.store_unique_id, placed.secret_slug.as_deref())
    })
}

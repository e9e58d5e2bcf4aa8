//! Reads the public order, when the seller gave a key for it.

use super::clock;
use super::desk::Desk;
use super::send::send;
use crate::orders::{Public, Record};
use crate::platform::{OrderPlatform, Outgoing, PublicOrders};

impl Desk {
    /// Adds what the public order says, while it may say something new. A
    /// reading that fails is one reading less.
    pub(super) async fn read_public(&self) -> worker::Result<()> {
        let Some(power) = self.isolate.config.order_platform().and_then(OrderPlatform::public_orders) else {
            return Ok(());
        };
        let Some(call) = self.record()?.as_ref().and_then(|record| public_call(power, record)) else {
            return Ok(());
        };
        let answer = send(&call).await;
        let order = answer.and_then(|answer| power.read_public(&answer, clock::seconds())).ok();
        // While the platform was asked the order may have moved on: only this is added.
        self.ledger.change(|record| {
            let known = record.placed.as_ref().and_then(|placed| placed.public.clone());
            record.with_public(known.unwrap_or_default().read(order))
        })
    }
}

fn public_call(power: &dyn PublicOrders, record: &Record) -> Option<Outgoing> {
    let placed = record.placed.as_ref()?;
    let is_wanted = placed.public.as_ref().is_none_or(Public::is_wanting);
    let slug = placed.secret_slug.as_deref().filter(|_| is_wanted)?;
    power.show_public(&record.receipt.store_unique_id, slug)
}

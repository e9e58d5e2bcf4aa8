//! Reads the platform's own list of orders, as far back as ours can be.

use super::clock;
use super::send::send;
use crate::intent::{Millis, Witness};
use crate::orders::{Record, Token};
use crate::platform::{OrderPlatform, PlatformError};

/// Milliseconds by which the platform's clock may be behind ours (reliability
/// F22); too many only cost pages.
const SKEW: Millis = 15 * 60_000;
/// Most pages of one look: 500 orders of the store since ours.
const PAGES_MAX: usize = 20;

/// Every order of the store since the first request left that is still unexplained. An error when not
/// all of them could be seen: then nothing is proven.
pub(super) async fn around(
    platform: &dyn OrderPlatform,
    record: &Record,
    token: &Token,
) -> Result<Witness, PlatformError> {
    let fence = record.intent.fences.iter().find(|fence| !fence.settled);
    let since = fence.map_or(0, |fence| fence.at).saturating_sub(SKEW);
    let (mut witness, mut cursor) = (Witness::default(), None::<String>);
    for _ in 0..PAGES_MAX {
        let answer = send(&platform.order_page(record.store, cursor.as_deref())).await?;
        let page = platform.read_order_page(&answer, clock::seconds())?;
        let next = page.next().map(str::to_owned);
        for order in page.data {
            // Ids that tell no time are of orders from before.
            if order.made_at.is_none_or(|at| at < since) {
                return Ok(witness);
            }
            if order.is_ours(token.as_str()) {
                witness.ours.insert(0, order.id);
            } else {
                witness.lookalike |= order.is_like(record.receipt.total);
            }
        }
        match next {
            Some(next) if cursor.as_ref() != Some(&next) => cursor = Some(next),
            Some(_) => return Err(PlatformError::Malformed),
            None => return Ok(witness),
        }
    }
    Err(PlatformError::Malformed)
}

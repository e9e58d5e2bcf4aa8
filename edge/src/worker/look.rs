//! Reads the platform's own list of orders, as far back as ours can be.

use super::clock;
use super::send::send;
use crate::intent::Event;
use crate::orders::{Look, Record, Sight, Token};
use crate::platform::{OrderPlatform, PlatformError};

/// Most pages of one turn: 500 orders.
const PAGES_MAX: usize = 20;

/// One turn of a look: what it is for the intent, and the look when it is to
/// go on where it ended.
pub(super) async fn turn(
    platform: &dyn OrderPlatform,
    record: &Record,
    token: &Token,
) -> (Event, Option<Look>) {
    let mut look = record.look.clone().unwrap_or_else(|| Look::begin(clock::now()));
    for nth in 0..PAGES_MAX {
        match next(platform, record, token, look.clone()).await {
            Ok(Sight::More(further)) => look = further,
            Ok(Sight::Whole(witness)) => return (Event::Looked(witness), None),
            Err(error) if !error.is_momentary() => return (Event::LookFailed, None),
            Err(_) => {
                let event = if nth > 0 { Event::LookedPartly } else { Event::LookFailed };
                return (event, Some(look).filter(|look| look.cursor.is_some()));
            }
        }
    }
    if look.has_found() { (Event::Looked(look.witness()), None) } else { (Event::LookedPartly, Some(look)) }
}

async fn next(
    platform: &dyn OrderPlatform,
    record: &Record,
    token: &Token,
    look: Look,
) -> Result<Sight, PlatformError> {
    let since = record.looked_back_to().div_euclid(1_000);
    let answer = send(&platform.order_page(record.store, since, look.cursor.as_deref())).await?;
    look.with(platform.read_order_page(&answer, clock::seconds())?, record, token)
}

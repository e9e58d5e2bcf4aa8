//! The vendor's own client, as far as retries go (`scalev-id/sdk` 1.4.0, `src/client.ts`): every
//! request is sent twice more after a timeout, a failed connection, 408, 409, 429 or 500 and
//! above. Its idempotency header is declared and never set, so an order is simply posted again.

use std::thread;

use super::{BACKOFF, Shopper, post};
use crate::sandbox::Sandbox;

/// Retries after the first attempt.
const RETRIES: u32 = 2;

pub(super) fn place(sandbox: &Sandbox, shopper: &Shopper) {
    for attempt in 0..=RETRIES {
        match post(sandbox, shopper) {
            Ok(reply) if !matches!(reply.status, 408 | 409 | 429 | 500..) => return,
            _ => thread::sleep(BACKOFF * 2_u32.pow(attempt)),
        }
    }
}

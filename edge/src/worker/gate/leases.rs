//! What this isolate holds and has seen, by credential.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::gate::{Lease, Seen};
use crate::worker::clock;

/// Permits, and what came of the calls they were used for.
#[derive(Default)]
pub(in crate::worker) struct Leases(RefCell<HashMap<String, Held>>);

#[derive(Default)]
struct Held {
    lease: Lease,
    seen: Seen,
}

impl Leases {
    /// Uses one permit, if there is one.
    pub(super) fn use_one(&self, name: &str) -> bool {
        let mut held = self.0.borrow_mut();
        let Some(held) = held.get_mut(name) else { return false };
        let rest = held.lease.used(clock::now());
        rest.map(|rest| held.lease = rest).is_some()
    }

    pub(super) fn keep(&self, name: &str, lease: Lease) {
        self.0.borrow_mut().entry(name.to_owned()).or_default().lease = lease;
    }

    /// Takes note of a call that came to an end.
    pub(in crate::worker) fn saw(&self, name: &str, failed: bool) {
        let mut held = self.0.borrow_mut();
        let held = held.entry(name.to_owned()).or_default();
        held.seen = held.seen.and(failed);
    }

    /// What was seen since the gate was last told.
    pub(super) fn take_seen(&self, name: &str) -> Seen {
        self.0.borrow_mut().get_mut(name).map(|held| std::mem::take(&mut held.seen)).unwrap_or_default()
    }
}

//! What one request gathers for its log line and its `Server-Timing`.

use std::cell::{Cell, RefCell};

use crate::catalogue::{Listing, Verdict};
use crate::log::{KnownStore, RequestId};

/// Filled in along the way.
pub(super) struct Trace {
    pub(super) request_id: RequestId,
    pub(super) platform_ms: Cell<u32>,
    pub(super) cache: Cell<Option<Verdict>>,
    pub(super) store: RefCell<Option<KnownStore>>,
}

impl Trace {
    pub(super) fn new(request_id: RequestId) -> Self {
        Self { request_id, platform_ms: Cell::new(0), cache: Cell::new(None), store: RefCell::new(None) }
    }

    /// For work that no request waits for.
    pub(super) fn of_nobody() -> Self {
        Self::new(RequestId::new(0, 0))
    }

    /// Adds time spent waiting for a platform.
    pub(super) fn waited(&self, ms: u32) {
        self.platform_ms.set(self.platform_ms.get().saturating_add(ms));
    }

    /// Names the store the request is for.
    pub(super) fn is_for(&self, listing: &Listing) {
        self.store.replace(Some(KnownStore::from(listing)));
    }
}

//! The one alarm of an object.

use std::cell::Cell;
use std::time::Duration;

use worker::Storage;

use super::clock;
use crate::gate::reset;
use crate::intent::Millis;

/// The alarm, and when it rings as far as this life of the object knows.
pub(super) struct Alarm {
    storage: Storage,
    at: Cell<Option<Millis>>,
}

impl Alarm {
    pub(super) fn new(storage: Storage) -> Self {
        Self { storage, at: Cell::new(None) }
    }

    /// It rang.
    pub(super) fn rang(&self) {
        self.at.set(None);
    }

    /// Sets it, unless it rings earlier anyway; one that should have rung and
    /// did not, rings now.
    pub(super) async fn ring_by(&self, at: Millis) -> worker::Result<()> {
        if self.at.get().is_none() {
            self.at.set(self.storage.get_alarm().await?);
        }
        match reset(self.at.get(), at, clock::now()) {
            Some(at) => self.ring(at).await,
            None => Ok(()),
        }
    }

    /// Sets it, whenever it would have rung.
    pub(super) async fn ring(&self, at: Millis) -> worker::Result<()> {
        self.at.set(Some(at));
        let ms = u64::try_from(at.saturating_sub(clock::now())).unwrap_or(0);
        self.storage.set_alarm(Duration::from_millis(ms)).await
    }
}

//! What is going to happen, and when.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::intent::Millis;

/// All that is going to happen, in order.
pub(crate) struct Agenda<C> {
    pub(crate) now: Millis,
    coming: BinaryHeap<Reverse<(Millis, u64, C)>>,
    count: u64,
}

impl<C: Ord> Agenda<C> {
    pub(crate) fn new() -> Self {
        Self { now: 0, coming: BinaryHeap::new(), count: 0 }
    }

    pub(crate) fn plan(&mut self, at: Millis, coming: C) {
        self.count += 1;
        self.coming.push(Reverse((at, self.count, coming)));
    }

    pub(crate) fn plan_in(&mut self, ms: Millis, coming: C) {
        self.plan(self.now + ms, coming);
    }

    /// What comes next; time passes until then.
    pub(crate) fn next(&mut self) -> Option<C> {
        let Reverse((at, _, coming)) = self.coming.pop()?;
        self.now = self.now.max(at);
        Some(coming)
    }

    /// All of it, in no order.
    pub(crate) fn coming(&self) -> impl Iterator<Item = &C> {
        self.coming.iter().map(|Reverse((_, _, coming))| coming)
    }
}

//! The one alarm of an object, as the runtime keeps it.

use super::agenda::Agenda;
use super::coming::Coming;
use super::{Dice, SECOND};
use crate::intent::Millis;

/// How often the runtime calls an alarm again that fails.
const RETRIES: u32 = 6;

/// Lost now and then, unless it is all there is.
pub(super) struct Alarm {
    at: Option<Millis>,
    failures: u32,
    is_alone: bool,
}

impl Alarm {
    /// `is_alone` when no sweep stands behind it.
    pub(super) fn new(is_alone: bool) -> Self {
        Self { at: None, failures: 0, is_alone }
    }

    pub(super) fn set(&mut self, dice: &mut Dice, agenda: &mut Agenda<Coming>, due: Option<Millis>) {
        self.failures = 0;
        let due = due.map(|due| due.max(agenda.now));
        if due == self.at {
            return;
        }
        self.at = due;
        if let Some(due) = due
            && (self.is_alone || !dice.one_in(10))
        {
            agenda.plan(due, Coming::Wake);
        }
    }

    /// Whether the moment that came is the one it was set to.
    pub(super) fn rings(&mut self, now: Millis) -> bool {
        self.at.take_if(|at| *at == now).is_some()
    }

    /// What it called failed: it is called again, twice as late each time, and
    /// then no more.
    pub(super) fn failed(&mut self, agenda: &mut Agenda<Coming>) {
        self.failures += 1;
        if self.failures > RETRIES {
            return;
        }
        let at = agenda.now + (SECOND << self.failures);
        self.at = Some(at);
        agenda.plan(at, Coming::Wake);
    }
}

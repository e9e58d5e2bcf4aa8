//! Once a night the channel's list is held against what should be there.

use serde::{Deserialize, Serialize};

use super::board::{Board, Touched};
use super::row::{Origin, Row};
use super::seen::{Counted, Store};
use crate::intent::Millis;
use crate::platform::gercep::Shown;

const DAY: Millis = 24 * 3_600_000;
/// 02:00 in Jakarta, as milliseconds of the day in UTC.
const HOUR: Millis = 19 * 3_600_000;
/// Milliseconds for which it is remembered that we took something out.
const TOMBSTONE: Millis = 30 * DAY;

/// What a night's comparison found, all of it on its way to be mended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Night {
    /// When, Unix milliseconds.
    pub at: Millis,
    /// Things that were not there.
    pub missing: u32,
    /// Things that were there otherwise than they should be.
    pub changed: u32,
    /// Things of ours that should not have been there any more.
    pub left_over: u32,
    /// Stocks that had changed without a word; the channel's count stands.
    pub counted: Vec<Counted>,
}

/// What the comparison means for one row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drift {
    Missing,
    Changed,
    LeftOver,
}

/// When the next comparison is due, both in Unix milliseconds.
pub fn next_night(now: Millis) -> Millis {
    let today = now.div_euclid(DAY).saturating_mul(DAY).saturating_add(HOUR);
    if today > now { today } else { today.saturating_add(DAY) }
}

impl Board {
    /// Has sent again whatever is not as it should be, and tries anew what was
    /// given up. `counted`: what [`Board::see`] learnt of the same list.
    pub fn compare(&mut self, there: &[Shown], counted: Vec<Counted>, now: Millis) -> (Touched, Night) {
        let store = Store::new(there, self);
        let mut night = Night { at: now, counted, ..Night::default() };
        let mut touched = Touched::default();
        for key in self.rows.keys().cloned().collect::<Vec<_>>() {
            let shown = store.get(&key);
            let drift = self.rows.get(&key).and_then(|row| row.drift(shown));
            night.note(drift);
            self.alter(&key, &mut touched, |row| row.mend(drift, now));
        }
        self.forget(&store, &mut touched, now);
        (touched, night)
    }

    fn forget(&mut self, store: &Store<'_>, touched: &mut Touched, now: Millis) {
        let is_over = |row: &Row| {
            let is_long_ago = |ended: Millis| now.saturating_sub(ended) > TOMBSTONE;
            row.ended.is_some_and(|ended| row.origin != Origin::Ours || is_long_ago(ended))
        };
        let over = self.rows.iter().filter(|(key, row)| is_over(row) && store.get(key).is_none());
        for key in over.map(|(key, _)| key.clone()).collect::<Vec<_>>() {
            self.rows.remove(&key);
            touched.0.insert(key);
        }
    }
}

impl Row {
    /// What is still to be sent is no drift.
    fn drift(&self, shown: Option<&Shown>) -> Option<Drift> {
        match (&self.wanted, shown) {
            _ if self.due.is_some() => None,
            (Some(_), None) => Some(Drift::Missing),
            (Some(wanted), Some(shown)) => shown.differs(wanted).then_some(Drift::Changed),
            (None, Some(_)) => (self.origin == Origin::Ours).then_some(Drift::LeftOver),
            (None, None) => None,
        }
    }

    fn mend(&mut self, drift: Option<Drift>, now: Millis) {
        if drift.is_some() {
            self.taken = None;
        }
        if drift.is_some() || self.is_dead() {
            self.is_due(now);
        }
    }
}

impl Night {
    fn note(&mut self, drift: Option<Drift>) {
        let count = match drift {
            Some(Drift::Missing) => &mut self.missing,
            Some(Drift::Changed) => &mut self.changed,
            Some(Drift::LeftOver) => &mut self.left_over,
            None => return,
        };
        *count = count.saturating_add(1);
    }
}

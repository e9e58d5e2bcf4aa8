//! What the channel's own list says, read before anything is written there.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::board::{Board, Touched};
use super::row::{Origin, Row, Trouble};
use crate::intent::Millis;
use crate::platform::gercep::{Shown, UNCOUNTED};

/// A stock that is not what we knew of it: something was sold that nobody
/// told us of, or the merchant counted anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counted {
    /// Our key for it.
    pub external_id: String,
    /// Pieces that we knew of; without, nobody counted them.
    pub known: Option<u32>,
    /// Pieces that are there; without, nobody counts them any more.
    pub there: Option<u32>,
}

/// The channel's list, ready to be asked.
pub(super) struct Store<'a> {
    by_key: HashMap<&'a str, &'a Shown>,
    /// Names of what we know nothing of.
    strangers: HashSet<&'a str>,
}

impl<'a> Store<'a> {
    pub(super) fn new(there: &'a [Shown], board: &Board) -> Self {
        let is_known =
            |shown: &&Shown| shown.external_id.as_ref().is_some_and(|key| board.rows.contains_key(key));
        let by_key = there.iter().filter_map(|shown| Some((shown.external_id.as_deref()?, shown)));
        let strangers = there.iter().filter(|shown| !is_known(shown));
        Self {
            by_key: by_key.collect(),
            strangers: strangers.filter_map(|shown| shown.name.as_deref()).collect(),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Shown> {
        self.by_key.get(key).copied()
    }
}

impl Board {
    /// Learns from the channel's list what only it knows: what was there
    /// before us, whose names are taken, and how many pieces are left. The
    /// channel's own count always stands, for it sells without asking.
    pub fn see(&mut self, there: &[Shown], now: Millis) -> (Touched, Vec<Counted>) {
        let store = Store::new(there, self);
        let (mut touched, mut counts) = (Touched::default(), Vec::new());
        for key in self.rows.keys().cloned().collect::<Vec<_>>() {
            self.alter(&key, &mut touched, |row| {
                counts.extend(row.see(&key, store.get(&key)));
                if row.would_take_over(&store, now) {
                    row.failed(Trouble::NameTaken, 0, now);
                }
            });
        }
        (touched, counts)
    }
}

impl Row {
    fn see(&mut self, key: &str, shown: Option<&Shown>) -> Option<Counted> {
        let shown = shown?;
        if self.origin == Origin::Unsent {
            self.origin = Origin::Found;
        }
        let there = shown.stock?;
        let known = self.wanted.as_ref()?.stock;
        if let Some(taken) = &mut self.taken {
            taken.stock = there;
        }
        let counted = |stock: u32| (stock != UNCOUNTED).then_some(stock);
        let told = Counted { external_id: key.to_owned(), known: counted(known), there: counted(there) };
        (known != there).then_some(told)
    }

    fn would_take_over(&self, store: &Store<'_>, now: Millis) -> bool {
        let is_due = self.due.is_some_and(|due| due <= now);
        is_due && self.wanted.as_ref().is_some_and(|wanted| store.strangers.contains(wanted.name.trim()))
    }
}

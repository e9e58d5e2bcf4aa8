//! All rows, and which of them leave next.

use std::collections::{BTreeMap, BTreeSet};

use super::row::{Origin, Row};
use crate::intent::Millis;
use crate::platform::gercep::{Batch, Product};

/// Most items of a call: what the vendor's own plugin sends (platforms §3.1).
const BATCH_MAX: usize = 50;

/// Everything that is at the channel by us, or should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub(super) rows: BTreeMap<String, Row>,
}

/// Which rows are to be written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched(pub BTreeSet<String>);

impl Board {
    /// As it was written down.
    pub fn new(rows: impl IntoIterator<Item = (String, Row)>) -> Self {
        Self { rows: rows.into_iter().collect() }
    }

    /// The row of this key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.get(key)
    }

    /// Everything should be so from now on, and nothing else be there.
    pub fn follow(&mut self, listings: &BTreeMap<String, Product>, now: Millis) -> Touched {
        let ended: Vec<String> =
            self.rows.keys().filter(|key| !listings.contains_key(*key)).cloned().collect();
        let listed = listings.iter().map(|(key, product)| (key.clone(), Some(product.clone())));
        let mut touched = Touched::default();
        for (key, wanted) in listed.chain(ended.into_iter().map(|key| (key, None))) {
            self.alter(&key, &mut touched, |row| row.want(wanted, now));
        }
        touched
    }

    /// When something is to be sent next, Unix milliseconds.
    pub fn due(&self) -> Option<Millis> {
        self.rows.values().filter_map(|row| row.due).min()
    }

    /// What leaves next: first what is to be gone, whose name something else may get.
    pub fn next(&self, now: Millis) -> Option<Batch> {
        let due = || self.rows.iter().filter(move |(_, row)| row.due.is_some_and(|due| due <= now));
        let ended = due().filter(|(_, row)| row.wanted.is_none() && row.origin == Origin::Ours);
        let ended: Vec<String> = ended.map(|(key, _)| key.clone()).take(BATCH_MAX).collect();
        if !ended.is_empty() {
            return Some(Batch::Delete(ended));
        }
        let wanted = || due().filter(|(_, row)| row.wanted.is_some());
        let together = wanted().filter(|(_, row)| !row.is_suspect()).take(BATCH_MAX);
        let together: Vec<Product> = together.filter_map(|(_, row)| row.wanted.clone()).collect();
        if !together.is_empty() {
            return Some(Batch::Upsert(together));
        }
        let alone = wanted().find_map(|(_, row)| row.wanted.clone());
        alone.map(|product| Batch::Upsert(vec![product]))
    }

    /// The batch leaves: to be written down before it does.
    pub fn leaves(&mut self, batch: &Batch) -> Touched {
        let mut touched = Touched::default();
        for key in keys(batch) {
            self.alter(key, &mut touched, Row::leaves);
        }
        touched
    }

    pub(super) fn alter(&mut self, key: &str, touched: &mut Touched, alter: impl FnOnce(&mut Row)) {
        let known = self.rows.get(key).cloned().unwrap_or_default();
        let mut row = known.clone();
        alter(&mut row);
        if known != row {
            self.rows.insert(key.to_owned(), row);
            touched.0.insert(key.to_owned());
        }
    }
}

/// The keys of a batch.
pub(super) fn keys(batch: &Batch) -> Vec<&str> {
    match batch {
        Batch::Upsert(products) => products.iter().map(|product| product.external_id.as_str()).collect(),
        Batch::Delete(keys) => keys.iter().map(String::as_str).collect(),
    }
}

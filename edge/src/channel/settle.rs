//! What came of a batch.

use std::collections::BTreeMap;

use super::board::{Board, Touched, keys};
use super::row::Trouble;
use crate::intent::Millis;
use crate::platform::PlatformError;
use crate::platform::gercep::{Batch, Product, UNCOUNTED, Verdict};

impl Board {
    /// What the channel answered to a batch, item by item; or why it did not.
    pub fn settle(
        &mut self,
        batch: &Batch,
        answer: Result<BTreeMap<String, Verdict>, PlatformError>,
        now: Millis,
    ) -> Touched {
        let verdicts = match answer {
            Ok(verdicts) => verdicts,
            Err(error) => return self.failed(keys(batch), &error, now),
        };
        let mut touched = Touched::default();
        for key in keys(batch) {
            self.alter(key, &mut touched, |row| match verdicts.get(key) {
                Some(Verdict::Done) => row.took(sent(batch, key).cloned(), now),
                Some(Verdict::Archived) => row.failed(Trouble::Archived, 0, now),
                Some(Verdict::Refused) | None => row.failed(Trouble::Refused, 0, now),
            });
        }
        touched
    }

    /// So many pieces were sold there, which the channel has taken from its stock itself.
    pub fn sell(&mut self, sold: &[(String, u32)]) -> Touched {
        let mut touched = Touched::default();
        for (key, pieces) in sold {
            self.alter(key, &mut touched, |row| {
                if let Some(taken) = row.taken.as_mut().filter(|taken| taken.stock != UNCOUNTED) {
                    taken.stock = taken.stock.saturating_sub(*pieces);
                }
            });
        }
        touched
    }

    /// The channel could not even be asked: everything that is due waits.
    pub fn put_off(&mut self, error: &PlatformError, now: Millis) -> Touched {
        let due = self.rows.iter().filter(|(_, row)| row.due.is_some_and(|due| due <= now));
        let keys: Vec<String> = due.map(|(key, _)| key.clone()).collect();
        self.failed(keys.iter().map(String::as_str), error, now)
    }

    fn failed<'a>(
        &mut self,
        keys: impl IntoIterator<Item = &'a str>,
        error: &PlatformError,
        now: Millis,
    ) -> Touched {
        let (trouble, wait) = meaning(error);
        let mut touched = Touched::default();
        for key in keys {
            self.alter(key, &mut touched, |row| row.failed(trouble, wait, now));
        }
        touched
    }
}

/// What a failed call means for its items, and how many milliseconds they wait at least.
fn meaning(error: &PlatformError) -> (Trouble, Millis) {
    match error {
        PlatformError::Unauthorized | PlatformError::NotFound => (Trouble::Unauthorized, 0),
        PlatformError::Busy { retry_after } => {
            (Trouble::Away, Millis::from(*retry_after).saturating_mul(1_000))
        }
        PlatformError::Timeout | PlatformError::Unreachable => (Trouble::Away, 0),
        PlatformError::Failing { .. }
        | PlatformError::Malformed
        | PlatformError::Refused
        | PlatformError::Faulty(_) => (Trouble::Broken, 0),
    }
}

fn sent<'a>(batch: &'a Batch, key: &str) -> Option<&'a Product> {
    match batch {
        Batch::Upsert(products) => products.iter().find(|product| product.external_id == key),
        Batch::Delete(_) => None,
    }
}

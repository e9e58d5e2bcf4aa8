//! A look at the platform's own list of orders, newest first, back to our first
//! request. A store that sells much has more pages than can be read at once, so
//! a look may take many turns; what it proves, it proves of its beginning.

use serde::{Deserialize, Serialize};
use shared::v3::List;

use super::{Record, Token};
use crate::intent::{Millis, Witness};
use crate::platform::{Listed, PlatformError};

/// Milliseconds by which the platform's clock may be behind ours (reliability
/// F22); too many only cost pages.
const SKEW: Millis = 15 * 60_000;

/// A look that is not over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// When it began, Unix milliseconds.
    pub began: Millis,
    /// Behind the last page that was read.
    pub cursor: Option<String>,
    /// Ids of orders that carry our token, oldest first.
    ours: Vec<String>,
    lookalike: bool,
}

/// What a page made of a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// There is more to read.
    More(Look),
    /// That is all.
    Whole(Witness),
}

impl Look {
    /// A look that begins now.
    pub fn begin(now: Millis) -> Self {
        Self { began: now, ..Self::default() }
    }

    /// With the next page of the list of the record's store.
    ///
    /// # Errors
    /// When the list leads nowhere.
    pub fn with(
        mut self,
        page: List<Listed>,
        record: &Record,
        token: &Token,
    ) -> Result<Sight, PlatformError> {
        let next = page.next().map(str::to_owned);
        let since = record.looked_back_to();
        for order in page.data {
            // Ids that tell no time are of orders from before.
            if order.age.is_before(since) {
                return Ok(Sight::Whole(self.witness()));
            }
            if order.is_ours(token.as_str()) {
                self.ours.insert(0, order.id);
            } else {
                self.lookalike |= order.is_like(record.receipt.total);
            }
        }
        match next {
            None => Ok(Sight::Whole(self.witness())),
            Some(next) if self.cursor.as_ref() == Some(&next) => Err(PlatformError::Malformed),
            Some(next) => Ok(Sight::More(Self { cursor: Some(next), ..self })),
        }
    }

    /// Whether it found what it looks for.
    pub fn has_found(&self) -> bool {
        !self.ours.is_empty()
    }

    /// What it saw so far.
    pub fn witness(self) -> Witness {
        Witness { ours: self.ours, lookalike: self.lookalike, began: self.began }
    }
}

impl Record {
    /// Unix milliseconds before which no order can be of the record's.
    pub fn looked_back_to(&self) -> Millis {
        let fence = self.intent.fences.iter().find(|fence| !fence.settled);
        fence.map_or(0, |fence| fence.at).saturating_sub(SKEW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intent::{Fence, Intent, Stage};
    use crate::orders::{Fingerprint, Receipt};
    use crate::platform::Age;

    const NOW: Millis = 100 * 60_000;

    fn token() -> Token {
        Token::from_object_id(&"0f".repeat(32)).unwrap()
    }

    fn record() -> Record {
        let fences = vec![Fence { at: NOW, deadline: NOW + 1, settled: false }];
        let intent = Intent { stage: Stage::Reconciling, fences, ..Intent::default() };
        Record { intent, ..Record::new(Fingerprint::stored("a".into()), 1, Receipt::default()) }
    }

    fn listed(id: &str, made_at: Option<Millis>, is_ours: bool) -> Listed {
        let token = is_ours.then(|| token().to_string());
        let age = made_at.map_or(Age::Ancient, Age::Since);
        Listed { id: id.into(), age, token, is_bare: false, total: None }
    }

    fn page(orders: Vec<Listed>, next: Option<&str>) -> List<Listed> {
        List {
            data: orders,
            is_paginated: true,
            has_next: Some(next.is_some()),
            next_cursor: next.map(str::to_owned),
        }
    }

    fn see(look: Look, page: List<Listed>) -> Result<Sight, PlatformError> {
        look.with(page, &record(), &token())
    }

    fn more(sight: Result<Sight, PlatformError>) -> Look {
        match sight {
            Ok(Sight::More(look)) => look,
            other => panic!("{other:?}"),
        }
    }

    /// Far more than one turn reads; ours is behind them all.
    #[test]
    fn a_look_goes_on_for_as_many_pages_as_there_are() {
        let mut look = Look::begin(NOW + 9);
        for nth in 0..200 {
            let others = (0..25).map(|_| listed("x", Some(NOW), false)).collect();
            look = more(see(look, page(others, Some(&nth.to_string()))));
            look = serde_json::from_str(&serde_json::to_string(&look).unwrap()).unwrap();
        }
        assert!(!look.has_found());
        let last = page(vec![listed("019b", Some(NOW), true), listed("019a", Some(NOW), true)], None);
        let witness = Witness { ours: vec!["019a".into(), "019b".into()], lookalike: false, began: NOW + 9 };
        assert_eq!(see(look, last), Ok(Sight::Whole(witness)));
    }

    #[test]
    fn it_ends_with_what_was_there_before_our_request() {
        let is_whole =
            |order| matches!(see(Look::default(), page(vec![order], Some("c"))), Ok(Sight::Whole(_)));
        assert!(is_whole(listed("1", Some(NOW - SKEW - 1), false)));
        assert!(is_whole(listed("1", None, false)));
        assert!(!is_whole(listed("1", Some(NOW - SKEW), false)));
    }

    #[test]
    fn a_list_that_leads_nowhere_is_an_error() {
        let look = more(see(Look::default(), page(Vec::new(), Some("c"))));
        assert_eq!(see(look, page(Vec::new(), Some("c"))), Err(PlatformError::Malformed));
    }
}

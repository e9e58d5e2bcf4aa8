//! The variables of shipping prices.

use super::Reader;
use crate::shipping::QuoteSecrets;

/// How shipping prices are promised.
#[derive(Clone, Debug)]
pub struct Quotes {
    /// `QUOTE_SECRET`
    pub secrets: QuoteSecrets,
    /// `QUOTE_SECONDS`: how long a promise holds.
    pub seconds: u32,
}

/// Seconds for which a shopper may look at a courier's price.
const QUOTE_LIFE: u32 = 900;

pub(super) const SECRET: &str = "QUOTE_SECRET";
pub(super) const SECONDS: &str = "QUOTE_SECONDS";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn quotes(&mut self) -> Option<Quotes> {
        let secrets = self.required(SECRET);
        let seconds = self.optional(SECONDS).unwrap_or(QUOTE_LIFE);
        secrets.map(|secrets| Quotes { secrets, seconds })
    }
}

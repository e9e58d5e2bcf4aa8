//! The variables of who is told of orders.

use super::Reader;
use crate::outbox::{RESEND, Seller};

pub(super) const URL: &str = "SELLER_WEBHOOK_URL";
pub(super) const SECRET: &str = "SELLER_WEBHOOK_SECRET";
const RESEND_SECONDS: &str = "SELLER_WEBHOOK_RESEND_SECONDS";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    /// An address without a secret is not told: nobody could know who wrote.
    pub(super) fn seller(&mut self) -> Option<Seller> {
        self.text(URL)?;
        let address = self.required(URL);
        let secrets = self.required(SECRET);
        let resend = self.optional(RESEND_SECONDS).unwrap_or(RESEND);
        Some(Seller { address: address?, secrets: secrets?, resend })
    }
}

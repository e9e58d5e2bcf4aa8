//! What survives a reload of the tab.
//!
//! Names, phone numbers and addresses go to the tab's session storage: it dies
//! with the tab, is never sent, and is removed once the shopper leaves for the
//! payment page. Without it a reload in the middle of the form would lose what
//! was typed. Only who ticks a box has them kept on the device as well, for the
//! next order, in the same form without cart and key.

use serde::{Deserialize, Serialize};
use shared::checkout::Draft;
use shared::value::Rupiah;
use shared::wire::{District, ShippingOption};

use super::Step;

/// Milliseconds since 1970, UTC.
pub type Millis = u64;

/// How long a tab's memory is good for.
pub const MEMORY_MS: Millis = 30 * 60 * 1000;
/// How long details are good for that the shopper asked this device to remember: half a year.
pub const DETAILS_MS: Millis = 180 * 24 * 60 * 60 * 1000;

/// What survives a reload, as JSON in the tab's session storage. What cannot
/// be read as one is not one: start afresh.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// When it was written.
    pub saved_at: Millis,
    /// The step that was shown.
    pub step: Step,
    /// The cart and everything typed.
    pub draft: Draft,
    /// The idempotency key, from the review on.
    #[serde(default)]
    pub key: Option<String>,
    /// Exactly this draft was sent under it, and no definite answer came:
    /// sending again must use it.
    #[serde(default)]
    pub sent: bool,
    /// Where to ask about the order that was sent.
    #[serde(default)]
    pub status_url: Option<String>,
    /// What was typed of the address, whether or not anything is shipped.
    #[serde(default)]
    pub street: String,
    /// Likewise.
    #[serde(default)]
    pub postal_code: String,
    /// The chosen district, with its names.
    #[serde(default)]
    pub district: Option<District>,
    /// The picked service at the price it had; asked for again before it is used.
    #[serde(default)]
    pub courier: Option<ShippingOption>,
    /// The amount that the shopper agreed to pay in cash, in rupiah.
    #[serde(default)]
    pub agreed: Option<Rupiah>,
    /// The page's extra offer was taken.
    #[serde(default)]
    pub bumped: bool,
    /// The shopper ticked that this device shall remember the details.
    #[serde(default)]
    pub kept: bool,
}

impl Memory {
    /// Whether it still counts at `now`, when it is good for so long. One from
    /// the future counts: phones set their clocks back.
    pub fn is_fresh(&self, now: Millis, life: Millis) -> bool {
        now.saturating_sub(self.saved_at) < life
    }
}

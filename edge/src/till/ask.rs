//! What the till's object is asked, and what it says.

use serde::{Deserialize, Serialize};

use super::{Offer, Overlay, Reason};
use crate::channel;
use crate::platform::dealpos::EventName;

/// What the object is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ask")]
pub enum Ask {
    /// To take an event in.
    Hear {
        /// What it is.
        name: EventName,
        /// As it came; whoever sent it has shown the token.
        body: String,
    },
    /// Nothing: somebody without the token must not know it by the time we take.
    Nothing,
    /// What the till says of each SKU, if that changed.
    Overlay {
        /// The version that the asker has; 0 for none.
        known: i64,
    },
    /// What the seller should know.
    Report,
    /// To take in what the other channel tells.
    Paid {
        /// As it came; whoever sent it has shown the token.
        body: String,
        /// Whether the request named its event.
        is_named: bool,
    },
    /// What the seller should know of the other channel.
    Channel,
    /// To do what is due.
    Sweep,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "said")]
pub enum Said {
    /// It is written down.
    Noted,
    /// The body is no such event.
    Unreadable,
    /// Nothing changed since that version.
    Unchanged,
    /// The till's word, and its version.
    Overlay {
        /// Grows with every change.
        version: i64,
        /// The word.
        overlay: Overlay,
    },
    /// What the seller should know.
    Report(Report),
    /// What the seller should know of the other channel.
    Channel(channel::Report),
}

/// What the seller should know: `GET /webhooks/dealpos/{token}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = TillReport))]
pub struct Report {
    /// SKUs that the till sells.
    pub for_sale: u32,
    /// SKUs that it does not sell, and why.
    pub stopped: Vec<Stopped>,
    /// SKUs that several things have at different prices: give each its own.
    pub ambiguous: Vec<String>,
    /// Things without a SKU, which therefore cannot be joined to anything.
    pub without_sku: u32,
    /// Questions that the till has not answered yet.
    pub open_questions: u32,
}

/// A SKU that is not sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stopped {
    /// Which.
    pub sku: String,
    /// Why.
    pub reason: Reason,
}

impl Report {
    /// Of this word of the till.
    pub fn new(overlay: &Overlay, without_sku: u32, open_questions: u32) -> Self {
        let mut report = Self { without_sku, open_questions, ..Self::default() };
        for (sku, offer) in overlay.offers() {
            match offer {
                Offer::ForSale { .. } => report.for_sale = report.for_sale.saturating_add(1),
                Offer::Stopped { reason } => report.stopped.push(Stopped { sku: sku.to_owned(), reason }),
                Offer::Ambiguous => report.ambiguous.push(sku.to_owned()),
            }
        }
        report
    }
}

//! Where a checkout stands; each variant holds the facts that make it true.

use super::prices::Amounts;
use super::view::{LoadTrouble, PlacedView};
use super::{Millis, Step};
use shared::checkout::Draft;
use shared::value::Rupiah;

/// Where a checkout stands.
#[derive(Default)]
pub(super) enum Stage {
    /// Nothing happened yet.
    #[default]
    New,
    /// An answer is awaited without which nothing can be shown.
    Loading { number: u32, load: Load },
    /// That answer did not come.
    Failed { trouble: LoadTrouble, load: Load },
    /// The shopper is at a step.
    Shopping(Step),
    /// The order is on its way; nothing can be changed.
    Sending(Sending),
    /// The order was sent, and its answer is not known.
    Confirming(Confirming),
    /// The order stands.
    Placed(PlacedView),
}

/// What is loaded before a step can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Load {
    /// The stores, from this cursor on.
    Stores(Option<String>),
    /// Everything of this store.
    Store(String),
    /// Further pages of the store, until every wanted thing is found.
    Things,
}

/// An order on its way. `again` is true for the one repeat that a reused key
/// calls for.
pub(super) enum Sending {
    /// Today's price of the courier is awaited first.
    AwaitingQuote,
    /// The order named old prices; today's are awaited.
    AwaitingPrices { before: Amounts },
    /// A key is being drawn.
    AwaitingKey { again: bool },
    /// The request is out.
    Sent { number: u32, again: bool },
}

/// An order whose answer is not known.
pub(super) struct Confirming {
    pub(super) url: String,
    /// The order's token; empty until the first answer after a reload.
    pub(super) reference: String,
    pub(super) number: u32,
    pub(super) checks: u32,
    pub(super) since: Millis,
    pub(super) slow: bool,
}

/// What was sent last, and under which key.
pub(super) struct Attempt {
    pub(super) key: String,
    pub(super) draft: Draft,
    /// Service and price that the quote in it stands for.
    pub(super) way: Option<Way>,
}

/// A service at a price: what a quote says, however often it is signed anew.
pub(super) type Way = (i64, Option<String>, Rupiah);

impl Attempt {
    /// Whether this is the same order. A quote is signed anew every time; what
    /// it stands for decides.
    pub(super) fn is(&self, draft: &Draft, way: Option<&Way>) -> bool {
        let unsigned = |draft: &Draft| Draft { shipping_quote: String::new(), ..draft.clone() };
        self.way.as_ref() == way && unsigned(&self.draft) == unsigned(draft)
    }
}

//! Where a checkout stands; each variant holds the facts that make it true.

use super::prices::Amounts;
use super::view::{LoadTrouble, PlacedView, UnsettledView};
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
    /// The order was sent, and does not stand yet.
    Unsettled(Unsettled),
    /// The store has an equal order of the last minutes, on this page; the
    /// shopper is asked whether to order once more.
    Repeated(Option<String>),
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
    /// The request is out; `late` once that takes long.
    Sent { number: u32, again: bool, late: bool },
}

/// An order that was sent and does not stand yet.
pub(super) struct Unsettled {
    pub(super) url: String,
    pub(super) view: UnsettledView,
    pub(super) number: u32,
    pub(super) checks: u32,
    pub(super) since: Millis,
}

/// What was sent last, and under which key.
pub(super) struct Attempt {
    pub(super) key: String,
    pub(super) draft: Draft,
    /// Service and price that the quote in it stands for.
    pub(super) way: Option<Way>,
    /// Where to ask about it, once the edge said so.
    pub(super) status_url: Option<String>,
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

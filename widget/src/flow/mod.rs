//! The way of a shopper from a store to the payment page, as a state machine:
//! [`Flow::update`] takes an [`Event`] and gives the [`Effect`]s it asks for;
//! the `*_view` functions say what is drawn.
//!
//! Nothing here knows a browser, a clock, or a word of any language.

pub mod effect;
pub mod event;
pub mod memory;
pub mod options;
pub mod view;

pub use effect::{Announcement, DomEvent, DomEventItem, DomEventKind, Effect, Target};
pub use event::{Event, Failure};
pub use memory::{Memory, Millis};
pub use options::{Asked, Options, Prefill};
pub use view::Screen;

use serde::{Deserialize, Serialize};
use view::{
    CartView, ConfirmingView, DetailsView, Mark, PaymentView, PlacedView, ProductsView, ReviewView, StoreCard,
};

/// The steps, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Pick a store; skipped when there is one.
    Store,
    /// Fill the cart.
    Products,
    /// Who buys.
    Details,
    /// How to pay.
    Payment,
    /// See it all, and order.
    Review,
}

/// A field of the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// `customer_name`
    Name,
    /// `customer_phone`
    Phone,
    /// `customer_email`
    Email,
    /// `notes`
    Note,
}

/// A thing that can be ordered, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A variant.
    Variant(String),
    /// A bundle's price option.
    Bundle(String),
}

/// One checkout on one page.
pub struct Flow {}

impl Flow {
    /// A checkout to which nothing has happened yet.
    pub fn new() -> Self {
        Self {}
    }

    /// Takes what happened at `now` and says what to do outside. Never panics;
    /// what does not fit the moment changes nothing.
    pub fn update(&mut self, event: Event, now: Millis) -> Vec<Effect> {
        let _ = (event, now);
        Vec::new()
    }

    /// What fills the checkout.
    pub fn screen(&self) -> Screen {
        Screen::Loading
    }

    /// The steps with their summaries; for [`Screen::Step`].
    pub fn progress(&self) -> Vec<Mark> {
        Vec::new()
    }

    /// The stores to pick from.
    pub fn store_view(&self) -> Vec<StoreCard> {
        Vec::new()
    }

    /// What the store sells; `None` before it is loaded.
    pub fn products_view(&self) -> Option<ProductsView> {
        None
    }

    /// The cart.
    pub fn cart_view(&self) -> Option<CartView> {
        None
    }

    /// The form about the shopper.
    pub fn details_view(&self) -> Option<DetailsView> {
        None
    }

    /// The ways to pay.
    pub fn payment_view(&self) -> Option<PaymentView> {
        None
    }

    /// All that is about to be ordered.
    pub fn review_view(&self) -> Option<ReviewView> {
        None
    }

    /// The order whose answer is not known; for [`Screen::Confirming`].
    pub fn confirming_view(&self) -> Option<ConfirmingView> {
        None
    }

    /// The order that stands; for [`Screen::Placed`].
    pub fn placed_view(&self) -> Option<PlacedView> {
        None
    }

    /// Whether closing the checkout would surprise: something was typed or
    /// put into the cart, and no order stands.
    pub fn would_lose_work(&self) -> bool {
        false
    }
}

impl Default for Flow {
    fn default() -> Self {
        Self::new()
    }
}

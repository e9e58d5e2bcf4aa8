//! The way of a shopper from a store to the payment page, as a state machine:
//! [`Flow::update`] takes an [`Event`] and gives the [`Effect`]s it asks for;
//! the `*_view` functions say what is drawn.
//!
//! Nothing here knows a browser, a clock, or a word of any language.

pub mod event;

pub mod effect;

pub mod options;

pub mod memory;

pub mod view;

mod stage;

mod opening;

mod loading;

mod store;

mod catalogue;

mod thing;

mod browsing;

mod product;

mod cart;

mod bump;

pub mod kept;

pub mod later;

mod details;

mod district;

mod courier;

mod etd;

mod paste;

mod charges;

mod matrix;

mod prices;

mod payment;

mod way;

mod submit;

mod confirm;

mod telling;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use effect::{Announcement, DomEvent, DomEventItem, DomEventKind, Effect, Target};
pub use event::{Event, Failure, Today};
pub use kept::KeptLine;
pub use later::Later;
pub use memory::{Memory, Millis};
pub use options::{Asked, Options, Prefill};
pub use view::Screen;

use browsing::Browsing;
use cart::Cart;
use catalogue::Catalogue;
use courier::Courier;
use details::Details;
use district::Districts;
use matrix::Matrix;
use opening::Opening;
use paste::Paste;
use payment::Payment;
use serde::{Deserialize, Serialize};
use shared::wire::Store;
use stage::{Attempt, Sending, Stage};
use view::OrderTrouble;

/// The steps, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Pick a store; skipped when there is one.
    #[default]
    Store,
    /// Fill the cart.
    Products,
    /// Who buys, and where the parcel goes.
    Details,
    /// How the parcel comes; skipped when nothing is shipped.
    Delivery,
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
    /// The search for the kecamatan; `location_id` once one is chosen.
    District,
    /// `postal_code`
    PostalCode,
    /// `address`: street, house number, RT/RW
    Street,
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
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
pub struct Flow {
    options: Options,
    stage: Stage,
    opening: Opening,
    stores: Vec<Store>,
    catalogue: Option<Catalogue>,
    browsing: Browsing,
    cart: Cart,
    details: Details,
    districts: Districts,
    paste: Paste,
    courier: Courier,
    matrix: Matrix,
    payment: Payment,
    /// The key of the next order, drawn and not used yet.
    key: Option<String>,
    attempt: Option<Attempt>,
    /// The shopper knows of an equal order and wants another one.
    repeats: bool,
    trouble: Option<OrderTrouble>,
    /// Number of the request that asks for today's prices.
    refresh: Option<u32>,
    /// `begin_checkout` was told.
    begun: bool,
    remembered: Option<Memory>,
    /// The cart that the device holds, as far as this tab wrote or took it.
    kept: String,
    /// What the device holds, to be taken over.
    seen: Option<String>,
    /// The page's extra offer was taken.
    bumped: bool,
    /// The browser says that there is no connection.
    offline: bool,
    last_number: u32,
    /// When the event at hand happened.
    now: Millis,
    /// What the last 409 changed.
    change: Option<view::PriceChange>,
    outbox: Vec<Effect>,
    /// What comes after the products, once it is there.
    later: Option<&'static Later>,
}

impl Flow {
    /// A checkout to which nothing has happened yet.
    pub fn new() -> Self {
        Self { later: Some(&later::LATER), ..Self::default() }
    }

    /// Takes what happened at `now` and says what to do outside. Never panics;
    /// what does not fit the moment changes nothing.
    pub fn update(&mut self, event: Event, now: Millis) -> Vec<Effect> {
        self.now = now;
        match event {
            Event::Opened { options, memory: None, kept: None } => self.open(*options),
            Event::ItemsAsked(items) => self.ask_items(items),
            Event::Retried => self.retry(),
            Event::Left => self.leave(),
            Event::Connected(online) => self.connected(online),
            Event::StorageChanged => self.look_at_kept(),
            Event::CartSeen(cart) => self.cart_seen(cart),
            Event::StoresLoaded { number, answer } => self.stores_loaded(number, answer),
            Event::CheckoutLoaded { number, answer } => self.checkout_loaded(number, answer),
            Event::ProductsLoaded { number, answer } => self.products_loaded(number, answer),
            Event::BundlesLoaded { number, answer } => self.bundles_loaded(number, answer),
            event => self.shop(event),
        }
        self.follow_tabs();
        self.keep_cart();
        self.tidy_later();
        std::mem::take(&mut self.outbox)
    }

    fn next_number(&mut self) -> u32 {
        self.last_number = self.last_number.wrapping_add(1);
        self.last_number
    }

    /// Writes down what changed, before anything else is done: a key must be
    /// on paper when its order leaves.
    fn remember(&mut self, now: Millis) {
        let Some(mut memory) = self.memory() else { return };
        if let Some(remembered) = &self.remembered {
            memory.saved_at = remembered.saved_at;
            if memory == *remembered {
                return;
            }
        }
        memory.saved_at = now;
        self.remembered = Some(memory.clone());
        self.outbox.insert(0, Effect::Remember(Box::new(memory)));
    }

    /// What would be needed after a reload; `None` when what is written stands.
    fn memory(&self) -> Option<Memory> {
        self.catalogue.as_ref()?;
        let step = match &self.stage {
            Stage::Shopping(step) => *step,
            Stage::Sending(_) | Stage::Unsettled(_) | Stage::Repeated(_) => Step::Review,
            _ => return None,
        };
        // A quote that was signed anew would make it another order to the edge.
        let is_out = matches!(self.stage, Stage::Unsettled(_) | Stage::Sending(Sending::Sent { .. }));
        let attempt = self.attempt.as_ref().filter(|_| is_out || self.attempted());
        let draft = attempt.map_or_else(|| self.draft(), |attempt| attempt.draft.clone());
        Some(Memory {
            saved_at: 0,
            step,
            draft,
            key: attempt.map(|attempt| &attempt.key).or(self.key.as_ref()).cloned(),
            sent: attempt.is_some(),
            status_url: attempt.and_then(|attempt| attempt.status_url.clone()),
            street: self.details.street.text.clone(),
            postal_code: self.details.postal_code.text.clone(),
            district: self.districts.chosen.clone(),
            courier: self.courier.chosen.clone(),
            agreed: self.payment.agreed,
            bumped: self.bumped,
            kept: self.details.kept,
        })
    }

    /// Whether closing the checkout would surprise: something was typed, and no order is under way. The
    /// cart is kept anyway.
    pub fn would_lose_work(&self) -> bool {
        !matches!(self.stage, Stage::Placed(_) | Stage::Unsettled(_)) && self.details.was_typed()
    }
}

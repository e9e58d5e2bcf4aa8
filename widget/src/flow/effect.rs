//! What a checkout may ask of the browser. Each is data; the browser half
//! carries it out and sends the answer back as an [`Event`](super::Event).

use shared::checkout::Draft;
use shared::value::Rupiah;
use shared::wire::{NoShipping, ShippingRequest};

use super::memory::Memory;
use super::view::DeliveryNotice;
use super::{Input, Item};

/// Something to do outside. Carry a list of them out in order.
///
/// Requests carry a number that goes back with the answer unchanged; an answer
/// whose number is old is dropped, so a request need not be cancelled.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// `GET /v3/stores/simplified` → [`StoresLoaded`](super::Event::StoresLoaded).
    LoadStores {
        /// `next_cursor` of the page before.
        cursor: Option<String>,
        /// Goes back with the answer.
        number: u32,
    },
    /// `GET /v3/stores/{store}/checkout` → [`CheckoutLoaded`](super::Event::CheckoutLoaded).
    LoadCheckout {
        /// The store's id.
        store: String,
        /// Goes back with the answer.
        number: u32,
    },
    /// `GET /v3/stores/{store}/products` → [`ProductsLoaded`](super::Event::ProductsLoaded).
    /// A newer one replaces an older one that still waits for its time.
    LoadProducts {
        /// The store's id.
        store: String,
        /// Goes out as `search` unless empty.
        search: String,
        /// `next_cursor` of the page before.
        cursor: Option<String>,
        /// Goes back with the answer.
        number: u32,
        /// Milliseconds to wait before asking: the shopper may still be typing.
        after_ms: u32,
    },
    /// `GET /v3/stores/{store}/bundles` → [`BundlesLoaded`](super::Event::BundlesLoaded).
    LoadBundles {
        /// The store's id.
        store: String,
        /// `next_cursor` of the page before.
        cursor: Option<String>,
        /// Goes back with the answer.
        number: u32,
    },
    /// `GET /v3/locations` → [`DistrictsLoaded`](super::Event::DistrictsLoaded).
    /// A newer one replaces an older one that still waits for its time.
    LoadDistricts {
        /// The store whose platform numbers them.
        store: String,
        /// At least three letters.
        search: String,
        /// Goes back with the answer.
        number: u32,
        /// Milliseconds to wait before asking: the shopper may still be typing.
        after_ms: u32,
    },
    /// `GET /v3/locations/{id}/postal-codes` → [`PostalCodesLoaded`](super::Event::PostalCodesLoaded).
    LoadPostalCodes {
        /// The store whose platform numbers them.
        store: String,
        /// The district's id.
        district: i64,
        /// Goes back with the answer.
        number: u32,
    },
    /// `POST /v3/shipping-options` → [`ShippingLoaded`](super::Event::ShippingLoaded).
    /// A newer one that waits replaces an older one that still waits for its time.
    LoadShipping {
        /// The body.
        request: Box<ShippingRequest>,
        /// Goes back with the answer.
        number: u32,
        /// Milliseconds to wait before asking: the cart may still change.
        after_ms: u32,
    },
    /// Remove the details from the device's own storage.
    ForgetDetails,
    /// Read this store's cart from the device's storage → [`CartSeen`](super::Event::CartSeen).
    SeeCart(String),
    /// Write a store's cart to the device's storage, for all tabs and pages.
    KeepCart {
        /// The store's id.
        store: String,
        /// The cart as [`CartSeen`](super::Event::CartSeen) takes it.
        text: String,
    },
    /// Draw a random idempotency key → [`KeyDrawn`](super::Event::KeyDrawn).
    DrawKey,
    /// `POST /v3/orders` → [`OrderAnswered`](super::Event::OrderAnswered). Give
    /// up after 30 seconds with [`NoAnswer`](super::Failure::NoAnswer); never
    /// repeat it by yourself.
    PlaceOrder {
        /// The body.
        draft: Box<Draft>,
        /// The `Idempotency-Key` header.
        key: String,
        /// Goes back with the answer.
        number: u32,
    },
    /// Wait → [`Woken`](super::Event::Woken).
    Wake {
        /// Goes back.
        number: u32,
        /// So many milliseconds.
        after_ms: u32,
    },
    /// `GET` this address → [`StatusAnswered`](super::Event::StatusAnswered).
    CheckStatus {
        /// `status_url` as the edge gave it; may be a path on the edge's origin.
        url: String,
        /// Goes back with the answer.
        number: u32,
        /// Milliseconds to wait before asking.
        after_ms: u32,
    },
    /// Write this to the tab's session storage, over what was there; and when it is
    /// `kept`, its details to the device's. A storage that throws is ignored.
    Remember(Box<Memory>),
    /// Remove what was written.
    Forget,
    /// Say this in the polite live region.
    Announce(Announcement),
    /// Dispatch a DOM event on the element, `tumbas:` and the name.
    Emit(Box<DomEvent>),
    /// Move the focus, once the view is drawn.
    Focus(Target),
    /// Dispatch the cancelable `tumbas:redirect`; unless it was cancelled, go
    /// to this address in the same tab, at top level.
    Redirect {
        /// `https://…`; judged already.
        url: String,
    },
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of the step that is shown.
    Heading,
    /// The list of errors above the form.
    Summary,
    /// A field of the details.
    Input(Input),
    /// The sentence above the step: what went wrong with the order or the cart.
    Alert,
}

/// What the live region says; the words are in `copy`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A line came into the cart.
    Added {
        /// Name of the thing.
        name: String,
        /// What the cart costs now.
        total: String,
    },
    /// A line left the cart.
    Removed {
        /// Name of the thing.
        name: String,
        /// What the cart costs now.
        total: String,
    },
    /// A line has another number of pieces.
    Quantity {
        /// Name of the thing.
        name: String,
        /// Pieces now.
        pieces: u32,
        /// What the cart costs now.
        total: String,
    },
    /// A search ended.
    Found(usize),
    /// A search for a district ended; `more` matched than are shown.
    Districts {
        /// Rows shown.
        rows: usize,
        /// There are more.
        more: bool,
    },
    /// The couriers are there.
    Couriers {
        /// How many services.
        services: usize,
        /// What the cheapest costs.
        cheapest: String,
    },
    /// Nothing can bring the cart there.
    NoCourier(NoShipping),
    /// The picked service changed without the shopper's doing.
    Delivery(DeliveryNotice),
    /// What is paid in the end is another amount now.
    Total(String),
}

/// What the page may listen to, shaped as GA4 wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct DomEvent {
    /// Which event.
    pub kind: DomEventKind,
    /// The lines it is about.
    pub items: Vec<DomEventItem>,
    /// What those lines cost, in rupiah; `currency` is always `IDR`.
    pub value: Rupiah,
}

/// One line of a [`DomEvent`].
#[derive(Clone, Debug, PartialEq)]
pub struct DomEventItem {
    /// What was ordered; its id goes out as `item_id`.
    pub item: Item,
    /// `item_name`
    pub name: String,
    /// `item_variant`; empty when the thing has no variants.
    pub variant: String,
    /// `price` of one, in rupiah.
    pub price: Rupiah,
    /// `quantity`
    pub quantity: u32,
}

/// Which event, and what it carries besides the lines.
#[derive(Clone, Debug, PartialEq)]
pub enum DomEventKind {
    /// `add_to_cart`
    AddToCart,
    /// `remove_from_cart`
    RemoveFromCart,
    /// `begin_checkout`
    BeginCheckout,
    /// `add_shipping_info`
    AddShippingInfo {
        /// `shipping_tier`: courier and service.
        shipping_tier: String,
        /// What it costs, in rupiah.
        shipping: Rupiah,
    },
    /// `add_payment_info`
    AddPaymentInfo {
        /// `payment_type`: the code of the way to pay.
        payment_type: String,
    },
    /// `order_created`
    OrderCreated {
        /// Our name of the order.
        token: String,
        /// `transaction_id`: the number people use.
        order_id: Option<String>,
    },
    /// `error`
    Error {
        /// A stable code: the edge's, or `no_answer`, `nonsense`.
        code: String,
    },
}

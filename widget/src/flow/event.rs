//! What can happen to a checkout: the shopper's doings first, answers after.

use shared::v3::PaymentMethodCode;
use shared::value::Rupiah;
use shared::wire::{
    Bundle, Checkout, District, ErrorCode, FieldError, OrderState, Page, Product, ShippingOption,
    ShippingOptions, Store,
};

use super::memory::Memory;
use super::{Asked, Input, Item, Options, Step};

/// Something that happened. Send it to [`Flow::update`](super::Flow::update);
/// what does not fit the moment is ignored.
#[derive(Clone, Debug)]
pub enum Event {
    /// The checkout was put on the page. The first event; a second one is ignored.
    Opened {
        /// What the page asked for.
        options: Box<Options>,
        /// What this tab remembers, as it was read; age and store are judged here.
        memory: Option<Box<Memory>>,
        /// The details that the shopper asked this device to remember, likewise.
        kept: Option<Box<Memory>>,
    },
    /// Another buy button of the page was pressed while the checkout is there.
    /// Once an order stands, this begins the next one, with or without things.
    ItemsAsked(Vec<Asked>),

    /// A store was picked, by its id.
    StoreChosen(String),
    /// The search box holds this text now.
    SearchTyped(String),
    /// "Show more" under the products.
    MoreWanted,
    /// A variant was picked on its product's card.
    VariantChosen {
        /// The product's id.
        product: String,
        /// The variant's id.
        variant: String,
    },
    /// "Add" on a card.
    Added(Item),
    /// The number of pieces of a line, by stepper or typed. Zero removes it,
    /// too many become as many as there are.
    QuantitySet {
        /// The line.
        item: Item,
        /// Pieces wanted.
        pieces: i64,
    },
    /// "Remove" on a line.
    Removed(Item),
    /// A field of the details holds this text now, typed or filled by the browser.
    Typed {
        /// The field.
        input: Input,
        /// All of its text.
        text: String,
    },
    /// A field of the details lost focus.
    InputLeft(Input),
    /// The link that opens the note.
    NoteOpened,
    /// An arrow key in the district's box: down is 1, up is -1.
    DistrictStepped(i8),
    /// Enter in the district's box: takes the row that the arrow keys are on.
    DistrictEntered,
    /// Escape in the district's box, or the focus left it.
    DistrictClosed,
    /// A row of the district's list was picked, by its id.
    DistrictChosen(i64),
    /// "Change" at the chosen district.
    DistrictReset,
    /// The tick "remember my details on this device".
    DetailsKept(bool),
    /// The link that opens the box for a pasted address, or closes it.
    PasteOpened(bool),
    /// The box for a pasted address holds this text now.
    AddressPasted(String),
    /// What was found in it is right: fills what is still empty.
    PasteTaken,
    /// A service of a courier was picked, by its number.
    CourierChosen(i64),
    /// "Show all couriers".
    AllCouriersWanted,
    /// No cash at the door after all: all couriers, please.
    CodDropped,
    /// The tick "I am ready to pay the courier in cash".
    CodAgreed(bool),
    /// The comparison of totals was opened or closed.
    MatrixOpened(bool),
    /// A total of the comparison was picked: sets the courier and the way to pay.
    CellChosen {
        /// The service's number.
        service: i64,
        /// The way to pay.
        method: PaymentMethodCode,
    },
    /// Whether the parcel is to be insured.
    InsuranceWanted(bool),
    /// A way to pay was picked.
    PaymentChosen(PaymentMethodCode),
    /// The form of this step was submitted. A second click that lands on the
    /// next step names the old one, and does nothing.
    Continued(Step),
    /// "Change" on a finished step.
    StepWanted(Step),
    /// Back to the step before.
    Back,
    /// The tick at the page's extra offer.
    BumpTicked(bool),
    /// The order button of the review.
    Submitted,
    /// The order that waits for the connection shall not go out after all.
    TakenBack,
    /// "Try again" on a failed load, or "check now" while an order does not stand yet.
    Retried,
    /// The shopper leaves for the payment page: the page is being unloaded,
    /// or the pay link was pressed.
    Left,
    /// The browser is online again, or no longer.
    Connected(bool),
    /// Another tab wrote to the device's storage, or this one was away meanwhile.
    StorageChanged,

    /// Internal: answer of [`Effect::LoadStores`](super::Effect::LoadStores).
    StoresLoaded {
        /// The request's number.
        number: u32,
        /// A page of stores.
        answer: Result<Page<Store>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadCheckout`](super::Effect::LoadCheckout).
    CheckoutLoaded {
        /// The request's number.
        number: u32,
        /// Everything of one store.
        answer: Result<Box<Checkout>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadProducts`](super::Effect::LoadProducts).
    ProductsLoaded {
        /// The request's number.
        number: u32,
        /// A page of products.
        answer: Result<Page<Product>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadBundles`](super::Effect::LoadBundles).
    BundlesLoaded {
        /// The request's number.
        number: u32,
        /// A page of bundles.
        answer: Result<Page<Bundle>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadDistricts`](super::Effect::LoadDistricts).
    DistrictsLoaded {
        /// The request's number.
        number: u32,
        /// Districts, best match first.
        answer: Result<Page<District>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadPostalCodes`](super::Effect::LoadPostalCodes).
    PostalCodesLoaded {
        /// The request's number.
        number: u32,
        /// The district's codes; may be none.
        answer: Result<Page<String>, Failure>,
    },
    /// Internal: answer of [`Effect::LoadShipping`](super::Effect::LoadShipping).
    ShippingLoaded {
        /// The request's number.
        number: u32,
        /// What can bring the cart there.
        answer: Result<Box<ShippingOptions>, Failure>,
    },
    /// Internal: answer of [`Effect::SeeCart`](super::Effect::SeeCart).
    CartSeen(Option<String>),
    /// Internal: answer of [`Effect::DrawKey`](super::Effect::DrawKey): a random
    /// UUID, or any unguessable text of 16 to 255 printable ASCII characters.
    KeyDrawn(String),
    /// Internal: the end of [`Effect::Wake`](super::Effect::Wake), with its number.
    Woken(u32),
    /// Internal: answer of [`Effect::PlaceOrder`](super::Effect::PlaceOrder), 201 and 202 alike.
    OrderAnswered {
        /// The request's number.
        number: u32,
        /// The order's state.
        answer: Result<Box<OrderState>, Failure>,
    },
    /// Internal: answer of [`Effect::CheckStatus`](super::Effect::CheckStatus).
    StatusAnswered {
        /// The request's number.
        number: u32,
        /// The order's state.
        answer: Result<Box<OrderState>, Failure>,
    },
}

/// Why a request has no answer that we can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: offline, connection lost, or not in time.
    NoAnswer,
    /// An answer of 5xx without a problem body, or a 2xx body that is not what was asked for.
    Nonsense,
    /// `application/problem+json`.
    Problem {
        /// What to decide on.
        code: ErrorCode,
        /// The fields that are wrong.
        errors: Vec<FieldError>,
        /// With `price_changed`: what it is now.
        today: Option<Box<Today>>,
        /// With `possible_duplicate`: the page of the first order.
        order_url: Option<String>,
    },
}

/// Prices as they are now, when an order named others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The same service at today's price.
    pub option: Option<ShippingOption>,
    /// The sum of the lines today, in rupiah.
    pub items_total: Option<Rupiah>,
}

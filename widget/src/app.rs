//! One checkout on the page: the flow, what is drawn of it, and the loop that
//! takes events in and carries effects out.

use shared::text::concat;
use std::cell::{Cell, RefCell};
use std::ops::Deref;

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::copy::Copy;
use crate::effects::{self, browser, clock};
use crate::flow::view::{
    CartView, DeliveryView, DetailsView, Mark, MatrixView, PaymentView, PlacedView, ProductsView, Rescue,
    ReviewView, Screen, StoreCard, UnsettledView,
};
use crate::flow::{Effect, Event, Flow, Input};
use crate::later::{Later, here};
use crate::options::Place;
use crate::signal::Signal;

/// Requests that wait for the shopper to rest.
#[derive(Clone, Copy)]
pub enum Waiting {
    /// The search for products.
    Products,
    /// The search for a district.
    Districts,
    /// The couriers.
    Shipping,
}

/// A handle on one checkout, to be copied into every closure of the views. Counting such handles would cost
/// shoppers 1.5 KB, so what it points to is never freed; what lies in there is let go of in [`App::end`].
#[derive(Clone, Copy)]
pub struct App(&'static Inner);

/// What the views read. Each signal is set after every event and notices by
/// itself whether it changed.
pub struct Inner {
    /// The words.
    pub words: &'static Copy,
    /// What fills the checkout.
    pub screen: Signal<Screen>,
    /// The steps.
    pub progress: Signal<Vec<Mark>>,
    /// The stores to pick from.
    pub stores: Signal<Vec<StoreCard>>,
    /// What the store sells.
    pub products: Signal<Option<ProductsView>>,
    /// The cart.
    pub cart: Signal<Option<CartView>>,
    /// The form about the shopper.
    pub details: Signal<Option<DetailsView>>,
    /// The couriers to pick from.
    pub delivery: Signal<Option<DeliveryView>>,
    /// The comparison of totals.
    pub matrix: Signal<Option<MatrixView>>,
    /// The ways to pay.
    pub payment: Signal<Option<PaymentView>>,
    /// All that is about to be ordered.
    pub review: Signal<Option<ReviewView>>,
    /// The order that does not stand.
    pub unsettled: Signal<Option<UnsettledView>>,
    /// The order that stands.
    pub placed: Signal<Option<PlacedView>>,
    /// The last announcement.
    pub said: Signal<String>,
    /// The shopper is asked whether to close.
    pub closing: Signal<bool>,
    /// Something was done for which a part of the checkout is still on its way.
    pub held: Signal<bool>,

    place: Place,
    /// The page's own, as long as the checkout is on it.
    root: RefCell<Option<Element>>,
    close: RefCell<Option<Function>>,
    metadata: RefCell<Option<Function>>,
    flow: RefCell<Flow>,
    waiting: RefCell<Vec<Event>>,
    working: Cell<bool>,
    ended: Cell<bool>,
    turns: [Cell<u32>; 3],
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        self.0
    }
}

impl App {
    /// A checkout at `root` to which nothing has happened yet.
    pub fn new(root: Element, mut place: Place, words: &'static Copy) -> Self {
        Self(Box::leak(Box::new(Inner {
            words,
            screen: Signal::new(Screen::Loading),
            progress: Signal::new(Vec::new()),
            stores: Signal::new(Vec::new()),
            products: Signal::new(None),
            cart: Signal::new(None),
            details: Signal::new(None),
            delivery: Signal::new(None),
            matrix: Signal::new(None),
            payment: Signal::new(None),
            review: Signal::new(None),
            unsettled: Signal::new(None),
            placed: Signal::new(None),
            said: Signal::new(String::new()),
            closing: Signal::new(false),
            held: Signal::new(false),
            root: RefCell::new(Some(root)),
            close: RefCell::new(place.close.take()),
            metadata: RefCell::new(place.metadata.take()),
            place,
            flow: RefCell::new(Flow::early()),
            waiting: RefCell::default(),
            working: Cell::new(false),
            ended: Cell::new(false),
            turns: Default::default(),
        })))
    }

    /// Takes an event in. Carrying effects out may cause further events; they
    /// wait for their turn.
    pub fn send(self, event: Event) {
        self.waiting.borrow_mut().push(event);
        self.work();
    }

    /// What comes after the products is there: whatever waited for it happens.
    pub(crate) fn go_on(self, later: &'static Later) {
        if !self.ended.get() {
            self.held.set(false);
            let effects = self.flow.borrow_mut().complete(later.flow, clock::now());
            self.carry_out(effects);
            self.work();
        }
    }

    fn work(self) {
        if self.working.replace(true) {
            return;
        }
        while let Some(event) = self.next() {
            let effects = self.flow.borrow_mut().update(event, clock::now());
            self.carry_out(effects);
        }
        self.working.set(false);
    }

    fn carry_out(self, effects: Vec<Effect>) {
        self.show();
        for effect in effects {
            effects::carry_out(self, effect);
        }
    }

    /// Nothing happens any more: the checkout is off the page. What is under way is carried out, then
    /// everything is let go of.
    pub fn end(self) {
        self.ended.set(true);
        clock::after(0, move || {
            self.flow.replace(Flow::early());
            self.show();
            self.root.take();
            self.close.take();
            self.metadata.take();
        });
    }

    /// The next event. One for which something is still to come waits, and all behind it.
    fn next(self) -> Option<Event> {
        let mut waiting = self.waiting.borrow_mut();
        let is_early = waiting.first()?.is_early();
        if self.ended.get() {
            return None;
        }
        if !is_early && here().is_none() {
            drop(waiting);
            self.held.set(true);
            // Whoever listens may ask for things at once.
            browser::hurry();
            return None;
        }
        Some(waiting.remove(0))
    }

    fn show(self) {
        let flow = self.flow.borrow();
        self.screen.set(flow.screen());
        self.progress.set(flow.progress());
        self.stores.set(flow.store_view());
        self.products.set(flow.products_view());
        self.cart.set(flow.cart_view());
        if let Some(later) = here() {
            (later.show)(self, &flow);
        }
    }

    /// The same of what comes after the products.
    pub(crate) fn show_later(self, flow: &Flow) {
        self.details.set(flow.details_view());
        self.delivery.set(flow.delivery_view());
        self.matrix.set(flow.matrix_view());
        self.payment.set(flow.payment_view());
        self.review.set(flow.review_view());
        self.unsettled.set(flow.unsettled_view());
        self.placed.set(flow.placed_view());
    }
}

impl Inner {
    /// The element that the checkout is mounted on.
    pub fn root(&self) -> Option<Element> {
        self.root.borrow().clone()
    }

    /// The `id` of a part: the same on every load, and no other checkout's.
    pub fn id(&self, part: &str) -> String {
        concat(&[&self.place.prefix, "-", part])
    }

    /// The `id` of a field of the details.
    pub fn input_id(&self, input: Input) -> String {
        self.id(match input {
            Input::Name => "name",
            Input::Phone => "phone",
            Input::Email => "email",
            Input::District => "district",
            Input::PostalCode => "postal",
            Input::Street => "street",
            Input::Note => "note",
        })
    }

    /// The whole address of a path of the edge.
    pub fn address(&self, path: &str) -> String {
        if path.starts_with('/') { concat(&[&self.place.edge, path]) } else { path.to_owned() }
    }

    /// The name that this checkout's memory has in storage.
    pub fn memory_name(&self) -> &str {
        &self.place.memory
    }

    /// The seller's WhatsApp, as a link.
    pub fn contact(&self) -> Option<&str> {
        self.place.contact.as_deref()
    }

    /// What to tell the seller at a dead end.
    pub fn rescue(&self) -> Rescue {
        self.flow.borrow().rescue()
    }

    /// Whether closing would surprise the shopper.
    pub fn would_lose_work(&self) -> bool {
        self.flow.borrow().would_lose_work()
    }

    /// Closes the checkout where the page can do that.
    pub fn close(&self) {
        self.closing.set(false);
        let close = self.close.borrow().clone();
        if let Some(close) = close {
            let _ = close.call0(&JsValue::NULL);
        }
    }

    /// Where the shopper came from, when the page knows.
    pub fn metadata(&self) -> Option<JsValue> {
        let metadata = self.metadata.borrow().clone()?;
        metadata.call0(&JsValue::NULL).ok()
    }

    /// The number of a request that waits; older ones of its kind are void.
    pub fn next_turn(&self, kind: Waiting) -> u32 {
        let turn = self.turn(kind);
        turn.set(turn.get().wrapping_add(1));
        turn.get()
    }

    /// Whether no newer one of its kind waits.
    pub fn is_last_turn(&self, kind: Waiting, number: u32) -> bool {
        self.turn(kind).get() == number && !self.ended.get()
    }

    fn turn(&self, kind: Waiting) -> &Cell<u32> {
        let [products, districts, shipping] = &self.turns;
        match kind {
            Waiting::Products => products,
            Waiting::Districts => districts,
            Waiting::Shipping => shipping,
        }
    }
}

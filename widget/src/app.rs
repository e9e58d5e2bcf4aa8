//! One checkout on the page: the flow, what is drawn of it, and the loop that
//! takes events in and carries effects out.

use shared::text::concat;
use std::cell::{Cell, RefCell};
use std::ops::Deref;

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::act::Act;
use crate::copy::Copy;
use crate::dom::{self, Handler};
use crate::effects::{self, browser, clock, page};
use crate::flow::view::Rescue;
use crate::flow::{Effect, Event, Flow, Input, Step, Target};
use crate::later::{Later, here, is_late};
use crate::options::Place;
use crate::view;

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

/// A handle on one checkout, to be copied wherever one is needed. Counting such handles would cost
/// shoppers 1.5 KB, so what it points to is never freed; what lies in there is let go of in [`App::end`].
#[derive(Clone, Copy)]
pub struct App(&'static Inner);

/// What is known of one checkout beside its flow.
pub struct Inner {
    /// The words.
    pub words: &'static Copy,
    /// The last announcement.
    pub said: RefCell<String>,
    /// The shopper is asked whether to close.
    pub closing: Cell<bool>,
    /// Something was done for which a part of the checkout is still on its way.
    pub held: Cell<bool>,
    /// The product whose variants are spread out, by id; one at a time.
    pub spread: RefCell<Option<String>>,
    /// The step at which a phone shows the cart's lines, after a press on the total.
    pub unfolded: Cell<Option<Step>>,
    /// Whether a link could be copied.
    pub copied: Cell<Option<bool>>,
    /// All products are drawn, not only those that may be in sight.
    pub whole: Cell<bool>,
    /// The page does not say what its text is set in.
    pub plain: bool,

    place: Place,
    /// The page's own, as long as the checkout is on it.
    root: RefCell<Option<Element>>,
    close: RefCell<Option<Function>>,
    metadata: RefCell<Option<Function>>,
    flow: RefCell<Flow>,
    waiting: RefCell<Vec<Event>>,
    working: Cell<bool>,
    /// What is done at what is on the page now.
    acts: RefCell<Vec<Act>>,
    /// It is drawn behind what runs now.
    due: Cell<bool>,
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
            said: RefCell::default(),
            closing: Cell::new(false),
            held: Cell::new(false),
            spread: RefCell::default(),
            unfolded: Cell::new(None),
            copied: Cell::new(None),
            whole: Cell::new(false),
            plain: !browser::has_own_font(&root),
            root: RefCell::new(Some(root)),
            close: RefCell::new(place.close.take()),
            metadata: RefCell::new(place.metadata.take()),
            place,
            flow: RefCell::new(Flow::early()),
            waiting: RefCell::default(),
            working: Cell::new(false),
            acts: RefCell::default(),
            due: Cell::new(false),
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
        self.redraw();
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
            self.acts.take();
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
            let is_wanted = waiting.last().is_some_and(|last| !last.is_early());
            drop(waiting);
            self.hold();
            if is_wanted {
                // Whoever listens may ask for things at once.
                browser::hurry();
            }
            return None;
        }
        Some(waiting.remove(0))
    }

    /// The shopper waits for a part of the checkout, and hears of it when that does not come.
    fn hold(self) {
        if !self.held.replace(true) {
            self.late();
        }
    }

    /// A part of the checkout does not come, or comes at last.
    pub(crate) fn late(self) {
        self.redraw();
        if self.is_stuck() {
            page::focus_on(self, &Target::Alert);
        }
    }

    /// Draws it behind what runs now, so that many changes cost one drawing.
    pub(crate) fn redraw(self) {
        if !self.due.replace(true) {
            clock::soon(move || self.draw());
        }
    }

    /// The first drawing of the products is for what may be in sight: draws the others once that is on the page.
    pub(crate) fn draw_rest(self) {
        if !self.whole.replace(true) {
            clock::idle(move || self.redraw());
        }
    }

    /// Draws it now, if it is due.
    pub(crate) fn draw(self) {
        let is_due = self.due.replace(false);
        let Some(root) = self.root().filter(|_| is_due && !self.ended.get()) else { return };
        self.acts.borrow_mut().clear();
        // What happens while it is drawn, because something loses the focus, waits for its turn.
        self.working.set(true);
        dom::draw(&root, || drop(view::checkout(self, &self.flow.borrow())));
        self.working.set(false);
        self.work();
    }

    /// Does `act` when what is drawn here is pressed, filled or left.
    pub(crate) fn on(self, act: Act) -> Handler {
        let mut acts = self.acts.borrow_mut();
        acts.push(act);
        Handler::numbered(u32::try_from(acts.len() - 1).unwrap_or(u32::MAX))
    }

    /// Tells the flow when that happens.
    pub(crate) fn tell(self, event: Event) -> Handler {
        self.on(Act::Tell(event))
    }

    /// It happened; the control holds `text`. What is pressed is pressed once: what comes of it is drawn with acts of
    /// its own.
    pub(crate) fn heard(self, number: u32, text: String) {
        let act = self.acts.borrow_mut().get_mut(number as usize).map(Act::due);
        if let Some(act) = act {
            act.happen(self, text);
            self.redraw();
        }
    }
}

impl Inner {
    /// The element that the checkout is mounted on.
    pub fn root(&self) -> Option<Element> {
        self.root.borrow().clone()
    }

    /// The `id` of a part, as [`El::id`](dom::El::id) gives it.
    pub fn id(&self, part: &str) -> String {
        concat(&[&self.place.prefix, "-", part])
    }

    /// The `id`s in this checkout begin with it.
    pub fn prefix(&self) -> &str {
        &self.place.prefix
    }

    /// Something was done that waits for a part of the checkout, which does not come.
    pub fn is_stuck(&self) -> bool {
        self.held.get() && is_late()
    }

    /// Whether a part of the checkout is waited for, and may come soon.
    pub fn waits(&self) -> bool {
        self.held.get() && !is_late()
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
            browser::call(&close);
        }
    }

    /// Where the shopper came from, when the page knows.
    pub fn metadata(&self) -> JsValue {
        self.metadata.borrow().as_ref().map_or(JsValue::UNDEFINED, browser::call)
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

/// The part that a field of the details is.
pub fn part_of(input: Input) -> &'static str {
    match input {
        Input::Name => "name",
        Input::Phone => "phone",
        Input::Email => "email",
        Input::District => "district",
        Input::PostalCode => "postal",
        Input::Street => "street",
        Input::Note => "note",
    }
}

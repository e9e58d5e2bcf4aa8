//! Puts a checkout on a page and takes it off again.

use shared::text::concat;
use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::app::App;
use crate::dom::{self, focus};
use crate::effects::{clock, storage};
use crate::flow::Event;
use crate::later;
use crate::options::{self, Given};

thread_local! {
    /// The checkouts of this page, by the number in the prefix of their `id`s; the first always has the first.
    static PLACES: RefCell<Vec<Option<App>>> = const { RefCell::new(Vec::new()) };
}

/// A checkout on a page.
#[wasm_bindgen]
pub struct Handle {
    app: App,
    root: Element,
}

/// Puts a checkout into `root`, an element of its own, in place of what is in there.
///
/// `options`: `{edge, words, store?, items?: [{id, quantity?}], customer?: {name?,
/// phone?, email?, address?}, whatsapp?, bump?, close?}`; `words` as [`Copy::text`](crate::copy::Copy::text) writes them.
///
/// # Errors
/// Throws when `options` are of another form.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, options: &JsValue) -> Result<Handle, JsError> {
    let given = Given::read(options)?;
    let root = Element::from(root);
    let app = take_place(|prefix| App::new(root.clone(), given.place(prefix, options), given.words()));
    later::once(Box::new(move |later| app.go_on(later)));
    let hear = Closure::<dyn FnMut(Option<u32>, String)>::new(move |act, text: String| match act {
        Some(act) => app.heard(act, text),
        None => app.send(told(&text)),
    });
    dom::begin(&root, app.prefix(), hear.into_js_value());
    let options = Box::new(given.for_flow());
    if storage::knows(app.memory_name()) {
        later::once(Box::new(move |later| (later.reopen)(app, options)));
    } else {
        app.send(Event::Opened { options, memory: None, kept: None });
    }
    app.redraw();
    app.draw();
    Ok(Handle { app, root })
}

#[wasm_bindgen]
impl Handle {
    /// Puts more things into the cart: `[{id, quantity?}]`.
    pub fn add(&self, items: &JsValue) {
        self.app.send(Event::ItemsAsked(options::asked_later(items)));
    }

    /// Calls the option `close`; first asks the shopper, if there is something to lose.
    #[wasm_bindgen(js_name = askToClose)]
    pub fn ask_to_close(&self) {
        if self.app.would_lose_work() {
            self.app.closing.set(true);
            self.app.redraw();
            let stay = self.app.id("stay");
            clock::after(0, move || focus(&stay));
        } else {
            self.app.close();
        }
    }

    /// Takes the checkout off the page and lets go of everything.
    pub fn unmount(self) {
        self.app.end();
        dom::end(&self.root);
        PLACES.with_borrow_mut(|places| {
            let place =
                places.iter_mut().find(|place| place.is_some_and(|app| app.prefix() == self.app.prefix()));
            if let Some(place) = place {
                *place = None;
            }
        });
    }
}

/// The checkout that `make` makes, at the lowest place that is free.
fn take_place(make: impl FnOnce(String) -> App) -> App {
    PLACES.with_borrow_mut(|places| {
        let place = places.iter().position(Option::is_none).unwrap_or(places.len());
        let app = make(prefix(place));
        places.resize(places.len().max(place + 1), None);
        if let Some(taken) = places.get_mut(place) {
            *taken = Some(app);
        }
        app
    })
}

fn prefix(place: usize) -> String {
    if place == 0 { "tb".to_owned() } else { concat(&["tb", &(place + 1).to_string()]) }
}

/// Calls `tell` with each checkout of this page.
pub(crate) fn each_app(tell: fn(App)) {
    for app in PLACES.with_borrow(Clone::clone).into_iter().flatten() {
        tell(app);
    }
}

/// What the flow is told of the page: it is left, or comes back, and what the browser and other tabs do.
fn told(event: &str) -> Event {
    match event {
        "pagehide" => Event::Left,
        "online" => Event::Connected(true),
        "offline" => Event::Connected(false),
        _ => Event::StorageChanged,
    }
}

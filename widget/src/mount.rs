//! Puts a checkout on a page and takes it off again.

use shared::text::concat;
use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::app::App;
use crate::dom::{El, focus, listen, window};
use crate::effects::{browser, clock, storage};
use crate::flow::Event;
use crate::later;
use crate::options::{self, Given};
use crate::signal::Owner;
use crate::view;

thread_local! {
    /// Which prefixes of `id`s are in use; the first checkout of a page always has the first.
    static PLACES: RefCell<Vec<bool>> = const { RefCell::new(Vec::new()) };
}

/// A checkout on a page.
#[wasm_bindgen]
pub struct Handle {
    app: App,
    owner: Owner,
    drawn: Element,
    place: usize,
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
    let place = take_place();
    let root = Element::from(root);
    let app = App::new(root.clone(), given.place(prefix(place), options), given.words());
    later::once(Box::new(move |later| app.go_on(later)));
    let owner = Owner::new();
    let drawn = owner.with(|| {
        listen_to_page(app);
        view::checkout(app)
    });
    root.set_text_content(None);
    // Where the page does not say what its text is set in, the browser's own serif would be inherited,
    // which no shop has chosen.
    let drawn = if browser::has_own_font(&root) { drawn } else { drawn.attr("data-plain", "") };
    let root = El::of(root).child(drawn.clone());
    let options = Box::new(given.for_flow());
    if storage::knows(app.memory_name()) {
        later::once(Box::new(move |later| (later.reopen)(app, options)));
    } else {
        app.send(Event::Opened { options, memory: None, kept: None });
    }
    drop(root);
    Ok(Handle { app, owner, drawn: drawn.element().clone(), place })
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
            let stay = self.app.id("stay");
            clock::after(0, move || focus(&stay));
        } else {
            self.app.close();
        }
    }

    /// Takes the checkout off the page and lets go of everything.
    pub fn unmount(self) {
        self.app.end();
        self.owner.cleanup();
        self.drawn.remove();
        PLACES.with_borrow_mut(|places| {
            if let Some(taken) = places.get_mut(self.place) {
                *taken = false;
            }
        });
    }
}

/// The lowest place that is free.
fn take_place() -> usize {
    PLACES.with_borrow_mut(|places| {
        let place = places.iter().position(|taken| !taken).unwrap_or(places.len());
        places.resize(places.len().max(place + 1), false);
        if let Some(taken) = places.get_mut(place) {
            *taken = true;
        }
        place
    })
}

fn prefix(place: usize) -> String {
    if place == 0 { "tb".to_owned() } else { concat(&["tb", &(place + 1).to_string()]) }
}

/// Tells the flow when the page is left, or comes back, and what the browser and other tabs do.
fn listen_to_page(app: App) {
    let changes: fn() -> Event = || Event::StorageChanged;
    let told: [(_, fn() -> Event); 6] = [
        ("pagehide", || Event::Left),
        ("pageshow", changes),
        ("storage", changes),
        ("tumbas:kept", changes),
        ("online", || Event::Connected(true)),
        ("offline", || Event::Connected(false)),
    ];
    for (name, event) in told {
        listen(&window(), name, Box::new(move |_| app.send(event())));
    }
}

//! Carries out what the flow asks for, and hands each answer back as an event.

pub mod ask;
pub mod browser;
pub mod clock;
pub mod edge;
pub mod page;
pub mod read;
pub mod storage;
pub mod wire;
pub mod write;

use crate::app::App;
use crate::flow::{Effect, Event};
use crate::later::here;

/// Carries one effect out. What is not of the first step needs what comes behind it.
pub fn carry_out(app: App, effect: Effect) {
    match effect {
        Effect::LoadStores { .. }
        | Effect::LoadCheckout { .. }
        | Effect::LoadProducts { .. }
        | Effect::LoadBundles { .. } => edge::request(app, effect),
        Effect::SeeCart(store) => app.send(Event::CartSeen(storage::kept_cart(&store))),
        Effect::KeepCart { store, text } => storage::keep_cart(&store, &text),
        Effect::Announce(announcement) => {
            app.said.replace(app.words.announcement(&announcement));
        }
        Effect::Emit(event) => {
            if let Some(root) = app.root() {
                page::emit(&root, &event);
            }
        }
        Effect::Focus(target) => page::focus_on(app, &target),
        later => {
            if let Some(there) = here() {
                (there.carry_out)(app, later);
            }
        }
    }
}

/// The same for what is behind the first step.
pub(crate) fn carry_out_later(app: App, effect: Effect) {
    match effect {
        Effect::Wake { number, after_ms } => {
            clock::after(after_ms, move || app.send(Event::Woken(number)));
        }
        Effect::DrawKey => app.send(Event::KeyDrawn(browser::draw_key())),
        Effect::Remember(memory) => storage::write(app.memory_name(), &memory),
        Effect::Forget => storage::remove(app.memory_name()),
        Effect::ForgetDetails => storage::forget_details(app.memory_name()),
        Effect::Redirect { url } => {
            if let Some(root) = app.root() {
                browser::redirect(&root, &url);
            }
        }
        request => edge::request_later(app, request),
    }
}

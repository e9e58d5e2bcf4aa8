//! The way on when the checkout knows none: a chat with the seller, the cart in it.

use js_sys::encode_uri_component;
use shared::text::concat;

use super::parts::{Icon, icon, link};
use crate::app::App;
use crate::dom::El;
use crate::effects::browser;

/// A link to the seller's WhatsApp with the cart in words, when the page named a number.
pub(crate) fn rescue(app: App, selector: &str, label: &str) -> Option<El> {
    app.contact().map(|_| chat(app, selector, label, &app.words.rescue(&app.rescue(), &browser::here())))?
}

/// The same beside other ways on.
pub(crate) fn contact(app: App) -> Option<El> {
    rescue(app, "a.tb-button", app.words.ask_seller)
}

/// A link to the seller's WhatsApp that says which order it is about.
pub(crate) fn about(app: App, reference: &str) -> Option<El> {
    chat(app, "a.tb-button", app.words.ask_seller, &app.words.reference(reference))
}

fn chat(app: App, selector: &str, label: &str, told: &str) -> Option<El> {
    let url = concat(&[app.contact()?, "?text=", &String::from(encode_uri_component(told))]);
    Some(link(selector, &url, label).child(icon(Icon::Chat)))
}

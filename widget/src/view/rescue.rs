//! The way on when the checkout knows none: a chat with the seller, the cart in it.

use js_sys::encode_uri_component;
use shared::text::concat;

use super::parts::{Icon, icon, link};
use crate::app::App;
use crate::dom::El;

/// A link to the seller's WhatsApp with the cart in words, when the page named a number.
pub(crate) fn rescue(app: App) -> Option<El> {
    let contact = app.contact()?;
    let delivery = app.delivery.read();
    let told = app.words.rescue(delivery.as_ref()?.rescue.as_ref()?);
    let url = concat(&[contact, "?text=", &String::from(encode_uri_component(&told))]);
    Some(link("tb-button tb-chat", &url, app.words.parcel.order_by_chat).child(icon(Icon::Chat)))
}

//! What the page notices: DOM events, the focus, the way to the payment page.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::browser::{self, put};
use super::clock::after;
use crate::app::{App, part_of};
use crate::dom::focus;
use crate::flow::{DomEvent, DomEventItem, DomEventKind, Item, Target};

/// Dispatches `tumbas:…` on `root`. Listeners run one by one, and one that
/// throws is reported to the page's console and to nobody else.
pub fn emit(root: &Element, event: &DomEvent) {
    let detail = Object::new();
    set(&detail, "currency", &"IDR".into());
    set(&detail, "value", &rupiah(event.value.amount()));
    set(&detail, "items", &event.items.iter().map(item).collect::<Array>());
    let name = match &event.kind {
        DomEventKind::AddToCart => "add_to_cart",
        DomEventKind::RemoveFromCart => "remove_from_cart",
        DomEventKind::BeginCheckout => "begin_checkout",
        DomEventKind::AddShippingInfo { shipping_tier, shipping } => {
            set_text(&detail, "shipping_tier", shipping_tier);
            set(&detail, "shipping", &rupiah(shipping.amount()));
            "add_shipping_info"
        }
        DomEventKind::AddPaymentInfo { payment_type } => {
            set_text(&detail, "payment_type", payment_type);
            "add_payment_info"
        }
        DomEventKind::OrderCreated { token, order_id } => {
            set_text(&detail, "token", token);
            if let Some(order_id) = order_id {
                set_text(&detail, "transaction_id", order_id);
            }
            "order_created"
        }
        DomEventKind::Error { code } => {
            set_text(&detail, "code", code);
            "error"
        }
    };
    browser::tell(root, name, &detail);
}

/// Copies `text`, and says whether that worked: some apps' browsers do not allow it.
pub fn copy(app: App, text: &str) {
    let heard = Closure::once_into_js(move |copied: bool| {
        app.copied.set(Some(copied));
        app.said.replace(copy_said(app, copied).to_owned());
        app.redraw();
    });
    browser::copy(text, heard);
}

/// Whether a link was copied.
pub fn copy_said(app: App, copied: bool) -> &'static str {
    if copied { app.words.link_copied } else { app.words.link_kept }
}

/// Moves the focus there, once everything is drawn.
pub fn focus_on(app: App, target: &Target) {
    let id = match target {
        Target::Heading => app.id("heading"),
        Target::Summary => app.id("summary"),
        Target::Alert => app.id("alert"),
        Target::Input(input) => app.id(part_of(*input)),
    };
    after(0, move || focus(&id));
}

fn item(line: &DomEventItem) -> Object {
    let entry = Object::new();
    let (Item::Variant(id) | Item::Bundle(id)) = &line.item;
    set_text(&entry, "item_id", id);
    set_text(&entry, "item_name", &line.name);
    if !line.variant.is_empty() {
        set_text(&entry, "item_variant", &line.variant);
    }
    set(&entry, "price", &rupiah(line.price.amount()));
    set(&entry, "quantity", &line.quantity.into());
    entry
}

#[expect(clippy::cast_precision_loss, reason = "rupiah stay below 2^53")]
fn rupiah(amount: i64) -> JsValue {
    JsValue::from_f64(amount as f64)
}

fn set_text(object: &Object, name: &str, text: &str) {
    set(object, name, &JsValue::from_str(text));
}

fn set(object: &Object, name: &str, value: &JsValue) {
    put(object, name, value);
}

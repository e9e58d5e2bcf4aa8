//! The memory of a checkout: the tab's session storage or, where the browser
//! refuses that (private mode, some apps' browsers, a full disk), this page.
//! On the device lie the cart, and the details of who asked for that.

use shared::text::concat;

use super::browser::{keep, keep_details, parse, recall};
use super::read::{self, Readable};
use super::write::write as json;
use crate::flow::Memory;

/// What lies under `name`, if it can be read as a memory.
pub fn read(name: &str) -> Option<Memory> {
    parsed(&recall(false, name)?)
}

/// Writes `memory` under `name`, and its details to the device when the shopper asked for that.
pub fn write(name: &str, memory: &Memory) {
    let text = json(memory);
    if memory.kept {
        keep_details(&details_name(name), &text);
    }
    keep(false, name, Some(&text));
}

/// Removes what lies under `name`.
pub fn remove(name: &str) {
    keep(false, name, None);
}

/// Whether anything lies under `name`.
pub fn knows(name: &str) -> bool {
    recall(false, name).is_some() || recall(true, &details_name(name)).is_some()
}

/// The details that the shopper asked this device to remember under `name`.
pub fn kept_details(name: &str) -> Option<Memory> {
    parsed(&recall(true, &details_name(name))?)
}

/// Removes them.
pub fn forget_details(name: &str) {
    keep(true, &details_name(name), None);
}

fn details_name(name: &str) -> String {
    concat(&[name, ":details"])
}

/// What this device holds of a store's cart.
pub fn kept_cart(store: &str) -> Option<String> {
    recall(true, &cart_name(store))
}

/// Writes a store's cart for every tab and page.
pub fn keep_cart(store: &str, cart: &str) {
    keep(true, &cart_name(store), Some(cart));
}

fn cart_name(store: &str) -> String {
    concat(&["tumbas:cart:", store])
}

/// What a text says, if that makes sense.
fn parsed<T: Readable>(text: &str) -> Option<T> {
    read::read(&parse(text)).ok()
}

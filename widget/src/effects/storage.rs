//! The memory of a checkout: the tab's session storage or, where the browser
//! refuses that (private mode, some apps' browsers, a full disk), this page.

use shared::text::concat;
use std::cell::RefCell;

use shared::wire::District;

use super::browser::{keep, recall};
use super::read;
use super::write::write as json;
use crate::flow::Memory;

thread_local! {
    static PAGE: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// What lies under `name`, if it can be read as a memory.
pub fn read(name: &str) -> Option<Memory> {
    let text = recall(false, name).or_else(|| on_page(name))?;
    let value = js_sys::JSON::parse(&text).ok()?;
    read::read(&value).ok()
}

/// Writes `memory` under `name`.
pub fn write(name: &str, memory: &Memory) {
    let Some(text) = json(memory) else { return };
    let written = keep(false, name, Some(&text));
    remove_from_page(name);
    if !written {
        PAGE.with_borrow_mut(|page| page.push((name.to_owned(), text)));
    }
}

/// Removes what lies under `name`.
pub fn remove(name: &str) {
    keep(false, name, None);
    remove_from_page(name);
}

/// The district that the shopper asked this device to remember under `name`.
pub fn kept_district(name: &str) -> Option<District> {
    let text = recall(true, &district_name(name))?;
    read::read(&js_sys::JSON::parse(&text).ok()?).ok()
}

/// Remembers a district on this device, or forgets it.
pub fn keep_district(name: &str, district: Option<&District>) {
    keep(true, &district_name(name), district.and_then(json).as_deref());
}

fn district_name(name: &str) -> String {
    concat(&[name, ":district"])
}

fn on_page(name: &str) -> Option<String> {
    PAGE.with_borrow(|page| page.iter().find(|(key, _)| key == name).map(|(_, text)| text.clone()))
}

fn remove_from_page(name: &str) {
    PAGE.with_borrow_mut(|page| page.retain(|(key, _)| key != name));
}

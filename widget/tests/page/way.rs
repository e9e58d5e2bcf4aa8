//! The way of a shopper through the checkout of `edge`'s shop.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use widget::mount::{Handle, mount};

use super::{find, get, js, options, place, settled, type_into, until};

pub(crate) const CONTINUE: &str = "[id$=-continue]";

/// A checkout of the one store, its products drawn, that never leaves the page.
pub(crate) async fn opened() -> (HtmlElement, Handle) {
    let root = place();
    stay(&root);
    let handle =
        mount(root.clone(), &options("{store: 'store_1', whatsapp: '0812-3456-7890'}")).ok().unwrap();
    until(|| find(&root, ".tb-product, .tb-ending")).await;
    (root, handle)
}

/// Keeps the tab here, and writes down each event of the checkout.
fn stay(root: &Element) {
    js(
        "window.events = [];
         for (const name of ['add_to_cart', 'begin_checkout', 'order_created', 'redirect', 'error'])
           arguments[0].addEventListener('tumbas:' + name, (event) => {
             window.events.push(event);
             if (event.cancelable) event.preventDefault();
           });",
        &[root],
    );
}

pub(crate) fn text(root: &Element, selector: &str) -> String {
    get(root, selector).text_content().unwrap()
}

pub(crate) fn value(root: &Element, selector: &str) -> String {
    get(root, selector).unchecked_into::<HtmlInputElement>().value()
}

/// What Enter in a field does where a browser listens.
pub(crate) fn enter(root: &Element, selector: &str) {
    js("arguments[0].form.requestSubmit()", &[&get(root, selector)]);
}

pub(crate) async fn fill(root: &Element) {
    type_into(root, "[name=name]", "Sari Dewi", "input");
    type_into(root, "[name=tel]", "0812-3456-7890", "change");
    type_into(root, "[name=email]", "sari@example.com", "input");
    settled().await;
}

pub(crate) async fn at_details() -> (HtmlElement, Handle) {
    let (root, handle) = opened().await;
    get(&root, ".tb-product .tb-primary").click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, "[name=name]")).await;
    (root, handle)
}

pub(crate) async fn at_review() -> (HtmlElement, Handle) {
    let (root, handle) = at_details().await;
    fill(&root).await;
    enter(&root, "[name=name]");
    until(|| find(&root, ".tb-way input")).await.click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, ".tb-receipt")).await;
    (root, handle)
}

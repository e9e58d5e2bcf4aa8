//! The calls of `page.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/dom/page.js")]
extern "C" {
    /// Makes `root` a checkout whose `id`s begin with `prefix`. `hear` is told the number of an act with what its
    /// control holds or, without a number, what happened to the page; always behind what runs then.
    pub fn begin(root: &Element, prefix: &str, hear: JsValue);

    /// Takes the checkout off the page; nothing is heard any more.
    pub fn end(root: &Element);

    /// What is drawn now stands in `root`.
    pub(super) fn enter(root: &Element);

    /// Everything is drawn.
    pub(super) fn leave();

    /// Goes into an element, `tag.class.class`; `key` tells it from others that are drawn alike.
    pub(super) fn open(selector: &str, key: &str);

    /// Goes out of it.
    pub(super) fn close();

    /// A text.
    pub(super) fn text(text: &str);

    /// An attribute.
    pub(super) fn attribute(name: &str, value: &str);

    /// An attribute with the `id` of a part.
    pub(super) fn refer(name: &str, part: &str);

    /// The text of a control.
    pub(super) fn value(text: &str);

    /// Whether a box is ticked.
    pub(super) fn checked(on: bool);

    /// Scrolls it into the window once that is due.
    pub(super) fn reveal(due: bool);

    /// Has `hear` told of an event, or of this key.
    pub(super) fn listen(event: &str, key: &str, act: u32);

    /// Moves the focus to the element of this `id`, if it is on the page.
    pub fn focus(id: &str);
}

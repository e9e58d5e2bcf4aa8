//! The calls of `page.js`.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

#[wasm_bindgen(module = "/src/dom/page.js")]
extern "C" {
    /// A new HTML element.
    pub(super) fn make(tag: &str) -> Element;

    /// A new SVG element.
    #[wasm_bindgen(js_name = makeSvg)]
    pub(super) fn make_svg(tag: &str) -> Element;

    /// Adds a child.
    pub(super) fn append(parent: &Element, child: &Node);

    /// Puts `child` before one of the children or, without one, behind them all.
    pub(super) fn insert(parent: &Element, child: &Element, before: Option<&Element>);

    /// Adds a text node.
    #[wasm_bindgen(js_name = addText)]
    pub(super) fn add_text(parent: &Element, text: &str) -> Text;

    /// Writes a text that is another than before.
    #[wasm_bindgen(js_name = setText)]
    pub(super) fn set_text(node: &Text, text: &str);

    /// Writes into a control what is another text than it holds.
    #[wasm_bindgen(js_name = setValue)]
    pub(super) fn set_value(control: &Element, value: &str);

    /// Sets an attribute, or takes it off.
    #[wasm_bindgen(js_name = setAttribute)]
    pub(super) fn set_attribute(element: &Element, name: &str, value: Option<&str>);

    /// Moves the focus to the element of this `id`, if it is on the page.
    pub fn focus(id: &str);

    /// Scrolls the element of this `id` into the window, no further than needed.
    pub fn reveal(id: &str);

    /// The `id` of what holds the focus inside `element`.
    #[wasm_bindgen(js_name = focusedWithin)]
    pub(super) fn focused_within(element: &Element) -> Option<String>;

    /// After `element` was drawn again: the focus goes back to what is called `id` or, if that is
    /// gone, to the first control that stands there now.
    #[wasm_bindgen(js_name = giveBack)]
    pub(super) fn give_back(id: &str, element: &Element);
}

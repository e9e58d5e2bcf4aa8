//! A page to try things on.
#![allow(dead_code, reason = "each suite uses a part")]

pub(crate) mod edge;
pub(crate) mod way;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};
use widget::dom;

/// The page's document.
pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An empty element on the page.
pub(crate) fn place() -> HtmlElement {
    let root = document().create_element("section").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    root.unchecked_into()
}

/// What was heard: the number of each act, or of none, and the text with it.
type Heard = Rc<RefCell<Vec<(Option<u32>, String)>>>;

/// A place to draw in, and what was heard there.
pub(crate) fn canvas() -> (Element, Heard) {
    let (root, heard) = (Element::from(place()), Heard::default());
    let hear = Closure::<dyn FnMut(Option<u32>, String)>::new({
        let heard = Rc::clone(&heard);
        move |act, text| heard.borrow_mut().push((act, text))
    });
    dom::begin(&root, "tb", hear.into_js_value());
    (root, heard)
}

/// Draws there.
pub(crate) fn draw(root: &Element, draw: impl Fn()) {
    dom::draw(root, draw);
}

/// What `draw` draws, on the page.
pub(crate) fn drawn(what: impl Fn()) -> Element {
    let (root, _) = canvas();
    draw(&root, what);
    root
}

/// Waits until everything that is under way on this page is done: microtasks, then a task.
pub(crate) async fn settled() {
    let promise = Promise::new(&mut |done, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&done).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until `found` gives something; the test's own time limit ends the wait.
pub(crate) async fn until<T>(mut found: impl FnMut() -> Option<T>) -> T {
    loop {
        if let Some(found) = found() {
            return found;
        }
        settled().await;
    }
}

/// The first element that `selector` finds.
pub(crate) fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

/// The first element that `selector` finds; there must be one.
pub(crate) fn get(root: &Element, selector: &str) -> HtmlElement {
    find(root, selector).unwrap_or_else(|| panic!("no {selector} in {}", root.inner_html()))
}

/// How many elements `selector` finds.
pub(crate) fn count(root: &Element, selector: &str) -> u32 {
    root.query_selector_all(selector).unwrap().length()
}

/// Types a text as a browser's autofill does: value first, then the event.
pub(crate) fn type_into(root: &Element, selector: &str, text: &str, event: &str) {
    let input: HtmlInputElement = get(root, selector).unchecked_into();
    input.set_value(text);
    js("arguments[0].dispatchEvent(new Event(arguments[1], {bubbles: true}))", &[&input, &event.into()]);
}

/// Runs a bit of JavaScript with `arguments`.
pub(crate) fn js(code: &str, arguments: &[&JsValue]) -> JsValue {
    let arguments: js_sys::Array = arguments.iter().collect();
    Function::new_no_args(code).apply(&JsValue::NULL, &arguments).unwrap()
}

/// What the loader hands over: `asked`, an object in JavaScript, with the edge and the words.
pub(crate) fn options(asked: &str) -> JsValue {
    let code = format!("return {{edge: 'https://edge.invalid', words: arguments[0], ...({asked})}}");
    js(&code, &[&widget::copy::KAMU.text().into()])
}

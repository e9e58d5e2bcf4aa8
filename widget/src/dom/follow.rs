//! Text, attributes, values and children that follow signals.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{El, append, document, set_attribute};
use crate::signal::{Give, effect};

#[expect(clippy::return_self_not_must_use, reason = "the element is changed also when the answer is dropped")]
impl El {
    /// Adds text that follows the signals it reads.
    pub fn live_text(self, text: impl FnMut() -> String + 'static) -> Self {
        follow_text(&self.0, Box::new(text));
        self
    }

    /// An attribute that follows the signals it reads; `None` takes it off.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> Option<String> + 'static) -> Self {
        follow_attribute(&self.0, name, Box::new(value));
        self
    }

    /// An attribute without a value, there while `on`.
    pub fn live_flag(self, name: &'static str, on: impl FnMut() -> bool + 'static) -> Self {
        follow_flag(&self.0, name, Box::new(on));
        self
    }

    /// The text of an input or textarea. It is written only when it differs
    /// from what the control holds, so that the caret stays where it is.
    pub fn live_value(self, value: impl FnMut() -> String + 'static) -> Self {
        follow_value(&self.0, Box::new(value));
        self
    }

    /// Whether a radio button is the picked one.
    pub fn live_checked(self, checked: impl FnMut() -> bool + 'static) -> Self {
        follow_checked(&self.0, Box::new(checked));
        self
    }

    /// Children that follow the signals they read, drawn again as a whole. Who
    /// holds the focus keeps it if an element of the same `id` is drawn.
    pub fn live(self, children: impl FnMut() -> Vec<Self> + 'static) -> Self {
        follow_children(&self.0, Box::new(children));
        self
    }
}

#[inline(never)]
fn follow_text(element: &Element, mut text: Box<dyn Give<String>>) {
    let node = document().create_text_node("");
    append(element, &node);
    effect(move || {
        let text = text.give();
        if node.data() != text {
            node.set_data(&text);
        }
    });
}

#[inline(never)]
fn follow_attribute(element: &Element, name: &'static str, mut value: Box<dyn Give<Option<String>>>) {
    let element = element.clone();
    effect(move || match value.give() {
        Some(value) => {
            if element.get_attribute(name).as_ref() != Some(&value) {
                set_attribute(&element, name, &value);
            }
        }
        None => element.remove_attribute(name).unwrap_throw(),
    });
}

#[inline(never)]
fn follow_flag(element: &Element, name: &'static str, mut on: Box<dyn Give<bool>>) {
    follow_attribute(element, name, Box::new(move || on.give().then(String::new)));
}

/// A textarea has the same `value` as an input; the cast is not checked.
#[inline(never)]
fn follow_value(element: &Element, mut value: Box<dyn Give<String>>) {
    let control: HtmlInputElement = element.clone().unchecked_into();
    effect(move || {
        let value = value.give();
        if control.value() != value {
            control.set_value(&value);
        }
    });
}

#[inline(never)]
fn follow_checked(element: &Element, mut checked: Box<dyn Give<bool>>) {
    let control: HtmlInputElement = element.clone().unchecked_into();
    effect(move || control.set_checked(checked.give()));
}

#[inline(never)]
fn follow_children(element: &Element, mut children: Box<dyn Give<Vec<El>>>) {
    let element = element.clone();
    effect(move || {
        let focused = focused_within(&element);
        let drawn = children.give();
        element.set_text_content(None);
        for child in &drawn {
            append(&element, &child.0);
        }
        give_back(focused, &element);
    });
}

/// The `id` of what holds the focus inside `element`.
pub(super) fn focused_within(element: &Element) -> Option<String> {
    let active = document().active_element()?;
    element.contains(Some(&active)).then(|| active.id())
}

/// After `element` was drawn again: the focus goes back to what is called
/// `focused` or, if that is gone, to the first control that stands there now.
#[inline(never)]
pub(super) fn give_back(focused: Option<String>, element: &Element) {
    let Some(id) = focused else { return };
    if focused_within(element).is_some_and(|now| now == id) {
        return;
    }
    let next = document()
        .get_element_by_id(&id)
        .or_else(|| element.query_selector("button,input,select,textarea,a").ok().flatten())
        .unwrap_or_else(|| element.clone());
    let next: HtmlElement = next.unchecked_into();
    let _ = next.focus();
}

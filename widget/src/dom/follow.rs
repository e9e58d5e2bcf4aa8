//! Text, attributes, values and children that follow signals.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::El;
use super::page::{add_text, append, focused_within, give_back, set_attribute, set_text, set_value};
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

    /// The same for one child that is there at times.
    pub fn live_maybe(self, child: impl FnMut() -> Option<Self> + 'static) -> Self {
        follow_child(&self.0, Box::new(child));
        self
    }
}

#[inline(never)]
fn follow_text(element: &Element, mut text: Box<dyn Give<String>>) {
    let node = add_text(element, "");
    effect(move || set_text(&node, &text.give()));
}

#[inline(never)]
fn follow_attribute(element: &Element, name: &'static str, mut value: Box<dyn Give<Option<String>>>) {
    let element = element.clone();
    effect(move || set_attribute(&element, name, value.give().as_deref()));
}

#[inline(never)]
fn follow_flag(element: &Element, name: &'static str, mut on: Box<dyn Give<bool>>) {
    follow_attribute(element, name, Box::new(move || on.give().then(String::new)));
}

#[inline(never)]
fn follow_value(element: &Element, mut value: Box<dyn Give<String>>) {
    let control = element.clone();
    effect(move || set_value(&control, &value.give()));
}

#[inline(never)]
fn follow_checked(element: &Element, mut checked: Box<dyn Give<bool>>) {
    let control: HtmlInputElement = element.clone().unchecked_into();
    effect(move || control.set_checked(checked.give()));
}

#[inline(never)]
fn follow_child(element: &Element, mut child: Box<dyn Give<Option<El>>>) {
    follow_children(element, Box::new(move || child.give().into_iter().collect()));
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
        if let Some(focused) = focused {
            give_back(&focused, &element);
        }
    });
}

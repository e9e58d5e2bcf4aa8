//! A builder of elements: what the views are written in.
//!
//! Each method boxes its closure and calls one function that is not generic,
//! so that a hundred uses cost a hundred calls and not a hundred copies. Text
//! goes into text nodes and attributes only, never through a parser of HTML.

mod follow;
mod page;
mod rows;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, Window};

use page::{add_text, append, make, make_svg, set_attribute};
pub use page::{focus, reveal};

use crate::signal::{Give, Take, at_end};

/// An element being built.
#[derive(Clone)]
pub struct El(Element);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    El(make(tag))
}

/// A new HTML element of a class.
pub fn part(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A new SVG element.
pub fn svg(tag: &str) -> El {
    El(make_svg(tag))
}

// `web_sys` looks for it in every place where JavaScript may run.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
}

/// The page's window.
pub fn window() -> Window {
    WINDOW.with(Window::clone)
}

#[expect(clippy::return_self_not_must_use, reason = "the element is changed also when the answer is dropped")]
impl El {
    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Goes on building an element that stands already.
    pub fn of(element: Element) -> Self {
        Self(element)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        set_attribute(&self.0, name, Some(value));
        self
    }

    /// Adds text.
    pub fn text(self, text: &str) -> Self {
        add_text(&self.0, text);
        self
    }

    /// Adds a child.
    #[expect(clippy::needless_pass_by_value, reason = "views are written as trees of owned elements")]
    pub fn child(self, child: Self) -> Self {
        append(&self.0, &child.0);
        self
    }

    /// Adds a child, if there is one.
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds children in order.
    #[inline(never)]
    pub fn children(self, children: Vec<Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Calls `listener` for each event of that name, as long as the current owner lives.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(listener));
        self
    }

    /// Calls `press` when the element is pressed, by whatever means.
    pub fn on_press(self, press: impl FnMut() + 'static) -> Self {
        listen_press(&self.0, Box::new(press));
        self
    }

    /// Calls `submit` when the form is submitted, and keeps the page where it is.
    pub fn on_submit(self, mut submit: impl FnMut() + 'static) -> Self {
        self.on("submit", move |event| {
            event.prevent_default();
            submit();
        })
    }
}

#[inline(never)]
fn listen_press(element: &Element, mut press: Box<dyn Give<()>>) {
    listen(element, "click", Box::new(move |_| press.give()));
}

/// Calls `listener` for each event of that name on `target`, as long as the current owner lives.
#[inline(never)]
pub fn listen(target: &EventTarget, event: &'static str, mut listener: Box<dyn Take<Event>>) {
    let listener: Closure<dyn FnMut(Event)> = Closure::new(move |event| listener.take(event));
    let heard = listener.as_ref().unchecked_ref();
    target.add_event_listener_with_callback(event, heard).unwrap_throw();
    let target = target.clone();
    at_end(move || {
        let heard = listener.as_ref().unchecked_ref();
        target.remove_event_listener_with_callback(event, heard).unwrap_throw();
    });
}

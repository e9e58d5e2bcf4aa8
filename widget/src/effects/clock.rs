//! The time, and waiting.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::browser;
use crate::flow::Millis;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &Function, milliseconds: i32);
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(then: &Function);
}

/// Milliseconds since 1970, by the shopper's clock.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and positive until long after us"
)]
pub fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// Runs `then` after so many milliseconds; with zero, after everything that is
/// being drawn is drawn.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) {
    wait(milliseconds, Box::new(then));
}

#[inline(never)]
fn wait(milliseconds: u32, then: Box<dyn FnOnce()>) {
    set_timeout(&once(then), i32::try_from(milliseconds).unwrap_or(i32::MAX));
}

/// Runs `then` when the browser has nothing else to do.
pub fn idle(then: impl FnOnce() + 'static) {
    browser::idle(&once(Box::new(then)));
}

/// Runs `then` behind what runs now.
pub fn soon(then: impl FnOnce() + 'static) {
    queue_microtask(&once(Box::new(then)));
}

/// A function for JavaScript to call once. What makes one is compiled for each type of closure; this is one type.
#[inline(never)]
fn once(then: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(then).unchecked_into()
}

//! The time, and waiting.

use wasm_bindgen::prelude::*;

use crate::dom::window;
use crate::flow::Millis;

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
    let then = Closure::once_into_js(then);
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let _ =
        window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
}

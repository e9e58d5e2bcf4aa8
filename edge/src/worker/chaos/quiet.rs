//! What ships does at those moments: nothing, without waiting.

use std::future::{Ready, ready};

use wasm_bindgen::JsValue;
use web_sys::Headers;
use worker::State;

use super::{Ask, Mistake, Moment};
use crate::orders::Token;

/// Waits for as long as whoever breaks things on purpose wants.
pub(in crate::worker) fn reach(_: Moment, _: &Token) -> Ready<()> {
    ready(())
}

/// The same outside an object.
pub(in crate::worker) fn pass(_: Moment) -> Ready<()> {
    ready(())
}

/// Fails as a stub does, when whoever breaks things wants it.
pub(in crate::worker) fn doubt(_: Ask) -> Ready<worker::Result<()>> {
    ready(Ok(()))
}

/// Shows what came out of the queue.
pub(in crate::worker) fn show(_: &JsValue) -> Ready<()> {
    ready(())
}

/// Remembers an object, so that it can be reset.
pub(in crate::worker) const fn own(_: &State) {}

/// Whether this mistake is made now.
pub(in crate::worker) const fn makes(_: Mistake) -> bool {
    false
}

/// Lets others in, if this mistake is made now.
pub(in crate::worker) fn dawdle(_: Mistake) -> Ready<()> {
    ready(())
}

/// Logs what must not be logged.
pub(in crate::worker) const fn spill(_: &[u8]) {}

/// Milliseconds by which the clock is wrong.
pub(in crate::worker) const fn offset() -> i64 {
    0
}

/// Reads what a request says of the clock and of mistakes.
pub(in crate::worker) const fn listen(_: &Headers) {}

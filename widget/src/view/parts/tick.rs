//! A box to tick.

use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use crate::dom::{El, el, part};

/// A box with its sentence, called `id`; it follows `ticked`, and tells `set` what it is now.
/// What is called `described_by` says more.
pub(crate) fn tick(
    id: &str,
    label: impl FnMut() -> String + 'static,
    ticked: impl FnMut() -> bool + 'static,
    set: impl Fn(bool) + 'static,
    described_by: Option<&str>,
) -> El {
    let control = el("input").attr("type", "checkbox").attr("id", id).live_checked(ticked);
    let control = described_by.map(|id| control.clone().attr("aria-describedby", id)).unwrap_or(control);
    let source: HtmlInputElement = control.element().clone().unchecked_into();
    let control = control.on("change", move |_| set(source.checked()));
    part("label", "tb-tick").child(control).child(el("span").live_text(label))
}

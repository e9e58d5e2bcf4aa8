//! Pictures from other people's servers: lazy, square, and no harm when
//! they are missing.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dom::{El, el, part};
use crate::signal::derived;

/// A square picture at an address that may change, over the first letter of
/// `name`, which shows where there is no picture. Its name stands beside it,
/// so screen readers hear nothing here.
pub(crate) fn picture(name: &str, address: impl FnMut() -> Option<String> + 'static) -> El {
    let letter: String = name.chars().take(1).collect();
    let address = derived(address);
    part("span", "tb-picture")
        .attr("aria-hidden", "true")
        .attr("data-letter", &letter)
        .live_maybe(move || address.read().as_deref().filter(|address| is_safe(address)).map(image))
}

fn image(address: &str) -> El {
    el("img")
        .attr("alt", "")
        .attr("width", "320")
        .attr("height", "320")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .on("error", |event| {
            if let Some(broken) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                broken.remove();
            }
        })
        .attr("src", address)
}

/// Encrypted, or from this machine while somebody develops.
fn is_safe(address: &str) -> bool {
    ["https://", "http://127.0.0.1:", "http://localhost:"].iter().any(|start| address.starts_with(start))
}

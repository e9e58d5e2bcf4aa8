//! Pictures from other people's servers: lazy, square, and no harm when
//! they are missing.

use crate::dom::{El, el, row};

/// A square picture at an address that may change, over the first letter of
/// `name`, which shows where there is no picture. Its name stands beside it,
/// so screen readers hear nothing here.
pub(crate) fn picture(name: &str, address: Option<&str>) -> El {
    let first = name.chars().next().map_or(0, char::len_utf8);
    el("span.tb-picture")
        .attr("aria-hidden", "true")
        .attr("data-letter", name.get(..first).unwrap_or_default())
        .maybe(address.filter(|address| is_safe(address)).map(image))
}

fn image(address: &str) -> El {
    row("img", address)
        .attr("alt", "")
        .attr("width", "320")
        .attr("height", "320")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr("src", address)
}

/// Encrypted, or from this machine while somebody develops.
fn is_safe(address: &str) -> bool {
    ["https://", "http://127.0.0.1:", "http://localhost:"].iter().any(|start| address.starts_with(start))
}

//! What stands where the shop will be.

use crate::dom::{El, part};

/// Grey cards, announced as one sentence; after a while another one says that it is `slow`.
pub(crate) fn skeleton(loading: &str, slow: &str) -> El {
    let card = || part("span", "tb-card tb-bone");
    part("div", "tb-skeleton")
        .child(part("p", "tb-sr").attr("role", "status").text(loading))
        .child(part("span", "tb-bone tb-bone-line"))
        .child(slowly(slow))
        .child(part("div", "tb-grid").attr("aria-hidden", "true").children(vec![
            card(),
            card(),
            card(),
            card(),
        ]))
}

/// A sentence that appears by itself after some seconds; its room is kept, so nothing moves.
pub(crate) fn slowly(sentence: &str) -> El {
    part("p", "tb-slow tb-muted tb-small").attr("role", "status").text(sentence)
}

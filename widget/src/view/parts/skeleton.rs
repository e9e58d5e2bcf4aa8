//! What stands where the shop will be.

use crate::dom::{El, part};

/// Grey cards, announced as one sentence.
pub(crate) fn skeleton(loading: &str) -> El {
    let card = || part("span", "tb-card tb-bone");
    part("div", "tb-skeleton")
        .child(part("p", "tb-sr").attr("role", "status").text(loading))
        .child(part("span", "tb-bone tb-bone-line"))
        .child(part("div", "tb-grid").attr("aria-hidden", "true").children(vec![
            card(),
            card(),
            card(),
            card(),
        ]))
}

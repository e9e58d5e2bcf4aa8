//! What stands where the shop will be.

use crate::dom::{El, el};

/// Grey cards, announced as one sentence; after a while another one says that it is `slow`.
pub(crate) fn skeleton(loading: &str, slow: &str) -> El {
    el("div.tb-skeleton")
        .child(el("p.tb-sr").attr("role", "status").text(loading))
        .child(el("span.tb-bone.tb-bone-line"))
        .child(slowly(slow))
        .child(el("div.tb-grid").attr("aria-hidden", "true").inside(|| {
            for _ in 0..4 {
                el("span.tb-card.tb-bone");
            }
        }))
}

/// A sentence that appears by itself after some seconds; its room is kept, so nothing moves.
pub(crate) fn slowly(sentence: &str) -> El {
    el("p.tb-slow.tb-muted.tb-small").attr("role", "status").text(sentence)
}

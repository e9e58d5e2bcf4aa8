//! What is missing before the step can be left.

use crate::dom::{El, part, reveal};
use crate::effects::clock::after;
use crate::signal::{Signal, effect};

/// The sentence, called `id`, while something is `missing`; it comes into the window by itself.
pub(crate) fn complaint(id: &str, sentence: &'static str, missing: Signal<bool>) -> El {
    let (seen, shown) = (missing.clone(), id.to_owned());
    effect(move || {
        if seen.get() {
            let id = shown.clone();
            after(0, move || reveal(&id));
        }
    });
    part("p", "tb-error")
        .attr("id", id)
        .attr("role", "alert")
        .live_text(move || if missing.get() { sentence.to_owned() } else { String::new() })
}

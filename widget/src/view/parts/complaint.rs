//! What is missing before the step can be left.

use crate::dom::{El, el};

/// The sentence, by its part, while something is `missing`; it comes into the window by itself.
pub(crate) fn complaint(id: &str, sentence: &str, missing: bool) -> El {
    el("p.tb-error").id(id).attr("role", "alert").reveal(missing).text(if missing { sentence } else { "" })
}

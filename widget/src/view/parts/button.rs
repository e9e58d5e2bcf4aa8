//! Buttons and links.

use crate::dom::{El, el, row};

/// A button that submits nothing, by its part: what is pressed never turns into something else under the finger.
pub(crate) fn button(selector: &str, id: &str) -> El {
    row(selector, id).id(id).attr("type", "button")
}

/// The one thing to do next.
pub(crate) fn primary(label: &str, id: &str) -> El {
    button("button.tb-button.tb-primary", id).text(label)
}

/// Something else to do.
pub(crate) fn plain(label: &str, id: &str) -> El {
    button("button.tb-button", id).text(label)
}

/// The button that submits the form that is this part, wherever it stands.
pub(crate) fn submit(form: &str) -> El {
    el("button.tb-button.tb-primary").attr("type", "submit").refer("form", form)
}

/// A link to another page, at top level.
pub(crate) fn link(selector: &str, url: &str, label: &str) -> El {
    row(selector, url).attr("href", url).attr("target", "_top").attr("rel", "noopener").text(label)
}

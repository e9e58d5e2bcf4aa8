//! Buttons and links.

use crate::dom::{El, part};

/// A button of a class that submits nothing.
pub(crate) fn button(class: &str) -> El {
    part("button", class).attr("type", "button")
}

/// The one thing to do next.
pub(crate) fn primary(label: &str) -> El {
    button("tb-button tb-primary").text(label)
}

/// Something else to do.
pub(crate) fn plain(label: &str) -> El {
    button("tb-button").text(label)
}

/// The button that submits the form of this `id`, wherever it stands.
pub(crate) fn submit(form: &str) -> El {
    part("button", "tb-button tb-primary").attr("type", "submit").attr("form", form)
}

/// A link to another page, at top level.
pub(crate) fn link(class: &str, url: &str, label: &str) -> El {
    part("a", class).attr("href", url).attr("target", "_top").attr("rel", "noopener").text(label)
}

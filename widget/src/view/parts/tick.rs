//! A box to tick.

use crate::dom::{El, Handler, el};

/// A box with its sentence, by its part; `turned` is run when it is pressed. The part that is called `described_by`
/// says more, where there is one.
pub(crate) fn tick(id: &str, label: &str, ticked: bool, turned: Handler, described_by: &str) -> El {
    el("label.tb-tick")
        .inside(|| {
            let control = el("input").attr("type", "checkbox").id(id).checked(ticked).on("change", turned);
            if !described_by.is_empty() {
                control.refer("aria-describedby", described_by);
            }
        })
        .child(el("span").text(label))
}

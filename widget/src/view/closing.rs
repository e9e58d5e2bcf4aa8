//! The question before work is lost, inside the overlay.

use super::parts::{plain, primary};
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el};

/// The question, drawn when it is asked.
pub(crate) fn question(app: App) -> El {
    el("div.tb-closing").maybe(app.closing.get().then(|| bar(app)))
}

fn bar(app: App) -> El {
    el("div.tb-card.tb-closing-bar")
        .attr("role", "alertdialog")
        .refer("aria-labelledby", "leave-ask")
        .child(el("p").id("leave-ask").text(app.words.leave_ask))
        .child(
            el("div.tb-closing-choice")
                .child(primary(app.words.stay, "stay").on_press(app.on(Act::Stay)))
                .child(plain(app.words.leave, "leave").on_press(app.on(Act::Close))),
        )
}

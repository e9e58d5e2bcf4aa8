//! The question before work is lost, inside the overlay.

use super::parts::{plain, primary};
use crate::app::App;
use crate::dom::{El, el, part};

/// The question, drawn when it is asked.
pub(crate) fn question(app: App) -> El {
    part("div", "tb-closing").live_maybe(move || app.closing.get().then(|| bar(app)))
}

fn bar(app: App) -> El {
    part("div", "tb-card tb-closing-bar")
        .attr("role", "alertdialog")
        .attr("aria-labelledby", &app.id("leave-ask"))
        .child(el("p").attr("id", &app.id("leave-ask")).text(app.words.leave_ask))
        .child(
            part("div", "tb-closing-choice")
                .child(
                    primary(app.words.stay)
                        .attr("id", &app.id("stay"))
                        .on_press(move || app.closing.set(false)),
                )
                .child(plain(app.words.leave).attr("id", &app.id("leave")).on_press(move || app.close())),
        )
}

//! The tick that cash at the door asks for.

use super::parts::{complaint, tick};
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::Event;
use crate::flow::view::CodView;

/// "I am ready to pay the courier Rp 139.000 in cash", while that is the way to pay.
pub(crate) fn cod(app: App, view: Option<&CodView>) -> El {
    el("div.tb-cod").maybe(view.map(|view| agreement(app, view)))
}

fn agreement(app: App, view: &CodView) -> El {
    let turned = app.tell(Event::CodAgreed(!view.agreed));
    el("div.tb-card.tb-agree")
        .flag("data-missing", view.missing)
        .child(tick("cod-agree", &app.words.cod_ready(&view.amount), view.agreed, turned, "cod-error"))
        .child(complaint("cod-error", app.words.parcel.cod_ready_missing, view.missing))
}

//! The store step.

use super::parts::{Icon, button, icon, picture};
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::StoreCard;
use crate::flow::{Event, Flow};

/// The stores to pick from.
pub(crate) fn stores(app: App, flow: &Flow) -> El {
    el("ul.tb-stores").inside(|| {
        for store in flow.store_view() {
            one(app, store);
        }
    })
}

fn one(app: App, store: StoreCard) -> El {
    let StoreCard { id, name, logo } = store;
    row("li.tb-store", &id).child(
        button("button.tb-card.tb-store-button", &id)
            .child(picture(&name, logo.as_deref()))
            .child(el("span.tb-store-name").text(&name))
            .child(icon(Icon::Chevron))
            .on_press(app.tell(Event::StoreChosen(id))),
    )
}

//! The store step.

use super::parts::{Icon, button, icon, picture};
use crate::app::App;
use crate::dom::{El, part};
use crate::each::each;
use crate::flow::Event;
use crate::flow::view::StoreCard;

/// The stores to pick from.
pub(crate) fn stores(app: App) -> El {
    part("ul", "tb-stores").live(move || each(&app.stores.read(), |store| one(app, store)))
}

fn one(app: App, store: &StoreCard) -> El {
    let StoreCard { id, name, logo } = store.clone();
    let shown = name.clone();
    part("li", "tb-store").child(
        button("tb-card tb-store-button")
            .attr("id", &app.id(&id))
            .child(picture(&name, move || logo.clone()))
            .child(part("span", "tb-store-name").text(&shown))
            .child(icon(Icon::Chevron))
            .on_press(move || app.send(Event::StoreChosen(id.clone()))),
    )
}

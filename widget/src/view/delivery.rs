//! The delivery step: who brings the parcel, for how much, and when.

use super::cart::form;
use super::couriers::couriers;
use super::district::place;
use super::parts::{Icon, button, icon, plain, slowly};
use super::rescue::rescue;
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::view::{DeliveryView, Quoting};
use crate::flow::{Event, Step};
use shared::text::concat;
use shared::wire::NoShipping;

/// All of the step.
pub(crate) fn delivery(app: App, view: &DeliveryView) -> El {
    form(app, Step::Delivery)
        .child(el("div.tb-destination").maybe(view.to.as_ref().map(|row| {
            el("div.tb-picked").child(icon(Icon::Pin)).child(place(row)).child(elsewhere(
                app,
                "button.tb-text-button",
                "to",
            ))
        })))
        .child(el("div.tb-quotes").inside(|| match &view.quoting {
            Quoting::Loading => waiting(app, view),
            Quoting::Refreshing | Quoting::Ready => drop(couriers(app, view)),
            Quoting::Failed => drop(failed(app)),
            Quoting::Empty(reason) => drop(empty(app, reason)),
        }))
}

/// Back to the address.
fn elsewhere(app: App, selector: &str, place: &str) -> El {
    button(selector, &concat(&["elsewhere-", place]))
        .text(if place == "to" { app.words.parcel.district_change } else { app.words.parcel.other_address })
        .on_press(app.tell(Event::StepWanted(Step::Details)))
}

/// Grey rows, announced as one sentence.
fn waiting(app: App, view: &DeliveryView) {
    let to = view.to.as_ref().map_or("", |to| &to.name);
    el("p.tb-muted.tb-small").attr("role", "status").text(&app.words.couriers_loading(to));
    slowly(app.words.loading_slowly);
    el("div.tb-choice-list").attr("aria-hidden", "true").inside(|| {
        for _ in 0..3 {
            el("span.tb-card.tb-bone.tb-bone-row");
        }
    });
}

fn dead_end(sentence: &str) -> El {
    el("div.tb-card.tb-ending")
        .child(el("span.tb-ending-icon").child(icon(Icon::Truck)))
        .child(el("p").attr("role", "alert").text(sentence))
}

fn failed(app: App) -> El {
    dead_end(app.words.parcel.none_answer)
        .child(plain(app.words.retry, "quote-retry").on_press(app.tell(Event::Retried)))
        .maybe(order_by_chat(app))
}

/// Nothing can come: why, and what the shopper can do.
fn empty(app: App, reason: &NoShipping) -> El {
    let without_cod =
        || plain(app.words.parcel.other_payment, "no-cod").on_press(app.tell(Event::CodDropped));
    dead_end(app.words.no_shipping(reason))
        .maybe((*reason == NoShipping::NoCodCourier).then(without_cod))
        .child(elsewhere(app, "button.tb-button", "empty"))
        .maybe(order_by_chat(app))
}

fn order_by_chat(app: App) -> Option<El> {
    rescue(app, "a.tb-button.tb-chat", app.words.parcel.order_by_chat)
}

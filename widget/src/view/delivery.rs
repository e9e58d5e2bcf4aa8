//! The delivery step: who brings the parcel, for how much, and when.

use super::cart::form;
use super::couriers::couriers;
use super::district::place;
use super::parts::{Icon, button, icon, plain, slowly};
use super::rescue::rescue;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::view::{DeliveryView, Quoting};
use crate::flow::{Event, Step};
use crate::signal::{Signal, derived};
use shared::text::concat;
use shared::wire::NoShipping;

/// All of the step.
pub(crate) fn delivery(app: App) -> El {
    let quoting = view(app, |view| Some(view.quoting.clone()));
    form(app, Step::Delivery).child(destination(app)).child(part("div", "tb-quotes").live(move || {
        match quoting.read().as_ref().unwrap_or(&Quoting::Loading) {
            Quoting::Loading => waiting(app),
            Quoting::Refreshing | Quoting::Ready => vec![couriers(app)],
            Quoting::Failed => vec![failed(app)],
            Quoting::Empty(reason) => vec![empty(app, reason)],
        }
    }))
}

/// A part of what is known of the couriers.
pub(super) fn view<T: PartialEq + Clone + Default + 'static>(
    app: App,
    of: fn(&DeliveryView) -> T,
) -> Signal<T> {
    derived(move || app.delivery.read().as_ref().map(of).unwrap_or_default())
}

fn destination(app: App) -> El {
    let to = view(app, |view| view.to.clone());
    part("div", "tb-destination").live(move || match to.read().as_ref() {
        Some(row) => {
            vec![part("div", "tb-picked").child(icon(Icon::Pin)).child(place(row)).child(elsewhere(
                app,
                "tb-text-button",
                "to",
            ))]
        }
        None => Vec::new(),
    })
}

/// Back to the address.
fn elsewhere(app: App, class: &str, place: &str) -> El {
    button(class)
        .attr("id", &app.id(&concat(&["elsewhere-", place])))
        .text(if place == "to" { app.words.parcel.district_change } else { app.words.parcel.other_address })
        .on_press(move || app.send(Event::StepWanted(Step::Details)))
}

/// Grey rows, announced as one sentence.
fn waiting(app: App) -> Vec<El> {
    let to = app.delivery.read().as_ref().and_then(|view| view.to.as_ref().map(|to| to.name.clone()));
    let row = || part("span", "tb-card tb-bone tb-bone-row");
    vec![
        part("p", "tb-muted tb-small")
            .attr("role", "status")
            .text(&app.words.couriers_loading(&to.unwrap_or_default())),
        slowly(app.words.loading_slowly),
        part("div", "tb-choice-list").attr("aria-hidden", "true").children(vec![row(), row(), row()]),
    ]
}

fn dead_end(sentence: &str) -> El {
    part("div", "tb-card tb-ending")
        .child(part("span", "tb-ending-icon").child(icon(Icon::Truck)))
        .child(el("p").attr("role", "alert").text(sentence))
}

fn failed(app: App) -> El {
    dead_end(app.words.parcel.none_answer)
        .child(
            plain(app.words.retry)
                .attr("id", &app.id("quote-retry"))
                .on_press(move || app.send(Event::Retried)),
        )
        .maybe(order_by_chat(app))
}

/// Nothing can come: why, and what the shopper can do.
fn empty(app: App, reason: &NoShipping) -> El {
    let without_cod = || {
        plain(app.words.parcel.other_payment)
            .attr("id", &app.id("no-cod"))
            .on_press(move || app.send(Event::CodDropped))
    };
    dead_end(app.words.no_shipping(reason))
        .maybe((*reason == NoShipping::NoCodCourier).then(without_cod))
        .child(elsewhere(app, "tb-button", "empty"))
        .maybe(order_by_chat(app))
}

fn order_by_chat(app: App) -> Option<El> {
    rescue(app, "tb-button tb-chat", app.words.parcel.order_by_chat)
}

//! The couriers to pick from, and what is said around them.

use super::courier::courier;
use super::parts::{Icon, button, complaint, icon, plain, tick};
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::Event;
use crate::flow::view::{DeliveryView, Quoting};

/// The list, kept while newer prices are on their way.
pub(crate) fn couriers(app: App, view: &DeliveryView) -> El {
    let stale = view.quoting == Quoting::Refreshing;
    el("fieldset.tb-choices")
        .refer("aria-describedby", "courier-error")
        .attr_if(stale, "aria-busy", "true")
        .child(el("legend.tb-sr").text(app.words.parcel.courier_how))
        .child(complaint("courier-error", app.words.parcel.courier_missing, view.missing))
        .child(el("p.tb-refreshing.tb-muted.tb-small").attr("role", "status").inside(|| {
            if stale {
                el("span.tb-spinner");
                el("span").text(app.words.parcel.couriers_refreshing);
            }
        }))
        .child(el("div.tb-couriers").inside(|| {
            for card in &view.couriers {
                courier(app, card);
            }
        }))
        .child(el("div.tb-rest").inside(|| rest(app, view)))
}

/// What stands below the list: the others, and what is not shown.
fn rest(app: App, view: &DeliveryView) {
    if let Some(premium) = &view.insurance {
        // The tick for insurance, where the picked service has it.
        let turned = app.tell(Event::InsuranceWanted(!view.insured));
        tick("insurance", &app.words.insure(premium), view.insured, turned, "");
    }
    if !view.shows_all {
        plain(&app.words.all_couriers(view.all), "all-couriers").on_press(app.tell(Event::AllCouriersWanted));
    }
    if view.hidden_without_cod > 0 {
        note("hidden", &app.words.hidden_without_cod(view.hidden_without_cod)).child(
            button("button.tb-text-button", "drop-cod")
                .text(app.words.parcel.other_payment)
                .on_press(app.tell(Event::CodDropped)),
        );
    }
    if view.is_incomplete {
        note("incomplete", app.words.parcel.incomplete).child(
            button("button.tb-text-button", "quote-again")
                .text(app.words.retry)
                .on_press(app.tell(Event::Retried)),
        );
    }
}

fn note(key: &str, sentence: &str) -> El {
    row("div.tb-note", key).child(icon(Icon::Warning)).child(el("p").text(sentence))
}

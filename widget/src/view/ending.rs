//! What is drawn when there is no step: a failed load, an order that does not
//! stand yet, an order that stands.

use super::parts::{Icon, icon, link, plain, primary};
use super::rescue::{about, contact};
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el};
use crate::effects::page::copy_said;
use crate::flow::view::{LoadTrouble, PlacedView, Standing, UnsettledView};
use crate::flow::{Event, Flow};

fn card(picture: Icon, title: &str) -> El {
    el("section.tb-card.tb-ending")
        .refer("aria-labelledby", "heading")
        .child(el("span.tb-ending-icon").child(icon(picture)))
        .child(el("h2.tb-title").id("heading").attr("tabindex", "-1").text(title))
}

/// Nothing could be loaded.
pub(crate) fn failed(app: App, trouble: LoadTrouble) -> El {
    let again = || primary(app.words.retry, "retry").on_press(app.tell(Event::Retried));
    el("div.tb-ending-frame")
        .child(trouble_card(app, trouble).maybe(trouble.may_pass().then(again)).maybe(contact(app)))
}

/// A part of the checkout could not be loaded, and is asked for again.
pub(crate) fn late(app: App) -> El {
    el("div.tb-ending-frame").child(
        trouble_card(app, LoadTrouble::NoAnswer)
            .child(primary(app.words.retry, "retry").on_press(app.on(Act::Hurry)))
            .maybe(contact(app)),
    )
}

fn trouble_card(app: App, trouble: LoadTrouble) -> El {
    el("section.tb-card.tb-ending").child(el("span.tb-ending-icon").child(icon(Icon::Warning))).child(
        el("p")
            .id("heading")
            .attr("tabindex", "-1")
            .attr("role", "alert")
            .text(app.words.load_trouble(trouble)),
    )
}

/// The order was sent and does not stand.
pub(crate) fn unsettled(app: App, flow: &Flow) -> El {
    el("div.tb-ending-frame").maybe(flow.unsettled_view().map(|view| standing(app, &view)))
}

fn standing(app: App, view: &UnsettledView) -> El {
    let (words, asks) = (app.words, view.standing == Standing::Repeated);
    let waits = matches!(view.standing, Standing::Confirming | Standing::Waiting);
    let picture = match view.standing {
        Standing::Confirming => Icon::Lock,
        Standing::Waiting => Icon::Shop,
        Standing::Review => Icon::Chat,
        Standing::Repeated => Icon::Warning,
    };
    let [title, sentence] = words.unsettled(view.standing);
    let url = view.order_url.as_deref();
    let selector = if asks { "a.tb-button.tb-primary" } else { "a.tb-button" };
    card(picture, title)
        .maybe(waits.then(|| el("span.tb-spinner")))
        .child(el("p").text(sentence))
        .maybe(reference(app, &view.reference))
        .maybe(view.slow.then(|| el("p.tb-muted").text(words.unsettled_slow)))
        .maybe((view.slow && !asks).then(|| press(app, words.check_now, "check", Event::Retried)))
        .maybe(
            (view.slow || view.standing == Standing::Review).then(|| about(app, &view.reference)).flatten(),
        )
        .maybe(url.filter(|_| !asks).map(|url| copy_link(app, url)))
        .maybe(url.map(|url| link(selector, url, words.see_order).id("order")))
        .maybe(asks.then(|| press(app, words.order_anyway, "again", Event::Submitted)))
        .maybe(asks.then(|| press(app, words.back, "back", Event::Back)))
}

fn press(app: App, label: &str, id: &str, event: Event) -> El {
    plain(label, id).on_press(app.tell(event))
}

/// Keeps the link of the order's page.
fn copy_link(app: App, url: &str) -> El {
    let label = app.copied.get().map_or(app.words.copy_link, |copied| copy_said(app, copied));
    plain(label, "copy").on_press(app.on(Act::Copy(url.to_owned())))
}

/// What the shopper tells the seller; not known yet right after a reload.
fn reference(app: App, reference: &str) -> Option<El> {
    (!reference.is_empty()).then(|| el("p.tb-reference").text(&app.words.reference(reference)))
}

/// The order stands.
pub(crate) fn placed(app: App, flow: &Flow) -> El {
    card(Icon::Check, app.words.placed).attr("data-good", "").child(el("div.tb-ending-more").inside(|| {
        if let Some(view) = flow.placed_view() {
            receipt(app, &view);
        }
    }))
}

fn receipt(app: App, view: &PlacedView) {
    let sentence = match (&view.url, view.is_payment) {
        (Some(_), true) => Some(app.words.placed_opening),
        (Some(_), false) => None,
        (None, _) => Some(app.words.placed_seller_writes),
    };
    let label = if view.is_payment { app.words.pay_now } else { app.words.see_order };
    reference(app, &view.reference);
    if let Some(total) = &view.total {
        el("p.tb-total").text(total);
    }
    if let Some(sentence) = sentence {
        el("p.tb-muted").text(sentence);
    }
    match &view.url {
        Some(url) => {
            link("a.tb-button.tb-primary", url, label).id("pay").on_press(app.tell(Event::Left));
        }
        None => drop(about(app, &view.reference)),
    }
}

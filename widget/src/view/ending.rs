//! What is drawn when there is no step: a failed load, an order that is being
//! confirmed, an order that stands.

use super::notice::contact;
use super::parts::{Icon, icon, link, plain, primary};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::Event;
use crate::flow::view::{PlacedView, Screen};

fn card(app: &App, picture: Icon, title: &str) -> El {
    part("section", "tb-card tb-ending")
        .attr("aria-labelledby", &app.id("heading"))
        .child(part("span", "tb-ending-icon").child(icon(picture)))
        .child(part("h2", "tb-title").attr("id", &app.id("heading")).attr("tabindex", "-1").text(title))
}

/// Nothing could be loaded.
pub(crate) fn failed(app: &App) -> El {
    let drawn = app.clone();
    part("div", "tb-ending-frame").live(move || {
        let Screen::Failed(trouble) = *drawn.screen.read() else { return Vec::new() };
        let retry = drawn.clone();
        let again = || {
            primary(drawn.words.retry)
                .attr("id", &drawn.id("retry"))
                .on_press(move || retry.send(Event::Retried))
        };
        vec![
            part("section", "tb-card tb-ending")
                .child(part("span", "tb-ending-icon").child(icon(Icon::Warning)))
                .child(
                    el("p")
                        .attr("id", &drawn.id("heading"))
                        .attr("tabindex", "-1")
                        .attr("role", "alert")
                        .text(drawn.words.load_trouble(trouble)),
                )
                .maybe(trouble.may_pass().then(again))
                .maybe(contact(&drawn)),
        ]
    })
}

/// The order was sent and nobody knows yet.
pub(crate) fn confirming(app: &App) -> El {
    let drawn = app.clone();
    card(app, Icon::Lock, app.words.confirming)
        .child(part("span", "tb-spinner"))
        .child(el("p").text(app.words.confirming_body))
        .child(part("div", "tb-ending-more").live(move || {
            let view = drawn.confirming.read();
            let Some(view) = view.as_ref() else { return Vec::new() };
            let check = drawn.clone();
            let slow = view.slow.then(|| {
                vec![
                    el("p").text(drawn.words.confirming_slow),
                    plain(drawn.words.check_now)
                        .attr("id", &drawn.id("check"))
                        .on_press(move || check.send(Event::Retried)),
                ]
            });
            let help = view.slow.then(|| contact(&drawn)).flatten();
            reference(&drawn, &view.reference)
                .into_iter()
                .chain(slow.into_iter().flatten())
                .chain(help)
                .collect()
        }))
}

/// What the shopper tells the seller; not known yet right after a reload.
fn reference(app: &App, reference: &str) -> Option<El> {
    (!reference.is_empty()).then(|| part("p", "tb-reference").text(&app.words.reference(reference)))
}

/// The order stands.
pub(crate) fn placed(app: &App) -> El {
    let drawn = app.clone();
    card(app, Icon::Check, app.words.placed).attr("data-good", "").child(
        part("div", "tb-ending-more")
            .live(move || drawn.placed.read().as_ref().map(|view| receipt(&drawn, view)).unwrap_or_default()),
    )
}

fn receipt(app: &App, view: &PlacedView) -> Vec<El> {
    let sentence = match (&view.url, view.is_payment) {
        (Some(_), true) => Some(app.words.placed_opening),
        (Some(_), false) => None,
        (None, _) => Some(app.words.placed_seller_writes),
    };
    let label = if view.is_payment { app.words.pay_now } else { app.words.see_order };
    let onward = view.url.as_ref().map(|url| {
        let left = app.clone();
        link("tb-button tb-primary", url, label)
            .attr("id", &app.id("pay"))
            .on_press(move || left.send(Event::Left))
    });
    let help = view.url.is_none().then(|| contact(app)).flatten();
    [
        reference(app, &view.reference),
        view.total.as_ref().map(|total| part("p", "tb-total").text(total)),
        sentence.map(|sentence| part("p", "tb-muted").text(sentence)),
        onward,
        help,
    ]
    .into_iter()
    .flatten()
    .collect()
}

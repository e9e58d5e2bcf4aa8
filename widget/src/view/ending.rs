//! What is drawn when there is no step: a failed load, an order that does not
//! stand yet, an order that stands.

use super::parts::{Icon, icon, link, plain, primary};
use super::rescue::{about, contact};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::effects::{browser, page};
use crate::flow::Event;
use crate::flow::view::{LoadTrouble, PlacedView, Screen, Standing, UnsettledView};

fn card(app: App, picture: Icon, title: &str) -> El {
    part("section", "tb-card tb-ending")
        .attr("aria-labelledby", &app.id("heading"))
        .child(part("span", "tb-ending-icon").child(icon(picture)))
        .child(part("h2", "tb-title").attr("id", &app.id("heading")).attr("tabindex", "-1").text(title))
}

/// Nothing could be loaded.
pub(crate) fn failed(app: App) -> El {
    part("div", "tb-ending-frame").live(move || {
        let Screen::Failed(trouble) = *app.screen.read() else { return Vec::new() };
        let again = || {
            primary(app.words.retry).attr("id", &app.id("retry")).on_press(move || app.send(Event::Retried))
        };
        vec![trouble_card(app, trouble).maybe(trouble.may_pass().then(again)).maybe(contact(app))]
    })
}

/// A part of the checkout could not be loaded, and is asked for again.
pub(crate) fn late(app: App) -> El {
    let again = primary(app.words.retry).attr("id", &app.id("retry")).on_press(browser::hurry);
    let card = trouble_card(app, LoadTrouble::NoAnswer).child(again).maybe(contact(app));
    part("div", "tb-ending-frame").child(card)
}

fn trouble_card(app: App, trouble: LoadTrouble) -> El {
    part("section", "tb-card tb-ending")
        .child(part("span", "tb-ending-icon").child(icon(Icon::Warning)))
        .child(
            el("p")
                .attr("id", &app.id("heading"))
                .attr("tabindex", "-1")
                .attr("role", "alert")
                .text(app.words.load_trouble(trouble)),
        )
}

/// The order was sent and does not stand.
pub(crate) fn unsettled(app: App) -> El {
    part("div", "tb-ending-frame").live_maybe(move || {
        let view = app.unsettled.read();
        view.as_ref().map(|view| standing(app, view))
    })
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
    let class = if asks { "tb-button tb-primary" } else { "tb-button" };
    card(app, picture, title)
        .maybe(waits.then(|| part("span", "tb-spinner")))
        .child(el("p").text(sentence))
        .maybe(reference(app, &view.reference))
        .maybe(view.slow.then(|| part("p", "tb-muted").text(words.unsettled_slow)))
        .maybe((view.slow && !asks).then(|| press(app, words.check_now, "check", || Event::Retried)))
        .maybe(
            (view.slow || view.standing == Standing::Review).then(|| about(app, &view.reference)).flatten(),
        )
        .maybe(url.filter(|_| !asks).map(|url| copy_link(app, url)))
        .maybe(url.map(|url| link(class, url, words.see_order).attr("id", &app.id("order"))))
        .maybe(asks.then(|| press(app, words.order_anyway, "again", || Event::Submitted)))
        .maybe(asks.then(|| press(app, words.back, "back", || Event::Back)))
}

fn press(app: App, label: &str, id: &str, event: fn() -> Event) -> El {
    plain(label).attr("id", &app.id(id)).on_press(move || app.send(event()))
}

/// Keeps the link of the order's page.
fn copy_link(app: App, url: &str) -> El {
    let url = url.to_owned();
    let button = plain(app.words.copy_link).attr("id", &app.id("copy"));
    let pressed = button.clone();
    button.on_press(move || page::copy(app, &url, &pressed))
}

/// What the shopper tells the seller; not known yet right after a reload.
fn reference(app: App, reference: &str) -> Option<El> {
    (!reference.is_empty()).then(|| part("p", "tb-reference").text(&app.words.reference(reference)))
}

/// The order stands.
pub(crate) fn placed(app: App) -> El {
    card(app, Icon::Check, app.words.placed).attr("data-good", "").child(
        part("div", "tb-ending-more")
            .live(move || app.placed.read().as_ref().map(|view| receipt(app, view)).unwrap_or_default()),
    )
}

fn receipt(app: App, view: &PlacedView) -> Vec<El> {
    let sentence = match (&view.url, view.is_payment) {
        (Some(_), true) => Some(app.words.placed_opening),
        (Some(_), false) => None,
        (None, _) => Some(app.words.placed_seller_writes),
    };
    let label = if view.is_payment { app.words.pay_now } else { app.words.see_order };
    let onward = view.url.as_ref().map(|url| {
        link("tb-button tb-primary", url, label)
            .attr("id", &app.id("pay"))
            .on_press(move || app.send(Event::Left))
    });
    let help = view.url.is_none().then(|| about(app, &view.reference)).flatten();
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

//! A courier with its services.

use super::arrival::arrival;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::Event;
use crate::flow::view::{CourierCard, ServiceRow};
use crate::signal::{Signal, derived_row};
use shared::text::concat;

fn card(app: App, code: &str) -> Signal<CourierCard> {
    let code = code.to_owned();
    derived_row(move || app.delivery.read().as_ref()?.couriers.iter().find(|card| card.code == code).cloned())
}

/// The card of the courier with this code.
pub(crate) fn courier(app: App, code: &str) -> El {
    let (card, name) = (card(app, code), app.id(&concat(&["courier-", code])));
    let listed = card.clone();
    let title = part("h3", "tb-courier-name").attr("id", &name).text(&card.get().name);
    part("div", "tb-card tb-courier").attr("role", "group").attr("aria-labelledby", &name).child(title).child(
        part("div", "tb-services").rows(
            move || each(&listed.read().services, |row| row.service.to_string()),
            move |service| one(app, &card, service),
        ),
    )
}

fn one(app: App, card: &Signal<CourierCard>, service: &str) -> El {
    let (card, wanted) = (card.clone(), service.to_owned());
    let row = derived_row(move || {
        card.read().services.iter().find(|row| row.service.to_string() == wanted).cloned()
    });
    let (checked, drawn, heard, id) = (row.clone(), row.clone(), row.clone(), row.get().service);
    part("label", "tb-way tb-service")
        .child(
            el("input")
                .attr("type", "radio")
                .attr("name", &app.id("courier"))
                .attr("id", &app.id(&concat(&["service-", service])))
                .attr("value", service)
                .live_attr("aria-label", move || Some(app.words.service(&heard.read())))
                .live_checked(move || checked.read().chosen)
                .on("change", move |_| app.send(Event::CourierChosen(id))),
        )
        .child(
            part("span", "tb-way-text")
                .child(part("span", "tb-name").text(&row.get().name))
                .child(part("span", "tb-told").live(move || told(app, &drawn.read()))),
        )
        .child(price(app, row))
}

/// When it comes, and what is said for it.
fn told(app: App, row: &ServiceRow) -> Vec<El> {
    let words = &app.words.parcel;
    let badges = [
        (row.cheapest, words.cheapest, "tb-badge tb-best"),
        (row.fastest, words.fastest, "tb-badge tb-best"),
        (row.cod, words.takes_cod, "tb-badge"),
    ];
    let badges = each(&badges, |(on, word, class)| on.then(|| part("span", class).text(word)));
    vec![arrival(app, &row.arrival), part("span", "tb-badges").children(badges)]
}

fn price(app: App, row: Signal<ServiceRow>) -> El {
    part("span", "tb-sum").live_text(move || app.words.cost(&row.read()).to_owned())
}

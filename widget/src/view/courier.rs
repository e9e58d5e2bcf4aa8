//! A courier with its services.

use super::arrival::arrival;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::Event;
use crate::flow::view::{CourierCard, ServiceRow};
use shared::text::concat;

/// The card of one courier.
pub(crate) fn courier(app: App, card: &CourierCard) -> El {
    let name = concat(&["courier-", &card.code]);
    row("div.tb-card.tb-courier", &card.code)
        .attr("role", "group")
        .refer("aria-labelledby", &name)
        .child(el("h3.tb-courier-name").id(&name).text(&card.name))
        .child(el("div.tb-services").inside(|| {
            for service in &card.services {
                one(app, service);
            }
        }))
}

fn one(app: App, view: &ServiceRow) -> El {
    let service = view.service.to_string();
    row("label.tb-way.tb-service", &service)
        .child(
            el("input")
                .attr("type", "radio")
                .refer("name", "courier")
                .id(&concat(&["service-", &service]))
                .attr("value", &service)
                .attr("aria-label", &app.words.service(view))
                .checked(view.chosen)
                .on("change", app.tell(Event::CourierChosen(view.service))),
        )
        .child(
            el("span.tb-way-text")
                .child(el("span.tb-name").text(&view.name))
                .child(el("span.tb-told").child(arrival(app, &view.arrival)).child(badges(app, view))),
        )
        .child(el("span.tb-sum").text(app.words.cost(view)))
}

/// What is said for it.
fn badges(app: App, view: &ServiceRow) -> El {
    let words = &app.words.parcel;
    let badges = [
        (view.cheapest, words.cheapest, "span.tb-badge.tb-best"),
        (view.fastest, words.fastest, "span.tb-badge.tb-best"),
        (view.cod, words.takes_cod, "span.tb-badge"),
    ];
    el("span.tb-badges").inside(|| {
        for (on, word, selector) in badges {
            if on {
                el(selector).text(word);
            }
        }
    })
}

//! When a parcel comes, in one line.

use crate::app::App;
use crate::dom::{El, el};
use crate::flow::view::Arrival;

/// "Tiba Sel, 24 – Rab, 25 Nov · 2–3 hari"
pub(crate) fn arrival(app: App, arrival: &Arrival) -> El {
    let days = app.words.days(arrival);
    el("span.tb-arrival")
        .text(&app.words.arrival(arrival))
        .text(" ")
        .maybe((!days.is_empty()).then(|| el("span.tb-days").text("· ").text(&days)))
}

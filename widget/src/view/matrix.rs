//! The comparison of totals: services down, ways to pay across.

use super::parts::{Icon, button, icon};
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::Event;
use crate::flow::view::{Cell, MatrixColumn, MatrixRow, MatrixView, PaymentView};
use shared::text::{concat, join};

/// The button that opens the comparison, and the table once it is open.
pub(crate) fn matrix(app: App, view: Option<&MatrixView>, payment: &PaymentView) -> El {
    el("div.tb-matrix").inside(|| {
        if let Some(view) = view {
            opener(app, view);
            region(app, view, payment);
        }
    })
}

fn opener(app: App, view: &MatrixView) -> El {
    let words = &app.words.parcel;
    button("button.tb-button.tb-quiet", "compare")
        .refer("aria-controls", "totals")
        .attr("aria-expanded", if view.open { "true" } else { "false" })
        .text(if view.open { words.compare_close } else { words.compare })
        .on_press(app.tell(Event::MatrixOpened(!view.open)))
}

/// Takes the focus, so that a keyboard can move it sideways.
fn region(app: App, view: &MatrixView, payment: &PaymentView) -> El {
    el("div.tb-card.tb-scroll")
        .id("totals")
        .attr("role", "region")
        .refer("aria-labelledby", "totals-caption")
        .attr("tabindex", "0")
        .flag("hidden", !view.open)
        .maybe(view.open.then(|| table(app, view, payment)))
}

fn table(app: App, view: &MatrixView, payment: &PaymentView) -> El {
    let words = &app.words.parcel;
    el("table.tb-table")
        .child(
            el("caption.tb-small.tb-muted").id("totals-caption").text(words.compare_caption).maybe(
                view.loading.then(|| el("p.tb-sr").attr("role", "status").text(words.compare_loading)),
            ),
        )
        .child(el("thead").child(el("tr").child(el("th").attr("scope", "col").text(words.review_by)).inside(
            || {
                for column in &view.columns {
                    heading(app, column);
                }
            },
        )))
        .child(el("tbody").inside(|| {
            for row in &view.rows {
                line(app, view, row, payment);
            }
        }))
}

fn heading(app: App, column: &MatrixColumn) -> El {
    let names: Vec<&str> =
        column.methods.iter().map(|(_, label, kind)| app.words.payment_label(*kind, label)).collect();
    let head = el("th").attr("scope", "col");
    let Some((first, others)) = names.split_first().filter(|(_, others)| others.len() > 1) else {
        return head.text(&join(&names, ", "));
    };
    head.text(first).child(el("span.tb-sr").text(", ").text(&join(others, ", "))).child(
        el("span.tb-more-ways").attr("aria-hidden", "true").text(&app.words.compare_others(others.len())),
    )
}

fn line(app: App, view: &MatrixView, service: &MatrixRow, payment: &PaymentView) -> El {
    let days = app.words.days(&service.arrival);
    let when = if days.is_empty() { app.words.arrival(&service.arrival) } else { days };
    row("tr", &service.service.to_string())
        .child(
            el("th")
                .attr("scope", "row")
                .child(el("span.tb-name").text(&service.name))
                .child(el("span.tb-arrival").text(&when)),
        )
        .inside(|| {
            for (nth, (cell, column)) in service.cells.iter().zip(&view.columns).enumerate() {
                el("td").inside(|| one(app, service, nth, cell, column, payment));
            }
        })
}

fn one(app: App, row: &MatrixRow, nth: usize, cell: &Cell, column: &MatrixColumn, payment: &PaymentView) {
    match cell {
        Cell::Loading => drop(el("span.tb-bone.tb-bone-cell").attr("aria-hidden", "true")),
        Cell::None | Cell::Failed => {
            el("span.tb-muted")
                .child(el("span").attr("aria-hidden", "true").text("–"))
                .child(el("span.tb-sr").text(app.words.parcel.compare_nothing));
        }
        Cell::Total { total, cheapest, chosen } => {
            total_of(app, row, nth, column, payment)
                .attr("aria-pressed", if *chosen { "true" } else { "false" })
                .maybe(chosen.then(|| icon(Icon::Check)))
                .text(total)
                .maybe(cheapest.then(|| el("span.tb-badge.tb-best").text(app.words.parcel.cheapest)));
        }
    }
}

/// A total that sets both: the service, and the column's way to pay.
fn total_of(app: App, row: &MatrixRow, nth: usize, column: &MatrixColumn, payment: &PaymentView) -> El {
    let service = row.service;
    let chosen = payment.choices.iter().find(|choice| choice.chosen).map(|choice| &choice.code);
    let mut codes = column.methods.iter().map(|(code, ..)| code);
    let method = codes.clone().find(|code| Some(*code) == chosen).or(codes.next());
    let cell = button("button.tb-cell", &concat(&["total-", &service.to_string(), "-", &nth.to_string()]));
    match method {
        Some(method) => cell.on_press(app.tell(Event::CellChosen { service, method: method.clone() })),
        None => cell,
    }
}

//! The comparison of totals: services down, ways to pay across.

use super::parts::{Icon, button, icon};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::Event;
use crate::flow::view::{Cell, MatrixColumn, MatrixRow, MatrixView};
use crate::signal::{Signal, derived};
use shared::text::{concat, join};

/// The button that opens the comparison, and the table once it is open.
pub(crate) fn matrix(app: App) -> El {
    let there = view(app, |view| view.is_some());
    part("div", "tb-matrix")
        .live(move || if there.get() { vec![opener(app), region(app)] } else { Vec::new() })
}

fn view<T: PartialEq + Clone + 'static>(app: App, of: fn(Option<&MatrixView>) -> T) -> Signal<T> {
    derived(move || of(app.matrix.read().as_ref()))
}

fn is_open(app: App) -> Signal<bool> {
    view(app, |view| view.is_some_and(|view| view.open))
}

fn opener(app: App) -> El {
    let (open, shown, pressed) = (is_open(app), is_open(app), is_open(app));
    let words = &app.words.parcel;
    button("tb-button tb-quiet")
        .attr("id", &app.id("compare"))
        .attr("aria-controls", &app.id("totals"))
        .live_attr("aria-expanded", move || Some(shown.get().to_string()))
        .live_text(move || if open.get() { words.compare_close } else { words.compare }.to_owned())
        .on_press(move || app.send(Event::MatrixOpened(!pressed.get())))
}

/// Takes the focus, so that a keyboard can move it sideways.
fn region(app: App) -> El {
    let open = is_open(app);
    part("div", "tb-card tb-scroll")
        .attr("id", &app.id("totals"))
        .attr("role", "region")
        .attr("aria-labelledby", &app.id("totals-caption"))
        .attr("tabindex", "0")
        .live_flag("hidden", move || !open.get())
        .live(move || {
            app.matrix
                .read()
                .as_ref()
                .filter(|view| view.open)
                .map(|view| table(app, view))
                .into_iter()
                .collect()
        })
}

fn table(app: App, view: &MatrixView) -> El {
    let corner = || el("th").attr("scope", "col").text(app.words.parcel.review_by);
    let caption = part("caption", "tb-small tb-muted").attr("id", &app.id("totals-caption"));
    let waiting = view
        .loading
        .then(|| part("p", "tb-sr").attr("role", "status").text(app.words.parcel.compare_loading));
    part("table", "tb-table")
        .child(caption.text(app.words.parcel.compare_caption).maybe(waiting))
        .child(
            el("thead")
                .child(el("tr").child(corner()).children(each(&view.columns, |column| heading(app, column)))),
        )
        .child(el("tbody").children(each(&view.rows, |row| line(app, view, row))))
}

fn heading(app: App, column: &MatrixColumn) -> El {
    let names: Vec<&str> =
        column.methods.iter().map(|(_, label, kind)| app.words.payment_label(*kind, label)).collect();
    let head = el("th").attr("scope", "col");
    let Some((first, others)) = names.split_first().filter(|(_, others)| others.len() > 1) else {
        return head.text(&join(&names, ", "));
    };
    head.text(first).child(part("span", "tb-sr").text(", ").text(&join(others, ", "))).child(
        part("span", "tb-more-ways")
            .attr("aria-hidden", "true")
            .text(&app.words.compare_others(others.len())),
    )
}

fn line(app: App, view: &MatrixView, row: &MatrixRow) -> El {
    let days = app.words.days(&row.arrival);
    let when = if days.is_empty() { app.words.arrival(&row.arrival) } else { days };
    let head = el("th")
        .attr("scope", "row")
        .child(part("span", "tb-name").text(&row.name))
        .child(part("span", "tb-arrival").text(&when));
    let cells = row.cells.iter().zip(&view.columns).enumerate();
    cells.fold(el("tr").child(head), |line, (nth, (cell, column))| {
        line.child(el("td").child(one(app, row, nth, cell, column)))
    })
}

fn one(app: App, row: &MatrixRow, nth: usize, cell: &Cell, column: &MatrixColumn) -> El {
    let nothing = || {
        part("span", "tb-muted")
            .child(el("span").attr("aria-hidden", "true").text("–"))
            .child(part("span", "tb-sr").text(app.words.parcel.compare_nothing))
    };
    match cell {
        Cell::Loading => part("span", "tb-bone tb-bone-cell").attr("aria-hidden", "true"),
        Cell::None | Cell::Failed => nothing(),
        Cell::Total { total, cheapest, chosen } => {
            let mark = chosen.then(|| icon(Icon::Check));
            total_of(app, row, nth, column)
                .attr("aria-pressed", if *chosen { "true" } else { "false" })
                .maybe(mark)
                .text(total)
                .maybe(cheapest.then(|| part("span", "tb-badge tb-best").text(app.words.parcel.cheapest)))
        }
    }
}

/// A total that sets both: the service, and the column's way to pay.
fn total_of(app: App, row: &MatrixRow, nth: usize, column: &MatrixColumn) -> El {
    let service = row.service;
    let chosen = app.payment.read().as_ref().and_then(|view| {
        let chosen = view.choices.iter().find(|choice| choice.chosen)?;
        column.methods.iter().any(|(code, ..)| *code == chosen.code).then(|| chosen.code.clone())
    });
    let method = chosen.or_else(|| column.methods.first().map(|(code, ..)| code.clone()));
    let place = concat(&["total-", &service.to_string(), "-", &nth.to_string()]);
    button("tb-cell").attr("id", &app.id(&place)).on_press(move || {
        if let Some(method) = method.clone() {
            app.send(Event::CellChosen { service, method });
        }
    })
}

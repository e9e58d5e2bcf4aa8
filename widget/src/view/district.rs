//! The search for a kecamatan: a combobox, and then the one that was picked.

use shared::text::concat;
use wasm_bindgen::prelude::*;
use web_sys::KeyboardEvent;

use super::address::view;
use super::details::{control, input_with};
use super::parts::{Icon, button, icon, plain};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el, part, reveal};
use crate::each::each;
use crate::flow::view::{DistrictRow, Finding};
use crate::flow::{Event, Input};
use crate::signal::{Signal, derived_row, effect};

/// The box with its list, or the district that was picked.
pub(crate) fn district(app: App) -> El {
    let chosen = view(app, |view| view.district.chosen.clone());
    el("div").live(move || match chosen.read().as_ref() {
        Some(row) => vec![picked(app, row)],
        None => vec![search(app)],
    })
}

fn picked(app: App, row: &DistrictRow) -> El {
    el("div").child(part("p", "tb-label").text(app.words.district)).child(
        part("div", "tb-picked")
            .child(part("span", "tb-way-icon").child(icon(Icon::Pin)))
            .child(place(row))
            .child(
                button("tb-text-button")
                    .attr("id", &app.input_id(Input::District))
                    .text(app.words.parcel.district_change)
                    .child(part("span", "tb-sr").text(" ").text(app.words.district))
                    .on_press(move || app.send(Event::DistrictReset)),
            ),
    )
}

/// A district in two lines.
pub(super) fn place(row: &DistrictRow) -> El {
    part("span", "tb-place")
        .child(part("strong", "tb-name").text(&row.name))
        .child(part("span", "tb-muted tb-small").text(&concat(&[&row.city, ", ", &row.province])))
}

fn search(app: App) -> El {
    let searching = view(app, |view| view.district.finding == Finding::Searching);
    let waiting = part("span", "tb-spinner").live_flag("hidden", move || !searching.get());
    part("div", "tb-combo")
        .child(input_with(app, Input::District, box_of(app)).child(waiting))
        .child(list(app))
        .child(message(app))
}

/// Whether the list is spread out.
fn spread(app: App) -> Signal<bool> {
    view(app, |view| view.district.open && !view.district.rows.is_empty())
}

fn box_of(app: App) -> El {
    let (open, shown) = (spread(app), spread(app));
    let active = active(app);
    let watched = active.clone();
    effect(move || reveal(&row_id(app, &watched.read())));
    control(app, Input::District)
        .attr("role", "combobox")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr("autocapitalize", "words")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", &app.id("districts"))
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .live_attr("aria-activedescendant", move || {
            let active = active.read();
            (shown.get() && !active.is_empty()).then(|| row_id(app, &active))
        })
        .on("keydown", move |event| {
            let event: KeyboardEvent = event.unchecked_into();
            if let Some(sent) = meant_by(app, &event.key()) {
                event.prevent_default();
                app.send(sent);
            }
        })
}

/// The row that the arrow keys are on, by its key.
fn active(app: App) -> Signal<String> {
    view(app, |view| {
        let row = view.district.active.and_then(|index| view.district.rows.get(index));
        row.map(|row| row.id.to_string()).unwrap_or_default()
    })
}

/// The `id` of a row.
fn row_id(app: App, key: &str) -> String {
    app.id(&concat(&["district-", key]))
}

/// What a key does to the list; the others do what they always do.
fn meant_by(app: App, key: &str) -> Option<Event> {
    let details = app.details.read();
    let district = &details.as_ref()?.address.as_ref()?.district;
    let spread = district.open && !district.rows.is_empty();
    match key {
        "ArrowDown" if !district.rows.is_empty() => Some(Event::DistrictStepped(1)),
        "ArrowUp" if !district.rows.is_empty() => Some(Event::DistrictStepped(-1)),
        "Enter" if spread && district.active.is_some() => Some(Event::DistrictEntered),
        "Escape" if spread => Some(Event::DistrictClosed),
        _ => None,
    }
}

fn list(app: App) -> El {
    let (open, stale) = (spread(app), view(app, |view| view.district.finding != Finding::Found));
    part("ul", "tb-listbox tb-card")
        .attr("id", &app.id("districts"))
        .attr("role", "listbox")
        .attr("aria-label", app.words.district)
        .live_flag("hidden", move || !open.get())
        .live_flag("data-stale", move || stale.get())
        // The box keeps the focus while a row is pressed.
        .on("mousedown", |event| event.prevent_default())
        .rows(move || keys(app), move |key| row(app, key))
}

fn keys(app: App) -> Vec<String> {
    let details = app.details.read();
    let address = details.as_ref().and_then(|details| details.address.as_ref());
    each(address.map_or(&[][..], |address| &address.district.rows), |row| row.id.to_string())
}

fn row(app: App, key: &str) -> El {
    let wanted = key.to_owned();
    let row = derived_row(move || {
        let details = app.details.read();
        let rows = &details.as_ref()?.address.as_ref()?.district.rows;
        rows.iter().find(|row| row.id.to_string() == wanted).cloned()
    })
    .get();
    let (id, active, own) = (row.id, active(app), key.to_owned());
    part("li", "tb-listed")
        .attr("id", &row_id(app, key))
        .attr("role", "option")
        .live_attr("aria-selected", move || Some((*active.read() == own).to_string()))
        .child(icon(Icon::Pin))
        .child(place(&row))
        .on_press(move || app.send(Event::DistrictChosen(id)))
}

/// What to say below the list.
fn message(app: App) -> El {
    let words = &app.words.parcel;
    let said = view(app, |view| {
        let district = &view.district;
        Some((district.finding, district.more && district.open, district.input.text.trim().to_owned()))
    });
    part("div", "tb-found").attr("role", "status").live(move || {
        let said = said.read();
        let Some((finding, more, typed)) = said.as_ref() else { return Vec::new() };
        let sentence = |text: &str| part("p", "tb-small").text(text);
        match finding {
            Finding::Digits => vec![sentence(words.district_digits)],
            Finding::Found if *more => vec![sentence(words.district_more)],
            Finding::Empty => vec![
                part("p", "tb-name").text(&app.words.district_none(typed)),
                sentence(words.district_none_hint),
            ],
            Finding::Failed => {
                vec![sentence(words.district_failed), retry(app), el("span").maybe(contact(app))]
            }
            _ => Vec::new(),
        }
    })
}

fn retry(app: App) -> El {
    plain(app.words.retry)
        .attr("id", &app.id("district-retry"))
        .on("mousedown", |event| event.prevent_default())
        .on_press(move || app.send(Event::Retried))
}

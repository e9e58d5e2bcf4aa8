//! The search for a kecamatan: a combobox, and then the one that was picked.

use shared::text::concat;

use super::details::input;
use super::parts::{Icon, button, icon, plain};
use super::rescue::contact;
use crate::act::Act;
use crate::app::{App, part_of};
use crate::dom::{El, el, row};
use crate::flow::view::{DistrictRow, DistrictView, Finding};
use crate::flow::{Event, Input};

/// The box with its list, or the district that was picked.
pub(crate) fn district(app: App, view: &DistrictView) -> El {
    match &view.chosen {
        Some(row) => picked(app, row),
        None => search(app, view),
    }
}

fn picked(app: App, chosen: &DistrictRow) -> El {
    row("div", "picked").child(el("p.tb-label").text(app.words.district)).child(
        el("div.tb-picked").child(el("span.tb-way-icon").child(icon(Icon::Pin))).child(place(chosen)).child(
            button("button.tb-text-button", part_of(Input::District))
                .text(app.words.parcel.district_change)
                .child(el("span.tb-sr").text(" ").text(app.words.district))
                .on_press(app.tell(Event::DistrictReset)),
        ),
    )
}

/// A district in two lines.
pub(super) fn place(row: &DistrictRow) -> El {
    el("span.tb-place")
        .child(el("strong.tb-name").text(&row.name))
        .child(el("span.tb-muted.tb-small").text(&row.city).text(", ").text(&row.province))
}

fn search(app: App, view: &DistrictView) -> El {
    // The list is spread out.
    let spread = view.open && !view.rows.is_empty();
    let active = view.active.and_then(|index| view.rows.get(index)).map(|row| row.id);
    el("div.tb-combo")
        .child(
            input(app, Input::District, &view.input, || combobox(app, view, spread, active))
                .child(el("span.tb-spinner").flag("hidden", view.finding != Finding::Searching)),
        )
        .child(
            el("ul.tb-listbox.tb-card")
                .id("districts")
                .attr("role", "listbox")
                .attr("aria-label", app.words.district)
                .flag("hidden", !spread)
                .flag("data-stale", view.finding != Finding::Found)
                // The box keeps the focus while a row is pressed.
                .on("mousedown", app.on(Act::Nothing))
                .inside(|| {
                    for row in &view.rows {
                        listed(app, row, active == Some(row.id));
                    }
                }),
        )
        .child(el("div.tb-found").attr("role", "status").inside(|| message(app, view)))
}

/// The box, and what a key does to the list; the others do what they always do.
fn combobox(app: App, view: &DistrictView, spread: bool, active: Option<i64>) -> El {
    let keys = [
        (!view.rows.is_empty(), "ArrowDown", Event::DistrictStepped(1)),
        (!view.rows.is_empty(), "ArrowUp", Event::DistrictStepped(-1)),
        (spread && active.is_some(), "Enter", Event::DistrictEntered),
        (spread, "Escape", Event::DistrictClosed),
    ];
    let control = el("input.tb-input")
        .attr("type", "text")
        .attr("name", "district")
        .attr("autocomplete", "off")
        .attr("role", "combobox")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr("autocapitalize", "words")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .refer("aria-controls", "districts")
        .attr("aria-expanded", if spread { "true" } else { "false" });
    let control =
        keys.into_iter().fold(
            control,
            |control, (on, key, event)| {
                if on { control.on_key(key, app.tell(event)) } else { control }
            },
        );
    match active.filter(|_| spread) {
        Some(id) => control.refer("aria-activedescendant", &row_part(id)),
        None => control,
    }
}

/// The part that a row is.
fn row_part(id: i64) -> String {
    concat(&["district-", &id.to_string()])
}

fn listed(app: App, district: &DistrictRow, active: bool) -> El {
    let id = row_part(district.id);
    row("li.tb-listed", &id)
        .id(&id)
        .attr("role", "option")
        .attr("aria-selected", if active { "true" } else { "false" })
        .reveal(active)
        .child(icon(Icon::Pin))
        .child(place(district))
        .on_press(app.tell(Event::DistrictChosen(district.id)))
}

/// What to say below the list.
fn message(app: App, view: &DistrictView) {
    let words = &app.words.parcel;
    let sentence = |text: &str| drop(el("p.tb-small").text(text));
    match view.finding {
        Finding::Digits => sentence(words.district_digits),
        Finding::Found if view.more && view.open => sentence(words.district_more),
        Finding::Empty => {
            el("p.tb-name").text(&app.words.district_none(view.input.text.trim()));
            sentence(words.district_none_hint);
        }
        Finding::Failed => {
            sentence(words.district_failed);
            plain(app.words.retry, "district-retry")
                .on("mousedown", app.on(Act::Nothing))
                .on_press(app.tell(Event::Retried));
            el("span").maybe(contact(app));
        }
        _ => {}
    }
}

//! "Paste your address": a box, what was found in it, and the word that it is right.

use super::parts::{Icon, button, icon, plain, primary};
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::view::{PasteView, Pasted};
use crate::flow::{Event, Input};

/// The link that opens the box, or the box.
pub(crate) fn paste(app: App, view: &PasteView) -> El {
    el("div.tb-paste").inside(|| drop(if view.open { spread(app, view) } else { opener(app) }))
}

fn opener(app: App) -> El {
    button("button.tb-button.tb-quiet", "paste-open")
        .attr("aria-expanded", "false")
        .child(icon(Icon::Paste))
        .child(el("span").text(app.words.parcel.paste_open))
        .on_press(app.tell(Event::PasteOpened(true)))
}

fn spread(app: App, view: &PasteView) -> El {
    let words = &app.words.parcel;
    let useful = view.found.as_ref().is_some_and(|found| !found.is_empty());
    el("div.tb-card.tb-fields")
        .child(
            el("div.tb-field")
                .child(el("label.tb-label").refer("for", "paste").text(words.paste))
                .child(el("p.tb-hint").id("paste-hint").text(words.paste_hint))
                .child(
                    el("textarea.tb-input")
                        .id("paste")
                        .attr("name", "pasted-address")
                        .attr("rows", "5")
                        .attr("autocomplete", "off")
                        .refer("aria-describedby", "paste-hint")
                        .on("input", app.on(Act::Fill(Event::AddressPasted))),
                ),
        )
        .child(el("div.tb-preview").attr("role", "status").inside(|| {
            if let Some(found) = &view.found {
                preview(app, found);
            }
        }))
        .child(
            el("div.tb-closing-choice")
                .child(
                    primary(words.paste_use, "paste-use")
                        .flag("hidden", !useful)
                        .on_press(app.tell(Event::PasteTaken)),
                )
                .child(
                    plain(words.paste_cancel, "paste-cancel").on_press(app.tell(Event::PasteOpened(false))),
                ),
        )
}

/// What goes where, or that nothing was found.
fn preview(app: App, found: &Pasted) {
    if found.is_empty() {
        el("p.tb-small").text(app.words.parcel.paste_nothing);
        return;
    }
    el("p.tb-subtitle").text(app.words.parcel.paste_found);
    el("dl.tb-pairs").inside(|| {
        let all = [
            (Input::Name, &found.name),
            (Input::Phone, &found.phone),
            (Input::District, &found.district),
            (Input::PostalCode, &found.postal_code),
            (Input::Street, &found.street),
        ];
        for (input, text) in all {
            if !text.is_empty() {
                el("div").child(el("dt").text(app.words.label(input))).child(el("dd").text(text));
            }
        }
    });
}

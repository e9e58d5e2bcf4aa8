//! "Paste your address": a box, what was found in it, and the word that it is right.

use shared::text::concat;
use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use super::address::view;
use super::parts::{Icon, button, icon, plain, primary};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::Pasted;
use crate::flow::{Event, Input};

/// The link that opens the box, or the box.
pub(crate) fn paste(app: App) -> El {
    let open = view(app, |view| view.paste.open);
    part("div", "tb-paste").live(move || vec![if open.get() { spread(app) } else { opener(app) }])
}

fn opener(app: App) -> El {
    button("tb-button tb-quiet")
        .attr("id", &app.id("paste-open"))
        .attr("aria-expanded", "false")
        .child(icon(Icon::Paste))
        .child(el("span").text(app.words.parcel.paste_open))
        .on_press(move || app.send(Event::PasteOpened(true)))
}

fn spread(app: App) -> El {
    let (words, id) = (&app.words.parcel, app.id("paste"));
    let hint = concat(&[&id, "-hint"]);
    let control = part("textarea", "tb-input")
        .attr("id", &id)
        .attr("name", "pasted-address")
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("aria-describedby", &hint);
    let source: HtmlInputElement = control.element().clone().unchecked_into();
    part("div", "tb-card tb-fields")
        .child(
            part("div", "tb-field")
                .child(part("label", "tb-label").attr("for", &id).text(words.paste))
                .child(part("p", "tb-hint").attr("id", &hint).text(words.paste_hint))
                .child(control.on("input", move |_| app.send(Event::AddressPasted(source.value())))),
        )
        .child(preview(app))
        .child(choice(app))
}

/// What goes where, or that nothing was found.
fn preview(app: App) -> El {
    let found = view(app, |view| view.paste.found.clone());
    part("div", "tb-preview").attr("role", "status").live(move || match found.read().as_ref() {
        None => Vec::new(),
        Some(found) if found.is_empty() => {
            vec![part("p", "tb-small").text(app.words.parcel.paste_nothing)]
        }
        Some(found) => vec![
            part("p", "tb-subtitle").text(app.words.parcel.paste_found),
            part("dl", "tb-pairs").children(pairs(app, found)),
        ],
    })
}

fn pairs(app: App, found: &Pasted) -> Vec<El> {
    let all = [
        (Input::Name, &found.name),
        (Input::Phone, &found.phone),
        (Input::District, &found.district),
        (Input::PostalCode, &found.postal_code),
        (Input::Street, &found.street),
    ];
    each(&all, |(input, text)| {
        let pair = || el("div").child(el("dt").text(app.words.label(*input))).child(el("dd").text(text));
        (!text.is_empty()).then(pair)
    })
}

fn choice(app: App) -> El {
    let useful = view(app, |view| view.paste.found.as_ref().is_some_and(|found| !found.is_empty()));
    part("div", "tb-closing-choice")
        .child(
            primary(app.words.parcel.paste_use)
                .attr("id", &app.id("paste-use"))
                .live_flag("hidden", move || !useful.get())
                .on_press(move || app.send(Event::PasteTaken)),
        )
        .child(
            plain(app.words.parcel.paste_cancel)
                .attr("id", &app.id("paste-cancel"))
                .on_press(move || app.send(Event::PasteOpened(false))),
        )
}

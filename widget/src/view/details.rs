//! The details step: who buys, and where to it goes.

use shared::text::concat;

use super::address::address;
use super::cart::form;
use super::parts::{Field, button, field, tick};
use super::paste::paste;
use crate::act::Act;
use crate::app::{App, part_of};
use crate::dom::{El, el};
use crate::flow::view::{DetailsView, InputError, InputView};
use crate::flow::{Event, Input, Step};

/// The form about the shopper and, when something is shipped, about where to.
pub(crate) fn details(app: App, view: &DetailsView) -> El {
    let shipped = view.address.as_ref();
    form(app, Step::Details)
        .child(summary(app, view))
        .maybe(shipped.map(|address| paste(app, &address.paste)))
        .child(el("p.tb-muted.tb-small").text(app.words.all_required))
        .child(el("div.tb-card.tb-fields").inside(|| {
            input(app, Input::Name, &view.name, || name(view));
            input(app, Input::Phone, &view.phone, || {
                line("tel", "tel").attr("inputmode", "tel").attr("autocomplete", "tel")
            });
            if let Some(mail) = &view.email {
                input(app, Input::Email, mail, email);
            }
            if shipped.is_none() {
                note(app, view);
            }
        }))
        .maybe(shipped.map(|shipped| address(app, shipped).inside(|| drop(note(app, view)))))
        .child(keep(app, view))
}

/// The tick that has the details kept on this device, and the word that they are gone.
fn keep(app: App, view: &DetailsView) -> El {
    let gone = if view.forgotten { app.words.details_forgotten } else { "" };
    let turned = app.tell(Event::DetailsKept(!view.kept));
    el("div.tb-keep")
        .child(tick("keep", app.words.details_remember, view.kept, turned, ""))
        .child(el("p.tb-muted.tb-small").attr("role", "status").text(gone))
}

/// All errors of the last try; each line leads to its field.
fn summary(app: App, view: &DetailsView) -> El {
    el("div.tb-summary").id("summary").attr("role", "alert").attr("tabindex", "-1").inside(|| {
        if view.summary.is_empty() {
            return;
        }
        el("p").text(&app.words.summary(view.summary.len()));
        el("ul").inside(|| {
            for (input, error) in &view.summary {
                el("li").child(to_field(app, *input, error));
            }
        });
    })
}

fn to_field(app: App, input: Input, error: &InputError) -> El {
    let part = part_of(input);
    el("a")
        .attr("href", &concat(&["#", &app.id(part)]))
        .text(&app.words.input_error(input, error))
        .on_press(app.on(Act::Focus(part)))
}

/// A field of the details with this control.
pub(super) fn input(app: App, input: Input, view: &InputView, control: impl FnOnce() -> El) -> El {
    let words = app.words;
    let error = view.error.as_ref().map(|error| words.input_error(input, error));
    let with = Field {
        input,
        optional: (input == Input::Note).then_some(words.optional),
        hint: match input {
            Input::Phone => Some(words.phone_hint),
            Input::Email => Some(words.email_hint),
            Input::District => Some(words.parcel.district_hint),
            Input::Street => Some(words.parcel.street_hint),
            Input::Name | Input::PostalCode | Input::Note => None,
        },
        text: &view.text,
        error: error.as_deref(),
    };
    field(app, &with, control)
}

/// A control of one line, and what browsers need to know to fill it.
pub(super) fn line(kind: &str, name: &str) -> El {
    el("input.tb-input").attr("type", kind).attr("name", name).attr("enterkeyhint", "next")
}

/// A control of several lines.
pub(super) fn lines(name: &str) -> El {
    el("textarea.tb-input").attr("name", name).attr("rows", "3")
}

fn name(view: &DetailsView) -> El {
    let filled = if view.address.is_some() { "shipping name" } else { "name" };
    line("text", "name").attr("autocapitalize", "words").attr("autocomplete", filled)
}

fn email() -> El {
    line("email", "email")
        .attr("inputmode", "email")
        .attr("autocomplete", "email")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
}

fn note(app: App, view: &DetailsView) -> El {
    if view.note_open {
        return input(app, Input::Note, &view.note, || lines("notes").attr("autocomplete", "off"));
    }
    button("button.tb-text-button", part_of(Input::Note))
        .text(app.words.note_open)
        .on_press(app.tell(Event::NoteOpened))
}

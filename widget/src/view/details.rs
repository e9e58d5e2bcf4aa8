//! The details step: who buys, and where to it goes.

use shared::text::concat;
use std::rc::Rc;

use super::address::address;
use super::cart::form;
use super::parts::{Field, button, field, tick};
use super::paste::paste;
use crate::app::App;
use crate::dom::{El, el, focus, part};
use crate::each::each;
use crate::flow::view::{DetailsView, InputError, InputView};
use crate::flow::{Event, Input, Step};
use crate::signal::{Signal, derived};

/// The form about the shopper and, when something is shipped, about where to.
pub(crate) fn details(app: App) -> El {
    form(app, Step::Details)
        .child(summary(app))
        .child(when_shipped(app, true, paste))
        .child(part("p", "tb-muted tb-small").text(app.words.all_required))
        .child(
            part("div", "tb-card tb-fields")
                .child(input(app, Input::Name))
                .child(input(app, Input::Phone))
                .child(email(app))
                .child(when_shipped(app, false, note)),
        )
        .child(when_shipped(app, true, |app| address(app).child(note(app))))
        .child(keep(app))
}

/// The tick that has the details kept on this device, and the word that they are gone.
fn keep(app: App) -> El {
    let (kept, forgotten) = (shown(app, |view| view.kept), shown(app, |view| view.forgotten));
    let (label, gone) = (app.words.details_remember, app.words.details_forgotten);
    part("div", "tb-keep")
        .child(tick(
            &app.id("keep"),
            move || label.to_owned(),
            move || kept.get(),
            move |keep| app.send(Event::DetailsKept(keep)),
            None,
        ))
        .child(
            part("p", "tb-muted tb-small")
                .attr("role", "status")
                .live_text(move || if forgotten.get() { gone.to_owned() } else { String::new() }),
        )
}

/// What stands there only when something is shipped, or only when nothing is.
fn when_shipped(app: App, wanted: bool, draw: fn(App) -> El) -> El {
    let ships = ships(app);
    el("div").live_maybe(move || (ships.get() == wanted).then(|| draw(app)))
}

/// Whether something is shipped.
fn ships(app: App) -> Signal<bool> {
    shown(app, |view| view.address.is_some())
}

/// A part of what is known of the details.
pub(super) fn shown<T: PartialEq + Clone + Default + 'static>(
    app: App,
    of: fn(&DetailsView) -> T,
) -> Signal<T> {
    derived(move || app.details.read().as_ref().map(of).unwrap_or_default())
}

/// All errors of the last try; each line leads to its field.
fn summary(app: App) -> El {
    let errors = shown(app, |view| view.summary.clone());
    part("div", "tb-summary")
        .attr("id", &app.id("summary"))
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .live(move || {
            let errors = errors.read();
            if errors.is_empty() {
                return Vec::new();
            }
            let lines = each(&errors, |(input, error)| el("li").child(to_field(app, *input, error)));
            vec![el("p").text(&app.words.summary(errors.len())), el("ul").children(lines)]
        })
}

fn to_field(app: App, input: Input, error: &InputError) -> El {
    let id = app.input_id(input);
    el("a").attr("href", &concat(&["#", &id])).text(&app.words.input_error(input, error)).on(
        "click",
        move |event| {
            event.prevent_default();
            focus(&id);
        },
    )
}

/// The part of the view about one field.
fn of(view: &DetailsView, input: Input) -> Option<&InputView> {
    let address = view.address.as_ref();
    match input {
        Input::Name => Some(&view.name),
        Input::Phone => Some(&view.phone),
        Input::Email => view.email.as_ref(),
        Input::Note => Some(&view.note),
        Input::District => address.map(|address| &address.district.input),
        Input::PostalCode => Some(&address?.postal_code.as_ref()?.input),
        Input::Street => address.map(|address| &address.street),
    }
}

fn input(app: App, input: Input) -> El {
    input_with(app, input, control(app, input))
}

/// A field of the details with this control.
pub(super) fn input_with(app: App, input: Input, control: El) -> El {
    let words = app.words;
    let text = derived(move || {
        let view = app.details.read();
        view.as_ref().and_then(|view| of(view, input)).map(|view| view.text.clone()).unwrap_or_default()
    });
    let error = derived(move || {
        let view = app.details.read();
        view.as_ref().and_then(|view| of(view, input)?.error.clone())
    });
    field(Field {
        id: app.input_id(input),
        control,
        label: words.label(input),
        optional: (input == Input::Note).then_some(words.optional),
        hint: match input {
            Input::Phone => Some(words.phone_hint),
            Input::Email => Some(words.email_hint),
            Input::District => Some(words.parcel.district_hint),
            Input::Street => Some(words.parcel.street_hint),
            Input::Name | Input::PostalCode | Input::Note => None,
        },
        text: Rc::new(move || text.get()),
        error: Rc::new(move || error.read().as_ref().map(|error| words.input_error(input, error))),
        typed: Rc::new(move |text| app.send(Event::Typed { input, text })),
        left: Rc::new(move || app.send(Event::InputLeft(input))),
    })
}

/// What browsers need to know to fill a field and to show the right keyboard.
pub(super) fn control(app: App, input: Input) -> El {
    let line = |kind, name: &str| {
        part("input", "tb-input").attr("type", kind).attr("name", name).attr("enterkeyhint", "next")
    };
    let text = |name: &str| part("textarea", "tb-input").attr("name", name).attr("rows", "3");
    match input {
        Input::Name => {
            let ships = ships(app);
            line("text", "name").attr("autocapitalize", "words").live_attr("autocomplete", move || {
                Some(if ships.get() { "shipping name" } else { "name" }.to_owned())
            })
        }
        Input::Phone => line("tel", "tel").attr("inputmode", "tel").attr("autocomplete", "tel"),
        Input::Email => line("email", "email")
            .attr("inputmode", "email")
            .attr("autocomplete", "email")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false"),
        Input::PostalCode => line("text", "postal-code")
            .attr("inputmode", "numeric")
            .attr("maxlength", "5")
            .attr("autocomplete", "shipping postal-code"),
        Input::Street => text("street-address").attr("autocomplete", "shipping street-address"),
        Input::District => line("text", "district").attr("autocomplete", "off"),
        Input::Note => text("notes").attr("autocomplete", "off"),
    }
}

fn email(app: App) -> El {
    let asked = shown(app, |view| view.email.is_some());
    el("div").live_maybe(move || asked.get().then(|| input(app, Input::Email)))
}

fn note(app: App) -> El {
    let open = shown(app, |view| view.note_open);
    el("div").live(move || vec![if open.get() { input(app, Input::Note) } else { opener(app) }])
}

fn opener(app: App) -> El {
    let id = app.input_id(Input::Note);
    button("tb-text-button")
        .attr("id", &id)
        .text(app.words.note_open)
        .on_press(move || app.send(Event::NoteOpened))
}

//! The details step: who buys.

use std::rc::Rc;

use super::cart::form;
use super::parts::{Field, button, field};
use crate::app::App;
use crate::dom::{El, el, focus, part};
use crate::flow::view::{DetailsView, InputError, InputView};
use crate::flow::{Event, Input, Step};
use crate::signal::{Signal, derived};

/// The form about the shopper.
pub(crate) fn details(app: &App) -> El {
    form(app, Step::Details)
        .child(summary(app))
        .child(part("p", "tb-muted tb-small").text(app.words.all_required))
        .child(
            part("div", "tb-card tb-fields")
                .child(input(app, Input::Name))
                .child(input(app, Input::Phone))
                .child(email(app))
                .child(note(app)),
        )
}

fn view<T: PartialEq + Clone + Default + 'static>(
    app: &App,
    of: impl Fn(&DetailsView) -> T + 'static,
) -> Signal<T> {
    let app = app.clone();
    derived(move || app.details.read().as_ref().map(&of).unwrap_or_default())
}

/// All errors of the last try; each line leads to its field.
fn summary(app: &App) -> El {
    let drawn = app.clone();
    let errors = view(app, |view| view.summary.clone());
    part("div", "tb-summary")
        .attr("id", &app.id("summary"))
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .live(move || {
            let errors = errors.read();
            if errors.is_empty() {
                return Vec::new();
            }
            let lines = errors.iter().map(|(input, error)| el("li").child(to_field(&drawn, *input, error)));
            vec![el("p").text(&drawn.words.summary(errors.len())), el("ul").children(lines)]
        })
}

fn to_field(app: &App, input: Input, error: &InputError) -> El {
    let id = app.input_id(input);
    el("a").attr("href", &["#", &id].concat()).text(&app.words.input_error(input, error)).on(
        "click",
        move |event| {
            event.prevent_default();
            focus(&id);
        },
    )
}

/// The part of the view about one field.
fn of(view: &DetailsView, input: Input) -> Option<&InputView> {
    match input {
        Input::Name => Some(&view.name),
        Input::Phone => Some(&view.phone),
        Input::Email => view.email.as_ref(),
        Input::District => view.address.as_ref().map(|address| &address.district.input),
        Input::PostalCode => view.address.as_ref()?.postal_code.as_ref().map(|code| &code.input),
        Input::Street => view.address.as_ref().map(|address| &address.street),
        Input::Note => Some(&view.note),
    }
}

fn input(app: &App, input: Input) -> El {
    let (typed, left, words) = (app.clone(), app.clone(), app.words);
    let text = view(app, move |view| of(view, input).map(|view| view.text.clone()).unwrap_or_default());
    let error = view(app, move |view| of(view, input).and_then(|view| view.error.clone()));
    field(Field {
        id: app.input_id(input),
        control: control(input),
        label: words.label(input),
        optional: (input == Input::Note).then_some(words.optional),
        hint: match input {
            Input::Phone => Some(words.phone_hint),
            Input::Email => Some(words.email_hint),
            Input::Name | Input::Note | Input::District | Input::PostalCode | Input::Street => None,
        },
        text: Rc::new(move || text.get()),
        error: Rc::new(move || error.read().as_ref().map(|error| words.input_error(input, error))),
        typed: Rc::new(move |text| typed.send(Event::Typed { input, text })),
        left: Rc::new(move || left.send(Event::InputLeft(input))),
    })
}

/// What browsers need to know to fill a field and to show the right keyboard.
fn control(input: Input) -> El {
    let line = |kind, name: &str, autocomplete| {
        part("input", "tb-input").attr("type", kind).attr("name", name).attr("autocomplete", autocomplete)
    };
    match input {
        Input::Name => {
            line("text", "name", "name").attr("autocapitalize", "words").attr("enterkeyhint", "next")
        }
        Input::Phone => line("tel", "tel", "tel").attr("inputmode", "tel").attr("enterkeyhint", "next"),
        Input::Email => line("email", "email", "email")
            .attr("inputmode", "email")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false"),
        Input::District => line("text", "district", "off"),
        Input::PostalCode => line("text", "postal-code", "shipping postal-code"),
        Input::Street => part("textarea", "tb-input").attr("name", "street"),
        Input::Note => {
            part("textarea", "tb-input").attr("name", "notes").attr("rows", "3").attr("autocomplete", "off")
        }
    }
}

fn email(app: &App) -> El {
    let (app, asked) = (app.clone(), view(app, |view| view.email.is_some()));
    el("div").live(move || if asked.get() { vec![input(&app, Input::Email)] } else { Vec::new() })
}

fn note(app: &App) -> El {
    let (app, open) = (app.clone(), view(app, |view| view.note_open));
    el("div").live(move || vec![if open.get() { input(&app, Input::Note) } else { opener(&app) }])
}

fn opener(app: &App) -> El {
    let (id, app) = (app.input_id(Input::Note), app.clone());
    button("tb-text-button")
        .attr("id", &id)
        .text(app.words.note_open)
        .on_press(move || app.send(Event::NoteOpened))
}

//! A labelled control with its hint and its error.

use shared::text::concat;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use crate::dom::{El, el, part};

/// What a field is and does.
pub(crate) struct Field {
    /// The same on every load.
    pub(crate) id: String,
    /// The control, with what only this field has: `type`, `autocomplete`, …
    pub(crate) control: El,
    /// Stands above.
    pub(crate) label: &'static str,
    /// Stands behind the label of a field that may stay empty.
    pub(crate) optional: Option<&'static str>,
    /// Stands below the label.
    pub(crate) hint: Option<&'static str>,
    /// The text it holds.
    pub(crate) text: Rc<dyn Fn() -> String>,
    /// What is wrong with it.
    pub(crate) error: Rc<dyn Fn() -> Option<String>>,
    /// It holds this text now, typed or filled by the browser.
    pub(crate) typed: Rc<dyn Fn(String)>,
    /// It lost the focus.
    pub(crate) left: Rc<dyn Fn()>,
}

/// The field. An error is linked to its control and stands below it.
pub(crate) fn field(with: Field) -> El {
    let Field { id, control, label, optional, hint, text, error, typed, left } = with;
    let ids = (hint.map(|_| concat(&[&id, "-hint"])), concat(&[&id, "-error"]));
    let said = Rc::clone(&error);
    let wrong = Rc::clone(&error);
    let describing = ids.clone();
    let control = control
        .attr("id", &id)
        .live_attr("aria-invalid", move || wrong().map(|_| "true".to_owned()))
        .live_attr("aria-describedby", move || described_by(&describing, error().is_some()))
        .live_value(move || text());
    let control = listened(control, &typed, left);
    let label = part("label", "tb-label").attr("for", &id).text(label);
    part("div", "tb-field")
        .child(label.maybe(optional.map(|optional| part("span", "tb-muted").text(optional))))
        .maybe(hint.map(|hint| part("p", "tb-hint").attr("id", &concat(&[&id, "-hint"])).text(hint)))
        .child(control)
        .child(part("p", "tb-error").attr("id", &ids.1).live_maybe(move || said().as_deref().map(sentence)))
}

fn sentence(text: &str) -> El {
    el("span").text(text)
}

fn described_by(ids: &(Option<String>, String), wrong: bool) -> Option<String> {
    match ids {
        (Some(hint), error) if wrong => Some(concat(&[hint, " ", error])),
        (None, error) if wrong => Some(error.clone()),
        (hint, _) => hint.clone(),
    }
}

/// Browsers fill fields with `input` in one version and `change` in another.
fn listened(control: El, typed: &Rc<dyn Fn(String)>, left: Rc<dyn Fn()>) -> El {
    let hear = || {
        let typed = Rc::clone(typed);
        let source: HtmlInputElement = control.element().clone().unchecked_into();
        move |_| typed(source.value())
    };
    let (on_input, on_change) = (hear(), hear());
    control.on("input", on_input).on("change", on_change).on("blur", move |_| left())
}

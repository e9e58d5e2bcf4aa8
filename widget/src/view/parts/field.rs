//! A labelled control with its hint and its error.

use shared::text::concat;

use crate::act::Act;
use crate::app::{App, part_of};
use crate::dom::{El, el, row};
use crate::flow::{Event, Input};

/// What a field is and shows.
pub(crate) struct Field<'a> {
    /// Which one.
    pub(crate) input: Input,
    /// Stands behind the label of a field that may stay empty.
    pub(crate) optional: Option<&'a str>,
    /// Stands below the label.
    pub(crate) hint: Option<&'a str>,
    /// The text it holds.
    pub(crate) text: &'a str,
    /// What is wrong with it.
    pub(crate) error: Option<&'a str>,
}

/// The field around what `control` draws: the control, with what only this field has: `type`, `autocomplete`, … An
/// error is linked to its control and stands below it.
pub(crate) fn field(app: App, with: &Field, control: impl FnOnce() -> El) -> El {
    let Field { input, optional, hint, text, error } = *with;
    let id = part_of(input);
    let (hint_id, error_id) = (concat(&[id, "-hint"]), concat(&[id, "-error"]));
    row("div.tb-field", id)
        .child(
            el("label.tb-label")
                .refer("for", id)
                .text(app.words.label(input))
                .maybe(optional.map(|optional| el("span.tb-muted").text(optional))),
        )
        .maybe(hint.map(|hint| el("p.tb-hint").id(&hint_id).text(hint)))
        .inside(|| {
            let control = control().id(id).value(text);
            let control = match (hint, error) {
                (Some(_), Some(_)) => {
                    control.attr("aria-describedby", &concat(&[&app.id(&hint_id), " ", &app.id(&error_id)]))
                }
                (Some(_), None) => control.refer("aria-describedby", &hint_id),
                (None, Some(_)) => control.refer("aria-describedby", &error_id),
                (None, None) => control,
            };
            // Browsers fill fields with `input` in one version and `change` in another.
            control
                .attr_if(error.is_some(), "aria-invalid", "true")
                .on("input", app.on(Act::Type(input)))
                .on("change", app.on(Act::Type(input)))
                .on("blur", app.tell(Event::InputLeft(input)));
        })
        .child(el("p.tb-error").id(&error_id).maybe(error.map(|error| el("span").text(error))))
}

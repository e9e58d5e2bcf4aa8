//! A number of pieces: fewer, typed, more.

use shared::text::concat;

use super::{Icon, button, icon};
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::{Event, Item};

/// What a stepper counts.
pub(crate) struct Stepper<'a> {
    /// Begins the part that each of its controls is.
    pub(crate) id: &'a str,
    /// The name of the thing, for screen readers.
    pub(crate) name: &'a str,
    /// The thing.
    pub(crate) item: &'a Item,
    /// Pieces now.
    pub(crate) pieces: u32,
    /// The most there can be.
    pub(crate) max: u32,
}

/// The stepper of a thing in the cart.
pub(crate) fn stepper(app: App, with: &Stepper) -> El {
    let Stepper { id, name, item, pieces, max } = *with;
    let label = app.words.quantity_named(name);
    let set = |by: i64| app.tell(Event::QuantitySet { item: item.clone(), pieces: i64::from(pieces) + by });
    el("div.tb-stepper")
        .attr("role", "group")
        .attr("aria-label", &label)
        .child(
            button("button.tb-step", &concat(&[id, "-fewer"]))
                .attr("aria-label", &app.words.fewer_named(name))
                .child(icon(Icon::Minus))
                .on_press(set(-1)),
        )
        .child(
            el("input.tb-number")
                .id(&concat(&[id, "-number"]))
                .attr("type", "text")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("maxlength", "4")
                .attr("aria-label", &label)
                .value(&pieces.to_string())
                .on("change", app.on(Act::Count(item.clone())))
                .on_key("Enter", app.on(Act::Count(item.clone()))),
        )
        .child(
            button("button.tb-step", &concat(&[id, "-more"]))
                .attr("aria-label", &app.words.more_named(name))
                .attr_if(pieces >= max, "aria-disabled", "true")
                .child(icon(Icon::Plus))
                .on_press(set(1)),
        )
}

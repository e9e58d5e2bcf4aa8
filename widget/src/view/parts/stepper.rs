//! A number of pieces: fewer, typed, more.

use shared::text::concat;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::{Icon, button, icon};
use crate::dom::{El, part};
use crate::effects::clock::after;

/// What a stepper is called, does and shows.
pub(crate) struct Stepper {
    /// Begins the `id` of each of its parts.
    pub(crate) id: String,
    /// Accessible name of the minus.
    pub(crate) fewer: String,
    /// Accessible name of the plus.
    pub(crate) more: String,
    /// Accessible name of the box.
    pub(crate) label: String,
    /// Pieces now, and the most there can be.
    pub(crate) pieces: Rc<dyn Fn() -> (u32, u32)>,
    /// So many are wanted.
    pub(crate) set: Rc<dyn Fn(i64)>,
}

/// The stepper.
pub(crate) fn stepper(with: Stepper) -> El {
    let Stepper { id, fewer, more, label, pieces, set } = with;
    let step = |by: i64| {
        let (pieces, set) = (Rc::clone(&pieces), Rc::clone(&set));
        move || set(i64::from(pieces().0) + by)
    };
    let at_most = {
        let pieces = Rc::clone(&pieces);
        move || (pieces().0 >= pieces().1).then(|| "true".to_owned())
    };
    part("div", "tb-stepper")
        .attr("role", "group")
        .attr("aria-label", &label)
        .child(
            button("tb-step")
                .attr("id", &concat(&[&id, "-fewer"]))
                .attr("aria-label", &fewer)
                .child(icon(Icon::Minus))
                .on_press(step(-1)),
        )
        .child(number(&id, &label, &pieces, &set))
        .child(
            button("tb-step")
                .attr("id", &concat(&[&id, "-more"]))
                .attr("aria-label", &more)
                .live_attr("aria-disabled", at_most)
                .child(icon(Icon::Plus))
                .on_press(step(1)),
        )
}

fn number(id: &str, label: &str, pieces: &Rc<dyn Fn() -> (u32, u32)>, set: &Rc<dyn Fn(i64)>) -> El {
    let shown = Rc::clone(pieces);
    let input = part("input", "tb-number")
        .attr("id", &concat(&[id, "-number"]))
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "4")
        .attr("aria-label", label)
        .live_value(move || shown().0.to_string());
    let control: HtmlInputElement = input.element().clone().unchecked_into();
    let take = {
        let (pieces, set) = (Rc::clone(pieces), Rc::clone(set));
        Rc::new(move || taken(&control, &pieces, &*set))
    };
    let on_enter = Rc::clone(&take);
    input.on("change", move |_| take()).on("keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
            on_enter();
        }
    })
}

/// Hands on what was typed, and shows what came of it.
fn taken(control: &HtmlInputElement, pieces: &Rc<dyn Fn() -> (u32, u32)>, set: &dyn Fn(i64)) {
    if let Ok(wanted) = control.value().trim().parse() {
        set(wanted);
    }
    let (control, pieces) = (control.clone(), Rc::clone(pieces));
    after(0, move || control.set_value(&pieces().0.to_string()));
}

//! The tick that cash at the door asks for.

use super::parts::{complaint, tick};
use crate::app::App;
use crate::dom::{El, part};
use crate::flow::Event;
use crate::flow::view::CodView;
use crate::signal::{Signal, derived};

/// "I am ready to pay the courier Rp 139.000 in cash", while that is the way to pay.
pub(crate) fn cod(app: App) -> El {
    let asked = view(app, |view| view.is_some());
    part("div", "tb-cod").live_maybe(move || asked.get().then(|| agreement(app)))
}

fn view<T: PartialEq + Clone + 'static>(app: App, of: fn(Option<&CodView>) -> T) -> Signal<T> {
    derived(move || of(app.payment.read().as_ref().and_then(|view| view.cod.as_ref())))
}

fn agreement(app: App) -> El {
    let amount = view(app, |view| view.map(|view| view.amount.clone()).unwrap_or_default());
    let agreed = view(app, |view| view.is_some_and(|view| view.agreed));
    let missing = view(app, |view| view.is_some_and(|view| view.missing));
    let words = app.words;
    part("div", "tb-card tb-agree")
        .live_flag("data-missing", {
            let missing = missing.clone();
            move || missing.get()
        })
        .child(tick(
            &app.id("cod-agree"),
            move || words.cod_ready(&amount.read()),
            move || agreed.get(),
            move |agreed| app.send(Event::CodAgreed(agreed)),
            Some(&app.id("cod-error")),
        ))
        .child(complaint(&app.id("cod-error"), words.parcel.cod_ready_missing, missing))
}

//! The couriers to pick from, and what is said around them.

use super::courier::courier;
use super::delivery::view;
use super::parts::{Icon, button, complaint, icon, plain, tick};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::Event;
use crate::flow::view::Quoting;
use crate::signal::Signal;

/// The list, kept while newer prices are on their way.
pub(crate) fn couriers(app: App) -> El {
    let stale = view(app, |view| view.quoting == Quoting::Refreshing);
    let busy = stale.clone();
    el("fieldset")
        .attr("class", "tb-choices")
        .attr("aria-describedby", &app.id("courier-error"))
        .live_attr("aria-busy", move || busy.get().then(|| "true".to_owned()))
        .child(part("legend", "tb-sr").text(app.words.parcel.courier_how))
        .child(missing(app))
        .child(refreshing(app, stale))
        .child(part("div", "tb-couriers").rows(
            move || {
                let view = app.delivery.read();
                each(view.as_ref().map_or(&[][..], |view| &view.couriers), |card| card.code.clone())
            },
            move |code| courier(app, code),
        ))
        .child(rest(app))
}

fn missing(app: App) -> El {
    complaint(&app.id("courier-error"), app.words.parcel.courier_missing, view(app, |view| view.missing))
}

fn refreshing(app: App, stale: Signal<bool>) -> El {
    let words = app.words;
    part("p", "tb-refreshing tb-muted tb-small").attr("role", "status").live(move || {
        if !stale.get() {
            return Vec::new();
        }
        vec![part("span", "tb-spinner"), el("span").text(words.parcel.couriers_refreshing)]
    })
}

/// What stands below the list: the others, and what is not shown.
fn rest(app: App) -> El {
    let rest = view(app, |view| {
        let more = (!view.shows_all).then_some(view.all);
        Some((view.insurance.clone(), more, view.hidden_without_cod, view.is_incomplete))
    });
    part("div", "tb-rest").live(move || {
        let rest = rest.read();
        let Some((premium, all, hidden, incomplete)) = rest.as_ref() else { return Vec::new() };
        let insurance = premium.as_ref().map(|premium| insurance(app, premium));
        let more = all.map(|all| every(app, all));
        let hidden = (*hidden > 0).then(|| without_cod(app, *hidden));
        let incomplete = incomplete.then(|| unanswered(app));
        insurance.into_iter().chain(more).chain(hidden).chain(incomplete).collect()
    })
}

/// The tick for insurance, where the picked service has it.
fn insurance(app: App, premium: &str) -> El {
    let label = app.words.insure(premium);
    tick(
        &app.id("insurance"),
        move || label.clone(),
        move || app.delivery.read().as_ref().is_some_and(|view| view.insured),
        move |wanted| app.send(Event::InsuranceWanted(wanted)),
        None,
    )
}

fn every(app: App, all: usize) -> El {
    plain(&app.words.all_couriers(all))
        .attr("id", &app.id("all-couriers"))
        .on_press(move || app.send(Event::AllCouriersWanted))
}

fn note(sentence: &str, action: El) -> El {
    part("div", "tb-note").child(icon(Icon::Warning)).child(el("p").text(sentence)).child(action)
}

fn without_cod(app: App, hidden: u32) -> El {
    let other = button("tb-text-button")
        .attr("id", &app.id("drop-cod"))
        .text(app.words.parcel.other_payment)
        .on_press(move || app.send(Event::CodDropped));
    note(&app.words.hidden_without_cod(hidden), other)
}

fn unanswered(app: App) -> El {
    let again = button("tb-text-button")
        .attr("id", &app.id("quote-again"))
        .text(app.words.retry)
        .on_press(move || app.send(Event::Retried));
    note(app.words.parcel.incomplete, again)
}

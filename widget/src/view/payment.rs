//! The payment step.

use shared::text::concat;
use shared::v3::PaymentKind;

use super::cart::form;
use super::cod::cod;
use super::matrix::matrix;
use super::parts::{Icon, complaint, icon};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::ChoiceView;
use crate::flow::{Event, Step};
use crate::signal::{Signal, derived, derived_row};

/// The ways to pay.
pub(crate) fn payment(app: App) -> El {
    let none = derived(move || app.payment.read().as_ref().is_some_and(|view| view.choices.is_empty()));
    form(app, Step::Payment).live(move || {
        if none.get() { vec![nothing(app)] } else { vec![choices(app), matrix(app), barred(app)] }
    })
}

/// The seller, where none of the ways can be picked.
fn barred(app: App) -> El {
    el("div").live_maybe(move || {
        let view = app.payment.read();
        let stuck = view.as_ref()?.choices.iter().all(|choice| choice.barred.is_some());
        stuck.then(|| contact(app)).flatten()
    })
}

fn nothing(app: App) -> El {
    part("div", "tb-card tb-ending").child(el("p").text(app.words.payment_none)).maybe(contact(app))
}

fn choices(app: App) -> El {
    el("fieldset")
        .attr("class", "tb-choices")
        .attr("aria-describedby", &app.id("payment-error"))
        .child(part("legend", "tb-sr").text(app.words.pay_how))
        .child(missing(app))
        .child(part("div", "tb-choice-list").rows(
            move || {
                let view = app.payment.read();
                let choices = view.as_ref().map_or(&[][..], |view| &view.choices);
                each(choices, |choice| choice.code.as_str().to_owned())
            },
            move |code| one(app, code),
        ))
}

fn missing(app: App) -> El {
    let missing = derived(move || app.payment.read().as_ref().is_some_and(|view| view.missing));
    complaint(&app.id("payment-error"), app.words.payment_missing, missing)
}

fn choice(app: App, code: String) -> Signal<ChoiceView> {
    derived_row(move || {
        app.payment.read().as_ref()?.choices.iter().find(|choice| choice.code.as_str() == code).cloned()
    })
}

fn one(app: App, code: &str) -> El {
    let shown = choice(app, code.to_owned());
    let (checked, barred) = (shown.clone(), shown.clone());
    let ChoiceView { code, label, kind, .. } = shown.get();
    let words = app.words;
    let way = part("label", "tb-card tb-way")
        .live_flag("data-barred", move || barred.read().barred.is_some())
        .child(
            el("input")
                .attr("type", "radio")
                .attr("name", &app.id("payment"))
                .attr("id", &app.id(&concat(&["pay-", code.as_str()])))
                .attr("value", code.as_str())
                .live_checked(move || checked.read().chosen)
                .live_flag("disabled", {
                    let shown = shown.clone();
                    move || shown.read().barred.is_some()
                })
                .on("change", move |_| app.send(Event::PaymentChosen(code.clone()))),
        )
        .child(part("span", "tb-way-icon").child(icon(icon_of(kind))))
        .child(
            part("span", "tb-way-text")
                .child(part("span", "tb-name").text(words.payment_label(kind, &label)))
                .child(part("span", "tb-muted tb-small").live_text(move || {
                    let shown = shown.read();
                    let why = shown.barred.as_ref().map(|why| app.words.no_cod(why));
                    why.unwrap_or_else(|| words.payment_hint(kind).to_owned())
                })),
        );
    el("div").child(way).maybe((kind == PaymentKind::Cod).then(|| cod(app)))
}

/// The picture of a way to pay.
pub(crate) fn icon_of(kind: PaymentKind) -> Icon {
    match kind {
        PaymentKind::Qr => Icon::Qr,
        PaymentKind::Ewallet => Icon::Wallet,
        PaymentKind::VirtualAccount | PaymentKind::BankTransfer => Icon::Bank,
        PaymentKind::Card => Icon::Card,
        PaymentKind::Retail => Icon::Shop,
        PaymentKind::Hosted | PaymentKind::Other => Icon::Link,
        PaymentKind::Cod => Icon::Cash,
    }
}

//! The payment step.

use shared::text::concat;
use shared::v3::PaymentKind;

use super::cart::form;
use super::cod::cod;
use super::matrix::matrix;
use super::parts::{Icon, complaint, icon};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::{ChoiceView, PaymentView};
use crate::flow::{Event, Flow, Step};

/// The ways to pay.
pub(crate) fn payment(app: App, flow: &Flow, view: &PaymentView) -> El {
    form(app, Step::Payment).inside(|| {
        if view.choices.is_empty() {
            el("div.tb-card.tb-ending").child(el("p").text(app.words.payment_none)).maybe(contact(app));
            return;
        }
        choices(app, view);
        matrix(app, flow.matrix_view().as_ref(), view);
        // The seller, where none of the ways can be picked.
        let stuck = view.choices.iter().all(|choice| choice.barred.is_some());
        el("div").maybe(stuck.then(|| contact(app)).flatten());
    })
}

fn choices(app: App, view: &PaymentView) -> El {
    el("fieldset.tb-choices")
        .refer("aria-describedby", "payment-error")
        .child(el("legend.tb-sr").text(app.words.pay_how))
        .child(complaint("payment-error", app.words.payment_missing, view.missing))
        .child(el("div.tb-choice-list").inside(|| {
            for choice in &view.choices {
                one(app, view, choice);
            }
        }))
}

fn one(app: App, view: &PaymentView, choice: &ChoiceView) -> El {
    let ChoiceView { code, label, kind, chosen, barred } = choice;
    let words = app.words;
    let why = barred.as_ref().map(|why| words.no_cod(why));
    row("div", code.as_str())
        .child(
            el("label.tb-card.tb-way")
                .flag("data-barred", barred.is_some())
                .child(
                    el("input")
                        .attr("type", "radio")
                        .refer("name", "payment")
                        .id(&concat(&["pay-", code.as_str()]))
                        .attr("value", code.as_str())
                        .checked(*chosen)
                        .flag("disabled", barred.is_some())
                        .on("change", app.tell(Event::PaymentChosen(code.clone()))),
                )
                .child(el("span.tb-way-icon").child(icon(icon_of(*kind))))
                .child(
                    el("span.tb-way-text")
                        .child(el("span.tb-name").text(words.payment_label(*kind, label)))
                        .child(
                            el("span.tb-muted.tb-small")
                                .text(why.as_deref().unwrap_or(words.payment_hint(*kind))),
                        ),
                ),
        )
        .maybe((*kind == PaymentKind::Cod).then(|| cod(app, view.cod.as_ref())))
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

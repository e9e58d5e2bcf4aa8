//! The payment step as it is drawn.

use shared::v3::{PaymentKind, PaymentMethodCode};

use crate::flow::Flow;

/// The ways to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentView {
    /// In the order shoppers know; empty when none fits this cart: say so, and
    /// offer the way back and the seller.
    pub choices: Vec<ChoiceView>,
    /// "Continue" was pressed with none picked.
    pub missing: bool,
}

/// One way to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// Goes into [`PaymentChosen`](crate::flow::Event::PaymentChosen).
    pub code: PaymentMethodCode,
    /// Its name; `Copy::payment_label` translates the few that are not brands.
    pub label: String,
    /// How the shopper pays: decides the picture and the explanation.
    pub kind: PaymentKind,
    /// It is the picked one.
    pub chosen: bool,
}

impl Flow {
    /// The ways to pay; `None` before the store is loaded.
    pub fn payment_view(&self) -> Option<PaymentView> {
        self.catalogue.as_ref()?;
        let choice = |method: shared::wire::PaymentMethod| ChoiceView {
            chosen: self.payment.chosen.as_ref() == Some(&method.code),
            code: method.code,
            label: method.label,
            kind: method.kind,
        };
        let choices = self.offered().into_iter().map(choice).collect();
        Some(PaymentView { choices, missing: self.payment.missing })
    }
}

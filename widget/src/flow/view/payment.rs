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
    /// The tick that cash at the door asks for; only while it is picked.
    pub cod: Option<CodView>,
}

/// "I am ready to pay the courier Rp 139.000 in cash."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodView {
    /// To the rupiah.
    pub amount: String,
    /// It is ticked, for this very amount.
    pub agreed: bool,
    /// "Continue" was pressed without it.
    pub missing: bool,
}

/// Why cash at the door cannot be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoCod {
    /// A part of the cart comes by e-mail.
    Digital,
    /// The picked service takes none.
    Service {
        /// `J&T Express Reguler`
        service: String,
    },
    /// No courier that goes there takes any.
    NoCourier,
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
    /// It cannot be picked; say why.
    pub barred: Option<NoCod>,
}

impl Flow {
    /// The ways to pay; `None` before the store is loaded.
    pub fn payment_view(&self) -> Option<PaymentView> {
        self.catalogue.as_ref()?;
        let mut choices = Vec::new();
        for method in self.offered() {
            choices.push(ChoiceView {
                chosen: self.payment.chosen.as_ref() == Some(&method.code),
                barred: self.barred(&method),
                code: method.code,
                label: method.label,
                kind: method.kind,
            });
        }
        Some(PaymentView {
            choices,
            missing: self.payment.missing && self.payment.chosen.is_none(),
            cod: self.cod_view(),
        })
    }
}

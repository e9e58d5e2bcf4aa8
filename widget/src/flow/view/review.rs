//! The review as it is drawn. Its lines are the cart's.

use shared::v3::PaymentKind;

use crate::flow::Flow;
use crate::flow::stage::Stage;

/// All that is about to be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The shopper's name.
    pub name: String,
    /// `0812-3456-7890`
    pub phone: String,
    /// Empty when none was given.
    pub email: String,
    /// Empty when none was given.
    pub note: String,
    /// The way to pay.
    pub payment: String,
    /// How the shopper pays.
    pub payment_kind: PaymentKind,
    /// What is paid; stands on the button.
    pub total: String,
    /// The order is on its way: the button says so and is disabled.
    pub busy: bool,
    /// What came of the last try; the button then says "try again".
    pub trouble: Option<OrderTrouble>,
}

/// Why there is no order yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderTrouble {
    /// No answer, or one without meaning: the order may exist. Trying again is
    /// safe, it is the same order.
    Unsure,
    /// The platform is overloaded; the same order can be sent again.
    Busy,
    /// The platform refused it. Nothing was ordered.
    Refused,
    /// The seller has to mend something. Nothing was ordered.
    SellerMustAct,
    /// Something in it was refused that no field stands for. Nothing was ordered.
    Rejected,
}

impl Flow {
    /// All that is about to be ordered; `None` without a way to pay.
    pub fn review_view(&self) -> Option<ReviewView> {
        let chosen = self.payment.chosen.as_ref()?;
        let details = &self.details;
        let offered = self.offered().into_iter().find(|method| method.code == *chosen);
        // Without the platform's table of names: every shopper would download it.
        let (payment, payment_kind) = offered.map_or_else(
            || (chosen.as_str().to_owned(), PaymentKind::Other),
            |method| (method.label, method.kind),
        );
        Some(ReviewView {
            name: details.name.text.trim().to_owned(),
            phone: self.local_phone(),
            email: details.email.text.trim().to_owned(),
            note: details.note.text.trim().to_owned(),
            payment,
            payment_kind,
            total: self.total().to_string(),
            busy: matches!(self.stage, Stage::Sending(_)),
            trouble: self.trouble,
        })
    }
}

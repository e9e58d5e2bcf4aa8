//! The review as it is drawn. Its lines are the cart's.

use shared::v3::PaymentKind;

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

//! What a letter is about.

use serde::Serialize;

/// The events of scalev-v3 §4.3. It is written to the log, so a word that we
/// do not know is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventName {
    /// `order.created`
    OrderCreated,
    /// `order.epayment_created`
    OrderEpaymentCreated,
    /// `order.updated`
    OrderUpdated,
    /// `order.deleted`
    OrderDeleted,
    /// `order.status_changed`
    OrderStatusChanged,
    /// `order.payment_status_changed`
    OrderPaymentStatusChanged,
    /// `order.spam_created`
    OrderSpamCreated,
    /// `payment.received`
    PaymentReceived,
    /// `payment.failed`
    PaymentFailed,
    /// `checkout_intent.abandoned` and `checkout_intent.completed`
    CheckoutIntent,
    /// `business.test_event`: the platform tries whether we answer 200.
    Test,
    /// Anything newer, or nothing that can be read.
    Other,
}

impl From<&str> for EventName {
    fn from(word: &str) -> Self {
        match word {
            "order.created" => Self::OrderCreated,
            "order.epayment_created" => Self::OrderEpaymentCreated,
            "order.updated" => Self::OrderUpdated,
            "order.deleted" => Self::OrderDeleted,
            "order.status_changed" => Self::OrderStatusChanged,
            "order.payment_status_changed" => Self::OrderPaymentStatusChanged,
            "order.spam_created" => Self::OrderSpamCreated,
            "payment.received" => Self::PaymentReceived,
            "payment.failed" => Self::PaymentFailed,
            "checkout_intent.abandoned" | "checkout_intent.completed" => Self::CheckoutIntent,
            "business.test_event" => Self::Test,
            _ => Self::Other,
        }
    }
}

impl EventName {
    /// Whether its data is an order's.
    pub const fn is_of_an_order(self) -> bool {
        !matches!(self, Self::CheckoutIntent | Self::Test | Self::Other)
    }
}

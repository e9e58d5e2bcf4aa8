//! What happened, and what is said about it.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::identity;
use crate::sandbox::order::{Order, provider};

/// The events of orders (scalev-v3 §4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Event {
    OrderCreated,
    EpaymentCreated,
    OrderUpdated,
    OrderDeleted,
    StatusChanged,
    PaymentStatusChanged,
    PaymentReceived,
    PaymentFailed,
}

impl Event {
    const ALL: [Self; 8] = [
        Self::OrderCreated,
        Self::EpaymentCreated,
        Self::OrderUpdated,
        Self::OrderDeleted,
        Self::StatusChanged,
        Self::PaymentStatusChanged,
        Self::PaymentReceived,
        Self::PaymentFailed,
    ];

    pub(in crate::sandbox) const fn name(self) -> &'static str {
        match self {
            Self::OrderCreated => "order.created",
            Self::EpaymentCreated => "order.epayment_created",
            Self::OrderUpdated => "order.updated",
            Self::OrderDeleted => "order.deleted",
            Self::StatusChanged => "order.status_changed",
            Self::PaymentStatusChanged => "order.payment_status_changed",
            Self::PaymentReceived => "payment.received",
            Self::PaymentFailed => "payment.failed",
        }
    }

    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }

    /// What happened to an order, in the order it is told.
    pub(in crate::sandbox) fn between(before: &Order, after: &Order) -> Vec<Self> {
        let mut events = Vec::new();
        let method = after.content.payment_method.as_deref().unwrap_or_default();
        if before.request != after.request {
            events.push(Self::OrderUpdated);
        }
        if before.payment.is_none() && after.payment.is_some() && provider(method).is_some() {
            events.push(Self::EpaymentCreated);
        }
        if before.status != after.status {
            events.push(Self::StatusChanged);
        }
        if before.payment_status != after.payment_status {
            events.push(Self::PaymentStatusChanged);
            match after.payment_status {
                "paid" | "settled" => events.push(Self::PaymentReceived),
                "conflict" => events.push(Self::PaymentFailed),
                _ => {}
            }
        }
        events
    }

    /// The envelope (scalev-v3 §4.2) with this id.
    pub(super) fn body(self, unique_id: &str, order: &Order) -> String {
        self.envelope(unique_id, &self.data(order))
    }

    pub(super) fn envelope(self, unique_id: &str, data: &Value) -> String {
        let now = moment(Timestamp::now());
        json!({ "event": self.name(), "unique_id": unique_id, "timestamp": now, "data": data }).to_string()
    }

    pub(super) fn data(self, order: &Order) -> Value {
        match self {
            Self::OrderCreated | Self::EpaymentCreated | Self::OrderUpdated => order.notice(),
            Self::StatusChanged => order.status_notice(),
            Self::PaymentStatusChanged | Self::PaymentReceived | Self::PaymentFailed => {
                order.payment_notice()
            }
            Self::OrderDeleted => json!({
                "id": order.id,
                "payment_link_id": null,
                "is_from_payment_link": false,
                "order_id": order.order_id,
                "created_at": identity::moment(order.created_at),
                "last_updated_at": identity::moment(order.updated_at),
            }),
        }
    }
}

/// The ping that saving the settings sends; the only one without a `unique_id`.
pub(super) fn test_event() -> String {
    json!({ "event": "business.test_event", "timestamp": moment(Timestamp::now()), "data": {} }).to_string()
}

/// Webhooks say microseconds where orders say seconds.
fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

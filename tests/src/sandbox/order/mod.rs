//! Orders: the ground truth that every test compares with.

mod amounts;
mod content;
mod gateway;
mod life;
mod listing;
mod notice;
mod public;
mod render;
mod vocabulary;

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

pub use amounts::Amounts;
pub use content::{Content, Customer, Line};
pub(super) use gateway::provider;
pub(super) use gateway::{gateway_payload, qr_string, virtual_account};
pub(super) use life::{Life, PAYMENT_STATUSES, STATUSES};
pub(super) use listing::Filter;
pub(super) use render::{View, business_json};
pub(super) use vocabulary::{METHODS, PATCH_MEMBERS};

use super::catalogue::Variant;
use super::identity;

/// How long a gateway waits for its money.
const PAYABLE: Duration = Duration::from_hours(24);

/// One order as the platform keeps it.
#[derive(Debug, Clone)]
pub struct Order {
    /// A UUID of version 7.
    pub id: String,
    /// `261122QWERTY`.
    pub order_id: String,
    /// 40 URL-safe characters.
    pub secret_slug: String,
    /// `draft` while data is missing, then `pending`, …
    pub status: &'static str,
    /// `unpaid`, `paid`, `settled`, `conflict`.
    pub payment_status: &'static str,
    /// What was ordered.
    pub content: Content,
    /// The body of the request that made it, with later changes.
    pub request: Map<String, Value>,
    /// What the gateway answered, once a payment was made.
    pub payment: Option<Value>,
    /// Number of the request that made it, in the request log.
    pub made_by: u64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The number the courier tracks the parcel by, once it is known.
    pub receipt: Option<String>,
    /// Until when it can be paid, where there is such a moment.
    pub expires_at: Option<Timestamp>,
    /// Every status it had, and since when.
    pub(super) statuses: Life,
    /// Every payment status it had, and since when.
    pub(super) payments: Life,
    /// Reads do not see it before this moment.
    pub(super) readable_at: Timestamp,
}

impl Order {
    /// A new order of this content.
    pub(super) fn new(content: Content, request: Map<String, Value>, made_by: u64) -> Self {
        let now = Timestamp::now();
        let id = identity::order_key();
        let status = if content.is_complete { "pending" } else { "draft" };
        let mut order = Self {
            content: content.charged(&id),
            id,
            order_id: identity::order_number(now),
            secret_slug: identity::secret_slug(),
            status,
            payment_status: "unpaid",
            request,
            payment: None,
            made_by,
            created_at: now,
            updated_at: now,
            receipt: None,
            expires_at: None,
            statuses: Life::new(status, now),
            payments: Life::new("unpaid", now),
            readable_at: now,
        };
        order.expires_at = order.waits_for_a_gateway().then(|| now + PAYABLE);
        order
    }

    /// Takes new content: a draft that became complete is pending.
    pub(super) fn change(&mut self, content: Content, request: Map<String, Value>) {
        if self.status == "draft" && content.is_complete {
            self.set_status("pending");
        }
        self.content = content.charged(&self.id);
        self.request = request;
        self.updated_at = Timestamp::now();
    }

    /// The same, seen by reads only after so long.
    pub(super) fn readable_after(self, time: Duration) -> Self {
        Self { readable_at: Timestamp::now() + time, ..self }
    }

    /// Reads may see it.
    pub(super) fn is_readable(&self) -> bool {
        self.readable_at <= Timestamp::now()
    }

    /// Every variant with its pieces.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (&'static Variant, u32)> {
        self.content.lines.iter().map(|line| (line.variant, line.quantity))
    }

    /// Makes the gateway's payment, once: the same payload ever after.
    pub(super) fn pay_with_gateway(&mut self, origin: &str) -> Value {
        let payload = gateway_payload(self, origin);
        self.payment = Some(payload.clone());
        payload
    }

    /// `metadata` as sent.
    pub fn metadata(&self) -> Option<&Value> {
        self.request.get("metadata")
    }

    /// The line of the ground truth that `GET /__sandbox/orders` shows.
    pub fn truth(&self) -> Value {
        json!({
            "id": self.id,
            "order_id": self.order_id,
            "secret_slug": self.secret_slug,
            "status": self.status,
            "payment_status": self.payment_status,
            "payment_method": self.content.payment_method,
            "shipment_receipt": self.receipt,
            "payment_expiration_at_ms": self.expires_at.map(Timestamp::as_millisecond),
            "store": self.content.store_key,
            "gross_revenue": self.content.amounts.gross().whole(),
            "amounts": self.content.amounts.truth(),
            "parcel": self.content.parcel.truth(),
            "lines": self.content.lines.iter().map(Line::truth).collect::<Vec<_>>(),
            "customer": self.content.customer.truth(),
            "metadata": self.metadata(),
            "request": self.request,
            "made_by_request": self.made_by,
            "created_at_ms": self.created_at.as_millisecond(),
            "paid_at_ms": self.paid_at().map(Timestamp::as_millisecond),
        })
    }
}

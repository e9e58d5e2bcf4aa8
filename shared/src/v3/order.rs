//! The order as create, get and check-payment answer it (scalev-v3 §3.2).

use serde::{Deserialize, Deserializer, Serialize};

use super::order_details::or_none;
use super::{FinancialEntity, GatewayPayment, OrderCourierService, OrderMetadata, OrderStore};
use crate::open_enum::open_enum;
use crate::value::Rupiah;

open_enum! {
    /// Where the order stands with the seller. Never read `confirmed` as paid.
    OrderStatus {
        /// Data incomplete.
        Draft = "draft",
        /// Complete, waiting for the seller or the payment.
        Pending = "pending",
        /// Accepted by the seller.
        Confirmed = "confirmed",
        /// Being packed.
        InProcess = "in_process",
        /// Waiting for the courier.
        Ready = "ready",
        /// On its way.
        Shipped = "shipped",
        /// Arrived.
        Completed = "completed",
        /// Called off.
        Canceled = "canceled",
        /// Returned to sender.
        Rts = "rts",
        /// Closed by the platform.
        Closed = "closed",
    }
}

open_enum! {
    /// Where the money stands, independent of the order's status.
    PaymentStatus {
        /// Not yet.
        Unpaid = "unpaid",
        /// A part of it is there. The v3 platform has no such word; others do
        /// (platforms §5.3).
        PartPaid = "part_paid",
        /// The gateway has it.
        Paid = "paid",
        /// Gateway and order disagree.
        Conflict = "conflict",
        /// Released to the seller.
        Settled = "settled",
    }
}

/// What we read of an order. Margins, fees and people's data are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// A UUIDv7, or a number for orders migrated from before June 2026.
    #[serde(default, deserialize_with = "text_or_number")]
    pub id: Option<String>,
    /// The number people use, such as `261122QWERTY`.
    #[serde(default)]
    pub order_id: Option<String>,
    /// The secret part of the public order's address.
    #[serde(default)]
    pub secret_slug: Option<String>,
    /// Where the order stands.
    #[serde(default)]
    pub status: Option<OrderStatus>,
    /// Where the money stands.
    #[serde(default)]
    pub payment_status: Option<PaymentStatus>,
    /// The shopper's page of this order.
    #[serde(default)]
    pub public_order_url: Option<String>,
    /// The page with payment instructions.
    #[serde(default)]
    pub payment_url: Option<String>,
    /// What the shopper pays, in rupiah.
    #[serde(default)]
    pub gross_revenue: Option<Rupiah>,
    /// The code of the way to pay; after a payment by link it is the concrete one.
    #[serde(default, deserialize_with = "or_none")]
    pub payment_method: Option<String>,
    /// Whose account a transfer goes to.
    #[serde(default, deserialize_with = "or_none")]
    pub payment_account_holder: Option<String>,
    /// Which account.
    #[serde(default, deserialize_with = "or_none")]
    pub payment_account_number: Option<String>,
    /// At which bank.
    #[serde(default, deserialize_with = "or_none")]
    pub financial_entity: Option<FinancialEntity>,
    /// What the payment gateway answered.
    #[serde(default, deserialize_with = "or_none")]
    pub pg_payment_info: Option<GatewayPayment>,
    /// Who carries it.
    #[serde(default, deserialize_with = "or_none")]
    pub courier_service: Option<OrderCourierService>,
    /// The tracking number.
    #[serde(default, deserialize_with = "or_none")]
    pub shipment_receipt: Option<String>,
    /// Its store.
    #[serde(default, deserialize_with = "or_none")]
    pub store: Option<OrderStore>,
    /// What we stored with it; the platform may hold any JSON here.
    #[serde(default, deserialize_with = "or_none")]
    pub metadata: Option<OrderMetadata>,
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Text(String),
        Number(i64),
    }
    Ok(Option::<Id>::deserialize(deserializer)?.map(|id| match id {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_numeric_ids_and_foreign_metadata_are_read() {
        let json = r#"{"id": 123, "metadata": {"source": "form"}, "gross_revenue": "189000.00", "status": "packed"}"#;
        let order: Order = serde_json::from_str(json).unwrap();
        assert_eq!(order.id.as_deref(), Some("123"));
        assert_eq!(order.metadata, None);
        assert_eq!(order.gross_revenue, Some(Rupiah::new(189_000)));
        assert_eq!(order.status, Some(OrderStatus::Unknown("packed".into())));
    }

    #[test]
    fn what_has_another_form_is_left_out() {
        let json = r#"{"id": "1", "store": 5, "pg_payment_info": [1], "courier_service": {"name": 1}, "shipment_receipt": 7, "metadata": "x"}"#;
        let order: Order = serde_json::from_str(json).unwrap();
        assert_eq!(order, Order { id: Some("1".into()), ..Order::default() });
    }

    #[test]
    fn our_own_metadata_comes_back() {
        let json = r#"{"id": "019ab5c0", "metadata": {"tumbas_token": "ck_1"}, "payment_url": null}"#;
        let order: Order = serde_json::from_str(json).unwrap();
        assert_eq!(order.metadata.map(|m| m.tumbas_token).as_deref(), Some("ck_1"));
    }
}

//! Orders of the store, and the one thing that is told of them.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Number, Value, json};

use super::STORE;
use super::product::GercepProduct;

/// An order.
#[derive(Debug, Clone, Serialize)]
pub struct GercepOrder {
    /// Gercep's number, over all its stores.
    pub id: u64,
    /// Of the shopper, as typed.
    pub phone: String,
    /// `qris`, or nothing.
    pub payment_method: Option<&'static str>,
    /// `DINE_IN`, `TAKEAWAY` or `DELIVERY`.
    pub order_type: &'static str,
    /// What was bought; none for a merchant's invoice.
    pub items: Vec<GercepItem>,
    /// Rupiah of fees and delivery, hidden in the total.
    pub fees: i64,
    /// The money came.
    pub is_paid: bool,
    #[serde(skip)]
    created_at: Timestamp,
}

/// A line of an order, with the price of its moment.
#[derive(Debug, Clone, Serialize)]
pub struct GercepItem {
    /// Gercep's number.
    pub product_id: u64,
    /// The key it was linked with, if it was.
    pub external_id: Option<String>,
    /// Its name.
    pub name: String,
    /// Pieces.
    pub quantity: u32,
    /// Rupiah of one.
    pub price: Number,
}

impl GercepItem {
    pub(super) fn of(product: &GercepProduct, quantity: u32) -> Self {
        Self {
            product_id: product.id,
            external_id: product.external_id.clone(),
            name: product.name.clone(),
            quantity,
            price: product.price.clone(),
        }
    }

    fn json(&self, says_more: bool) -> Value {
        let mut item = json!({
            "externalId": self.external_id,
            "name": self.name,
            "quantity": self.quantity,
            "price": self.price,
        });
        if says_more {
            item["productId"] = self.product_id.into();
        }
        item
    }
}

impl GercepOrder {
    pub(super) fn new(id: u64, items: Vec<GercepItem>) -> Self {
        Self {
            id,
            phone: "08123456789".into(),
            payment_method: Some("qris"),
            order_type: "DELIVERY",
            items,
            fees: 0,
            is_paid: false,
            created_at: Timestamp::now(),
        }
    }

    /// Rupiah, fees and all: not the sum of the lines.
    pub fn total(&self) -> i64 {
        let lines =
            self.items.iter().map(|item| item.price.as_i64().unwrap_or_default() * i64::from(item.quantity));
        lines.sum::<i64>() + self.fees
    }

    /// The body of `order.paid`.
    pub(super) fn paid_event(&self, says_more: bool) -> Value {
        let mut data = json!({
            "id": self.id,
            "storeSlug": STORE,
            "customerPhone": self.phone,
            "totalAmount": self.total(),
            "paymentMethod": self.payment_method,
            "orderType": self.order_type,
            "items": self.items.iter().map(|item| item.json(says_more)).collect::<Vec<_>>(),
        });
        if says_more {
            data["status"] = "PAID".into();
            data["createdAt"] = self.created_at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string().into();
        }
        json!({ "event": "order.paid", "data": data })
    }
}

//! `GET /order`.

use serde_json::{Value, json};

use super::super::{Line, Order};
use crate::sandbox::ngorder::goods::SHOP;
use crate::sandbox::ngorder::mark;

impl Order {
    /// A row of the list.
    pub(in crate::sandbox::ngorder) fn row(&self) -> Value {
        let (rate, courier) = self.shipping_names();
        let origin = self.origin();
        json!({
            "order_id": self.order_id,
            "po_number": self.po_number,
            "shop_id": SHOP,
            "order_date": self.order_date,
            "sender_name": self.sender.name,
            "sender_address": self.sender.address,
            "receiver_name": self.receiver.name,
            "receiver_address": self.receiver.address,
            "total_amount": self.total(),
            "shipping_rate": rate,
            "shipping_logistic": courier,
            "weight": self.weight().div_ceil(1000),
            "note": self.note,
            "origin_name": origin.map(|origin| origin.name),
            "origin_address": origin.map(|origin| origin.address),
            "cost_of_goods_sold": self.lines.iter().map(Line::cost).sum::<i64>(),
            "order_source": self.source.as_deref().unwrap_or_default(),
            "other_cost_amount": self.other_costs(),
            "order_progress_status": self.progress(),
            "order_status": self.status(),
            "order_category": "APP",
            "payment_status": self.payment_status(),
            "payment_date": self.payment_date(),
            "products": self.lines.iter().map(Line::row).collect::<Vec<_>>(),
            "shopee": null,
            "created_by_name": "Juragan",
            "created_at": mark::clock(self.created_at),
            "updated_by_name": "Juragan",
            "updated_at": mark::clock(self.updated_at),
            "awb_number": self.awb(),
        })
    }

    /// The number; without one `""` when it is paid and `null` when it is not.
    fn awb(&self) -> Value {
        match &self.awb_number {
            Some(number) => number.as_str().into(),
            None if self.payments.is_empty() => Value::Null,
            None => "".into(),
        }
    }
}

impl Line {
    fn row(&self) -> Value {
        json!({
            "product_meta_id": self.variation,
            "name": self.name(),
            "price": self.price,
            "quantity": self.quantity,
        })
    }
}

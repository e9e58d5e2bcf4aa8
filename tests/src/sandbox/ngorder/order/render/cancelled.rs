//! `GET /order-cancel`: a row of the list, and more.

use serde_json::{Value, json};

use super::super::{Line, Order};
use crate::sandbox::identity::jakarta;
use crate::sandbox::ngorder::goods::{self, merged};
use crate::sandbox::ngorder::mark;

impl Order {
    /// A row of the list of orders that were called off.
    pub(in crate::sandbox::ngorder) fn cancelled_row(&self) -> Value {
        let made = jakarta(self.created_at).strftime("%Y.%m.%d");
        let others = json!({
            "username": "tokosekar",
            "invoice": format!("INV.{made}.{}", self.po_number),
            "order_date": mark::clock(self.created_at),
            "sender_category": self.sender.class_name().to_uppercase(),
            "sender_category_code": self.sender.class,
            "receiver_address": self.receiver.full_address(),
            "receiver_phone": self.receiver.local_phone(),
            "remaining_amount": self.remaining(),
            "shipping_id": self.rate_id,
            "shipping_cost": self.shipping_cost,
            "products": self.lines.iter().map(Line::cancelled_row).collect::<Vec<_>>(),
            "updated_by_name": "",
            "product_status": self.lines.first().map(Line::status),
            "cost_of_goods_sales": 0,
            "order_cost": null,
            "bank_name": null,
            "warehouse_name": null,
            "cod_status": false,
        });
        let mut row = merged(self.row(), others);
        if let Some(row) = row.as_object_mut() {
            row.remove("cost_of_goods_sold");
        }
        row
    }
}

impl Line {
    fn cancelled_row(&self) -> Value {
        let goods = self.goods();
        let option = |wanted: &str| goods.map(|(product, variant)| goods::option(product, variant, wanted));
        json!({
            "product_meta_id": self.variation,
            "sku": goods.and_then(|(_, variant)| variant.sku.as_deref()),
            "name": self.name(),
            "price": self.price,
            "quantity": self.quantity,
            "thumbnail_url": "",
            "color": option("color"),
            "size": option("size"),
        })
    }
}

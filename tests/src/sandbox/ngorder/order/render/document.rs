//! `GET /order/details`: the whole document, as the platform's own database has it.

use serde_json::{Value, json};

use super::super::{Cost, Line, Order, Payment};
use crate::sandbox::ngorder::goods::{SHOP, category};
use crate::sandbox::ngorder::mark;
use crate::sandbox::ngorder::place::{PHONE, Supplier, mongo_id, number};

impl Order {
    /// A document of the list.
    pub(in crate::sandbox::ngorder) fn document(&self) -> Value {
        let (rate, courier) = self.shipping_names();
        let payments: Vec<_> = self.payments.iter().map(|payment| payment.document(self)).collect();
        let sent = self.shipped_at.zip(self.awb_number.as_ref());
        #[expect(clippy::cast_precision_loss, reason = "no parcel is that heavy")]
        let kilograms = self.weight() as f64 / 1000.0;
        json!({
            "_id": mongo_id(&self.order_id.to_string()),
            "order_id": self.order_id,
            "po_number": self.po_number,
            "shop_id": SHOP,
            "order_date": self.order_date,
            "customer": self.sender.in_order(),
            "dropshipper": null,
            "receiver": self.receiver.in_order(),
            "total_amount": self.total(),
            "shipping": {
                "id": self.rate_id.to_string(),
                "rate_name": rate,
                "logistic_name": courier,
                "cost": self.shipping_cost,
            },
            "weight": kilograms,
            "note": self.note,
            "origin": self.origin().map(origin),
            "payment": { "payment_histoy": payments },
            "cost_of_goods_sold": null,
            "order_source": self.source,
            "order_cost": self.costs.iter().map(Cost::document).collect::<Vec<_>>(),
            "awb": sent.map(|(time, number)| json!({ "update_at": mark::mongo(time), "number": number })),
            "discount_amount": null,
            "order_cost_amount": null,
            "coupon": null,
            "is_printed": false,
            "is_shipper_order": false,
            "is_note_print": true,
            "order_progress_status": self.progress(),
            "order_status": if self.is_cancelled() { "CANCELED" } else { "ACCEPT" },
            "order_category": "APP",
            "payment_status": self.payment_status(),
            "is_private_order": false,
            "payment_date": self.payment_date(),
            "products": self.lines.iter().map(Line::document).collect::<Vec<_>>(),
            "shopee": null,
            "created_by": admin(),
            "updated_by": admin(),
            "updated_at": mark::precise(self.updated_at),
            "created_at": mark::precise(self.created_at),
        })
    }
}

fn origin(supplier: &Supplier) -> Value {
    json!({
        "id": supplier.id,
        "name": supplier.name,
        "location": supplier.location(),
        "phone": PHONE,
        "address": supplier.address,
        "note": supplier.name,
        "is_shipper_active": "semua dari sini",
        "city_id": number(supplier.district().city),
    })
}

/// Who works at the shop. Nobody outside it may see the address.
fn admin() -> Value {
    json!({ "id": 5, "name": "Juragan", "email": "juragan@sekarbatik.example" })
}

impl Payment {
    fn document(&self, order: &Order) -> Value {
        json!({
            "id": self.id,
            "payment_id": null,
            "order_id": order.order_id,
            "description": format!("Pembayaran Order PO#{}", order.po_number),
            "nominal": self.amount,
            "payment_fee": null,
            "bank": {
                "origin": { "id": null, "account_name": null, "account_number": null, "transfer_image": null },
                "destination": { "id": self.bank_id, "bank_name": "BCA" },
            },
            "note": null,
            "pg_provider": null,
            "va_no": null,
            "is_confirmed": 1,
            "type": 1,
            "is_installment_first": null,
            "created_by": 5,
            "updated_by": null,
            "paid_at": mark::mongo(self.created_at),
        })
    }
}

impl Cost {
    fn document(&self) -> Value {
        json!({
            "category": self.category,
            "description": self.name,
            "nominal": self.nominal,
            "percentage": self.percentage,
            "is_percentage": self.percentage > 0,
        })
    }
}

impl Line {
    /// Amounts are strings here and nowhere else.
    fn document(&self) -> Value {
        let product = self.goods().map(|(product, _)| product);
        json!({
            "product_meta_id": self.variation,
            "name": self.name(),
            "category": { "id": product.map(category), "name": "" },
            "description": product.map(|product| format!("<p>{}</p>", product.about)),
            "product_status": self.status(),
            "price": self.price.to_string(),
            "cost_of_goods_sold": self.cost().to_string(),
            "quantity": self.quantity.to_string(),
            "discount_nominal": self.discount.to_string(),
            "discount_percentage": 0,
            "is_warehouse": false,
        })
    }
}

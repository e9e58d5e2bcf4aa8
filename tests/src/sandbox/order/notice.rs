//! An order as webhooks tell it (scalev-v3 §4.3 to §4.5): another form than the API's.

use serde_json::{Map, Value, json};

use super::Order;
use super::content::Line;
use super::render::{View, members};
use crate::sandbox::identity;

const STATUS_TIMES: [&str; 10] = [
    "draft_time",
    "pending_time",
    "confirmed_time",
    "in_process_time",
    "ready_time",
    "shipped_time",
    "completed_time",
    "rts_time",
    "canceled_time",
    "closed_time",
];

const PAYMENT_TIMES: [&str; 5] =
    ["unpaid_time", "paid_time", "conflict_time", "settled_time", "transfer_time"];

/// Members that a webhook writes as the API does, besides those times.
const AS_THE_API: [&str; 32] = [
    "id",
    "order_id",
    "secret_slug",
    "status",
    "payment_status",
    "is_probably_spam",
    "mark_as_spam_by",
    "epayment_provider",
    "payment_method",
    "financial_entity",
    "payment_account_holder",
    "payment_account_number",
    "transferproof_url",
    "total_quantity",
    "gross_revenue",
    "net_revenue",
    "product_price",
    "product_discount",
    "unique_code_discount",
    "discount_code_discount",
    "other_income",
    "other_income_name",
    "payment_link_income",
    "shipping_cost",
    "shipping_discount",
    "payment_fee",
    "shipment_receipt",
    "shipment_status",
    "awb_status",
    "notes",
    "created_at",
    "last_updated_at",
];

const STATUS_CHANGE: [&str; 5] = ["id", "order_id", "status", "created_at", "last_updated_at"];

const PAYMENT: [&str; 16] = [
    "id",
    "order_id",
    "is_probably_spam",
    "mark_as_spam_by",
    "payment_status",
    "payment_account_id",
    "epayment_provider",
    "payment_method",
    "financial_entity",
    "payment_account_holder",
    "payment_account_number",
    "transferproof_url",
    "pg_payment_info",
    "pg_reference_id",
    "pg_paid_info",
    "last_updated_at",
];

impl Order {
    /// The whole order, for `order.created` and its like. The vendor lists neither
    /// `metadata` nor our token among its members, so neither is told.
    pub(in crate::sandbox) fn notice(&self) -> Value {
        let mut notice = self.picked(&[&AS_THE_API, &STATUS_TIMES, &PAYMENT_TIMES]);
        notice.extend(members(json!({
            "business": business(),
            "store": { "name": self.content.store().name },
            "customer_id": super::render::number_of(&self.content.customer.name),
            "customer": { "email": self.content.customer.email },
            "final_variants": self.pieces_by_name(),
            "destination_address": self.destination_notice(),
            "warehouse": self.content.parcel.warehouse.map(|warehouse| json!({
                "name": warehouse.name, "unique_id": warehouse.unique_id(),
            })),
            "courier_service": self.content.parcel.service.map(|(courier, service)| json!({
                "name": service.name, "code": service.code,
                "courier": { "name": courier.name, "code": courier.code },
            })),
            "courier_aggregator_code": self.content.parcel.provider,
            "product_weight": self.content.product_weight(),
            "weight_bump": self.content.weight_bump,
            "total_weight": self.content.product_weight() + self.content.weight_bump,
            "tags": [],
            "orderlines": self.content.lines.iter().map(Line::notice).collect::<Vec<_>>(),
        })));
        notice.into()
    }

    /// For `order.status_changed`.
    pub(in crate::sandbox) fn status_notice(&self) -> Value {
        self.picked(&[&STATUS_CHANGE, &STATUS_TIMES]).into()
    }

    /// For everything about money. It says neither lines nor the secret slug.
    pub(in crate::sandbox) fn payment_notice(&self) -> Value {
        let mut notice = self.picked(&[&PAYMENT, &PAYMENT_TIMES]);
        let steps = self.payments.steps();
        let history =
            steps.map(|(status, time)| json!({ "at": identity::moment(time), "by": null, "status": status }));
        notice.insert("payment_status_history".into(), history.collect());
        notice.insert("business".into(), business());
        notice.insert("created_at".into(), identity::moment(self.created_at).into());
        notice.into()
    }

    fn picked(&self, groups: &[&[&str]]) -> Map<String, Value> {
        let mut all = members(self.json(&View { domain: None, redirects: false }));
        all.retain(|name, _| groups.iter().any(|names| names.contains(&name.as_str())));
        all.insert("payment_link_id".into(), Value::Null);
        all.insert("is_from_payment_link".into(), false.into());
        all
    }

    fn pieces_by_name(&self) -> Value {
        let lines = self.content.lines.iter();
        lines.map(|line| (line.product.name.to_owned(), json!(line.quantity))).collect::<Map<_, _>>().into()
    }

    fn destination_notice(&self) -> Value {
        let Value::Object(mut address) = self.destination_json() else { return Value::Null };
        address.insert("email".into(), json!(self.content.customer.email));
        address.insert("notes".into(), Value::Null);
        address.remove("id");
        address.remove("location");
        address.into()
    }
}

impl Line {
    fn notice(&self) -> Value {
        json!({
            "quantity": self.quantity,
            "is_inventory": self.variant.stock.is_some(),
            "weight": self.weight(),
            "product_name": self.product.name,
            "variant_unique_id": self.variant.unique_id,
            "variant_sku": self.variant.sku,
            "variant_price": crate::sandbox::money::Sen::rupiah(self.variant.price).decimal(),
            "product_price": self.product_price.decimal(),
            "discount": "0.00",
            "discount_code_discount": "0.00",
        })
    }
}

fn business() -> Value {
    json!({ "username": "tumbas", "client_id": identity::uuid("business") })
}

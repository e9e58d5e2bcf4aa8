//! The order as `POST /v3/orders` and its kin answer it (scalev-v3 §3.2): bare,
//! money as decimal strings, lines with numbers.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::content::{Line, Parcel};
use super::{Order, gateway};
use crate::sandbox::catalogue::Store;
use crate::sandbox::identity::{self, moment};
use crate::sandbox::money::Sen;

/// What an answer needs to know besides the order.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct View<'a> {
    /// Stores have this custom domain.
    pub(in crate::sandbox) domain: Option<&'a str>,
}

impl Order {
    /// `<origin>/o/<secret_slug>`, when metadata or the store name an origin.
    pub(in crate::sandbox) fn public_order_url(&self, view: &View<'_>) -> Option<String> {
        let named = self.metadata().and_then(|metadata| metadata.get("custom_domain_full_url"));
        let origin = named.and_then(Value::as_str).or(view.domain)?;
        Some(format!("{}/o/{}", origin.trim_end_matches('/'), self.secret_slug))
    }

    /// The whole answer.
    pub(in crate::sandbox) fn json(&self, view: &View<'_>) -> Value {
        let parts = [
            self.identity_json(view),
            self.money_json(),
            self.payment_json(),
            self.times_json(),
            self.people_json(),
            self.shipping_json(),
            self.goods_json(),
            self.kept_json(),
        ];
        parts.into_iter().flatten().collect::<Map<_, _>>().into()
    }

    fn identity_json(&self, view: &View<'_>) -> Map<String, Value> {
        let public = self.public_order_url(view);
        members(json!({
            "id": self.id,
            "order_id": self.order_id,
            "secret_slug": self.secret_slug,
            "external_id": self.request.get("external_id"),
            "status": self.status,
            "payment_status": self.payment_status,
            "public_order_url": public,
            "payment_url": public.map(|url| format!("{url}/success")),
            "is_probably_spam": self.request.get("is_probably_spam") == Some(&json!(true)),
            "mark_as_spam_by": null,
            "is_repeat": false,
            "is_from_form": false,
            "platform": "api",
            "tags": [],
        }))
    }

    fn money_json(&self) -> Map<String, Value> {
        let amounts = &self.content.amounts;
        let zero = Sen::default().decimal();
        members(json!({
            "gross_revenue": amounts.gross().decimal(),
            "net_revenue": amounts.net().decimal(),
            "net_payment_revenue": amounts.gross().decimal(),
            "product_price": amounts.product_price.decimal(),
            "product_price_bt": amounts.product_price.decimal(),
            "product_discount": amounts.product_discount.decimal(),
            "product_discount_bt": amounts.product_discount.decimal(),
            "shipping_cost": amounts.shipping_cost.decimal(),
            "shipping_discount": amounts.shipping_discount.decimal(),
            "other_income": amounts.other_income.decimal(),
            "other_income_name": self.request.get("other_income_name"),
            "payment_link_income": zero,
            "unique_code_discount": zero,
            "discount_code_discount": zero,
            "payment_fee": zero,
            "scalev_fee": zero,
            "discount_code_id": null,
            "discount_code_code": null,
            "tax_rate": null,
        }))
    }

    fn payment_json(&self) -> Map<String, Value> {
        let method = self.content.payment_method.as_deref().unwrap_or_default();
        let account = self.content.account;
        let kept = |name: &str| self.request.get(name).cloned().unwrap_or_default();
        members(json!({
            "payment_method": self.content.payment_method,
            "epayment_provider": self.payment.as_ref().and_then(|_| gateway::provider(method)),
            "pg_payment_info": self.payment,
            "pg_paid_info": null,
            "pg_reference_id": self.payment.as_ref().map(|_| identity::uuid(&self.id)),
            "payment_account_id": account.map(|account| account.id),
            "payment_account_holder": account.map_or_else(|| kept("payment_account_holder"), |account| json!(account.holder)),
            "payment_account_number": account.map_or_else(|| kept("payment_account_number"), |account| json!(account.number)),
            "financial_entity": account.map(|account| account.entity_json()),
            "transferproof_url": self.request.get("transferproof_url"),
        }))
    }

    fn times_json(&self) -> Map<String, Value> {
        let made = moment(self.created_at);
        let pending = (self.status != "draft").then(|| made.clone());
        let history = |status: &str, time: &str| json!({ "status": status, "time": time, "by": null });
        let mut payments = vec![history("unpaid", &made)];
        payments.extend(self.paid_at.map(|time| history("paid", &moment(time))));
        members(json!({
            "draft_time": made,
            "pending_time": pending,
            "confirmed_time": null,
            "in_process_time": null,
            "ready_time": null,
            "shipped_time": null,
            "completed_time": null,
            "rts_time": null,
            "canceled_time": null,
            "closed_time": null,
            "unpaid_time": made,
            "paid_time": self.paid_at.map(moment),
            "conflict_time": null,
            "transfer_time": null,
            "created_at": made,
            "last_updated_at": moment(self.updated_at),
            "status_history": [history(self.status, &made)],
            "payment_status_history": payments,
        }))
    }

    fn people_json(&self) -> Map<String, Value> {
        let customer = &self.content.customer;
        let phone = customer.phone.as_deref().unwrap_or(&customer.name);
        members(json!({
            "customer": {
                "id": number_of(phone),
                "name": customer.name,
                "email": customer.email,
                "phone": customer.phone,
            },
            "store": store_json(self.content.store()),
            "business": business_json(),
            "handler": null,
            "handler_phone": null,
            "is_dropshipping": self.request.get("is_dropshipping").unwrap_or(&json!(false)),
            "dropshipper_name": self.request.get("dropshipper_name"),
            "dropshipper_phone": self.request.get("dropshipper_phone"),
        }))
    }

    fn shipping_json(&self) -> Map<String, Value> {
        let parcel = &self.content.parcel;
        members(json!({
            "destination_address": self.destination_json(),
            "origin_address": parcel.warehouse.map(|warehouse| {
                let mut address = members(warehouse.address_json());
                address.insert("warehouse".into(), warehouse.id.into());
                address
            }),
            "warehouse": parcel.warehouse.map(|warehouse| json!({
                "id": warehouse.id, "name": warehouse.name, "business": business_json(),
            })),
            "courier": parcel.service.map(|(courier, _)| courier.id),
            "courier_service": parcel.service.map(|(courier, service)| courier.service_json(service)),
            "shipment_provider_code": parcel.provider,
            "shipment_receipt": null,
            "shipment_status": null,
            "awb_status": "unavailable",
            "shipment_status_history": [],
        }))
    }

    /// The address; `null` for an order that goes nowhere.
    pub(super) fn destination_json(&self) -> Value {
        let Parcel { address, district, postal_code, .. } = &self.content.parcel;
        let (Some(address), Some(district)) = (address, district) else {
            return Value::Null;
        };
        json!({
            "id": number_of(&self.id),
            "name": self.content.customer.name,
            "phone": self.content.customer.phone,
            "address": address,
            "subdistrict": district.subdistrict,
            "city": district.city,
            "province": district.province,
            "postal_code": postal_code,
            "location": district.id,
        })
    }

    fn goods_json(&self) -> Map<String, Value> {
        let lines = &self.content.lines;
        let weight = self.content.product_weight();
        let bump = self.content.weight_bump;
        let named = |line: &Line| (line.variant.fullname.clone(), json!(line.quantity));
        members(json!({
            "orderlines": lines.iter().map(|line| line.json(self.created_at)).collect::<Vec<_>>(),
            "total_quantity": self.content.total_quantity(),
            "product_weight": weight.to_string(),
            "weight_bump": bump.to_string(),
            "total_weight": (weight + bump).to_string(),
            "variants": lines.iter().map(named).collect::<Map<_, _>>(),
            "final_variants": lines.iter().map(named).collect::<Map<_, _>>(),
            "bundle_price_options": self.bundles_json(),
        }))
    }

    /// Names of price options with their quantity.
    pub(super) fn bundles_json(&self) -> Value {
        let bundles = self.content.bundles.iter();
        bundles.map(|(name, quantity)| (name.clone(), json!(quantity))).collect::<Map<_, _>>().into()
    }

    fn kept_json(&self) -> Map<String, Value> {
        members(json!({
            "notes": self.request.get("notes"),
            "metadata": self.metadata().unwrap_or(&json!({})),
            "agent_context": self.request.get("agent_context"),
            "channel_name": null,
            "utm_source": null,
            "ip": null,
        }))
    }
}

impl Line {
    /// Money is a JSON number here, unlike on the order itself (scalev-v3 §7).
    fn json(&self, made: Timestamp) -> Value {
        let (product, variant) = (self.product, self.variant);
        let option = |nth: usize| variant.option_values.get(nth);
        json!({
            "id": self.id,
            "quantity": self.quantity,
            "product_name": product.name,
            "item_type": product.item_type,
            "pricing_type": if product.is_recurring() { "recurring" } else { "one_time" },
            "interval": product.is_recurring().then_some("month"),
            "interval_count": product.is_recurring().then_some(1),
            "currency": "IDR",
            "variant": variant.id,
            "variant_sku": variant.sku,
            "variant_price": variant.price,
            "variant_option1_value": option(0),
            "variant_option2_value": option(1),
            "variant_option3_value": option(2),
            "product_price": self.product_price.number(),
            "product_price_bt": self.product_price.number(),
            "discount": 0,
            "discount_code_discount": 0,
            "tax_rate": 0,
            "weight": self.weight(),
            "is_inventory": variant.stock.is_some(),
            "inserted_at": moment(made),
        })
    }
}

fn store_json(store: &Store) -> Value {
    json!({
        "id": store.id,
        "unique_id": store.unique_id,
        "uuid": identity::uuid(&store.unique_id),
        "name": store.name,
        "is_unique_code": false,
        "max_unique_code_amount": null,
        "is_postal_code": true,
        "postal_code_requirement": "autofill",
        "is_auto_expire": true,
        "auto_expire_days": 3,
        "is_dropshipping_allowed": true,
        "is_transferproof_required": false,
    })
}

/// The one business that owns every store.
pub(in crate::sandbox) fn business_json() -> Value {
    json!({
        "id": 77,
        "username": "tumbas",
        "account_holder": "Sandbox Tumbas",
        "email": "toko@example.com",
        "is_banned": false,
        "unique_id": identity::unique_id("business", "tumbas"),
    })
}

/// A small number that is always the same for one text.
fn number_of(text: &str) -> u64 {
    identity::digits(text, 6).trim_start_matches('0').parse().unwrap_or(1)
}

/// The members of an object made by `json!`.
pub(super) fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

//! The order as `POST /v3/orders` and its kin answer it (scalev-v3 §3.2): bare,
//! money as decimal strings, lines with numbers.

mod goods;
mod people;
mod shipping;

pub(in crate::sandbox) use people::business_json;
pub(super) use people::{HANDLER_PHONE, number_of};

use serde_json::{Map, Value, json};

use super::{Life, Order, PAYMENT_STATUSES, STATUSES, gateway};
use crate::sandbox::catalogue::PaymentAccount;
use crate::sandbox::identity::{self, moment};
use crate::sandbox::money::Sen;

/// What an answer needs to know besides the order.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct View<'a> {
    /// Stores have this custom domain.
    pub(in crate::sandbox) domain: Option<&'a str>,
    /// Buyers are told where to go next.
    pub(in crate::sandbox) redirects: bool,
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
            "other_income_name": self.other_income_name(),
            "payment_link_income": zero,
            "unique_code_discount": amounts.unique_code_discount.decimal(),
            "discount_code_discount": zero,
            "payment_fee": zero,
            "scalev_fee": zero,
            "discount_code_id": null,
            "discount_code_code": null,
            "tax_rate": null,
        }))
    }

    /// As sent, or the store's own fee.
    pub(in crate::sandbox) fn other_income_name(&self) -> Option<&str> {
        let sent = self.request.get("other_income_name").and_then(Value::as_str);
        let has_fee = self.content.amounts.other_income != Sen::default();
        sent.or_else(|| has_fee.then_some("Biaya COD"))
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
            "financial_entity": account.map(PaymentAccount::entity_json),
            "transferproof_url": self.request.get("transferproof_url"),
        }))
    }

    fn times_json(&self) -> Map<String, Value> {
        let history = |life: &Life| -> Value {
            let steps = life.steps();
            steps
                .map(|(status, time)| json!({ "status": status, "time": moment(time), "by": null }))
                .collect()
        };
        let mut times = self.reached_json();
        times.extend(members(json!({
            "transfer_time": null,
            "created_at": moment(self.created_at),
            "last_updated_at": moment(self.updated_at),
            "status_history": history(&self.statuses),
            "payment_status_history": history(&self.payments),
        })));
        times
    }

    /// `<status>_time` of every status, `null` for those it never had. A draft's time is
    /// when the order was made, also when it was complete at once.
    pub(super) fn reached_json(&self) -> Map<String, Value> {
        let order = STATUSES.iter().map(|status| (*status, self.statuses.since(status)));
        let money = PAYMENT_STATUSES.iter().map(|status| (*status, self.payments.since(status)));
        let mut times: Map<String, Value> = order
            .chain(money)
            .map(|(status, time)| (format!("{status}_time"), json!(time.map(moment))))
            .collect();
        times.insert("draft_time".into(), moment(self.created_at).into());
        times.insert("paid_time".into(), json!(self.paid_at().map(moment)));
        times
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

/// The members of an object made by `json!`.
pub(super) fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

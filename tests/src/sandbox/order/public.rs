//! The buyer-facing order (scalev-v3 §3.4, `PublicOrder`): fewer members, and the
//! only one with `redirect_url`.

use serde_json::{Map, Value, json};

use super::Order;
use super::render::{HANDLER_PHONE, View};
use crate::sandbox::catalogue::PaymentAccount;
use crate::sandbox::identity::moment;

impl Order {
    /// The order as public routes answer it.
    pub(in crate::sandbox) fn public_json(&self, view: &View<'_>) -> Value {
        let url = self.public_order_url(view);
        let amounts = &self.content.amounts;
        let paid = if self.payment_status == "settled" { "paid" } else { self.payment_status };
        json!({
            "id": self.id,
            "secret_slug": self.secret_slug,
            "public_order_url": url,
            "payment_url": url.as_ref().map(|url| format!("{url}/success")),
            "redirect_url": url.as_ref().filter(|_| view.redirects).map(|url| format!("{url}/next")),
            "order_id": self.order_id,
            "status": self.status,
            "payment_status": paid,
            "payment_method": self.content.payment_method,
            "gross_revenue": amounts.gross().decimal(),
            "product_price": amounts.product_price.decimal(),
            "product_discount": amounts.product_discount.decimal(),
            "shipping_cost": amounts.shipping_cost.decimal(),
            "shipping_discount": amounts.shipping_discount.decimal(),
            "other_income": amounts.other_income.decimal(),
            "other_income_name": self.other_income_name(),
            "unique_code_discount": amounts.unique_code_discount.decimal(),
            "service_fee": "0",
            "pg_payment_info": self.payment.clone().unwrap_or_else(|| json!({})),
            "payment_expiration_at": self.expires_at.filter(|_| self.payment_status == "unpaid").map(moment),
            "draft_time": moment(self.created_at),
            "paid_time": self.paid_at().map(moment),
            "is_probably_spam": false,
            "handler_phone": HANDLER_PHONE,
            "customer": { "email": self.content.customer.email },
            "destination_address": self.destination_json(),
            "courier_service": self.content.parcel.service.map(|(courier, service)| courier.service_json(service)),
            "shipment_receipt": self.receipt,
            "shipment_status_history": self.parcel_history(),
            "status_history": self.status_history(),
            "variants": self.variants_json(),
            "bundle_price_options": self.bundles_json(),
            "orderlines": self.public_lines(),
            "store": self.public_store(view),
        })
    }

    fn status_history(&self) -> Value {
        let steps = self.statuses.steps();
        steps.map(|(status, time)| json!({ "status": status, "time": moment(time) })).collect()
    }

    fn variants_json(&self) -> Value {
        let lines = self.content.lines.iter();
        lines.map(|line| (line.variant.fullname.clone(), json!(line.quantity))).collect::<Map<_, _>>().into()
    }

    fn public_lines(&self) -> Vec<Value> {
        let lines = self.content.lines.iter();
        lines
            .map(|line| {
                json!({
                    "quantity": line.quantity,
                    "product_name": line.product.name,
                    "item_type": line.product.item_type,
                    "variant_option1_value": line.variant.option_values.first(),
                    "variant_option2_value": line.variant.option_values.get(1),
                    "variant_option3_value": line.variant.option_values.get(2),
                    "variant_price": crate::sandbox::money::Sen::rupiah(line.variant.price).decimal(),
                })
            })
            .collect()
    }

    fn public_store(&self, view: &View<'_>) -> Value {
        let store = self.content.store();
        json!({
            "name": store.name,
            "payment_accounts": store.accounts.iter().map(PaymentAccount::json).collect::<Vec<_>>(),
            "custom_domain": view.domain.map(|domain| json!({ "full_url": domain })),
            "is_show_whatsapp": true,
            "is_auto_expire": true,
            "auto_expire_days": 3,
        })
    }
}

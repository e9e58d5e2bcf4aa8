//! What a payment gateway answers for each method (scalev-v3 §3.4).

use serde_json::{Value, json};

use super::Order;
use crate::sandbox::identity;

/// The raw payload of an order's payment: the same on every call.
pub(in crate::sandbox) fn gateway_payload(order: &Order, origin: &str) -> Value {
    let method = order.content.payment_method.as_deref().unwrap_or_default();
    let pay = format!("{origin}/o/{}/success", order.secret_slug);
    match method {
        "alfamart" => {
            let code = identity::digits(&order.id, 10);
            let name = &order.content.customer.name;
            json!({ "payment_method": { "over_the_counter": { "channel_properties": {
                "payment_code": format!("TMBS{code}"), "customer_name": name,
            } } } })
        }
        "qris" => json!({ "qr_string": qr_string(order) }),
        "gopay" | "dana" | "linkaja" | "shopeepay" => json!({ "actions": [
            { "url_type": "WEB", "url": pay },
            { "url_type": "MOBILE", "url": pay },
            { "url_type": "DEEPLINK", "url": format!("{method}://pay?order={}", order.order_id) },
        ] }),
        "ovo" => json!({ "actions": [] }),
        "card" => json!({ "redirect_url": pay }),
        "invoice" => json!({ "invoice_url": pay }),
        _ if method.starts_with("va_") => json!({ "payment_method": { "virtual_account": {
            "channel_properties": {
                "virtual_account_number": virtual_account(order),
                "customer_name": order.content.customer.name,
            },
        } } }),
        _ => json!({}),
    }
}

/// The gateway behind a method; `None` when no gateway takes part.
pub(in crate::sandbox) fn provider(method: &str) -> Option<&'static str> {
    match method {
        "bank_transfer" | "cod" | "no_payment" | "marketplace" | "payment_link" | "" => None,
        _ => Some("xendit"),
    }
}

/// Sixteen digits: the bank's prefix and the order's own.
pub(in crate::sandbox) fn virtual_account(order: &Order) -> String {
    let method = order.content.payment_method.as_deref().unwrap_or_default();
    let prefix = match method {
        "va_bca" => "7007",
        "va_bni" => "8808",
        "va_bri" => "2621",
        "va_mandiri" => "8890",
        "va_permata" => "7293",
        _ => "9988",
    };
    format!("{prefix}{}", identity::digits(&order.id, 12))
}

/// A static EMV-like string with the amount inside; real scanners refuse it, as they should.
pub(in crate::sandbox) fn qr_string(order: &Order) -> String {
    let amount = order.content.amounts.gross().whole().to_string();
    let reference = identity::digits(&order.id, 15);
    format!(
        "00020101021226570011ID.TUMBAS.WWW0118{reference}0303UME51440014ID.CO.QRIS.WWW\
         5204549953033605{:02}{:02}{amount}5802ID5907SANDBOX6007SANDBOX6304C0DE",
        4,
        amount.len(),
    )
}

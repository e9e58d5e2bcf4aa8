//! Gateway payloads and the buyer's order.

use serde_json::{Value, json};

use super::client::{ebook_order, get, kreator, post, sandbox, send};
use crate::sandbox::{STOREFRONT_KEY, Sandbox, Settings};

fn order_paid_by(sandbox: &Sandbox, method: &str) -> Value {
    let mut order = ebook_order();
    order["payment_method"] = json!(method);
    post(sandbox, "/v3/orders", &order).json()
}

fn payload(sandbox: &Sandbox, order: &Value) -> Value {
    let id = order["id"].as_str().unwrap_or_default();
    post(sandbox, &format!("/v3/orders/{id}/payment"), &json!({})).json()
}

#[test]
fn each_method_has_its_gateway_payload() {
    let sandbox = sandbox();
    for (method, pointer) in [
        ("va_bca", "/payment_method/virtual_account/channel_properties/virtual_account_number"),
        ("qris", "/qr_string"),
        ("gopay", "/actions/0/url"),
        ("card", "/redirect_url"),
        ("invoice", "/invoice_url"),
    ] {
        let order = order_paid_by(&sandbox, method);
        assert_eq!(order["pg_payment_info"], Value::Null, "nothing before the payment is made");
        let made = payload(&sandbox, &order);
        assert!(made.pointer(pointer).is_some_and(Value::is_string), "{method}: {made}");
        assert_eq!(payload(&sandbox, &order), made, "the same on repetition");
        let path = format!("/v3/orders/{}", order["id"].as_str().unwrap_or_default());
        assert_eq!(get(&sandbox, &path).json()["pg_payment_info"], made);
    }
    for method in ["bank_transfer", "payment_link"] {
        assert_eq!(payload(&sandbox, &order_paid_by(&sandbox, method)), json!({}));
    }
}

#[test]
fn a_paid_order_says_so_and_settles_when_checked() {
    let sandbox = sandbox();
    let order = order_paid_by(&sandbox, "qris");
    assert!(sandbox.pay(order["order_id"].as_str().unwrap_or_default()));
    let id = order["id"].as_str().unwrap_or_default();
    let checked = post(&sandbox, &format!("/v3/orders/{id}/check-payment"), &json!({})).json();
    assert_eq!((&checked["payment_status"], &checked["status"]), (&json!("paid"), &json!("pending")));
    assert!(checked["paid_time"].is_string());
    let settled = post(&sandbox, &format!("/v3/orders/{id}/check-settlement"), &json!({})).json();
    assert_eq!(settled["payment_status"], "settled");
}

#[test]
fn only_the_public_order_has_a_redirect_url() {
    let sandbox = sandbox();
    let order = order_paid_by(&sandbox, "qris");
    assert_eq!(order.get("redirect_url"), None);
    let slug = order["secret_slug"].as_str().unwrap_or_default();
    let path = format!("/v3/stores/{}/public/orders/{slug}", kreator().unique_id);
    let public = send(&sandbox, "GET", &path, STOREFRONT_KEY, None).json();
    let redirect = public["redirect_url"].as_str().expect("an address");
    assert!(redirect.ends_with("/next") && order["payment_url"] != redirect);
    assert!(get(&sandbox, redirect.strip_prefix(sandbox.base_url()).expect("ours")).text.contains("QRIS"));
    sandbox.put_settings(Settings { public_redirect_url: false, ..Settings::default() });
    assert!(send(&sandbox, "GET", &path, STOREFRONT_KEY, None).json()["redirect_url"].is_null());
    assert_eq!(public["orderlines"][0]["variant_price"], "49000.00");
}

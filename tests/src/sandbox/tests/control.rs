//! The control API: the same powers over HTTP.

use serde_json::{Value, json};

use super::client::{ebook_order, get, kreator, post, sandbox, send, variant};
use crate::sandbox::Sandbox;

fn control(sandbox: &Sandbox, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let reply = send(sandbox, method, &format!("/__sandbox{path}"), "", Some(body));
    (reply.status, serde_json::from_str(&reply.text).unwrap_or_default())
}

#[test]
fn a_fault_in_json_is_the_fault_in_rust() {
    let sandbox = sandbox();
    let fault = json!([
        { "method": "POST", "path": "/v3/orders", "calls": { "nth": 2 }, "kind": "status", "code": 502, "body": "bad" },
        { "path": "/v3/locations", "calls": "every", "kind": "malformed" },
    ]);
    let (status, plan) = control(&sandbox, "POST", "/faults", &fault);
    assert_eq!((status, plan["data"].as_array().map(Vec::len)), (200, Some(2)));
    let statuses = [(); 3].map(|()| post(&sandbox, "/v3/orders", &ebook_order()).status);
    assert_eq!(statuses, [200, 502, 200]);
    assert_eq!(sandbox.orders().len(), 2);
    let (_, plan) = control(&sandbox, "GET", "/faults", &Value::Null);
    assert_eq!((&plan["data"][0]["seen"], &plan["data"][0]["struck"]), (&json!(3), &json!(1)));
    assert_eq!(control(&sandbox, "DELETE", "/faults", &Value::Null).0, 204);
    assert!(get(&sandbox, "/v3/locations").json()["data"].is_array());
}

#[test]
fn nonsense_is_explained() {
    let sandbox = sandbox();
    let (status, reply) = control(&sandbox, "POST", "/faults", &json!({ "path": "/x", "kind": "meteor" }));
    assert_eq!(status, 400);
    assert!(
        reply["error"].as_str().is_some_and(|words| words.contains("unknown variant `meteor`")),
        "{reply}"
    );
    assert_eq!(control(&sandbox, "PUT", "/limits", &json!({ "per_minute": 1 })).0, 400);
    assert_eq!(control(&sandbox, "PUT", "/stock/variant_none", &json!({ "available_qty": 1 })).0, 404);
}

#[test]
fn the_truth_names_the_request_that_made_the_order() {
    let sandbox = sandbox();
    get(&sandbox, "/v3/locations?search=tebet");
    let mut order = ebook_order();
    order["metadata"] = json!({ "ck": "abc" });
    post(&sandbox, "/v3/orders", &order);
    let (_, truth) = control(&sandbox, "GET", "/orders?at_least=1", &Value::Null);
    let truth = &truth["data"][0];
    assert_eq!((&truth["metadata"]["ck"], &truth["made_by_request"]), (&json!("abc"), &json!(2)));
    let (_, log) = control(&sandbox, "GET", "/requests?method=POST&path=/v3/orders", &Value::Null);
    let arrival = &log["data"][0];
    assert_eq!(
        (&arrival["number"], &arrival["status"], &arrival["authorised"]),
        (&json!(2), &json!(200), &json!(true))
    );
    assert_eq!(arrival["body"], order);
    assert!(!log.to_string().contains("sk_sandbox"), "credentials are not kept");
}

#[test]
fn waiting_in_vain_ends_with_words() {
    let sandbox = sandbox();
    let (status, reply) = control(&sandbox, "GET", "/orders?at_least=1&timeout_ms=10", &Value::Null);
    assert_eq!((status, &reply["error"]), (408, &json!("only 0 came in 10ms")));
}

#[test]
fn stock_limits_settings_and_payment_can_be_set() {
    let sandbox = sandbox();
    let path = format!("/stock/{}", variant(kreator(), "ebook-caption").unique_id);
    assert_eq!(control(&sandbox, "PUT", &path, &json!({ "available_qty": 0 })).0, 200);
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 400);
    assert_eq!(control(&sandbox, "PUT", &path, &json!({ "available_qty": null })).0, 200);
    let order = post(&sandbox, "/v3/orders", &ebook_order()).json();
    let path = format!("/orders/{}/payment_status", order["order_id"].as_str().unwrap_or_default());
    assert_eq!(
        control(&sandbox, "PUT", &path, &json!({ "payment_status": "paid" })).1["payment_status"],
        "paid"
    );
    assert_eq!(control(&sandbox, "PUT", &path, &json!({ "payment_status": "rich" })).0, 400);
    assert_eq!(control(&sandbox, "PUT", "/settings", &json!({ "create_status": 201 })).0, 200);
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 201);
    assert_eq!(control(&sandbox, "PUT", "/limits", &json!({ "per_hour": 1 })).0, 200);
    assert_eq!([(); 2].map(|()| get(&sandbox, "/v3/orders").status), [200, 429]);
}

#[test]
fn shipping_can_be_changed() {
    let sandbox = sandbox();
    let dearest = || {
        let body = json!({
            "store_id": 4101, "warehouse_id": 610, "location_id": 2201, "payment_method": "qris", "weight": 640,
        });
        let rows = post(&sandbox, "/v3/shipping-costs/search-courier-service", &body).json()["data"].clone();
        rows.as_array().and_then(|rows| rows.last()?["cost"].as_f64())
    };
    let before = dearest().expect("a price");
    let change = json!({ "surcharge": 2000, "surcharges": { "jne": -500 }, "gone_couriers": ["tiki"] });
    let (status, reply) = control(&sandbox, "PUT", "/logistics", &change);
    assert_eq!((status, &reply["surcharge"], &reply["no_couriers"]), (200, &json!(2000.0), &json!(false)));
    assert!(dearest().is_some_and(|cost| cost > before));
    let about = control(&sandbox, "GET", "", &Value::Null).1;
    assert_eq!(about["logistics"]["gone_couriers"], json!(["tiki"]));
    control(&sandbox, "PUT", "/logistics", &json!({ "no_couriers": true }));
    assert_eq!(dearest(), None);
    control(&sandbox, "PUT", "/logistics", &json!({}));
    assert_eq!(dearest(), Some(before));
    let (status, reply) = control(&sandbox, "PUT", "/logistics", &json!({ "no_curiers": true }));
    assert!(status == 400 && reply["error"].as_str().is_some_and(|words| words.contains("no_curiers")));
}

#[test]
fn a_reset_goes_back_to_the_start() {
    let sandbox = sandbox();
    control(&sandbox, "POST", "/faults", &json!({ "path": "*", "calls": "every", "kind": "reset" }));
    control(&sandbox, "PUT", "/settings", &json!({ "create_status": 201 }));
    let path = format!("/stock/{}", variant(kreator(), "ebook-caption").unique_id);
    control(&sandbox, "PUT", &path, &json!({ "available_qty": 0 }));
    assert_eq!(control(&sandbox, "DELETE", "/reset", &Value::Null).0, 204);
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 200);
    assert_eq!(control(&sandbox, "POST", "/reset", &Value::Null).0, 204);
    assert!(sandbox.orders().is_empty() && sandbox.requests().is_empty());
}

//! Keys, scopes, both ids, rate limits.

use serde_json::json;

use super::client::{ebook_order, get, kreator, post, sandbox, send};
use crate::sandbox::{API_KEY, CATALOGUE_KEY, EXPIRED_KEY, Limits, STOREFRONT_KEY};

#[test]
fn a_wrong_key_is_refused_with_the_platforms_sentence() {
    let sandbox = sandbox();
    for (key, sentence) in
        [("sk_wrong", "Invalid API key"), (EXPIRED_KEY, "API key has expired"), ("", "Invalid API key")]
    {
        let reply = send(&sandbox, "GET", "/v3/stores/simplified", key, None);
        assert_eq!((reply.status, reply.json()), (401, json!({ "error": sentence })));
    }
    let seen: Vec<_> = sandbox.requests().iter().map(|arrival| arrival.authorised).collect();
    assert_eq!(seen, [Some(false); 3]);
}

#[test]
fn a_restricted_key_stays_within_its_scopes() {
    let sandbox = sandbox();
    assert_eq!(send(&sandbox, "GET", "/v3/stores/4101/products", CATALOGUE_KEY, None).status, 200);
    let reply = send(&sandbox, "POST", "/v3/orders", CATALOGUE_KEY, Some(&ebook_order()));
    assert_eq!((reply.status, reply.json()), (403, json!({ "error": "Forbidden" })));
    assert!(sandbox.orders().is_empty());
}

#[test]
fn public_routes_hide_a_wrong_key_behind_an_unknown_store() {
    let sandbox = sandbox();
    let path = format!("/v3/stores/{}/public/payment-methods", kreator().unique_id);
    assert_eq!(send(&sandbox, "GET", &path, STOREFRONT_KEY, None).status, 200);
    let reply = send(&sandbox, "GET", &path, API_KEY, None);
    assert_eq!((reply.status, reply.json()), (404, json!({ "error": "Store not found" })));
}

#[test]
fn each_place_takes_its_own_kind_of_id() {
    let sandbox = sandbox();
    let unique = &kreator().unique_id;
    assert_eq!(get(&sandbox, &format!("/v3/stores/{unique}/products")).status, 200);
    assert_eq!(get(&sandbox, &format!("/v3/stores/{unique}/bundles")).status, 400);
    let search = json!({ "store_id": unique, "destination_id": 2201, "variants": [{ "variant_id": 53015, "qty": 1 }] });
    assert_eq!(post(&sandbox, "/v3/shipping-costs/search-warehouse", &search).status, 400);
    let mut order = ebook_order();
    order["store_unique_id"] = json!(4103);
    let reply = post(&sandbox, "/v3/orders", &order);
    assert_eq!((reply.status, &reply.json()["errors"]["store_unique_id"]), (400, &json!(["is invalid"])));
}

#[test]
fn the_call_beyond_the_limit_is_refused_in_plain_text() {
    let sandbox = sandbox();
    sandbox.put_limits(Limits { per_hour: 2, ..Limits::default() });
    let left = |reply: &super::client::Reply| reply.header("x-ratelimit-remaining").map(str::to_owned);
    assert_eq!(left(&get(&sandbox, "/v3/locations")).as_deref(), Some("1"));
    assert_eq!(left(&get(&sandbox, "/v3/locations")).as_deref(), Some("0"));
    let reply = get(&sandbox, "/v3/locations");
    assert_eq!((reply.status, reply.text.as_str()), (429, "Too many requests"));
    assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(reply.header("x-ratelimit-limit"), Some("2"));
    assert!(
        reply.header("x-ratelimit-reset").and_then(|reset| reset.parse::<i64>().ok()) > Some(1_700_000_000)
    );
    sandbox.reset();
    assert_eq!(get(&sandbox, "/v3/locations").header("x-ratelimit-limit"), Some("100"));
}

#[test]
fn the_platform_can_be_asked_without_a_network() {
    let sandbox = sandbox();
    let (status, order) = sandbox.ask("POST", "/v3/orders", &ebook_order());
    assert_eq!((status, &order["gross_revenue"]), (200, &json!("49000.00")));
    let path = format!("/v3/orders/{}", order["id"].as_str().unwrap_or_default());
    assert_eq!(sandbox.ask("GET", &path, &json!(null)), (200, get(&sandbox, &path).json()));
    assert_eq!(sandbox.requests().len(), 3);
}

#[test]
fn an_unknown_route_is_a_json_404() {
    let sandbox = sandbox();
    for (method, path) in [("GET", "/v3/nothing"), ("DELETE", "/v3/orders"), ("GET", "/v3/orders/12")] {
        let reply = send(&sandbox, method, path, API_KEY, None);
        assert_eq!((reply.status, reply.json()), (404, json!({ "error": "Not found" })), "{method} {path}");
    }
}

//! Asking the till again.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;
use crate::sandbox::dealpos::{CLIENT_ID, CLIENT_SECRET};
use crate::sandbox::tests::client::{Reply, sandbox, send};

fn token(sandbox: &Sandbox, secret: &str) -> Reply {
    let body = json!({ "client_id": CLIENT_ID, "client_secret": secret });
    send(sandbox, "POST", "/dealpos/api/v3/Token/OAuth2", "", Some(&body))
}

fn ask(sandbox: &Sandbox, path: &str) -> Reply {
    let token = token(sandbox, CLIENT_SECRET).json();
    let token = token["access_token"].as_str().expect("a token").to_owned();
    send(sandbox, "GET", &format!("/dealpos/api/v3/{path}"), &token, None)
}

#[test]
fn a_token_is_given_for_the_secret_and_asked_for_at_the_door() {
    let sandbox = sandbox();
    assert_eq!(token(&sandbox, "wrong").status, 400);
    assert_eq!(token(&sandbox, CLIENT_SECRET).json()["token_type"], "Bearer");
    let refused = send(&sandbox, "GET", "/dealpos/api/v3/Product", "wrong", None);
    assert_eq!((refused.status, refused.json()["Message"].is_string()), (401, true));
}

#[test]
fn a_product_and_a_variant_are_found_by_code_as_their_events_write_them() {
    let sandbox = sandbox();
    let till = sandbox.till();
    till.connect("http://127.0.0.1:9/hooks");
    till.hold();
    let product = till.products().remove(0);
    let sku = &product.variants[0].code;
    assert!(till.put_price(sku, 123_000));
    let told: Vec<Value> =
        till.calls().iter().map(|call| serde_json::from_str(&call.body).expect("JSON")).collect();
    assert_eq!(ask(&sandbox, &format!("Product?Code={}", product.code)).json(), json!([told[0]]));
    assert_eq!(ask(&sandbox, &format!("Variant?Code={sku}")).json(), json!([told[1]]));
    assert_eq!(ask(&sandbox, "Product?Code=none").json(), json!([]));
}

#[test]
fn the_budget_of_calls_is_told_and_kept() {
    let sandbox = sandbox();
    sandbox.till().allow_calls(2);
    let left: Vec<_> = (0..3)
        .map(|_| {
            let reply = ask(&sandbox, "Product?Code=none");
            (reply.status, reply.header("ratelimit-remaining").map(str::to_owned))
        })
        .collect();
    assert_eq!(left, [(200, Some("1".into())), (200, Some("0".into())), (429, Some("0".into()))]);
}

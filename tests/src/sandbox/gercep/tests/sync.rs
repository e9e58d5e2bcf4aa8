//! `sync-products`.

use serde_json::{Value, json};

use crate::sandbox::gercep::{KEY, SMALL_PLAN_KEY};
use crate::sandbox::ngorder::tests::fixture::{breaches, fixture};
use crate::sandbox::tests::client::sandbox;
use crate::sandbox::{Fault, Sandbox};

/// Status and JSON of a call with this key, or without one.
pub(super) fn call(sandbox: &Sandbox, key: Option<&str>, body: Option<&Value>) -> (u16, Value) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let request = ureq::http::Request::builder()
        .method(if body.is_some() { "POST" } else { "GET" })
        .uri(format!("{}/api/partner/sync-products", sandbox.base_url()));
    let request = key.iter().fold(request, |request, key| request.header("x-api-key", *key));
    let request = request.body(body.map(Value::to_string).unwrap_or_default()).expect("a request");
    let mut answer = agent.run(request).expect("an answer");
    let text = answer.body_mut().read_to_string().expect("a text");
    (answer.status().as_u16(), serde_json::from_str(&text).expect("JSON"))
}

pub(super) fn post(sandbox: &Sandbox, body: &Value) -> (u16, Value) {
    call(sandbox, Some(KEY), Some(body))
}

/// Gives the store the product of the vendor's example.
pub(super) fn rice(sandbox: &Sandbox) -> Value {
    let (status, answer) = post(sandbox, &fixture("gercep", "sync_products_upsert.request"));
    assert_eq!(status, 200);
    answer
}

#[test]
fn the_examples_are_answered_as_the_examples_say() {
    let sandbox = sandbox();
    assert_eq!(rice(&sandbox), fixture("gercep", "sync_products_upsert.response"));
    let (_, fetched) = call(&sandbox, Some(KEY), None);
    let example = fixture("gercep", "sync_products_fetch.response");
    assert!(breaches(&example, &fetched, "").is_empty(), "{fetched}");
    let (_, deleted) = post(&sandbox, &fixture("gercep", "sync_products_delete.request"));
    assert_eq!(deleted, fixture("gercep", "sync_products_delete.response"));
    assert!(sandbox.gercep().products().is_empty());
}

#[test]
fn errors_are_the_ones_of_the_vendors_source() {
    let sandbox = sandbox();
    let upsert = json!({ "action": "upsert", "products": [] });
    let mut seen = vec![
        call(&sandbox, None, Some(&upsert)),
        call(&sandbox, Some("wrong"), Some(&upsert)),
        call(&sandbox, Some(SMALL_PLAN_KEY), None),
        post(&sandbox, &json!({ "products": [] })),
    ];
    let examples = fixture("gercep", "synthetic/errors");
    let examples: Vec<_> = examples.as_array().expect("errors").iter().take(4).collect();
    for example in examples {
        let (status, body) = seen.remove(0);
        assert_eq!((json!(status), &body), (example["status"].clone(), &example["body"]));
    }
    assert_eq!(sandbox.requests()[0].authorised, Some(false));
}

#[test]
fn an_item_that_is_wrong_or_archived_is_told_inside_200() {
    let sandbox = sandbox();
    rice(&sandbox);
    let tea = json!({ "externalId": "POS-125", "name": "Es Teh", "price": 5000 });
    post(&sandbox, &json!({ "action": "upsert", "products": [tea] }));
    assert!(sandbox.gercep().archive("POS-125"));
    let rice = fixture("gercep", "sync_products_upsert.request")["products"][0].clone();
    let batch = json!([rice, { "externalId": "POS-124", "price": 1 }, tea]);
    let (status, mut answer) = post(&sandbox, &json!({ "action": "upsert", "products": batch }));
    // The count is in the vendor's source and not on its page.
    answer["count"] = 1.into();
    assert_eq!((status, answer), (200, fixture("gercep", "synthetic/sync_products_upsert.mixed.response")));
}

#[test]
fn an_upsert_replaces_what_it_does_not_say() {
    let sandbox = sandbox();
    rice(&sandbox);
    let bare = json!({ "externalId": "POS-123", "name": "Nasi", "price": 26_000.0 });
    post(&sandbox, &json!({ "action": "upsert", "products": [bare] }));
    let product = sandbox.gercep().products().remove(0);
    assert_eq!(
        (product.id, product.stock, product.image, product.description.as_str(), product.category.as_str()),
        (123, 999_999, None, "", "General")
    );
}

#[test]
fn a_name_that_is_known_takes_the_product_over() {
    let sandbox = sandbox();
    rice(&sandbox);
    let other = json!({ "externalId": "OTHER-1", "name": "Nasi Goreng Spesial", "price": 1 });
    let (_, answer) = post(&sandbox, &json!({ "action": "upsert", "products": [other] }));
    assert_eq!((&answer["results"][0]["id"], sandbox.gercep().products().len()), (&json!(123), 1));
    assert_eq!(sandbox.gercep().products()[0].external_id.as_deref(), Some("OTHER-1"));
}

#[test]
fn a_breakdown_in_the_middle_keeps_what_was_written() {
    let sandbox = sandbox();
    let row = |nth: usize| json!({ "externalId": nth.to_string(), "name": format!("P{nth}"), "price": nth });
    let batch = json!({ "action": "upsert", "products": (0..50).map(row).collect::<Vec<_>>() });
    sandbox.gercep().break_after(20);
    assert_eq!(post(&sandbox, &batch).0, 500);
    assert_eq!(sandbox.gercep().products().len(), 20);
    assert_eq!(post(&sandbox, &batch).0, 200);
    assert_eq!(sandbox.gercep().products().len(), 50);
    assert_eq!(sandbox.look(|world| world.gercep.batches.clone()), [50, 50]);
}

#[test]
fn an_answer_can_be_lost_before_or_after_the_writing() {
    let sandbox = sandbox();
    let path = "/api/partner/sync-products";
    let upsert = fixture("gercep", "sync_products_upsert.request");
    sandbox.plan(Fault::on("POST", path).status(502, "busy"));
    assert_eq!(call_status(&sandbox, &upsert), 502);
    assert!(sandbox.gercep().products().is_empty());
    sandbox.plan(Fault::on("POST", path).status(502, "busy").after_commit());
    assert_eq!(call_status(&sandbox, &upsert), 502);
    assert_eq!(sandbox.gercep().products().len(), 1);
}

fn call_status(sandbox: &Sandbox, body: &Value) -> u16 {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{}/api/partner/sync-products", sandbox.base_url());
    agent.post(url).header("x-api-key", KEY).send(body.to_string()).expect("an answer").status().as_u16()
}

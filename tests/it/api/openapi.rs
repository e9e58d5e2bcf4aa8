//! `GET /openapi.json` says what the routes really answer.

use std::collections::BTreeSet;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use shared::wire::ErrorCode;
use tumbas_tests::sandbox::Fault;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{bundle, digital, key, parcel, store, with};
use super::catalogue::path;
use super::contract::Contract;
use super::courier::{asked, cheapest, named, question};
use super::letter::{BOX, bare, genuine, letter};
use super::watch::first_state;
use super::{faults, gate, places};
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::openapi":
        the_document_is_whole,
        every_route_is_described_and_no_other,
        every_route_answers_as_described,
        every_problem_is_as_described,
        the_orders_body_is_as_described,
        a_drifted_answer_would_be_noticed,
    ]
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

fn the_document_is_whole() -> Result<()> {
    let world = places::window()?;
    let contract = Contract::of(&world);
    let document = contract.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut found = BTreeSet::new();
    references(document, &mut found);
    assert!(!found.is_empty());
    for reference in found {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    let ids: Vec<&Value> = contract.operations().map(|(_, _, operation)| &operation["operationId"]).collect();
    let once: BTreeSet<String> =
        ids.iter().map(|id| id.as_str().expect("an operationId").to_owned()).collect();
    assert_eq!(once.len(), ids.len());
    assert_eq!(Ask::get("/openapi.json").of(&world).header("content-type"), Some("application/json"));
    Ok(())
}

fn every_route_is_described_and_no_other() -> Result<()> {
    let world = places::window()?;
    let described = Contract::of(&world).operations().map(|(method, path, _)| (method, path.to_owned()));
    let routed = edge::api::TABLE.iter().map(|entry| (entry.method.to_owned(), entry.path.to_owned()));
    assert_eq!(described.collect::<BTreeSet<_>>(), routed.collect());
    Ok(())
}

/// An answer is as the document says.
pub(super) fn conforms(world: &World, method: &str, template: &str, answer: &Answer) {
    let breaches = Contract::of(world).breaches(method, template, answer);
    assert!(breaches.is_empty(), "{method} {template} {}: {breaches:#?}\n{}", answer.status, answer.text());
}

const POSTAL_CODES: &str = "/v3/locations/{id}/postal-codes";
const SHIPPING: &str = "/v3/shipping-options";
const STORE: &str = "/v3/stores/{store}/";

fn every_route_answers_as_described() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&bundle(), &key()).of(&world);
    let state = placed.good();
    let shown = Ask::get(format!("/v3/orders/{}", state["token"].as_str().unwrap())).of(&world);
    assert_eq!(
        first_state(&world, &state),
        shown.json(),
        "who watches is told what is described for who asks"
    );
    let mut answered = vec![
        ("POST", "/v3/orders".to_owned(), placed),
        ("GET", "/health".to_owned(), Ask::get("/health").of(&world)),
        ("GET", "/v3/stores/simplified".to_owned(), Ask::get("/v3/stores/simplified").of(&world)),
        ("GET", "/v3/orders/{token}".to_owned(), shown),
        ("GET", "/v3/locations".to_owned(), Ask::get("/v3/locations?search=coblong").of(&world)),
        ("GET", POSTAL_CODES.to_owned(), Ask::get("/v3/locations/2201/postal-codes").of(&world)),
        ("POST", SHIPPING.to_owned(), question(&asked(&parcel())).of(&world)),
        ("POST", BOX.to_owned(), genuine(&letter("order.updated", &json!({}))).of(&world)),
    ];
    for store in &world.sandbox.catalogue().stores {
        for what in ["checkout", "products", "bundles", "payment-methods"] {
            let ask = Ask::get(path(store, what));
            let answer = ask.of(&world);
            let known = ask.header("if-none-match", answer.header("etag").unwrap()).of(&world);
            assert_eq!((answer.status, known.status), (200, 304));
            answered.push(("GET", format!("{STORE}{what}"), answer));
            answered.push(("GET", format!("{STORE}{what}"), known));
        }
    }
    for (method, template, answer) in &answered {
        assert!(answer.status < 400, "{}", answer.text());
        conforms(&world, method, template, answer);
    }
    let mut seen: BTreeSet<_> =
        answered.iter().map(|(method, template, _)| (method.to_string(), template.as_str())).collect();
    seen.insert(("GET".to_owned(), "/v3/orders/{token}/events"));
    // Where there is a till, and the other channel: see their own trials.
    seen.insert(("POST".to_owned(), "/webhooks/dealpos/{token}/{event}"));
    seen.insert(("GET".to_owned(), "/webhooks/dealpos/{token}"));
    seen.insert(("POST".to_owned(), "/webhooks/gercep/{token}"));
    seen.insert(("GET".to_owned(), "/webhooks/gercep/{token}/report"));
    let described = Contract::of(&world).operations().map(|(method, path, _)| (method, path));
    assert_eq!(described.collect::<BTreeSet<_>>(), seen, "a route was not asked");
    Ok(())
}

/// Each with the route that it was met on; what only a fault can cause is met in the storm.
fn every_problem_is_as_described() -> Result<()> {
    let world = places::window()?;
    let draft = digital();
    let order = Ask::order(&draft, &key());
    let kopi = store("kopi");
    let mut met = vec![
        ("POST", "/v3/orders", Ask::post("{", &key()).of(&world)),
        ("POST", "/v3/orders", Ask::order(&json!({}), &key()).of(&world)),
        ("POST", "/v3/orders", order.clone().body(vec![b' '; 70_000]).of(&world)),
        ("POST", "/v3/orders", order.clone().header("content-type", "text/plain").of(&world)),
        ("POST", "/v3/orders", order.clone().without("idempotency-key").of(&world)),
        ("POST", "/v3/orders", order.clone().header("idempotency-key", "\"\"").of(&world)),
        ("POST", "/v3/orders", order.clone().origin("null").of(&world)),
        ("GET", "/v3/stores/{store}/products", Ask::get(path(kopi, "products?next_cursor=x")).of(&world)),
        ("GET", "/v3/stores/{store}/checkout", Ask::get("/v3/stores/store_xxx/checkout").of(&world)),
        ("GET", "/v3/orders/{token}", Ask::get("/v3/orders/ck_x").of(&world)),
        ("GET", "/v3/locations", Ask::get("/v3/locations?search=x").of(&world)),
        ("GET", POSTAL_CODES, Ask::get("/v3/locations/0/postal-codes").of(&world)),
        ("POST", SHIPPING, question(&json!({})).of(&world)),
        ("POST", "/v3/orders", Ask::order(&underpaid(&world), &key()).of(&world)),
        ("POST", BOX, bare("{}").of(&world)),
        ("POST", BOX, bare("{}").of(&*gate::place()?)),
    ];
    let (storm, _turn) = faults::storm()?;
    for fault in [
        Fault::on("POST", "/v3/orders").status(422, json!({ "error": "Validation failed" })),
        Fault::on("POST", "/v3/orders").status(401, json!({ "error": "Invalid API key" })),
    ] {
        storm.sandbox.plan(fault);
        met.push(("POST", "/v3/orders", order.of(&storm)));
    }
    assert_eq!(order.of(&storm).status, 201);
    met.push(("POST", "/v3/orders", Ask::order(&draft, &key()).of(&storm)));
    let key = key();
    Ask::order(&digital(), &key).of(&storm).good();
    met.push(("POST", "/v3/orders", Ask::order(&draft, &key).of(&storm)));
    storm.sandbox.plan(Fault::on("POST", "/v3/orders").reset());
    let unknown = Ask::order(&digital(), &super::cart::key()).of(&storm);
    assert_eq!(unknown.status, 202);
    conforms(&storm, "POST", "/v3/orders", &unknown);
    for (method, template, answer) in &met {
        conforms(&storm, method, template, answer);
    }
    let codes: BTreeSet<String> =
        met.iter().map(|(_, _, answer)| answer.problem().code.to_string()).collect();
    let missing: Vec<_> = ErrorCode::WORDS.iter().filter(|word| !codes.contains(**word)).collect();
    // Problems of no described route, of a platform that is away or busy, and of a bug.
    let elsewhere = [
        "route_not_found",
        "method_not_allowed",
        "platform_busy",
        "platform_timeout",
        "platform_unavailable",
        "internal",
    ];
    assert_eq!(missing, elsewhere.iter().collect::<Vec<_>>());
    Ok(())
}

/// A parcel that pays its courier too little.
fn underpaid(world: &World) -> Value {
    let draft = parcel();
    with(&named(&draft, &cheapest(world, &draft)), "/shipping_cost", json!(1))
}

fn the_orders_body_is_as_described() -> Result<()> {
    let world = places::window()?;
    let contract = Contract::of(&world);
    let schema =
        contract.json().pointer("/paths/~1v3~1orders/post/requestBody/content/application~1json/schema");
    let schema = schema.expect("a described body");
    for draft in [digital(), bundle(), underpaid(&world), with(&parcel(), "/shipping_quote", json!("v1.x.y"))]
    {
        assert_eq!(contract.breaches_of(schema, &draft), Vec::<String>::new());
    }
    for (at, value) in [
        ("/product_discount", json!(1)),
        ("/ordervariants/0/quantity", json!("1")),
        ("/customer_name", json!(1)),
    ] {
        assert_ne!(contract.breaches_of(schema, &with(&digital(), at, value)), Vec::<String>::new(), "{at}");
    }
    Ok(())
}

fn a_drifted_answer_would_be_noticed() -> Result<()> {
    let world = places::window()?;
    let template = "/v3/stores/{store}/checkout";
    let answer = Ask::get(path(store("kreator"), "checkout")).of(&world);
    conforms(&world, "GET", template, &answer);
    let drifted = |at: &str, value: Value| {
        let bytes = with(&answer.json(), at, value).to_string().into_bytes();
        Contract::of(&world).breaches("GET", template, &Answer { bytes, ..answer.clone() })
    };
    for (at, value) in [
        ("/margin", json!(1)),
        ("/store/api_key", json!("sk_x")),
        ("/products/data/0/variants/0/cogs", json!(1000)),
        ("/products/data/0/variants/0/price", json!("49000.00")),
        ("/products/data/0/name", Value::Null),
        ("/bundles/data", json!({})),
    ] {
        assert_ne!(drifted(at, value), Vec::<String>::new(), "{at}");
    }
    let teapot = Answer { status: 418, ..answer.clone() };
    assert_ne!(Contract::of(&world).breaches("GET", template, &teapot), Vec::<String>::new());
    Ok(())
}

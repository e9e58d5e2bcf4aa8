//! The till's page and its control API.

use serde_json::json;

use super::ear::Ear;
use crate::sandbox::tests::client::{sandbox, send};
use crate::sandbox::{Catalogue, Sandbox};

fn post(sandbox: &Sandbox, path: &str, fields: &[(&str, &str)]) -> u16 {
    let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
    let url = format!("{}{path}", sandbox.base_url());
    agent.post(url).send_form(fields.iter().copied()).expect("an answer").status().as_u16()
}

#[test]
fn everything_with_an_sku_is_in_the_till_at_its_price() {
    let sandbox = sandbox();
    let sellable =
        Catalogue::get().variants().filter_map(|variant| Some((variant.sku.as_deref()?, variant.price)));
    for (sku, price) in sellable {
        let found = sandbox.look(|world| world.till.variant(sku).map(|(_, variant)| variant.unit_price));
        assert_eq!(found, Some(price), "{sku}");
    }
    let mut codes: Vec<_> = sandbox.till().products().into_iter().map(|product| product.code).collect();
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all);
}

#[test]
fn a_person_changes_a_price_on_the_page_and_it_is_told() {
    let sandbox = sandbox();
    let ear = Ear::answering(&[200]);
    sandbox.till().connect(&ear.url);
    let product = sandbox.till().products().remove(0);
    let path = format!("/till/{}", product.code);
    assert!(send(&sandbox, "GET", "/till", "", None).text.contains(&product.name));
    assert!(send(&sandbox, "GET", &path, "", None).text.contains(&product.variants[0].code));
    let price = format!("price:{}", product.variants[0].code);
    assert_eq!(post(&sandbox, &path, &[("name", &product.name), (&price, "77000"), ("do", "save")]), 303);
    let told = ear.next_sorted(2);
    assert_eq!(
        (&told[0].body["Variants"][0]["UnitPrice"], &told[1].body["UnitPrice"]),
        (&json!(77_000), &json!(77_000))
    );
    assert_eq!(post(&sandbox, &path, &[("do", "delete")]), 303);
    assert_eq!(ear.next().path, "/hooks/product-deleted");
    assert_eq!(send(&sandbox, "GET", &path, "", None).status, 404);
}

#[test]
fn the_control_api_changes_goods_and_says_what_was_told() {
    let sandbox = sandbox();
    let ear = Ear::answering(&[200]);
    let control = |method: &str, path: &str, body: &serde_json::Value| {
        send(&sandbox, method, &format!("/__sandbox/till{path}"), "", Some(body))
    };
    assert_eq!(control("PUT", "/webhooks", &json!({ "url": ear.url, "retry_ms": 1 })).status, 200);
    let product = sandbox.till().products().remove(0);
    let variant = format!("/variants/{}", product.variants[0].code);
    let told = control("PUT", &variant, &json!({ "price": 88_000 })).json();
    assert_eq!(told["told"], json!(["product_updated", "variant_updated"]));
    let path = format!("/products/{}", product.code);
    assert_eq!(control("PUT", &path, &json!({})).json()["told"], json!(["product_updated"]));
    assert_eq!(control("PUT", &path, &json!({ "price": 1 })).status, 400);
    assert_eq!(control("PUT", "/variants/none", &json!({ "price": 1 })).status, 404);
    let told = control("GET", "/webhooks?at_least=3", &json!({})).json();
    assert_eq!(told["data"][0]["attempts"][0]["status"], 200);
}

#[test]
fn the_picture_that_an_event_names_is_there() {
    let sandbox = sandbox();
    let product = sandbox.till().products().remove(0);
    let reply = send(&sandbox, "GET", &format!("/media/{}/", product.id), "", None);
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("image/svg+xml")));
    assert_eq!(send(&sandbox, "GET", "/media/none/", "", None).status, 404);
}

//! Orders that are placed: what the shopper gets, and what the platform then has.

use std::collections::BTreeSet;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::Line;

use super::ask::Ask;
use super::cart::{
    bundle, digital, guide_bundle, guide_digital, key, orders_of, posts_of, store, variant, with, without,
};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::orders":
        the_guides_digital_payload_gets_a_page_to_pay_on,
        the_guides_bundle_payload_gets_a_page_to_pay_on,
        one_order_is_one_order_at_the_platform,
        only_members_we_name_reach_the_platform,
        the_order_carries_our_token_and_the_stores_domain,
        where_the_shopper_came_from_goes_along_and_makes_no_other_order,
        what_is_typed_is_put_in_order_before_it_is_sent,
        the_total_is_the_platforms_own,
        lines_of_one_thing_are_added_up,
        variants_and_bundles_go_together,
        a_foreign_number_keeps_its_plus,
        what_is_not_said_is_not_sent,
        answers_to_orders_are_kept_by_nobody,
    ]
}

fn the_guides_digital_payload_gets_a_page_to_pay_on() -> Result<()> {
    let draft = guide_digital();
    assert_eq!(draft["payment_method"], "invoice");
    gets_a_page_to_pay_on(&draft, variant("kreator", "ebook-freelance", 0).price)
}

fn the_guides_bundle_payload_gets_a_page_to_pay_on() -> Result<()> {
    let price = store("kreator").bundle("paket-perintis").unwrap().price_options[0].price;
    gets_a_page_to_pay_on(&guide_bundle(), price)
}

fn gets_a_page_to_pay_on(draft: &Value, total: i64) -> Result<()> {
    let world = places::till()?;
    let answer = Ask::order(draft, &key()).of(&world);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let state = answer.json();
    let order = world.sandbox.orders().into_iter().find(|order| state["order_id"] == order.order_id.as_str());
    let order = order.expect("an order of this number at the platform");
    let page = format!("{}/o/{}", world.sandbox.base_url(), order.secret_slug);
    let token = state["token"].as_str().expect("a token");
    let expected = json!({
        "token": token, "status": "pending", "payment_status": "unpaid", "order_id": order.order_id,
        "secret_slug": order.secret_slug, "public_order_url": page, "payment_url": format!("{page}/success"),
        "total": total, "status_url": format!("{}/v3/orders/{token}", world.worker_url),
        "order_url": format!("{}/o/{token}", world.worker_url),
    });
    assert_eq!(state, expected);
    Ok(())
}

fn one_order_is_one_order_at_the_platform() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    Ask::order(&draft, &key()).of(&world).good();
    assert_eq!(orders_of(&world, &draft).len(), 1);
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}

fn members(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn only_members_we_name_reach_the_platform() -> Result<()> {
    let world = places::till()?;
    let draft = with(&bundle(), "/notes", json!("Tolong cepat"));
    let line = json!({ "quantity": 2, "variant_unique_id": variant("kreator", "templat-cv", 0).unique_id });
    let draft = with(&draft, "/ordervariants", json!([line]));
    Ask::order(&draft, &key()).of(&world).good();
    let posts = posts_of(&world, &draft);
    let body = posts[0].body.as_ref().expect("a body");
    let expected = BTreeSet::from([
        "store_unique_id",
        "customer_name",
        "customer_phone",
        "customer_email",
        "ordervariants",
        "orderbundles",
        "payment_method",
        "notes",
        "metadata",
    ]);
    assert_eq!(members(body), expected);
    assert_eq!(members(&body["ordervariants"][0]), BTreeSet::from(["quantity", "variant_unique_id"]));
    assert_eq!(
        members(&body["orderbundles"][0]),
        BTreeSet::from(["quantity", "bundle_price_option_unique_id"])
    );
    assert_eq!(members(&body["metadata"]), BTreeSet::from(["tumbas_token", "custom_domain_full_url"]));
    assert_eq!(posts[0].headers["content-type"], "application/json");
    for header in ["origin", "referer", "idempotency-key"] {
        assert!(!posts[0].headers.contains_key(header), "{header} is passed on");
    }
    Ok(())
}

fn the_order_carries_our_token_and_the_stores_domain() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let state = Ask::order(&draft, &key()).of(&world).good();
    let orders = orders_of(&world, &draft);
    let metadata = orders[0].metadata().expect("metadata");
    assert_eq!(metadata["tumbas_token"], state["token"]);
    assert_eq!(metadata["custom_domain_full_url"], world.sandbox.base_url());
    Ok(())
}

fn where_the_shopper_came_from_goes_along_and_makes_no_other_order() -> Result<()> {
    let world = places::till()?;
    let (plain, key) = (digital(), key());
    let from = json!({ "utm_source": "ig", "ttclid": "E.C.P-1" });
    let draft = with(&plain, "/metadata", from.clone());
    let first = Ask::order(&draft, &key).of(&world).good();
    let again = Ask::order(&plain, &key).of(&world).good();
    assert_eq!(first["token"], again["token"]);
    let orders = orders_of(&world, &draft);
    assert_eq!(orders.len(), 1);
    let metadata = orders[0].metadata().expect("metadata");
    for (name, value) in from.as_object().expect("an object") {
        assert_eq!(&metadata[name], value);
    }
    assert_eq!(metadata["tumbas_token"], first["token"]);
    Ok(())
}

fn what_is_typed_is_put_in_order_before_it_is_sent() -> Result<()> {
    let world = places::till()?;
    let draft = [
        ("/customer_name", "  Siti \t Nur'aini\n "),
        ("/customer_phone", " +62 812-3456-7890 "),
        ("/customer_email", "  siti@contoh.example "),
        ("/payment_method", " qris "),
        ("/notes", "  "),
    ]
    .into_iter()
    .fold(digital(), |draft, (at, text)| with(&draft, at, json!(text)));
    Ask::order(&draft, &key()).of(&world).good();
    let sent = with(&draft, "/customer_name", json!("Siti Nur'aini"));
    let posts = posts_of(&world, &sent);
    let body = posts[0].body.as_ref().expect("a body");
    assert_eq!(body["customer_phone"], "6281234567890");
    assert_eq!(body["customer_email"], "siti@contoh.example");
    assert_eq!(body["payment_method"], "qris");
    assert!(!members(body).contains("notes"), "{body}");
    Ok(())
}

fn the_total_is_the_platforms_own() -> Result<()> {
    let world = places::till()?;
    let draft = with(&digital(), "/ordervariants/0/quantity", json!(100));
    let state = Ask::order(&draft, &key()).of(&world).good();
    assert_eq!(state["total"], 7_900_000);
    assert_eq!(orders_of(&world, &draft)[0].content.amounts.gross().whole(), 7_900_000);
    Ok(())
}

fn lines_of_one_thing_are_added_up() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let line = |quantity: i64| with(&draft["ordervariants"][0], "/quantity", json!(quantity));
    let draft = with(&draft, "/ordervariants", json!([line(1), line(2)]));
    Ask::order(&draft, &key()).of(&world).good();
    let orders = orders_of(&world, &draft);
    assert_eq!(orders[0].content.lines.iter().map(|line| line.quantity).collect::<Vec<_>>(), [3]);
    Ok(())
}

fn variants_and_bundles_go_together() -> Result<()> {
    let world = places::till()?;
    let draft = with(&bundle(), "/ordervariants", digital()["ordervariants"].clone());
    let state = Ask::order(&draft, &key()).of(&world).good();
    assert_eq!(state["total"], 79_000 + 169_000);
    let orders = orders_of(&world, &draft);
    assert_eq!(orders[0].content.lines.iter().map(Line::variant_unique_id).count(), 4);
    Ok(())
}

fn a_foreign_number_keeps_its_plus() -> Result<()> {
    let world = places::till()?;
    let draft = with(&digital(), "/customer_phone", json!("+65 9123 4567"));
    Ask::order(&draft, &key()).of(&world).good();
    assert_eq!(orders_of(&world, &draft)[0].content.customer.phone.as_deref(), Some("+6591234567"));
    Ok(())
}

fn what_is_not_said_is_not_sent() -> Result<()> {
    let world = places::till()?;
    let draft = with(&digital(), "/notes", Value::Null);
    Ask::order(&draft, &key()).of(&world).good();
    let posts = posts_of(&world, &draft);
    let body = posts[0].body.as_ref().expect("a body");
    assert_eq!(members(&without(body, "metadata")), members(&guide_digital()));
    Ok(())
}

fn answers_to_orders_are_kept_by_nobody() -> Result<()> {
    let world = places::till()?;
    let placed = Ask::order(&digital(), &key()).of(&world);
    assert_eq!(placed.header("cache-control"), Some("no-store"));
    let token = placed.json()["token"].as_str().unwrap().to_owned();
    let shown = Ask::get(format!("/v3/orders/{token}")).of(&world);
    assert_eq!(shown.header("cache-control"), Some("no-store"));
    assert_eq!(shown.header("etag"), None);
    Ok(())
}

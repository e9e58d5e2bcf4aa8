//! The point of sale: what it tells is sold or not sold, at its price, from one second to the next.

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{Release, Sequence, TILL_HOOK_TOKEN, Variant};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of, store, variant};
use super::openapi::conforms;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::till":
        an_event_is_taken_by_its_address_alone,
        without_a_token_there_is_no_till,
        a_price_of_the_till_is_shown_and_charged,
        what_the_till_stopped_is_not_sold_and_the_seller_reads_why,
        what_was_told_outlives_the_worker,
        events_in_any_order_end_in_what_the_till_says,
        a_till_that_asks_to_wait_is_not_asked_more,
    ]
}

const TOKEN: &str = "till_7fGh2kLmNpQrStVwXy3z";
const OTHER: &str = "till_second_9aBcDeFgHiJk";

fn world() -> Result<World> {
    World::start(tumbas_tests::stage::built(), &[("DEALPOS_HOOK_TOKEN", &format!("{TOKEN},{OTHER}"))])
}

fn tell(event: &str, token: &str, body: impl Into<Vec<u8>>) -> Ask {
    Ask::new("POST", format!("/webhooks/dealpos/{token}/{event}"))
        .header("content-type", "application/json")
        .body(body)
}

/// The till's product with this one variant.
fn product(sold: &Variant, members: &Value) -> String {
    let mut part = json!({ "ID": format!("v-{}", sold.unique_id), "Model": "-", "Code": sold.sku, "UnitCost": 1, "Discount": 0 });
    part.as_object_mut().expect("an object").extend(members.as_object().cloned().unwrap_or_default());
    json!({ "ID": format!("p-{}", sold.unique_id), "Category": "E-book", "Name": "Barang kasir", "Code": "K1",
        "SupplierName": "KENARI", "Discontinued": false, "Variants": [part] })
    .to_string()
}

/// What the digital order of these trials buys.
fn sold() -> &'static Variant {
    variant("kreator", "ebook-freelance", 0)
}

/// The price that shoppers see, while they see it.
fn shown(world: &World, sold: &Variant) -> Option<i64> {
    let path = format!("/v3/stores/{}/products", store("kreator").unique_id);
    let page = Ask::get(path).of(world).good();
    let products = page["data"].as_array().expect("products").iter();
    let mut variants = products.flat_map(|product| product["variants"].as_array().expect("variants"));
    variants.find(|variant| variant["unique_id"] == sold.unique_id.as_str())?["price"].as_i64()
}

fn is_taken(answer: &Answer) {
    assert_eq!((answer.status, answer.json()), (200, json!({ "status": "success" })), "{}", answer.text());
}

fn an_event_is_taken_by_its_address_alone() -> Result<()> {
    let world = world()?;
    let body = product(sold(), &json!({ "UnitPrice": 1_000 }));
    for token in [TOKEN, OTHER] {
        let answer = tell("product-updated", token, body.clone()).of(&world);
        conforms(&world, "POST", "/webhooks/dealpos/{token}/{event}", &answer);
        is_taken(&answer);
    }
    for (event, token) in
        [("product-updated", &TOKEN[1..]), ("product-sold", TOKEN), ("product-updated", "x")]
    {
        assert_eq!(tell(event, token, body.clone()).of(&world).status, 404, "{event} {token}");
    }
    for bad in ["", "null", "{}", "[1]", r#"{"ID": ""}"#, "\u{0}"] {
        assert_eq!(tell("product-updated", TOKEN, bad).of(&world).status, 400, "{bad}");
    }
    assert_eq!(tell("product-updated", TOKEN, vec![0xff, 0xfe]).of(&world).status, 400);
    assert_eq!(tell("product-updated", TOKEN, vec![b' '; 300 * 1024]).of(&world).status, 413);
    let strange = json!({ "ID": "p", "Storage": [{}], "New": 1, "Variants": "none", "Discontinued": "TRUE" });
    is_taken(&tell("product-created", TOKEN, strange.to_string()).of(&world));
    let log = world.worker_log().lines().into_iter().filter(|line| line.starts_with('{')).collect::<String>();
    assert!(log.contains(r#""event":"till_event""#), "{log}");
    assert!(!log.contains(TOKEN) && !log.contains("KENARI"), "{log}");
    Ok(())
}

fn without_a_token_there_is_no_till() -> Result<()> {
    let world = crate::worlds::shared("plain")?;
    for ask in [tell("product-updated", TOKEN, "{}"), Ask::get(format!("/webhooks/dealpos/{TOKEN}"))] {
        assert_eq!(ask.of(&world).status, 404);
    }
    Ok(())
}

fn a_price_of_the_till_is_shown_and_charged() -> Result<()> {
    let world = world()?;
    let (sold, listed) = (sold(), shown(&world, sold()).expect("a listed price"));
    for (price, discount, asked) in [(listed, 20, listed - listed / 5), (listed + 2_500, 0, listed + 2_500)] {
        let body = product(sold, &json!({ "UnitPrice": price, "Discount": discount }));
        is_taken(&tell("product-updated", TOKEN, body).of(&world));
        until("the till's price", || shown(&world, sold) == Some(asked));
        let draft = digital();
        let placed = Ask::order(&draft, &key()).of(&world).good();
        let quantity = draft["ordervariants"][0]["quantity"].as_i64().expect("a quantity");
        assert_eq!(placed["total"], asked * quantity);
        let order = orders_of(&world, &draft).remove(0);
        let [less, more] = ["product_discount", "other_income"]
            .map(|member| order.request.get(member).and_then(Value::as_i64).unwrap_or(0));
        assert_eq!(more - less, (asked - listed) * quantity);
    }
    Ok(())
}

fn what_the_till_stopped_is_not_sold_and_the_seller_reads_why() -> Result<()> {
    let world = world()?;
    let sold = sold();
    assert!(shown(&world, sold).is_some());
    is_taken(&tell("product-updated", TOKEN, product(sold, &json!({ "Discontinued": true }))).of(&world));
    until("it is not shown", || shown(&world, sold).is_none());
    let refused = Ask::order(&digital(), &key()).of(&world);
    assert_eq!(
        (refused.status, &refused.json()["errors"][0]["code"]),
        (422, &json!("not_sold")),
        "{}",
        refused.text()
    );
    let report = Ask::get(format!("/webhooks/dealpos/{TOKEN}")).of(&world);
    conforms(&world, "GET", "/webhooks/dealpos/{token}", &report);
    assert_eq!(report.good()["stopped"], json!([{ "sku": sold.sku, "reason": "discontinued" }]));
    assert_eq!(Ask::get("/webhooks/dealpos/somebody").of(&world).status, 404);
    is_taken(&tell("product-updated", TOKEN, product(sold, &json!({}))).of(&world));
    until("it is shown again", || shown(&world, sold).is_some());
    is_taken(&tell("product-deleted", TOKEN, product(sold, &json!({}))).of(&world));
    until("it is gone", || shown(&world, sold).is_none());
    is_taken(&tell("product-created", TOKEN, product(sold, &json!({}))).of(&world));
    let report = Ask::get(format!("/webhooks/dealpos/{TOKEN}")).of(&world).good();
    assert_eq!(report["stopped"], json!([{ "sku": sold.sku, "reason": "deleted" }]));
    Ok(())
}

fn what_was_told_outlives_the_worker() -> Result<()> {
    let mut world = world()?;
    let sold = sold();
    is_taken(&tell("product-updated", TOKEN, product(sold, &json!({ "Discontinued": true }))).of(&world));
    world.restart(|_| ())?;
    assert_eq!(shown(&world, sold), None);
    Ok(())
}

fn at_the_till() -> Result<World> {
    World::start_at_the_till(tumbas_tests::stage::built())
}

/// How often the till was asked, and what it answered to each.
fn asked(world: &World) -> Vec<u16> {
    let asked =
        world.sandbox.requests().into_iter().filter(|arrival| arrival.path.starts_with("/dealpos/api/"));
    asked.filter_map(|arrival| arrival.status).collect()
}

/// The questions that the till has not answered.
fn questions(world: &World) -> i64 {
    Ask::get(format!("/webhooks/dealpos/{TILL_HOOK_TOKEN}")).of(world).good()["open_questions"]
        .as_i64()
        .unwrap_or(-1)
}

fn events_in_any_order_end_in_what_the_till_says() -> Result<()> {
    let world = at_the_till()?;
    let sku = sold().sku.as_deref().expect("a SKU");
    let till = world.sandbox.till();
    for order in [Release::reversed().copies(3), Release { order: Sequence::Shuffled(7), copies: 2 }] {
        till.hold();
        for price in [61_000, 62_000, 63_000, 64_000] {
            assert!(till.put_price(sku, price));
        }
        till.release(&order);
        until("the last price", || shown(&world, sold()) == Some(64_000));
        until("no question is open", || questions(&world) == 0);
        assert_eq!(shown(&world, sold()), Some(64_000));
    }
    Ok(())
}

fn a_till_that_asks_to_wait_is_not_asked_more() -> Result<()> {
    let world = at_the_till()?;
    let sku = sold().sku.as_deref().expect("a SKU");
    world.sandbox.till().allow_calls(0);
    assert!(world.sandbox.till().put_price(sku, 65_000));
    until("it is asked, and refuses", || asked(&world).contains(&429));
    // What was told is believed all the same.
    until("the price", || shown(&world, sold()) == Some(65_000));
    assert!(questions(&world) > 0);
    let refused = asked(&world).len();
    world.sandbox.till().put_price(sku, 66_000);
    until("the price", || shown(&world, sold()) == Some(66_000));
    assert_eq!(asked(&world).len(), refused);
    Ok(())
}

//! The other channel: what changes at the till shows there too, whatever breaks on the way, and what
//! it says it sold is written down and nothing more.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::dealpos::{TillProduct, TillVariant};
use tumbas_tests::sandbox::gercep::GercepProduct;
use tumbas_tests::sandbox::{Fault, GERCEP_HOOK_TOKEN, Kind};
use tumbas_tests::stage::World;
use tumbas_tests::stage::disk::sql;

use super::ask::{Answer, Ask};
use super::cart::{store, variant};
use super::openapi::conforms;
use super::sweep::minute;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::gercep":
        a_price_of_the_till_shows_in_the_widget_and_at_gercep,
        sixty_things_leave_in_two_batches_and_survive_a_breakdown,
        what_gercep_does_not_take_is_told_to_the_seller,
        a_name_that_is_taken_while_a_batch_is_under_way_stays_its_owners,
        only_what_is_ours_is_taken_out,
        an_order_is_reported_paid_once,
        a_stranger_is_told_nothing_and_nonsense_changes_nothing,
        the_night_mends_what_drifted_and_says_so,
    ]
}

/// One world for all of them, one after another: they break the same Gercep.
fn world() -> Result<(Arc<World>, MutexGuard<'static, ()>)> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    Ok((crate::worlds::at_the_till("gercep")?, turn))
}

fn variant_of(code: &str, nth: u32) -> TillVariant {
    TillVariant {
        id: format!("{code}-v{nth}"),
        model: format!("{nth:02}"),
        code: format!("{code}-{nth:02}"),
        unit_cost: 1,
        unit_price: 10_000,
        discount: 0,
        discontinued: false,
        description: String::new(),
        weight: 0,
        kind: "Standard".into(),
        outlet_prices: Vec::new(),
        components: Vec::new(),
    }
}

/// A product of the till with so many variants, which nothing else in these trials touches.
fn product(code: &str, variants: u32) -> TillProduct {
    TillProduct {
        id: format!("{code}-p"),
        category: "Uji/Saluran".into(),
        name: format!("Barang {code}"),
        supplier_name: Some("KENARI".into()),
        brand_name: None,
        code: code.into(),
        discontinued: false,
        description: "Untuk diuji".into(),
        storage: String::new(),
        tags: Vec::new(),
        variants: (1..=variants).map(|nth| variant_of(code, nth)).collect(),
        picture: String::new(),
    }
}

/// Gercep's key of a variant.
fn key(code: &str, nth: u32) -> String {
    format!("{code}-p:{code}-v{nth}")
}

fn there(world: &World, key: &str) -> Option<GercepProduct> {
    world.sandbox.gercep().products().into_iter().find(|product| product.external_id.as_deref() == Some(key))
}

fn price(world: &World, key: &str) -> Option<i64> {
    there(world, key)?.price.as_i64()
}

fn shown_at(world: &World, key: &str, rupiah: i64) {
    until(&format!("{key} at {rupiah}"), || price(world, key) == Some(rupiah));
}

fn report(world: &World) -> Value {
    Ask::get(format!("/webhooks/gercep/{GERCEP_HOOK_TOKEN}/report")).of(world).good()
}

fn trouble(world: &World, key: &str) -> Value {
    let report = report(world);
    let untaken = report["untaken"].as_array().expect("a list").iter();
    untaken
        .into_iter()
        .find(|item| item["external_id"] == key)
        .map_or(Value::Null, |item| item["trouble"].clone())
}

/// The order of this number, as the seller reads of it.
fn reported(world: &World, id: u64) -> Value {
    let report = report(world);
    let orders = report["orders"].as_array().expect("a list").iter();
    orders.into_iter().find(|order| order["id"] == id).cloned().unwrap_or_default()
}

fn a_price_of_the_till_shows_in_the_widget_and_at_gercep() -> Result<()> {
    let (world, _turn) = world()?;
    let sold = variant("kreator", "ebook-freelance", 0);
    let sku = sold.sku.as_deref().expect("a SKU");
    assert!(world.sandbox.till().put_price(sku, 71_500));
    let widget = || {
        let page = Ask::get(format!("/v3/stores/{}/checkout", store("kreator").unique_id)).of(&world).good();
        let products = page["products"]["data"].as_array().expect("products").clone();
        let mut variants = products
            .into_iter()
            .flat_map(|product| product["variants"].as_array().cloned().unwrap_or_default());
        variants
            .find(|variant| variant["unique_id"] == sold.unique_id.as_str())
            .map(|found| found["price"].clone())
    };
    until("the price in the widget", || widget() == Some(json!(71_500)));
    let at_gercep = || {
        let products = world.sandbox.gercep().products().into_iter();
        let mut named = products.filter(|product| product.price.as_i64() == Some(71_500));
        named.next_back()
    };
    until("the price at Gercep", || at_gercep().is_some());
    let listed = at_gercep().expect("a product");
    let told = world
        .sandbox
        .till()
        .products()
        .into_iter()
        .find(|product| product.variants.iter().any(|it| it.code == sku));
    let told = told.expect("the till's product");
    assert!(listed.name.starts_with(&told.name), "{}", listed.name);
    assert_eq!((listed.description, listed.stock), (told.description, 999_999));
    assert_eq!(told.category.rsplit('/').next(), Some(listed.category.as_str()));
    assert_eq!(listed.image, Some(format!("{}/media/{}/", world.sandbox.base_url(), told.id)));
    let page =
        ureq::get(format!("{}/gercep", world.sandbox.base_url())).call()?.into_body().read_to_string()?;
    assert!(page.contains("Rp71.500"), "the store's page does not show the price");
    Ok(())
}

fn sixty_things_leave_in_two_batches_and_survive_a_breakdown() -> Result<()> {
    let (world, _turn) = world()?;
    let batches = || world.sandbox.look(|world| world.gercep.batches.clone());
    let before = batches().len();
    world.sandbox.till().create(product("SIX", 60));
    shown_at(&world, &key("SIX", 60), 10_000);
    let first = batches().split_off(before);
    assert!(first.iter().all(|size| *size <= 50) && first.contains(&50), "{first:?}");
    world.sandbox.gercep().break_after(20);
    world.sandbox.till().edit("SIX", |product| {
        product.variants.iter_mut().for_each(|variant| variant.unit_price = 12_000);
    });
    let all = || (1..=60).all(|nth| price(&world, &key("SIX", nth)) == Some(12_000));
    until("all sixty at the new price", all);
    until("nothing is left to send", || report(&world)["waiting"] == 0);
    let ours = world
        .sandbox
        .gercep()
        .products()
        .into_iter()
        .filter(|product| product.name.starts_with("Barang SIX"));
    assert_eq!(ours.count(), 60);
    Ok(())
}

fn what_gercep_does_not_take_is_told_to_the_seller() -> Result<()> {
    let (world, _turn) = world()?;
    let gercep = world.sandbox.gercep();
    world.sandbox.till().create(product("TWO", 2));
    shown_at(&world, &key("TWO", 2), 10_000);
    assert!(gercep.archive(&key("TWO", 1)));
    gercep.add("Barang NAMA – 01", 5);
    world.sandbox.till().create(product("NAMA", 1));
    world
        .sandbox
        .till()
        .edit("TWO", |product| product.variants.iter_mut().for_each(|it| it.unit_price = 11_000));
    shown_at(&world, &key("TWO", 2), 11_000);
    until("the archived one is told", || trouble(&world, &key("TWO", 1)) == "archived");
    until("the taken name is told", || trouble(&world, &key("NAMA", 1)) == "name_taken");
    let strangers = gercep.products().into_iter().filter(|product| product.name == "Barang NAMA – 01");
    let kept: Vec<_> = strangers.map(|product| (product.external_id, product.price.as_i64())).collect();
    assert_eq!(kept, [(None, Some(5))]);
    let answer = Ask::get(format!("/webhooks/gercep/{GERCEP_HOOK_TOKEN}/report")).of(&world);
    conforms(&world, "GET", "/webhooks/gercep/{token}/report", &answer);
    Ok(())
}

fn a_name_that_is_taken_while_a_batch_is_under_way_stays_its_owners() -> Result<()> {
    let (world, _turn) = world()?;
    let gercep = world.sandbox.gercep();
    let late = Kind::Delay { ms: 2_000 };
    world.sandbox.plan(Fault { kind: late, ..Fault::on("POST", "/api/partner/sync-products") });
    world.sandbox.till().create(product("JALAN", 1));
    shown_at(&world, &key("JALAN", 1), 10_000);
    // The list was read before the merchant wrote this, and the batch is not answered yet.
    gercep.add("Barang DIAM – 01", 5);
    world.sandbox.till().create(product("DIAM", 1));
    until("the taken name is told", || trouble(&world, &key("DIAM", 1)) == "name_taken");
    let strangers = gercep.products().into_iter().filter(|product| product.name == "Barang DIAM – 01");
    let kept: Vec<_> = strangers.map(|product| (product.external_id, product.price.as_i64())).collect();
    assert_eq!(kept, [(None, Some(5))]);
    Ok(())
}

fn only_what_is_ours_is_taken_out() -> Result<()> {
    let (world, _turn) = world()?;
    let (till, gercep) = (world.sandbox.till(), world.sandbox.gercep());
    gercep.add("Milik toko", 7_000);
    till.create(product("OUT", 2));
    shown_at(&world, &key("OUT", 2), 10_000);
    assert!(till.discontinue("OUT-01", true));
    until("it is gone", || there(&world, &key("OUT", 1)).is_none());
    assert!(there(&world, &key("OUT", 2)).is_some());
    assert!(till.discontinue("OUT-01", false));
    shown_at(&world, &key("OUT", 1), 10_000);
    assert!(till.delete("OUT"));
    until("both are gone", || (1..=2).all(|nth| there(&world, &key("OUT", nth)).is_none()));
    assert!(gercep.products().iter().any(|product| product.name == "Milik toko"));
    Ok(())
}

fn an_order_is_reported_paid_once() -> Result<()> {
    let (world, _turn) = world()?;
    let gercep = world.sandbox.gercep();
    world.sandbox.till().create(product("PAID", 1));
    shown_at(&world, &key("PAID", 1), 10_000);
    let order = gercep.order(&[(&key("PAID", 1), 2)]).expect("an order");
    assert!(gercep.pay(order) && gercep.pay(order));
    until("it is told twice", || reported(&world, order)["times"] == 2);
    let known = reported(&world, order);
    assert_eq!((&known["total_amount"], &known["doubts"]), (&json!(20_000), &json!([])));
    gercep.edit(order, |order| order.fees = 500);
    assert!(gercep.pay(order));
    until("another amount is for a person", || {
        reported(&world, order)["doubts"] == json!(["amount_changed"])
    });
    assert_eq!(reported(&world, order)["total_amount"], 20_000);
    let odd = gercep.order(&[(&key("PAID", 1), 1)]).expect("an order");
    gercep.edit(odd, |order| {
        order.items[0].price = 1.into();
        order.items[0].quantity = 1_000;
    });
    assert!(gercep.pay(odd));
    until("what cannot be so is doubted", || {
        reported(&world, odd)["doubts"] == json!(["odd_price", "odd_quantity"])
    });
    let calls = gercep.calls();
    assert!(
        calls.iter().all(|call| call.attempts.iter().all(|attempt| attempt.status == Some(200))),
        "{calls:?}"
    );
    Ok(())
}

fn tell(token: &str, body: impl Into<Vec<u8>>) -> Ask {
    let ask =
        Ask::new("POST", format!("/webhooks/gercep/{token}")).header("content-type", "application/json");
    ask.header("x-gercep-event", "order.paid").body(body)
}

fn is_received(world: &World, answer: &Answer) {
    conforms(world, "POST", "/webhooks/gercep/{token}", answer);
    assert_eq!((answer.status, answer.json()), (200, json!({ "ok": true })), "{}", answer.text());
}

fn a_stranger_is_told_nothing_and_nonsense_changes_nothing() -> Result<()> {
    let (world, _turn) = world()?;
    let paid =
        |id: u64| json!({ "event": "order.paid", "data": { "id": id, "customerPhone": "0812-7777-8123" } });
    for token in [&GERCEP_HOOK_TOKEN[1..], "x"] {
        assert_eq!(tell(token, paid(900).to_string()).of(&world).status, 404);
        assert_eq!(Ask::get(format!("/webhooks/gercep/{token}/report")).of(&world).status, 404);
    }
    for bad in ["", "null", "{}", "[1]", "\u{0}", r#"{"event":"order.paid","data":{}}"#] {
        assert_eq!(tell(GERCEP_HOOK_TOKEN, bad).of(&world).status, 400, "{bad}");
    }
    assert_eq!(tell(GERCEP_HOOK_TOKEN, vec![0xff, 0xfe]).of(&world).status, 400);
    assert_eq!(tell(GERCEP_HOOK_TOKEN, vec![b' '; 65 * 1024]).of(&world).status, 413);
    is_received(&world, &tell(GERCEP_HOOK_TOKEN, r#"{"event":"order.refunded"}"#).of(&world));
    let strange = json!({ "event": "order.paid", "data": { "id": 900, "storeSlug": "lain", "orderType": [], "new": {},
        "totalAmount": 1, "items": [{ "externalId": "nobody", "quantity": 1, "price": 1 }] } });
    is_received(&world, &tell(GERCEP_HOOK_TOKEN, strange.to_string()).without("x-gercep-event").of(&world));
    assert_eq!(reported(&world, 900)["doubts"], json!(["unnamed", "other_store", "unknown_item"]));
    is_received(&world, &tell(GERCEP_HOOK_TOKEN, paid(901).to_string()).of(&world));
    let log = world.worker_log().lines().into_iter().filter(|line| line.starts_with('{')).collect::<String>();
    assert!(log.contains(r#""event":"channel_event""#) && !log.contains(GERCEP_HOOK_TOKEN), "{log}");
    assert!(!super::waiting::holds(&world.state(), "7777-8123"), "a phone number is on disk");
    let plain = crate::worlds::shared("plain")?;
    assert_eq!(tell(GERCEP_HOOK_TOKEN, "{}").of(&plain).status, 404);
    Ok(())
}

/// The comparison is due at once.
fn be_night(world: &mut World) -> Result<()> {
    let now = "UPDATE memo SET json = '0' WHERE key = 'compare_at'";
    world.restart(|state| drop(sql(state, "TillCatalogue", &[now, "SELECT 1"]).expect("a catalogue")))
}

fn the_night_mends_what_drifted_and_says_so() -> Result<()> {
    let mut world = World::start_at_the_till(tumbas_tests::stage::built())?;
    world.sandbox.till().create(product("DRIFT", 4));
    shown_at(&world, &key("DRIFT", 4), 10_000);
    until("nothing is left to send", || report(&world)["listed"] == 4);
    assert_eq!(report(&world)["compared"], Value::Null);
    let gercep = world.sandbox.gercep();
    // The merchant counts one of them; the next look at the list learns of it.
    gercep.edit_product(&key("DRIFT", 4), |product| product.stock = 100);
    assert!(world.sandbox.till().put_price("DRIFT-04", 13_000));
    shown_at(&world, &key("DRIFT", 4), 13_000);
    assert_eq!(there(&world, &key("DRIFT", 4)).map(|product| product.stock), Some(100));
    // One order is told of and another one is not.
    let buys = |world: &World| {
        let gercep = world.sandbox.gercep();
        let order = gercep.order(&[(&key("DRIFT", 4), 2)]).expect("an order");
        assert!(gercep.pay(order));
        order
    };
    let told = buys(&world);
    until("it is told", || reported(&world, told)["times"] == 1);
    gercep.disconnect();
    buys(&world);
    gercep.lose(&key("DRIFT", 1));
    gercep.edit_product(&key("DRIFT", 2), |product| product.price = 1.into());
    be_night(&mut world)?;
    assert_eq!(minute(&world), 200);
    until("it is compared", || report(&world)["compared"] != Value::Null);
    let night = report(&world)["compared"].clone();
    assert_eq!(
        (&night["missing"], &night["changed"], &night["left_over"]),
        (&json!(1), &json!(1), &json!(0))
    );
    assert_eq!(night["counted"], json!([{ "external_id": key("DRIFT", 4), "known": 98, "there": 96 }]));
    shown_at(&world, &key("DRIFT", 1), 10_000);
    shown_at(&world, &key("DRIFT", 2), 10_000);
    Ok(())
}

//! Parcels: what can bring them, what an order with one costs, and what never reaches the platform.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{District, Logistics, Warehouse};
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{
    digital, guide_physical, key, of_somebody, orders_of, parcel, posts_of, price_option, sent_to, store,
    variant, with, without,
};
use super::courier::{
    COURIERS, WAREHOUSES, arrivals, asked, cheapest, is_dearer, is_refused, named, options, order, question,
    quoted,
};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::shipping":
        the_guides_physical_payload_gets_a_page_to_pay_on,
        a_physical_payload_altered_in_one_field_never_leaves,
        a_quote_says_all_that_the_members_say,
        bundles_are_taken_apart_and_weighed,
        cash_at_the_door_is_offered_where_it_is_taken,
        a_tampered_quote_never_leaves,
        a_quote_for_something_else_never_leaves,
        a_quote_holds_for_its_own_cart_only_and_as_often_as_it_is_used,
        an_expired_quote_is_asked_for_again,
        a_price_that_changed_comes_back_to_the_shopper,
        a_courier_or_warehouse_that_is_gone_is_named,
        an_order_that_stands_is_found_again_whatever_became_of_its_courier,
        an_old_secret_is_believed_while_it_is_replaced,
        without_a_secret_nothing_is_shipped,
    ]
}

const DEAR: i64 = 2_500;

/// Where couriers change their minds, one trial at a time, and quotes live for a second. Each
/// trial has a district to itself, for searches are remembered longer than that.
fn market() -> Result<(Arc<World>, MutexGuard<'static, ()>)> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let world = places::port("market", &[("QUOTE_SECONDS", "1")])?;
    world.sandbox.put_logistics(Logistics::default());
    Ok((world, turn))
}

/// A parcel to a district in Bandung.
fn to(subdistrict: &str) -> Value {
    let mut all = District::all().iter();
    let district = all.find(|d| d.city == "Kota Bandung" && d.subdistrict == subdistrict);
    sent_to(&parcel(), district.expect("a district of Bandung"))
}

fn seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    i64::try_from(since.as_secs()).expect("a clock before the end")
}

fn dearer(by: i64) -> Logistics {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand rupiah")]
    Logistics { surcharge: by as f64, ..Logistics::default() }
}

fn the_guides_physical_payload_gets_a_page_to_pay_on() -> Result<()> {
    let world = places::harbour()?;
    let option = cheapest(&world, &with(&guide_physical(), "/payment_method", json!("payment_link")));
    let draft = named(&guide_physical(), &option);
    assert_eq!(draft["payment_method"], "invoice");
    let answer = order(&world, &draft);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let state = answer.json();
    assert!(state["payment_url"].as_str().is_some_and(|url| url.starts_with(world.sandbox.base_url())));
    let cost = option["shipping_cost"].as_i64().expect("rupiah");
    assert_eq!(state["total"], variant("batik", "kemeja-parang", 0).price + cost);
    let sent = posts_of(&world, &draft)[0].body.clone().expect("a body");
    let sent = with(&without(&sent, "metadata"), "/payment_method", json!("invoice"));
    assert_eq!(sent, draft);
    Ok(())
}

fn a_physical_payload_altered_in_one_field_never_leaves() -> Result<()> {
    let world = places::harbour()?;
    let draft = parcel();
    let option = cheapest(&world, &draft);
    let cost = option["shipping_cost"].as_i64().expect("rupiah");
    let good = named(&draft, &option);
    let foreign = Warehouse::of(store("kopi")).next().expect("a warehouse").unique_id();
    for (at, value, field, code) in [
        ("location_id", json!(2202), "postal_code", "not_in_district"),
        ("location_id", json!(999_999_999), "location_id", "unknown_district"),
        ("location_id", json!("ngorder_7"), "location_id", "wrong_type"),
        ("location_id", Value::Null, "location_id", "required"),
        ("postal_code", json!("40161"), "postal_code", "not_in_district"),
        ("postal_code", json!("4013"), "postal_code", "malformed"),
        ("warehouse_unique_id", json!(foreign), "warehouse_unique_id", "cannot_serve"),
        ("warehouse_unique_id", json!("warehouse_xxx"), "warehouse_unique_id", "cannot_serve"),
        ("courier_service_id", json!(1), "courier_service_id", "not_available"),
        ("courier_service_id", json!("27"), "courier_service_id", "wrong_type"),
        ("shipment_provider_code", json!("ninja"), "courier_service_id", "not_available"),
        ("shipment_provider_code", json!("kiriminaja"), "courier_service_id", "not_available"),
        ("shipment_provider_code", Value::Null, "courier_service_id", "not_available"),
        ("shipping_cost", Value::Null, "shipping_quote", "required"),
        ("shipping_cost", json!(1000.5), "shipping_cost", "malformed"),
        ("address", json!(""), "address", "required"),
    ] {
        is_refused(&world, &with(&good, &format!("/{at}"), value), field, code);
    }
    for wrong in [0, 1, cost - 1, cost + 1, -cost, 10 * cost] {
        is_dearer(&world, &with(&good, "/shipping_cost", json!(wrong)), cost);
    }
    assert_eq!(order(&world, &good).status, 201);
    Ok(())
}

fn a_quote_says_all_that_the_members_say() -> Result<()> {
    let world = places::harbour()?;
    let draft = parcel();
    let answer = options(&world, &draft);
    assert_eq!(answer["items_total"], variant("batik", "kemeja-parang", 0).price);
    let life = answer["expires_at"].as_i64().expect("seconds") - seconds();
    assert!((880..=900).contains(&life), "{life}");
    let costs: Vec<_> =
        answer["data"].as_array().unwrap().iter().map(|o| o["shipping_cost"].as_i64()).collect();
    assert!(costs.len() > 5 && costs.is_sorted() && costs.iter().all(Option::is_some), "{costs:?}");
    for option in answer["data"].as_array().unwrap().iter().step_by(5) {
        let draft = of_somebody(quoted(&draft, option));
        let state = order(&world, &draft).good();
        assert_eq!(
            state["total"],
            answer["items_total"].as_i64().unwrap() + option["shipping_cost"].as_i64().unwrap()
        );
        let sent = posts_of(&world, &draft)[0].body.clone().expect("a body");
        for member in ["warehouse_unique_id", "courier_service_id", "shipping_cost", "shipment_provider_code"]
        {
            assert_eq!(sent.get(member), option.get(member), "{member}");
        }
        for member in ["address", "location_id", "postal_code"] {
            assert_eq!(sent[member], draft[member], "{member}");
        }
        assert!(sent.get("shipping_quote").is_none());
    }
    Ok(())
}

fn bundles_are_taken_apart_and_weighed() -> Result<()> {
    let world = places::harbour()?;
    let batik = store("batik");
    let bundle = batik.bundle("paket-hadiah-ibu").expect("a bundle");
    let shirt = variant("batik", "kemeja-parang", 0);
    let draft = with(&parcel(), "/ordervariants/0/quantity", json!(2));
    let line =
        json!({ "quantity": 3, "bundle_price_option_unique_id": price_option("batik", "paket-hadiah-ibu") });
    let draft = with(&draft, "/orderbundles", json!([line]));
    let answer = options(&world, &draft);
    let inside =
        bundle.lines.iter().map(|line| (batik.variant_by_id(line.variant_id).unwrap().1, line.quantity));
    let mut wanted: Vec<(u64, u32)> =
        inside.clone().map(|(variant, pieces)| (variant.id, 3 * pieces)).collect();
    wanted.push((shirt.id, 2));
    wanted.sort_unstable();
    let wanted: Vec<_> = wanted.iter().map(|(id, qty)| json!({ "variant_id": id, "qty": qty })).collect();
    let is_ours = |body: &Value| body["variants"] == json!(wanted) && body["store_id"] == batik.id;
    let asked = arrivals(&world, "POST", WAREHOUSES);
    assert!(
        asked.iter().any(|arrival| arrival.body.as_ref().is_some_and(is_ours)),
        "{wanted:?} in {asked:?}"
    );
    let goods: u32 = inside.map(|(variant, pieces)| 3 * pieces * variant.weight).sum();
    let grams = goods + 3 * bundle.weight_bump + 2 * shirt.weight;
    assert_eq!(answer["weight"], grams.next_multiple_of(50));
    let asked = arrivals(&world, "POST", COURIERS);
    assert!(
        asked
            .iter()
            .any(|arrival| arrival.body.as_ref().is_some_and(|body| body["weight"] == answer["weight"]))
    );
    Ok(())
}

fn cash_at_the_door_is_offered_where_it_is_taken() -> Result<()> {
    let world = places::harbour()?;
    let draft = with(&parcel(), "/payment_method", json!("cod"));
    let answer = options(&world, &draft);
    let all = answer["data"].as_array().unwrap();
    assert!(!all.is_empty() && all.iter().all(|option| option["is_cod"] == true), "{answer}");
    let ordered = quoted(&draft, &all[0]);
    assert_eq!(order(&world, &ordered).status, 201);
    assert_eq!(orders_of(&world, &ordered)[0].content.payment_method.as_deref(), Some("cod"));
    let other = of_somebody(parcel());
    let transfer = options(&world, &other);
    let without_cash = transfer["data"].as_array().unwrap().iter().find(|o| o["is_cod"] == false).unwrap();
    let cash = with(&other, "/payment_method", json!("cod"));
    is_refused(&world, &quoted(&cash, without_cash), "shipping_quote", "other_quote");
    is_refused(&world, &named(&cash, without_cash), "courier_service_id", "not_available");
    let merauke = District::by_id(District::WITHOUT_COD).expect("a district");
    let far = with(&without(&cash, "postal_code"), "/location_id", json!(merauke.id));
    let nobody = options(&world, &far);
    assert_eq!((&nobody["data"], &nobody["reason"]), (&json!([]), &json!("no_cod_courier")));
    assert_ne!(options(&world, &with(&far, "/payment_method", json!("qris")))["data"], json!([]));
    Ok(())
}

fn a_tampered_quote_never_leaves() -> Result<()> {
    let world = places::harbour()?;
    let draft = parcel();
    let option = cheapest(&world, &draft);
    let quote = option["shipping_quote"].as_str().expect("a quote").to_owned();
    let flipped = |at: usize| {
        let mut bytes = quote.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        String::from_utf8(bytes).expect("letters")
    };
    let parts: Vec<&str> = quote.split('.').collect();
    let bare = [parts[0], parts[1], ""].join(".");
    let mut tampered: Vec<String> =
        (0..quote.len()).step_by(29).map(flipped).filter(|text| *text != quote).collect();
    tampered.extend([
        bare,
        format!("{quote}A"),
        quote[1..].to_owned(),
        "v1.e30.e30".into(),
        "x".repeat(5_000),
    ]);
    for quote in tampered {
        is_refused(&world, &with(&draft, "/shipping_quote", json!(quote)), "shipping_quote", "invalid_quote");
    }
    is_refused(&world, &with(&draft, "/shipping_quote", json!(7)), "shipping_quote", "wrong_type");
    let stranger = places::port("stranger", &[("QUOTE_SECRET", "somebody-elses-secret-of-32-letters")])?;
    let foreign = cheapest(&stranger, &draft);
    is_refused(&world, &quoted(&draft, &foreign), "shipping_quote", "invalid_quote");
    Ok(())
}

fn a_quote_for_something_else_never_leaves() -> Result<()> {
    let world = places::harbour()?;
    let draft = parcel();
    let good = quoted(&draft, &cheapest(&world, &draft));
    let other = json!(variant("batik", "kemeja-parang", 1).unique_id);
    let line = good["ordervariants"][0].clone();
    let more = with(&line, "/variant_unique_id", other.clone());
    for (at, value) in [
        ("/ordervariants/0/quantity", json!(2)),
        ("/ordervariants/0/variant_unique_id", other),
        ("/ordervariants", json!([line, more])),
        ("/location_id", json!(2202)),
        ("/postal_code", json!("40131")),
        ("/postal_code", json!("")),
        ("/payment_method", json!("bank_transfer")),
    ] {
        is_refused(&world, &with(&good, at, value), "shipping_quote", "other_quote");
    }
    let kopi = with(&good, "/store_unique_id", json!(store("kopi").unique_id));
    let kopi =
        with(&kopi, "/ordervariants/0/variant_unique_id", json!(variant("kopi", "gula-aren", 0).unique_id));
    is_refused(&world, &kopi, "shipping_quote", "other_quote");
    assert_eq!(order(&world, &good).status, 201);
    Ok(())
}

/// It says what the courier takes, not who may buy.
fn a_quote_holds_for_its_own_cart_only_and_as_often_as_it_is_used() -> Result<()> {
    let world = places::harbour()?;
    let draft = parcel();
    let option = cheapest(&world, &draft);
    for _ in 0..2 {
        let draft = of_somebody(quoted(&draft, &option));
        order(&world, &draft).good();
        let orders = orders_of(&world, &draft);
        assert_eq!(orders.len(), 1);
        assert_eq!(
            orders[0].content.amounts.shipping_cost.whole(),
            option["shipping_cost"].as_i64().unwrap()
        );
    }
    Ok(())
}

/// Waits until the clock has passed the quotes of an answer.
fn expire(answer: &Value) {
    let end = answer["expires_at"].as_i64().expect("seconds");
    until("the end of a quote", || seconds() > end);
}

fn an_expired_quote_is_asked_for_again() -> Result<()> {
    let (world, _turn) = market()?;
    let draft = to("Sukajadi");
    let answer = options(&world, &draft);
    let draft = quoted(&draft, &answer["data"][0]);
    expire(&answer);
    let searches = arrivals(&world, "POST", COURIERS).len();
    let state = order(&world, &draft).good();
    assert_eq!(arrivals(&world, "POST", COURIERS).len(), searches + 1, "one warehouse is asked");
    let cost = answer["data"][0]["shipping_cost"].as_i64().unwrap();
    assert_eq!(state["total"], answer["items_total"].as_i64().unwrap() + cost);
    Ok(())
}

fn a_price_that_changed_comes_back_to_the_shopper() -> Result<()> {
    let (world, _turn) = market()?;
    let draft = to("Cicendo");
    let answer = options(&world, &draft);
    let option = answer["data"][0].clone();
    let cost = option["shipping_cost"].as_i64().unwrap();
    expire(&answer);
    for by in [DEAR, -DEAR, 1, -1] {
        world.sandbox.put_logistics(dearer(by));
        let now = is_dearer(&world, &quoted(&draft, &option), cost + by);
        is_dearer(&world, &named(&draft, &option), cost + by);
        let agreed = of_somebody(quoted(&draft, &now));
        let state = order(&world, &agreed).good();
        assert_eq!(state["total"], answer["items_total"].as_i64().unwrap() + cost + by);
    }
    Ok(())
}

fn a_courier_or_warehouse_that_is_gone_is_named() -> Result<()> {
    let (world, _turn) = market()?;
    let draft = to("Andir");
    let answer = options(&world, &draft);
    let option = answer["data"][0].clone();
    expire(&answer);
    let both = [quoted(&draft, &option), named(&draft, &option)];
    let courier = option["courier_code"].as_str().expect("a code").to_owned();
    let gone = Logistics { gone_couriers: [courier].into(), ..Logistics::default() };
    let closed = Warehouse::of(store("batik")).map(|warehouse| warehouse.id).collect();
    let closed = Logistics { closed_warehouses: closed, ..Logistics::default() };
    let nothing = Logistics { no_couriers: true, ..Logistics::default() };
    let nowhere = Logistics { no_warehouses: true, ..Logistics::default() };
    for (logistics, field, code) in [
        (gone, "courier_service_id", "not_available"),
        (nothing, "courier_service_id", "not_available"),
        (closed, "warehouse_unique_id", "cannot_serve"),
        (nowhere, "warehouse_unique_id", "cannot_serve"),
    ] {
        world.sandbox.put_logistics(logistics);
        for draft in &both {
            is_refused(&world, draft, field, code);
        }
    }
    world.sandbox.put_logistics(Logistics::default());
    assert_eq!(order(&world, &both[0]).status, 201);
    Ok(())
}

fn an_order_that_stands_is_found_again_whatever_became_of_its_courier() -> Result<()> {
    let (world, _turn) = market()?;
    let draft = to("Lengkong");
    let answer = options(&world, &draft);
    let ask = Ask::order(&quoted(&draft, &answer["data"][0]), &key());
    let state = ask.of(&world).good();
    expire(&answer);
    world.sandbox.put_logistics(Logistics { no_couriers: true, ..dearer(DEAR) });
    let again = ask.of(&world);
    assert_eq!((again.good(), again.header("idempotent-replayed")), (state, Some("true")));
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}

fn an_old_secret_is_believed_while_it_is_replaced() -> Result<()> {
    let harbour = places::harbour()?;
    let draft = parcel();
    let option = cheapest(&harbour, &draft);
    let rotated = places::port(
        "rotated",
        &[("QUOTE_SECRET", "the-stages-next-secret-has-32-letters,the-stage-signs-its-quotes-with-this")],
    )?;
    assert_eq!(order(&rotated, &quoted(&draft, &option)).status, 201);
    assert_eq!(arrivals(&rotated, "POST", COURIERS).len(), 0);
    let fresh = cheapest(&rotated, &draft);
    is_refused(&harbour, &quoted(&draft, &fresh), "shipping_quote", "invalid_quote");
    Ok(())
}

fn without_a_secret_nothing_is_shipped() -> Result<()> {
    let harbour = places::harbour()?;
    let draft = parcel();
    let option = cheapest(&harbour, &draft);
    for (name, secret, complaint) in [("unsigned", "", "missing"), ("short", "too short", "invalid")] {
        let world = places::port(name, &[("QUOTE_SECRET", secret)])?;
        question(&asked(&draft)).of(&world).refused(503, "seller_configuration");
        for draft in [quoted(&draft, &option), named(&draft, &option)] {
            order(&world, &draft).refused(503, "seller_configuration");
            assert_eq!(posts_of(&world, &draft).len(), 0);
        }
        assert_eq!(order(&world, &digital()).status, 201, "what is not shipped needs no secret");
        let says = |line: &str| {
            line.contains("\"configured\"").then(|| line.contains("QUOTE_SECRET") && line.contains(complaint))
        };
        assert_eq!(world.worker_log().wait_for(Duration::from_secs(5), says), Some(true));
    }
    Ok(())
}

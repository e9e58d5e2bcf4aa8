//! What is Ngorder's alone, and what two platforms at once must not do. What it has in common with
//! the other is in [`conformance`](super::conformance).

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{Arrival, Fault};
use tumbas_tests::stage::{World, built};

use super::ask::Ask;
use super::cart::{key, parcel, posts_of, store, with};
use super::conformance::{NGORDER, both, id, page, state};
use super::courier::{arrivals, options, quoted};
use super::places;
use super::sweep::minute;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::ngorder":
        stores_of_both_platforms_are_in_one_list,
        a_cart_goes_to_one_platform,
        a_district_of_one_is_never_sent_to_the_other,
        who_looks_often_does_not_ask_often,
        all_open_orders_are_asked_about_at_once,
        insurance_is_what_the_courier_takes_for_it,
        many_pieces_cost_what_was_shown_before,
        parts_of_the_money_and_ways_of_the_parcel_are_told_to_who_looks,
        goods_that_are_gone_by_now_are_neither_ordered_nor_is_their_buyer_written_down,
        what_the_seller_said_stands_in_for_what_the_platform_does_not,
        without_a_key_it_is_off,
    ]
}

const ORDERS: &str = "/api/open/order";

fn stores_of_both_platforms_are_in_one_list() -> Result<()> {
    let world = both()?;
    let stores = Ask::get("/v3/stores/simplified").of(&world).good();
    let ids: Vec<&str> =
        stores["data"].as_array().unwrap().iter().filter_map(|one| one["unique_id"].as_str()).collect();
    let (second, first): (Vec<&str>, Vec<&str>) = ids.iter().partition(|id| id.starts_with("ngorder_"));
    assert_eq!((second.len(), first.len()), (1, 3), "{ids:?}");
    let found = Ask::get("/v3/stores/simplified?search=grosir").of(&world).good();
    assert_eq!(found["data"][0]["unique_id"], second[0]);
    Ok(())
}

fn a_cart_goes_to_one_platform() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let before = arrivals(&world, "POST", ORDERS).len();
        let (second, first) = (shop.draft(&world), with(&parcel(), "/payment_method", json!("qris")));
        let line = |draft: &Value| draft["ordervariants"][0].clone();
        for (draft, other) in [(&second, &first), (&first, &second)] {
            let mixed = with(draft, "/ordervariants", json!([line(draft), line(other)]));
            let field = "ordervariants[1].variant_unique_id";
            let problem = Ask::order(&mixed, &key()).of(&world).refused(422, "validation_failed");
            assert!(problem.errors.iter().any(|error| error.field.path() == field), "{problem:?}");
            assert_eq!(posts_of(&world, &mixed).len(), 0);
        }
        assert_eq!(arrivals(&world, "POST", ORDERS).len(), before);
    });
    Ok(())
}

fn a_district_of_one_is_never_sent_to_the_other() -> Result<()> {
    let world = both()?;
    let (second, first) = (NGORDER.draft(&world), parcel());
    let (ours, theirs) = (&second["location_id"], &first["location_id"]);
    assert_ne!(ours, theirs);
    for (draft, id) in [(&second, ours), (&first, theirs)] {
        let store = draft["store_unique_id"].as_str().unwrap();
        Ask::get(format!("/v3/locations/{id}/postal-codes?store={store}")).of(&world).good();
        options(&world, draft);
    }
    let mentions = |arrival: &Arrival, id: &Value| {
        let query = arrival.query.as_deref().unwrap_or_default();
        query.split('&').any(|pair| pair == format!("destination_id={id}"))
            || arrival.path.ends_with(&format!("/{id}/postal-codes"))
            || arrival.body.as_ref().is_some_and(|body| {
                ["destination_id", "location_id"].iter().any(|member| body[member] == *id)
            })
    };
    let asked = |path: &str, id: &Value| {
        world.sandbox.requests().iter().filter(|one| one.path.starts_with(path) && mentions(one, id)).count()
    };
    assert!(asked("/api/open/", ours) > 0 && asked("/v3/", theirs) > 0);
    assert_eq!((asked("/api/open/", theirs), asked("/v3/", ours)), (0, 0));
    Ok(())
}

/// Platforms §2.5: at most every fifteen seconds at first.
fn who_looks_often_does_not_ask_often() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let placed = shop.place(&world);
        let wanted = format!("keyword={}", id(&world, &placed));
        for _ in 0..10 {
            assert!(page(&world, &placed).contains(NGORDER.way_to_pay));
        }
        let all = arrivals(&world, "GET", ORDERS);
        let asked = all.iter().filter_map(|one| one.query.as_deref()).flat_map(|query| query.split('&'));
        assert_eq!(asked.filter(|pair| *pair == wanted).count(), 1, "it is read back once, and no more");
    });
    Ok(())
}

fn all_open_orders_are_asked_about_at_once() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let placed = [shop.place(&world), shop.place(&world)];
        let rounds = || {
            let all = arrivals(&world, "GET", ORDERS);
            all.iter().filter(|one| !one.query.as_deref().unwrap_or_default().contains("type=")).count()
        };
        let before = rounds();
        for one in &placed {
            (shop.pay)(&world, one);
        }
        until("a round", || {
            minute(&world);
            rounds() > before
        });
        until("both payments", || placed.iter().all(|one| state(&world, one)["payment_status"] == "settled"));
    });
    Ok(())
}

/// The first that is neither fetched nor brought by the shop's own people: couriers insure.
fn by_courier(options: &Value) -> &Value {
    let mut all = options["data"].as_array().expect("a list").iter();
    all.find(|option| option["insurance_cost"].is_i64()).unwrap_or_else(|| panic!("no courier in {options}"))
}

/// The total is the platform's own: it is read back.
fn insurance_is_what_the_courier_takes_for_it() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let draft = shop.draft(&world);
        let options = options(&world, &draft);
        let option = by_courier(&options);
        let [items, cost, premium] =
            [&options["items_total"], &option["shipping_cost"], &option["insurance_cost"]]
                .map(|amount| amount.as_i64().unwrap());
        let insured = with(&quoted(&draft, option), "/insurance_cost", json!(premium));
        let cheaper = with(&insured, "/insurance_cost", json!(premium - 1));
        Ask::order(&cheaper, &key()).of(&world).refused(409, "price_changed");
        assert_eq!(posts_of(&world, &cheaper).len(), 0);
        let placed = Ask::order(&insured, &key()).of(&world).good();
        assert_eq!(placed["total"], items + cost + premium, "{placed}");
        assert!(page(&world, &placed).contains("Asuransi paket"));
        let order = world.sandbox.ngorder().orders().pop().expect("an order");
        let costs: Vec<_> = order.costs.iter().map(|cost| (cost.category.as_str(), cost.nominal)).collect();
        assert_eq!(costs, [("INSURANCE", premium)]);
    });
    Ok(())
}

fn many_pieces_cost_what_was_shown_before() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let checkout = shop.checkout(&world);
        let products = checkout["products"]["data"].as_array().unwrap().iter();
        let variants = products.flat_map(|product| product["variants"].as_array().unwrap());
        let mut steps = variants.filter_map(|variant| {
            let step = &variant["wholesale_prices"][0];
            let (pieces, price) = (step["minimum_quantity"].as_i64()?, step["price"].as_i64()?);
            let has = variant["available_qty"].as_i64().is_none_or(|left| left >= pieces);
            has.then_some((&variant["unique_id"], pieces, price))
        });
        let (id, pieces, price) = steps.next().expect("something that is cheaper by the dozen");
        let line = json!([{ "quantity": pieces, "variant_unique_id": id }]);
        let draft = with(&shop.draft(&world), "/ordervariants", line);
        let options = options(&world, &draft);
        assert_eq!(options["items_total"], pieces * price);
        let option = &options["data"][0];
        let placed = Ask::order(&quoted(&draft, option), &key()).of(&world).good();
        let total = pieces * price + option["shipping_cost"].as_i64().unwrap();
        assert_eq!(placed["total"], total, "{placed}");
    });
    Ok(())
}

fn parts_of_the_money_and_ways_of_the_parcel_are_told_to_who_looks() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let draft = shop.draft(&world);
        let draft = quoted(&draft, by_courier(&options(&world, &draft)));
        let placed = Ask::order(&draft, &key()).of(&world).good();
        let order = id(&world, &placed);
        let total = placed["total"].as_i64().unwrap();
        assert!(world.sandbox.ngorder().pay_part(order, 50_000));
        until("the first part", || {
            minute(&world);
            state(&world, &placed)["paid"] == 50_000
        });
        let shown = page(&world, &placed);
        assert!(shown.contains(&format!("data-copy=\"{}\"", total - 50_000)), "{shown}");
        (shop.pay)(&world, &placed);
        assert!(world.sandbox.ngorder().ship(order, "JX0000000001"));
        until("the parcel", || {
            minute(&world);
            state(&world, &placed)["movements"].as_array().is_some_and(|all| !all.is_empty())
        });
        assert_eq!(state(&world, &placed)["movements"][0]["step"], "requested");
        let shown = page(&world, &placed);
        assert!(shown.contains("Paket diterima di gudang kurir") && !shown.contains("Sekar Batik Grosir]"));
    });
    Ok(())
}

fn goods_that_are_gone_by_now_are_neither_ordered_nor_is_their_buyer_written_down() -> Result<()> {
    let world = both()?;
    NGORDER.in_turn(|shop| {
        let checkout = shop.checkout(&world);
        let products = checkout["products"]["data"].as_array().unwrap().iter();
        let mut variants = products.flat_map(|product| product["variants"].as_array().unwrap());
        let counted = variants.find(|one| one["available_qty"].as_i64().is_some_and(|left| left > 5));
        let id = counted.expect("something that is counted")["unique_id"].as_str().unwrap();
        let line = json!([{ "quantity": 1, "variant_unique_id": id }]);
        let draft = with(&shop.draft(&world), "/ordervariants", line);
        let draft = quoted(&draft, &options(&world, &draft)["data"][0]);
        let made = || {
            ["/api/open/order", "/api/open/customer/create"].map(|path| arrivals(&world, "POST", path).len())
        };
        let (before, seller) = (made(), world.sandbox.ngorder());
        let variation = id.trim_start_matches("ngorder_").parse().expect("its number");
        for warehouse in [0, 22, 30] {
            seller.put_stock(variation, warehouse, 0);
        }
        let problem = Ask::order(&draft, &key()).of(&world).refused(422, "validation_failed");
        seller.put_stock(variation, 0, 60);
        let fields: Vec<_> = problem.errors.iter().map(|error| error.field.path()).collect();
        assert_eq!((fields, made()), (vec!["ordervariants[0].quantity".to_owned()], before), "{problem:?}");
    });
    Ok(())
}

/// The seller's key had run out and the path of his accounts is lost; he typed his accounts, and
/// wants a unique code.
fn what_the_seller_said_stands_in_for_what_the_platform_does_not() -> Result<()> {
    let vars = [
        ("NGORDER_BANKS_PATH", "/lost"),
        ("NGORDER_ACCOUNTS", "Bank Syariah Indonesia 7112345678 a.n. CV Sekar"),
        ("NGORDER_UNIQUE_CODE", "true"),
        ("NGORDER_PAY_DAYS", "2"),
    ];
    let world = World::start_on_both(built(), &vars)?;
    let expired = json!({ "response": "Failed", "message": "Your API key has expired", "data": null });
    world.sandbox.plan(Fault::on("GET", "/api/open/shop").status(401, expired).every());
    let stores = Ask::get("/v3/stores/simplified").of(&world).text();
    assert!(!stores.contains("ngorder_") && stores.contains(&store("batik").unique_id), "{stores}");
    Ask::get("/v3/stores/ngorder_7/checkout").of(&world).refused(503, "seller_configuration");
    world.sandbox.clear_faults();
    until("the renewed key", || Ask::get("/v3/stores/simplified").of(&world).text().contains("ngorder_"));
    let (draft, total) = NGORDER.parcel(&world);
    let placed = Ask::order(&draft, &key()).of(&world).good();
    let code = placed["total"].as_i64().expect("a total") - total;
    assert!((1..=999).contains(&code), "{placed}");
    let page = page(&world, &placed);
    for told in ["7112345678", "CV Sekar", "Kode unik", "Bayar sebelum", "https://wa.me/62"] {
        assert!(page.contains(told), "no {told} in {page}");
    }
    assert!(page.contains(&format!("data-copy=\"{}\"", total + code)), "{page}");
    assert_eq!(
        placed["payment_url"],
        format!("{}/o/{}", world.worker_url, placed["token"].as_str().unwrap())
    );
    Ok(())
}

fn without_a_key_it_is_off() -> Result<()> {
    let world = places::window()?;
    assert!(!Ask::get("/v3/stores/simplified").of(&world).text().contains("ngorder_"));
    Ask::get("/v3/stores/ngorder_7/checkout").of(&world).refused(404, "store_not_found");
    Ok(())
}

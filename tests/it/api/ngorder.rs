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
use super::courier::{arrivals, options};
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

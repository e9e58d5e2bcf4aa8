//! The seller's own systems are told of orders: at least once, under one id, signed.

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::Limits;
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{digital, key, orders_of, parcel, with};
use super::courier::{cheapest, quoted};
use super::places;
use super::seller::{Mood, Seller, are_one};
use super::until::until;
use super::waiting::holds;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::outbox":
        an_order_and_its_payment_are_told_once_each_and_signed,
        what_is_paid_at_the_door_is_a_purchase_once_it_is_confirmed,
        a_seller_who_fails_is_told_again_under_the_same_id,
        a_letter_whose_answer_is_lost_comes_again_under_its_id,
        what_the_queue_brings_twice_is_applied_once,
        what_the_queue_loses_is_told_after_a_restart,
        without_an_address_nothing_is_written_down,
    ]
}

/// What the shopper is told of a new order, and the path of its state.
pub(super) fn ordered(world: &World, draft: &Value) -> (Value, String) {
    let placed = Ask::order(draft, &key()).of(world).good();
    let path = format!("/v3/orders/{}", placed["token"].as_str().expect("a token"));
    (placed, path)
}

fn an_order_and_its_payment_are_told_once_each_and_signed() -> Result<()> {
    let seller = Seller::open(&[Mood::Takes])?;
    let world = seller.world(&[])?;
    let draft = with(&digital(), "/notes", json!("catatan kenari"));
    let (placed, path) = ordered(&world, &draft);
    until("the order's letter", || !seller.of_kind("order.placed").is_empty());
    let page = placed["public_order_url"].as_str().unwrap();
    ureq::post(format!("{page}/pay")).send("method=qris")?;
    until("the payment's letters", || {
        Ask::get(path.clone()).of(&world).good();
        ["order.paid", "conversion.purchase"].iter().all(|kind| !seller.of_kind(kind).is_empty())
    });
    for kind in ["order.placed", "order.paid", "conversion.purchase"] {
        let letters = seller.of_kind(kind);
        assert_eq!(letters.len(), 1, "{kind}");
        assert!(letters[0].is_signed(), "{:?}", letters[0]);
        for member in ["customer_name", "customer_phone", "customer_email", "notes"] {
            assert!(!letters[0].body.contains(draft[member].as_str().unwrap()), "{member} in {kind}");
        }
        for member in ["secret_slug", "payment_url"] {
            assert!(!letters[0].body.contains(placed[member].as_str().unwrap()), "{member} in {kind}");
        }
    }
    let told = seller.of_kind("order.placed").remove(0).json();
    assert_eq!((&told["data"]["order_id"], &told["data"]["total"]), (&placed["order_id"], &placed["total"]));
    assert_eq!(told["data"]["order_url"], placed["order_url"]);
    let purchase = seller.of_kind("conversion.purchase").remove(0);
    assert_eq!(purchase.json()["data"]["event_id"], purchase.id.as_str());
    // It is a purchase since it was paid, and not since it was ordered.
    assert_eq!(purchase.json()["timestamp"], seller.of_kind("order.paid").remove(0).json()["timestamp"]);
    Ok(())
}

/// It may never be paid, and counts all the same: once, and without what the courier gets.
fn what_is_paid_at_the_door_is_a_purchase_once_it_is_confirmed() -> Result<()> {
    let seller = Seller::open(&[Mood::Takes])?;
    let world = seller.world(&[])?;
    world.sandbox.put_limits(Limits::NONE);
    let draft = with(&parcel(), "/payment_method", json!("cod"));
    let option = cheapest(&world, &draft);
    let draft = quoted(&draft, &option);
    let (placed, path) = ordered(&world, &draft);
    let order = orders_of(&world, &draft).remove(0).order_id;
    until("the order's letter", || !seller.of_kind("order.placed").is_empty());
    assert!(world.sandbox.put_status(&order, "confirmed"));
    until("the purchase", || {
        Ask::get(path.clone()).of(&world).good();
        !seller.of_kind("conversion.purchase").is_empty()
    });
    assert!(world.sandbox.pay(&order));
    until("the payment", || {
        Ask::get(path.clone()).of(&world).good();
        !seller.of_kind("order.paid").is_empty()
    });
    let purchases = seller.of_kind("conversion.purchase");
    let data = &purchases[0].json()["data"];
    let (total, shipping) = (placed["total"].as_i64(), option["shipping_cost"].as_i64());
    assert_eq!((purchases.len(), data["shipping"].as_i64()), (1, shipping));
    assert_eq!(data["value"].as_i64(), total.zip(shipping).map(|(total, shipping)| total - shipping));
    Ok(())
}

fn a_seller_who_fails_is_told_again_under_the_same_id() -> Result<()> {
    let seller = Seller::open(&[Mood::Fails, Mood::Takes])?;
    let world = seller.world(&[])?;
    ordered(&world, &digital());
    until("the letter again", || seller.of_kind("order.placed").len() >= 2);
    are_one(&seller.of_kind("order.placed"));
    Ok(())
}

/// The seller has it and could not say so. Who remembers ids applies it once.
fn a_letter_whose_answer_is_lost_comes_again_under_its_id() -> Result<()> {
    let seller = Seller::open(&[Mood::HangsUp, Mood::Takes])?;
    let world = seller.world(&[("SELLER_WEBHOOK_RESEND_SECONDS", "2")])?;
    ordered(&world, &digital());
    until("the letter again", || seller.of_kind("order.placed").len() >= 2);
    are_one(&seller.of_kind("order.placed"));
    Ok(())
}

/// While the seller takes his time the row is handed over again, and the queue brings it twice. Who
/// remembers ids applies it once.
fn what_the_queue_brings_twice_is_applied_once() -> Result<()> {
    let seller = Seller::open(&[Mood::WaitsForAnother, Mood::Takes])?;
    let world = seller.world(&[("SELLER_WEBHOOK_RESEND_SECONDS", "1")])?;
    ordered(&world, &digital());
    until("the letter twice", || seller.letters().len() >= 2);
    are_one(&seller.letters());
    // A later order's letter is another one.
    ordered(&world, &digital());
    until("both orders to be applied", || seller.applied().len() == 2);
    Ok(())
}

/// The queue of this machine forgets with the Worker; the rows do not.
fn what_the_queue_loses_is_told_after_a_restart() -> Result<()> {
    let seller = Seller::open(&[Mood::Fails])?;
    let mut world = seller.world(&[("SELLER_WEBHOOK_RESEND_SECONDS", "2")])?;
    let (_, path) = ordered(&world, &digital());
    until("a first try", || !seller.of_kind("order.placed").is_empty());
    world.kill();
    let before = seller.letters().len();
    seller.recover();
    world.revive()?;
    // An alarm that was lost is set again by whoever asks.
    Ask::get(path).of(&world).good();
    until("it", || seller.letters()[before..].iter().any(|letter| letter.json()["type"] == "order.placed"));
    are_one(&seller.of_kind("order.placed"));
    Ok(())
}

fn without_an_address_nothing_is_written_down() -> Result<()> {
    let world = places::place("untold", &[])?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    let token = placed["token"].as_str().unwrap();
    until("the record on disk", || holds(&world.state(), token));
    assert!(!holds(&world.state(), "evt_"), "an event is on disk");
    Ok(())
}

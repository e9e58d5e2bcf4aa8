//! What every order platform is to the Worker's API: one suite, asked of each through the sandbox.
//! What a platform cannot do, and how it says things, are members of its [`Shop`]; nothing is left
//! out for any of them.

mod ngorder;
mod scalev;
mod shop;

pub(super) use ngorder::{NGORDER, id};
pub(super) use shop::{Shop, both, page, state};

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::Fault;

use super::ask::Ask;
use super::cart::key;
use super::courier::arrivals;
use super::until::until;
use crate::trial::trial;
use scalev::SCALEV;

/// A platform is a line here.
const SHOPS: [&Shop; 2] = [&SCALEV, &NGORDER];

type Promise = fn(&Shop) -> Result<()>;

const SUITE: [(&str, Promise); 7] = [
    ("sells_what_is_for_sale_and_tells_no_cost", sells),
    ("takes_an_order_once", takes_an_order_once),
    ("is_looked_through_for_an_order_whose_answer_was_lost", is_looked_through),
    ("is_believed_when_it_refuses", is_believed),
    ("is_waited_for_when_it_is_busy", is_waited_for),
    ("is_heard_when_money_and_parcel_move", is_heard),
    ("is_heard_when_an_order_is_called_off", is_heard_calling_off),
];

pub(super) fn trials() -> Vec<Trial> {
    let of = |shop: &'static Shop| {
        let name = format!("api::conformance::{}", shop.name);
        SUITE.map(|(promise, keeps)| trial(&name, promise, move || shop.in_turn(keeps)))
    };
    SHOPS.into_iter().flat_map(of).collect()
}

fn sells(shop: &Shop) -> Result<()> {
    let checkout = shop.checkout(&*both()?);
    let methods = checkout["payment_methods"].as_array().expect("a list");
    assert!(methods.iter().any(|method| method["code"] == shop.method), "{checkout}");
    let products = checkout["products"]["data"].as_array().expect("a list");
    let variants: Vec<_> =
        products.iter().flat_map(|product| product["variants"].as_array().unwrap()).collect();
    assert!(!variants.is_empty());
    for variant in variants {
        assert!(variant["price"].as_i64() > Some(0) && variant["weight"].as_i64() > Some(0), "{variant}");
    }
    for secret in shop.secrets {
        assert!(!checkout.to_string().contains(secret), "{secret} in {checkout}");
    }
    Ok(())
}

fn takes_an_order_once(shop: &Shop) -> Result<()> {
    let world = both()?;
    let (draft, total) = shop.parcel(&world);
    let (key, before) = (key(), arrivals(&world, "POST", shop.orders).len());
    let placed = Ask::order(&draft, &key).of(&world).good();
    assert_eq!((&placed["status"], &placed["payment_status"]), (&json!("pending"), &json!("unpaid")));
    assert_eq!(placed["total"].as_i64(), Some(total), "{placed}");
    assert_eq!(Ask::order(&draft, &key).of(&world).good()["token"], placed["token"]);
    assert_eq!(arrivals(&world, "POST", shop.orders).len(), before + 1);
    let page = page(&world, &placed);
    assert!(page.contains("Menunggu pembayaran") && page.contains(shop.way_to_pay), "{page}");
    assert!(placed["payment_url"].as_str().is_some_and(|url| url.starts_with("http")), "{placed}");
    Ok(())
}

fn is_looked_through(shop: &Shop) -> Result<()> {
    let world = both()?;
    let (draft, total) = shop.parcel(&world);
    let before = arrivals(&world, "POST", shop.orders).len();
    world.sandbox.plan(Fault::on("POST", shop.orders).reset().after_commit());
    let answer = Ask::order(&draft, &key()).of(&world);
    assert_eq!(answer.status, 202, "{}", answer.text());
    let unknown = answer.json();
    until("the order", || state(&world, &unknown)["status"] == "pending");
    assert_eq!(state(&world, &unknown)["total"].as_i64(), Some(total));
    assert_eq!(arrivals(&world, "POST", shop.orders).len(), before + 1);
    Ok(())
}

/// A definite no frees the key, and a key that ran out is told to nobody but the seller.
fn is_believed(shop: &Shop) -> Result<()> {
    let world = both()?;
    let (draft, _) = shop.parcel(&world);
    let key = key();
    for (fault, status, code) in shop.refusals() {
        world.sandbox.plan(fault);
        Ask::order(&draft, &key).of(&world).refused(status, code);
    }
    assert_eq!(Ask::order(&draft, &key).of(&world).good()["status"], "pending");
    Ok(())
}

fn is_waited_for(shop: &Shop) -> Result<()> {
    let world = both()?;
    let (draft, _) = shop.parcel(&world);
    let busy = json!({ "message": "Too Many Attempts.", "error": "Too many requests" });
    world.sandbox.plan(Fault::on("POST", shop.orders).status(429, busy).header("retry-after", "1"));
    let answer = Ask::order(&draft, &key()).of(&world);
    assert_eq!((answer.status, &answer.json()["status"]), (202, &json!("waiting")), "{}", answer.text());
    let waiting = answer.json();
    until("its turn", || state(&world, &waiting)["status"] == "pending");
    Ok(())
}

fn is_heard(shop: &Shop) -> Result<()> {
    let world = both()?;
    let placed = shop.place(&world);
    (shop.pay)(&world, &placed);
    until("the payment", || {
        (shop.listen)(&world);
        page(&world, &placed).contains("<h1>Pembayaran diterima</h1>")
            || page(&world, &placed).contains("<h1>Pesanan sedang disiapkan</h1>")
    });
    assert!(!page(&world, &placed).contains(shop.way_to_pay));
    (shop.ship)(&world, &placed, "JX1234567890");
    until("the parcel", || {
        (shop.listen)(&world);
        page(&world, &placed).contains("JX1234567890")
    });
    assert_eq!(state(&world, &placed)["status"], "shipped");
    Ok(())
}

fn is_heard_calling_off(shop: &Shop) -> Result<()> {
    let world = both()?;
    let placed = shop.place(&world);
    (shop.cancel)(&world, &placed);
    until("the end", || {
        (shop.listen)(&world);
        page(&world, &placed).contains("<h1>Pesanan dibatalkan</h1>")
    });
    assert!(!page(&world, &placed).contains(shop.way_to_pay));
    Ok(())
}

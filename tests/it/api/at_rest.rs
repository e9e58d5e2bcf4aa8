//! What is on disk: an order's own names and not those of its shopper, in the object of the intent
//! and in the gate alike (reliability §4c).

use std::fs;
use std::path::Path;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::sandbox::Limits;

use super::cart::{orders_of, parcel, with};
use super::courier::{cheapest, quoted};
use super::letter::shown;
use super::outbox::ordered;
use super::seller::{Mood, Seller};
use super::until::until;
use super::waiting::{files, holds};
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::at_rest":
        what_is_written_down_holds_no_person,
    ]
}

/// What the shopper types, each where it belongs.
const TYPED: [(&str, &str); 5] = [
    ("/customer_name", "Kenari Emas"),
    ("/customer_phone", "0812-7777-8123"),
    ("/customer_email", "kenari.emas@contoh.example"),
    ("/address", "Jl. Merpati Putih No. 7 RT 02"),
    ("/notes", "titip di pos cendrawasih"),
];
/// The same, as it may be rewritten.
const REWRITTEN: [&str; 4] = ["81277778123", "7777-8123", "Merpati", "cendrawasih"];

fn what_is_written_down_holds_no_person() -> Result<()> {
    let seller = Seller::open(&[Mood::Takes])?;
    let world = seller.world(&[])?;
    world.sandbox.put_limits(Limits::NONE);
    world.connect_webhooks()?;
    let draft = TYPED.iter().fold(parcel(), |draft, (at, text)| with(&draft, at, json!(text)));
    let draft = quoted(&draft, &cheapest(&world, &draft));
    let (state, path) = ordered(&world, &draft);
    let order = orders_of(&world, &draft).remove(0).order_id;
    assert!(world.sandbox.pay(&order) && world.sandbox.put_status(&order, "shipped"));
    until("what became of it", || {
        shown(&world, &path, "status") == "shipped" && shown(&world, &path, "payment_status") == "paid"
    });
    let told = |kind: &str| !seller.of_kind(kind).is_empty();
    until("the letters", || ["order.placed", "order.paid", "conversion.purchase"].into_iter().all(told));
    // What must be there shows that what is searched is where it is kept.
    for (class, own) in [("OrderIntent", &state["secret_slug"]), ("StoreGate", &state["token"])] {
        let own = own.as_str().expect("a name of the order");
        assert!(knows(&world.state(), class, own), "{class} knows nothing of {own}");
    }
    for text in TYPED.iter().map(|(_, text)| *text).chain(REWRITTEN) {
        assert!(!holds(&world.state(), text), "`{text}` is on disk");
        assert!(!seller.letters().iter().any(|letter| letter.body.contains(text)), "`{text}` is told");
    }
    Ok(())
}

/// Whether an object of this class holds a text.
fn knows(state: &Path, class: &str, text: &str) -> bool {
    files(state).iter().filter(|file| file.to_string_lossy().contains(class)).any(|file| {
        let bytes = fs::read(file).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

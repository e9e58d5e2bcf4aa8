//! The seller's own systems are told of orders: at least once, under one id, signed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use sha2::Sha256;
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{digital, key, with};
use super::places;
use super::until::until;
use super::waiting::holds;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::outbox":
        an_order_and_its_payment_are_told_once_each_and_signed,
        a_seller_who_fails_is_told_again_under_the_same_id,
        what_the_queue_loses_is_told_after_a_restart,
        without_an_address_nothing_is_written_down,
    ]
}

const KEY: [u8; 32] = [7; 32];

/// A letter as it came.
#[derive(Clone, Debug)]
struct Letter {
    id: String,
    timestamp: String,
    signature: String,
    body: String,
}

/// The seller's address: fails as often as it is told to, then takes everything.
struct Seller {
    url: String,
    letters: Arc<Mutex<Vec<Letter>>>,
    failures: Arc<AtomicUsize>,
}

impl Seller {
    fn open(failures: usize) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let letters = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&letters);
        let failures = Arc::new(AtomicUsize::new(failures));
        let allowed = Arc::clone(&failures);
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let Some(letter) = read(&line) else { continue };
                let mut letters = kept.lock().unwrap_or_else(PoisonError::into_inner);
                letters.push(letter);
                let status = if letters.len() > allowed.load(Ordering::Relaxed) {
                    "204 No Content"
                } else {
                    "500 Oops"
                };
                let _ = write!(&line, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            }
        });
        Ok(Self { url, letters, failures })
    }

    /// Takes everything from now on.
    fn recover(&self) {
        self.failures.store(0, Ordering::Relaxed);
    }

    fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The letters of this kind.
    fn of_kind(&self, kind: &str) -> Vec<Letter> {
        self.letters().into_iter().filter(|letter| letter.json()["type"] == kind).collect()
    }

    fn world(&self) -> Result<World> {
        self.world_with(&[])
    }

    fn world_with(&self, more: &[(&str, &str)]) -> Result<World> {
        let secret = format!("whsec_{}", BASE64_STANDARD.encode(KEY));
        let vars = [("SELLER_WEBHOOK_URL", self.url.as_str()), ("SELLER_WEBHOOK_SECRET", secret.as_str())];
        let vars = [vars.as_slice(), more].concat();
        World::start(tumbas_tests::stage::built(), &vars)
    }
}

fn read(line: &TcpStream) -> Option<Letter> {
    let mut reader = BufReader::new(line);
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        headers.push(header.trim().to_owned());
    }
    let header = |name: &str| {
        let found = headers.iter().find_map(|header| {
            let (known, value) = header.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then(|| value.to_owned())
        });
        found.unwrap_or_default()
    };
    let mut body = vec![0; header("content-length").parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some(Letter {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body: String::from_utf8(body).ok()?,
    })
}

impl Letter {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a body in JSON")
    }

    fn is_signed(&self) -> bool {
        let signed = format!("{}.{}.{}", self.id, self.timestamp, self.body);
        let mac = Hmac::<Sha256>::new_from_slice(&KEY).expect("a key").chain_update(signed);
        self.signature == format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()))
    }
}

fn an_order_and_its_payment_are_told_once_each_and_signed() -> Result<()> {
    let seller = Seller::open(0)?;
    let world = seller.world()?;
    let draft = with(&digital(), "/notes", json!("catatan kenari"));
    let placed = Ask::order(&draft, &key()).of(&world).good();
    until("the order's letters", || seller.letters().len() >= 2);
    let page = placed["public_order_url"].as_str().unwrap();
    ureq::post(format!("{page}/pay")).send("method=qris")?;
    let path = format!("/v3/orders/{}", placed["token"].as_str().unwrap());
    until("the payment's letter", || {
        Ask::get(path.clone()).of(&world).good();
        !seller.of_kind("order.paid").is_empty()
    });
    for kind in ["order.placed", "conversion.purchase", "order.paid"] {
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
    Ok(())
}

fn a_seller_who_fails_is_told_again_under_the_same_id() -> Result<()> {
    let seller = Seller::open(2)?;
    let world = seller.world()?;
    Ask::order(&digital(), &key()).of(&world).good();
    until("both letters again", || {
        ["order.placed", "conversion.purchase"].iter().all(|kind| seller.of_kind(kind).len() >= 2)
    });
    for kind in ["order.placed", "conversion.purchase"] {
        let letters = seller.of_kind(kind);
        assert!(letters.iter().all(|letter| letter.id == letters[0].id && letter.is_signed()), "{letters:?}");
    }
    Ok(())
}

/// The queue of this machine forgets with the Worker; the rows do not.
fn what_the_queue_loses_is_told_after_a_restart() -> Result<()> {
    let seller = Seller::open(usize::MAX)?;
    let mut world = seller.world_with(&[("SELLER_WEBHOOK_RESEND_SECONDS", "2")])?;
    let placed = Ask::order(&digital(), &key()).of(&world).good();
    until("a first try", || !seller.of_kind("order.placed").is_empty());
    world.kill();
    let before = seller.letters().len();
    seller.recover();
    world.revive()?;
    // An alarm that was lost is set again by whoever asks.
    Ask::get(format!("/v3/orders/{}", placed["token"].as_str().unwrap())).of(&world).good();
    until("it", || seller.letters()[before..].iter().any(|letter| letter.json()["type"] == "order.placed"));
    let letters = seller.of_kind("order.placed");
    assert!(letters.iter().all(|letter| letter.id == letters[0].id && letter.is_signed()), "{letters:?}");
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

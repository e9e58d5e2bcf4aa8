//! The platform fails while an order is placed (reliability §1b): the shopper is told the truth, and
//! there is never a second order.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{Fault, Kind};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of, posts_of, wait_for_post};
use super::places;
use crate::trial::{trial, trials};

pub(super) fn trials() -> Vec<Trial> {
    let fast = UNKNOWN.iter().flat_map(|(name, fault)| {
        let before = trial("api::faults", &format!("{name}_before_the_order_is_made"), move || {
            unknown(fault().before_commit(), 0)
        });
        let after = trial("api::faults", &format!("{name}_after_the_order_was_made"), move || {
            unknown(fault().after_commit(), 1)
        });
        [before, after]
    });
    let definite = DEFINITE.iter().map(|(name, fault, status, code)| {
        trial("api::faults", &format!("{name}_frees_the_key"), move || refused(&fault(), *status, code))
    });
    let others = trials!["api::faults":
        an_answer_too_late_leaves_the_order_being_confirmed,
    ];
    fast.chain(definite).chain(others).collect()
}

type Make = fn() -> Fault;

pub(super) fn placing() -> Fault {
    Fault::on("POST", "/v3/orders")
}

/// Answers from which nobody can tell whether the order was made.
const UNKNOWN: [(&str, Make); 12] = [
    ("a_reset", || placing().reset()),
    ("a_closed_connection", || Fault { kind: Kind::Timeout { ms: Some(0) }, ..placing() }),
    ("a_truncated_body", || placing().truncated()),
    ("malformed_json", || placing().malformed()),
    ("a_500_in_json", || placing().status(500, json!({ "error": "Internal server error" }))),
    ("a_502_in_html", || placing().status(502, "<html><body>Bad Gateway</body></html>")),
    ("a_504_in_html", || placing().status(504, "<html>Gateway Timeout</html>")),
    ("a_429_in_html", || placing().status(429, "<html>Too many requests</html>").header("retry-after", "1")),
    ("a_409_in_json", || placing().status(409, json!({ "error": "Conflict" }))),
    ("a_400_page_of_a_firewall", || placing().status(400, "<html>Blocked</html>")),
    ("an_order_without_an_id", || placing().members(&json!({ "id": null }))),
    ("an_empty_200", || placing().status(200, "")),
];

/// Answers that say for sure that nothing was made.
const DEFINITE: [(&str, Make, u16, &str); 8] = [
    ("a_401", || placing().status(401, json!({ "error": "Invalid API key" })), 503, "seller_configuration"),
    ("a_403", || placing().status(403, json!({ "error": "Forbidden" })), 503, "seller_configuration"),
    (
        "a_400",
        || {
            placing().status(
                400,
                json!({ "error": "Validation failed", "errors": { "customer_phone": ["62812 KENARI"] } }),
            )
        },
        422,
        "order_refused",
    ),
    (
        "a_422",
        || {
            placing().status(
                422,
                json!({ "error": "Validation failed", "errors": { "ordervariants": ["is out of stock"] } }),
            )
        },
        422,
        "order_refused",
    ),
    ("a_404", || placing().status(404, json!({ "error": "Not found" })), 422, "order_refused"),
    (
        "a_307",
        || placing().status(307, "").header("location", "https://evil.example/v3/orders"),
        503,
        "seller_configuration",
    ),
    ("a_308", || placing().status(308, "").header("location", "/elsewhere"), 503, "seller_configuration"),
    ("a_302", || placing().status(302, "").header("location", "/login"), 503, "seller_configuration"),
];

/// The world in which the platform fails, for one trial at a time.
pub(super) fn storm() -> Result<(Arc<World>, MutexGuard<'static, ()>)> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let world = places::storm()?;
    world.sandbox.clear_faults();
    Ok((world, turn))
}

/// From here on nobody finds an order whose answer was lost: on a busy machine it would be found
/// before the next question.
pub(super) fn hide_lists(world: &World) {
    world.sandbox.plan(Fault::on("GET", "/v3/orders").status(503, "<html>").every());
}

/// The answer must say that the order is being confirmed, with somewhere to ask again.
fn is_being_confirmed(answer: &Answer) -> Value {
    assert_eq!(answer.status, 202, "{}", answer.text());
    let state = answer.json();
    assert_eq!(state["status"], "confirming");
    assert!(answer.header("retry-after").is_some_and(|seconds| seconds.parse::<u32>().is_ok()));
    assert!(state["status_url"].as_str().unwrap().ends_with(state["token"].as_str().unwrap()), "{state}");
    assert!(state.get("payment_url").is_none(), "{state}");
    state
}

/// Whatever is asked now, nothing is sent to the platform again.
pub(super) fn stays_unknown(world: &World, draft: &Value, ask: &Ask, first: &Answer, orders: usize) {
    let state = is_being_confirmed(first);
    for _ in 0..3 {
        let again = ask.of(world);
        assert_eq!(is_being_confirmed(&again), state);
        assert_eq!(again.header("idempotent-replayed"), Some("true"));
    }
    let shown = Ask::get(format!("/v3/orders/{}", state["token"].as_str().unwrap())).of(world);
    assert_eq!((shown.status, shown.json()), (200, state));
    assert_eq!(posts_of(world, draft).len(), 1, "posts to the platform");
    assert_eq!(orders_of(world, draft).len(), orders, "orders at the platform");
}

fn unknown(fault: Fault, orders: usize) -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    hide_lists(&world);
    world.sandbox.plan(fault);
    let first = ask.of(&world);
    stays_unknown(&world, &draft, &ask, &first, orders);
    Ok(())
}

fn refused(fault: &Fault, status: u16, code: &str) -> Result<()> {
    let (world, _turn) = storm()?;
    let draft = digital();
    let ask = Ask::order(&draft, &key());
    world.sandbox.plan(fault.clone().before_commit());
    let answer = ask.of(&world);
    answer.refused(status, code);
    assert_eq!(answer.header("retry-after"), None);
    assert!(!answer.text().contains("KENARI"), "the platform's words are passed on: {}", answer.text());
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 0));
    let again = ask.of(&world);
    assert_eq!((again.status, again.header("idempotent-replayed")), (201, None), "{}", again.text());
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (2, 1));
    Ok(())
}

/// Four faults that last until the Worker's own deadline of 15 s, side by side.
fn an_answer_too_late_leaves_the_order_being_confirmed() -> Result<()> {
    let world = places::late()?;
    hide_lists(&world);
    let late: [(Fault, usize); 4] = [
        (placing().timeout().before_commit(), 0),
        (placing().timeout().after_commit(), 1),
        (placing().slow_body(1, Duration::from_secs(1)).before_commit(), 0),
        (placing().slow_body(1, Duration::from_secs(1)).after_commit(), 1),
    ];
    thread::scope(|scope| {
        for (fault, orders) in late {
            let (draft, key) = (digital(), key());
            world.sandbox.plan(fault);
            let ask = Ask::order(&draft, &key);
            let asked = scope.spawn({
                let (world, ask) = (&world, ask.clone());
                move || ask.of(world)
            });
            // The next fault is for the next order: this one has to be there first.
            wait_for_post(&world, &draft);
            let world = &world;
            scope.spawn(move || {
                let first = asked.join().expect("an answer");
                stays_unknown(world, &draft, &ask, &first, orders);
            });
        }
    });
    Ok(())
}

//! Each fault, seen on the wire.

use std::io::ErrorKind;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::client::{ebook_order, get, post, raw_order, sandbox};
use crate::sandbox::{Fault, Sandbox};

const PATIENCE: Duration = Duration::from_secs(5);

fn on_orders() -> Fault {
    Fault::on("POST", "/v3/orders")
}

fn under(fault: Fault) -> (Sandbox, String, Result<(), ErrorKind>) {
    let sandbox = sandbox();
    sandbox.plan(fault);
    let (came, end) = raw_order(&sandbox, PATIENCE);
    (sandbox, came, end.map_err(|error| error.kind()))
}

fn body(came: &str) -> &str {
    came.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

fn promised(came: &str) -> usize {
    let line = came.lines().find_map(|line| line.strip_prefix("content-length: "));
    line.and_then(|length| length.parse().ok()).expect("a content-length")
}

#[test]
fn a_reset_is_a_tcp_reset_and_commits_only_when_told() {
    let (sandbox, came, end) = under(on_orders().reset());
    assert_eq!((came.as_str(), end), ("", Err(ErrorKind::ConnectionReset)));
    assert!(sandbox.orders().is_empty());
    let (sandbox, came, end) = under(on_orders().reset().after_commit());
    assert_eq!((came.as_str(), end), ("", Err(ErrorKind::ConnectionReset)));
    assert_eq!(sandbox.orders().len(), 1);
    let arrival = &sandbox.requests()[0];
    assert_eq!((arrival.status, arrival.fault.as_deref()), (None, Some("reset")));
}

#[test]
fn a_timeout_holds_the_socket_until_the_faults_are_cleared() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().timeout().after_commit());
    std::thread::scope(|scope| {
        let client = scope.spawn(|| raw_order(&sandbox, PATIENCE));
        assert!(sandbox.wait_for(PATIENCE, |world| world.orders.len() == 1));
        assert!(sandbox.wait_for(PATIENCE, |world| world.requests[0].fault.is_some()));
        assert!(!client.is_finished());
        sandbox.clear_faults();
        let (came, end) = client.join().expect("a client");
        assert!(came.is_empty() && end.is_ok(), "{came} {end:?}");
    });
}

#[test]
fn a_slow_body_drips() {
    let start = Instant::now();
    let (sandbox, came, end) = under(on_orders().slow_body(1000, Duration::from_millis(40)));
    let order: Value = serde_json::from_str(body(&came)).expect("an order in the end");
    assert_eq!((end, order["id"].as_str()), (Ok(()), Some(sandbox.orders()[0].id.as_str())));
    assert!(start.elapsed() >= Duration::from_millis(80), "{:?}", start.elapsed());
}

#[test]
fn a_truncated_answer_promises_more_than_it_gives() {
    let (sandbox, came, end) = under(on_orders().truncated());
    assert_eq!(end, Ok(()));
    assert_eq!(promised(&came) / 2, body(&came).len());
    assert_eq!(sandbox.orders().len(), 1, "the answer is spoilt after the commit");
    let (sandbox, came, _) = under(on_orders().truncated().before_commit());
    assert!(body(&came).contains("agent_context") && sandbox.orders().is_empty());
}

#[test]
fn a_malformed_answer_is_honest_http_and_broken_json() {
    let (sandbox, came, end) = under(on_orders().malformed());
    assert_eq!((end, promised(&came)), (Ok(()), body(&came).len()));
    assert!(came.starts_with("HTTP/1.1 200") && serde_json::from_str::<Value>(body(&came)).is_err());
    assert_eq!(sandbox.orders().len(), 1);
}

#[test]
fn a_status_shows_its_body_and_headers_and_commits_only_when_told() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().status(503, "<h1>busy</h1>").header("retry-after", "7"));
    sandbox.plan(on_orders().status(500, json!({ "error": "oops" })).after_commit());
    let html = post(&sandbox, "/v3/orders", &ebook_order());
    assert_eq!((html.status, html.text.as_str()), (503, "<h1>busy</h1>"));
    assert_eq!(html.header("retry-after"), Some("7"));
    assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(sandbox.orders().is_empty());
    let json = post(&sandbox, "/v3/orders", &ebook_order());
    assert_eq!((json.status, json.json()), (500, json!({ "error": "oops" })));
    assert_eq!(sandbox.orders().len(), 1);
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 200, "both faults are used up");
}

#[test]
fn members_can_be_changed_and_dropped() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().members(&json!({ "id": null, "payment_url": "" })));
    let order = post(&sandbox, "/v3/orders", &ebook_order()).json();
    assert_eq!((order.get("id"), order["payment_url"].as_str()), (None, Some("")));
    assert!(order["order_id"].is_string());
}

#[test]
fn one_call_can_make_two_orders() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().twice());
    let order = post(&sandbox, "/v3/orders", &ebook_order()).json();
    let orders = sandbox.orders();
    assert_eq!((orders.len(), Some(orders[0].id.as_str())), (2, order["id"].as_str()));
    assert_ne!(orders[0].id, orders[1].id);
}

#[test]
fn a_late_order_comes_though_the_client_left_and_is_readable_later_still() {
    let sandbox = sandbox();
    let late = on_orders().late_commit(Duration::from_millis(60));
    sandbox.plan(late.readable_after(Duration::from_hours(1)));
    let (came, end) = raw_order(&sandbox, Duration::from_millis(20));
    assert!(came.is_empty() && end.is_err(), "the client gave up: {came}");
    assert!(sandbox.orders().is_empty(), "not made yet");
    assert!(sandbox.wait_for(PATIENCE, |world| world.orders.len() == 1), "made all the same");
    assert_eq!(get(&sandbox, "/v3/orders").json()["data"], json!([]), "no read sees it yet");
}

#[test]
fn a_delayed_answer_is_honest() {
    let sandbox = sandbox();
    sandbox.plan(Fault::on("GET", "/v3/locations").delay(Duration::from_millis(50)));
    let start = Instant::now();
    assert_eq!(get(&sandbox, "/v3/locations").status, 200);
    assert!(start.elapsed() >= Duration::from_millis(50));
}

#[test]
fn the_connection_is_usable_again_after_a_reset() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().reset().nth(2));
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 200);
    let (_, end) = raw_order(&sandbox, PATIENCE);
    assert!(end.is_err());
    assert_eq!(post(&sandbox, "/v3/orders", &ebook_order()).status, 200);
    assert_eq!(sandbox.orders().len(), 2);
}

#[test]
fn an_order_whose_answer_was_lost_can_be_invisible_for_a_while() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().reset().after_commit().readable_after(Duration::from_hours(1)));
    let (_, end) = raw_order(&sandbox, PATIENCE);
    assert!(end.is_err() && sandbox.orders().len() == 1);
    assert_eq!(get(&sandbox, "/v3/orders").json()["data"], json!([]));
}

#[test]
fn an_answer_can_be_of_somebody_elses_order() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().mixup());
    let order = post(&sandbox, "/v3/orders", &ebook_order()).json();
    let made = &sandbox.orders()[0];
    assert!(order["id"] != made.id && order["secret_slug"] != made.secret_slug);
    assert_eq!(order["customer"]["name"], "Orang Lain");
}

#[test]
fn a_redirect_points_elsewhere_and_makes_nothing() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().redirect(308, "https://evil.example/v3/orders"));
    let reply = post(&sandbox, "/v3/orders", &ebook_order());
    assert_eq!((reply.status, reply.header("location")), (308, Some("https://evil.example/v3/orders")));
    assert!(sandbox.orders().is_empty());
}

#[test]
fn an_answer_can_be_deep_huge_compressed_or_beyond_numbers() {
    let sandbox = sandbox();
    sandbox.plan(on_orders().deep(100_000));
    sandbox.plan(on_orders().splice("\"gross_revenue\":1e400"));
    sandbox.plan(on_orders().padded(3_000_000));
    sandbox.plan(on_orders().gzip_bomb(3_000_000));
    let text = || post(&sandbox, "/v3/orders", &ebook_order()).text;
    let deep = text();
    assert!(deep.ends_with("]]}") && deep.matches('[').count() >= 100_000);
    assert!(text().ends_with(",\"gross_revenue\":1e400}"));
    assert_eq!(text().len(), 3_000_000);
    let (came, _) = raw_order(&sandbox, PATIENCE);
    assert!(came.contains("content-encoding: gzip") && came.len() < 20_000, "{}", came.len());
    assert_eq!(sandbox.orders().len(), 4);
}

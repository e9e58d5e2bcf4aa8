//! What is told to whom: logs hold no person and no secret, answers hold no secret and no stranger.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{self, Fault};
use tumbas_tests::stage::{World, built};

use super::ask::{Answer, Ask};
use super::cart::{digital, key, parcel, store, with};
use super::catalogue::path;
use super::courier::{cheapest, question, quoted};
use super::{faults, places};
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::privacy":
        each_request_leaves_one_line_of_typed_fields,
        a_log_holds_neither_people_nor_secrets,
        a_log_holds_no_address_and_no_quote,
        the_platforms_words_reach_neither_log_nor_shopper,
        what_is_deployed_holds_no_secret,
        every_answer_says_how_long_it_took,
    ]
}

/// The members of a line, as the log module documents them.
const MEMBERS: [&str; 10] =
    ["event", "request_id", "method", "route", "status", "platform_ms", "edge_ms", "cache", "error", "store"];

/// The line of a request; waits until it is written.
fn line(world: &World, answer: &Answer) -> Value {
    let named = format!("\"request_id\":\"{}\"", answer.request_id());
    let find = |line: &str| line.contains(&named).then(|| line.to_owned());
    let found = world.worker_log().wait_for(Duration::from_secs(5), find).expect("a line for the request");
    let from = found.find('{').expect("JSON in the line");
    serde_json::from_str(&found[from..]).unwrap_or_else(|error| panic!("{error} in {found}"))
}

fn each_request_leaves_one_line_of_typed_fields() -> Result<()> {
    let world = places::till()?;
    let ok = digital();
    let wrong = with(&digital(), "/customer_phone", json!("12"));
    let kopi = store("kopi");
    let asks = [
        (Ask::get("/health"), "health", None),
        (Ask::get("/v3/stores/simplified"), "stores", None),
        (Ask::get(path(kopi, "checkout")), "checkout", None),
        (Ask::get(path(kopi, "products?search=kenari")), "products", None),
        (Ask::new("HEAD", path(kopi, "bundles")), "bundles", None),
        (Ask::get(path(kopi, "payment-methods")), "payment_methods", None),
        (Ask::order(&ok, &key()), "place_order", None),
        (Ask::order(&wrong, &key()), "place_order", Some("validation_failed")),
        (Ask::get("/v3/locations?search=kenari"), "districts", None),
        (Ask::get("/v3/locations/2201/postal-codes"), "postal_codes", None),
        (question(&json!({ "address": "kenari" })), "shipping_options", Some("validation_failed")),
        (Ask::get("/v3/orders/ck_kenari"), "show_order", Some("order_not_found")),
        (Ask::new("OPTIONS", "/v3/orders"), "preflight", None),
        (Ask::get("/tumbas.js"), "asset", None),
        (Ask::get("/kenari"), "none", Some("route_not_found")),
        (Ask::new("DELETE", "/health"), "none", Some("method_not_allowed")),
    ];
    let answers = asks.map(|(ask, route, error)| (ask.of(&world), route, error));
    for (answer, route, error) in &answers {
        let line = line(&world, answer);
        assert_eq!((&line["event"], &line["route"]), (&json!("request"), &json!(route)), "{line}");
        assert_eq!((&line["status"], &line["error"]), (&json!(answer.status), &json!(error)), "{line}");
        assert!(line["platform_ms"].is_u64() && line["edge_ms"].is_u64(), "{line}");
        let strange: Vec<_> =
            line.as_object().unwrap().keys().filter(|name| !MEMBERS.contains(&name.as_str())).collect();
        assert!(strange.is_empty(), "{strange:?}");
        assert!(!line.to_string().to_lowercase().contains("kenari"), "{line}");
    }
    let log = world.worker_log().lines();
    for (answer, ..) in &answers {
        let lines = log.iter().filter(|line| line.contains(answer.request_id())).count();
        assert_eq!(lines, 1, "{}", answer.request_id());
    }
    let ids: BTreeSet<&str> = answers.iter().map(|(answer, ..)| answer.request_id()).collect();
    assert_eq!(ids.len(), answers.len());
    Ok(())
}

/// Everything that is somebody's or secret in what was asked and answered.
fn canaries(draft: &Value, key: &str, state: &Value) -> Vec<String> {
    let texts = ["customer_name", "customer_phone", "customer_email", "notes"].map(|member| &draft[member]);
    let states = ["token", "secret_slug", "payment_url", "order_id"].map(|member| &state[member]);
    let all = texts.into_iter().chain(states).filter_map(Value::as_str).map(str::to_owned);
    all.chain([key.to_owned(), "kenari dalam pencarian".into()]).chain(SECRETS.map(String::from)).collect()
}

const SECRETS: [&str; 3] = [sandbox::API_KEY, sandbox::CHECKOUT_KEY, "Bearer "];

fn holds_none(world: &World, last: &Answer, canaries: &[String]) {
    line(world, last);
    for line in world.worker_log().lines() {
        for canary in canaries {
            assert!(!line.contains(canary), "`{canary}` is in {line}");
        }
    }
}

fn a_log_holds_neither_people_nor_secrets() -> Result<()> {
    let world = places::till()?;
    let (draft, key) =
        (with(&digital(), "/notes", json!("catatan kenari\r\n{\"event\":\"request\"}")), key());
    let state = Ask::order(&draft, &key).of(&world).good();
    Ask::order(&with(&draft, "/notes", json!("lain")), &key)
        .of(&world)
        .refused(422, "idempotency_key_reused");
    Ask::order(&with(&draft, "/payment_method", json!("kenari_bayar")), &key)
        .of(&world)
        .refused(422, "validation_failed");
    Ask::get(format!("/v3/orders/{}", state["token"].as_str().unwrap())).of(&world).good();
    Ask::get(path(store("kopi"), "products?search=kenari%20dalam%20pencarian")).of(&world).good();
    let last = Ask::get("/health").header("user-agent", "kenari_bayar\"}").of(&world);
    let mut canaries = canaries(&draft, &key, &state);
    canaries.extend(["kenari_bayar".into(), "catatan kenari".into()]);
    holds_none(&world, &last, &canaries);
    Ok(())
}

fn a_log_holds_no_address_and_no_quote() -> Result<()> {
    let world = places::harbour()?;
    let draft = with(&parcel(), "/address", json!("Jl. Kenari Emas No. 7"));
    let option = cheapest(&world, &draft);
    let draft = quoted(&draft, &option);
    let order = Ask::order(&draft, &key());
    order.of(&world).good();
    let wrong = with(&draft, "/shipping_quote", json!("v1.kenari.kenari"));
    Ask::order(&wrong, &key()).of(&world).refused(422, "validation_failed");
    Ask::get("/v3/locations?search=kenari%20kuning").of(&world).good();
    let last = order.of(&world);
    let quote = option["shipping_quote"].as_str().expect("a quote").to_owned();
    let mut canaries: Vec<_> = quote.split('.').filter(|part| part.len() > 2).map(str::to_owned).collect();
    canaries.extend(["Kenari".into(), "kenari".into(), "40132".into(), "the-stage-signs".into()]);
    holds_none(&world, &last, &canaries);
    Ok(())
}

/// Errors of the platform can repeat what the shopper typed.
fn the_platforms_words_reach_neither_log_nor_shopper() -> Result<()> {
    let (world, _turn) = faults::storm()?;
    let echo = json!({ "error": "KENARI 6281299999999", "message": "KENARI Jl. Mawar 5", "errors": { "KENARI": ["KENARI"] } });
    let mut told = String::new();
    for fault in [
        Fault::on("POST", "/v3/orders").status(422, echo.clone()),
        Fault::on("POST", "/v3/orders").status(500, echo.clone()),
        Fault::on("POST", "/v3/orders").status(403, echo),
        Fault::on("POST", "/v3/orders").status(502, "<html>KENARI</html>"),
        Fault::on("POST", "/v3/orders").status(200, "KENARI"),
        Fault::on("POST", "/v3/orders").members(&json!({ "payment_url": "javascript:KENARI", "status": 7 })),
    ] {
        world.sandbox.plan(fault);
        told += &Ask::order(&digital(), &key()).of(&world).text();
    }
    assert!(!told.contains("KENARI"), "{told}");
    holds_none(&world, &Ask::get("/health").of(&world), &["KENARI".into()]);
    Ok(())
}

fn what_is_deployed_holds_no_secret() -> Result<()> {
    let root = &built().root;
    let files = files(root)?;
    assert!(files.len() >= 4, "{files:?}");
    // Where whoever built it lives, as `.cargo` and `.rustup` would say.
    let home = format!("{}/.", std::env::var("HOME")?);
    let secrets: Vec<&str> =
        SECRETS.into_iter().filter(|secret| *secret != "Bearer ").chain([home.as_str()]).collect();
    for file in files {
        let bytes = fs::read(&file)?;
        for secret in &secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "`{secret}` is in {}", file.display());
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_private =
            name.starts_with('.') || name.contains(".env") || name.contains("vars") || name.contains(".map");
        assert!(!is_private, "{} has no place there", file.display());
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn every_answer_says_how_long_it_took() -> Result<()> {
    let world = places::till()?;
    let checkout = Ask::get(path(store("kopi"), "checkout"));
    let etag = checkout.of(&world).header("etag").unwrap().to_owned();
    let placed = Ask::order(&digital(), &key()).of(&world);
    assert_eq!(placed.status, 201);
    let asks = [
        checkout.clone(),
        checkout.header("if-none-match", etag),
        Ask::get("/health"),
        Ask::get("/tumbas.js"),
        Ask::get("/nowhere"),
        Ask::new("OPTIONS", "/v3/orders"),
        Ask::order(&json!({}), &key()),
        Ask::get("/v3/orders/ck_1"),
    ];
    for answer in asks.iter().map(|ask| ask.of(&world)).chain([placed]) {
        let timing = answer.header("server-timing").expect("Server-Timing");
        let shares: Vec<_> = timing.split(", ").filter_map(|share| share.split_once(";dur=")).collect();
        assert_eq!(
            shares.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["platform", "edge"],
            "{timing}"
        );
        assert!(shares.iter().all(|(_, ms)| ms.parse::<f64>().is_ok()), "{timing}");
    }
    Ok(())
}

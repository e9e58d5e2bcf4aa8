//! Requests that are none: no JSON, too much of it, no such method or route. Each a 4xx with a stable
//! code, and nothing sent to the platform.

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::json;
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::cart::{digital, key, store, with, without};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::bad_request":
        what_is_not_a_json_object_is_refused,
        a_body_of_a_megabyte_is_refused,
        a_body_at_the_limit_is_read,
        only_json_is_taken,
        a_method_that_a_route_does_not_take_is_refused,
        an_unknown_route_is_refused,
    ]
}

fn posts(world: &World) -> usize {
    world.sandbox.look(|world| world.requests_to("POST", "/v3/orders").count())
}

fn what_is_not_a_json_object_is_refused() -> Result<()> {
    let world = places::window()?;
    let good = digital().to_string();
    let (deep, deep_member) = ("[".repeat(30_000), format!("{{\"notes\":{}", "{\"a\":".repeat(10_000)));
    let with_mark = format!("\u{feff}{good}");
    let surrogate = good.replace("invoice", "\\ud800");
    let open = good.trim_end_matches('}');
    for body in [
        "",
        " ",
        "null",
        "1",
        "\"x\"",
        "[]",
        "{",
        "}",
        &format!("[{good}]"),
        &format!("{good}{good}"),
        open,
        "a=1&b=2",
        &deep,
        &deep_member,
        &with_mark,
        &surrogate,
        "{'a':1}",
        "{\"a\":NaN}",
    ] {
        Ask::post(body, &key()).of(&world).refused(400, "invalid_json");
    }
    let mut broken = good.clone().into_bytes();
    let at = broken.iter().position(|byte| *byte == b'W').unwrap();
    broken[at] = 0xff;
    Ask::post(broken, &key()).of(&world).refused(400, "invalid_json");
    let wide: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ask::post(wide, &key()).of(&world).refused(400, "invalid_json");
    assert_eq!(posts(&world), 0);
    Ok(())
}

fn a_body_of_a_megabyte_is_refused() -> Result<()> {
    let world = places::window()?;
    let draft = with(&digital(), "/notes", json!("a".repeat(1 << 20)));
    let ask = Ask::order(&draft, &key());
    ask.of(&world).refused(413, "body_too_large");
    ask.chunked().of(&world).refused(413, "body_too_large");
    assert_eq!(posts(&world), 0);
    Ok(())
}

fn a_body_at_the_limit_is_read() -> Result<()> {
    let world = places::window()?;
    let draft = with(&digital(), "/customer_phone", json!("12"));
    let whole = |length: usize| {
        let text = draft.to_string();
        " ".repeat(length - text.len()) + &text
    };
    for ask in [Ask::post(whole(65_536), &key()), Ask::post(whole(65_536), &key()).chunked()] {
        ask.of(&world).refused(422, "validation_failed");
    }
    for ask in [Ask::post(whole(65_537), &key()), Ask::post(whole(65_537), &key()).chunked()] {
        ask.of(&world).refused(413, "body_too_large");
    }
    Ok(())
}

fn only_json_is_taken() -> Result<()> {
    let world = places::window()?;
    let ask = Ask::order(&digital(), &key());
    ask.clone().without("content-type").of(&world).refused(415, "unsupported_media_type");
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/json",
        "text/plain; application/json",
    ] {
        ask.clone().header("content-type", kind).of(&world).refused(415, "unsupported_media_type");
    }
    assert_eq!(posts(&world), 0);
    let wrong = without(&digital(), "customer_name");
    let ask = Ask::order(&wrong, &key()).header("content-type", "Application/JSON; charset=UTF-8");
    ask.of(&world).refused(422, "validation_failed");
    Ok(())
}

fn a_method_that_a_route_does_not_take_is_refused() -> Result<()> {
    let world = places::window()?;
    let checkout = format!("/v3/stores/{}/checkout", store("kopi").unique_id);
    for (method, path, allow) in [
        ("GET", "/v3/orders", "POST, OPTIONS"),
        ("PUT", "/v3/orders", "POST, OPTIONS"),
        ("DELETE", "/v3/orders", "POST, OPTIONS"),
        ("POST", "/v3/orders/ck_1", "GET, HEAD, OPTIONS"),
        ("PATCH", "/v3/orders/ck_1", "GET, HEAD, OPTIONS"),
        ("POST", "/health", "GET, HEAD, OPTIONS"),
        ("POST", "/v3/stores/simplified", "GET, HEAD, OPTIONS"),
        ("POST", &checkout, "GET, HEAD, OPTIONS"),
        ("POST", "/tumbas.js", "GET, HEAD, OPTIONS"),
        ("PROPFIND", "/health", "GET, HEAD, OPTIONS"),
    ] {
        let answer = Ask::new(method, path).of(&world);
        answer.refused(405, "method_not_allowed");
        assert_eq!(answer.header("allow"), Some(allow), "{method} {path}");
    }
    Ok(())
}

fn an_unknown_route_is_refused() -> Result<()> {
    let world = places::window()?;
    for path in [
        "/v3",
        "/v3/",
        "/v3/orders/",
        "/v3/stores",
        "/v3/stores/",
        "/v3/stores/simplified/",
        "/v2/orders",
        "/v3/orders/a/b",
        "/admin",
        "/.env",
        "/.dev.vars",
        "/wrangler.toml",
        "/__sandbox",
        "/__sandbox/orders",
        "/__panic",
        "/webhooks",
        "/api",
        "/index.html",
        "/index.js",
        "/index_bg.wasm",
        "/worker/index.js",
        "//v3/orders",
        "/HEALTH",
        "/v3/stores/a/secrets",
    ] {
        Ask::get(path).of(&world).refused(404, "route_not_found");
    }
    Ask::post("{}", &key()).of(&world).refused(422, "validation_failed");
    Ok(())
}

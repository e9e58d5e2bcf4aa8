//! A careful client: after anything but an order it searches for one of this shopper, and posts
//! again only when there is none. It fails when the order appears later than it looks.

use std::thread;

use serde_json::Value;

use super::{API_KEY, BACKOFF, Shopper, TIMEOUT, post, send};
use crate::sandbox::Sandbox;

/// Times it posts at most.
const ATTEMPTS: u32 = 3;

pub(super) fn place(sandbox: &Sandbox, shopper: &Shopper) {
    for attempt in 0..ATTEMPTS {
        match post(sandbox, shopper) {
            Ok(reply) if reply.status < 300 && reply.json()["id"].is_string() => return,
            Ok(reply) if matches!(reply.status, 400..=404 | 422) => return,
            _ => {}
        }
        thread::sleep(BACKOFF * 2_u32.pow(attempt));
        if is_there(sandbox, shopper) {
            return;
        }
    }
}

fn is_there(sandbox: &Sandbox, shopper: &Shopper) -> bool {
    let query = format!("search_field=customer_phone&search={}", shopper.phone);
    let url = format!("{}/v3/orders?{query}", sandbox.base_url());
    let answer = send("GET", &url, &[("authorization", &format!("Bearer {API_KEY}"))], None, TIMEOUT);
    answer
        .is_ok_and(|reply| reply.json()["data"].as_array().is_some_and(|rows: &Vec<Value>| !rows.is_empty()))
}

//! The letter box: what the platform signed is taken, once; what somebody else says in its name does
//! nothing.

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{WEBHOOK_SECRET, sign};
use tumbas_tests::stage::World;

use super::ask::Ask;
use super::gate;
use super::letter::{
    BOX, bare, carried, genuine, hide, is_taken, letter, office, payment, placed, shown, signed,
};
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::webhooks":
        forged_letters_are_refused_and_change_nothing,
        a_letter_has_a_size,
        the_platforms_trial_is_answered,
        letters_about_nothing_of_ours_are_taken,
        a_letter_that_comes_again_is_taken_once,
        both_secrets_are_believed_while_one_takes_the_others_place,
        without_a_secret_nothing_is_believed,
        no_page_has_anything_to_do_with_it,
    ]
}

const SECOND_SECRET: &str = "whsec_second_tumbas";

fn forged_letters_are_refused_and_change_nothing() -> Result<()> {
    let world = office()?;
    let (order, path) = placed(&world);
    hide(&world, &order);
    let body = payment(&order, "paid").to_string();
    let good = sign(WEBHOOK_SECRET, body.as_bytes());
    let mut forged = vec![
        bare(&body),
        carried(&body, ""),
        carried(&body, &good[..43]),
        carried(&body, &format!("{good}A")),
        carried(&body, &good.repeat(100)),
        carried(&body, &format!("sha256={good}")),
        carried(&body, &"A".repeat(44)),
        carried(&body, &sign("", body.as_bytes())),
        signed(&body, "whsec_somebody_else"),
        signed(&body, "whsec_sandbox_tumbas, whsec_second_tumbas"),
        // The same JSON in other bytes.
        carried(&serde_json::to_string_pretty(&payment(&order, "paid"))?, &good),
        carried(&format!("{body} "), &good),
        carried(&body.replace("paid", "unpaid"), &good),
        carried("", &good),
    ];
    for at in (0..body.len()).step_by(body.len() / 16) {
        let mut bytes = body.clone().into_bytes();
        bytes[at] ^= 1;
        forged.push(carried(&String::from_utf8(bytes)?, &good));
    }
    for ask in forged {
        ask.of(&world).refused(401, "signature_invalid");
    }
    assert_eq!(shown(&world, &path, "payment_status"), "unpaid");
    Ok(())
}

fn a_letter_has_a_size() -> Result<()> {
    let world = office()?;
    let filled = |bytes: usize| {
        let frame = letter("order.updated", &json!({ "notes": "" })).to_string();
        frame.replace("\"notes\":\"\"", &format!("\"notes\":\"{}\"", "x".repeat(bytes - frame.len())))
    };
    let (most, more) = (filled(256 * 1024), filled(256 * 1024 + 1));
    is_taken(&signed(&most, WEBHOOK_SECRET).of(&world));
    is_taken(&signed(&filled(256 * 1024), WEBHOOK_SECRET).chunked().of(&world));
    signed(&more, WEBHOOK_SECRET).of(&world).refused(413, "body_too_large");
    signed(&more, WEBHOOK_SECRET).chunked().of(&world).refused(413, "body_too_large");
    Ok(())
}

fn the_platforms_trial_is_answered() -> Result<()> {
    let world = office()?;
    let trial = r#"{"event":"business.test_event","timestamp":"2026-11-22T04:00:00Z","data":{}}"#;
    for _ in 0..2 {
        is_taken(&signed(trial, WEBHOOK_SECRET).of(&world));
    }
    carried(trial, &sign("whsec_somebody_else", trial.as_bytes()))
        .of(&world)
        .refused(401, "signature_invalid");
    is_taken(&Ask::get(BOX).of(&world));
    assert_eq!(Ask::new("HEAD", BOX).of(&world).status, 200);
    let put = Ask::new("PUT", BOX).of(&world);
    put.refused(405, "method_not_allowed");
    assert_eq!(put.header("allow"), Some("GET, HEAD, POST"));
    Ok(())
}

fn letters_about_nothing_of_ours_are_taken() -> Result<()> {
    let world = office()?;
    let stranger =
        json!({ "id": uuid::Uuid::now_v7().to_string(), "order_id": "230101STRANGER", "status": "shipped" });
    for body in [
        letter("order.status_changed", &stranger).to_string(),
        letter("checkout_intent.abandoned", &json!({ "id": 1 })).to_string(),
        letter("shipment.status.updated", &json!({})).to_string(),
        letter("order.created", &Value::Null).to_string(),
        json!({ "event": "order.created", "data": { "id": [] } }).to_string(),
        "{}".to_owned(),
        "[]".to_owned(),
        "not json".to_owned(),
        "{\"event\":1e400}".to_owned(),
        format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)),
    ] {
        is_taken(&signed(&body, WEBHOOK_SECRET).of(&world));
    }
    Ok(())
}

/// The log tells of each letter what became of it.
fn verdicts(world: &World, name: &str) -> Vec<String> {
    let lines = world.worker_log().lines().into_iter();
    let lines = lines.filter_map(|line| serde_json::from_str::<Value>(&line).ok());
    lines
        .filter(|line| line["event"] == "webhook" && line["name"] == name)
        .filter_map(|line| line["verdict"].as_str().map(str::to_owned))
        .collect()
}

fn a_letter_that_comes_again_is_taken_once() -> Result<()> {
    let world = office()?;
    let data = json!({ "id": placed(&world).0.id, "status": "confirmed", "payment_status": "paid" });
    // No other trial here tells of this.
    let ask = genuine(&letter("order.epayment_created", &data));
    ask.burst(&world, 2).iter().for_each(is_taken);
    for _ in 0..3 {
        is_taken(&ask.of(&world));
    }
    until("five lines", || verdicts(&world, "order_epayment_created").len() == 5);
    let verdicts = verdicts(&world, "order_epayment_created");
    let times = |verdict: &str| verdicts.iter().filter(|one| *one == verdict).count();
    assert_eq!((times("received"), times("repeated")), (1, 4), "{verdicts:?}");
    Ok(())
}

fn both_secrets_are_believed_while_one_takes_the_others_place() -> Result<()> {
    let world = office()?;
    let body = letter("order.updated", &json!({ "id": "1" })).to_string();
    for secret in [WEBHOOK_SECRET, SECOND_SECRET] {
        is_taken(&signed(&body, secret).of(&world));
    }
    Ok(())
}

fn without_a_secret_nothing_is_believed() -> Result<()> {
    let world = gate::place()?;
    let body = letter("order.created", &json!({ "id": "1" })).to_string();
    for ask in [bare(&body), signed(&body, ""), signed(&body, " "), signed(&body, WEBHOOK_SECRET)] {
        ask.of(&world).refused(404, "webhooks_off");
    }
    Ok(())
}

fn no_page_has_anything_to_do_with_it() -> Result<()> {
    let world = office()?;
    let body = letter("order.updated", &json!({})).to_string();
    for origin in [world.storefront_url.as_str(), "https://evil.example", "null"] {
        let answer =
            signed(&body, WEBHOOK_SECRET).header("content-type", "text/plain").origin(origin).of(&world);
        is_taken(&answer);
        assert_eq!(answer.header("access-control-allow-origin"), None, "{origin}");
    }
    Ask::new("OPTIONS", BOX).origin("https://evil.example").of(&world).refused(405, "method_not_allowed");
    Ok(())
}

//! `Idempotency-Key`: one intent is one order, whatever is sent again (reliability §1a P1 to P5).

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{bundle, digital, key, orders_of, posts_of, store, variant, with};
use super::places;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::keys":
        a_replay_gets_the_same_answer_and_says_so,
        a_replay_is_answered_whatever_happened_to_the_catalogue,
        the_same_key_for_another_order_is_refused,
        the_same_order_may_be_typed_differently,
        a_decomposed_name_is_the_same_order,
        a_key_that_validation_refused_is_not_burnt,
        two_stores_may_use_one_key,
        two_keys_are_two_orders,
        quoted_and_bare_are_one_key,
        any_printable_key_is_a_key,
        an_order_without_a_usable_key_is_refused,
    ]
}

fn is_replayed(answer: &Answer) -> bool {
    answer.header("idempotent-replayed") == Some("true")
}

fn a_replay_gets_the_same_answer_and_says_so() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    let ask = Ask::order(&draft, &key);
    let first = ask.of(&world);
    assert_eq!((first.status, is_replayed(&first)), (201, false));
    for _ in 0..5 {
        let again = ask.of(&world);
        assert_eq!((again.status, is_replayed(&again), again.text()), (201, true, first.text()));
    }
    assert_eq!((posts_of(&world, &draft).len(), orders_of(&world, &draft).len()), (1, 1));
    Ok(())
}

fn a_replay_is_answered_whatever_happened_to_the_catalogue() -> Result<()> {
    let world = places::till()?;
    let last = variant("kreator", "kelas-iklan", 1);
    let draft = with(&digital(), "/ordervariants/0/variant_unique_id", json!(last.unique_id));
    let ask = Ask::order(&draft, &key());
    let first = ask.of(&world);
    assert_eq!(first.status, 201, "{}", first.text());
    world.sandbox.put_stock(last, Some(0));
    let other = with(&draft, "/notes", json!("Masih ada?"));
    let is_known = || Ask::order(&other, &key()).of(&world).text().contains("sold_out");
    until("the news that it is sold out", is_known);
    assert_eq!(ask.of(&world).text(), first.text());
    Ok(())
}

fn the_same_key_for_another_order_is_refused() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    let placed = Ask::order(&draft, &key).of(&world).good();
    for (at, other) in [
        ("/customer_name", json!("Wulandari Lain")),
        ("/customer_phone", json!("6281399999999")),
        ("/customer_email", json!("lain@contoh.example")),
        ("/ordervariants/0/quantity", json!(2)),
        ("/ordervariants/0/variant_unique_id", json!(variant("kreator", "templat-cv", 0).unique_id)),
        ("/orderbundles", bundle()["orderbundles"].clone()),
        ("/payment_method", json!("qris")),
        ("/notes", json!("Titip satu lagi")),
    ] {
        let changed = with(&draft, at, other);
        let answer = Ask::order(&changed, &key).of(&world);
        answer.refused(422, "idempotency_key_reused");
        assert!(!answer.text().contains(placed["token"].as_str().unwrap()), "{at}: the first order is told");
        let others = posts_of(&world, &changed).len()
            - usize::from(changed["customer_name"] == draft["customer_name"]);
        assert_eq!(others, 0, "{at}: something was posted");
    }
    assert_eq!(Ask::order(&draft, &key).of(&world).json(), placed);
    Ok(())
}

fn the_same_order_may_be_typed_differently() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    let draft =
        with(&draft, "/customer_name", json!(format!("René {}", draft["customer_name"].as_str().unwrap())));
    let placed = Ask::order(&draft, &key).of(&world);
    assert_eq!(placed.status, 201, "{}", placed.text());
    let text = |member: &str| draft[member].as_str().unwrap().to_owned();
    let phone = text("customer_phone");
    let local = phone.strip_prefix("62").unwrap();
    for (at, typed) in [
        ("/customer_phone", format!("0{local}")),
        ("/customer_phone", format!("+62 {local}")),
        ("/customer_phone", format!("(0{}) {}-{}", &local[..3], &local[3..7], &local[7..])),
        ("/customer_name", format!("  {}\n", text("customer_name").replace(' ', "   "))),
        ("/customer_email", format!(" {} ", text("customer_email"))),
        ("/payment_method", " invoice ".to_owned()),
        ("/notes", "   ".to_owned()),
    ] {
        let answer = Ask::order(&with(&draft, at, json!(typed)), &key).of(&world);
        assert_eq!((answer.status, answer.text()), (201, placed.text()), "{at} {typed:?}");
    }
    let answer = Ask::post(backwards(&draft), &key).of(&world);
    assert_eq!((answer.status, answer.text()), (201, placed.text()), "members in another order");
    assert_eq!(posts_of(&world, &draft).len(), 1);
    Ok(())
}

/// The same object, its members from last to first, with blanks between.
fn backwards(draft: &Value) -> String {
    let members = draft.as_object().expect("an object").iter().rev();
    let members: Vec<String> = members.map(|(name, value)| format!("\n  \"{name}\" :\t{value} ")).collect();
    format!("  {{ {} }}  ", members.join(","))
}

/// An é may be one letter or two; it is the same name (reliability P2).
fn a_decomposed_name_is_the_same_order() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (with(&digital(), "/customer_name", json!("Ren\u{e9} Kenari")), key());
    let placed = Ask::order(&draft, &key).of(&world).good();
    let decomposed = with(&draft, "/customer_name", json!("Rene\u{301} Kenari"));
    assert_eq!(Ask::order(&decomposed, &key).of(&world).good(), placed);
    assert_eq!((orders_of(&world, &draft).len(), orders_of(&world, &decomposed).len()), (1, 0));
    Ok(())
}

fn a_key_that_validation_refused_is_not_burnt() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    let wrong = with(&draft, "/customer_phone", json!("12"));
    Ask::order(&wrong, &key).of(&world).refused(422, "validation_failed");
    Ask::post("{", &key).of(&world).refused(400, "invalid_json");
    let placed = Ask::order(&draft, &key).of(&world);
    assert_eq!((placed.status, is_replayed(&placed)), (201, false), "{}", placed.text());
    Ok(())
}

fn two_stores_may_use_one_key() -> Result<()> {
    let world = places::till()?;
    let (first, key) = (digital(), key());
    let second = with(&digital(), "/store_unique_id", json!(store("kopi").unique_id));
    let guide = variant("kopi", "panduan-seduh", 0);
    let second = with(&second, "/ordervariants/0/variant_unique_id", json!(guide.unique_id));
    let tokens = [&first, &second].map(|draft| token(&world, draft, &key));
    assert_ne!(tokens[0], tokens[1]);
    assert_eq!([orders_of(&world, &first).len(), orders_of(&world, &second).len()], [1, 1]);
    Ok(())
}

fn token(world: &World, draft: &Value, key: &str) -> String {
    let state = Ask::order(draft, key).of(world).good();
    state["token"].as_str().expect("a token").to_owned()
}

fn two_keys_are_two_orders() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let mut once_more = draft.clone();
    once_more["confirm_duplicate"] = true.into();
    assert_ne!(token(&world, &draft, &key()), token(&world, &once_more, &key()));
    assert_eq!(orders_of(&world, &draft).len(), 2);
    Ok(())
}

/// A structured field writes a string in quotes; most clients do not.
fn quoted_and_bare_are_one_key() -> Result<()> {
    let world = places::till()?;
    let (draft, key) = (digital(), key());
    assert_eq!(token(&world, &draft, &key), token(&world, &draft, &format!("\"{key}\"")));
    assert_eq!(orders_of(&world, &draft).len(), 1);
    Ok(())
}

fn any_printable_key_is_a_key() -> Result<()> {
    let world = places::till()?;
    let longest = "k".repeat(255);
    for key in ["1", "../../v3/orders", "' OR 1=1 --", "a\"b", "{}[]<>|~", "v1:store_x:k", &longest] {
        let draft = digital();
        assert_eq!(Ask::order(&draft, key).of(&world).status, 201, "{key}");
        assert_eq!(orders_of(&world, &draft).len(), 1, "{key}");
    }
    Ok(())
}

fn an_order_without_a_usable_key_is_refused() -> Result<()> {
    let world = places::window()?;
    let draft = digital();
    let ask = Ask::order(&draft, "");
    ask.clone().without("idempotency-key").of(&world).refused(400, "idempotency_key_missing");
    for nothing in ["", "   ", "\u{a0}"] {
        ask.clone().header("idempotency-key", nothing).of(&world).refused(400, "idempotency_key_missing");
    }
    let (long, long_quoted) = ("k".repeat(256), format!("\"{}\"", "k".repeat(256)));
    for bad in [long.as_str(), &long_quoted, "\"\"", "kunci\tdua", "kunci-é", "kunci-👍"] {
        ask.clone().header("idempotency-key", bad).of(&world).refused(400, "idempotency_key_invalid");
    }
    assert_eq!(posts_of(&world, &draft).len(), 0);
    Ok(())
}

//! The order's own page: what it says, to whom, and what it lets nobody do.

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tumbas_tests::sandbox::{Fault, STOREFRONT_KEY};
use tumbas_tests::stage::{World, progress, size};

use super::ask::{Answer, Ask};
use super::cart::{digital, key, orders_of, store, variant, with};
use super::places;
use super::until::until;
use crate::trial::trials;

/// What a server may send before it hears from the browser again: ten packets (RFC 6928).
const FIRST_FLIGHT: usize = 14 * 1024;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::pages":
        the_page_says_how_to_pay,
        a_paid_order_asks_for_nothing,
        the_reader_chooses_the_language,
        nothing_personal_is_on_it,
        a_link_that_is_not_ours_looks_like_one_that_never_was,
        head_is_answered_without_the_page,
        nothing_may_run_but_what_is_named,
        a_platform_that_is_away_does_not_hide_the_page,
        the_page_comes_in_one_flight,
        the_picture_of_the_link_is_a_picture,
        what_was_ordered_is_on_it,
        with_a_storefront_key_the_public_order_says_where_to_pay,
        a_transfer_by_hand_names_the_sellers_account,
        without_the_public_orders_word_nobody_is_sent_to_the_older_address,
        a_store_has_a_page_of_its_own,
        a_store_that_is_not_ours_has_none,
    ]
}

fn placed(world: &World, draft: &Value) -> Value {
    Ask::order(draft, &key()).of(world).good()
}

fn path(state: &Value) -> String {
    format!("/o/{}", state["token"].as_str().expect("a token"))
}

fn page(world: &World, state: &Value) -> Answer {
    let answer = Ask::get(path(state)).of(world);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

fn the_page_says_how_to_pay() -> Result<()> {
    let world = places::till()?;
    let placed = placed(&world, &digital());
    let answer = page(&world, &placed);
    let html = answer.text();
    assert!(html.contains("<h1>Menunggu pembayaran</h1>"), "{html}");
    for member in ["payment_url", "order_id"] {
        assert!(html.contains(placed[member].as_str().unwrap()), "no {member} in {html}");
    }
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("content-language", "id"),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    assert_eq!(answer.header("access-control-allow-origin"), None);
    Ok(())
}

fn a_paid_order_asks_for_nothing() -> Result<()> {
    let world = places::till()?;
    let placed = placed(&world, &digital());
    ureq::post(format!("{}/pay", placed["public_order_url"].as_str().unwrap())).send("method=qris")?;
    until("the payment", || page(&world, &placed).text().contains("<h1>Pembayaran diterima</h1>"));
    assert!(!page(&world, &placed).text().contains("Bayar sekarang"));
    Ok(())
}

fn the_reader_chooses_the_language() -> Result<()> {
    let world = places::till()?;
    let path = path(&placed(&world, &digital()));
    let language = |path: &str, accepted: &'static str| {
        let answer = Ask::get(path).header("accept-language", accepted).of(&world);
        answer.header("content-language").unwrap_or_default().to_owned()
    };
    assert_eq!(language(&path, "en-US,en;q=0.9"), "en");
    assert_eq!(language(&path, "id-ID,en;q=0.9"), "id");
    assert_eq!(language(&format!("{path}?fbclid=x&lang=id"), "en-US"), "id");
    assert_eq!(language(&format!("{path}?lang=en"), "id"), "en");
    Ok(())
}

fn nothing_personal_is_on_it() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let html = page(&world, &placed(&world, &draft)).text();
    for member in ["customer_name", "customer_phone", "customer_email"] {
        assert!(!html.contains(draft[member].as_str().unwrap()), "{member} in {html}");
    }
    let id = &orders_of(&world, &draft)[0].id;
    assert!(!html.contains(id.as_str()), "the platform's own id is told");
    Ok(())
}

/// Neither the status nor a byte tells a stranger whether such an order exists anywhere.
fn a_link_that_is_not_ours_looks_like_one_that_never_was() -> Result<()> {
    let world = places::till()?;
    let never = Ask::get(format!("/o/ck_{}", "A".repeat(43))).of(&world);
    assert!(never.text().contains("<h1>Pesanan tidak ditemukan</h1>"), "{}", never.text());
    let elsewhere = placed(&*places::clock()?, &digital());
    for path in [path(&elsewhere), "/o/ck_1".into(), "/o/%00".into(), format!("/o/{}", "A".repeat(5_000))] {
        let answer = Ask::get(&path).of(&world);
        assert_eq!((answer.status, answer.text()), (404, never.text()), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    Ok(())
}

fn head_is_answered_without_the_page() -> Result<()> {
    let world = places::till()?;
    let path = path(&placed(&world, &digital()));
    let head = Ask::new("HEAD", &path).of(&world);
    assert_eq!((head.status, head.bytes.len()), (200, 0));
    let whole = Ask::get(&path).of(&world);
    for name in ["content-type", "content-security-policy", "content-language"] {
        assert_eq!(head.header(name), whole.header(name), "{name}");
    }
    assert_eq!(Ask::new("POST", &path).of(&world).problem().status, 405);
    Ok(())
}

fn nothing_may_run_but_what_is_named() -> Result<()> {
    let world = places::till()?;
    let answer = page(&world, &placed(&world, &digital()));
    let (policy, html) = (answer.header("content-security-policy").unwrap(), answer.text());
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    for part in ["connect-src 'self'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy}");
    }
    for element in ["style", "script"] {
        let (_, text) = html.split_once(&format!("<{element}>")).expect("one inline element");
        let (text, _) = text.split_once(&format!("</{element}>")).expect("its end");
        let hash = BASE64_STANDARD.encode(Sha256::digest(text));
        assert!(policy.contains(&format!("{element}-src 'sha256-{hash}'")), "{element} in {policy}");
    }
    assert!(!html.contains(" style=") && !html.contains(" onclick="), "{html}");
    Ok(())
}

fn a_platform_that_is_away_does_not_hide_the_page() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let placed = placed(&world, &draft);
    let upstream = format!("/v3/orders/{}", orders_of(&world, &draft)[0].id);
    world.sandbox.plan(Fault::on("GET", &upstream).reset().every());
    until("a reading that failed", || {
        assert!(page(&world, &placed).text().contains("<h1>Menunggu pembayaran</h1>"));
        world.sandbox.look(|world| world.requests_to("GET", &upstream).count()) > 0
    });
    Ok(())
}

fn the_page_comes_in_one_flight() -> Result<()> {
    let world = places::till()?;
    let weight = size::brotli(&page(&world, &placed(&world, &digital())).bytes);
    progress::note(&format!("the page of an order weighs {weight} bytes of brotli"));
    assert!(weight <= FIRST_FLIGHT, "{weight} bytes of brotli are more than {FIRST_FLIGHT}");
    Ok(())
}

fn the_picture_of_the_link_is_a_picture() -> Result<()> {
    let world = places::till()?;
    let html = page(&world, &placed(&world, &digital())).text();
    let (_, rest) = html.split_once(r#"property="og:image" content=""#).expect("a picture");
    let (address, _) = rest.split_once('"').expect("its address");
    assert_eq!(address, format!("{}/order.png", world.worker_url));
    let picture = Ask::get("/order.png").of(&world);
    assert_eq!(picture.header("content-type"), Some("image/png"));
    // The width and height of a PNG's first chunk.
    let side = |at: usize| u32::from_be_bytes(picture.bytes[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (1200, 630));
    // WhatsApp shows no picture beyond 300 KB.
    assert!(picture.bytes.len() < 300_000);
    Ok(())
}

fn what_was_ordered_is_on_it() -> Result<()> {
    let world = places::till()?;
    let draft = digital();
    let placed = placed(&world, &draft);
    let html = page(&world, &placed).text();
    let store = store("kreator");
    let product = store.product("ebook-freelance").expect("a product of the store");
    for told in [store.name, product.name] {
        assert!(html.contains(&told.replace('&', "&amp;")), "{told} is not in {html}");
    }
    assert!(html.contains(" WIB</span>"), "{html}");
    Ok(())
}

/// Read once: it said everything.
fn with_a_storefront_key_the_public_order_says_where_to_pay() -> Result<()> {
    let world = places::showroom()?;
    let draft = with(&digital(), "/payment_method", json!("qris"));
    let placed = placed(&world, &draft);
    let next = format!("{}/next", placed["public_order_url"].as_str().unwrap());
    assert_eq!(placed["payment_url"], next);
    let html = page(&world, &placed).text();
    assert!(html.contains(&format!("href=\"{next}\">Bayar sekarang")), "{html}");
    assert!(html.contains("Bayar sebelum <strong><time") && html.contains("https://wa.me/62"), "{html}");
    let upstream = format!("/v3/stores/{}/public/orders/", draft["store_unique_id"].as_str().unwrap());
    let upstream = upstream + placed["secret_slug"].as_str().unwrap();
    assert_eq!(world.sandbox.look(|world| world.requests_to("GET", &upstream).count()), 1);
    Ok(())
}

fn a_transfer_by_hand_names_the_sellers_account() -> Result<()> {
    let world = places::showroom()?;
    let draft = with(&digital(), "/payment_method", json!("bank_transfer"));
    let placed = placed(&world, &draft);
    let html = page(&world, &placed).text();
    let account = &orders_of(&world, &draft)[0].content.store().accounts[0];
    assert!(html.contains(&format!("data-copy=\"{}\"", account.number)), "{html}");
    assert!(html.contains(account.holder) && html.contains("Transfer tepat"), "{html}");
    let total = placed["total"].as_i64().unwrap();
    assert!(html.contains(&format!("data-copy=\"{total}\"")), "{html}");
    Ok(())
}

/// The order stands all the same, with the platform's own page as the way on (scalev-v3 §3.4).
fn without_the_public_orders_word_nobody_is_sent_to_the_older_address() -> Result<()> {
    let world = places::place("closed-showroom", &[("SCALEV_STOREFRONT_KEY", STOREFRONT_KEY)])?;
    world.sandbox.plan(Fault::on("GET", "/v3/stores/{store}/public/orders/{slug}").status(500, "").next(1));
    let placed = placed(&world, &digital());
    assert_eq!(placed["payment_url"], Value::Null, "{placed}");
    let html = page(&world, &placed).text();
    assert!(!html.contains("Bayar sekarang") && html.contains("<h1>Pesanan diterima</h1>"), "{html}");
    assert!(html.contains(placed["public_order_url"].as_str().unwrap()), "{html}");
    until("the public order's word", || page(&world, &placed).text().contains("Bayar sekarang"));
    Ok(())
}

fn a_store_has_a_page_of_its_own() -> Result<()> {
    let world = places::till()?;
    let (shop, thing) = (store("kreator"), variant("kreator", "ebook-freelance", 0));
    let answer = Ask::get(format!("/c/{}?items={}:2&fbclid=x", shop.unique_id, thing.unique_id)).of(&world);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let html = answer.text();
    let price = format!("property=\"product:price:amount\" content=\"{}\"", thing.price);
    let picture = "property=\"og:image\" content=\"http";
    for part in [price.as_str(), picture, &format!("items=\"{}:2\"", thing.unique_id), shop.name] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    let policy = answer.header("content-security-policy").unwrap();
    for part in ["default-src 'none';", "script-src 'self' 'wasm-unsafe-eval';", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy}");
    }
    assert_eq!(answer.header("x-robots-tag"), None);
    Ok(())
}

fn a_store_that_is_not_ours_has_none() -> Result<()> {
    let world = places::till()?;
    let answer = Ask::get("/c/store_of_somebody_else").of(&world);
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("<h1>Toko tidak ditemukan</h1>"), "{}", answer.text());
    Ok(())
}

//! Orders that do not stand, as the page shows them.
#![cfg(target_arch = "wasm32")]

mod page;

use page::way::{CONTINUE, at_review, opened, text};
use page::{count, edge, find, get, js, settled, until};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;
use widget::mount::Handle;

wasm_bindgen_test_configure!(run_in_browser);

const TITLE: &str = ".tb-ending h2";

fn state(status: &str) -> String {
    format!(
        r#"{{"token": "ck_1", "status": "{status}", "order_url": "https://edge.invalid/o/ck_1", "status_url": "/v3/orders/ck_1"}}"#
    )
}

/// The order was answered so.
async fn ordered(http: u16, body: &str) -> (HtmlElement, Handle) {
    edge::open();
    edge::answer("orders", Some(http), body);
    let (root, handle) = at_review().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, ".tb-ending").or_else(|| find(&root, ".tb-alert p"))).await;
    settled().await;
    (root, handle)
}

fn focused() -> String {
    page::document().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn each_standing_says_what_it_is_and_keeps_the_order_s_page() {
    for (status, title, sentence) in [
        ("confirming", "Memastikan pesanan", "Jangan pesan ulang"),
        ("waiting", "Dalam antrean", "Toko sedang ramai. Pesananmu dalam antrean."),
        ("review", "Dicek oleh toko", "Toko akan menghubungimu."),
    ] {
        let (root, handle) = ordered(202, &state(status)).await;
        assert_eq!(text(&root, TITLE), title);
        let whole = text(&root, ".tb-ending");
        assert!(whole.contains(sentence) && whole.contains("ck_1"), "{whole}");
        assert!(!whole.contains("belum ditagih"), "{whole}");
        assert_eq!(get(&root, "#tb-order").get_attribute("href").unwrap(), "https://edge.invalid/o/ck_1");
        assert_eq!(count(&root, ".tb-spinner"), u32::from(status != "review"));
        assert_eq!(focused(), "tb-heading");
        assert!(find(&root, CONTINUE).is_none(), "nothing can be ordered again");
        handle.unmount();
    }
}

#[wasm_bindgen_test]
async fn the_link_is_copied_or_it_is_said_that_it_cannot_be() {
    for (clipboard, said) in [
        ("{writeText: async (text) => { window.copied = text; }}", "Tautan disalin"),
        ("{writeText: async () => { throw new Error('denied'); }}", "Tidak bisa disalin"),
        ("undefined", "Tidak bisa disalin"),
    ] {
        let put =
            ["Object.defineProperty(navigator, 'clipboard', {configurable: true, value: ", clipboard, "})"];
        js(&put.concat(), &[]);
        let (root, handle) = ordered(202, &state("confirming")).await;
        get(&root, "#tb-copy").click();
        until(|| (text(&root, "#tb-copy") == said).then_some(())).await;
        handle.unmount();
    }
    assert_eq!(js("return window.copied", &[]).as_string().unwrap(), "https://edge.invalid/o/ck_1");
}

#[wasm_bindgen_test]
async fn an_absent_order_is_sent_again_by_one_tap_under_its_key() {
    let (root, handle) = ordered(202, &state("absent")).await;
    assert!(text(&root, ".tb-alert").contains("Pesanan belum tercatat dan kamu belum ditagih. Coba lagi?"));
    assert!(text(&root, CONTINUE).starts_with("Coba lagi"));
    edge::takes_the_order();
    get(&root, CONTINUE).click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    assert_eq!((edge::requests("/v3/orders"), edge::keys()), (2, JsValue::from(1)));
    handle.unmount();
}

const REPEATED: &str = r#"{"type": "about:blank", "title": "Perhaps ordered already", "status": 409, "detail": "…",
    "code": "possible_duplicate", "request_id": "r", "order_url": "https://edge.invalid/o/ck_0"}"#;

#[wasm_bindgen_test]
async fn a_second_order_is_asked_about_and_sent_under_another_key() {
    let (root, handle) = ordered(409, REPEATED).await;
    assert_eq!(text(&root, TITLE), "Kamu baru saja memesan ini");
    let first = get(&root, ".tb-ending .tb-primary");
    assert_eq!(first.get_attribute("href").unwrap(), "https://edge.invalid/o/ck_0");
    assert_eq!(text(&root, "#tb-order"), "Lihat pesanan");
    edge::takes_the_order();
    get(&root, "#tb-again").click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    assert_eq!(edge::ordered("confirm_duplicate").unwrap(), "true");
    assert_eq!((edge::requests("/v3/orders"), edge::keys()), (2, JsValue::from(2)));
    handle.unmount();
}

#[wasm_bindgen_test]
async fn back_from_the_question_stands_the_review() {
    let (root, handle) = ordered(409, REPEATED).await;
    get(&root, "#tb-back").click();
    until(|| find(&root, ".tb-receipt")).await;
    assert_eq!(edge::requests("/v3/orders"), 1);
    handle.unmount();
}

/// The message that the link to the seller begins a chat with.
fn message(root: &HtmlElement) -> String {
    let link = get(root, "a[href^='https://wa.me/6281234567890?text=']").get_attribute("href").unwrap();
    js_sys::decode_uri_component(&link).unwrap().into()
}

fn problem(code: &str) -> String {
    format!(
        r#"{{"type": "about:blank", "title": "t", "status": 503, "detail": "d", "code": "{code}", "request_id": "r"}}"#
    )
}

#[wasm_bindgen_test]
async fn every_dead_end_leads_to_the_seller_with_the_cart_in_the_message() {
    for code in ["order_refused", "seller_configuration", "platform_unavailable", "platform_busy", "odd"] {
        let (root, handle) = ordered(503, &problem(code)).await;
        let told = message(&root);
        assert!(told.contains("Kopi Senja") && told.contains("1 × E-book Sambal"), "{code}: {told}");
        assert!(
            told.ends_with("#tumbas=variant_1:1&store=store_1") && !told.contains("Sari"),
            "{code}: {told}"
        );
        handle.unmount();
    }
    // The device keeps the cart of the last visit: the shop need not load for it.
    for (status, code) in [
        (None, ""),
        (Some(503), "platform_busy"),
        (Some(503), "platform_unavailable"),
        (Some(404), "store_not_found"),
        (Some(500), "seller_configuration"),
    ] {
        js("sessionStorage.clear()", &[]);
        edge::answer("checkout", status, &problem(code));
        let (root, handle) = opened().await;
        let told = message(&root);
        assert!(told.contains("1 × E-book Sambal") && told.contains("#tumbas=variant_1:1"), "{code}: {told}");
        handle.unmount();
    }
}

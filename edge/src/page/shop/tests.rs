//! What a chat shows of the link, and what the page holds.

use super::*;
use crate::catalogue::{Listings, Snapshot};
use crate::page::Language::{English, Indonesian};
use crate::page::Theme;
use crate::page::tests::{HOSTILE, well_formed};
use serde_json::json;

const ORIGIN: &str = "https://checkout.example";

fn store(name: &str) -> Snapshot {
    let stores =
        json!([{ "id": 1, "unique_id": "store_a", "name": name, "logo": "https://cdn.example/logo.png" }]);
    let listing = Listings::new(serde_json::from_value(stores).unwrap()).find("store_a").unwrap().clone();
    let products = json!([
        { "id": 1, "name": "Ebook", "item_type": "digital", "images": ["https://cdn.example/ebook.png"],
          "variants": [{ "id": 1, "unique_id": "variant_1", "price": 49000 }] },
        { "id": 2, "name": name, "item_type": "digital",
          "variants": [{ "id": 2, "unique_id": "variant_2", "price": 25000 }] },
    ]);
    let products = serde_json::from_value(products).unwrap();
    Snapshot::new(listing, serde_json::from_value(json!(["qris"])).unwrap(), products, vec![])
}

fn html(name: &str, items: &str) -> String {
    themed(name, items, Theme::default())
}

fn themed(name: &str, items: &str, theme: Theme) -> String {
    let (store, wanted) = (store(name), wanted(items));
    let page = shop(&store.listing.store, &Preview::of(&store, &wanted), &wanted, Indonesian, theme, ORIGIN);
    assert_eq!(well_formed(&page.html), Ok(()));
    page.html
}

fn holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn a_store_is_shown_by_its_name_and_its_cheapest_thing() {
    let html = html("Ruang Kreasi", "");
    holds(
        &html,
        &[
            r#"property="og:title" content="Ruang Kreasi""#,
            r#"property="og:image" content="https://cdn.example/ebook.png""#,
            "Mulai Rp\u{a0}25.000. Pilih barangnya",
            r#"property="og:url" content="https://checkout.example/c/store_a""#,
            r#"<script async src="/tumbas.js" data-store="store_a" data-locale="id" data-theme="light">"#,
            "<tumbas-checkout></tumbas-checkout>",
        ],
    );
    assert!(!html.contains("product:price"));
}

#[test]
fn a_link_to_a_thing_shows_the_thing() {
    let html = html("Ruang Kreasi", "variant_gone,variant_1:2");
    holds(
        &html,
        &[
            "<title>Ebook – Ruang Kreasi</title>",
            r#"property="product:price:amount" content="49000""#,
            r#"items="variant_gone:1,variant_1:2""#,
            r#"href="?lang=en&amp;items=variant_gone:1,variant_1:2""#,
            "<h1>Ebook</h1>",
        ],
    );
}

#[test]
fn a_theme_is_the_pages_and_the_checkouts_and_stays_in_the_other_language() {
    holds(
        &themed("Ruang Kreasi", "variant_1", Theme::choose(Some("dark"))),
        &[
            r#"<html lang="id" data-theme="dark">"#,
            r##"name="theme-color" content="#161514""##,
            r#"data-theme="dark"></script>"#,
            r#"href="?lang=en&amp;items=variant_1:1&amp;theme=dark""#,
        ],
    );
    assert_eq!(Theme::choose(Some("neon")), Theme::Light);
}

#[test]
fn a_thing_without_a_picture_has_the_stores() {
    holds(
        &html("Ruang Kreasi", "variant_2"),
        &[r#"property="og:image" content="https://cdn.example/logo.png""#],
    );
}

#[test]
fn nothing_a_seller_or_a_link_says_is_taken_for_html() {
    let html = html(HOSTILE, r#""><script>,variant_2"#);
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img"));
}

#[test]
fn an_unknown_store_and_one_that_is_away_say_so() {
    let page = missing(English, ORIGIN);
    assert_eq!(page.status, 404);
    assert!(page.html.contains("<h1>Shop not found</h1>") && !page.html.contains("Try again</a>"));
    let page = trouble(503, Indonesian, ORIGIN);
    assert!(page.html.contains("<h1>Toko belum bisa dibuka</h1>") && page.html.contains("Coba lagi</a>"));
}

//! What shoppers are shown of a store: everything that is sold, once, and nothing else.

use std::collections::BTreeSet;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::Value;
use tumbas_tests::sandbox::{Product, Store};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::store;
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::catalogue":
        every_store_is_listed_with_the_ways_to_pay_of_today,
        stores_are_found_by_words_of_their_name_and_by_domain,
        legacy_banks_are_ways_to_pay_like_any_other,
        every_product_is_listed_once_over_all_pages,
        what_is_hidden_or_not_for_sale_is_never_shown,
        a_search_finds_its_words_in_any_order,
        a_search_goes_on_over_its_pages,
        bundles_show_what_is_in_them_and_visible_prices_only,
        the_checkout_is_the_four_lists_in_one,
        an_unknown_store_is_not_found,
        a_bad_cursor_or_search_is_refused,
        an_answer_that_is_known_is_not_sent_again,
        a_head_request_is_answered_without_a_body,
        stock_and_prices_are_those_of_the_platform,
    ]
}

pub(super) fn path(store: &Store, what: &str) -> String {
    format!("/v3/stores/{}/{what}", store.unique_id)
}

fn ask(world: &World, path: impl Into<String>) -> Value {
    Ask::get(path).of(world).good()
}

/// The texts at a member of every item.
fn texts<'a>(items: &'a Value, member: &str) -> Vec<&'a str> {
    let items = items.as_array().expect("a list");
    items.iter().map(|item| item[member].as_str().expect("a text")).collect()
}

/// Every item of a list, page by page.
fn walk(world: &World, path: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut address = path.to_owned();
    loop {
        let page = ask(world, &address);
        let data = page["data"].as_array().expect("a page");
        assert!(!data.is_empty() || items.is_empty(), "an empty page after {} items", items.len());
        items.extend(data.iter().cloned());
        assert_eq!(page["has_next"], page["next_cursor"].is_string(), "{page}");
        let Some(cursor) = page["next_cursor"].as_str() else { return items };
        assert!(items.len() < 1000, "{path} never ends");
        let join = if path.contains('?') { '&' } else { '?' };
        address = format!("{path}{join}next_cursor={cursor}");
    }
}

fn every_store_is_listed_with_the_ways_to_pay_of_today() -> Result<()> {
    let world = places::window()?;
    let page = ask(&world, "/v3/stores/simplified");
    let stores = &world.sandbox.catalogue().stores;
    let expected: Vec<&str> = stores.iter().map(|store| store.unique_id.as_str()).collect();
    assert_eq!(texts(&page["data"], "unique_id"), expected);
    for (shown, store) in page["data"].as_array().unwrap().iter().zip(stores) {
        assert_eq!(shown["name"], store.name);
        assert!(shown["logo"].as_str().unwrap().starts_with("http"), "{shown}");
        assert_eq!(codes(&shown["payment_methods"]), store.accepted_methods().into_iter().collect());
    }
    Ok(())
}

fn codes(list: &Value) -> BTreeSet<String> {
    list.as_array().expect("a list").iter().map(|code| code.as_str().expect("a code").to_owned()).collect()
}

fn stores_are_found_by_words_of_their_name_and_by_domain() -> Result<()> {
    let world = places::window()?;
    let found = |query: &str| {
        let page = ask(&world, format!("/v3/stores/simplified?{query}"));
        texts(&page["data"], "name").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found("search=nusantara%20BATIK"), ["Sekar Batik Nusantara"]);
    assert_eq!(found("search=toko%20sebelah"), Vec::<String>::new());
    let host = world.sandbox.base_url().trim_start_matches("http://");
    assert_eq!(found(&format!("domain={host}")).len(), 3);
    assert_eq!(found("domain=sebelah.example"), Vec::<String>::new());
    Ok(())
}

fn legacy_banks_are_ways_to_pay_like_any_other() -> Result<()> {
    let world = places::window()?;
    for store in &world.sandbox.catalogue().stores {
        let page = ask(&world, path(store, "payment-methods"));
        let shown: BTreeSet<String> = texts(&page["data"], "code").into_iter().map(str::to_owned).collect();
        assert_eq!(shown, store.accepted_methods().into_iter().collect(), "{}", store.key);
        assert!(texts(&page["data"], "label").iter().all(|label| !label.is_empty()), "{page}");
        assert!(texts(&page["data"], "kind").iter().all(|kind| !kind.is_empty()), "{page}");
    }
    let legacy = ask(&world, path(store("kopi"), "payment-methods"));
    assert!(texts(&legacy["data"], "code").contains(&"va_mandiri"), "{legacy}");
    assert!(!texts(&legacy["data"], "code").contains(&"va"), "{legacy}");
    Ok(())
}

fn every_product_is_listed_once_over_all_pages() -> Result<()> {
    let world = places::window()?;
    for store in &world.sandbox.catalogue().stores {
        let products = walk(&world, &path(store, "products"));
        let shown: Vec<&str> =
            products.iter().flat_map(|product| texts(&product["variants"], "unique_id")).collect();
        let once: BTreeSet<&str> = shown.iter().copied().collect();
        assert_eq!(once.len(), shown.len(), "{}: something is listed twice", store.key);
        let sold = store.variants().filter(|(product, variant)| product.is_visible && variant.is_checked);
        assert_eq!(once, sold.map(|(_, variant)| variant.unique_id.as_str()).collect(), "{}", store.key);
    }
    Ok(())
}

fn what_is_hidden_or_not_for_sale_is_never_shown() -> Result<()> {
    let world = places::window()?;
    let batik = store("batik");
    let products = walk(&world, &path(batik, "products"));
    let all = Value::from(products).to_string();
    assert!(!all.contains("Masker Kain"), "a hidden product is shown");
    assert!(!all.contains("Sekar Jagad"), "a variant that is not for sale is shown");
    assert_eq!(
        ask(&world, format!("{}?search=masker", path(batik, "products")))["data"],
        Value::Array(vec![])
    );
    Ok(())
}

fn a_search_finds_its_words_in_any_order() -> Result<()> {
    let world = places::window()?;
    let found = |words: &str| {
        let page = ask(&world, format!("{}?search={words}", path(store("batik"), "products")));
        texts(&page["data"], "name").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let kawung = ["Kemeja Lengan Panjang Kawung"];
    for words in ["kemeja%20kawung", "KAWUNG+kemeja", "kawung%20%20lengan", "kem%20kawu"] {
        assert_eq!(found(words), kawung, "{words}");
    }
    assert_eq!(found("kemeja%20sutra"), Vec::<String>::new());
    assert!(found("kemeja").len() > 2);
    Ok(())
}

fn a_search_goes_on_over_its_pages() -> Result<()> {
    let world = places::window()?;
    let batik = store("batik");
    let has_a = |product: &&Product| product.variants.iter().any(|variant| variant.fullname.contains('a'));
    let with_a = batik.products.iter().filter(|product| product.is_visible).filter(has_a);
    let found = walk(&world, &format!("{}?search=a", path(batik, "products")));
    assert_eq!(found.len(), with_a.count());
    assert!(found.len() > 24, "the search has one page only");
    Ok(())
}

fn bundles_show_what_is_in_them_and_visible_prices_only() -> Result<()> {
    let world = places::window()?;
    for store in &world.sandbox.catalogue().stores {
        let shown = walk(&world, &path(store, "bundles"));
        assert_eq!(shown.len(), store.bundles.len(), "{}", store.key);
        for (shown, bundle) in shown.iter().zip(&store.bundles) {
            assert_eq!(shown["name"], bundle.name);
            let visible = bundle.price_options.iter().filter(|option| option.is_visible);
            let visible: Vec<(&str, i64)> =
                visible.map(|option| (option.unique_id.as_str(), option.price)).collect();
            let prices = shown["price_options"].as_array().unwrap().iter();
            let prices: Vec<(&str, i64)> = prices
                .map(|option| (option["unique_id"].as_str().unwrap(), option["price"].as_i64().unwrap()))
                .collect();
            assert_eq!(prices, visible);
            assert_eq!(shown["lines"].as_array().unwrap().len(), bundle.lines.len());
        }
    }
    Ok(())
}

fn the_checkout_is_the_four_lists_in_one() -> Result<()> {
    let world = places::window()?;
    for store in &world.sandbox.catalogue().stores {
        let checkout = ask(&world, path(store, "checkout"));
        assert_eq!(checkout["store"]["unique_id"], store.unique_id);
        assert_eq!(checkout["payment_methods"], ask(&world, path(store, "payment-methods"))["data"]);
        assert_eq!(checkout["products"], ask(&world, path(store, "products")));
        assert_eq!(checkout["bundles"], ask(&world, path(store, "bundles")));
        assert_eq!(checkout["bundles"]["data"].as_array().unwrap().len(), store.bundles.len());
    }
    Ok(())
}

fn an_unknown_store_is_not_found() -> Result<()> {
    let world = places::window()?;
    for name in ["store_xxx", "4101", "store_1%2F..", "null", "%00", "STORE_"] {
        for what in ["checkout", "products", "bundles", "payment-methods"] {
            Ask::get(format!("/v3/stores/{name}/{what}")).of(&world).refused(404, "store_not_found");
        }
    }
    Ok(())
}

fn a_bad_cursor_or_search_is_refused() -> Result<()> {
    let world = places::window()?;
    let long = format!("search={}", "a".repeat(5_000));
    for what in ["products", "bundles"] {
        for query in ["next_cursor=x", "next_cursor=b3BhcXVl", "next_cursor=%00", "next_cursor=-1", &long] {
            let problem = Ask::get(format!("{}?{query}", path(store("batik"), what)))
                .of(&world)
                .refused(400, "invalid_query");
            let member = query.split('=').next().unwrap();
            assert!(problem.detail.contains(member), "{}", problem.detail);
        }
    }
    Ok(())
}

fn an_answer_that_is_known_is_not_sent_again() -> Result<()> {
    let world = places::window()?;
    let checkout = Ask::get(path(store("kopi"), "checkout"));
    let first = checkout.of(&world);
    assert_eq!(first.header("content-type"), Some("application/json"));
    let etag = first.header("etag").expect("an ETag").to_owned();
    for known in [etag.clone(), format!("W/{etag}"), format!("\"x\", {etag}")] {
        let again = checkout.clone().header("if-none-match", &known).of(&world);
        assert_eq!((again.status, again.bytes.len()), (304, 0), "{known}");
        assert_eq!(again.header("etag"), Some(etag.as_str()));
        assert_eq!(caching(&again), caching(&first));
    }
    assert_eq!(checkout.header("if-none-match", "\"x\"").of(&world).bytes, first.bytes);
    Ok(())
}

fn caching(answer: &Answer) -> &str {
    let caching = answer.header("cache-control").expect("Cache-Control");
    assert!(caching.starts_with("public, max-age=60"), "{caching}");
    caching
}

fn a_head_request_is_answered_without_a_body() -> Result<()> {
    let world = places::window()?;
    for path in ["/health".to_owned(), path(store("kopi"), "checkout")] {
        let answer = Ask::new("HEAD", &path).of(&world);
        assert_eq!((answer.status, answer.bytes.len()), (200, 0), "{path}");
        assert_eq!(answer.header("etag"), Ask::get(&path).of(&world).header("etag"));
    }
    Ok(())
}

fn stock_and_prices_are_those_of_the_platform() -> Result<()> {
    let world = places::window()?;
    for store in &world.sandbox.catalogue().stores {
        for product in walk(&world, &path(store, "products")) {
            for shown in product["variants"].as_array().unwrap() {
                let id = shown["unique_id"].as_str().unwrap();
                let (_, variant) = store.variant_by_unique_id(id).unwrap();
                assert_eq!(shown["price"], variant.price, "{id}");
                assert_eq!(shown["available_qty"], Value::from(variant.stock), "{id}");
                assert_eq!(shown["options"], Value::from(variant.option_values.clone()), "{id}");
            }
        }
    }
    Ok(())
}

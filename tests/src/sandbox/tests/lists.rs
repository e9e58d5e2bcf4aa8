//! Paging and searching.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::client::{ebook_order, get, post, sandbox};
use crate::sandbox::Sandbox;

fn walk(sandbox: &Sandbox, path: &str) -> Vec<Vec<Value>> {
    let mut pages = Vec::new();
    let mut next = String::new();
    loop {
        let page = get(sandbox, &format!("{path}&{next}")).json();
        pages.push(page["data"].as_array().expect("rows").clone());
        let Some(cursor) = page["next_cursor"].as_str() else {
            assert_eq!(page["has_next"], false);
            return pages;
        };
        next = format!("next_cursor={cursor}");
    }
}

#[test]
fn walking_all_pages_meets_every_product_once() {
    let sandbox = sandbox();
    let pages = walk(&sandbox, "/v3/stores/4101/products?page_size=7");
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [7, 7, 7, 7, 1]);
    let ids: BTreeSet<_> = pages.concat().iter().map(|product| product["id"].as_u64()).collect();
    assert_eq!(ids.len(), 29);
}

#[test]
fn the_largest_page_is_the_default() {
    let sandbox = sandbox();
    let pages = walk(&sandbox, "/v3/stores/4101/products?");
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [25, 4]);
}

#[test]
fn the_previous_cursor_leads_back() {
    let sandbox = sandbox();
    let first = get(&sandbox, "/v3/locations?page_size=5").json();
    assert_eq!(
        (first["has_previous"].clone(), first["previous_cursor"].clone()),
        (json!(false), Value::Null)
    );
    let next = first["next_cursor"].as_str().expect("a cursor");
    let second = get(&sandbox, &format!("/v3/locations?page_size=5&next_cursor={next}")).json();
    let back = second["previous_cursor"].as_str().expect("a cursor");
    assert_eq!(get(&sandbox, &format!("/v3/locations?page_size=5&previous_cursor={back}")).json(), first);
}

#[test]
fn a_cursor_is_good_for_its_own_list_only() {
    let sandbox = sandbox();
    let foreign = get(&sandbox, "/v3/stores/4101/products").json();
    let foreign = foreign["next_cursor"].as_str().expect("a cursor");
    for query in [
        format!("next_cursor={foreign}"),
        "next_cursor=nonsense".into(),
        "next_cursor=a&previous_cursor=b".into(),
        "page_size=26".into(),
        "page_size=0".into(),
    ] {
        assert_eq!(get(&sandbox, &format!("/v3/locations?{query}")).status, 400, "{query}");
    }
}

#[test]
fn stores_are_found_by_part_of_the_name_and_by_domain() {
    let sandbox = sandbox();
    let names = |query: &str| -> Vec<String> {
        let rows = get(&sandbox, &format!("/v3/stores/simplified?{query}")).json()["data"].clone();
        rows.as_array().expect("rows").iter().map(|row| row["name"].to_string()).collect()
    };
    assert_eq!(names("search=lereng"), ["\"Kopi Lereng & Jajan\""]);
    assert_eq!(names(&format!("domain={}", sandbox.base_url())).len(), 3);
    assert!(names("domain=melati.example").is_empty());
}

#[test]
fn orders_are_listed_newest_first_and_found_by_field() {
    let sandbox = sandbox();
    for phone in ["62811", "62812", "62813"] {
        let mut order = ebook_order();
        order["customer_phone"] = json!(phone);
        post(&sandbox, "/v3/orders", &order);
    }
    let phones = |query: &str| -> Vec<Value> {
        let rows = walk(&sandbox, &format!("/v3/orders?page_size=2&{query}")).concat();
        rows.iter().map(|row| row["customer"]["phone"].clone()).collect()
    };
    assert_eq!(phones(""), ["62813", "62812", "62811"]);
    assert_eq!(phones("search_field=customer_phone&search=62812"), ["62812"]);
    assert_eq!(phones("store_id=4101"), [] as [Value; 0]);
    assert_eq!(phones("payment_status=unpaid&draft_time_until=2020-01-01"), [] as [Value; 0]);
    assert_eq!(get(&sandbox, "/v3/orders?search_field=colour&search=x").status, 400);
}

#[test]
fn the_order_list_has_its_own_money_types_and_columns() {
    let sandbox = sandbox();
    post(&sandbox, "/v3/orders", &ebook_order());
    let row = &get(&sandbox, "/v3/orders").json()["data"][0];
    assert_eq!((&row["gross_revenue"], &row["product_price"]), (&json!("49000.00"), &json!(49000)));
    let row = get(&sandbox, "/v3/orders?columns=order_id,status").json()["data"][0].clone();
    let members: Vec<_> = row.as_object().expect("a row").keys().cloned().collect();
    assert_eq!(members, ["id", "order_id", "status"]);
}

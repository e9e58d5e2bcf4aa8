//! The checkout on a page, with an edge that lives in the page.
#![cfg(target_arch = "wasm32")]

mod page;

use page::way::{CONTINUE, at_details, at_review, enter, fill, opened, text, value};
use page::{count, edge, find, get, js, options, place, settled, type_into, until};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;
use widget::mount::{Handle, mount};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_way_to_the_payment_page() {
    edge::open();
    let (root, handle) = at_review().await;
    assert!(text(&root, CONTINUE).contains("50.000"));
    get(&root, CONTINUE).click();
    get(&root, CONTINUE).click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    settled().await;
    assert_eq!(edge::requests("/v3/orders"), 1);
    assert_eq!(edge::ordered("customer_name").unwrap(), "Sari Dewi");
    let events = js("return window.events.map(({type}) => type.slice(7)).join()", &[]).as_string().unwrap();
    assert_eq!(events, "add_to_cart,begin_checkout,order_created,redirect");
    let detail =
        "const {event_id, ...detail} = window.events[0].detail; return event_id + JSON.stringify(detail)";
    let detail = js(detail, &[]).as_string().unwrap();
    let (event_id, item) = detail.split_at("add_to_cart.".len() + 32);
    assert!(event_id.starts_with("add_to_cart."), "{event_id}");
    assert_eq!(
        item,
        r#"{"currency":"IDR","value":50000,"items":[{"item_id":"variant_1","item_name":"E-book Sambal","price":50000,"quantity":1}]}"#
    );
    handle.unmount();
}

#[wasm_bindgen_test]
async fn what_may_be_in_sight_is_drawn_first_and_then_the_others() {
    edge::open();
    edge::sells(30);
    let root = place();
    js(
        "window.cards = [];
         new MutationObserver(() => cards.push(arguments[0].querySelectorAll('.tb-product').length))
           .observe(arguments[0], {childList: true, subtree: true})",
        &[&root],
    );
    let handle = mount(root.clone(), &options("{store: 'store_1'}")).ok().unwrap();
    until(|| (count(&root, ".tb-product") == 30).then_some(())).await;
    settled().await;
    let drawn = js("return cards.filter((now, place) => now !== cards[place - 1]).join()", &[]);
    assert_eq!(drawn, JsValue::from("0,4,30"));
    handle.unmount();
}

#[wasm_bindgen_test]
async fn errors_are_said_at_the_field_and_in_the_summary() {
    edge::open();
    let (root, handle) = at_details().await;
    enter(&root, "[name=name]");
    until(|| find(&root, ".tb-summary a")).await;
    settled().await;
    assert_eq!(count(&root, ".tb-summary a"), 3);
    let name = get(&root, "[name=name]");
    assert_eq!(name.get_attribute("aria-invalid").unwrap(), "true");
    let error = ["#", &name.get_attribute("aria-describedby").unwrap()].concat();
    assert_eq!(text(&root, &error), "Isi nama dulu, ya.");
    assert_eq!(page::document().active_element().unwrap().class_name(), "tb-summary");
    type_into(&root, "[name=name]", "Sari", "input");
    settled().await;
    assert!(name.get_attribute("aria-invalid").is_none());
    assert_eq!(text(&root, &error), "");
    handle.unmount();
}

#[wasm_bindgen_test]
async fn pieces_are_stepped_and_typed_within_the_stock() {
    edge::open();
    let (root, handle) = opened().await;
    get(&root, ".tb-product .tb-primary").click();
    settled().await;
    let (number, more) = (".tb-product .tb-number", ".tb-product .tb-step:last-child");
    get(&root, more).click();
    settled().await;
    assert_eq!(value(&root, number), "2");
    type_into(&root, number, "99", "change");
    settled().await;
    assert_eq!(value(&root, number), "3");
    assert_eq!(get(&root, more).get_attribute("aria-disabled").unwrap(), "true");
    type_into(&root, number, "banyak", "change");
    settled().await;
    assert_eq!(value(&root, number), "3");
    assert!(text(&root, ".tb-bar-total").contains("150.000"));
    type_into(&root, number, "0", "change");
    settled().await;
    assert!(find(&root, number).is_none());
    handle.unmount();
}

#[wasm_bindgen_test]
async fn a_variant_is_picked_from_the_spread_card() {
    edge::open();
    let (root, handle) = opened().await;
    get(&root, ".tb-product .tb-quiet").click();
    settled().await;
    get(&root, ".tb-chip:last-child input").click();
    settled().await;
    assert_eq!(text(&root, "[data-open] .tb-price").replace('\u{a0}', " "), "Rp 120.000");
    get(&root, "[data-open] .tb-primary").click();
    settled().await;
    assert!(text(&root, ".tb-line").contains("Mahir"));
    handle.unmount();
}

#[wasm_bindgen_test]
async fn typed_data_is_there_again_after_the_page_was_left() {
    edge::open();
    let (root, handle) = at_details().await;
    fill(&root).await;
    handle.unmount();
    let (root, handle) = opened_again().await;
    assert_eq!(value(&root, "[name=name]"), "Sari Dewi");
    assert_eq!(value(&root, "[name=tel]"), "0812-3456-7890");
    assert!(text(&root, ".tb-bar-total").contains("50.000"));
    handle.unmount();
}

async fn opened_again() -> (HtmlElement, Handle) {
    let root = place();
    let handle = mount(root.clone(), &options("{store: 'store_1'}")).ok().unwrap();
    until(|| find(&root, "[name=name]")).await;
    (root, handle)
}

#[wasm_bindgen_test]
async fn a_load_that_failed_can_be_tried_again() {
    edge::open();
    edge::answer("checkout", None, "");
    let (root, handle) = opened().await;
    assert!(text(&root, ".tb-ending").starts_with("Koneksi terputus."));
    edge::open();
    get(&root, ".tb-ending .tb-primary").click();
    until(|| find(&root, ".tb-product")).await;
    handle.unmount();
}

#[wasm_bindgen_test]
async fn an_order_without_an_answer_is_sent_again_under_its_key() {
    edge::open();
    edge::answer("orders", None, "");
    let (root, handle) = at_review().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, ".tb-alert p")).await;
    settled().await;
    assert!(text(&root, CONTINUE).starts_with("Coba lagi"));
    edge::takes_the_order();
    get(&root, CONTINUE).click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    assert_eq!((edge::requests("/v3/orders"), edge::keys()), (2, JsValue::from(1)));
    handle.unmount();
}

#[wasm_bindgen_test]
async fn a_listener_that_throws_stops_nothing() {
    edge::open();
    js(
        "window.onerror = () => true; document.addEventListener('tumbas:add_to_cart', () => { throw new Error('pixel') }, {once: true})",
        &[],
    );
    let (root, handle) = at_details().await;
    assert_eq!(count(&root, ".tb-line"), 1);
    js("window.onerror = null", &[]);
    handle.unmount();
}

#[wasm_bindgen_test]
async fn after_unmount_nothing_is_left() {
    edge::open();
    let (root, handle) = opened().await;
    assert_eq!(get(&root, ".tb").id(), "tb-root");
    let button = get(&root, ".tb-product .tb-primary");
    let second = place();
    let other = mount(second.clone(), &options("{store: 'store_1'}")).ok().unwrap();
    assert_eq!(get(&second, ".tb").id(), "tb2-root");
    handle.unmount();
    other.unmount();
    assert_eq!((root.child_element_count(), second.child_element_count()), (0, 0));
    button.click();
    settled().await;
    assert_eq!(js("return window.events.length", &[]), JsValue::from(0));
}

#[wasm_bindgen_test]
async fn closing_asks_when_there_is_something_to_lose() {
    edge::open();
    let root = place();
    js("window.closings = 0", &[]);
    let options = options("{store: 'store_1', close: () => window.closings++}");
    let handle = mount(root.clone(), &options).ok().unwrap();
    until(|| find(&root, ".tb-product")).await;
    get(&root, ".tb-product .tb-primary").click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, "[name=name]")).await;
    handle.ask_to_close();
    assert_eq!(js("return window.closings--", &[]), JsValue::from(1), "nothing was typed");
    type_into(&root, "[name=name]", "Sari", "input");
    settled().await;
    handle.ask_to_close();
    until(|| find(&root, "[role=alertdialog]")).await;
    assert_eq!(js("return window.closings", &[]), JsValue::from(0));
    get(&root, "#tb-leave").click();
    settled().await;
    assert_eq!(js("return window.closings", &[]), JsValue::from(1));
    handle.unmount();
}

#[wasm_bindgen_test]
fn options_of_another_form_are_refused_by_name() {
    assert!(mount(place(), &options("{edge: 7}")).is_err());
}

/// A shop with one shirt, its district, couriers and ways to pay.
fn open_parcel_shop() {
    edge::open();
    edge::answer(
        "checkout",
        Some(200),
        r#"{"store": {"unique_id": "store_1", "name": "Kopi Senja", "logo": null, "payment_methods": ["qris", "cod"]},
            "payment_methods": [{"code": "qris", "label": "QRIS", "kind": "qr"}, {"code": "cod", "label": "COD", "kind": "cod"}],
            "products": {"has_next": false, "next_cursor": null, "data": [
              {"unique_id": "product_1", "name": "Kaos", "item_type": "physical", "images": [], "options": [], "variants": [
                {"unique_id": "variant_1", "name": "Kaos", "price": 150000, "weight": 250, "item_type": "physical",
                 "available_qty": 9, "images": [], "options": []}]}]},
            "bundles": {"has_next": false, "next_cursor": null, "data": []}}"#,
    );
    edge::answer(
        "locations?search=coblong&store=store_1",
        Some(200),
        r#"{"has_next": false, "next_cursor": null, "data": [
             {"id": 6033, "display": "Coblong, Kota Bandung, Jawa Barat", "subdistrict_name": "Coblong",
              "city_name": "Kota Bandung", "province_name": "Jawa Barat"}]}"#,
    );
    edge::answer(
        "postal-codes?store=store_1",
        Some(200),
        r#"{"has_next": false, "next_cursor": null, "data": ["40132"]}"#,
    );
    offer(9_000);
}

/// From now on the only courier costs this much.
fn offer(cost: i64) {
    let options = format!(
        r#"{{"items_total": 150000, "weight": 250, "expires_at": 4102444800, "data": [
             {{"shipping_quote": "v1.{cost}", "warehouse_unique_id": "warehouse_1", "warehouse_name": "Gudang",
               "courier_service_id": 27, "courier_code": "jnt", "courier_name": "J&T Express",
               "service_name": "Reguler", "shipping_cost": {cost}, "etd": "2-3", "is_cod": true}}]}}"#
    );
    edge::answer("shipping-options", Some(200), &options);
}

async fn at_couriers() -> (HtmlElement, Handle) {
    let (root, handle) = at_details().await;
    type_into(&root, "[name=name]", "Sari Dewi", "input");
    type_into(&root, "[name=tel]", "0812-3456-7890", "change");
    type_into(&root, "[name=district]", "coblong", "input");
    until(|| find(&root, "[role=option]")).await.click();
    type_into(&root, "[name=street-address]", "Jl. Dago No. 5", "input");
    until(|| find(&root, "[name=postal-code]")).await;
    until(|| (value(&root, "[name=postal-code]") == "40132").then_some(())).await;
    enter(&root, "[name=name]");
    until(|| find(&root, "[id$=-service-27]")).await;
    (root, handle)
}

#[wasm_bindgen_test]
async fn a_parcel_goes_out_with_its_place_and_its_quote() {
    open_parcel_shop();
    let (root, handle) = at_couriers().await;
    get(&root, "[id$=-service-27]").click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, "[id$=-pay-qris]")).await.click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, ".tb-receipt")).await;
    assert!(text(&root, CONTINUE).contains("159.000"));
    get(&root, CONTINUE).click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    let sent =
        ["address", "location_id", "postal_code", "shipping_quote"].map(|name| edge::ordered(name).unwrap());
    assert_eq!(sent, ["Jl. Dago No. 5", "6033", "40132", "v1.9000"]);
    handle.unmount();
}

#[wasm_bindgen_test]
async fn a_price_that_changed_is_shown_before_anything_is_ordered() {
    open_parcel_shop();
    let (root, handle) = at_couriers().await;
    get(&root, "[id$=-service-27]").click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, "[id$=-pay-qris]")).await.click();
    settled().await;
    get(&root, CONTINUE).click();
    until(|| find(&root, ".tb-receipt")).await;
    edge::answer(
        "orders",
        Some(409),
        r#"{"type": "about:blank", "title": "Price changed", "status": 409, "detail": "…", "code": "price_changed",
            "request_id": "r", "shipping_option": {"shipping_quote": "v1.12000", "warehouse_unique_id": "warehouse_1",
              "courier_service_id": 27, "courier_code": "jnt", "courier_name": "J&T Express", "service_name": "Reguler",
              "shipping_cost": 12000, "is_cod": true}}"#,
    );
    get(&root, CONTINUE).click();
    until(|| text(&root, CONTINUE).contains("162.000").then_some(())).await;
    edge::takes_the_order();
    get(&root, CONTINUE).click();
    until(|| find(&root, "a[href='https://pay.invalid/1']")).await;
    assert_eq!(edge::ordered("shipping_quote").unwrap(), "v1.12000");
    assert_eq!((edge::requests("/v3/orders"), edge::keys()), (2, JsValue::from(2)));
    handle.unmount();
}

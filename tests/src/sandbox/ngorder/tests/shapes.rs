//! Every answer has the members and the JSON types of the vendor's example.

use serde_json::{Value, json};

use super::fixture::{breaches, fixture};
use super::scene::{Scene, bandung, buyer, order, variant};
use crate::sandbox::Catalogue;
use crate::sandbox::ngorder::{product_id, variation_id};

fn check(name: &str, answer: &Value) {
    let wrong = breaches(&fixture("ngorder", name), answer, "");
    assert!(wrong.is_empty(), "{name}:\n{}\n{answer}", wrong.join("\n"));
}

#[test]
fn the_shop_and_its_goods_answer_in_the_vendors_shapes() {
    let scene = Scene::new();
    let product = Catalogue::get().stores[0].product("kemeja-kawung").expect("a product");
    let (product, variation) = (product_id(product), variation_id(variant("kemeja-kawung")));
    for (path, name) in [
        ("/shop", "shop_detail"),
        ("/supplier", "suppliers"),
        ("/warehouse?with_main_warehouse=true", "warehouses"),
        ("/warehouse/22", "warehouse_detail"),
        ("/product-category", "product_categories"),
        ("/product/search?keyword=kemeja", "product_search"),
        (&format!("/product/{product}/detail"), "product_detail"),
        ("/product/variation?keyword=kemeja&per_page=50", "product_variations"),
        (&format!("/product/check-stock?variation_id={variation}&warehouse_id=22"), "product_check_stock"),
        (&format!("/product/history/warehouse/{variation}"), "product_stock_per_warehouse"),
        (&format!("/product/wholesale?product_id={product}"), "product_wholesale_minimum"),
        (&format!("/order/wholesale?variation_id={variation}&qty=10"), "order_wholesale_price"),
        ("/order/check-price/N", "order_price_access"),
        ("/region?keyword=tajinan", "regions"),
        ("/customer-category", "customer_categories"),
        ("/expedition", "expeditions"),
        ("/expedition/active?per_page=2", "expedition_active"),
        (
            &format!("/expedition/cost?origin_id=2087&destination_id={}&weight=12&price=120000", bandung()),
            "expedition_cost",
        ),
        ("/setting/courier", "storefront_couriers"),
        ("/setting/courier/custom", "custom_couriers"),
        ("/shipping/cod-active", "cod_couriers"),
        ("/bank?type=BANK", "bank_accounts"),
        ("/bank/847/detail", "bank_account_detail"),
        ("/setting/payment/admin-fee", "admin_fees"),
        ("/setting/payment/xendit", "xendit_data"),
        ("/marketplace", "marketplaces"),
        ("/order-source", "order_sources"),
        ("/order-cost", "order_costs"),
    ] {
        check(&format!("{name}.response"), &scene.get(path));
    }
}

#[test]
fn changes_answer_in_the_vendors_shapes() {
    let scene = Scene::new();
    let customer = scene.buyer();
    check("customer_create.response", &scene.post("/customer/create", &buyer()));
    check(
        "customer_update.response",
        &scene.patch("/customer/update", &json!({ "customer_id": customer, "name": "Budi" })),
    );
    check("customers.response", &scene.get("/customer?per_page=1"));
    let source = json!({ "marketplace_id": 8, "note": "tumbas" });
    check("order_source_create.response", &scene.post("/order-source/create", &source));
    let stock = json!({ "variation_id": variation_id(variant("kemeja-kawung")), "amount": 20 });
    check("product_sync_stock.response", &scene.patch("/product/sync-stock", &stock));
    check("order_create.response", &scene.post("/order", &order(customer)));
}

#[test]
fn an_orders_life_answers_in_the_vendors_shapes() {
    let scene = Scene::new();
    let (paid, waiting) = (scene.placed(), scene.placed());
    let part = json!({ "id": paid, "payment": { "status": "INSTALLMENT", "amount": 100_000, "date": "2026-11-22", "bank_id": 847 } });
    check("order_payment_update.response", &scene.patch("/order/quick-payment", &part));
    assert!(scene.sandbox.ngorder().pay(paid));
    check("order_payment_update.error", &scene.patch("/order/quick-payment", &part));
    check(
        "order_payment_history.response",
        &scene.get(&format!("/order/payment-history?id={paid}&status=ORDER")),
    );
    check(
        "order_awb_add.response",
        &scene.post(&format!("/order/awb-number/add?id={paid}&awb_number=JP8507716855"), &json!({})),
    );
    assert!(scene.sandbox.ngorder().deliver(paid));
    check("orders.response", &scene.get("/order?per_page=1"));
    check("orders_details.response", &scene.get("/order/details?payment_status=PAID"));
    check(
        "expedition_tracking.response",
        &scene.get(&format!("/expedition/tracking?awb_number=JP8507716855&expedition_id=10&order_id={paid}")),
    );
    check("order_cancel.response", &scene.post("/order/cancel", &json!({ "id": waiting })));
    check("orders_canceled.response", &scene.get("/order-cancel"));
}

#[test]
fn the_vendors_own_order_is_refused_by_path_and_taken_with_ids_of_this_shop() {
    let scene = Scene::new();
    let mut request = fixture("ngorder", "order_create.request");
    let refused = scene.post("/order", &request);
    check(
        "order_create.error",
        &json!({ "request_id": refused["request_id"], "response": refused["response"], "message": null, "data": null }),
    );
    let customer = scene.buyer();
    request["customer_sender_id"] = customer.into();
    request["customer_receiver_id"] = customer.into();
    request["supplier_id"] = 23517.into();
    request["products"][0]["id"] = variation_id(variant("kemeja-parang")).into();
    request["products"][0]["warehouse_id"] = 0.into();
    let made = scene.post("/order", &request);
    check("order_create.response", &made);
    // 289.000 + 23.000 + 1.200 + 2.000, less 2 % of the line and 3.000.
    assert_eq!(scene.look(|shop| shop.orders[0].total()), 306_420);
}

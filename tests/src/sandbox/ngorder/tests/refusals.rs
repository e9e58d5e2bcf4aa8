//! What is refused, in 200 and by dotted path.

use serde_json::{Value, json};

use super::scene::{Scene, buyer, order, variant};
use crate::sandbox::ngorder::variation_id;

fn refused(scene: &Scene, request: &Value) -> Vec<String> {
    let reply = scene.ask("POST", "/order", Some(request));
    let body = reply.json();
    assert_eq!((reply.status, &body["response"], &body["data"]), (200, &json!("Failed"), &Value::Null));
    body["message"].as_object().expect("complaints by path").keys().cloned().collect()
}

#[test]
fn every_complaint_about_an_order_names_its_place() {
    let scene = Scene::new();
    let good = order(scene.buyer());
    for (place, value, path) in [
        ("/order_date", Value::Null, "order_date"),
        ("/customer_sender_id", json!(1), "customer_sender_id"),
        ("/supplier_id", json!(1), "supplier_id"),
        ("/products", json!([]), "products"),
        ("/products/0/id", json!(53_001), "products.0.id"),
        ("/products/0/qty", json!(0), "products.0.qty"),
        ("/products/0/qty", json!(500), "products.0.qty"),
        ("/products/0/product_status", json!("PO"), "products.0.product_status"),
        ("/products/0/warehouse_id", json!(610), "products.0.warehouse_id"),
        ("/expedition/id", json!(11), "expedition.id"),
        ("/expedition/rate", json!(-1), "expedition.rate"),
        ("/payment/status", json!("LATER"), "payment.status"),
        ("/order_cost/1/category", json!("TIP"), "order_cost.1.category"),
        ("/source", json!("API"), "source"),
    ] {
        let mut request = good.clone();
        *request.pointer_mut(place).expect("a member") = value;
        assert_eq!(refused(&scene, &request), [path], "{place}");
    }
    assert!(scene.look(|shop| shop.orders.is_empty()));
}

#[test]
fn a_paid_order_needs_to_say_where_the_money_is() {
    let scene = Scene::new();
    let mut request = order(scene.buyer());
    request["payment"] = json!({ "status": "PAID" });
    assert_eq!(refused(&scene, &request), ["payment.amount", "payment.bank_id", "payment.date"]);
}

#[test]
fn a_suppliers_goods_need_their_cost() {
    let scene = Scene::new();
    let mut request = order(scene.buyer());
    request["products"][0] = json!({ "id": variation_id(variant("kotak-kado")), "qty": 1, "product_status": "R", "warehouse_id": 0 });
    assert_eq!(refused(&scene, &request), ["payment.cost_of_goods_sales"]);
}

#[test]
fn a_customer_without_a_class_or_a_real_district_is_refused() {
    let scene = Scene::new();
    let mut request = buyer();
    request["district_id"] = 320_101.into();
    request["category"] = Value::Null;
    request["phone"] = "+62 812".into();
    let answer = scene.post("/customer/create", &request);
    let paths: Vec<_> = answer["message"].as_object().expect("complaints").keys().collect();
    assert_eq!(paths, ["category", "district_id", "phone"]);
}

#[test]
fn an_order_that_is_paid_takes_no_more_money_and_says_how_much_in_a_number() {
    let scene = Scene::new();
    let id = scene.placed();
    assert!(scene.sandbox.ngorder().pay(id));
    let part = json!({ "status": "INSTALLMENT", "amount": 1, "date": "2026-11-22", "bank_id": 847 });
    let answer = scene.patch("/order/quick-payment", &json!({ "id": id, "payment": part }));
    assert_eq!(
        answer["message"],
        json!({
            "id": ["Order has been paid"],
            "amount": ["Amount is more than amount remaining of this order"],
            "maximum amount": [0],
        })
    );
}

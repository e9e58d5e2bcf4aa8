//! An order from the cart to the door.

use std::time::Duration;

use serde_json::json;

use super::scene::{Scene, TOTAL, order, variant};
use crate::sandbox::Fault;
use crate::sandbox::ngorder::variation_id;

#[test]
fn an_order_is_placed_paid_sent_and_delivered() {
    let scene = Scene::new();
    let id = scene.placed();
    let state = || {
        let found = scene.get(&format!("/order?type=ORDER_ID&keyword={id}"));
        let row = found["data"][0].clone();
        (row["total_amount"].as_i64(), row["payment_status"].clone(), row["order_progress_status"].clone())
    };
    assert_eq!(state(), (Some(TOTAL), json!("UNPAID"), json!("UNPAID")));
    assert!(scene.sandbox.ngorder().pay_part(id, 100_000));
    assert_eq!(state(), (Some(TOTAL), json!("INSTALLMENT"), json!("INSTALLMENT")));
    assert!(scene.sandbox.ngorder().pay(id));
    assert_eq!(state(), (Some(TOTAL), json!("PAID"), json!("NO AWB")));
    let paid = scene.get(&format!("/order/payment-history?id={id}"));
    assert_eq!([&paid["data"][0]["nominal"], &paid["data"][1]["nominal"]], ["Rp100.000", "Rp497.857"]);
    assert!(scene.sandbox.ngorder().ship(id, "JP1"));
    assert_eq!(state().2, "ON PROCESS");
    assert!(scene.sandbox.ngorder().deliver(id));
    assert_eq!(state().2, "DELIVERED");
    let parcel = scene.get(&format!("/expedition/tracking?awb_number=JP1&expedition_id=349&order_id={id}"));
    assert_eq!((&parcel["0"], &parcel["data"]["status"]), (&json!(200), &json!("DELIVERED")));
    assert!(!scene.sandbox.ngorder().cancel(id));
}

#[test]
fn an_order_takes_goods_from_its_warehouse_and_a_cancelled_one_puts_them_back() {
    let scene = Scene::new();
    let path = format!(
        "/product/check-stock?warehouse_id=0&variation_id={}",
        variation_id(variant("kemeja-parang"))
    );
    let left = || scene.get(&path)["data"]["stock"].as_i64();
    let before = left();
    let id = scene.placed();
    assert_eq!(left(), before.map(|pieces| pieces - 2));
    scene.post("/order/cancel", &json!({ "id": id }));
    assert_eq!(left(), before);
    let again = scene.post("/order/cancel", &json!({ "id": id }));
    assert_eq!(
        (&again["response"], &again["message"]),
        (&json!("Failed"), &json!({ "id": ["Order has been canceled"] }))
    );
    assert_eq!(scene.get("/order")["data"][0]["order_status"], "CANCELED");
    assert_eq!(scene.get("/order-cancel")["meta"]["pagination"]["total"], 1);
}

#[test]
fn the_price_is_the_platforms_by_class_and_by_the_dozen() {
    let scene = Scene::new();
    let mut request = order(scene.buyer());
    request["products"][0] = json!({ "id": variation_id(variant("tas-tote")), "qty": 10, "product_status": "S", "warehouse_id": 0 });
    scene.post("/order", &request);
    request["products"][0]["qty"] = 5.into();
    scene.post("/order", &request);
    assert_eq!(
        scene.look(|shop| shop.orders.iter().map(|order| order.lines[0].price).collect::<Vec<_>>()),
        [110_000, 125_000]
    );
}

#[test]
fn an_answer_that_is_lost_leaves_an_order_that_its_note_finds_again() {
    let scene = Scene::new();
    let customer = scene.buyer();
    scene.sandbox.plan(Fault::on("POST", "/api/open/order").status(504, "late").after_commit());
    assert_eq!(scene.ask("POST", "/order", Some(&order(customer))).status, 504);
    let found = scene.get("/order?type=CUSTOMER_PHONE&keyword=081200000001");
    assert_eq!(
        (&found["meta"]["pagination"]["total"], &found["data"][0]["note"]),
        (&json!(1), &json!("ref 7"))
    );
}

#[test]
fn an_order_may_come_late_and_be_seen_later_still() {
    let scene = Scene::new();
    let customer = scene.buyer();
    let fault = Fault::on("POST", "/api/open/order").late_commit(Duration::from_millis(20));
    scene.sandbox.plan(fault.readable_after(Duration::from_hours(1)));
    assert_eq!(scene.post("/order", &order(customer))["response"], "Success");
    assert_eq!(scene.look(|shop| shop.orders.len()), 1);
    assert_eq!(scene.get("/order")["data"], json!([]));
}

#[test]
fn the_control_api_has_the_truth_and_the_sellers_steps() {
    let scene = Scene::new();
    let id = scene.placed();
    let control = |method: &str, path: &str| {
        let path = format!("/__sandbox/ngorder{path}");
        crate::sandbox::tests::client::send(&scene.sandbox, method, &path, "", None)
    };
    assert_eq!(control("GET", "/orders?at_least=1").json()["data"][0]["total"], TOTAL);
    assert_eq!(control("POST", &format!("/orders/{id}/pay")).json()["payment_status"], "PAID");
    assert_eq!(control("POST", &format!("/orders/{id}/pay")).status, 409);
    assert_eq!(control("POST", &format!("/orders/{id}/burn")).status, 400);
    scene.sandbox.reset();
    assert_eq!(control("GET", "/orders").json()["data"], json!([]));
}

#[test]
fn a_person_marks_an_order_as_paid_at_the_desk() {
    let scene = Scene::new();
    let id = scene.placed();
    let page = |method: &str, path: &str| {
        crate::sandbox::tests::client::send(&scene.sandbox, method, path, "", None)
    };
    assert!(page("GET", "/ngorder").text.contains("PO #12000"));
    let url = format!("{}/ngorder/{id}", scene.sandbox.base_url());
    let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
    let status = agent.post(url).send("do=pay").expect("an answer").status();
    assert_eq!((status.as_u16(), scene.look(|shop| shop.orders[0].payment_status())), (303, "PAID"));
}

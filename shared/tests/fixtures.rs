//! The platform's documented payloads survive a round trip through our types.

use serde_json::Value;
use shared::v3::OrderRequest;

#[track_caller]
fn check(name: &str, json: &str) {
    let expect: Value = serde_json::from_str(json).unwrap();
    let request: OrderRequest = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_value(&request).unwrap(), expect, "{name}");
}

#[test]
fn order_payloads_of_the_guide_round_trip() {
    check("digital", include_str!("../../tests/fixtures/scalev/order_digital.request.json"));
    check("bundle", include_str!("../../tests/fixtures/scalev/order_bundle.request.json"));
    check("physical", include_str!("../../tests/fixtures/scalev/order_physical.request.json"));
}

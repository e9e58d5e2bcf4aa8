//! A sandbox with a buyer, ready to order.

use serde_json::{Value, json};

use crate::sandbox::ngorder::{KEY, Ngorder, district_id, variation_id};
use crate::sandbox::tests::client::{Reply, sandbox, send};
use crate::sandbox::{Catalogue, District, Sandbox, Variant};

/// A running sandbox and what one asks it.
pub(super) struct Scene {
    pub(super) sandbox: Sandbox,
}

impl Scene {
    pub(super) fn new() -> Self {
        Self { sandbox: sandbox() }
    }

    /// Asks with the key.
    pub(super) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Reply {
        send(&self.sandbox, method, &format!("/api/open{path}"), KEY, body)
    }

    pub(super) fn get(&self, path: &str) -> Value {
        self.ask("GET", path, None).json()
    }

    pub(super) fn post(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", path, Some(body)).json()
    }

    pub(super) fn patch(&self, path: &str, body: &Value) -> Value {
        self.ask("PATCH", path, Some(body)).json()
    }

    /// Makes a customer and gives the id.
    pub(super) fn buyer(&self) -> u64 {
        let made = self.post("/customer/create", &buyer());
        made["data"]["customer_id"].as_u64().expect("an id")
    }

    /// Places the order and gives its id.
    pub(super) fn placed(&self) -> u64 {
        let made = self.post("/order", &order(self.buyer()));
        made["data"]["order_id"].as_u64().unwrap_or_else(|| panic!("{made}"))
    }

    pub(super) fn look<T>(&self, look: impl FnOnce(&Ngorder) -> T) -> T {
        self.sandbox.look(|world| look(&world.ngorder))
    }
}

/// The first variant of a product.
pub(super) fn variant(slug: &str) -> &'static Variant {
    let store = Catalogue::get().store("batik").expect("a store");
    &store.product(slug).expect("a product").variants[0]
}

/// Coblong in Bandung.
pub(super) fn bandung() -> u64 {
    district_id(District::by_id(2201).expect("a district"))
}

pub(super) fn buyer() -> Value {
    json!({
        "name": "Sari Dewi",
        "phone": "081200000001",
        "district_id": bandung(),
        "address": "Jl. Dago No. 7",
        "postal_code": "40132",
        "category": "N",
        "is_active": "Y",
    })
}

/// Two shirts by SAP with insurance and a unique code.
pub(super) fn order(customer: u64) -> Value {
    json!({
        "order_date": "2026-11-22",
        "customer_sender_id": customer,
        "customer_receiver_id": customer,
        "supplier_id": 23517,
        "order_source_id": null,
        "note": "ref 7",
        "is_print": false,
        "products": [
            { "id": variation_id(variant("kemeja-parang")), "qty": 2, "product_status": "S", "warehouse_id": 0 },
        ],
        "expedition": { "id": 349, "rate": 23000, "name": "SAP", "auto_pickup": false },
        "payment": { "status": "UNPAID" },
        "order_cost": [
            { "name": "Asuransi", "category": "INSURANCE", "type": "NOMINAL", "nominal": 1734 },
            { "name": "Kode unik", "category": "OTHER COST", "type": "NOMINAL", "nominal": 123 },
            { "name": "Kupon", "category": "DISCOUNT", "type": "NOMINAL", "nominal": 5000 },
        ],
        "source": "WEB",
    })
}

/// 2 × 289.000 + 23.000 + 1.734 + 123 − 5.000
pub(super) const TOTAL: i64 = 597_857;

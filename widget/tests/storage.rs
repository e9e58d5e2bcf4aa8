//! What a checkout remembers, where the browser lets it and where not.
#![cfg(target_arch = "wasm32")]

mod page;

use page::js;
use shared::checkout::Draft;
use shared::v3::OrderVariant;
use shared::value::Rupiah;
use shared::wire::{District, ShippingOption};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use widget::effects::storage;
use widget::flow::{Memory, Step};

wasm_bindgen_test_configure!(run_in_browser);

fn district() -> District {
    District {
        id: 6033,
        display: String::new(),
        subdistrict_name: "Coblong".into(),
        city_name: "Kota Bandung".into(),
        province_name: "Jawa Barat".into(),
    }
}

/// As bare as an edge may send it.
fn courier() -> ShippingOption {
    ShippingOption {
        shipping_quote: "v1.a.b".into(),
        warehouse_unique_id: "warehouse_1".into(),
        warehouse_name: String::new(),
        courier_service_id: 27,
        courier_code: String::new(),
        courier_name: "J&T Express".into(),
        service_name: String::new(),
        shipment_provider_code: None,
        shipping_cost: Rupiah::ZERO,
        insurance_cost: Some(Rupiah::new(360)),
        etd: None,
        is_cod: false,
    }
}

#[wasm_bindgen_test]
fn a_device_remembers_details_only_when_it_was_asked_to_and_until_it_is_told_to_forget() {
    js("localStorage.clear()", &[]);
    storage::write("shop", &Memory { kept: false, ..memory() });
    assert_eq!(storage::kept_details("shop"), None);
    storage::write("shop", &memory());
    let kept = storage::kept_details("shop").unwrap();
    let Memory { saved_at, step, street, district, draft, .. } = memory();
    let draft = Draft { ordervariants: vec![], store_unique_id: String::new(), ..draft };
    assert_eq!(kept, Memory { saved_at, step, street, district, draft, ..Memory::default() });
    assert_eq!(storage::kept_details("other shop"), None);
    storage::forget_details("shop");
    assert_eq!(storage::kept_details("shop"), None);
    storage::remove("shop");
    assert_eq!(js("return localStorage.length", &[]), wasm_bindgen::JsValue::from(0));
}

#[wasm_bindgen_test]
fn a_device_keeps_a_cart_for_each_store() {
    storage::keep_cart("store_1", "1\nvariant_1\n2\n49000\nEbook");
    assert_eq!(storage::kept_cart("store_1").as_deref(), Some("1\nvariant_1\n2\n49000\nEbook"));
    assert_eq!(storage::kept_cart("store_2"), None);
    js("localStorage.clear()", &[]);
}

fn memory() -> Memory {
    Memory {
        saved_at: 1_795_312_800_123,
        step: Step::Payment,
        draft: Draft {
            store_unique_id: "store_1".into(),
            customer_name: "Siti \"Nur'aini\" \u{1f33a}\n</script>".into(),
            ordervariants: vec![OrderVariant { quantity: 2, variant_unique_id: "variant_1".into() }],
            ..Draft::default()
        },
        key: Some("0123456789abcdef".into()),
        sent: true,
        status_url: None,
        street: "Jl. Dago No. 5".into(),
        postal_code: String::new(),
        district: Some(district()),
        courier: Some(courier()),
        agreed: Some(Rupiah::new(159_000)),
        bumped: true,
        kept: true,
    }
}

#[wasm_bindgen_test]
fn what_was_written_is_read_again() {
    storage::write("there", &memory());
    assert_eq!(storage::read("there"), Some(memory()));
    storage::remove("there");
    assert_eq!(storage::read("there"), None);
}

#[wasm_bindgen_test]
fn what_is_no_memory_is_none() {
    for text in ["", "{", "null", "[]", "{}", r#"{"saved_at":"yesterday"}"#] {
        js("sessionStorage.setItem('odd', arguments[0])", &[&text.into()]);
        assert_eq!(storage::read("odd"), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn a_storage_that_throws_is_replaced_by_the_page() {
    js(
        "Storage.prototype.real = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new Error('full') }",
        &[],
    );
    storage::write("full", &memory());
    js("Storage.prototype.setItem = Storage.prototype.real", &[]);
    assert_eq!(js("return sessionStorage.getItem('full')", &[]), wasm_bindgen::JsValue::NULL);
    assert_eq!(storage::read("full"), Some(memory()));
    storage::remove("full");
    assert_eq!(storage::read("full"), None);
}

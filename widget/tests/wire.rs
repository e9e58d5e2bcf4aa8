//! The shared types between serde's JSON and the browser's.
#![cfg(target_arch = "wasm32")]

use js_sys::JSON;
use serde::Serialize;
use shared::checkout::{Draft, Field, ProblemCode};
use shared::v3::{ItemType, OrderBundle, OrderVariant, PaymentKind, PaymentMethodCode};
use shared::value::Rupiah;
use shared::wire::{
    Bundle, BundleLine, Checkout, ErrorCode, FieldError, OrderState, Page, PaymentMethod, PriceOption,
    Problem, Product, Status, Store, Variant,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use widget::effects::read::{Readable, read};
use widget::effects::write::write;

wasm_bindgen_test_configure!(run_in_browser);

/// What serde writes, we read as the same.
fn check<T: Serialize + Readable + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(read::<T>(&JSON::parse(&text).unwrap()).ok().as_ref(), Some(value), "{text}");
}

fn is_refused<T: Readable>(text: &str) {
    assert!(read::<T>(&JSON::parse(text).unwrap()).is_err(), "{text}");
}

fn store() -> Store {
    Store {
        unique_id: "store_1".into(),
        name: "Kopi Senja".into(),
        logo: Some("https://cdn.example/1.png".into()),
        payment_methods: vec![PaymentMethodCode::new("qris"), PaymentMethodCode::new("astrapay")],
    }
}

fn product() -> Product {
    let variant = Variant {
        unique_id: "variant_1".into(),
        name: "M".into(),
        price: Rupiah::new(125_000),
        weight: Some(250),
        item_type: ItemType::Digital,
        available_qty: None,
        images: vec!["https://cdn.example/2.png".into()],
        options: vec!["M".into()],
    };
    Product {
        unique_id: "product_1".into(),
        name: "Kaos".into(),
        item_type: ItemType::Unknown("hologram".into()),
        images: vec![],
        options: vec!["Ukuran".into()],
        variants: vec![variant],
    }
}

fn bundle() -> Bundle {
    let line = BundleLine {
        variant_unique_id: "variant_1".into(),
        name: "Kaos M".into(),
        quantity: 2,
        item_type: ItemType::Physical,
        weight: None,
    };
    Bundle {
        unique_id: "bundle_1".into(),
        name: "Paket".into(),
        images: vec![],
        available_qty: Some(4),
        weight_bump: 50,
        lines: vec![line],
        price_options: vec![PriceOption {
            unique_id: "bpo_1".into(),
            name: "Hemat".into(),
            price: Rupiah::new(199_000),
        }],
    }
}

#[wasm_bindgen_test]
fn a_checkout_is_read_whole() {
    let kinds =
        ["va_bca", "qris", "card", "ovo", "alfamart", "payment_link", "bank_transfer", "cod", "astrapay"];
    check(&Checkout {
        store: store(),
        payment_methods: kinds.map(|code| PaymentMethod::from(PaymentMethodCode::new(code))).to_vec(),
        products: Page { data: vec![product()], has_next: true, next_cursor: Some("2".into()) },
        bundles: Page::whole(vec![bundle()]),
    });
    check(&Page::whole(vec![store()]));
}

#[wasm_bindgen_test]
fn an_order_and_a_problem_are_read_whole() {
    check(&OrderState {
        token: "tok".into(),
        status: Status::Confirming,
        payment_status: None,
        order_id: Some("260714ABC".into()),
        secret_slug: None,
        public_order_url: None,
        payment_url: Some("https://pay.example/1".into()),
        total: Some(Rupiah::new(199_000)),
        status_url: "/v3/orders/tok".into(),
    });
    let error = FieldError {
        field: Field::VariantQuantity(3),
        code: ProblemCode::NotEnoughStock,
        message: "few".into(),
    };
    for errors in [vec![error], vec![]] {
        check(&Problem {
            kind: "about:blank".into(),
            title: "Invalid".into(),
            status: 422,
            detail: "2 fields".into(),
            code: ErrorCode::Unknown("moon_phase".into()),
            request_id: "r".into(),
            errors,
        });
    }
}

#[wasm_bindgen_test]
fn a_kind_of_tomorrow_is_other() {
    let text = r#"{"code":"qris2","label":"QRIS 2","kind":"telepathy"}"#;
    let method: PaymentMethod = read(&JSON::parse(text).unwrap()).unwrap();
    assert_eq!(method.kind, PaymentKind::Other);
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_refused() {
    is_refused::<Page<Store>>("null");
    is_refused::<Page<Store>>("[]");
    is_refused::<Page<Store>>(r#"{"data":{},"has_next":false}"#);
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":"n"}"#);
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":"n","price":1.5}"#);
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":"n","price":1e300}"#);
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":7,"price":1}"#);
}

#[wasm_bindgen_test]
fn what_we_write_serde_reads() {
    let draft = Draft {
        store_unique_id: "store_1".into(),
        customer_name: "Sari \"Dewi\"".into(),
        customer_phone: "0812".into(),
        customer_email: String::new(),
        ordervariants: vec![OrderVariant { quantity: 100, variant_unique_id: "variant_1".into() }],
        orderbundles: vec![OrderBundle { quantity: 1, bundle_price_option_unique_id: "bpo_1".into() }],
        payment_method: "qris".into(),
        notes: "dua\nbaris".into(),
    };
    let text = write(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft, "{text}");
    assert!(!text.contains("customer_email"), "{text}");
}

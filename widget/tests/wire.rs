//! The shared types between serde's JSON and the browser's.
#![cfg(target_arch = "wasm32")]

use js_sys::JSON;
use serde::Serialize;
use shared::checkout::{Draft, Field, ProblemCode};
use shared::v3::{ItemType, OrderBundle, OrderVariant, PaymentKind, PaymentMethodCode, WholesalePrice};
use shared::value::Rupiah;
use shared::wire::{
    Bundle, BundleLine, Checkout, District, ErrorCode, FieldError, NoShipping, OrderState, Page,
    PaymentMethod, PriceOption, Problem, Product, ShippingOption, ShippingOptions, ShippingRequest, Status,
    Store, Variant,
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
        wholesale_prices: vec![WholesalePrice { minimum_quantity: 10, price: Rupiah::new(110_000) }],
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

/// Whatever may be left out of one is.
fn plain() -> Product {
    let mut plain = product();
    plain.variants.iter_mut().for_each(|variant| variant.wholesale_prices.clear());
    plain
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
        products: Page { data: vec![product(), plain()], has_next: true, next_cursor: Some("2".into()) },
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
        order_url: Some("/o/tok".into()),
        payment_url: Some("https://pay.example/1".into()),
        total: Some(Rupiah::new(199_000)),
        status_url: "/v3/orders/tok".into(),
    });
    let error = FieldError {
        field: Field::VariantQuantity(3),
        code: ProblemCode::NotEnoughStock,
        message: "few".into(),
    };
    for (errors, option) in [(vec![error], None), (vec![], Some(Box::new(option())))] {
        check(&Problem {
            kind: "about:blank".into(),
            title: "Invalid".into(),
            status: 422,
            detail: "2 fields".into(),
            code: ErrorCode::Unknown("moon_phase".into()),
            request_id: "r".into(),
            errors,
            order_url: option.as_ref().map(|_| "/o/tok".into()),
            items_total: option.as_ref().map(|_| Rupiah::new(150_000)),
            shipping_option: option,
        });
    }
}

fn district() -> District {
    District {
        id: 6033,
        display: "Coblong, Kota Bandung, Jawa Barat".into(),
        subdistrict_name: "Coblong".into(),
        city_name: "Kota Bandung".into(),
        province_name: "Jawa Barat".into(),
    }
}

fn option() -> ShippingOption {
    ShippingOption {
        shipping_quote: "v1.a.b".into(),
        warehouse_unique_id: "warehouse_1".into(),
        warehouse_name: "Gudang".into(),
        courier_service_id: 27,
        courier_code: "jnt".into(),
        courier_name: "J&T Express".into(),
        service_name: "Reguler".into(),
        shipment_provider_code: Some("mengantar".into()),
        insurance_cost: Some(Rupiah::new(360)),
        shipping_cost: Rupiah::new(9_000),
        etd: None,
        is_cod: true,
    }
}

#[wasm_bindgen_test]
fn places_and_couriers_are_read_whole() {
    check(&Page { data: vec![district()], has_next: true, next_cursor: None });
    check(&Page::whole(vec!["40132".to_owned()]));
    let bare = ShippingOption { shipment_provider_code: None, etd: Some("2-3".into()), ..option() };
    let options = |data, reason| ShippingOptions {
        data,
        items_total: Rupiah::new(150_000),
        weight: 250,
        expires_at: 1_795_312_800,
        hidden_without_cod: 3,
        is_incomplete: true,
        reason,
    };
    check(&options(vec![option(), bare], None));
    check(&options(vec![], Some(NoShipping::NoWarehouse)));
    check(&options(vec![], Some(NoShipping::Unknown("strike".into()))));
    let text = r#"{"data":[],"items_total":0,"weight":0,"expires_at":0}"#;
    assert!(read::<ShippingOptions>(&JSON::parse(text).unwrap()).is_ok(), "what serde leaves out");
    is_refused::<ShippingOptions>(r#"{"data":[],"items_total":0,"weight":0}"#);
    is_refused::<ShippingOption>(r#"{"shipping_quote":"v1"}"#);
    is_refused::<District>(r#"{"id":1.5,"subdistrict_name":"Coblong"}"#);
}

#[wasm_bindgen_test]
fn a_question_about_couriers_is_written_as_the_edge_reads_it() {
    let request = ShippingRequest {
        store_unique_id: "store_1".into(),
        location_id: 6033,
        postal_code: String::new(),
        payment_method: "cod".into(),
        ordervariants: vec![OrderVariant { quantity: 2, variant_unique_id: "variant_1".into() }],
        orderbundles: vec![],
    };
    let text = write(&request);
    assert_eq!(serde_json::from_str::<ShippingRequest>(&text).unwrap(), request, "{text}");
    let kept = write(&option());
    assert_eq!(serde_json::from_str::<ShippingOption>(&kept).unwrap(), option(), "{kept}");
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
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":"n","price":"1000"}"#);
    is_refused::<Page<Store>>(r#"{"data":[null],"has_next":false}"#);
    is_refused::<PriceOption>(r#"{"unique_id":"b","name":7,"price":1}"#);
    // All of its members may be left out.
    for none in ["null", "7", r#""draft""#] {
        is_refused::<Draft>(none);
    }
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
        address: "Jl. Dago No. 5\nRT 02".into(),
        location_id: Some(6033),
        postal_code: "40132".into(),
        shipping_quote: "v1.a.b".into(),
        insurance_cost: Some(Rupiah::new(360)),
        ..Draft::default()
    };
    let text = write(&draft);
    assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft, "{text}");
    assert!(!text.contains("customer_email"), "{text}");
}

//! How the types that come from outside are read, and ours are written.

use shared::checkout::{Draft, Field, ProblemCode};
use shared::v3::{ItemType, OrderBundle, OrderVariant, PaymentKind, PaymentMethodCode, WholesalePrice};
use shared::value::Rupiah;
use shared::wire::{
    Bundle, BundleLine, Checkout, District, ErrorCode, FieldError, NoShipping, OrderState, Page,
    PaymentMethod, PriceOption, Problem, Product, ShippingOption, ShippingOptions, ShippingRequest, Status,
    Store, Variant,
};
use wasm_bindgen::JsValue;

use super::read::{Fit, Readable, readable, word};
use super::write::{Writable, writable};
use crate::flow::{Memory, Step};

readable! {
    Store { unique_id, name, logo, payment_methods }
    PaymentMethod { code, label, kind }
    Product { unique_id, name, item_type, images, options, variants }
    Variant { unique_id, name, price, weight, item_type, available_qty, images, options; wholesale_prices }
    WholesalePrice { minimum_quantity, price }
    Bundle { unique_id, name, images, available_qty, weight_bump, lines, price_options }
    BundleLine { variant_unique_id, name, quantity, item_type, weight }
    PriceOption { unique_id, name, price }
    Page<Store> { data, has_next, next_cursor }
    Page<Product> { data, has_next, next_cursor }
    Page<Bundle> { data, has_next, next_cursor }
    Page<District> { data, has_next, next_cursor }
    Page<String> { data, has_next, next_cursor }
    District { id, subdistrict_name; display, city_name, province_name }
    Checkout { store, payment_methods, products, bundles }
    OrderState {
        token, status, payment_status, order_id, secret_slug, public_order_url, order_url, payment_url, total,
        status_url
    }
    Problem { kind = "type", title, status, detail, code, request_id; errors, shipping_option, items_total, order_url }
    FieldError { field, code, message }
    ShippingOption {
        shipping_quote, warehouse_unique_id, courier_service_id, shipping_cost;
        is_cod, warehouse_name, courier_code, courier_name, service_name, shipment_provider_code, etd,
        insurance_cost
    }
    ShippingOptions { data, items_total, weight, expires_at; hidden_without_cod, is_incomplete, reason }
    Memory { saved_at, step, draft, key, status_url; sent, street, postal_code, district, courier, agreed, bumped, kept }
    Draft {
        ;
        store_unique_id, customer_name, customer_phone, customer_email, ordervariants, orderbundles,
        payment_method, notes, address, location_id, postal_code, shipping_quote, warehouse_unique_id,
        courier_service_id, shipment_provider_code, shipping_cost, insurance_cost, confirm_duplicate
    }
    OrderVariant { quantity, variant_unique_id }
    OrderBundle { quantity, bundle_price_option_unique_id }
}

writable! {
    District { id, display, subdistrict_name, city_name, province_name }
    ShippingRequest {
        store_unique_id, location_id, postal_code, payment_method, ordervariants, orderbundles
    }
    Memory { saved_at, step, draft, key, sent, status_url, street, postal_code, district, courier, agreed, bumped, kept }
    ShippingOption {
        shipping_quote, warehouse_unique_id, warehouse_name, courier_service_id, courier_code, courier_name,
        service_name, shipment_provider_code, shipping_cost, insurance_cost, etd, is_cod
    }
    Draft {
        store_unique_id, customer_name, customer_phone, customer_email, ordervariants, orderbundles,
        payment_method, notes, address, location_id, postal_code, shipping_quote, insurance_cost,
        confirm_duplicate
    }
    OrderVariant { quantity, variant_unique_id }
    OrderBundle { quantity, bundle_price_option_unique_id }
}

/// Words that are kept when they are not known.
macro_rules! open_words {
    ($($type:ty)+) => {
        $(impl Readable for $type {
            fn read(value: &JsValue, fit: &Fit) -> Self {
                Self::from(String::read(value, fit))
            }
        })+
    };
}

open_words! { ItemType Status ErrorCode ProblemCode Field NoShipping }

impl Readable for PaymentMethodCode {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        Self::new(String::read(value, fit))
    }
}

impl Readable for PaymentKind {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        word(value, Self::Other, fit)
    }
}

const STEPS: [Step; 6] =
    [Step::Store, Step::Products, Step::Details, Step::Delivery, Step::Payment, Step::Review];

/// A step by its place; only our own memory holds one.
impl Readable for Step {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        let place: u16 = unsigned(value, fit);
        STEPS.get(usize::from(place)).copied().unwrap_or(Self::Store)
    }
}

impl Writable for Step {
    fn value(&self) -> JsValue {
        STEPS.iter().position(|step| step == self).and_then(|place| i64::try_from(place).ok()).value()
    }
}

impl Writable for Rupiah {
    fn value(&self) -> JsValue {
        self.amount().value()
    }
}

/// The edge writes every amount as a whole number.
impl Readable for Rupiah {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        Self::new(i64::read(value, fit))
    }
}

impl Readable for u64 {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        unsigned(value, fit)
    }
}

impl Readable for u32 {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        unsigned(value, fit)
    }
}

impl Readable for u16 {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        unsigned(value, fit)
    }
}

fn unsigned<T: TryFrom<i64> + Default>(value: &JsValue, fit: &Fit) -> T {
    T::try_from(i64::read(value, fit)).unwrap_or_else(|_| {
        fit.fails();
        T::default()
    })
}

//! A draft against what a store sells.

use super::*;
use crate::v3::{ItemType, OrderBundle, OrderVariant, PaymentMethodCode};
use crate::value::Rupiah;
use crate::wire::{Bundle, BundleLine, PaymentMethod, PriceOption, Product, Variant};

fn variant(unique_id: &str, item_type: ItemType, price: i64, available_qty: Option<i64>) -> Variant {
    Variant {
        unique_id: unique_id.into(),
        name: unique_id.into(),
        price: Rupiah::new(price),
        wholesale_prices: vec![],
        weight: None,
        item_type,
        available_qty,
        images: vec![],
        options: vec![],
    }
}

struct Kiosk(Vec<PaymentMethod>, Vec<Product>, Vec<Bundle>);

impl Kiosk {
    fn new() -> Self {
        let product = Product {
            unique_id: "product_1".into(),
            name: "Ebook".into(),
            item_type: ItemType::Digital,
            images: vec![],
            options: vec![],
            variants: vec![
                variant("variant_ebook", ItemType::Digital, 49_000, None),
                variant("variant_few", ItemType::Course, 100_000, Some(3)),
                variant("variant_gone", ItemType::License, 75_000, Some(0)),
                variant("variant_shirt", ItemType::Physical, 150_000, Some(9)),
            ],
        };
        let bundle = Bundle {
            unique_id: "bundle_1".into(),
            name: "Paket".into(),
            images: vec![],
            available_qty: None,
            weight_bump: 0,
            lines: vec![BundleLine {
                variant_unique_id: "variant_ebook".into(),
                name: "Ebook".into(),
                quantity: 2,
                item_type: ItemType::Digital,
                weight: None,
            }],
            price_options: vec![PriceOption {
                unique_id: "bpo_1".into(),
                name: "Normal".into(),
                price: Rupiah::new(80_000),
            }],
        };
        let methods = ["qris", "cod"].map(|code| PaymentMethod::from(PaymentMethodCode::new(code)));
        Self(methods.into(), vec![product], vec![bundle])
    }

    fn check(&self, draft: &Draft) -> Result<Order, Vec<(String, String)>> {
        let goods = Shelf { payment_methods: &self.0, products: &self.1, bundles: &self.2 };
        Order::check(draft, goods).map_err(|problems| {
            problems.iter().map(|problem| (problem.field.path(), problem.code.to_string())).collect()
        })
    }
}

fn pieces(unique_id: &str, quantity: i64) -> OrderVariant {
    OrderVariant { quantity, variant_unique_id: unique_id.into() }
}

fn draft() -> Draft {
    Draft {
        store_unique_id: "store_1".into(),
        customer_name: "Sari Dewi".into(),
        customer_phone: "0812 0000 0001".into(),
        customer_email: "sari@example.com".into(),
        ordervariants: vec![pieces("variant_ebook", 2)],
        payment_method: "qris".into(),
        ..Draft::default()
    }
}

fn problems(draft: &Draft) -> Vec<(String, String)> {
    Kiosk::new().check(draft).err().unwrap_or_default()
}

fn one(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.into(), code.into())]
}

#[test]
fn a_complete_draft_is_an_order() {
    let order = Kiosk::new().check(&draft()).unwrap();
    assert_eq!(order.charges().products, Rupiah::new(98_000));
    let sent = order.to_v3(None, None);
    assert_eq!(sent.customer_phone.as_deref(), Some("6281200000001"));
    assert_eq!(sent.ordervariants, vec![pieces("variant_ebook", 2)]);
}

#[test]
fn every_problem_is_reported_at_once() {
    let found = problems(&Draft { ordervariants: vec![pieces("variant_x", 1)], ..Draft::default() });
    let expect = [
        ("ordervariants[0].variant_unique_id", "not_sold"),
        ("customer_name", "required"),
        ("customer_phone", "required"),
        ("payment_method", "required"),
    ];
    assert_eq!(found, expect.map(|(field, code)| (field.to_owned(), code.to_owned())));
}

#[test]
fn each_rule_of_the_cart_has_its_own_code() {
    let cart = |ordervariants| problems(&Draft { ordervariants, ..draft() });
    assert_eq!(cart(vec![]), one("ordervariants", "required"));
    for quantity in [0, -1, 101, i64::MAX] {
        assert_eq!(
            cart(vec![pieces("variant_ebook", quantity)]),
            one("ordervariants[0].quantity", "out_of_range")
        );
    }
    assert_eq!(cart(vec![pieces("variant_gone", 1)]), one("ordervariants[0].variant_unique_id", "sold_out"));
    assert_eq!(cart(vec![pieces("variant_few", 4)]), one("ordervariants[0].quantity", "not_enough_stock"));
    assert_eq!(cart(vec![pieces("variant_ebook", 1); 51]), one("ordervariants", "too_many"));
}

/// Two lines of one thing could each pass where their sum does not.
#[test]
fn lines_of_one_thing_are_judged_together() {
    let twice = Draft { ordervariants: vec![pieces("variant_few", 2), pieces("variant_few", 2)], ..draft() };
    assert_eq!(problems(&twice), one("ordervariants[1].quantity", "not_enough_stock"));
    let fits = Draft { ordervariants: vec![pieces("variant_few", 2), pieces("variant_few", 1)], ..draft() };
    let order = Kiosk::new().check(&fits).unwrap();
    assert_eq!(order.to_v3(None, None).ordervariants, vec![pieces("variant_few", 3)]);
}

#[test]
fn what_comes_by_e_mail_needs_an_address() {
    let bundle = OrderBundle { quantity: 1, bundle_price_option_unique_id: "bpo_1".into() };
    let found = problems(&Draft {
        customer_email: String::new(),
        ordervariants: vec![],
        orderbundles: vec![bundle],
        ..draft()
    });
    assert_eq!(found, one("customer_email", "required"));
}

#[test]
fn a_way_to_pay_that_the_store_lacks_is_refused() {
    let found = problems(&Draft { payment_method: "dana".into(), ..draft() });
    assert_eq!(found, one("payment_method", "not_offered"));
}

#[test]
fn the_payload_does_not_depend_on_how_it_was_typed() {
    let kiosk = Kiosk::new();
    let typed =
        Draft { customer_phone: "+62 812-0000-0001".into(), customer_name: " Sari  Dewi ".into(), ..draft() };
    assert_eq!(
        kiosk.check(&typed).unwrap().to_v3(None, None),
        kiosk.check(&draft()).unwrap().to_v3(None, None)
    );
}

fn parcel() -> Draft {
    Draft {
        customer_email: String::new(),
        ordervariants: vec![pieces("variant_shirt", 1)],
        address: "Jl. Dago  No. 5\nRT 02".into(),
        location_id: Some(6033),
        postal_code: " 40132 ".into(),
        shipping_quote: "v1.signed".into(),
        ..draft()
    }
}

#[test]
fn a_parcel_needs_to_know_where_and_how() {
    let order = Kiosk::new().check(&parcel()).unwrap();
    let delivery = order.delivery().unwrap();
    assert_eq!(delivery.way, Way::Quoted { quote: "v1.signed".into(), insurance_cost: None });
    let nowhere = Draft { ordervariants: parcel().ordervariants, ..draft() };
    let found = problems(&nowhere);
    let expect =
        ["address", "location_id", "shipping_quote"].map(|at| (at.to_owned(), "required".to_owned()));
    assert_eq!(found, expect);
}

#[test]
fn the_platforms_members_say_how_it_comes_too() {
    let named = Draft {
        shipping_quote: String::new(),
        warehouse_unique_id: "warehouse_1".into(),
        courier_service_id: Some(27),
        shipping_cost: Some(Rupiah::new(19_000)),
        shipment_provider_code: "mengantar".into(),
        ..parcel()
    };
    let order = Kiosk::new().check(&named).unwrap();
    let Some(Way::Named(shipment)) = order.delivery().map(|delivery| &delivery.way) else { panic!() };
    let sent = order.to_v3(Some(shipment), None);
    assert_eq!(sent.address.as_deref(), Some("Jl. Dago No. 5 RT 02"));
    assert_eq!((sent.location_id, sent.postal_code.as_deref()), (Some(6033), Some("40132")));
    assert_eq!((sent.courier_service_id, sent.shipping_cost), (Some(27), Some(Rupiah::new(19_000))));
    assert_eq!(sent.shipment_provider_code.as_deref(), Some("mengantar"));
    assert_eq!(problems(&Draft { shipping_cost: None, ..named }), one("shipping_quote", "required"));
}

#[test]
fn what_is_not_shipped_goes_nowhere() {
    let order = Kiosk::new().check(&Draft { address: "x".into(), ..draft() }).unwrap();
    assert_eq!(order.delivery(), None);
    assert_eq!(order.to_v3(None, None).address, None);
}

#[test]
fn each_rule_of_the_address_has_its_own_code() {
    assert_eq!(problems(&Draft { address: "Jl.".into(), ..parcel() }), one("address", "too_short"));
    assert_eq!(problems(&Draft { address: "a".repeat(501), ..parcel() }), one("address", "too_long"));
    assert_eq!(problems(&Draft { location_id: Some(0), ..parcel() }), one("location_id", "required"));
    assert_eq!(problems(&Draft { postal_code: "4013".into(), ..parcel() }), one("postal_code", "malformed"));
    assert_eq!(problems(&Draft { postal_code: String::new(), ..parcel() }), vec![]);
}

#[test]
fn cash_at_the_door_is_for_parcels_only() {
    let cash = |draft| Draft { payment_method: "cod".into(), ..draft };
    assert_eq!(problems(&cash(parcel())), vec![]);
    assert_eq!(problems(&cash(draft())), one("payment_method", "no_cod"));
    let mixed = Draft {
        customer_email: "sari@example.com".into(),
        ordervariants: vec![pieces("variant_shirt", 1), pieces("variant_ebook", 1)],
        ..parcel()
    };
    assert_eq!(problems(&cash(mixed)), one("payment_method", "no_cod"));
}

#[test]
fn a_consignment_is_known_before_the_shopper_is() {
    let kiosk = Kiosk::new();
    let shelf = Shelf { payment_methods: &kiosk.0, products: &kiosk.1, bundles: &kiosk.2 };
    let nobody = Draft {
        customer_name: String::new(),
        customer_phone: String::new(),
        shipping_quote: String::new(),
        ..parcel()
    };
    let consignment = Consignment::check(&nobody, shelf).unwrap();
    assert_eq!(consignment.items_total(), Rupiah::new(150_000));
    assert_eq!(Some(consignment), kiosk.check(&parcel()).unwrap().consignment());
    let paths = |draft: &Draft| {
        let problems = Consignment::check(draft, shelf).unwrap_err();
        problems.iter().map(|problem| problem.field.path()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&Draft::default()), ["ordervariants", "payment_method", "location_id"]);
    assert_eq!(kiosk.check(&draft()).unwrap().consignment(), None);
}

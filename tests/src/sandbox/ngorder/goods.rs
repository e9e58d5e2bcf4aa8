//! What the shop sells: the goods of Sekar Batik, in Ngorder's words.

use serde_json::{Value, json};

use super::place::WAREHOUSES;
use crate::sandbox::catalogue::{Catalogue, Product, Store, Variant};
use crate::sandbox::shipping;

/// Whether the shop has the thing itself (`product_type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `S`: its own stock, counted.
    Own,
    /// `R`: somebody else's stock; an order needs its cost.
    Supplier,
    /// `PO`: made when ordered.
    PreOrder,
}

impl Kind {
    /// The platform's code and words.
    pub(super) const fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Own => ("S", "Stok Sendiri"),
            Self::Supplier => ("R", "Stok Supplier"),
            Self::PreOrder => ("PO", "Pre Order"),
        }
    }
}

/// From how many pieces a product costs how much.
const WHOLESALE: [(&str, &[(u32, i64)]); 2] =
    [("tas-tote", &[(10, 110_000), (50, 99_000)]), ("syal-lurik", &[(12, 80_000)])];

/// Ngorder's number of a product.
pub fn product_id(product: &Product) -> u64 {
    2_950_000 + product.id
}

/// Ngorder's number of a variant: `variation_id`, `product_meta_id`, `products[].id`.
pub fn variation_id(variant: &Variant) -> u64 {
    10_720_000 + variant.id
}

fn store() -> &'static Store {
    &Catalogue::get().stores[0]
}

/// Everything in the shop, published or not.
pub(super) fn products() -> &'static [Product] {
    &store().products
}

/// The product of this id.
pub(super) fn product(id: u64) -> Option<&'static Product> {
    products().iter().find(|product| product_id(product) == id)
}

/// The variation of this id, with its product.
pub(super) fn variation(id: u64) -> Option<(&'static Product, &'static Variant)> {
    store().variants().find(|(_, variant)| variation_id(variant) == id)
}

/// What nobody counts elsewhere is a supplier's or made to order here.
pub(super) fn kind(product: &Product) -> Kind {
    match product.slug {
        _ if product.is_inventory() => Kind::Own,
        "kotak-kado" => Kind::Supplier,
        _ => Kind::PreOrder,
    }
}

/// The steps of a product's price, `(pieces, rupiah)`; none for most.
pub(super) fn wholesale(product: &Product) -> &'static [(u32, i64)] {
    WHOLESALE.iter().find(|(slug, _)| *slug == product.slug).map_or(&[], |(_, steps)| *steps)
}

/// What a customer of this class pays for one of so many pieces. Steps are for class `N`.
pub(super) fn price(product: &Product, variant: &Variant, class: &str, pieces: u32) -> i64 {
    let share = |percent: i64| variant.price * percent / 100;
    match class {
        "Y" | "D" => share(85),
        "1" => share(95),
        "2" => share(90),
        "3" => share(80),
        _ => {
            let reached = wholesale(product).iter().rev().find(|(from, _)| pieces >= *from);
            reached.map_or(variant.price, |(_, price)| *price)
        }
    }
}

/// What the shop paid for it. It must never be seen outside; the last digits make it easy to find.
pub(super) const fn cost(variant: &Variant) -> i64 {
    variant.price * 6 / 10 + 77
}

/// The value of the option that Ngorder calls colour or size; it knows no third.
pub(super) fn option(product: &Product, variant: &Variant, wanted: &str) -> &'static str {
    let is_colour = |name: &str| matches!(name, "Warna" | "Motif");
    let named = product.option_names.iter().zip(&variant.option_values);
    named
        .filter(|(name, _)| is_colour(name) == (wanted == "color"))
        .map(|(_, value)| *value)
        .next()
        .unwrap_or("")
}

/// Pieces in a warehouse at the start: a third in Jakarta, a quarter in Surabaya, the rest in the
/// main one, as far as they hold the product at all.
pub(super) fn pieces(product: &Product, variant: &Variant, warehouse: u64) -> u32 {
    let all = variant.stock.unwrap_or_default();
    let part = |id: u64| match id {
        22 if holds(product, 22) => all / 3,
        30 if holds(product, 30) => all / 4,
        _ => 0,
    };
    if warehouse == 0 { all - part(22) - part(30) } else { part(warehouse) }
}

fn holds(product: &Product, warehouse: u64) -> bool {
    let twin = WAREHOUSES.iter().find(|known| known.id == warehouse).map(|known| known.twin);
    shipping::Warehouse::of(store()).any(|known| Some(known.id) == twin && known.holds(product))
}

/// The members that the search and the detail of a product share.
pub(super) fn head(product: &Product, origin: &str, total: u32) -> Value {
    let (code, words) = kind(product).code();
    let picture = picture(origin, &product.picture);
    json!({
        "id": product_id(product),
        "name": product.name,
        "product_type": code,
        "type_description": words,
        "category_id": category(product),
        "category_name": product.labels.first().copied().unwrap_or_default(),
        "description": product.about,
        "discount": 0,
        "weight": product.variants.first().map(|variant| variant.weight),
        "publish_status": flag(product.is_visible),
        "shop_id": SHOP,
        "user_id": 5,
        "show_stock": "Y",
        "total_stock": total,
        "wholesale_status": flag(!wholesale(product).is_empty()),
        "has_variation": flag(product.variants.len() > 1),
        "image": picture,
        "thumbnail": picture,
    })
}

/// The shop's number.
pub(super) const SHOP: u64 = 7;

/// One number for each label; 0 is "uncategorised".
pub(super) fn category(product: &Product) -> u64 {
    product.labels.first().map_or(0, |label| 101_000 + label.bytes().map(u64::from).sum::<u64>())
}

/// `Y` or `N`.
pub(super) const fn flag(is: bool) -> &'static str {
    if is { "Y" } else { "N" }
}

/// Where a picture is.
pub(super) fn picture(origin: &str, name: &str) -> String {
    format!("{origin}/images/{name}.svg")
}

/// The prices of a variation, for every class, and its cost among them as the platform has it.
pub(super) fn prices(product: &Product, variant: &Variant) -> Value {
    let of = |class: &str| price(product, variant, class, 1);
    json!({
        "price_buy": cost(variant),
        "price": of("N"),
        "price_reseller": of("Y"),
        "price1": of("1"),
        "price2": of("2"),
        "price3": of("3"),
    })
}

/// Whether it can be sold at all (`stock`: `Y`, `N`): types `R` and `PO` have nothing but this flag.
pub(super) fn sells(product: &Product, variant: &Variant) -> &'static str {
    flag(variant.is_checked && (kind(product) != Kind::Own || variant.stock.is_some()))
}

/// Steps as the lists write them.
pub(super) fn wholesales(product: &Product) -> Value {
    let steps = wholesale(product).iter();
    steps.map(|(from, price)| json!({ "minimum_quantity": from.to_string(), "price": price })).collect()
}

/// Both objects in one.
pub(super) fn merged(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Object(mut one), Value::Object(other)) => {
            one.extend(other);
            one.into()
        }
        (one, _) => one,
    }
}

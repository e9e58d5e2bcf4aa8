//! Order lines: variants as ordered, bundles expanded into theirs.

use serde_json::{Map, Value, json};

use crate::sandbox::catalogue::{Bundle, ItemType, PriceOption, Product, Store, Variant};
use crate::sandbox::identity;
use crate::sandbox::members::Members;
use crate::sandbox::money::Sen;
use crate::sandbox::stock::Stock;

/// One line.
#[derive(Debug, Clone)]
pub struct Line {
    /// A UUID of version 7.
    pub id: String,
    /// Pieces.
    pub quantity: u32,
    /// Price of all pieces; inside a bundle, its share of the bundle's price.
    pub product_price: Sen,
    pub(in crate::sandbox) product: &'static Product,
    pub(in crate::sandbox) variant: &'static Variant,
}

/// All lines of an order.
#[derive(Debug, Default)]
pub(super) struct Goods {
    pub(super) lines: Vec<Line>,
    pub(super) bundles: Vec<(String, u32)>,
    pub(super) weight_bump: u64,
}

impl Goods {
    pub(super) fn price(&self) -> Sen {
        self.lines.iter().map(|line| line.product_price).sum()
    }
}

impl Line {
    fn new((product, variant): (&'static Product, &'static Variant), quantity: u32) -> Self {
        let product_price = Sen::rupiah(variant.price).times(quantity);
        Self { id: identity::order_key(), quantity, product_price, product, variant }
    }

    /// `variant_…`
    pub fn variant_unique_id(&self) -> &str {
        &self.variant.unique_id
    }

    /// Has to be shipped.
    pub fn is_physical(&self) -> bool {
        self.product.item_type == ItemType::Physical
    }

    /// Grams of all pieces.
    pub fn weight(&self) -> u64 {
        u64::from(self.variant.weight) * u64::from(self.quantity)
    }

    pub(in crate::sandbox::order) fn truth(&self) -> Value {
        json!({
            "variant_unique_id": self.variant.unique_id,
            "name": self.variant.fullname,
            "quantity": self.quantity,
            "product_price": self.product_price.whole(),
        })
    }
}

/// Reads `ordervariants` and `orderbundles`; both may be there.
pub(super) fn read(members: &mut Members<'_>, store: &'static Store) -> Goods {
    let mut goods = Goods::default();
    for row in members.rows("ordervariants") {
        let found = |id: &str| store.variant_by_unique_id(id);
        if let Some((variant, quantity)) = named(members, row, "ordervariants", "variant_unique_id", found) {
            goods.lines.push(Line::new(variant, quantity));
        }
    }
    for row in members.rows("orderbundles") {
        let found = |id: &str| store.price_option(id);
        let name = "bundle_price_option_unique_id";
        if let Some(((bundle, option), quantity)) = named(members, row, "orderbundles", name, found) {
            goods.lines.extend(expanded(store, bundle, option, quantity));
            goods.bundles.push((format!("{} - {}", bundle.name, option.name), quantity));
            goods.weight_bump += u64::from(bundle.weight_bump) * u64::from(quantity);
        }
    }
    goods
}

fn named<T>(
    members: &mut Members<'_>,
    row: &Map<String, Value>,
    list: &str,
    member: &str,
    find: impl Fn(&str) -> Option<T>,
) -> Option<(T, u32)> {
    let quantity = row.get("quantity").and_then(Value::as_u64).filter(|pieces| (1..=10_000).contains(pieces));
    let thing = row.get(member).and_then(Value::as_str).and_then(find);
    if quantity.is_none() {
        members.complain(list, "quantity must be greater than 0");
    }
    if thing.is_none() {
        members.complain(list, &format!("{member} does not exist"));
    }
    Some((thing?, u32::try_from(quantity?).ok()?))
}

/// Expands a bundle; its price is spread over the lines by their list price, to the rupiah.
fn expanded(store: &'static Store, bundle: &Bundle, option: &PriceOption, quantity: u32) -> Vec<Line> {
    let inside = bundle
        .lines
        .iter()
        .filter_map(|line| Some(Line::new(store.variant_by_id(line.variant_id)?, line.quantity * quantity)));
    let mut lines: Vec<Line> = inside.collect();
    let price = Sen::rupiah(option.price).times(quantity);
    let list_price = lines.iter().map(|line| line.product_price.whole()).sum();
    for line in &mut lines {
        line.product_price = price.share(line.product_price.whole(), list_price);
    }
    let spread: Sen = lines.iter().map(|line| line.product_price).sum();
    if let Some(last) = lines.last_mut() {
        last.product_price = last.product_price + price - spread;
    }
    lines
}

/// Complains about what may not or cannot be sold.
pub(super) fn check_stock(members: &mut Members<'_>, lines: &[Line], stock: &Stock) {
    for line in lines {
        let wanted: u32 = same_variant(lines, line.variant).sum();
        if !line.variant.is_checked {
            members.complain("ordervariants", &format!("{} is not for sale", line.variant.fullname));
        } else if stock.left(line.variant).is_some_and(|left| left < wanted) {
            members.complain("ordervariants", &format!("{} is out of stock", line.variant.fullname));
        }
    }
}

fn same_variant<'a>(lines: &'a [Line], variant: &'a Variant) -> impl Iterator<Item = u32> + 'a {
    lines.iter().filter(|line| line.variant.id == variant.id).map(|line| line.quantity)
}

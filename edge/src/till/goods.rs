//! What is known of a product and of a variant.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use crate::intent::Millis;
use crate::platform::dealpos;

/// Hundredths of a percent in the whole.
const WHOLE: i64 = 10_000;

/// A part of a price, in hundredths of a percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percent(i64);

impl Percent {
    /// Of a number as the till writes it; more than everything is everything.
    pub fn new(percent: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range before")]
        Self((percent.clamp(0.0, 100.0) * 100.0).round() as i64)
    }

    /// What is left of a price, rounded to the nearest rupiah.
    pub fn off(self, price: Rupiah) -> Rupiah {
        let left = price.amount().saturating_mul(WHOLE.saturating_sub(self.0));
        Rupiah::new(left.saturating_add(WHOLE / 2).div_euclid(WHOLE))
    }
}

/// A product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Codes it was told under: one, but while it is being renamed.
    pub codes: BTreeSet<String>,
    /// For shoppers.
    pub name: Option<String>,
    /// The broadest first.
    pub category: Vec<String>,
    /// For shoppers.
    pub description: Option<String>,
    /// As the till wrote it: whole, without its scheme, or a path on the till's host.
    pub image: Option<String>,
    /// Not for sale, none of it.
    pub discontinued: bool,
    /// Deleted, and since when.
    pub gone: Option<Millis>,
}

impl From<dealpos::Product> for Product {
    fn from(product: dealpos::Product) -> Self {
        let category = product.category.unwrap_or_default();
        let levels = category.split('/').map(str::trim).filter(|level| !level.is_empty());
        Self {
            codes: product.code.into_iter().collect(),
            name: product.name,
            category: levels.map(str::to_owned).collect(),
            description: product.description,
            image: product.image_url,
            discontinued: product.discontinued,
            gone: None,
        }
    }
}

/// What only the variant's own events say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Standard, Composite, `NonInventory`, …
    pub kind: Option<String>,
    /// Asked instead of the unit price, by outlet.
    pub outlets: Vec<(String, Rupiah)>,
}

/// One thing that can be sold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its product, once one has named it.
    pub product: Option<String>,
    /// What joins it to a platform's variant. Never its name.
    pub sku: Option<String>,
    /// `M`, `XL`, …
    pub label: Option<String>,
    /// Before the discount.
    pub unit_price: Option<Rupiah>,
    /// Only products' events say it.
    pub discount: Percent,
    /// `None` while no event of its own has come.
    pub facts: Option<Facts>,
    /// Not for sale.
    pub discontinued: bool,
    /// No longer part of its product, and since when.
    pub gone: Option<Millis>,
    /// Pieces left, as far as somebody counts them. The till's events say nothing of it.
    #[serde(default)]
    pub stock: Option<u32>,
}

impl Item {
    /// The item with what its product says of it.
    pub(super) fn put_by_product(self, product: &str, variant: dealpos::ProductVariant) -> Self {
        Self {
            product: Some(product.to_owned()),
            sku: variant.code,
            label: variant.model,
            unit_price: variant.unit_price,
            discount: Percent::new(variant.discount.unwrap_or_default()),
            discontinued: variant.discontinued,
            gone: None,
            facts: self.facts,
            stock: self.stock,
        }
    }

    /// The item with what it says of itself. That it is there it cannot know better than its product.
    pub(super) fn put_by_itself(self, variant: dealpos::Variant) -> Self {
        Self {
            facts: Some(facts_of(&variant)),
            sku: variant.code,
            label: variant.model,
            unit_price: variant.unit_price,
            discontinued: variant.discontinued,
            ..self
        }
    }

    /// The item with what only its own events say.
    pub(super) fn with_facts(self, variant: &dealpos::Variant) -> Self {
        Self { facts: Some(facts_of(variant)), ..self }
    }
}

fn facts_of(variant: &dealpos::Variant) -> Facts {
    let outlets = variant.outlet_price.iter().filter_map(|own| Some((own.outlet.clone(), own.price?)));
    Facts { kind: variant.kind.clone(), outlets: outlets.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_off_is_a_fifth_off() {
        for (percent, price, left) in [
            (20.0, 200_000, 160_000),
            (0.0, 999, 999),
            (100.0, 5, 0),
            (250.0, 5, 0),
            (-3.0, 5, 5),
            (33.33, 100, 67),
            (12.5, 1_000, 875),
        ] {
            assert_eq!(
                Percent::new(percent).off(Rupiah::new(price)),
                Rupiah::new(left),
                "{percent} of {price}"
            );
        }
    }

    #[test]
    fn a_path_is_its_levels() {
        let product = dealpos::Product {
            category: Some("Food/ Snack//Pastries".into()),
            ..dealpos::Product::default()
        };
        assert_eq!(Product::from(product).category, ["Food", "Snack", "Pastries"]);
    }
}

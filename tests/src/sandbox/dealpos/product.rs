//! A product of the till and its variants, and how the two kinds of event write them (platforms §4.2).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TillProduct {
    /// UUID.
    pub id: String,
    /// Levels, with `/` between them.
    pub category: String,
    /// Name.
    pub name: String,
    /// Who delivers it. No shopper may see it.
    pub supplier_name: Option<String>,
    /// Brand.
    pub brand_name: Option<String>,
    /// The product's own code.
    pub code: String,
    /// Not for sale any more.
    pub discontinued: bool,
    /// A sentence or two.
    pub description: String,
    /// Where it lies.
    pub storage: String,
    /// Labels.
    pub tags: Vec<String>,
    /// At least one.
    pub variants: Vec<TillVariant>,
    /// The picture's name in the sandbox; the till gives `/media/{id}/`.
    pub picture: String,
}

/// A variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TillVariant {
    /// UUID.
    pub id: String,
    /// `M`, `XL`; empty when there is only one.
    pub model: String,
    /// SKU.
    pub code: String,
    /// What the shop paid, in rupiah. No shopper may see it.
    pub unit_cost: i64,
    /// Rupiah.
    pub unit_price: i64,
    /// Percent off.
    pub discount: u32,
    /// Not for sale any more.
    pub discontinued: bool,
    /// A sentence or two.
    pub description: String,
    /// The vendor does not say of what.
    pub weight: u32,
    /// `Standard`, `Composite`, …
    pub kind: String,
    /// Other prices in some outlets.
    pub outlet_prices: Vec<OutletPrice>,
    /// What a composite is made of.
    pub components: Vec<Component>,
}

/// A price in one outlet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutletPrice {
    /// The outlet's name.
    pub outlet: String,
    /// Rupiah.
    pub price: i64,
}

/// A part of a composite.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// The part's name.
    pub name: String,
    /// Its SKU.
    pub code: String,
    /// Pieces.
    pub quantity: u32,
}

impl TillProduct {
    /// As the product events write it: discounts, no weights.
    pub(super) fn json(&self) -> Value {
        json!({
            "ID": self.id,
            "Category": self.category,
            "Name": self.name,
            "SupplierName": self.supplier_name,
            "BrandName": self.brand_name,
            "Code": self.code,
            "Discontinued": self.discontinued,
            "Description": self.description,
            "Storage": self.storage,
            "Tags": self.tags,
            "ImageURL": format!("/media/{}/", self.id),
            "Variants": self.variants.iter().map(TillVariant::in_product).collect::<Vec<_>>(),
        })
    }

    /// A variant as the variant events write it: a weight and outlets' prices, no discount, and of
    /// the product no more than its name.
    pub(super) fn variant_json(&self, variant: &TillVariant) -> Value {
        json!({
            "ID": variant.id,
            "Category": self.category,
            "Product": self.name,
            "Variant": variant.model,
            "Name": self.full_name(variant),
            "Code": variant.code,
            "Weight": variant.weight,
            "Type": variant.kind,
            "OrderPrice": 0,
            "UnitCost": variant.unit_cost,
            "UnitPrice": variant.unit_price,
            "Taxable": true,
            "LoyaltyPoint": true,
            "Discontinued": variant.discontinued,
            "Components": variant.components.iter().map(Component::json).collect::<Vec<_>>(),
            "OutletPrice": variant.outlet_prices.iter().map(OutletPrice::json).collect::<Vec<_>>(),
        })
    }

    /// `Tupperware - TPW (XL)`
    fn full_name(&self, variant: &TillVariant) -> String {
        match variant.model.as_str() {
            "" => format!("{} - {}", self.name, self.code),
            model => format!("{} - {} ({model})", self.name, self.code),
        }
    }
}

impl TillVariant {
    fn in_product(&self) -> Value {
        json!({
            "ID": self.id,
            "Model": self.model,
            "Code": self.code,
            "UnitCost": self.unit_cost,
            "UnitPrice": self.unit_price,
            "Discount": self.discount,
            "Discontinued": self.discontinued,
            "Description": self.description,
        })
    }
}

impl OutletPrice {
    fn json(&self) -> Value {
        json!({ "Outlet": self.outlet, "Price": self.price, "ExtraCost": 0 })
    }
}

impl Component {
    fn json(&self) -> Value {
        json!({ "Name": self.name, "Code": self.code, "Qty": self.quantity })
    }
}

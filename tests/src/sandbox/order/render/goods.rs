//! What is in it, line by line.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::members;
use crate::sandbox::identity::moment;
use crate::sandbox::order::Order;
use crate::sandbox::order::content::Line;

impl Order {
    pub(super) fn goods_json(&self) -> Map<String, Value> {
        let lines = &self.content.lines;
        let weight = self.content.product_weight();
        let bump = self.content.weight_bump;
        let named = |line: &Line| (line.variant.fullname.clone(), json!(line.quantity));
        members(json!({
            "orderlines": lines.iter().map(|line| line.json(self.created_at)).collect::<Vec<_>>(),
            "total_quantity": self.content.total_quantity(),
            "product_weight": weight.to_string(),
            "weight_bump": bump.to_string(),
            "total_weight": (weight + bump).to_string(),
            "variants": lines.iter().map(named).collect::<Map<_, _>>(),
            "final_variants": lines.iter().map(named).collect::<Map<_, _>>(),
            "bundle_price_options": self.bundles_json(),
        }))
    }

    /// Names of price options with their quantity.
    pub(in crate::sandbox::order) fn bundles_json(&self) -> Value {
        let bundles = self.content.bundles.iter();
        bundles.map(|(name, quantity)| (name.clone(), json!(quantity))).collect::<Map<_, _>>().into()
    }
}

impl Line {
    /// Money is a JSON number here, unlike on the order itself (scalev-v3 §7).
    fn json(&self, made: Timestamp) -> Value {
        let (product, variant) = (self.product, self.variant);
        let option = |nth: usize| variant.option_values.get(nth);
        json!({
            "id": self.id,
            "quantity": self.quantity,
            "product_name": product.name,
            "item_type": product.item_type,
            "pricing_type": if product.is_recurring() { "recurring" } else { "one_time" },
            "interval": product.is_recurring().then_some("month"),
            "interval_count": product.is_recurring().then_some(1),
            "currency": "IDR",
            "variant": variant.id,
            "variant_sku": variant.sku,
            "variant_price": variant.price,
            "variant_option1_value": option(0),
            "variant_option2_value": option(1),
            "variant_option3_value": option(2),
            "product_price": self.product_price.number(),
            "product_price_bt": self.product_price.number(),
            "discount": 0,
            "discount_code_discount": 0,
            "tax_rate": 0,
            "weight": self.weight(),
            "is_inventory": variant.stock.is_some(),
            "inserted_at": moment(made),
        })
    }
}

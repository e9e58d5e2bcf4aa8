//! A product of the store, and what `sync-products` does to it.

use serde::Serialize;
use serde_json::{Number, Value, json};

use super::Gercep;

/// Pieces of what nobody counts.
pub(super) const UNCOUNTED: i64 = 999_999;

/// A product: there are no variants.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GercepProduct {
    /// Gercep's own number.
    pub id: u64,
    /// Whose key it was linked with, if it was.
    pub external_id: Option<String>,
    /// Unique in the store.
    pub name: String,
    /// Rupiah, a float in the vendor's database.
    pub price: Number,
    /// `General` when left out.
    pub category: String,
    /// Empty when left out.
    pub description: String,
    /// Nothing when left out.
    pub image: Option<String>,
    /// 999999 when left out.
    pub stock: i64,
    /// The merchant put it away: it can neither be changed nor sold.
    pub is_archived: bool,
}

impl GercepProduct {
    /// As the list writes it: no description, no picture.
    pub(super) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "externalId": self.external_id,
            "name": self.name,
            "price": self.price,
            "stock": self.stock,
        })
    }

    /// Takes pieces away, unless nobody counts them.
    pub(super) fn take(&mut self, quantity: u32) {
        if self.stock != UNCOUNTED {
            self.stock = (self.stock - i64::from(quantity)).max(0);
        }
    }
}

impl Gercep {
    /// Writes one product over whatever was there, and says how that went.
    pub(super) fn upsert(&mut self, item: &Value) -> Value {
        let external_id = words(&item["externalId"]);
        let name = words(&item["name"]);
        let (Some(name), Some(price)) = (name.clone(), number(&item["price"])) else {
            let name = name.or(external_id);
            return json!({ "name": name, "status": "error", "message": "Missing name or price" });
        };
        let known = self.known(external_id.as_deref(), &name);
        if known.is_some_and(|place| self.products[place].is_archived) {
            let message = "Product is archived/deleted on platform";
            return json!({ "name": name, "status": "ignored", "message": message });
        }
        let place = known.unwrap_or(self.products.len());
        let before = self.products.get(place);
        let id = before.map_or(123 + place as u64, |before| before.id);
        let external_id = external_id.or_else(|| before.and_then(|before| before.external_id.clone()));
        let product = GercepProduct {
            id,
            external_id: external_id.clone(),
            name: name.clone(),
            price,
            category: words(&item["category"]).unwrap_or_else(|| "General".into()),
            description: words(&item["description"]).unwrap_or_default(),
            image: words(&item["image"]),
            stock: item["stock"].as_i64().unwrap_or(UNCOUNTED),
            is_archived: false,
        };
        match self.products.get_mut(place) {
            Some(before) => *before = product,
            None => self.products.push(product),
        }
        json!({ "name": name, "status": "success", "id": id, "externalId": external_id })
    }

    /// Where the product is: by its key, else by its name.
    fn known(&self, external_id: Option<&str>, name: &str) -> Option<usize> {
        let by_key = self
            .products
            .iter()
            .position(|product| external_id.is_some() && product.external_id.as_deref() == external_id);
        by_key.or_else(|| self.products.iter().position(|product| product.name == name))
    }

    /// Removes one product, and says that it is gone even when it never was there.
    pub(super) fn remove(&mut self, item: &Value) -> Value {
        let key = if item["externalId"].is_null() { "name" } else { "externalId" };
        let wanted = words(&item[key]);
        self.products.retain(|product| match key {
            "name" => Some(&product.name) != wanted.as_ref(),
            _ => product.external_id != wanted,
        });
        json!({ key: wanted, "status": "deleted" })
    }
}

/// A text, trimmed; a number counts as one.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}

//! The catalogue as the platform writes it: numbers for money (scalev-v3 §2.1–2.4).

mod bundle;

use serde_json::{Value, json};

use super::{PaymentAccount, Product, Store, Variant};
use crate::sandbox::identity;
use crate::sandbox::order::business_json;
use crate::sandbox::stock::Stock;

/// What the answers need to know besides the tables.
pub(in crate::sandbox) struct Shelf<'a> {
    /// The sandbox's own origin, for pictures.
    pub(in crate::sandbox) origin: &'a str,
    /// Stores have this custom domain.
    pub(in crate::sandbox) domain: Option<&'a str>,
    /// What is left of everything.
    pub(in crate::sandbox) stock: &'a Stock,
}

impl Shelf<'_> {
    fn image(&self, name: &str) -> String {
        format!("{}/images/{name}.svg", self.origin)
    }

    /// `StoreSimplified`
    pub(in crate::sandbox) fn store(&self, store: &Store) -> Value {
        let mut json = json!({
            "id": store.id,
            "unique_id": store.unique_id,
            "uuid": identity::uuid(&store.unique_id),
            "name": store.name,
            "business_id": 77,
            "logo": self.image(&format!("{}-logo", store.key)),
            "custom_domain": self.domain.map(|domain| json!({
                "id": store.id * 10, "full_url": domain, "is_verified": true,
            })),
            "is_active": true,
            "is_public": true,
            "payment_methods": store.payment_methods,
        });
        if let Some(banks) = &store.sub_payment_methods {
            json["sub_payment_methods"] = json!(banks);
        }
        json
    }

    /// `StoreProduct`
    pub(in crate::sandbox) fn product(&self, product: &Product) -> Value {
        let option = |nth: usize| product.option_names.get(nth);
        let variants = product.variants.iter().map(|variant| self.variant_summary(product, variant));
        json!({
            "id": product.id,
            "uuid": identity::uuid(product.slug),
            "name": product.name,
            "display": product.name,
            "public_name": product.name,
            "description": product.about,
            "is_visible": product.is_visible,
            "images": [self.image(&product.picture)],
            "item_type": product.item_type,
            "item_type_name": product.item_type.name(),
            "labels": product.labels.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
            "option1_name": option(0),
            "option2_name": option(1),
            "option3_name": option(2),
            "variant_count": product.variants.len(),
            "variants": variants.collect::<Vec<_>>(),
        })
    }

    fn variant_summary(&self, product: &Product, variant: &Variant) -> Value {
        let option = |nth: usize| variant.option_values.get(nth);
        json!({
            "id": variant.id,
            "unique_id": variant.unique_id,
            "uuid": identity::uuid(&variant.unique_id),
            "name": variant.fullname,
            "fullname": variant.fullname,
            "product_name": product.name,
            "sku": variant.sku,
            "price": variant.price,
            "item_type": product.item_type,
            "weight": variant.weight,
            "available_qty": self.stock.left(variant),
            "images": [self.image(&variant.picture)],
            "is_checked": variant.is_checked,
            "is_editable": true,
            "reseller_price": null,
            "option1_value": option(0),
            "option2_value": option(1),
            "option3_value": option(2),
            "metadata": {},
        })
    }

    /// `Variant`: the full one, which has no stock count.
    pub(in crate::sandbox) fn variant(&self, product: &Product, variant: &Variant) -> Value {
        let mut json = self.variant_summary(product, variant);
        let more = json!({
            "display": variant.fullname,
            "price_bt": variant.price,
            "currency": "IDR",
            "pricing_type": if product.is_recurring() { "recurring" } else { "one_time" },
            "interval": product.is_recurring().then_some("month"),
            "interval_count": product.is_recurring().then_some(1),
            "product": {
                "id": product.id,
                "uuid": identity::uuid(product.slug),
                "name": product.name,
                "display": product.name,
                "description": product.about,
                "item_type": product.item_type,
                "item_type_name": product.item_type.name(),
                "is_inventory": product.is_inventory(),
                "option1_name": product.option_names.first(),
                "option2_name": product.option_names.get(1),
                "option3_name": product.option_names.get(2),
                "business": business_json(),
            },
            "created_at": "2026-01-05T02:00:00Z",
            "last_updated_at": "2026-11-01T02:00:00Z",
        });
        if let (Value::Object(json), Value::Object(more)) = (&mut json, more) {
            json.remove("available_qty");
            json.extend(more);
        }
        json
    }
}

impl PaymentAccount {
    /// The account as `GET …/payment-accounts` writes it (scalev-v3 §2.2).
    pub(in crate::sandbox) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "unique_id": self.unique_id,
            "method": "bank_transfer",
            "account_holder": self.holder,
            "account_number": self.number,
            "financial_entity": self.entity_json(),
            "is_owned_by_store": true,
        })
    }

    /// The bank.
    pub(in crate::sandbox) fn entity_json(&self) -> Value {
        json!({
            "id": self.bank.bytes().map(u64::from).sum::<u64>(),
            "code": self.bank,
            "name": self.bank_name(),
            "entity_type": "bank",
        })
    }

    /// `Bank BCA`
    pub fn bank_name(&self) -> String {
        match self.bank {
            "mandiri" => "Bank Mandiri".into(),
            code => format!("Bank {}", code.to_uppercase()),
        }
    }
}

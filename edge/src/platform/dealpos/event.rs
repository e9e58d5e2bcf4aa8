//! What the till tells. Its body names no event, so each has an address of its
//! own, whose last word is the event's name (platforms §4.1).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Product, Variant};

/// The last word of an event's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventName {
    /// `product-created`
    ProductCreated,
    /// `product-updated`
    ProductUpdated,
    /// `product-deleted`
    ProductDeleted,
    /// `variant-created`
    VariantCreated,
    /// `variant-updated`
    VariantUpdated,
}

impl EventName {
    /// Reads the word.
    pub fn from_path(word: &str) -> Option<Self> {
        Some(match word {
            "product-created" => Self::ProductCreated,
            "product-updated" => Self::ProductUpdated,
            "product-deleted" => Self::ProductDeleted,
            "variant-created" => Self::VariantCreated,
            "variant-updated" => Self::VariantUpdated,
            _ => return None,
        })
    }
}

/// Something that happened at the till.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// There is a new product.
    ProductCreated(Product),
    /// A product is so now, with all its variants.
    ProductUpdated(Product),
    /// A product is gone for good.
    ProductDeleted(Product),
    /// There is a new variant.
    VariantCreated(Variant),
    /// A variant is so now.
    VariantUpdated(Variant),
}

/// The body is no such event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an object in JSON with an ID is expected: see DealPOS' Developer > URL, and which event this address is for"
)]
pub struct Unreadable;

impl Event {
    /// Reads a body that came to this event's address.
    pub fn read(name: EventName, body: &[u8]) -> Result<Self, Unreadable> {
        let body = unwrapped(serde_json::from_slice(body).map_err(|_| Unreadable)?);
        // A list of values would be read as members in their order.
        if !body.is_object() {
            return Err(Unreadable);
        }
        match name {
            EventName::ProductCreated => product(body).map(Self::ProductCreated),
            EventName::ProductUpdated => product(body).map(Self::ProductUpdated),
            EventName::ProductDeleted => product(body).map(Self::ProductDeleted),
            EventName::VariantCreated => variant(body).map(Self::VariantCreated),
            EventName::VariantUpdated => variant(body).map(Self::VariantUpdated),
        }
    }
}

/// The documentation wraps one sample in a key of its own, `Example 1`.
fn unwrapped(body: Value) -> Value {
    match body {
        Value::Object(mut members) if members.len() == 1 && !members.contains_key("ID") => {
            members.values_mut().next().map(Value::take).unwrap_or_default()
        }
        body => body,
    }
}

fn product(body: Value) -> Result<Product, Unreadable> {
    Product::deserialize(body).ok().filter(|product| product.id.is_some()).ok_or(Unreadable)
}

fn variant(body: Value) -> Result<Variant, Unreadable> {
    Variant::deserialize(body).ok().filter(|variant| variant.id.is_some()).ok_or(Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Body;
    use proptest::prelude::*;
    use serde_json::json;
    use shared::value::Rupiah;

    #[test]
    fn the_documented_products_are_read() {
        for (name, body) in [
            (EventName::ProductCreated, documented!("dealpos/product_created.json").as_bytes()),
            (EventName::ProductUpdated, documented!("dealpos/product_updated.json").as_bytes()),
            (EventName::ProductDeleted, documented!("dealpos/product_deleted.json").as_bytes()),
            (
                EventName::ProductCreated,
                documented!("dealpos/synthetic/product_created.newer_schema.json").as_bytes(),
            ),
        ] {
            let event = Event::read(name, body).unwrap();
            let (Event::ProductCreated(product)
            | Event::ProductUpdated(product)
            | Event::ProductDeleted(product)) = event
            else {
                panic!("a product")
            };
            assert_eq!((product.name.as_deref(), product.code.as_deref()), (Some("Flanel"), Some("8008")));
            let codes: Vec<_> =
                product.variants.iter().filter_map(|variant| variant.code.as_deref()).collect();
            assert_eq!(codes, ["8008M", "8008L", "8008XL"]);
            let first = product.variants.first().unwrap();
            assert_eq!((first.unit_price, first.discount), (Some(Rupiah::new(200_000)), Some(20.0)));
        }
    }

    #[test]
    fn the_documented_list_of_variants_is_the_one_of_its_product() {
        let list: Vec<super::super::ProductVariant> =
            serde_json::from_str(documented!("dealpos/product_deleted.variants_example.json")).unwrap();
        let body = documented!("dealpos/product_deleted.json").as_bytes();
        let Event::ProductDeleted(product) = Event::read(EventName::ProductDeleted, body).unwrap() else {
            panic!("a product")
        };
        assert_eq!((list.len(), list), (3, product.variants));
    }

    #[test]
    fn an_event_is_answered_as_documented() {
        let Body::Json(answer) = crate::api::webhook::success().body else { panic!("JSON") };
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!(answer, serde_json::from_str::<Value>(documented!("dealpos/ack.response.json")).unwrap());
    }

    #[test]
    fn nulls_are_nothing() {
        let body = documented!("dealpos/synthetic/product_created.nulls.json").as_bytes();
        let Event::ProductCreated(product) = Event::read(EventName::ProductCreated, body).unwrap() else {
            panic!("a product")
        };
        assert_eq!((product.description, product.image_url, product.variants), (None, None, Vec::new()));
    }

    #[test]
    fn the_documented_variants_are_read() {
        for body in [
            documented!("dealpos/variant_created.json").as_bytes(),
            documented!("dealpos/variant_updated.json").as_bytes(),
        ] {
            let Event::VariantUpdated(variant) = Event::read(EventName::VariantUpdated, body).unwrap() else {
                panic!("a variant")
            };
            assert_eq!((variant.code.as_deref(), variant.model.as_deref()), (Some("TPW-XL"), Some("XL")));
            assert_eq!((variant.unit_price, variant.weight), (Some(Rupiah::new(250_000)), Some(0.0)));
        }
        let body = documented!("dealpos/synthetic/variant_updated.filled.json").as_bytes();
        let Event::VariantUpdated(variant) = Event::read(EventName::VariantUpdated, body).unwrap() else {
            panic!("a variant")
        };
        let outlet = OutletPrice { outlet: "Outlet1".into(), price: Some(Rupiah::new(245_000)) };
        assert_eq!(variant.outlet_price, [outlet]);
    }

    use super::super::OutletPrice;

    #[test]
    fn loose_members_are_read_as_what_they_mean() {
        let body = json!({ "Example 1": { "ID": 7, "Name": "  Teh ", "Code": 8008, "Discontinued": "True", "Category": "",
            "Variants": [{ "ID": "v", "UnitPrice": "200000.00", "Discount": "12.5" }, "nonsense", { "ID": "w", "UnitPrice": 999.6 }] } });
        let Event::ProductUpdated(product) =
            Event::read(EventName::ProductUpdated, body.to_string().as_bytes()).unwrap()
        else {
            panic!("a product")
        };
        assert_eq!((product.id.as_deref(), product.name.as_deref()), (Some("7"), Some("Teh")));
        assert_eq!((product.code.as_deref(), product.category), (Some("8008"), None));
        assert!(product.discontinued);
        let prices: Vec<_> =
            product.variants.iter().map(|variant| (variant.unit_price, variant.discount)).collect();
        assert_eq!(prices, [(Some(Rupiah::new(200_000)), Some(12.5)), (Some(Rupiah::new(1_000)), None)]);
    }

    #[test]
    fn what_has_no_id_is_no_event() {
        for body in [
            "",
            "null",
            "[]",
            "[1]",
            r#"[["p"]]"#,
            "{}",
            r#"{"ID":null}"#,
            r#"{"ID":" "}"#,
            r#"{"Name":"x","Code":"y"}"#,
        ] {
            assert_eq!(Event::read(EventName::ProductUpdated, body.as_bytes()), Err(Unreadable), "{body}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(body in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Event::read(EventName::VariantCreated, &body);
        }

        #[test]
        fn no_shape_of_a_member_makes_it_fail(price in ".{0,12}", number in any::<f64>(), flag in any::<bool>()) {
            let body = json!({ "ID": "1", "Discontinued": number, "Name": flag, "Variants": { "0": 1 }, "Code": price,
                "ImageURL": [price], "UnitPrice": price });
            prop_assert!(Event::read(EventName::ProductUpdated, body.to_string().as_bytes()).is_ok());
            prop_assert!(Event::read(EventName::VariantUpdated, body.to_string().as_bytes()).is_ok());
        }
    }
}

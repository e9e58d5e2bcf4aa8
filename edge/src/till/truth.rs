//! What the till answers when it is asked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, Change};
use super::goods::Product;
use crate::intent::Millis;
use crate::platform::dealpos;

/// Something the till is asked for, by its code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of", content = "code")]
pub enum Question {
    /// A product, with its variants.
    Product(String),
    /// A variant.
    Variant(String),
}

/// What it answered: everything that has the code it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Truth {
    /// The products of this code.
    Products(String, Vec<dealpos::Product>),
    /// The variants of a code.
    Variants(Vec<dealpos::Variant>),
}

impl Catalogue {
    /// Believes an answer, over everything that was heard before it was asked for.
    pub fn learn(&mut self, truth: Truth, now: Millis) -> Change {
        let mut change = Change::default();
        match truth {
            Truth::Products(code, products) => self.learn_products(&code, products, now, &mut change),
            Truth::Variants(variants) => self.learn_variants(variants, &mut change),
        }
        change
    }

    fn learn_products(
        &mut self,
        code: &str,
        products: Vec<dealpos::Product>,
        now: Millis,
        change: &mut Change,
    ) {
        let found: Vec<String> = products.iter().filter_map(|product| product.id.clone()).collect();
        let called =
            self.products.iter().filter(|(id, known)| known.codes.contains(code) && !found.contains(id));
        let missed: Vec<String> = called.map(|(id, _)| id.clone()).collect();
        for product in products {
            self.learn_product(product, now, change);
        }
        for id in missed {
            self.is_not_called(&id, code, now, change);
        }
    }

    fn learn_product(&mut self, product: dealpos::Product, now: Millis, change: &mut Change) {
        let Some(id) = product.id.clone() else { return };
        self.believe_product(&id, product, BTreeSet::new(), now, change);
    }

    /// Nothing of this product has that code. Without any other it is not there.
    fn is_not_called(&mut self, id: &str, code: &str, now: Millis, change: &mut Change) {
        let Some(known) = self.products.get(id).cloned() else { return };
        let mut codes = known.codes.clone();
        codes.remove(code);
        let is_gone = codes.is_empty();
        self.put_product(id, Product { codes, ..known }, change);
        if is_gone {
            self.end_product(id, now, change);
        }
    }

    fn learn_variants(&mut self, variants: Vec<dealpos::Variant>, change: &mut Change) {
        for variant in variants {
            let Some(id) = variant.id.clone() else { continue };
            let known = self.items.get(&id).cloned().unwrap_or_default();
            self.put_item(&id, known.put_by_itself(variant), change);
        }
    }
}

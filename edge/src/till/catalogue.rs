//! All of a shop's goods.

use std::collections::{BTreeMap, BTreeSet};

use super::goods::{Item, Product};
use super::truth::Question;

/// What the till has told so far. What is gone stays known: else a platform
/// that still lists it would sell it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    pub(super) products: BTreeMap<String, Product>,
    pub(super) items: BTreeMap<String, Item>,
}

/// Which rows are to be written after something was heard, and what to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Products that are not as they were.
    pub products: BTreeSet<String>,
    /// Items that are not as they were.
    pub items: BTreeSet<String>,
    /// What the till should be asked.
    pub questions: BTreeSet<Question>,
}

impl Change {
    /// Whether everything is as it was.
    pub fn is_nothing(&self) -> bool {
        self.products.is_empty() && self.items.is_empty()
    }
}

impl Catalogue {
    /// As it was written down.
    pub fn new(
        products: impl IntoIterator<Item = (String, Product)>,
        items: impl IntoIterator<Item = (String, Item)>,
    ) -> Self {
        Self { products: products.into_iter().collect(), items: items.into_iter().collect() }
    }

    /// The product of this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.get(id)
    }

    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.get(id)
    }

    /// What is there, each with its product.
    pub fn present(&self) -> impl Iterator<Item = (&str, &Item, &Product)> {
        let present = self.items.iter().filter(|(_, item)| item.gone.is_none());
        present.filter_map(|(id, item)| {
            let product = self.products.get(item.product.as_ref()?)?;
            product.gone.is_none().then_some((id.as_str(), item, product))
        })
    }

    pub(super) fn put_product(&mut self, id: &str, product: Product, change: &mut Change) {
        if self.products.get(id) != Some(&product) {
            self.products.insert(id.to_owned(), product);
            change.products.insert(id.to_owned());
        }
    }

    pub(super) fn put_item(&mut self, id: &str, item: Item, change: &mut Change) {
        if self.items.get(id) != Some(&item) {
            self.items.insert(id.to_owned(), item);
            change.items.insert(id.to_owned());
        }
    }

    /// The items of a product that are there, by id.
    pub(super) fn items_of(&self, product: &str) -> Vec<String> {
        let of_it = |item: &Item| item.gone.is_none() && item.product.as_deref() == Some(product);
        self.items.iter().filter(|(_, item)| of_it(item)).map(|(id, _)| id.clone()).collect()
    }
}

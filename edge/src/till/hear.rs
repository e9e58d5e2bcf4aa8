//! What an event changes.

use std::collections::BTreeSet;

use super::catalogue::{Catalogue, Change};
use super::goods::{Item, Product};
use super::truth::Question;
use crate::intent::Millis;
use crate::platform::dealpos::{self, Event, ProductVariant};

impl Catalogue {
    /// Believes an event, as far as it can be believed by itself:
    ///
    /// * *deleted* is the end of a product, unless the till says otherwise when it is asked;
    /// * *created* says nothing new of what is known already;
    /// * of two *updated* the one that came last is believed, until the till is asked.
    pub fn hear(&mut self, event: Event, now: Millis) -> Change {
        let mut change = Change::default();
        match event {
            Event::ProductCreated(product) => self.product_is(product, true, now, &mut change),
            Event::ProductUpdated(product) => self.product_is(product, false, now, &mut change),
            Event::ProductDeleted(product) => self.product_is_gone(product, now, &mut change),
            Event::VariantCreated(variant) => self.item_is(variant, true, &mut change),
            Event::VariantUpdated(variant) => self.item_is(variant, false, &mut change),
        }
        change
    }

    fn product_is(&mut self, told: dealpos::Product, is_new: bool, now: Millis, change: &mut Change) {
        let Some(id) = told.id.clone() else { return };
        let is_gone = self.products.get(&id).is_some_and(|known| known.gone.is_some());
        if is_gone || is_new && self.products.contains_key(&id) {
            self.is_called(&id, told.code, change);
        } else {
            let codes = self.products.get(&id).map(|known| known.codes.clone()).unwrap_or_default();
            self.believe_product(&id, told, codes, now, change);
        }
        self.ask_about(&id, change);
    }

    /// The product is so, and has these variants and no others. `codes`: by which else it goes.
    pub(super) fn believe_product(
        &mut self,
        id: &str,
        mut told: dealpos::Product,
        codes: BTreeSet<String>,
        now: Millis,
        change: &mut Change,
    ) {
        let variants = std::mem::take(&mut told.variants);
        let mut product = Product::from(told);
        product.codes.extend(codes);
        self.put_product(id, product, change);
        // A list of none is a list that was left out: a product has a variant.
        if variants.is_empty() {
            return;
        }
        let mut left = self.items_of(id);
        for variant in variants {
            let Some(item) = variant.id.clone() else { continue };
            left.retain(|other| *other != item);
            self.believe_part(id, &item, variant, change);
        }
        self.are_gone(&left, now, change);
    }

    fn believe_part(&mut self, product: &str, id: &str, variant: ProductVariant, change: &mut Change) {
        let known = self.items.get(id).cloned().unwrap_or_default();
        // What it said of itself under another SKU may not be true of it now.
        if known.facts.is_some() && known.sku != variant.code {
            change.questions.extend(variant.code.clone().map(Question::Variant));
        }
        self.put_item(id, known.put_by_product(product, variant), change);
    }

    fn product_is_gone(&mut self, told: dealpos::Product, now: Millis, change: &mut Change) {
        let Some(id) = told.id.clone() else { return };
        let parts: Vec<String> = told.variants.iter().filter_map(|variant| variant.id.clone()).collect();
        if self.products.contains_key(&id) {
            self.is_called(&id, told.code, change);
            self.end_product(&id, now, change);
        } else {
            self.put_product(&id, Product { gone: Some(now), ..Product::from(told) }, change);
        }
        self.are_gone(&parts, now, change);
        self.ask_about(&id, change);
    }

    /// The product and everything in it is not there any more.
    pub(super) fn end_product(&mut self, id: &str, now: Millis, change: &mut Change) {
        let Some(known) = self.products.get(id).cloned() else { return };
        let gone = known.gone.or(Some(now));
        self.put_product(id, Product { gone, ..known }, change);
        self.are_gone(&self.items_of(id), now, change);
    }

    fn are_gone(&mut self, items: &[String], now: Millis, change: &mut Change) {
        for id in items {
            let known = self.items.get(id).cloned().unwrap_or_default();
            let gone = known.gone.or(Some(now));
            self.put_item(id, Item { gone, ..known }, change);
        }
    }

    fn is_called(&mut self, id: &str, code: Option<String>, change: &mut Change) {
        let Some(mut known) = self.products.get(id).cloned() else { return };
        known.codes.extend(code);
        self.put_product(id, known, change);
    }

    fn ask_about(&self, product: &str, change: &mut Change) {
        let codes = self.products.get(product).map(|known| known.codes.iter().cloned());
        change.questions.extend(codes.into_iter().flatten().map(Question::Product));
    }

    fn item_is(&mut self, told: dealpos::Variant, is_new: bool, change: &mut Change) {
        let Some(id) = told.id.clone() else { return };
        change.questions.extend(told.code.clone().map(Question::Variant));
        let known = self.items.get(&id).cloned();
        let item = match known {
            // What is new says nothing of what is known, but what nobody else has said.
            Some(known) if is_new && known.facts.is_some() => known,
            Some(known) if is_new => known.with_facts(&told),
            known => known.unwrap_or_default().put_by_itself(told),
        };
        if let Some(product) = &item.product {
            self.ask_about(product, change);
        }
        self.put_item(&id, item, change);
    }
}

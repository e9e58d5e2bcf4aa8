//! The language in which the stores' tables are written.

use super::product::ItemType;
use crate::sandbox::picture::palette::KRIM;
use crate::sandbox::picture::{Motif, Palette, Picture};

/// A line of a store's table: a product and its variants.
pub(super) struct Goods {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) item_type: ItemType,
    pub(super) options: Vec<Choice>,
    pub(super) labels: &'static [&'static str],
    pub(super) stock: Vec<u32>,
    pub(super) unchecked: &'static [&'static str],
    pub(super) is_visible: bool,
    pub(super) has_sku: bool,
    price: i64,
    weight: u32,
    picture: Picture,
    extra: Vec<(&'static str, i64, u32)>,
    tints: Vec<(&'static str, &'static Palette)>,
}

/// One option and its values: `Ukuran`, `S M L`.
pub(super) struct Choice {
    pub(super) name: &'static str,
    values: &'static [&'static str],
}

/// A bundle's line of the table.
pub(super) struct Pack {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) picture: Picture,
    pub(super) weight_bump: u32,
    /// Product, nth variant of it, quantity.
    pub(super) lines: &'static [(&'static str, usize, u32)],
    /// Name, rupiah, visible.
    pub(super) prices: &'static [(&'static str, i64, bool)],
}

/// A physical product: rupiah and grams.
pub(super) fn physical(slug: &'static str, name: &'static str, price: i64, weight: u32) -> Goods {
    Goods {
        slug,
        name,
        about: "",
        item_type: ItemType::Physical,
        options: Vec::new(),
        labels: &[],
        stock: Vec::new(),
        unchecked: &[],
        is_visible: true,
        has_sku: true,
        price,
        weight,
        picture: Picture::of(Motif::GiftBox, &KRIM),
        extra: Vec::new(),
        tints: Vec::new(),
    }
}

/// A product without weight.
pub(super) fn digital(item_type: ItemType, slug: &'static str, name: &'static str, price: i64) -> Goods {
    Goods { item_type, has_sku: false, ..physical(slug, name, price, 0) }
}

impl Goods {
    /// What the shop says about it.
    pub(super) fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// Counted and named like things on a shelf.
    pub(super) fn with_sku(self) -> Self {
        Self { has_sku: true, ..self }
    }

    /// How it looks.
    pub(super) fn picture(self, picture: Picture) -> Self {
        Self { picture, ..self }
    }

    /// One more option; variants are all combinations, the last option turning fastest.
    pub(super) fn choice(mut self, name: &'static str, values: &'static [&'static str]) -> Self {
        self.options.push(Choice { name, values });
        self
    }

    /// Colours of one option's values, which change the picture.
    pub(super) fn tints(mut self, tints: &[(&'static str, &'static Palette)]) -> Self {
        self.tints = tints.to_vec();
        self
    }

    /// Stock by variant; without it nobody counts.
    pub(super) fn stock(mut self, stock: &[u32]) -> Self {
        self.stock = stock.to_vec();
        self
    }

    /// A value that costs and weighs more: rupiah, grams.
    pub(super) fn extra(mut self, value: &'static str, price: i64, weight: u32) -> Self {
        self.extra.push((value, price, weight));
        self
    }

    /// Labels for filtering.
    pub(super) fn labels(self, labels: &'static [&'static str]) -> Self {
        Self { labels, ..self }
    }

    /// Values that may not be sold any more.
    pub(super) fn unchecked(self, unchecked: &'static [&'static str]) -> Self {
        Self { unchecked, ..self }
    }

    /// Not in the listing.
    pub(super) fn hidden(self) -> Self {
        Self { is_visible: false, ..self }
    }

    /// Every combination of option values.
    pub(super) fn combinations(&self) -> Vec<Vec<&'static str>> {
        self.options.iter().fold(vec![Vec::new()], |rows, option| {
            let with = |row: &Vec<_>, value| row.iter().copied().chain([value]).collect();
            rows.iter().flat_map(|row| option.values.iter().map(move |value| with(row, *value))).collect()
        })
    }

    /// The price of a combination.
    pub(super) fn price_of(&self, values: &[&str]) -> i64 {
        self.price + self.extras(values).map(|(_, price, _)| price).sum::<i64>()
    }

    /// The weight of a combination.
    pub(super) fn weight_of(&self, values: &[&str]) -> u32 {
        self.weight + self.extras(values).map(|(_, _, weight)| weight).sum::<u32>()
    }

    fn extras(&self, values: &[&str]) -> impl Iterator<Item = (&'static str, i64, u32)> {
        self.extra.iter().copied().filter(move |(value, ..)| values.contains(value))
    }

    /// The name of a combination's picture.
    pub(super) fn picture_of(&self, values: &[&str]) -> String {
        let tinted = self.tints.iter().skip(1).find(|(value, _)| values.contains(value));
        tinted.map_or_else(|| self.slug.to_owned(), |(value, _)| self.tinted_name(value))
    }

    fn tinted_name(&self, value: &str) -> String {
        format!("{}-{}", self.slug, value.to_lowercase().replace(' ', "-"))
    }

    /// Every picture of this product. The first tint is the product's own.
    pub(super) fn pictures(&self) -> Vec<(String, Picture)> {
        let Some(((_, first), others)) = self.tints.split_first() else {
            return vec![(self.slug.to_owned(), self.picture.clone())];
        };
        let others = others
            .iter()
            .map(|(value, palette)| (self.tinted_name(value), self.picture.clone().with_palette(palette)));
        std::iter::once((self.slug.to_owned(), self.picture.clone().with_palette(first)))
            .chain(others)
            .collect()
    }
}

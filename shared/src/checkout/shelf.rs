//! What a store sells, as a draft is judged against it.

use crate::v3::{ItemType, PaymentMethodCode, WholesalePrice};
use crate::value::Rupiah;
use crate::wire::{Bundle, PaymentMethod, PriceOption, Product, Variant, price_of};

/// The goods and ways to pay of one store.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// How it can be paid.
    pub payment_methods: &'a [PaymentMethod],
    /// What it sells singly.
    pub products: &'a [Product],
    /// What it sells in sets.
    pub bundles: &'a [Bundle],
}

/// What a line of an order needs to know about its thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer<'a> {
    price: Rupiah,
    /// What one costs when many are taken.
    steps: &'a [WholesalePrice],
    pub(crate) available_qty: Option<i64>,
    pub(crate) needs_shipping: bool,
    /// Files, courses, licences: delivered by e-mail.
    pub(crate) needs_email: bool,
}

impl Offer<'_> {
    /// Price of one when so many are taken, in rupiah.
    pub(crate) fn price_of(&self, pieces: u32) -> Rupiah {
        price_of(self.price, self.steps, pieces)
    }
}

impl<'a> Shelf<'a> {
    /// The variant of this id, with its product.
    pub fn variant(&self, unique_id: &str) -> Option<(&'a Product, &'a Variant)> {
        self.products.iter().find_map(|product| {
            let variant = product.variants.iter().find(|variant| variant.unique_id == unique_id)?;
            Some((product, variant))
        })
    }

    /// The price option of this id, with its bundle.
    pub fn price_option(&self, unique_id: &str) -> Option<(&'a Bundle, &'a PriceOption)> {
        self.bundles.iter().find_map(|bundle| {
            let option = bundle.price_options.iter().find(|option| option.unique_id == unique_id)?;
            Some((bundle, option))
        })
    }

    /// Whether the store takes this way to pay.
    pub fn takes(&self, code: &PaymentMethodCode) -> bool {
        self.payment_methods.iter().any(|method| method.code == *code)
    }

    pub(crate) fn variant_offer(&self, unique_id: &str) -> Option<Offer<'a>> {
        self.variant(unique_id).map(|(_, variant)| Offer {
            price: variant.price,
            steps: &variant.wholesale_prices,
            available_qty: variant.available_qty,
            needs_shipping: variant.item_type.needs_shipping(),
            needs_email: !variant.item_type.needs_shipping(),
        })
    }

    pub(crate) fn bundle_offer(&self, unique_id: &str) -> Option<Offer<'a>> {
        let digital = |item_type: &ItemType| !item_type.needs_shipping();
        self.price_option(unique_id).map(|(bundle, option)| Offer {
            price: option.price,
            steps: &[],
            available_qty: bundle.available_qty,
            needs_shipping: bundle.needs_shipping(),
            needs_email: bundle.lines.iter().any(|line| digital(&line.item_type)),
        })
    }
}

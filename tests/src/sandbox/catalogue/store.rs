//! A store.

use super::bundle::{Bundle, PriceOption};
use super::product::{Product, Variant};
use crate::sandbox::picture::Picture;

/// A shop on the platform.
#[derive(Debug)]
pub struct Store {
    /// Numeric id, for business paths and shipping searches.
    pub id: u64,
    /// `store_…`, for orders and public paths.
    pub unique_id: String,
    /// Short name, the same for ever: `batik`, `kopi`, `kreator`.
    pub key: &'static str,
    /// Name over the door.
    pub name: &'static str,
    /// One sentence.
    pub tagline: &'static str,
    /// Codes as this store's settings hold them; may hold the legacy word `va`.
    pub payment_methods: Vec<&'static str>,
    /// Legacy bank names; only on old stores.
    pub sub_payment_methods: Option<Vec<&'static str>>,
    /// Accounts for bank transfer.
    pub accounts: Vec<PaymentAccount>,
    /// Rupiah at most that are taken off a bank transfer, so that it can be told
    /// from others; `None` where the store does not do that.
    pub largest_unique_code: Option<i64>,
    /// Rupiah that the store adds when the courier is paid in cash.
    pub cod_fee: Option<i64>,
    /// Things for sale.
    pub products: Vec<Product>,
    /// Bundles.
    pub bundles: Vec<Bundle>,
    pub(super) pictures: Vec<(String, Picture)>,
}

/// An account that shoppers transfer to.
#[derive(Debug)]
pub struct PaymentAccount {
    /// Numeric id.
    pub id: u64,
    /// What an order may name.
    pub unique_id: String,
    /// Bank code: `bca`.
    pub bank: &'static str,
    /// Name on the account.
    pub holder: &'static str,
    /// Its number.
    pub number: String,
}

impl Store {
    /// Every variant with its product.
    pub fn variants(&self) -> impl Iterator<Item = (&Product, &Variant)> {
        self.products
            .iter()
            .flat_map(|product| product.variants.iter().map(move |variant| (product, variant)))
    }

    /// A variant by its numeric id.
    pub fn variant_by_id(&self, id: u64) -> Option<(&Product, &Variant)> {
        self.variants().find(|(_, variant)| variant.id == id)
    }

    /// A variant by its unique id.
    pub fn variant_by_unique_id(&self, unique_id: &str) -> Option<(&Product, &Variant)> {
        self.variants().find(|(_, variant)| variant.unique_id == unique_id)
    }

    /// A product by its short name.
    pub fn product(&self, slug: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.slug == slug)
    }

    /// A bundle by its short name.
    pub fn bundle(&self, slug: &str) -> Option<&Bundle> {
        self.bundles.iter().find(|bundle| bundle.slug == slug)
    }

    /// A price option with its bundle, by its unique id.
    pub fn price_option(&self, unique_id: &str) -> Option<(&Bundle, &PriceOption)> {
        self.price_options().find(|(_, option)| option.unique_id == unique_id)
    }

    /// Every price option with its bundle.
    pub fn price_options(&self) -> impl Iterator<Item = (&Bundle, &PriceOption)> {
        self.bundles.iter().flat_map(|bundle| bundle.price_options.iter().map(move |option| (bundle, option)))
    }

    /// Today's codes: legacy banks folded in, the bare `va` dropped.
    pub fn accepted_methods(&self) -> Vec<String> {
        let banks = self.sub_payment_methods.iter().flatten();
        let flat = self.payment_methods.iter().filter(|code| **code != "va");
        flat.map(ToString::to_string).chain(banks.map(|bank| format!("va_{}", bank.to_lowercase()))).collect()
    }
}

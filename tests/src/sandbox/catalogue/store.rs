//! A store, and how its table becomes one.

use super::bundle::{Bundle, BundleLine, PriceOption};
use super::goods::{Goods, Pack};
use super::product::{ItemType, Product, Variant};
use crate::sandbox::identity;
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

/// A store's table, before ids are given out.
pub(super) struct Seed {
    /// 1, 2, 3: the base of every numeric id.
    pub(super) number: u64,
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) tagline: &'static str,
    /// Start of every SKU.
    pub(super) sku: &'static str,
    pub(super) logo: Picture,
    pub(super) payment_methods: &'static [&'static str],
    pub(super) sub_payment_methods: Option<&'static [&'static str]>,
    pub(super) accounts: &'static [(&'static str, &'static str)],
    pub(super) goods: Vec<Goods>,
    pub(super) packs: Vec<Pack>,
}

impl Seed {
    /// Gives out ids and names.
    pub(super) fn build(self) -> Store {
        let mut pictures = vec![(format!("{}-logo", self.key), self.logo)];
        let mut next_variant = 50_000 + self.number * 1000;
        let mut products = Vec::new();
        for (place, goods) in (1..).zip(&self.goods) {
            pictures.extend(goods.pictures());
            let maker = Maker { seed: (self.key, self.sku), place, first_variant: next_variant };
            let product = maker.product(self.number * 1000 + 8000 + place, goods);
            next_variant += product.variants.len() as u64;
            products.push(product);
        }
        pictures.extend(self.packs.iter().map(|pack| (pack.slug.to_owned(), pack.picture.clone())));
        let bundles = (1..)
            .zip(&self.packs)
            .map(|(place, pack)| bundle(self.number * 100 + 200 + place, self.key, pack, &products))
            .collect();
        Store {
            id: 4100 + self.number,
            unique_id: identity::unique_id("store", self.key),
            key: self.key,
            name: self.name,
            tagline: self.tagline,
            payment_methods: self.payment_methods.to_vec(),
            sub_payment_methods: self.sub_payment_methods.map(<[_]>::to_vec),
            accounts: accounts(self.number, self.key, self.accounts),
            products,
            bundles,
            pictures,
        }
    }
}

struct Maker {
    seed: (&'static str, &'static str),
    place: u64,
    first_variant: u64,
}

impl Maker {
    fn product(&self, id: u64, goods: &Goods) -> Product {
        let kinds = goods.combinations();
        Product {
            id,
            slug: goods.slug,
            name: goods.name,
            about: goods.about,
            item_type: goods.item_type,
            option_names: goods.options.iter().map(|option| option.name).collect(),
            labels: goods.labels.to_vec(),
            is_visible: goods.is_visible,
            picture: goods.slug.to_owned(),
            variants: (0..).zip(kinds).map(|(nth, values)| self.variant(goods, nth, values)).collect(),
        }
    }

    fn variant(&self, goods: &Goods, nth: usize, values: Vec<&'static str>) -> Variant {
        let (key, sku) = self.seed;
        let name = format!("{key}/{}/{}", goods.slug, values.join("/"));
        let suffix: String = values.iter().map(|value| format!("-{}", abbreviated(value))).collect();
        Variant {
            id: self.first_variant + nth as u64,
            unique_id: identity::unique_id("variant", &name),
            sku: goods.has_sku.then(|| format!("{sku}{:02}{suffix}", self.place)),
            fullname: std::iter::once(goods.name)
                .chain(values.iter().copied())
                .collect::<Vec<_>>()
                .join(" - "),
            price: goods.price_of(&values),
            weight: if goods.item_type == ItemType::Physical { goods.weight_of(&values) } else { 0 },
            stock: goods.stock.get(nth).copied(),
            is_checked: !values.iter().any(|value| goods.unchecked.contains(value)),
            picture: goods.picture_of(&values),
            option_values: values,
        }
    }
}

/// `Biru Tua` → `BIRUT`: enough to tell the values of one option apart.
fn abbreviated(value: &str) -> String {
    value.chars().filter(char::is_ascii_alphanumeric).take(5).collect::<String>().to_uppercase()
}

fn bundle(id: u64, key: &str, pack: &Pack, products: &[Product]) -> Bundle {
    let line = |(nth, (slug, variant, quantity)): (u64, &(&str, usize, u32))| {
        let product = products.iter().find(|product| product.slug == *slug)?;
        let variant_id = product.variants.get(*variant)?.id;
        Some(BundleLine { id: id * 10 + nth, variant_id, quantity: *quantity })
    };
    let option = |(nth, (name, price, is_visible)): (u64, &(&'static str, i64, bool))| PriceOption {
        id: id * 10 + nth,
        unique_id: identity::unique_id("bundle_price_option", &format!("{key}/{}/{name}", pack.slug)),
        name,
        slug: if nth == 1 { pack.slug.to_owned() } else { format!("{}-{nth}", pack.slug) },
        price: *price,
        is_visible: *is_visible,
    };
    Bundle {
        id,
        slug: pack.slug,
        name: pack.name,
        weight_bump: pack.weight_bump,
        picture: pack.slug.to_owned(),
        lines: (1..).zip(pack.lines).filter_map(line).collect(),
        price_options: (1..).zip(pack.prices).map(option).collect(),
    }
}

fn accounts(number: u64, key: &str, seeds: &[(&'static str, &'static str)]) -> Vec<PaymentAccount> {
    let account = |(nth, (bank, holder)): (u64, &(&'static str, &'static str))| PaymentAccount {
        id: number * 10 + nth,
        unique_id: identity::unique_id("payment_account", &format!("{key}/{bank}")),
        bank,
        holder,
        number: identity::digits(&format!("{key}/{bank}"), 10),
    };
    (1..).zip(seeds).map(account).collect()
}

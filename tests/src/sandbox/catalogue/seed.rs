//! How a store's table becomes a store: ids and names are given out.

use super::bundle::{Bundle, BundleLine, PriceOption};
use super::goods::{Goods, Pack};
use super::product::{ItemType, Product, Variant};
use super::store::{PaymentAccount, Store};
use crate::sandbox::identity;
use crate::sandbox::picture::Picture;

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
    pub(super) largest_unique_code: Option<i64>,
    pub(super) cod_fee: Option<i64>,
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
            largest_unique_code: self.largest_unique_code,
            cod_fee: self.cod_fee,
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
        let code = std::iter::once(format!("{sku}{:02}", self.place))
            .chain(values.iter().map(|value| abbreviated(value)));
        Variant {
            id: self.first_variant + nth as u64,
            unique_id: identity::unique_id("variant", &name),
            sku: goods.has_sku.then(|| code.collect::<Vec<_>>().join("-")),
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

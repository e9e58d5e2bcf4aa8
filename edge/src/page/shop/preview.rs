//! What a chat shows of a link to the shop: a name, a picture and a price.

use shared::value::Rupiah;
use shared::wire::{Bundle, Product};

use super::Wanted;
use crate::catalogue::Snapshot;

/// Of a thing, or of the whole store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The thing's name, when the link asks for one.
    pub thing: Option<String>,
    /// Address of a picture.
    pub picture: Option<String>,
    /// What the thing costs, or the cheapest of the store.
    pub price: Option<Rupiah>,
}

impl Preview {
    /// Of the first thing of the link that the store sells; else of the store.
    pub fn of(store: &Snapshot, wanted: &[Wanted]) -> Self {
        let logo = store.listing.store.logo.clone();
        let thing = wanted.iter().find_map(|wanted| thing(store, &wanted.id)).unwrap_or_else(|| all(store));
        Self { picture: thing.picture.or(logo), ..thing }
    }
}

fn thing(store: &Snapshot, id: &str) -> Option<Preview> {
    store.products.iter().find_map(|product| variant(product, id)).or_else(|| {
        let bundle = |bundle: &Bundle| {
            let option = bundle.price_options.iter().find(|option| option.unique_id == id)?;
            Some(preview(bundle.name.clone(), &bundle.images, option.price))
        };
        store.bundles.iter().find_map(bundle)
    })
}

fn variant(product: &Product, id: &str) -> Option<Preview> {
    let variant = product.variants.iter().find(|variant| variant.unique_id == id)?;
    let pictures = if variant.images.is_empty() { &product.images } else { &variant.images };
    let is_one_of_many = product.variants.len() > 1 && variant.name != product.name;
    let name =
        if is_one_of_many { [&product.name, ", ", &variant.name].concat() } else { product.name.clone() };
    Some(preview(name, pictures, variant.price))
}

fn preview(name: String, pictures: &[String], price: Rupiah) -> Preview {
    Preview { thing: Some(name), picture: pictures.first().cloned(), price: Some(price) }
}

fn all(store: &Snapshot) -> Preview {
    let singly = store.products.iter().flat_map(|product| &product.variants).map(|variant| variant.price);
    let in_sets = store.bundles.iter().flat_map(|bundle| &bundle.price_options).map(|option| option.price);
    let picture = store.products.iter().find_map(|product| product.images.first().cloned());
    Preview { thing: None, picture, price: singly.chain(in_sets).min() }
}

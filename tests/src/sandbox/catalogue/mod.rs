//! What the shops sell. Everything here is the same at every start: ids, prices
//! and pictures may be written down in pages and tests.

mod batik;
mod bundle;
mod goods;
mod kopi;
mod kreator;
mod product;
mod render;
mod seed;
mod store;

use std::sync::LazyLock;

pub use bundle::{Bundle, BundleLine, PriceOption};
pub use product::{ItemType, Product, Variant};
pub use store::{PaymentAccount, Store};

pub(super) use render::Shelf;

use crate::sandbox::picture::Picture;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::build);

/// All stores.
#[derive(Debug)]
pub struct Catalogue {
    /// In the order the platform lists them.
    pub stores: Vec<Store>,
}

impl Catalogue {
    /// The one catalogue.
    pub fn get() -> &'static Self {
        &CATALOGUE
    }

    fn build() -> Self {
        Self { stores: [batik::store(), kopi::store(), kreator::store()].map(seed::Seed::build).into() }
    }

    /// A store by its short name: `batik`, `kopi`, `kreator`.
    pub fn store(&self, key: &str) -> Option<&Store> {
        self.stores.iter().find(|store| store.key == key)
    }

    /// A store by its numeric id.
    pub fn store_by_id(&self, id: u64) -> Option<&Store> {
        self.stores.iter().find(|store| store.id == id)
    }

    /// A store by its unique id.
    pub fn store_by_unique_id(&self, unique_id: &str) -> Option<&Store> {
        self.stores.iter().find(|store| store.unique_id == unique_id)
    }

    /// Every variant of every store.
    pub fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.stores.iter().flat_map(Store::variants).map(|(_, variant)| variant)
    }

    /// The picture of this name, when a product has it.
    pub(super) fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures().find_map(|(known, picture)| (known == name).then_some(picture))
    }

    /// Every picture with its name.
    pub(super) fn pictures(&self) -> impl Iterator<Item = (&str, &Picture)> {
        self.stores
            .iter()
            .flat_map(|store| store.pictures.iter().map(|(name, picture)| (name.as_str(), picture)))
    }
}

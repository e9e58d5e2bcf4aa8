//! The product step as it is drawn.

use crate::each::each;
use shared::text::join;
use shared::wire::{Bundle, PriceOption, Product, Variant};

use crate::flow::browsing::holds_words;
use crate::flow::catalogue::Catalogue;
use crate::flow::{Flow, Item};

/// What the store sells, as far as loaded and searched.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
pub struct ProductsView {
    /// Text of the search box.
    pub search: String,
    /// An answer to the search is awaited; the cards are those of the last answer.
    pub searching: bool,
    /// Bundles, before the products; left out while a search matches none.
    pub bundles: Vec<BundleCard>,
    /// Products in the store's order.
    pub products: Vec<ProductCard>,
    /// "Show more" is offered.
    pub has_more: bool,
    /// The next page is awaited.
    pub loading_more: bool,
    /// The search or the next page failed; "try again" sends
    /// [`MoreWanted`](crate::flow::Event::MoreWanted).
    pub more_failed: bool,
}

/// Why a thing cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// Not one piece is left.
    SoldOut,
}

/// A product with the variant that is picked on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductCard {
    /// The product's id; stable, good as a key.
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of the picture: the picked variant's own, or the product's.
    pub image: Option<String>,
    /// What the variants differ in, `Ukuran / Warna`; may be empty.
    pub options: String,
    /// Empty when there is nothing to pick.
    pub variants: Vec<VariantChoice>,
    /// What "Add" sends: the picked variant.
    pub item: Item,
    /// Price of the picked variant.
    pub price: String,
    /// From how many pieces on it costs how much.
    pub steps: Vec<(i64, String)>,
    /// The picked variant cannot be added.
    pub unavailable: Option<Unavailable>,
    /// Pieces left, when they are few: "Sisa 3".
    pub few_left: Option<i64>,
    /// Pieces of the picked variant in the cart; a stepper replaces "Add" above zero.
    pub in_cart: u32,
    /// Most pieces of it that can be had.
    pub max: u32,
}

/// A variant to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantChoice {
    /// Goes into [`VariantChosen`](crate::flow::Event::VariantChosen).
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// It is the picked one.
    pub chosen: bool,
    /// It cannot be added; it can still be picked, so that its price is seen.
    pub unavailable: Option<Unavailable>,
}

/// A set sold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleCard {
    /// The bundle's id; stable, good as a key.
    pub id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of the picture.
    pub image: Option<String>,
    /// What one set holds: pieces and name.
    pub contents: Vec<(i64, String)>,
    /// The prices it is sold for; at least one.
    pub options: Vec<PriceOptionChoice>,
    /// The set cannot be added.
    pub unavailable: Option<Unavailable>,
    /// Sets left, when they are few.
    pub few_left: Option<i64>,
    /// Most sets that can be had.
    pub max: u32,
}

/// One price of a bundle, with its own "Add".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceOptionChoice {
    /// What "Add" sends.
    pub item: Item,
    /// Shown to shoppers when there is more than one.
    pub name: String,
    /// Price of one set.
    pub price: String,
    /// Sets of it in the cart; a stepper replaces "Add" above zero.
    pub in_cart: u32,
}

impl Flow {
    /// What the store sells; `None` before it is loaded.
    pub fn products_view(&self) -> Option<ProductsView> {
        let catalogue = self.catalogue.as_ref()?;
        let browsing = &self.browsing;
        let listing = browsing.found.as_ref().unwrap_or(&catalogue.all);
        let words = browsing.search.to_ascii_lowercase();
        let more_bundles = browsing.found.is_none() && catalogue.more_bundles.is_some();
        let awaited = browsing.awaited.as_ref().map(|awaited| awaited.more);
        Some(ProductsView {
            search: browsing.search.clone(),
            searching: awaited == Some(false),
            bundles: each(&catalogue.bundles, |bundle| {
                if holds_words(&bundle.name, &words) { self.bundle_card(catalogue, bundle) } else { None }
            }),
            products: each(&listing.ids, |id| self.product_card(catalogue, catalogue.product(id)?)),
            has_more: listing.next.is_some() || more_bundles,
            loading_more: awaited == Some(true),
            more_failed: browsing.failed,
        })
    }

    fn product_card(&self, catalogue: &Catalogue, product: &Product) -> Option<ProductCard> {
        let picked = picked(catalogue, product)?;
        let item = Item::Variant(picked.unique_id.clone());
        let thing = catalogue.thing(&item)?;
        let in_cart = self.cart.quantity(&item);
        let choice = |variant: &Variant| variant_choice(catalogue, variant, variant == picked);
        let several = product.variants.len() > 1;
        Some(ProductCard {
            id: product.unique_id.clone(),
            name: product.name.clone(),
            image: thing.image.map(str::to_owned),
            options: join(&product.options.iter().map(String::as_str).collect::<Vec<_>>(), " / "),
            variants: each(if several { &product.variants } else { &[][..] }, choice),
            price: thing.price.text(),
            steps: each(thing.steps, |step| (i64::from(step.minimum_quantity), step.price.text())),
            unavailable: thing.unavailable(),
            few_left: thing.few_left(in_cart),
            in_cart,
            max: thing.max(),
            item,
        })
    }

    fn bundle_card(&self, catalogue: &Catalogue, bundle: &Bundle) -> Option<BundleCard> {
        let first = Item::Bundle(bundle.price_options.first()?.unique_id.clone());
        let thing = catalogue.thing(&first)?;
        let options: Vec<PriceOptionChoice> = each(&bundle.price_options, |option| self.price_option(option));
        let in_cart = options.iter().fold(0_u32, |sum, option| sum.saturating_add(option.in_cart));
        Some(BundleCard {
            id: bundle.unique_id.clone(),
            name: bundle.name.clone(),
            image: thing.image.map(str::to_owned),
            contents: each(&bundle.lines, |line| (line.quantity, line.name.clone())),
            options,
            unavailable: thing.unavailable(),
            few_left: thing.few_left(in_cart),
            max: thing.max(),
        })
    }

    fn price_option(&self, option: &PriceOption) -> PriceOptionChoice {
        let item = Item::Bundle(option.unique_id.clone());
        PriceOptionChoice {
            name: option.name.clone(),
            price: option.price.text(),
            in_cart: self.cart.quantity(&item),
            item,
        }
    }
}

/// The variant that was picked, else the first that can be had, else the first.
fn picked<'a>(catalogue: &Catalogue, product: &'a Product) -> Option<&'a Variant> {
    let picked = catalogue.picked.iter().find(|(of, _)| *of == product.unique_id);
    let by_shopper =
        picked.and_then(|(_, id)| product.variants.iter().find(|variant| variant.unique_id == *id));
    let available = product.variants.iter().find(|variant| unavailable(catalogue, variant).is_none());
    by_shopper.or(available).or(product.variants.first())
}

fn unavailable(catalogue: &Catalogue, variant: &Variant) -> Option<Unavailable> {
    catalogue.thing(&Item::Variant(variant.unique_id.clone()))?.unavailable()
}

fn variant_choice(catalogue: &Catalogue, variant: &Variant, chosen: bool) -> VariantChoice {
    VariantChoice {
        id: variant.unique_id.clone(),
        name: variant.name.clone(),
        chosen,
        unavailable: unavailable(catalogue, variant),
    }
}

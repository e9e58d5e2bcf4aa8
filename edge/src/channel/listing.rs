//! What the channel should show of the till's goods.

use std::collections::{BTreeMap, HashMap};

use crate::address;
use crate::platform::gercep::{Product, UNCOUNTED};
use crate::till::{Catalogue, Item};

/// What the channel calls the category of what has none.
const NO_CATEGORY: &str = "General";

/// One thing for sale, and what it may be called: the plainest first.
struct Listing {
    product: Product,
    names: [String; 3],
}

impl Catalogue {
    /// Each thing that is for sale as a product of its own, for the channel
    /// has no variants; by its key, `{product}:{item}`. `outlet`: whose prices
    /// count; `host`: where the till's own pictures are.
    pub fn listings(&self, outlet: Option<&str>, host: Option<&str>) -> BTreeMap<String, Product> {
        let for_sale =
            self.present().filter(|(_, item, product)| !item.discontinued && !product.discontinued);
        let mut listings: Vec<Listing> =
            for_sale.filter_map(|(id, item, product)| listing(id, item, product, outlet, host)).collect();
        give_names(&mut listings);
        listings.into_iter().map(|listing| (listing.product.external_id.clone(), listing.product)).collect()
    }
}

/// What has no name or no price yet cannot be listed.
fn listing(
    id: &str,
    item: &Item,
    product: &crate::till::Product,
    outlet: Option<&str>,
    host: Option<&str>,
) -> Option<Listing> {
    let external_id = [item.product.as_deref()?, ":", id].concat();
    let name = match item.label.as_deref().filter(|label| *label != "-") {
        Some(label) => [product.name.as_deref()?, " – ", label].concat(),
        None => product.name.clone()?,
    };
    let with = |more: &str| [&name, " (", more, ")"].concat();
    let names = [name.clone(), item.sku.as_deref().map_or_else(|| name.clone(), with), with(id)];
    let product = Product {
        external_id,
        name,
        price: item.price(outlet)?,
        category: product.category.last().map_or_else(|| NO_CATEGORY.to_owned(), Clone::clone),
        description: product.description.clone().unwrap_or_default(),
        image: product.image.as_deref().and_then(|image| picture(image, host)),
        stock: item.stock.unwrap_or(UNCOUNTED),
    };
    Some(Listing { product, names })
}

/// A name that two things have would make them one at the channel (platforms
/// §3.1), so both get their SKU behind it, and their id if that is not enough.
fn give_names(listings: &mut [Listing]) {
    for longer in [1, 2] {
        let mut count: HashMap<String, usize> = HashMap::new();
        for listing in &*listings {
            *count.entry(listing.product.name.clone()).or_default() += 1;
        }
        for listing in listings.iter_mut() {
            if count.get(&listing.product.name).is_some_and(|count| *count > 1)
                && let Some(name) = listing.names.get(longer)
            {
                listing.product.name.clone_from(name);
            }
        }
    }
}

/// Where a picture is: the till writes whole addresses, addresses without a
/// scheme, and paths on its own host (platforms §4.2).
fn picture(written: &str, host: Option<&str>) -> Option<String> {
    let whole = match (written.strip_prefix("//"), written.starts_with('/')) {
        (Some(rest), _) => ["https://", rest].concat(),
        (None, true) => [host?, written].concat(),
        (None, false) => written.to_owned(),
    };
    address::is_presentable(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::dealpos::{Event, EventName};
    use serde_json::{Value, json};

    fn told(products: &[Value]) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for product in products {
            let body = product.to_string();
            catalogue.hear(Event::read(EventName::ProductUpdated, body.as_bytes()).unwrap(), 0);
        }
        catalogue
    }

    fn shirt(variants: &Value) -> Value {
        json!({ "ID": "p", "Name": "Kaus", "Code": "K", "Category": "Pria / Kaus", "Description": "Katun",
            "ImageURL": "/media/p/", "Variants": variants })
    }

    fn names(catalogue: &Catalogue) -> Vec<String> {
        catalogue.listings(None, None).into_values().map(|product| product.name).collect()
    }

    #[test]
    fn a_variant_is_a_product_with_all_seven_members() {
        let catalogue = told(&[shirt(
            &json!([{ "ID": "v", "Model": "M", "Code": "K-M", "UnitPrice": 200_000, "Discount": 20 }]),
        )]);
        let listings = catalogue.listings(None, Some("https://toko.example"));
        let expected = json!({ "externalId": "p:v", "name": "Kaus – M", "price": 160_000, "category": "Kaus",
            "description": "Katun", "image": "https://toko.example/media/p/", "stock": 999_999 });
        assert_eq!(serde_json::to_value(listings.get("p:v")).unwrap(), expected);
        assert_eq!(catalogue.item_by_key("p:v"), Some("v"));
        assert_eq!(catalogue.item_by_key("q:v"), None);
    }

    #[test]
    fn what_is_not_for_sale_or_has_no_price_is_not_listed() {
        let catalogue = told(&[
            shirt(
                &json!([{ "ID": "a", "Code": "A", "UnitPrice": 1, "Discontinued": true }, { "ID": "b", "Code": "B" },
                { "ID": "c", "Code": "C", "UnitPrice": 3 }]),
            ),
            json!({ "ID": "q", "Name": "Topi", "Discontinued": true, "Variants": [{ "ID": "d", "UnitPrice": 4 }] }),
            json!({ "ID": "r", "Variants": [{ "ID": "e", "UnitPrice": 5 }] }),
        ]);
        assert_eq!(catalogue.listings(None, None).into_keys().collect::<Vec<_>>(), ["p:c"]);
    }

    #[test]
    fn no_two_things_have_one_name() {
        let catalogue = told(&[shirt(&json!([{ "ID": "a", "Model": "M", "Code": "A", "UnitPrice": 1 },
            { "ID": "b", "Model": "M", "Code": "B", "UnitPrice": 1 }, { "ID": "c", "Model": "M", "Code": "B", "UnitPrice": 1 },
            { "ID": "d", "Model": "L", "Code": "B", "UnitPrice": 1 }]))]);
        assert_eq!(names(&catalogue), ["Kaus – M (A)", "Kaus – M (b)", "Kaus – M (c)", "Kaus – L"]);
    }

    #[test]
    fn a_picture_has_a_whole_address_or_is_none() {
        let host = Some("https://toko.example");
        for (written, at) in [
            ("/media/p/", Some("https://toko.example/media/p/")),
            ("//cdn.example/a.jpg", Some("https://cdn.example/a.jpg")),
            ("https://cdn.example/a.jpg", Some("https://cdn.example/a.jpg")),
            ("http://cdn.example/a.jpg", None),
            ("javascript:alert(1)", None),
            ("a.jpg", None),
        ] {
            assert_eq!(picture(written, host).as_deref(), at, "{written}");
        }
        assert_eq!(picture("/media/p/", None), None);
    }
}

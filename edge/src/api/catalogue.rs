//! What the catalogue routes answer, from data that is already here.

use std::cell::OnceCell;
use std::rc::Rc;

use serde::Serialize;
use shared::wire::Page;

use super::{Caching, Failure, Printed, Query, Reply};
use crate::catalogue::{Listings, Snapshot, Trust, first, page};

/// Which part of a store is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Everything the widget opens with.
    Checkout,
    /// How it can be paid.
    PaymentMethods,
    /// What it sells singly.
    Products,
    /// What it sells in sets.
    Bundles,
}

/// A store's answers, each written down when it is first asked for: what most
/// requests get.
#[derive(Debug)]
pub struct Counter {
    /// What they are written from.
    pub snapshot: Snapshot,
    checkout: Once,
    payment_methods: Once,
    products: Once,
    bundles: Once,
}

type Once = OnceCell<Rc<Printed>>;

/// How a client wants its answer.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// What it asks for.
    pub query: &'a Query,
    /// What it has already.
    pub if_none_match: Option<&'a str>,
    /// How long answers are believed.
    pub trust: Trust,
}

impl Wish<'_> {
    fn grant(self, printed: &Rc<Printed>) -> Reply {
        let caching =
            Caching::Public { fresh: self.trust.fresh_seconds(), stale: self.trust.stale_seconds() };
        Reply::kept(printed, self.if_none_match, caching)
    }

    fn print<T: Serialize>(self, value: &T) -> Reply {
        self.grant(&Rc::new(Printed::new(value)))
    }

    fn page<T: Copy>(self, items: &[T]) -> Result<Page<T>, Failure> {
        page(items, self.query.next_cursor.as_deref()).map_err(|_| Failure::Query { member: "next_cursor" })
    }
}

impl Counter {
    /// The counter of a store.
    pub fn new(snapshot: Snapshot) -> Self {
        let [checkout, payment_methods, products, bundles] = [const { Once::new() }; 4];
        Self { snapshot, checkout, payment_methods, products, bundles }
    }

    /// Answers for one part of the store.
    pub fn reply(&self, part: Part, wish: Wish<'_>) -> Result<Reply, Failure> {
        let store = &self.snapshot;
        match part {
            Part::Checkout => Ok(wish.grant(once(&self.checkout, || store.checkout()))),
            Part::PaymentMethods => {
                let methods = || Page::whole(store.payment_methods.iter().collect());
                Ok(wish.grant(once(&self.payment_methods, methods)))
            }
            Part::Products if wish.query.is_plain() => {
                Ok(wish.grant(once(&self.products, || first(&store.products))))
            }
            Part::Bundles if wish.query.is_plain() => {
                Ok(wish.grant(once(&self.bundles, || first(&store.bundles))))
            }
            Part::Products => {
                let found = matching(&self.snapshot.products, |product| {
                    let variants = product.variants.iter().map(|variant| variant.name.as_str());
                    wish.query.search.finds(std::iter::once(product.name.as_str()).chain(variants))
                });
                Ok(wish.print(&wish.page(&found)?))
            }
            Part::Bundles => {
                let found = matching(&self.snapshot.bundles, |bundle| {
                    wish.query.search.finds([bundle.name.as_str()])
                });
                Ok(wish.print(&wish.page(&found)?))
            }
        }
    }
}

fn once<T: Serialize>(cell: &Once, value: impl FnOnce() -> T) -> &Rc<Printed> {
    cell.get_or_init(|| Rc::new(Printed::new(&value())))
}

fn matching<T>(items: &[T], is_found: impl Fn(&T) -> bool) -> Vec<&T> {
    items.iter().filter(|item| is_found(item)).collect()
}

/// Answers `GET /v3/stores/simplified`.
pub fn stores<'a>(
    listings: impl IntoIterator<Item = &'a Listings>,
    wish: Wish<'_>,
) -> Result<Reply, Failure> {
    let domain = wish.query.domain.as_deref();
    let found = listings.into_iter().flat_map(|listings| listings.matching(&wish.query.search, domain));
    let found: Vec<_> = found.collect();
    Ok(wish.print(&wish.page(&found)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Body;
    use serde_json::{Value, json};
    use shared::v3;

    fn listing(json: &str) -> v3::Store {
        serde_json::from_str(json).unwrap()
    }

    fn counter() -> Counter {
        let listings = Listings::new(vec![listing(r#"{"id":1,"unique_id":"store_a","name":"Toko"}"#)]);
        let products: Vec<_> = (0..30)
            .map(|n| json!({"id": n, "name": format!("Kopi {n}"), "variants": [{"id": n, "unique_id": format!("variant_{n}"), "price": 1000, "fullname": "Halus"}]}))
            .collect();
        let products: Vec<v3::Product> = serde_json::from_value(Value::from(products)).unwrap();
        let methods = serde_json::from_str(r#"["qris"]"#).unwrap();
        Counter::new(Snapshot::new(listings.find("store_a").unwrap().clone(), methods, products, vec![]))
    }

    fn ask(part: Part, query: &str) -> Result<Value, Failure> {
        let query = Query::parse(query)?;
        let wish = Wish { query: &query, if_none_match: None, trust: Trust::default() };
        match counter().reply(part, wish)?.body {
            Body::Kept(printed) => Ok(serde_json::from_slice(&printed.bytes).unwrap()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_checkout_has_all_four_parts() {
        let checkout = ask(Part::Checkout, "").unwrap();
        let typed: shared::wire::Checkout = serde_json::from_value(checkout.clone()).unwrap();
        assert_eq!(serde_json::to_value(typed).unwrap(), checkout);
        assert_eq!(checkout["store"]["unique_id"], "store_a");
        assert_eq!(checkout["payment_methods"][0], json!({"code": "qris", "label": "QRIS", "kind": "qr"}));
        assert_eq!(checkout["products"]["data"].as_array().unwrap().len(), 24);
        assert_eq!(checkout["bundles"], json!({"data": [], "has_next": false, "next_cursor": null}));
    }

    #[test]
    fn the_next_page_continues() {
        let first = ask(Part::Products, "").unwrap();
        let cursor = first["next_cursor"].as_str().unwrap();
        let second = ask(Part::Products, &format!("next_cursor={cursor}")).unwrap();
        assert_eq!(second["data"].as_array().unwrap().len(), 6);
        assert_eq!((&second["has_next"], &second["next_cursor"]), (&json!(false), &Value::Null));
    }

    #[test]
    fn a_search_looks_into_names() {
        let found = ask(Part::Products, "search=17%20KOPI").unwrap();
        assert_eq!(found["data"][0]["name"], "Kopi 17");
        assert_eq!(found["data"].as_array().unwrap().len(), 1);
        assert_eq!(ask(Part::Products, "search=teh").unwrap()["data"], json!([]));
    }

    #[test]
    fn a_wrong_cursor_is_the_clients_fault() {
        assert_eq!(ask(Part::Products, "next_cursor=x"), Err(Failure::Query { member: "next_cursor" }));
        assert_eq!(ask(Part::Bundles, "next_cursor=b3BhcXVl"), Err(Failure::Query { member: "next_cursor" }));
    }

    #[test]
    fn stores_are_found_by_name_and_domain() {
        let listings = Listings::new(vec![
            listing(
                r#"{"id":1,"unique_id":"store_a","name":"Toko Melati","custom_domain":{"full_url":"https://melati.example"}}"#,
            ),
            listing(r#"{"id":2,"unique_id":"store_b","name":"Toko Mawar"}"#),
        ]);
        let ids = |query: &str| {
            let query = Query::parse(query).unwrap();
            let found = listings.matching(&query.search, query.domain.as_deref());
            found.into_iter().map(|store| store.unique_id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(""), ["store_a", "store_b"]);
        assert_eq!(ids("search=mawar"), ["store_b"]);
        assert_eq!(ids("domain=melati.example"), ["store_a"]);
        assert_eq!(ids("domain=mawar.example"), Vec::<String>::new());
    }
}

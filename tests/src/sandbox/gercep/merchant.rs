//! The merchant's dashboard, and the shopper in front of the store.

use serde_json::json;

use super::{GercepOrder, GercepProduct};
use crate::sandbox::hook::Call;
use crate::sandbox::webhook::Release;
use crate::sandbox::{Sandbox, World};

/// What tests may do in Gercep: see [`Sandbox::gercep`].
#[derive(Debug, Clone, Copy)]
pub struct Merchant<'a>(&'a Sandbox);

impl Sandbox {
    /// The store on Gercep.
    pub fn gercep(&self) -> Merchant<'_> {
        Merchant(self)
    }
}

impl Merchant<'_> {
    fn change<T>(self, act: impl FnOnce(&mut World) -> T) -> T {
        self.0.app.world.change(act)
    }

    /// Every product, archived or not.
    pub fn products(self) -> Vec<GercepProduct> {
        self.0.look(|world| world.gercep.products.clone())
    }

    /// Every order, oldest first.
    pub fn orders(self) -> Vec<GercepOrder> {
        self.0.look(|world| world.gercep.orders.clone())
    }

    /// `order.paid` is posted here from now on.
    pub fn connect(self, url: &str) {
        self.change(|world| world.gercep.endpoint = Some(url.into()));
    }

    /// The same at the Worker's address for this token.
    pub fn subscribe(self, worker_url: &str, token: &str) {
        self.connect(&format!("{worker_url}/webhooks/gercep/{token}"));
    }

    /// Nobody is told from now on.
    pub fn disconnect(self) {
        self.change(|world| world.gercep.endpoint = None);
    }

    /// A shopper orders by key and pieces; nothing when one of them is not for sale.
    pub fn order(self, items: &[(&str, u32)]) -> Option<u64> {
        self.change(|world| {
            let store = &mut world.gercep;
            let id = |key: &str| store.product(key).map(|product| product.id);
            let items = items.iter().map(|(key, pieces)| Some((id(key)?, *pieces)));
            let items = items.collect::<Option<Vec<_>>>()?;
            store.order(&items)
        })
    }

    /// An order is changed in any way before it is paid. False when there is no such order.
    pub fn edit(self, order: u64, act: impl FnOnce(&mut GercepOrder)) -> bool {
        self.change(|world| world.gercep.orders.iter_mut().find(|known| known.id == order).map(act).is_some())
    }

    /// An order is paid and told of; again, when it was paid before. False when there is no such order.
    pub fn pay(self, order: u64) -> bool {
        self.change(|world| world.gercep.pay(order))
    }

    /// `order.paid` carries what the vendor's source sends besides, or not.
    pub fn say_more(self, more: bool) {
        self.change(|world| world.gercep.says_more = more);
    }

    /// The merchant puts a product away. False when there is none of this key.
    pub fn archive(self, external_id: &str) -> bool {
        self.change(|world| {
            let id = world.gercep.product(external_id).map(|product| product.id);
            let product = id.and_then(|id| world.gercep.product_mut(id));
            product.map(|product| product.is_archived = true).is_some()
        })
    }

    /// The merchant changes a product by hand. False when there is none of this key.
    pub fn edit_product(self, external_id: &str, act: impl FnOnce(&mut GercepProduct)) -> bool {
        self.change(|world| {
            let id = world.gercep.product(external_id).map(|product| product.id);
            id.and_then(|id| world.gercep.product_mut(id)).map(act).is_some()
        })
    }

    /// The merchant has a product of their own, without a key of anybody's.
    pub fn add(self, name: &str, rupiah: i64) {
        self.change(|world| drop(world.gercep.upsert(&json!({ "name": name, "price": rupiah }))));
    }

    /// A product is gone from the store without anybody's asking.
    pub fn lose(self, external_id: &str) {
        self.change(|world| drop(world.gercep.remove(&json!({ "externalId": external_id }))));
    }

    /// The next upsert writes so many products and then answers 500.
    pub fn break_after(self, products: usize) {
        self.change(|world| world.gercep.breaks_after = Some(products));
    }

    /// What happens from now on is told only when it is released.
    pub fn hold(self) {
        self.change(|world| world.gercep.calls.hold());
    }

    /// Lets go what was held.
    pub fn release(self, release: &Release) {
        self.change(|world| world.gercep.calls.release(release));
    }

    /// Tells something again, so many times at once. False when there is no such call.
    pub fn replay(self, number: u64, copies: u32) -> bool {
        self.change(|world| world.gercep.calls.replay(number, copies))
    }

    /// Everything told so far, oldest first.
    pub fn calls(self) -> Vec<Call> {
        self.0.look(|world| world.gercep.calls.all().to_vec())
    }
}

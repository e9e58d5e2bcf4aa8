//! Whoever stands at the till: every change that tests and people can make.

use super::{OutletPrice, TillProduct, TillVariant};
use crate::sandbox::hook::Call;
use crate::sandbox::webhook::Release;
use crate::sandbox::{Sandbox, World};

/// The clerk at the till: see [`Sandbox::till`].
#[derive(Debug, Clone, Copy)]
pub struct Clerk<'a>(&'a Sandbox);

impl Sandbox {
    /// The till of DealPOS.
    pub fn till(&self) -> Clerk<'_> {
        Clerk(self)
    }
}

impl Clerk<'_> {
    fn change<T>(self, act: impl FnOnce(&mut World) -> T) -> T {
        self.0.app.world.change(act)
    }

    /// Every product.
    pub fn products(self) -> Vec<TillProduct> {
        self.0.look(|world| world.till.products.clone())
    }

    /// Events are posted from now on under this address, each at a last segment of its own:
    /// `…/product-created`, `…/product-updated`, `…/product-deleted`, `…/variant-created`,
    /// `…/variant-updated`.
    pub fn connect(self, url: &str) {
        self.change(|world| world.till.endpoint = Some(url.into()));
    }

    /// The same below the Worker's address for this token.
    pub fn subscribe(self, worker_url: &str, token: &str) {
        self.connect(&format!("{worker_url}/webhooks/dealpos/{token}"));
    }

    /// Nobody is told from now on.
    pub fn disconnect(self) {
        self.change(|world| world.till.endpoint = None);
    }

    /// A product is made.
    pub fn create(self, product: TillProduct) {
        self.change(|world| world.till.create(product));
    }

    /// A product is changed in any way. False when there is none of this code.
    pub fn edit(self, code: &str, act: impl FnOnce(&mut TillProduct)) -> bool {
        self.change(|world| world.till.edit(code, act))
    }

    /// A variant is changed in any way. False when there is none of this SKU.
    pub fn edit_variant(self, sku: &str, act: impl FnOnce(&mut TillVariant)) -> bool {
        self.change(|world| world.till.edit_variant(sku, act))
    }

    /// A variant costs so many rupiah from now on. False when there is none of this SKU.
    pub fn put_price(self, sku: &str, rupiah: i64) -> bool {
        self.edit_variant(sku, |variant| variant.unit_price = rupiah)
    }

    /// A variant costs so many rupiah in one outlet. False when there is none of this SKU.
    pub fn put_outlet_price(self, sku: &str, outlet: &str, rupiah: i64) -> bool {
        self.edit_variant(sku, |variant| {
            variant.outlet_prices.retain(|price| price.outlet != outlet);
            variant.outlet_prices.push(OutletPrice { outlet: outlet.into(), price: rupiah });
        })
    }

    /// So many percent are taken off a variant. False when there is none of this SKU.
    pub fn put_discount(self, sku: &str, percent: u32) -> bool {
        self.edit_variant(sku, |variant| variant.discount = percent.min(100))
    }

    /// A variant is sold no more, or again. False when there is none of this SKU.
    pub fn discontinue(self, sku: &str, discontinued: bool) -> bool {
        self.edit_variant(sku, |variant| variant.discontinued = discontinued)
    }

    /// A product is sold no more, or again. False when there is none of this code.
    pub fn discontinue_product(self, code: &str, discontinued: bool) -> bool {
        self.edit(code, |product| product.discontinued = discontinued)
    }

    /// A product moves to another category. False when there is none of this code.
    pub fn put_category(self, code: &str, path: &str) -> bool {
        self.edit(code, |product| product.category = path.into())
    }

    /// A product has another name. False when there is none of this code.
    pub fn rename(self, code: &str, name: &str) -> bool {
        self.edit(code, |product| product.name = name.into())
    }

    /// A variant is gone; only its product tells. False when there is none of this SKU.
    pub fn remove_variant(self, sku: &str) -> bool {
        self.change(|world| {
            let code = world.till.variant(sku).map(|(product, _)| product.code.clone());
            let without = |product: &mut TillProduct| product.variants.retain(|variant| variant.code != sku);
            code.is_some_and(|code| world.till.edit(&code, without))
        })
    }

    /// A product is removed. False when there is none of this code.
    pub fn delete(self, code: &str) -> bool {
        self.change(|world| world.till.delete(code))
    }

    /// A product is saved as it is: it is told again. False when there is none of this code.
    pub fn save(self, code: &str) -> bool {
        self.change(|world| world.till.save(code))
    }

    /// What happens from now on is told only when it is released.
    pub fn hold(self) {
        self.change(|world| world.till.calls.hold());
    }

    /// Lets go what was held.
    pub fn release(self, release: &Release) {
        self.change(|world| world.till.calls.release(release));
    }

    /// Tells something again, so many times at once. False when there is no such call.
    pub fn replay(self, number: u64, copies: u32) -> bool {
        self.change(|world| world.till.calls.replay(number, copies))
    }

    /// So many calls of the API in three minutes from now on; fifty at the start.
    pub fn allow_calls(self, calls: u32) {
        self.change(|world| world.till.calls_allowed = calls);
    }

    /// Everything told so far, oldest first.
    pub fn calls(self) -> Vec<Call> {
        self.0.look(|world| world.till.calls.all().to_vec())
    }

    /// Milliseconds until a refused call is tried again; seven seconds at the start.
    pub fn put_retry(self, ms: u64) {
        self.change(|world| world.till.calls.habit.pause = std::time::Duration::from_millis(ms));
    }
}

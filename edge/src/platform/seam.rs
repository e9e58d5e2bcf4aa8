//! What an order platform can be asked, as far as the Worker knows. Each
//! question is a pair: a call to be carried, and what its answer says in the
//! words of the v3 platform, which are ours. What only some platforms can is a
//! trait of its own, and a platform says itself whether it has it.
//!
//! `now` is in Unix seconds everywhere.

use shared::v3::{
    Bundle, CourierResult, CourierSearch, FullVariant, List, Location, Order, OrderRequest,
    PaymentMethodItem, Product, Store, WarehouseResult, WarehouseSearch,
};

use shared::value::Rupiah;
use shared::wire::Movement;

use super::{Incoming, Listed, Outgoing, PlatformError, PublicOrder};
use crate::config::Secret;

/// What an answer says, or why it says nothing.
pub type Said<T> = Result<T, PlatformError>;

/// A platform that can take a shopper's order from the first look to the last.
pub trait OrderPlatform: Catalogue + Districts + Couriers + Orders {
    /// Who asks; its name tells accounts apart.
    fn key(&self) -> &Secret;
    /// The names of all keys that it is asked with.
    fn key_names(&self) -> Vec<&str>;
    /// A small question, to see whether the platform answers at all.
    fn probe(&self) -> Outgoing;
    /// Whether it sells sets.
    fn bundles(&self) -> Option<&dyn Bundles>;
    /// Whether it says more of a variant than its listing does.
    fn full_variants(&self) -> Option<&dyn FullVariants>;
    /// Whether it knows the postal codes of a district.
    fn postal_codes(&self) -> Option<&dyn PostalCodes>;
    /// Whether it shows an order to its buyer.
    fn public_orders(&self) -> Option<&dyn PublicOrders>;
    /// Whether it says nothing of an order unless it is asked.
    fn silent(&self) -> Option<&dyn Silent>;
    /// Whether it keeps payments and parcels of an order apart from it.
    fn apart(&self) -> Option<&dyn Apart>;
}

/// Stores and what they sell. A store is named by its number.
pub trait Catalogue {
    /// Asks for a page of the account's stores.
    fn store_page(&self, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_stores(&self, answer: &Incoming, now: i64) -> Said<List<Store>>;
    /// Asks how a store can be paid.
    fn payment_methods(&self, store: i64) -> Outgoing;
    /// Reads it.
    fn read_payment_methods(&self, answer: &Incoming, now: i64) -> Said<List<PaymentMethodItem>>;
    /// Asks for a page of a store's products.
    fn product_page(&self, store: i64, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_products(&self, answer: &Incoming, now: i64) -> Said<List<Product>>;
}

/// Sets of variants. Store and set are named by their numbers.
pub trait Bundles {
    /// Asks for a page of a store's sets.
    fn bundle_page(&self, store: i64, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_bundles(&self, answer: &Incoming, now: i64) -> Said<List<Bundle>>;
    /// Asks for one set.
    fn bundle(&self, store: i64, bundle: i64) -> Outgoing;
    /// Reads it.
    fn read_bundle(&self, answer: &Incoming, now: i64) -> Said<Bundle>;
}

/// Kind and weight of a variant. Store and variant are named by their numbers.
pub trait FullVariants {
    /// Asks for one variant.
    fn variant(&self, store: i64, variant: i64) -> Outgoing;
    /// Reads it.
    fn read_variant(&self, answer: &Incoming, now: i64) -> Said<FullVariant>;
}

/// Where parcels can go, in the platform's own numbering.
pub trait Districts {
    /// Asks for a page of the districts with a word in their name.
    fn district_page(&self, word: &str, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_districts(&self, answer: &Incoming, now: i64) -> Said<List<Location>>;
}

/// Postal codes by district.
pub trait PostalCodes {
    /// Asks for the codes of a district.
    fn codes(&self, district: i64) -> Outgoing;
    /// Reads them: five digits each, in order, each once.
    /// [`PlatformError::NotFound`] when there is no such district.
    fn read_codes(&self, answer: &Incoming, now: i64) -> Said<Vec<String>>;
}

/// Who can send a parcel, and for how much. A search is one or several calls
/// that can be carried at once; their answers are read together, in the same
/// order.
pub trait Couriers {
    /// Asks which warehouses can send a parcel.
    fn search_warehouses(&self, search: &WarehouseSearch) -> Vec<Outgoing>;
    /// Reads it.
    fn read_warehouses(
        &self,
        search: &WarehouseSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<WarehouseResult>>;
    /// Whether what couriers take depends on what the goods are worth.
    fn prices_by_worth(&self) -> bool;
    /// Asks what couriers take for a parcel with goods of this worth.
    fn search_couriers(&self, search: &CourierSearch, worth: Rupiah) -> Vec<Outgoing>;
    /// Reads it.
    fn read_couriers(
        &self,
        search: &CourierSearch,
        answers: &[Incoming],
        now: i64,
    ) -> Said<Vec<CourierResult>>;
}

/// A step on the way to an order.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Ask these at once, and come back with all answers.
    Ask(Vec<Outgoing>),
    /// Make the order. Send it once: no platform knows a request again.
    Place(Outgoing),
}

/// Orders: make one, read one, look for one.
pub trait Orders {
    /// What comes next on the way to the order, once every earlier round of
    /// questions was answered. Until the order itself is placed nothing is owed.
    fn errand(&self, order: &OrderRequest, heard: &[Vec<Incoming>], now: i64) -> Said<Errand>;
    /// Reads the answer. One without the order's id, or with the `token` of
    /// another order, tells nothing about ours.
    fn read_placed(&self, answer: &Incoming, token: &str, now: i64) -> Said<Order>;
    /// Whether an order has to be read to know what it comes to.
    fn is_read_back(&self) -> bool;
    /// Asks for an order by the platform's own id. `None` for an id that would
    /// reach another route.
    fn show(&self, id: &str) -> Option<Outgoing>;
    /// Reads it. [`PlatformError::NotFound`] when the answer holds others only.
    fn read_order(&self, id: &str, answer: &Incoming, now: i64) -> Said<Order>;
    /// Asks for a page of a store's orders: newest first, or all since a moment
    /// in Unix seconds. `store` is its number.
    fn order_page(&self, store: i64, since: i64, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_order_page(&self, answer: &Incoming, now: i64) -> Said<List<Listed>>;
}

/// A platform without webhooks: its orders are asked about, all at once while
/// nobody looks and one by one while somebody does.
pub trait Silent {
    /// Asks for a page of all orders since a moment in Unix seconds.
    fn orders_since(&self, since: i64, cursor: Option<&str>) -> Outgoing;
    /// Reads it.
    fn read_orders(&self, answer: &Incoming, now: i64) -> Said<List<Order>>;
    /// Milliseconds after which an order that somebody looks at may be read
    /// again, when so many readings in a row said nothing new.
    fn pause(&self, quiet: u32) -> i64;
}

/// What a platform keeps apart from an order: what was paid of it, and where its
/// parcel is. Asked for only while somebody looks at the order.
pub trait Apart {
    /// Asks what was paid of an order. `None` for an id that would reach another
    /// route.
    fn payments(&self, id: &str) -> Option<Outgoing>;
    /// Reads it: the sum, in rupiah.
    fn read_payments(&self, answer: &Incoming, now: i64) -> Said<Rupiah>;
    /// Asks where a parcel of an order is, by the courier's number for it and
    /// the number of the service. `None` when no courier knows.
    fn parcel(&self, id: &str, waybill: &str, service: i64) -> Option<Outgoing>;
    /// Reads it, oldest first.
    fn read_parcel(&self, answer: &Incoming, now: i64) -> Said<Vec<Movement>>;
}

/// The order as its buyer may see it.
pub trait PublicOrders {
    /// Whether the platform has no page where it is paid, so that ours is the one.
    fn is_paid_on_our_page(&self) -> bool;
    /// Asks for it: calls that can be carried at once. None for ids that would
    /// reach another route.
    fn show_public(&self, store_unique_id: &str, secret_slug: Option<&str>) -> Vec<Outgoing>;
    /// Reads their answers, which are in the same order.
    fn read_public(&self, answers: &[Incoming], now: i64) -> Said<PublicOrder>;
}

//! A platform as the suite has to know it.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use serde_json::{Value, json};
use tumbas_tests::sandbox::{Fault, Limits};
use tumbas_tests::stage::World;

use crate::api::ask::Ask;
use crate::api::cart::{self, key, with};
use crate::api::courier::{options, quoted};
use crate::worlds;

/// The only world that the suite needs: its seller is on every platform, and hears what they tell.
pub(in crate::api) fn both() -> Result<Arc<World>> {
    worlds::shared_on_both("both", |world| {
        world.sandbox.put_limits(Limits::NONE);
        cart::store("batik").variants().for_each(|(_, variant)| world.sandbox.put_stock(variant, None));
        world.connect_webhooks().expect("the Worker takes the ping");
    })
}

/// A platform, and a store on it that sends parcels.
pub(in crate::api) struct Shop {
    /// In the names of trials.
    pub(super) name: &'static str,
    /// The store's name.
    pub(super) store: &'static str,
    /// A way to pay before the parcel leaves.
    pub(super) method: &'static str,
    /// Whether an order has to say who prices its courier.
    pub(super) has_providers: bool,
    /// Where the platform takes orders.
    pub(super) orders: &'static str,
    /// The answers that are a definite no, with what the shopper is told.
    pub(super) refusals: fn(Fault) -> Vec<(Fault, u16, &'static str)>,
    /// Only on the page of an order that is to be paid.
    pub(in crate::api) way_to_pay: &'static str,
    /// Words of the platform that no answer may hold.
    pub(super) secrets: &'static [&'static str],
    /// Has the Worker learn what is new, where the platform tells nothing.
    pub(super) listen: fn(&World),
    /// The money of an order comes.
    pub(in crate::api) pay: fn(&World, &Value),
    /// Its parcel leaves under this number.
    pub(super) ship: fn(&World, &Value, &str),
    /// It is called off.
    pub(super) cancel: fn(&World, &Value),
    pub(super) turn: Mutex<()>,
}

impl Shop {
    /// Does something while nobody else plans faults at this platform or counts its orders.
    pub(in crate::api) fn in_turn<T>(&self, act: impl FnOnce(&Self) -> T) -> T {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        act(self)
    }

    /// The id of the store.
    pub(in crate::api) fn store(&self, world: &World) -> String {
        let stores = Ask::get("/v3/stores/simplified").of(world).good();
        let all = stores["data"].as_array().expect("a list").iter();
        let found =
            all.filter(|store| store["name"] == self.store).find_map(|store| store["unique_id"].as_str());
        found.unwrap_or_else(|| panic!("no {} in {stores}", self.store)).to_owned()
    }

    /// What the store's checkout opens with.
    pub(in crate::api) fn checkout(&self, world: &World) -> Value {
        Ask::get(format!("/v3/stores/{}/checkout", self.store(world))).of(world).good()
    }

    /// A parcel of one thing of somebody nobody else is, to Coblong in the platform's own numbering,
    /// without a courier.
    pub(in crate::api) fn draft(&self, world: &World) -> Value {
        let checkout = self.checkout(world);
        let products = checkout["products"]["data"].as_array().expect("products").iter();
        let mut variants = products.flat_map(|product| product["variants"].as_array().expect("variants"));
        let plenty = |variant: &&Value| variant["available_qty"].as_i64().is_none_or(|left| left > 20);
        let variant = variants.find(plenty).unwrap_or_else(|| panic!("nothing in stock in {checkout}"));
        let store = &checkout["store"]["unique_id"];
        let search = format!("/v3/locations?search=coblong&store={}", store.as_str().expect("an id"));
        [
            ("/store_unique_id", store.clone()),
            ("/location_id", Ask::get(search).of(world).good()["data"][0]["id"].clone()),
            ("/payment_method", json!(self.method)),
            ("/ordervariants", json!([{"quantity": 1, "variant_unique_id": variant["unique_id"]}])),
        ]
        .into_iter()
        .fold(cart::parcel(), |draft, (member, value)| with(&draft, member, value))
    }

    /// The same with the first courier's quote, and what it comes to.
    pub(in crate::api) fn parcel(&self, world: &World) -> (Value, i64) {
        let draft = self.draft(world);
        let options = options(world, &draft);
        let known = |option: &&Value| !self.has_providers || option["shipment_provider_code"].is_string();
        let mut all = options["data"].as_array().expect("a list").iter();
        let option = all.find(known).unwrap_or_else(|| panic!("no courier in {options}"));
        let sum = options["items_total"].as_i64().zip(option["shipping_cost"].as_i64());
        let (items, cost) = sum.expect("prices");
        (quoted(&draft, option), items + cost)
    }

    /// Places a parcel.
    pub(in crate::api) fn place(&self, world: &World) -> Value {
        let (draft, _) = self.parcel(world);
        Ask::order(&draft, &key()).of(world).good()
    }

    pub(super) fn refusals(&self) -> Vec<(Fault, u16, &'static str)> {
        (self.refusals)(Fault::on("POST", self.orders))
    }
}

/// Where an order stands by now.
pub(in crate::api) fn state(world: &World, placed: &Value) -> Value {
    Ask::get(format!("/v3/orders/{}", token(placed))).of(world).good()
}

/// Its page.
pub(in crate::api) fn page(world: &World, placed: &Value) -> String {
    Ask::get(format!("/o/{}", token(placed))).of(world).text()
}

fn token(placed: &Value) -> &str {
    placed["token"].as_str().expect("a token")
}

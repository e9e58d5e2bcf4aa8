//! The platforms, played by us. Scalev v3: a native server with the
//! vendor's routes, ids, money types, errors and limits, three shops full of goods,
//! a hosted payment page, and faults on demand. [`ngorder`], [`dealpos`] and [`gercep`]
//! stand on the same port, behind the same log and faults.
//!
//! ```no_run
//! use std::time::Duration;
//! use tumbas_tests::sandbox::{Fault, Options, Sandbox};
//!
//! let sandbox = Sandbox::start(Options::default())?;
//! sandbox.plan(Fault::on("POST", "/v3/orders").reset().after_commit());
//! // … point the system under test at `sandbox.base_url()` …
//! assert!(sandbox.wait_for(Duration::from_secs(5), |world| world.orders.len() == 1));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! It makes its JSON itself and shares no type with the product: where both agree,
//! two independent readings of the vendor's contract agree. Where the contract is
//! silent, [`Settings`] has a switch or the module says what we chose.
//!
//! Where to start: [`Fault`] for what can go wrong, [`Logistics`] for what changes
//! about shipping, [`World`] for the ground truth, [`Catalogue`] for what the shops
//! sell, `api` for the routes, `control` for the same powers over HTTP under
//! `/__sandbox`.
//!
//! Shipping, in short. A price that changes between the search and the order:
//!
//! ```no_run
//! # use tumbas_tests::sandbox::{Fault, Logistics, Options, Sandbox};
//! # let sandbox = Sandbox::start(Options::default())?;
//! sandbox.put_logistics(Logistics { surcharge: 2_000.0, ..Logistics::default() });
//! // One of three courier searches fails, another is slow:
//! let search = "/v3/shipping-costs/search-courier-service";
//! sandbox.plan(Fault::on("POST", search).status(503, "busy").nth(2));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Nobody sends to [`District::WITHOUT_WAREHOUSE`], no courier goes to
//! [`District::WITHOUT_COURIER`], none takes cash in [`District::WITHOUT_COD`], and
//! [`District::WITHOUT_POSTAL_CODE`] lists no postal code. [`Warehouse`] says who holds
//! what and sends where, [`COURIERS`] who carries what, how far, and for cash.

mod answer;
mod api;
mod catalogue;
mod control;
pub mod dealpos;
mod fault;
mod gate;
pub mod gercep;
mod hook;
mod identity;
mod journal;
mod key;
mod limit;
mod members;
mod money;
pub mod ngorder;
mod order;
mod page;
mod paging;
mod picture;
mod region;
mod server;
mod settings;
mod shipping;
mod stock;
mod webhook;
mod wire;
mod world;

#[cfg(test)]
mod tests;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::Value;

pub use catalogue::{
    Bundle, BundleLine, Catalogue, ItemType, PaymentAccount, PriceOption, Product, Store, Variant,
};
pub use dealpos::{
    CLIENT_ID as TILL_CLIENT_ID, CLIENT_SECRET as TILL_CLIENT_SECRET, HOOK_TOKEN as TILL_HOOK_TOKEN, Till,
};
pub use fault::{Calls, Fault, Kind, When};
pub use gercep::{Gercep, HOOK_TOKEN as GERCEP_HOOK_TOKEN, KEY as GERCEP_KEY, STORE as GERCEP_STORE};
pub use hook::Call;
pub use journal::Arrival;
pub use key::{API_KEY, CATALOGUE_KEY, CHECKOUT_KEY, EXPIRED_KEY, STOREFRONT_KEY};
pub use limit::Limits;
pub use money::Sen;
pub use ngorder::{EXPIRED_KEY as NGORDER_EXPIRED_KEY, KEY as NGORDER_KEY, Ngorder};
pub use order::{Amounts, Content, Customer, Line, Order};
pub use region::District;
pub use settings::Settings;
pub use shipping::{COURIERS, Cod, Courier, Etd, Holds, Logistics, Reach, Sends, Service, Warehouse};
pub use webhook::{
    Attempt, Delivery, Endpoint, Forgery, HEADER as SIGNATURE_HEADER, Release, Sequence, Standing,
    WEBHOOK_SECRET, sign,
};
pub use world::World;

use server::Server;
use world::Watched;

/// How a sandbox starts, and what a reset returns to.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Rate limits.
    pub limits: Limits,
    /// Switches for what the contract leaves open.
    pub settings: Settings,
}

/// A running sandbox. It stops when dropped.
#[derive(Debug)]
pub struct Sandbox {
    app: App,
    server: Server,
}

/// What every handler can reach.
#[derive(Debug, Clone)]
struct App {
    origin: Arc<str>,
    world: Arc<Watched>,
}

impl Sandbox {
    /// Starts a sandbox on its own thread and returns when it listens.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(options: Options) -> io::Result<Self> {
        let Options { port, limits, settings } = options;
        let (server, app) = Server::start(port, move |address| App {
            origin: format!("http://{address}").into(),
            world: Arc::new(Watched::new(limits, settings)),
        })?;
        Ok(Self { app, server })
    }

    /// `http://127.0.0.1:8789`
    pub fn base_url(&self) -> &str {
        &self.app.origin
    }

    /// Asks the platform with the secret key, as over HTTP but without a network:
    /// the status and the JSON.
    ///
    /// # Panics
    /// When `path` is none.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::AUTHORIZATION, format!("Bearer {}", key::API_KEY));
        let request = request.body(Body::from(body.to_string())).expect("a method and a path");
        let (status, answer) = self.server.ask(request);
        (status.as_u16(), serde_json::from_slice(&answer).unwrap_or_default())
    }

    /// What the shops sell.
    pub fn catalogue(&self) -> &'static Catalogue {
        Catalogue::get()
    }

    /// Plans a fault. Several are struck in the order they were planned.
    pub fn plan(&self, fault: Fault) {
        self.app.world.change(|world| world.faults.add(fault));
    }

    /// Forgets all planned faults and lets held connections go.
    pub fn clear_faults(&self) {
        self.app.world.change(|world| world.faults.clear());
        self.app.world.release();
    }

    /// Every order so far, oldest first.
    pub fn orders(&self) -> Vec<Order> {
        self.look(|world| world.orders.clone())
    }

    /// Every request so far, oldest first, without the control API.
    pub fn requests(&self) -> Vec<Arrival> {
        self.look(|world| world.requests.clone())
    }

    /// Looks at the world without copying it.
    pub fn look<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        self.app.world.read(look)
    }

    /// Blocks until `done` holds and says whether it did in time. It is asked again
    /// after every change, so nothing is slept through.
    #[must_use]
    pub fn wait_for(&self, timeout: Duration, done: impl FnMut(&World) -> bool) -> bool {
        self.app.world.wait(timeout, done)
    }

    /// Marks an order as paid, as the payment page does. False when there is no such order.
    pub fn pay(&self, order_id: &str) -> bool {
        self.act(order_id, |order| order.set_payment_status("paid"))
    }

    /// Moves an order on, as the seller does: `confirmed`, `in_process`, …; `shipped` with
    /// a tracking number of the courier's. False when there is no such order or status.
    pub fn put_status(&self, order_id: &str, status: &str) -> bool {
        let Some(status) = order::STATUSES.into_iter().find(|known| *known == status) else { return false };
        self.act(order_id, |order| match status {
            "shipped" => order.ship(None),
            _ => order.set_status(status),
        })
    }

    /// Moves the money of an order: `paid`, `settled`, `conflict`, `unpaid`. False when
    /// there is no such order or status.
    pub fn put_payment_status(&self, order_id: &str, status: &str) -> bool {
        let known = order::PAYMENT_STATUSES.into_iter().find(|known| *known == status);
        known.is_some_and(|status| self.act(order_id, |order| order.set_payment_status(status)))
    }

    fn act(&self, order_id: &str, act: impl FnOnce(&mut Order)) -> bool {
        self.app.world.change(|world| {
            let id = world.any_order(order_id).map(|order| order.id.clone());
            id.and_then(|id| world.act(&id, act)).is_some()
        })
    }

    /// Saves who is told of orders from now on. The platform asks first, with a ping.
    ///
    /// # Errors
    /// When the ping is not answered with exactly 200, in words.
    pub fn subscribe(&self, endpoint: Endpoint) -> Result<(), String> {
        self.server.block_on(self.app.subscribe(endpoint))
    }

    /// Nobody is told from now on.
    pub fn unsubscribe(&self) {
        self.app.world.change(|world| world.webhooks.set_endpoint(None));
    }

    /// What happens from now on is told only when it is released.
    pub fn hold_webhooks(&self) {
        self.app.world.change(|world| world.webhooks.hold());
    }

    /// Lets go what was held.
    pub fn release_webhooks(&self, release: &Release) {
        self.app.world.change(|world| world.webhooks.release(release));
    }

    /// Everything told so far, oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.look(|world| world.deliveries().to_vec())
    }

    /// Sends a delivery again, so many times at the same moment.
    ///
    /// # Errors
    /// When there is no such delivery, or nobody to send it to.
    pub fn replay_webhook(&self, number: u64, copies: u32) -> Result<Vec<Attempt>, String> {
        self.server.block_on(self.app.replay(number, copies))
    }

    /// Sends what the platform never said.
    ///
    /// # Errors
    /// When the event or the order is unknown, or nobody is there to send it to.
    pub fn forge_webhook(&self, forgery: &Forgery) -> Result<Attempt, String> {
        self.server.block_on(self.app.forge(forgery))
    }

    /// Sets what is left of a variant; `None` when nobody counts.
    pub fn put_stock(&self, variant: &Variant, left: Option<u32>) {
        self.app.world.change(|world| world.stock.put(variant, left));
    }

    /// Changes the rate limits and forgets what was used of them.
    pub fn put_limits(&self, limits: Limits) {
        self.app.world.change(|world| {
            world.limits = limits;
            world.meter = limit::Meter::default();
        });
    }

    /// Changes the switches.
    pub fn put_settings(&self, settings: Settings) {
        self.app.world.change(|world| world.settings = settings);
    }

    /// Changes shipping from now on: prices, couriers, warehouses. It replaces what
    /// was changed before; `Logistics::default()` is the start.
    pub fn put_logistics(&self, logistics: Logistics) {
        self.app.world.change(|world| world.logistics = logistics);
    }

    /// Back to the start: no orders, faults or requests, full shelves, first prices, fresh limits.
    pub fn reset(&self) {
        self.app.world.reset();
    }
}

impl App {
    /// The custom domain of the stores: this sandbox, unless the setting says none.
    fn domain(&self) -> Option<&str> {
        self.world.read(|world| world.settings.store_domains).then_some(&*self.origin)
    }
}

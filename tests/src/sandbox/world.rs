//! Everything that changes while the sandbox runs, and waiting for it to change.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::dealpos::Till;
use super::fault::{Fault, Plan};
use super::gercep::Gercep;
use super::journal::Arrival;
use super::limit::{Limits, Meter};
use super::ngorder::Ngorder;
use super::order::Order;
use super::settings::Settings;
use super::shipping::Logistics;
use super::stock::Stock;
use super::webhook::{Delivery, Event, Webhooks};

/// The changing part of the sandbox.
#[derive(Debug, Default)]
pub struct World {
    /// Every order, oldest first, seen by reads or not: the ground truth.
    pub orders: Vec<Order>,
    /// Every request since the last reset, oldest first. The control API is not in it.
    pub requests: Vec<Arrival>,
    /// The other order platform.
    pub ngorder: Ngorder,
    /// The till that goods come from.
    pub till: Till,
    /// The other sales channel.
    pub gercep: Gercep,
    pub(super) faults: Plan,
    pub(super) meter: Meter,
    pub(super) limits: Limits,
    pub(super) settings: Settings,
    pub(super) stock: Stock,
    pub(super) logistics: Logistics,
    pub(super) webhooks: Webhooks,
}

impl World {
    /// Requests of one route, oldest first.
    pub fn requests_to<'a>(&'a self, method: &'a str, path: &'a str) -> impl Iterator<Item = &'a Arrival> {
        self.requests.iter().filter(move |arrival| arrival.method == method && arrival.path == path)
    }

    /// What was told of orders so far, oldest first, and how it was taken.
    pub fn deliveries(&self) -> &[Delivery] {
        self.webhooks.deliveries()
    }

    /// Keeps an order, takes its pieces off the shelf, and tells of it.
    pub(super) fn commit(&mut self, order: Order) {
        for (variant, pieces) in order.pieces() {
            self.stock.take(variant, pieces);
        }
        self.webhooks.tell(Event::OrderCreated, &order);
        self.orders.push(order);
    }

    /// The order that a read of this id finds.
    pub(super) fn order(&self, id: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.is_readable() && order.id == id)
    }

    /// The order that a read of this slug finds.
    pub(super) fn order_by_slug(&self, slug: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.is_readable() && order.secret_slug == slug)
    }

    /// The order of this key or number, whether or not reads see it.
    pub(super) fn any_order(&self, id: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.id == id || order.order_id == id)
    }

    /// Does something to the order of this key and tells what became of it.
    pub(super) fn act<T>(&mut self, id: &str, act: impl FnOnce(&mut Order) -> T) -> Option<T> {
        let order = self.orders.iter_mut().find(|order| order.id == id)?;
        let before = order.clone();
        let outcome = act(order);
        for event in Event::between(&before, order) {
            self.webhooks.tell(event, order);
        }
        Some(outcome)
    }

    /// Notes an arrival and gives it its number.
    pub(super) fn arrive(&mut self, mut arrival: Arrival) -> u64 {
        arrival.number = self.requests.len() as u64 + 1;
        self.requests.push(arrival);
        self.requests.len() as u64
    }

    /// The arrival of this number, unless a reset forgot it.
    pub(super) fn arrival(&mut self, number: u64) -> Option<&mut Arrival> {
        self.requests.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// The fault that strikes this call, if one does.
    pub(super) fn strike(&mut self, method: &str, path: &str, body: &[u8]) -> Option<Fault> {
        self.faults.strike(method, path, body)
    }
}

/// A [`World`] that many threads watch.
#[derive(Debug)]
pub(super) struct Watched {
    start: (Limits, Settings),
    world: Mutex<World>,
    changed: Condvar,
    version: watch::Sender<u64>,
    /// Changes when held connections must go.
    pub(super) released: watch::Sender<u64>,
}

impl Watched {
    /// A fresh world that starts, and restarts, with these.
    pub(super) fn new(limits: Limits, settings: Settings) -> Self {
        let watched = Self {
            start: (limits, settings),
            world: Mutex::default(),
            changed: Condvar::new(),
            version: watch::Sender::default(),
            released: watch::Sender::default(),
        };
        watched.reset();
        watched
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the world.
    pub(super) fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    /// Changes the world and wakes whoever waits.
    pub(super) fn change<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let outcome = act(&mut self.lock());
        self.changed.notify_all();
        self.version.send_modify(|version| *version += 1);
        outcome
    }

    /// Back to the start: no orders, faults, requests or deliveries, full shelves, fresh
    /// limits. Who is told of orders stays.
    pub(super) fn reset(&self) {
        let (limits, settings) = self.start.clone();
        self.change(|world| {
            let webhooks = world.webhooks.afresh();
            let (till, gercep) = (world.till.afresh(), world.gercep.afresh());
            *world = World { till, gercep, limits, settings, webhooks, ..World::default() };
        });
        self.release();
    }

    /// Lets held connections go.
    pub(super) fn release(&self) {
        self.released.send_modify(|release| *release += 1);
    }

    /// Blocks until `done` holds; false when it did not in time.
    pub(super) fn wait(&self, timeout: Duration, mut done: impl FnMut(&World) -> bool) -> bool {
        let waited = self.changed.wait_timeout_while(self.lock(), timeout, |world| !done(world));
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Who asks it is woken by the next change.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// [`Self::wait`] without blocking a thread.
    pub(super) async fn watch(&self, timeout: Duration, done: impl Fn(&World) -> bool) -> bool {
        let mut version = self.version.subscribe();
        let waiting = version.wait_for(|_| self.read(&done));
        tokio::time::timeout(timeout, waiting).await.is_ok()
    }
}

//! Asks the platform who can send a parcel, and for how much.

use std::collections::HashMap;
use std::rc::Rc;

use futures_util::future::{join_all, try_join_all};
use shared::checkout::Consignment;
use shared::v3::{CourierResult, Warehouse, WarehouseResult};
use shared::value::Rupiah;

use super::clock;
use super::isolate::Isolate;
use super::send::in_turn;
use crate::gate::Urgency;
use crate::platform::{FullVariants, Incoming, OrderPlatform, Outgoing, Platform, Said};
use crate::shipping::{CourierQuestion, Offer, Parcel, WarehouseQuestion, offers};

/// Things that are asked for at the same time: a request has six connections.
const AT_ONCE: usize = 3;

/// Who asks.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) isolate: &'a Isolate,
    /// Whom.
    pub(super) platform: Platform,
    /// The store's number.
    pub(super) store: i64,
    /// For an order nothing is remembered.
    pub(super) urgency: Urgency,
}

impl<'a> Asker<'a> {
    /// The warehouses that can send a parcel to a district.
    pub(super) async fn warehouses(self, location: i64, parcel: &Parcel) -> Said<Rc<Vec<WarehouseResult>>> {
        let memory = &self.isolate.memory.warehouses;
        let question = (self.platform, WarehouseQuestion::new(self.store, location, parcel));
        if let Some(known) = memory.recall(&question).filter(|_| !self.is_order()) {
            return Ok(known);
        }
        let (platform, search) = (self.platform()?, question.1.search());
        let answers = self.ask(&platform.search_warehouses(&search)).await?;
        Ok(memory.keep(question, platform.read_warehouses(&search, &answers, clock::seconds())?))
    }

    /// What couriers take for a parcel of so many grams from a warehouse.
    pub(super) async fn offers(
        self,
        warehouse: &Warehouse,
        to: &Consignment,
        weight: i64,
    ) -> Said<Vec<Offer>> {
        let question = CourierQuestion::new(self.store, warehouse.id, to, weight);
        let worth = if self.platform()?.prices_by_worth() { to.items_total() } else { Rupiah::ZERO };
        Ok(offers(warehouse, &self.couriers(question, worth).await?))
    }

    async fn couriers(self, question: CourierQuestion, worth: Rupiah) -> Said<Rc<Vec<CourierResult>>> {
        let (memory, question) = (&self.isolate.memory.couriers, (self.platform, question, worth));
        if let Some(known) = memory.recall(&question).filter(|_| !self.is_order()) {
            return Ok(known);
        }
        let (platform, search) = (self.platform()?, question.1.search());
        let answers = self.ask(&platform.search_couriers(&search, worth)).await?;
        Ok(memory.keep(question, platform.read_couriers(&search, &answers, clock::seconds())?))
    }

    /// Grams of one of each variant whose weight the listing does not say, by
    /// its number; none where the platform has none.
    pub(super) async fn weights(self, parcel: &Parcel) -> Said<HashMap<i64, i64>> {
        let (numbers, mut told) = (parcel.unweighed().collect::<Vec<_>>(), HashMap::new());
        let Some(power) = self.platform()?.full_variants() else { return Ok(told) };
        for some in numbers.chunks(AT_ONCE) {
            for weight in join_all(some.iter().map(|number| self.weight(power, *number))).await {
                let (number, grams) = weight?;
                told.insert(number, grams);
            }
        }
        Ok(told)
    }

    async fn weight(self, power: &dyn FullVariants, number: i64) -> Said<(i64, i64)> {
        let memory = &self.isolate.memory.weights;
        if let Some(known) = memory.recall(&(self.store, number)) {
            return Ok((number, *known));
        }
        let answer = in_turn(&power.variant(self.store, number), self.urgency).await?;
        let full = power.read_variant(&answer, clock::seconds())?;
        Ok((number, *memory.keep((self.store, number), full.weight.unwrap_or(0))))
    }

    async fn ask(self, calls: &[Outgoing]) -> Said<Vec<Incoming>> {
        try_join_all(calls.iter().map(|call| in_turn(call, self.urgency))).await
    }

    fn platform(self) -> Said<&'a dyn OrderPlatform> {
        self.isolate.platform(self.platform)
    }

    fn is_order(self) -> bool {
        self.urgency == Urgency::Order
    }
}

//! Asks the platform who can send a parcel, and for how much.

use std::collections::HashMap;
use std::rc::Rc;

use futures_util::future::join_all;
use shared::checkout::Consignment;
use shared::v3::{CourierResult, FullVariant, Warehouse, WarehouseResult};

use super::clock;
use super::isolate::Isolate;
use super::location::account;
use super::send::in_turn;
use crate::gate::Urgency;
use crate::platform::{Incoming, Outgoing, PlatformError, scalev};
use crate::shipping::{CourierQuestion, Offer, Parcel, WarehouseQuestion, offers};

/// Things that are asked for at the same time: a request has six connections.
const AT_ONCE: usize = 3;

/// Who asks.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) isolate: &'a Isolate,
    /// The store's number.
    pub(super) store: i64,
    /// For an order nothing is remembered.
    pub(super) urgency: Urgency,
}

type Asked<T> = Result<T, PlatformError>;

impl Asker<'_> {
    /// The warehouses that can send a parcel to a district.
    pub(super) async fn warehouses(self, location: i64, parcel: &Parcel) -> Asked<Rc<Vec<WarehouseResult>>> {
        let memory = &self.isolate.memory.warehouses;
        let question = WarehouseQuestion::new(self.store, location, parcel);
        if let Some(known) = memory.recall(&question).filter(|_| !self.is_order()) {
            return Ok(known);
        }
        let answer = self.ask(&scalev::search_warehouses(account(self.isolate)?, &question.search())).await?;
        Ok(memory.keep(question, scalev::read_warehouses(&answer, clock::seconds())?))
    }

    /// What couriers take for a parcel of so many grams from a warehouse.
    pub(super) async fn offers(
        self,
        warehouse: &Warehouse,
        to: &Consignment,
        weight: i64,
    ) -> Asked<Vec<Offer>> {
        let question = CourierQuestion::new(self.store, warehouse.id, to, weight);
        Ok(offers(warehouse, &self.couriers(question).await?))
    }

    async fn couriers(self, question: CourierQuestion) -> Asked<Rc<Vec<CourierResult>>> {
        let memory = &self.isolate.memory.couriers;
        if let Some(known) = memory.recall(&question).filter(|_| !self.is_order()) {
            return Ok(known);
        }
        let answer = self.ask(&scalev::search_couriers(account(self.isolate)?, &question.search())).await?;
        Ok(memory.keep(question, scalev::read_couriers(&answer, clock::seconds())?))
    }

    /// Grams of one of each variant whose weight the listing does not say, by
    /// its number; none where the platform has none.
    pub(super) async fn weights(self, parcel: &Parcel) -> Asked<HashMap<i64, i64>> {
        let (numbers, mut told) = (parcel.unweighed().collect::<Vec<_>>(), HashMap::new());
        for some in numbers.chunks(AT_ONCE) {
            for weight in join_all(some.iter().map(|number| self.weight(*number))).await {
                let (number, grams) = weight?;
                told.insert(number, grams);
            }
        }
        Ok(told)
    }

    async fn weight(self, number: i64) -> Asked<(i64, i64)> {
        let memory = &self.isolate.memory.weights;
        if let Some(known) = memory.recall(&(self.store, number)) {
            return Ok((number, *known));
        }
        let answer = self.ask(&scalev::variant(account(self.isolate)?, self.store, number)).await?;
        let full: FullVariant = scalev::read_one(&answer, clock::seconds())?;
        Ok((number, *memory.keep((self.store, number), full.weight.unwrap_or(0))))
    }

    async fn ask(self, call: &Outgoing) -> Asked<Incoming> {
        in_turn(call, self.urgency).await
    }

    fn is_order(self) -> bool {
        self.urgency == Urgency::Order
    }
}

//! How the parcel comes, as it is drawn.

use shared::checkout::ProblemCode;
use shared::value::Rupiah;
use shared::wire::NoShipping;

use super::{CourierCard, DistrictRow};
use crate::flow::Flow;

/// The couriers to pick from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
pub struct DeliveryView {
    /// How far the couriers are known.
    pub quoting: Quoting,
    /// Where the parcel goes.
    pub to: Option<DistrictRow>,
    /// The couriers, cheapest first: three until all are wanted. The first
    /// three hold the cheapest and the fastest service.
    pub couriers: Vec<CourierCard>,
    /// How many couriers there are in all.
    pub all: usize,
    /// All of them are shown; otherwise "show all" sends
    /// [`AllCouriersWanted`](crate::flow::Event::AllCouriersWanted).
    pub shows_all: bool,
    /// What insurance of the picked service costs, where it can be had.
    pub insurance: Option<String>,
    /// It is wanted; [`InsuranceWanted`](crate::flow::Event::InsuranceWanted) says so.
    pub insured: bool,
    /// Services left out because they take no cash;
    /// [`CodDropped`](crate::flow::Event::CodDropped) brings them back.
    pub hidden_without_cod: u32,
    /// Some couriers did not answer: there may be more.
    pub is_incomplete: bool,
    /// "Continue" was pressed with none picked.
    pub missing: bool,
    /// What changed about the picked service; shown at every step from here on.
    pub notice: Option<DeliveryNotice>,
}

/// How far the couriers are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Nothing to show yet: draw the skeleton.
    Loading,
    /// The cards are those of the last question; an answer is awaited.
    Refreshing,
    /// The cards are right.
    Ready,
    /// No answer; [`Retried`](crate::flow::Event::Retried) asks again.
    Failed,
    /// Nothing can come, for this reason.
    Empty(NoShipping),
}

/// What changed about the picked service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryNotice {
    /// It costs something else now.
    PriceChanged {
        /// `J&T Express Reguler`
        service: String,
        /// What it cost.
        old: String,
        /// What it costs.
        new: String,
        /// What brought it about.
        why: Why,
    },
    /// The order was refused because of it. Nothing was ordered, and couriers were asked again.
    Refused {
        /// `J&T Express Reguler`; may be empty.
        service: String,
        /// Why.
        code: ProblemCode,
    },
    /// It cannot be had any more; another has to be picked.
    Gone {
        /// `J&T Express Reguler`
        service: String,
        /// What brought it about.
        why: Why,
    },
}

/// What changed so that couriers were asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The cart.
    Cart,
    /// The postal code.
    PostalCode,
    /// The way to pay.
    Payment,
    /// Nothing of the shopper's: the courier's price of the day.
    Courier,
}

impl Flow {
    /// The couriers to pick from; `None` when nothing is shipped.
    pub fn delivery_view(&self) -> Option<DeliveryView> {
        self.catalogue.as_ref().filter(|_| self.ships())?;
        let courier = &self.courier;
        let quoting = self.quoting();
        let (couriers, all) = self.couriers();
        let answer = courier.offers.as_ref().map(|offers| &offers.options);
        Some(DeliveryView {
            quoting,
            to: self.districts.chosen.as_ref().map(DistrictRow::of),
            shows_all: courier.shows_all || couriers.len() == all,
            couriers,
            all,
            insurance: courier.insurance().map(Rupiah::text),
            insured: courier.insured,
            hidden_without_cod: answer.map_or(0, |answer| answer.hidden_without_cod),
            is_incomplete: answer.is_some_and(|answer| answer.is_incomplete),
            missing: courier.missing,
            notice: courier.notice.clone(),
        })
    }

    fn quoting(&self) -> Quoting {
        let courier = &self.courier;
        match &courier.offers {
            _ if courier.has_failed() => Quoting::Failed,
            Some(offers) if offers.options.data.is_empty() && !courier.is_awaited() => {
                let reason = offers.options.reason.clone();
                Quoting::Empty(reason.unwrap_or(NoShipping::NoCourier))
            }
            Some(offers) if offers.options.data.is_empty() => Quoting::Loading,
            Some(_) if courier.is_awaited() => Quoting::Refreshing,
            Some(_) => Quoting::Ready,
            // A store without any way to pay has nothing to ask with.
            None if self.question().is_none() => Quoting::Failed,
            None => Quoting::Loading,
        }
    }
}

//! How the parcel comes, as it is drawn.

use shared::checkout::ProblemCode;
use shared::value::Rupiah;
use shared::wire::{NoShipping, ShippingOption};

use super::DistrictRow;
use crate::flow::Flow;
use crate::flow::etd::{Span, arrival, span, today};

/// The couriers to pick from.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Services left out because they take no cash;
    /// [`CodDropped`](crate::flow::Event::CodDropped) brings them back.
    pub hidden_without_cod: u32,
    /// Some couriers did not answer: there may be more.
    pub is_incomplete: bool,
    /// "Continue" was pressed with none picked.
    pub missing: bool,
    /// What changed about the picked service; shown at every step from here on.
    pub notice: Option<DeliveryNotice>,
    /// For the WhatsApp link, when no courier can be had.
    pub rescue: Option<Rescue>,
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

/// A courier with its services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourierCard {
    /// Such as `jnt`; good as a key.
    pub code: String,
    /// Such as `J&T Express`.
    pub name: String,
    /// Cheapest first.
    pub services: Vec<ServiceRow>,
}

/// A service to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a badge or a mark of its own")]
pub struct ServiceRow {
    /// Goes into [`CourierChosen`](crate::flow::Event::CourierChosen); good as a key.
    pub service: i64,
    /// Such as `Reguler`.
    pub name: String,
    /// What it costs.
    pub cost: String,
    /// It costs nothing.
    pub is_free: bool,
    /// When the parcel comes.
    pub arrival: Arrival,
    /// No service costs less.
    pub cheapest: bool,
    /// No service is sooner; set only when that is known and others are later.
    pub fastest: bool,
    /// It can be paid in cash at the door.
    pub cod: bool,
    /// It is the picked one.
    pub chosen: bool,
}

/// When a parcel comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The courier does not say.
    Unknown,
    /// Within hours.
    Today,
    /// Between two days, which may be the same.
    Between {
        /// Fewest and most days.
        days: (u8, u8),
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
}

/// A day of the calendar, in the west of Indonesia.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// 0 is Sunday.
    pub weekday: u8,
    /// From 1.
    pub day: u8,
    /// From 1.
    pub month: u8,
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

/// What to tell the seller when the checkout cannot go on: the cart in words,
/// and no address but the district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    /// The store's name.
    pub store: String,
    /// Pieces, name, and the variant or price option (may be empty).
    pub lines: Vec<(u32, String, String)>,
    /// What the goods cost.
    pub subtotal: String,
    /// The district.
    pub to: Option<DistrictRow>,
}

impl Flow {
    /// The couriers to pick from; `None` when nothing is shipped.
    pub fn delivery_view(&self) -> Option<DeliveryView> {
        self.catalogue.as_ref().filter(|_| self.ships())?;
        let courier = &self.courier;
        let quoting = self.quoting();
        let stuck = matches!(quoting, Quoting::Failed | Quoting::Empty(_));
        let couriers = self.courier_cards();
        let all = couriers.len();
        let answer = courier.offers.as_ref().map(|offers| &offers.options);
        Some(DeliveryView {
            quoting,
            to: self.districts.chosen.as_ref().map(DistrictRow::of),
            couriers: if courier.shows_all { couriers } else { first_three(couriers) },
            all,
            shows_all: courier.shows_all || all <= SHOWN,
            hidden_without_cod: answer.map_or(0, |answer| answer.hidden_without_cod),
            is_incomplete: answer.is_some_and(|answer| answer.is_incomplete),
            missing: courier.missing,
            notice: courier.notice.clone(),
            rescue: stuck.then(|| self.rescue()),
        })
    }

    /// When a parcel comes that is sent today.
    pub(super) fn arrival(&self, option: &ShippingOption) -> Arrival {
        arrival(span(option.etd.as_deref()), today(self.now))
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
            None => Quoting::Loading,
        }
    }

    fn courier_cards(&self) -> Vec<CourierCard> {
        let Some(offers) = &self.courier.offers else { return Vec::new() };
        let mut rows: Vec<(&ShippingOption, Span)> = Vec::new();
        for option in self.courier.services(&offers.options.data) {
            rows.push((option, span(option.etd.as_deref())));
        }
        let cheapest = rows.iter().map(|(option, _)| option.shipping_cost).min();
        let soonest = rows.iter().filter_map(|(_, span)| soon(*span)).min();
        let several = rows.iter().any(|(_, span)| soon(*span).is_some_and(|soon| Some(soon) != soonest));
        let mut cards: Vec<CourierCard> = Vec::new();
        for (option, span) in rows {
            let row = ServiceRow {
                service: option.courier_service_id,
                name: option.service_name.clone(),
                cost: option.shipping_cost.to_string(),
                is_free: option.shipping_cost == Rupiah::ZERO,
                arrival: arrival(span, today(self.now)),
                cheapest: Some(option.shipping_cost) == cheapest,
                fastest: several && soon(span).is_some() && soon(span) == soonest,
                cod: self.courier.takes_cash(option.courier_service_id),
                chosen: self.courier.is_chosen(option.courier_service_id),
            };
            let code = option.courier_code.to_ascii_lowercase();
            match cards.iter_mut().find(|card| card.code == code) {
                Some(card) => card.services.push(row),
                None => {
                    let name = option.courier_name.clone();
                    cards.push(CourierCard { code, name, services: vec![row] });
                }
            }
        }
        cards
    }

    /// The cart in words, for the seller.
    pub(super) fn rescue(&self) -> Rescue {
        let (store, things) = match &self.catalogue {
            Some(catalogue) => {
                let told = |line: &crate::flow::cart::Line| {
                    let thing = catalogue.thing(&line.item)?;
                    Some((line.quantity, thing.name.to_owned(), thing.detail.to_owned()))
                };
                (catalogue.store.name.clone(), self.cart.lines.iter().filter_map(told).collect())
            }
            None => (String::new(), Vec::new()),
        };
        Rescue {
            store,
            lines: things,
            subtotal: self.subtotal().to_string(),
            to: self.districts.chosen.as_ref().map(DistrictRow::of),
        }
    }
}

/// How many couriers are shown at first.
const SHOWN: usize = 3;

/// The first three, with the fastest service among them, and the picked one.
fn first_three(mut cards: Vec<CourierCard>) -> Vec<CourierCard> {
    let fastest = cards.iter().position(|card| card.services.iter().any(|row| row.fastest));
    if let Some(fastest) = fastest.filter(|place| *place >= SHOWN) {
        let card = cards.remove(fastest);
        cards.insert(SHOWN - 1, card);
    }
    let mut place = 0;
    cards.retain(|card| {
        place += 1;
        place <= SHOWN || card.services.iter().any(|row| row.chosen)
    });
    cards
}

/// What sorts spans: days, when known.
fn soon(span: Span) -> Option<(u8, u8)> {
    match span {
        Span::Unknown => None,
        Span::Hours => Some((0, 0)),
        Span::Days(from, to) => Some((to, from)),
    }
}

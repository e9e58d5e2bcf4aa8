//! Couriers, their services, and when a parcel comes, as they are drawn.

use shared::value::Rupiah;
use shared::wire::ShippingOption;

use crate::flow::Flow;
use crate::flow::courier::service_name;
use crate::flow::etd::{Span, arrival, span, today};

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
    /// Such as `Reguler`; a shop's own courier has one service, which is called as the courier is.
    pub name: String,
    /// Such as `J&T Express Reguler`.
    pub called: String,
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

impl Flow {
    /// When a parcel comes that is sent today.
    pub(super) fn arrival(&self, option: &ShippingOption) -> Arrival {
        arrival(span(option.etd.as_deref()), today(self.now))
    }

    /// The couriers that are shown, and how many there are.
    pub(super) fn couriers(&self) -> (Vec<CourierCard>, usize) {
        let options = self.courier.offers.as_ref().map_or(&[][..], |offers| &offers.options.data);
        let services = self.courier.services(options);
        let cheapest = services.iter().map(|option| option.shipping_cost).min();
        let soonest = soonest(&services);
        let mut cards: Vec<CourierCard> = Vec::new();
        for option in services {
            let fastest = soonest.is_some() && soon(option) == soonest;
            let row = self.service_row(option, Some(option.shipping_cost) == cheapest, fastest);
            let code = option.courier_code.to_ascii_lowercase();
            if let Some(card) = cards.iter_mut().find(|card| card.code == code) {
                card.services.push(row);
            } else {
                let name = option.courier_name.clone();
                cards.push(CourierCard { code, name, services: vec![row] });
            }
        }
        let all = cards.len();
        (if self.courier.shows_all { cards } else { first_three(cards) }, all)
    }

    fn service_row(&self, option: &ShippingOption, cheapest: bool, fastest: bool) -> ServiceRow {
        let own = option.service_name.is_empty();
        let name = if own { &option.courier_name } else { &option.service_name };
        ServiceRow {
            service: option.courier_service_id,
            name: name.clone(),
            called: service_name(option),
            cost: option.shipping_cost.text(),
            is_free: option.shipping_cost == Rupiah::ZERO,
            arrival: self.arrival(option),
            cheapest,
            fastest,
            cod: self.courier.takes_cash(option.courier_service_id),
            chosen: self.courier.is_chosen(option.courier_service_id),
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
    let mut shown = Vec::new();
    for card in cards {
        if shown.len() < SHOWN || card.services.iter().any(|row| row.chosen) {
            shown.push(card);
        }
    }
    shown
}

/// Most and fewest days, when known.
fn soon(option: &ShippingOption) -> Option<(u8, u8)> {
    match span(option.etd.as_deref()) {
        Span::Unknown => None,
        Span::Hours => Some((0, 0)),
        Span::Days(from, to) => Some((to, from)),
    }
}

/// The fewest days, when others are known to take more.
fn soonest(options: &[&ShippingOption]) -> Option<(u8, u8)> {
    let known = || options.iter().filter_map(|option| soon(option));
    known().min().filter(|soonest| known().any(|other| other != *soonest))
}

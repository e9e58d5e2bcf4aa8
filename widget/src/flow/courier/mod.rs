//! How the parcel comes: what is offered, and what was picked.
//!
//! Prices follow the state: after every event the question that the state
//! poses is compared with the one that was answered, and asked when it is
//! another. So no answer to an older question can ever stand.

mod answer;

mod asking;

use shared::checkout::Draft;
use shared::text::concat;
use shared::value::Rupiah;
use shared::wire::{ShippingOption, ShippingOptions, ShippingRequest};

use super::stage::Way;
use super::view::DeliveryNotice;
use super::{Announcement, DomEventKind, Effect, Flow, Millis};

/// What is offered, and what was picked.
#[derive(Default)]
pub(super) struct Courier {
    /// Number and question of the awaited answer.
    awaited: Option<(u32, ShippingRequest)>,
    pub(super) offers: Option<Offers>,
    /// This question got no answer; it is asked again when the shopper says so.
    failed: Option<ShippingRequest>,
    pub(super) chosen: Option<ShippingOption>,
    /// The shopper wants the parcel insured, where that can be had.
    pub(super) insured: bool,
    pub(super) notice: Option<DeliveryNotice>,
    pub(super) shows_all: bool,
    /// Continuing found none picked.
    pub(super) missing: bool,
}

/// An answer, and what it answers.
#[derive(Clone)]
pub(super) struct Offers {
    pub(super) request: ShippingRequest,
    pub(super) options: ShippingOptions,
    /// By the shopper's clock.
    until: Millis,
}

/// Bounds of a quote's life: a phone's clock may be wrong by hours.
const LIFE_MS: (Millis, Millis) = (20_000, 15 * 60 * 1000);
/// A quote that is about to expire is not used.
const MARGIN_MS: Millis = 10_000;

/// `J&T Express Reguler`
pub(super) fn service_name(option: &ShippingOption) -> String {
    concat(&[&option.courier_name, " ", &option.service_name]).trim().to_owned()
}

/// Adds a service at its place among cheaper and dearer ones, or takes the
/// place of itself at a higher price.
pub(super) fn add_service<'a>(services: &mut Vec<&'a ShippingOption>, option: &'a ShippingOption) {
    let known = services.iter().position(|known| known.courier_service_id == option.courier_service_id);
    match known {
        Some(place)
            if services.get(place).is_some_and(|known| known.shipping_cost <= option.shipping_cost) =>
        {
            return;
        }
        Some(place) => drop(services.remove(place)),
        None => {}
    }
    let dearer = services.iter().position(|known| known.shipping_cost > option.shipping_cost);
    services.insert(dearer.unwrap_or(services.len()), option);
}

impl Offers {
    pub(super) fn new(request: ShippingRequest, options: ShippingOptions, now: Millis) -> Self {
        let expires = u64::try_from(options.expires_at).unwrap_or(0).saturating_mul(1000);
        let life = expires.saturating_sub(now).clamp(LIFE_MS.0, LIFE_MS.1);
        Self { request, options, until: now.saturating_add(life) }
    }

    /// Whether they can still be used.
    fn hold(&self, now: Millis) -> bool {
        now.saturating_add(MARGIN_MS) < self.until
    }
}

impl Courier {
    /// Takes offers in place of what was offered and asked.
    pub(super) fn take(&mut self, offers: Offers) {
        self.awaited = None;
        self.failed = None;
        self.offers = Some(offers);
    }

    /// The picked service at its price.
    pub(super) fn way(&self) -> Option<Way> {
        let of = |option: &ShippingOption| {
            (option.courier_service_id, option.shipment_provider_code.clone(), option.shipping_cost)
        };
        self.chosen.as_ref().map(of)
    }

    /// Puts today's price of the picked service in place.
    pub(super) fn replace(&mut self, option: ShippingOption) {
        if let Some(offers) = &mut self.offers {
            let old = offers.options.data.iter_mut().find(|old| {
                old.courier_service_id == option.courier_service_id
                    && old.shipment_provider_code == option.shipment_provider_code
                    && old.warehouse_unique_id == option.warehouse_unique_id
            });
            match old {
                Some(old) => *old = option.clone(),
                None => offers.options.data.push(option.clone()),
            }
        }
        self.chosen = Some(option);
    }

    /// What insurance costs, where it can be had.
    pub(super) fn insurance(&self) -> Option<Rupiah> {
        self.chosen.as_ref()?.insurance_cost
    }

    /// The same when it is wanted.
    pub(super) fn premium(&self) -> Option<Rupiah> {
        if self.insured { self.insurance() } else { None }
    }

    /// The cheapest that is offered.
    pub(super) fn cheapest(&self) -> Option<&ShippingOption> {
        self.offers.as_ref()?.options.data.iter().min_by_key(|option| option.shipping_cost)
    }

    /// Whether an answer is awaited.
    pub(super) fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    /// Whether the last question got no answer.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// What is offered of a service, cheapest first.
    fn offered(&self, service: i64) -> impl Iterator<Item = &ShippingOption> {
        let offers = self.offers.as_ref().map_or(&[][..], |offers| &offers.options.data);
        offers.iter().filter(move |option| option.courier_service_id == service)
    }

    /// Each service once, cheapest first: the picked one as it was picked, the
    /// others from their cheapest warehouse and provider.
    pub(super) fn services<'a>(&'a self, options: &'a [ShippingOption]) -> Vec<&'a ShippingOption> {
        let mut services = Vec::new();
        for option in options {
            add_service(&mut services, option);
        }
        for service in &mut services {
            if let Some(chosen) = &self.chosen
                && chosen.courier_service_id == service.courier_service_id
            {
                *service = chosen;
            }
        }
        services
    }

    pub(super) fn is_chosen(&self, service: i64) -> bool {
        self.chosen.as_ref().is_some_and(|chosen| chosen.courier_service_id == service)
    }

    /// Whether a service takes cash, from any warehouse and through any provider.
    pub(super) fn takes_cash(&self, service: i64) -> bool {
        self.offered(service).any(|option| option.is_cod)
    }

    /// Picks the cheapest of a service.
    pub(super) fn pick(&mut self, service: i64) -> bool {
        let picked = self.offered(service).min_by_key(|option| option.shipping_cost).cloned();
        let known = picked.is_some();
        if known {
            self.chosen = picked;
            self.missing = false;
            self.notice = None;
        }
        known
    }
}

impl Flow {
    /// Whether anything in the cart is shipped.
    pub(super) fn ships(&self) -> bool {
        let Some(catalogue) = &self.catalogue else { return false };
        self.cart.lines.iter().any(|line| catalogue.thing(&line.item).is_some_and(|thing| thing.ships))
    }

    /// [`Event::CourierChosen`](super::Event::CourierChosen)
    pub(super) fn choose_courier(&mut self, service: i64) {
        if self.courier.pick(service) {
            self.trouble = None;
            self.outbox.push(Effect::Announce(Announcement::Total(self.total().text())));
        }
    }

    /// [`Event::InsuranceWanted`](super::Event::InsuranceWanted)
    pub(super) fn insure(&mut self, wanted: bool) {
        self.courier.insured = wanted;
        self.trouble = None;
        self.outbox.push(Effect::Announce(Announcement::Total(self.total().text())));
    }

    /// Writes the parcel into a draft.
    pub(super) fn write_delivery(&self, draft: &mut Draft) {
        draft.location_id = self.districts.chosen.as_ref().map(|district| district.id);
        if let Some(option) = &self.courier.chosen {
            draft.shipping_quote.clone_from(&option.shipping_quote);
            draft.insurance_cost = self.courier.premium();
        }
    }

    /// `add_shipping_info` for the page's listeners.
    pub(super) fn tell_delivery(&mut self) {
        if let Some(option) = &self.courier.chosen {
            let (shipping_tier, shipping) = (service_name(option), option.shipping_cost);
            self.emit_cart(DomEventKind::AddShippingInfo { shipping_tier, shipping });
        }
    }

    /// The picked service in one line.
    pub(super) fn delivery_summary(&self) -> String {
        let told = |option: &ShippingOption| {
            concat(&[service_name(option).as_str(), " · ", &option.shipping_cost.text()])
        };
        self.courier.chosen.as_ref().map(told).unwrap_or_default()
    }
}

//! How the parcel comes: what is offered, and what was picked.
//!
//! Prices follow the state: after every event the question that the state
//! poses is compared with the one that was answered, and asked when it is
//! another. So no answer to an older question can ever stand.

use shared::checkout::{Draft, ProblemCode};
use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::value::PostalCode;
use shared::wire::{ShippingOption, ShippingOptions, ShippingRequest};

use super::district::Codes;
use super::prices::Amounts;
use super::stage::{Sending, Stage, Way};
use super::view::{DeliveryNotice, OrderTrouble, Why};
use super::{Announcement, DomEventKind, Effect, Failure, Flow, Millis, Step};

/// What is offered, and what was picked.
#[derive(Default)]
pub(super) struct Courier {
    /// Number and question of the awaited answer.
    awaited: Option<(u32, ShippingRequest)>,
    pub(super) offers: Option<Offers>,
    /// This question got no answer; it is asked again when the shopper says so.
    failed: Option<ShippingRequest>,
    pub(super) chosen: Option<ShippingOption>,
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

/// The first screen's price may wait this long for the cart to rest, in milliseconds.
const BROWSING_MS: u32 = 800;
/// How long to wait for the next press of a stepper, in milliseconds.
const STEPPING_MS: u32 = 300;
/// Bounds of a quote's life: a phone's clock may be wrong by hours.
const LIFE_MS: (Millis, Millis) = (20_000, 15 * 60 * 1000);
/// A quote that is about to expire is not used.
const MARGIN_MS: Millis = 10_000;

/// `J&T Express Reguler`
pub(super) fn service_name(option: &ShippingOption) -> String {
    [&option.courier_name, " ", &option.service_name].concat().trim().to_owned()
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
        let mut options: Vec<&ShippingOption> = options.iter().collect();
        options.sort_by_key(|option| option.shipping_cost);
        let mut services: Vec<&ShippingOption> = Vec::new();
        for option in options {
            if !services.iter().any(|known| known.courier_service_id == option.courier_service_id) {
                services.push(option);
            }
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

/// The same service in another answer: through the same provider if that still
/// brings it, from whichever warehouse is cheapest.
fn same<'a>(options: &'a [ShippingOption], chosen: &ShippingOption) -> Option<&'a ShippingOption> {
    let service = options.iter().filter(|option| option.courier_service_id == chosen.courier_service_id);
    service.min_by_key(|option| {
        (option.shipment_provider_code != chosen.shipment_provider_code, option.shipping_cost)
    })
}

/// What changed between two questions.
fn why(before: Option<&ShippingRequest>, after: &ShippingRequest) -> Why {
    match before {
        Some(before) if before.payment_method != after.payment_method => Why::Payment,
        Some(before)
            if before.ordervariants != after.ordervariants || before.orderbundles != after.orderbundles =>
        {
            Why::Cart
        }
        Some(before) if before.postal_code != after.postal_code => Why::PostalCode,
        _ => Why::Courier,
    }
}

impl Flow {
    /// Whether anything in the cart is shipped.
    pub(super) fn ships(&self) -> bool {
        let Some(catalogue) = &self.catalogue else { return false };
        self.cart.lines.iter().any(|line| catalogue.thing(&line.item).is_some_and(|thing| thing.ships))
    }

    /// The question that the state poses: the cart, or for an empty one a piece
    /// of the cheapest thing that is shipped, to the chosen district.
    pub(super) fn question(&self) -> Option<ShippingRequest> {
        let (catalogue, district) = (self.catalogue.as_ref()?, self.districts.chosen.as_ref()?);
        let mut draft = Draft::default();
        if self.ships() {
            self.cart.write(&mut draft);
        } else if self.cart.lines.is_empty() {
            draft.ordervariants.push(catalogue.cheapest_parcel()?);
        } else {
            return None;
        }
        let code = self.details.postal_code.text.parse::<PostalCode>();
        Some(ShippingRequest {
            store_unique_id: catalogue.store.unique_id.clone(),
            location_id: district.id,
            postal_code: code.map(|code| code.as_str().to_owned()).unwrap_or_default(),
            payment_method: self.method_to_ask_with()?.as_str().to_owned(),
            ordervariants: draft.ordervariants,
            orderbundles: draft.orderbundles,
        })
    }

    /// The chosen way to pay, else the store's first that is not cash.
    fn method_to_ask_with(&self) -> Option<PaymentMethodCode> {
        let offered = self.offered();
        let chosen = self.payment.chosen.as_ref();
        let chosen = offered.iter().find(|method| Some(&method.code) == chosen && self.fits_cart(method));
        let first = || offered.iter().find(|method| method.kind != PaymentKind::Cod).or(offered.first());
        chosen.or_else(first).map(|method| method.code.clone())
    }

    /// Whether what is offered answers the state's question, and still holds.
    pub(super) fn is_quoted(&self) -> bool {
        let question = self.question();
        let holds = |offers: &Offers| question.as_ref() == Some(&offers.request) && offers.hold(self.now);
        self.courier.offers.as_ref().is_some_and(holds)
    }

    /// Asks the state's question, unless it is answered or on its way.
    pub(super) fn keep_quotes(&mut self) {
        let step = match self.stage {
            Stage::Shopping(step) => step,
            Stage::Sending(Sending::AwaitingQuote) => Step::Review,
            _ => return,
        };
        let Some(question) = self.question() else {
            self.courier.awaited = None;
            return;
        };
        // While an order may exist under its key, it stays the order it was.
        if step == Step::Review && self.attempted() {
            return;
        }
        let codes_come = matches!(self.districts.codes, Codes::Awaited(_)) && step < Step::Delivery;
        let answered = match &self.courier.offers {
            Some(offers) if step < Step::Delivery => offers.request == question,
            _ => self.is_quoted(),
        };
        let asked = self.courier.awaited.as_ref().is_some_and(|(_, asked)| *asked == question);
        if answered {
            self.courier.awaited = None;
        } else if let Some(offers) =
            self.matrix.known(&question).cloned().filter(|offers| offers.hold(self.now))
        {
            self.take_offers(offers);
        } else if !codes_come && !asked && self.courier.failed.as_ref() != Some(&question) {
            let after_ms = self.rest_before(step, &question);
            self.ask(question, after_ms);
        }
    }

    /// How long to wait for the cart to rest.
    fn rest_before(&self, step: Step, question: &ShippingRequest) -> u32 {
        match &self.courier.offers {
            _ if step <= Step::Products => BROWSING_MS,
            Some(offers) if why(Some(&offers.request), question) == Why::Cart => STEPPING_MS,
            _ => 0,
        }
    }

    fn ask(&mut self, request: ShippingRequest, after_ms: u32) {
        let number = self.next_number();
        self.courier.failed = None;
        self.courier.awaited = Some((number, request.clone()));
        self.outbox.push(Effect::LoadShipping { request: Box::new(request), number, after_ms });
    }

    /// "Try again" after no answer.
    pub(super) fn ask_again(&mut self) {
        self.courier.failed = None;
    }

    /// [`Event::ShippingLoaded`](super::Event::ShippingLoaded)
    pub(super) fn shipping_loaded(&mut self, number: u32, answer: Result<Box<ShippingOptions>, Failure>) {
        let Some(answer) = self.fill_matrix(number, answer) else { return };
        if self.courier.awaited.as_ref().is_none_or(|(awaited, _)| *awaited != number) {
            return;
        }
        let Some((_, request)) = self.courier.awaited.take() else { return };
        let before = self.amounts();
        match answer {
            Ok(options) => {
                self.take_offers(Offers::new(request, *options, self.now));
                self.quote_arrived(before);
            }
            Err(_) => {
                self.courier.failed = Some(request);
                self.quote_failed();
            }
        }
    }

    /// The order waits for today's price of its courier.
    pub(super) fn await_quote(&mut self) {
        self.courier.failed = None;
        self.stage = Stage::Sending(Sending::AwaitingQuote);
    }

    fn quote_arrived(&mut self, before: Amounts) {
        let waits = matches!(self.stage, Stage::Sending(Sending::AwaitingQuote));
        if self.courier.chosen.is_none() {
            if waits || self.step() == Some(Step::Review) {
                self.show(Step::Delivery);
                self.reveal(Step::Delivery);
            }
        } else if waits && self.amounts() == before {
            self.draw_key(false);
        } else if waits {
            self.show_change(before);
        }
    }

    /// A quote that is merely old is good enough for the edge, which asks
    /// again; one for something else is not.
    fn quote_failed(&mut self) {
        if !matches!(self.stage, Stage::Sending(Sending::AwaitingQuote)) {
            return;
        }
        let question = self.question();
        if self.courier.offers.as_ref().is_some_and(|offers| Some(&offers.request) == question.as_ref()) {
            self.draw_key(false);
        } else {
            self.return_with(OrderTrouble::Unquoted, "no_quote");
        }
    }

    /// What the edge said of the courier in an order: prices are asked anew.
    pub(super) fn refuse_courier(&mut self, code: ProblemCode) {
        let service = self.courier.chosen.as_ref().map(service_name).unwrap_or_default();
        if code == ProblemCode::NotAvailable {
            self.courier.chosen = None;
        }
        self.courier.offers = None;
        self.courier.notice = Some(DeliveryNotice::Refused { service, code });
    }

    fn take_offers(&mut self, offers: Offers) {
        let before = self.courier.offers.as_ref().map(|offers| &offers.request);
        let why = why(before, &offers.request);
        self.tell_offers(&offers.options);
        let items = offers.options.items_total;
        self.courier.take(offers);
        self.keep_choice(why);
        if self.ships() && items != self.subtotal() && self.refresh.is_none() {
            self.refresh();
        }
    }

    fn tell_offers(&mut self, options: &ShippingOptions) {
        if self.step() != Some(Step::Delivery) {
            return;
        }
        let cheapest = options.data.iter().map(|option| option.shipping_cost).min();
        let told = match (cheapest, &options.reason) {
            (Some(cost), _) => {
                let services = self.courier.services(&options.data).len();
                Announcement::Couriers { services, cheapest: cost.to_string() }
            }
            (None, Some(reason)) => Announcement::NoCourier(reason.clone()),
            (None, None) => return,
        };
        self.outbox.push(Effect::Announce(told));
    }

    /// The picked service in the new offers, with a word when it is not as it was.
    fn keep_choice(&mut self, why: Why) {
        let Some(chosen) = self.courier.chosen.take() else { return };
        let offers = self.courier.offers.as_ref().map_or(&[][..], |offers| &offers.options.data);
        let now = same(offers, &chosen).cloned();
        let service = service_name(&chosen);
        let notice = match &now {
            Some(now) if now.shipping_cost == chosen.shipping_cost => None,
            Some(now) => {
                let (old, new) = (chosen.shipping_cost.to_string(), now.shipping_cost.to_string());
                Some(DeliveryNotice::PriceChanged { service, old, new, why })
            }
            None => Some(DeliveryNotice::Gone { service, why }),
        };
        self.courier.chosen = now;
        if let Some(notice) = notice {
            self.outbox.push(Effect::Announce(Announcement::Delivery(notice.clone())));
            self.courier.notice = Some(notice);
        }
    }

    /// [`Event::CourierChosen`](super::Event::CourierChosen)
    pub(super) fn choose_courier(&mut self, service: i64) {
        if self.courier.pick(service) {
            self.trouble = None;
            self.outbox.push(Effect::Announce(Announcement::Total(self.total().to_string())));
        }
    }

    /// Writes the parcel into a draft.
    pub(super) fn write_delivery(&self, draft: &mut Draft) {
        draft.location_id = self.districts.chosen.as_ref().map(|district| district.id);
        if let Some(option) = &self.courier.chosen {
            draft.shipping_quote.clone_from(&option.shipping_quote);
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
            [service_name(option).as_str(), " · ", &option.shipping_cost.to_string()].concat()
        };
        self.courier.chosen.as_ref().map(told).unwrap_or_default()
    }
}

//! What becomes of an answer about couriers.

use shared::checkout::ProblemCode;
use shared::wire::{ErrorCode, FieldError, ShippingOption, ShippingOptions};

use super::asking::why;
use super::{Offers, service_name};
use crate::flow::prices::Amounts;
use crate::flow::stage::{Sending, Stage};
use crate::flow::view::{DeliveryNotice, OrderTrouble, Why};
use crate::flow::way::owner;
use crate::flow::{Announcement, Effect, Failure, Flow, Input, Step};

impl Flow {
    /// [`Event::ShippingLoaded`](super::Event::ShippingLoaded)
    pub(in crate::flow) fn shipping_loaded(
        &mut self,
        number: u32,
        answer: Result<Box<ShippingOptions>, Failure>,
    ) {
        let Some(answer) = self.fill_matrix(number, answer) else { return };
        if self.courier.awaited.as_ref().is_none_or(|(awaited, _)| *awaited != number) {
            return;
        }
        let Some((_, request)) = self.courier.awaited.take() else { return };
        match answer {
            Ok(options) => self.offers_came(Offers::new(request, *options, self.now)),
            Err(Failure::Problem { code, errors, .. }) if !errors.is_empty() => {
                self.courier.failed = Some(request);
                self.question_refused(&code, errors);
            }
            Err(_) => {
                self.courier.failed = Some(request);
                self.quote_failed();
            }
        }
    }

    /// The answer to the question that the state poses.
    pub(super) fn offers_came(&mut self, offers: Offers) {
        let before = self.amounts();
        self.take_offers(offers);
        self.quote_arrived(before);
    }

    /// The edge found something wrong with the question: it is mended at its
    /// step, which is opened when the shopper has left it behind.
    fn question_refused(&mut self, code: &ErrorCode, errors: Vec<FieldError>) {
        let first = errors.iter().map(|error| owner(&error.field)).min();
        let here = self.step().unwrap_or(Step::Review);
        if let Some(step) = first.filter(|step| *step < here && self.ships()) {
            return self.mend(step, code, errors);
        }
        // An empty cart was asked about as a sample: nothing of it is the shopper's.
        let errors = if self.ships() { errors } else { Vec::new() };
        for error in errors {
            if let Some(input) = Input::of(&error.field) {
                self.details.entry_mut(input).judged = true;
            }
            self.mark_refused(&error.field, error.code);
        }
        self.quote_failed();
    }

    /// The order waits for today's price of its courier.
    pub(in crate::flow) fn await_quote(&mut self) {
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
        } else if waits && self.goods_changed() {
            self.await_prices(before);
        } else if waits && self.amounts() == before {
            self.place();
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
            self.place();
        } else {
            self.return_with(OrderTrouble::Unquoted, "no_quote");
        }
    }

    /// What the edge said of the courier in an order: prices are asked anew.
    pub(in crate::flow) fn refuse_courier(&mut self, code: ProblemCode) {
        let service = self.courier.chosen.as_ref().map(service_name).unwrap_or_default();
        if code == ProblemCode::NotAvailable {
            self.courier.chosen = None;
        }
        self.courier.offers = None;
        self.matrix.answers.clear();
        self.courier.notice = Some(DeliveryNotice::Refused { service, code });
    }

    fn take_offers(&mut self, offers: Offers) {
        let before = self.courier.offers.as_ref().map(|offers| &offers.request);
        let why = why(before, &offers.request);
        self.tell_offers(&offers.options);
        self.courier.take(offers);
        self.keep_choice(why);
        if self.goods_changed() && self.refresh.is_none() {
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
                Announcement::Couriers { services, cheapest: cost.text() }
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
                let (old, new) = (chosen.shipping_cost.text(), now.shipping_cost.text());
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
}

/// The same service in another answer: through the same provider if that still
/// brings it, from whichever warehouse is cheapest.
fn same<'a>(options: &'a [ShippingOption], chosen: &ShippingOption) -> Option<&'a ShippingOption> {
    let service = options.iter().filter(|option| option.courier_service_id == chosen.courier_service_id);
    service.min_by_key(|option| {
        (option.shipment_provider_code != chosen.shipment_provider_code, option.shipping_cost)
    })
}

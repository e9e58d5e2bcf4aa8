//! Asking what the parcel costs.

use shared::checkout::Draft;
use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::value::PostalCode;
use shared::wire::ShippingRequest;

use super::Offers;
use crate::flow::district::Codes;
use crate::flow::stage::{Sending, Stage};
use crate::flow::view::Why;
use crate::flow::{Effect, Flow, Step};

/// The first screen's price may wait this long for the cart to rest, in milliseconds.
const BROWSING_MS: u32 = 800;
/// How long to wait for the next press of a stepper, in milliseconds.
const STEPPING_MS: u32 = 300;
impl Flow {
    /// The question that the state poses: the cart, or for an empty one a piece
    /// of the cheapest thing that is shipped, to the chosen district.
    pub(in crate::flow) fn question(&self) -> Option<ShippingRequest> {
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
    pub(in crate::flow) fn is_quoted(&self) -> bool {
        let question = self.question();
        let holds = |offers: &Offers| question.as_ref() == Some(&offers.request) && offers.hold(self.now);
        self.courier.offers.as_ref().is_some_and(holds)
    }

    /// Asks the state's question, unless it is answered or on its way.
    pub(in crate::flow) fn keep_quotes(&mut self) {
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
            self.offers_came(offers);
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

    /// "Try again" after no answer, or a half one.
    pub(in crate::flow) fn ask_again(&mut self) {
        self.courier.failed = None;
        if let Some(offers) = self.courier.offers.as_mut().filter(|offers| offers.options.is_incomplete) {
            offers.until = 0;
        }
    }
}

/// What changed between two questions.
pub(in crate::flow) fn why(before: Option<&ShippingRequest>, after: &ShippingRequest) -> Why {
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

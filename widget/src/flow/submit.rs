//! One order, and what comes of it.
//!
//! Triggered by: the order button. Outcome: an order that stands, an order
//! whose answer is not known, or the step where something must be mended.
//!
//! A key is drawn when the review opens and written down before anything is
//! sent, so that a copy of the tab has the same one. The same content goes out
//! under the same key until a definite answer came, however often it is sent;
//! other content gets another key.

use shared::checkout::Draft;
use shared::value::Rupiah;
use shared::wire::{ErrorCode, FieldError, OrderState, Status};

use super::confirm::standing;
use super::stage::{Attempt, Sending, Stage};
use super::view::{OrderTrouble, PlacedView};
use super::way::owner;
use super::{DomEventKind, Effect, Event, Failure, Flow, Millis, Step, Target, Today};

/// Milliseconds after which an order that is out is being confirmed, to the shopper.
const LATE_MS: u32 = 15_000;

impl Flow {
    /// The order as it would go out now.
    pub(super) fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        if let Some(catalogue) = &self.catalogue {
            draft.store_unique_id.clone_from(&catalogue.store.unique_id);
        }
        if let Some(code) = &self.payment.chosen {
            code.as_str().clone_into(&mut draft.payment_method);
        }
        self.cart.write(&mut draft);
        self.details.write(&mut draft);
        if self.ships() {
            self.details.write_address(&mut draft);
            self.write_delivery(&mut draft);
        }
        draft.confirm_duplicate = self.repeats;
        draft
    }

    /// Whether exactly this was sent without a definite answer.
    pub(super) fn attempted(&self) -> bool {
        let way = self.courier.way().filter(|_| self.ships());
        self.attempt.as_ref().is_some_and(|attempt| attempt.is(&self.draft(), way.as_ref()))
    }

    /// [`Event::Submitted`](super::Event::Submitted)
    pub(super) fn submit(&mut self) {
        if self.step() != Some(Step::Review) {
            return;
        }
        let step = self.reachable(Step::Review);
        if step < Step::Review {
            self.show(step);
            return self.reveal(step);
        }
        self.trouble = None;
        if self.attempted() {
            self.send(false);
        } else if self.ships() && !self.is_quoted() {
            self.await_quote();
        } else if self.goods_changed() {
            self.await_prices(self.amounts());
        } else {
            self.place();
        }
    }

    /// Sends the order as it is now, under a key of its own.
    pub(super) fn place(&mut self) {
        match self.key.take() {
            Some(key) => self.send_under(key, false),
            None => self.draw_key(false),
        }
    }

    /// A key is there before the order button can be pressed.
    pub(super) fn keep_key(&mut self) {
        if self.step() == Some(Step::Review) && self.key.is_none() && !self.attempted() {
            self.outbox.push(Effect::DrawKey);
        }
    }

    fn draw_key(&mut self, again: bool) {
        self.stage = Stage::Sending(Sending::AwaitingKey { again });
        self.outbox.push(Effect::DrawKey);
    }

    /// [`Event::KeyDrawn`](super::Event::KeyDrawn)
    pub(super) fn key_drawn(&mut self, key: String) {
        match self.stage {
            Stage::Sending(Sending::AwaitingKey { again }) => self.send_under(key, again),
            Stage::Shopping(Step::Review) if self.key.is_none() => self.key = Some(key),
            _ => {}
        }
    }

    fn send_under(&mut self, key: String, again: bool) {
        let way = self.courier.way().filter(|_| self.ships());
        self.attempt = Some(Attempt { key, draft: self.draft(), way, status_url: None });
        self.send(again);
    }

    fn send(&mut self, again: bool) {
        let number = self.next_number();
        if let Some(Attempt { key, draft, .. }) = &self.attempt {
            let (draft, key) = (Box::new(draft.clone()), key.clone());
            self.outbox.push(Effect::PlaceOrder { draft, key, number });
            self.outbox.push(Effect::Wake { number, after_ms: LATE_MS });
            self.stage = Stage::Sending(Sending::Sent { number, again, late: false });
        }
    }

    /// The answer to "you have just ordered this": once more, or back.
    pub(super) fn answer_repeated(&mut self, event: &Event) {
        match event {
            Event::Submitted => self.repeats = true,
            Event::Back => {}
            _ => return,
        }
        self.show(Step::Review);
        if self.repeats {
            self.submit();
        }
    }

    /// [`Event::OrderAnswered`](super::Event::OrderAnswered)
    pub(super) fn order_answered(
        &mut self,
        number: u32,
        answer: Result<Box<OrderState>, Failure>,
        now: Millis,
    ) {
        let again = match self.stage {
            Stage::Sending(Sending::Sent { number: awaited, again, .. }) if awaited == number => again,
            _ => return,
        };
        match answer {
            Ok(state) => self.settle(*state, now),
            Err(Failure::NoAnswer) => self.return_with(OrderTrouble::Unsure, "no_answer"),
            Err(Failure::Nonsense) => self.return_with(OrderTrouble::Unsure, "nonsense"),
            Err(Failure::Problem { code: ErrorCode::IdempotencyKeyReused, .. }) if !again => {
                self.attempt = None;
                self.draw_key(true);
            }
            Err(Failure::Problem { code: ErrorCode::PriceChanged, today, .. }) => {
                self.attempt = None;
                let nothing = || Today { option: None, items_total: None };
                self.price_changed(today.map_or_else(nothing, |today| *today));
            }
            Err(Failure::Problem { code: ErrorCode::PossibleDuplicate, order_url, .. }) => {
                self.attempt = None;
                self.emit_error("possible_duplicate");
                self.outbox.push(Effect::Focus(Target::Heading));
                self.stage = Stage::Repeated(order_url.filter(|url| is_safe(url)));
            }
            Err(Failure::Problem { code, errors, .. }) => self.refused(&code, errors),
        }
    }

    /// What the edge says of the order.
    pub(super) fn settle(&mut self, state: OrderState, now: Millis) {
        if let Some(standing) = standing(&state.status) {
            return self.wait_for(state, standing, now);
        }
        match state.status {
            Status::Absent => self.return_with(OrderTrouble::Absent, "order_absent"),
            Status::Refused => {
                self.attempt = None;
                self.return_with(OrderTrouble::Refused, "order_refused");
            }
            _ => self.placed(state),
        }
    }

    fn placed(&mut self, state: OrderState) {
        let (token, order_id) = (state.token.clone(), state.order_id.clone());
        self.emit_cart(DomEventKind::OrderCreated { token, order_id });
        let pay = state.payment_url.filter(|url| is_safe(url));
        let is_payment = pay.is_some();
        let url = pay.or(state.public_order_url.filter(|url| is_safe(url)));
        self.outbox.push(Effect::Focus(Target::Heading));
        // Without a page to go to, the shopper never leaves: nothing to come back for.
        self.outbox.push(url.clone().map_or(Effect::Forget, |url| Effect::Redirect { url }));
        let reference = state.order_id.unwrap_or(state.token);
        let total = state.total.map(Rupiah::text);
        self.stage = Stage::Placed(PlacedView { reference, total, url, is_payment });
    }

    /// Back to the review, with a sentence.
    pub(super) fn return_with(&mut self, trouble: OrderTrouble, code: &str) {
        self.emit_error(code);
        let held = self.offline && matches!(trouble, OrderTrouble::Unsure | OrderTrouble::Unquoted);
        self.trouble = Some(if held { OrderTrouble::Offline } else { trouble });
        if self.catalogue.is_none() {
            return self.load_first();
        }
        self.stage = Stage::Shopping(Step::Review);
        self.outbox.push(Effect::Focus(Target::Alert));
    }

    /// The edge's answer is an error. A definite no ends the key: an edge that
    /// stored it would give the same no again.
    fn refused(&mut self, code: &ErrorCode, errors: Vec<FieldError>) {
        let trouble = order_trouble(code);
        if !matches!(trouble, OrderTrouble::Unsure | OrderTrouble::Busy) {
            self.attempt = None;
        }
        let step = errors.iter().map(|error| owner(&error.field)).min();
        match step {
            Some(step) if step < Step::Review => self.mend(step, code, errors),
            _ => self.return_with(trouble, code.as_str()),
        }
    }

    /// Opens the step that owns the first of these errors.
    pub(super) fn mend(&mut self, step: Step, code: &ErrorCode, errors: Vec<FieldError>) {
        self.emit_error(code.as_str());
        for error in errors {
            self.mark_refused(&error.field, error.code);
        }
        self.show(step);
        self.reveal(step);
        if matches!(step, Step::Products | Step::Payment) {
            self.refresh();
        }
    }

    /// [`Event::Left`](super::Event::Left)
    pub(super) fn leave(&mut self) {
        if matches!(self.stage, Stage::Placed(_)) {
            self.outbox.push(Effect::Forget);
        }
    }
}

fn order_trouble(code: &ErrorCode) -> OrderTrouble {
    match code {
        ErrorCode::PlatformBusy => OrderTrouble::Busy,
        ErrorCode::PlatformTimeout
        | ErrorCode::PlatformUnavailable
        | ErrorCode::Internal
        | ErrorCode::Unknown(_) => OrderTrouble::Unsure,
        ErrorCode::OrderRefused => OrderTrouble::Refused,
        ErrorCode::SellerConfiguration | ErrorCode::OriginNotAllowed | ErrorCode::StoreNotFound => {
            OrderTrouble::SellerMustAct
        }
        _ => OrderTrouble::Rejected,
    }
}

/// Whether an address may be gone to: encrypted, or on this very machine.
/// Anything else, `javascript:` above all, is not an address of a payment page.
pub(super) fn is_safe(url: &str) -> bool {
    ["https://", "http://localhost:", "http://127.0.0.1:"].iter().any(|start| url.starts_with(start))
}

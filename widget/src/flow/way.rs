//! The way through the steps: on, back, and no further than what is right.

use shared::checkout::{Field, Order, Problem, ProblemCode};

use super::stage::Stage;
use super::view::CartNotice;
use super::{DomEventKind, Effect, Flow, Step, Target};

/// The step where a member of the draft is mended.
pub(super) fn owner(field: &Field) -> Step {
    match field {
        Field::Cart
        | Field::Variant(_)
        | Field::VariantQuantity(_)
        | Field::Bundle(_)
        | Field::BundleQuantity(_) => Step::Products,
        Field::CustomerName
        | Field::CustomerPhone
        | Field::CustomerEmail
        | Field::Notes
        | Field::Address
        | Field::Location
        | Field::PostalCode => Step::Details,
        Field::Quote | Field::Warehouse | Field::CourierService | Field::Provider | Field::ShippingCost => {
            Step::Delivery
        }
        Field::PaymentMethod => Step::Payment,
        Field::Store | Field::Other(_) => Step::Review,
    }
}

impl Flow {
    /// Whether a step is on this shopper's way.
    pub(super) fn has_step(&self, step: Step) -> bool {
        match step {
            Step::Store => self.can_choose_store(),
            Step::Delivery => self.ships(),
            _ => true,
        }
    }

    fn next(&self, step: Step) -> Step {
        match step {
            Step::Store => Step::Products,
            Step::Products => Step::Details,
            Step::Details if self.ships() => Step::Delivery,
            Step::Details | Step::Delivery => Step::Payment,
            Step::Payment | Step::Review => Step::Review,
        }
    }

    fn before(&self, step: Step) -> Step {
        match step {
            Step::Store | Step::Products => Step::Store,
            Step::Details => Step::Products,
            Step::Payment if self.ships() => Step::Delivery,
            Step::Delivery | Step::Payment => Step::Details,
            Step::Review => Step::Payment,
        }
    }

    /// The step on screen, while the shopper can act on it.
    pub(super) fn step(&self) -> Option<Step> {
        match self.stage {
            Stage::Shopping(step) => Some(step),
            _ => None,
        }
    }

    /// Everything that keeps this draft from being an order: our own judgement,
    /// and what the store said of exactly this.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let Some(catalogue) = &self.catalogue else { return Vec::new() };
        let offered = self.offered();
        let mut problems = Order::check(&self.draft(), catalogue.shelf(&offered)).err().unwrap_or_default();
        let entries = super::details::INPUTS
            .into_iter()
            .filter_map(|input| self.details.entry(input).refused.clone().map(|code| (input.field(), code)));
        for (field, code) in self.cart.refused().into_iter().chain(entries) {
            problems.push(Problem { field, code });
        }
        problems
    }

    /// The step itself, or the first before it where something is missing.
    pub(super) fn reachable(&self, step: Step) -> Step {
        let problems = self.problems();
        let first = problems.iter().map(|problem| owner(&problem.field)).min();
        let first = first.into_iter().chain(self.lacks_consent().then_some(Step::Payment)).min();
        first.map_or(step, |first| first.min(step))
    }

    /// Shows a step. The first one of all leaves the page's focus alone.
    pub(super) fn show(&mut self, step: Step) {
        let first = matches!(
            self.stage,
            Stage::New | Stage::Loading { .. } | Stage::Failed { .. } | Stage::Placed(_)
        );
        self.stage = Stage::Shopping(step);
        if step >= Step::Payment {
            self.settle_payment();
        }
        if !first {
            self.outbox.push(Effect::Focus(Target::Heading));
        }
    }

    /// [`Event::Continued`](super::Event::Continued)
    pub(super) fn proceed(&mut self, from: Step) {
        if self.step() != Some(from) || matches!(from, Step::Store | Step::Review) {
            return;
        }
        let next = self.next(from);
        let reached = self.reachable(next);
        if reached <= from {
            if reached < from {
                self.show(reached);
            }
            return self.reveal(reached);
        }
        self.details.summary &= from != Step::Details;
        self.cart.notice = None;
        if from >= Step::Delivery {
            self.courier.notice = None;
        }
        match from {
            Step::Products => self.begin_checkout(),
            Step::Delivery => self.tell_delivery(),
            Step::Payment => self.tell_payment(),
            _ => {}
        }
        self.show(next);
    }

    /// Shows what keeps a step from being finished.
    pub(super) fn reveal(&mut self, step: Step) {
        match step {
            Step::Details => return self.reveal_details(),
            Step::Delivery => self.courier.missing = self.courier.chosen.is_none(),
            Step::Payment => self.payment.missing = true,
            Step::Products => {
                let empty = self.cart.lines.is_empty();
                self.cart.notice = Some(if empty { CartNotice::Empty } else { CartNotice::LinesRefused });
            }
            Step::Store | Step::Review => {}
        }
        self.outbox.push(Effect::Focus(Target::Alert));
    }

    /// [`Event::StepWanted`](super::Event::StepWanted): back, never ahead.
    pub(super) fn return_to(&mut self, step: Step) {
        let back = self.step().is_some_and(|current| step < current);
        if back && self.has_step(step) {
            self.take_back();
            self.show(step);
        }
    }

    /// [`Event::Back`](super::Event::Back)
    pub(super) fn back(&mut self) {
        if let Some(step) = self.step() {
            self.return_to(self.before(step));
        }
    }

    /// `begin_checkout` for the page's listeners, once an order.
    pub(super) fn begin_checkout(&mut self) {
        if !self.begun {
            self.begun = true;
            self.emit_cart(DomEventKind::BeginCheckout);
        }
    }

    /// Notes what the edge said of a member of the draft that was sent.
    pub(super) fn mark_refused(&mut self, field: &Field, code: ProblemCode) {
        if let Some(line) = self.cart.line_of(field) {
            line.refused = Some(code);
        } else if let Some(input) = super::Input::of(field) {
            self.details.entry_mut(input).refused = Some(code);
        } else if *field == Field::PaymentMethod {
            self.payment.chosen = None;
        } else if owner(field) == Step::Delivery {
            self.refuse_courier(code);
        }
    }
}

//! An order that was sent and does not stand yet. Nothing is sent again by
//! this checkout; the order's state is asked for until it is known
//! (reliability §2g).

use shared::wire::{ErrorCode, OrderState, Status};

use super::stage::{Sending, Stage, Unsettled};
use super::submit::is_safe;
use super::view::{OrderTrouble, Standing, UnsettledView};
use super::{Effect, Failure, Flow, Millis, Target};

/// Milliseconds before each check; the last one repeats.
const PAUSES: [u32; 6] = [2_000, 3_000, 5_000, 8_000, 12_000, 20_000];
/// From here on the shopper is told that it takes long.
const SLOW_MS: Millis = 60_000;

impl Flow {
    /// The order does not stand yet; waits for it.
    pub(super) fn wait_for(&mut self, state: OrderState, standing: Standing, now: Millis) {
        let OrderState { token: reference, order_url, status_url: url, .. } = state;
        let order_url = order_url.filter(|url| is_safe(url));
        if let Some(attempt) = &mut self.attempt {
            attempt.status_url = Some(url.clone());
        }
        let view = UnsettledView { standing, reference, order_url, slow: false };
        let Stage::Unsettled(order) = &mut self.stage else {
            self.outbox.push(Effect::Focus(Target::Heading));
            return self.begin_waiting(url, view, now);
        };
        if order.view.standing != standing {
            self.outbox.push(Effect::Focus(Target::Heading));
        }
        order.view = UnsettledView { slow: now.saturating_sub(order.since) >= SLOW_MS, ..view };
        self.check_again();
    }

    /// Waits on after a reload.
    pub(super) fn resume_waiting(&mut self, url: String, now: Millis) {
        self.begin_waiting(url, UnsettledView::default(), now);
        self.check_after(0);
    }

    fn begin_waiting(&mut self, url: String, view: UnsettledView, now: Millis) {
        self.stage = Stage::Unsettled(Unsettled { url, view, number: 0, checks: 0, since: now });
        self.check_again();
    }

    fn check_again(&mut self) {
        if let Stage::Unsettled(order) = &mut self.stage {
            let pause = usize::try_from(order.checks).ok().and_then(|checks| PAUSES.get(checks));
            order.checks = order.checks.saturating_add(1);
            self.check_after(pause.or(PAUSES.last()).copied().unwrap_or(0));
        }
    }

    /// Asks after so long; with zero, the shopper does not want to wait for the next check.
    pub(super) fn check_after(&mut self, after_ms: u32) {
        let number = self.next_number();
        if let Stage::Unsettled(order) = &mut self.stage {
            order.number = number;
            self.outbox.push(Effect::CheckStatus { url: order.url.clone(), number, after_ms });
        }
    }

    /// [`Event::Woken`](super::Event::Woken): an order that is out for so long is no longer said
    /// to be on its way.
    pub(super) fn woken(&mut self, woken: u32) {
        if let Stage::Sending(Sending::Sent { number, late, .. }) = &mut self.stage
            && *number == woken
        {
            *late = true;
            self.outbox.push(Effect::Focus(Target::Heading));
        }
    }

    /// [`Event::StatusAnswered`](super::Event::StatusAnswered)
    pub(super) fn status_answered(
        &mut self,
        number: u32,
        answer: Result<Box<OrderState>, Failure>,
        now: Millis,
    ) {
        let Stage::Unsettled(order) = &mut self.stage else { return };
        if order.number != number {
            return;
        }
        match answer {
            Ok(state) => self.settle(*state, now),
            Err(Failure::Problem { code: ErrorCode::OrderNotFound, .. }) => {
                self.return_with(OrderTrouble::Unsure, "order_not_found");
            }
            Err(_) => {
                order.view.slow = now.saturating_sub(order.since) >= SLOW_MS;
                self.check_again();
            }
        }
    }
}

/// How an order stands that may still turn out to be anything.
pub(super) fn standing(status: &Status) -> Option<Standing> {
    match status {
        Status::Confirming => Some(Standing::Confirming),
        Status::Waiting => Some(Standing::Waiting),
        Status::Review => Some(Standing::Review),
        _ => None,
    }
}

//! An order that was sent and whose answer is not known. Nothing is sent
//! again; its state is asked for until it is known (reliability §2g).

use shared::wire::{ErrorCode, OrderState, Status};

use super::stage::{Confirming, Stage};
use super::view::OrderTrouble;
use super::{Effect, Failure, Flow, Millis, Target};

/// Milliseconds before each check; the last one repeats.
const PAUSES: [u32; 6] = [2_000, 3_000, 5_000, 8_000, 12_000, 20_000];
/// From here on the shopper is told that it takes long.
const SLOW_MS: Millis = 60_000;

impl Flow {
    /// The order is not known to stand; waits for it.
    pub(super) fn confirm(&mut self, state: OrderState, now: Millis) {
        self.outbox.push(Effect::Focus(Target::Heading));
        self.wait(state.status_url, state.token, now);
    }

    /// Waits on after a reload.
    pub(super) fn resume_confirming(&mut self, url: String, now: Millis) {
        self.wait(url, String::new(), now);
        self.check_now();
    }

    fn wait(&mut self, url: String, reference: String, now: Millis) {
        let waiting = Confirming { url, reference, number: 0, checks: 0, since: now, slow: false };
        self.stage = Stage::Confirming(waiting);
        self.check_after(PAUSES.first().copied().unwrap_or(0));
    }

    /// The shopper does not want to wait for the next check.
    pub(super) fn check_now(&mut self) {
        self.check_after(0);
    }

    fn check_after(&mut self, after_ms: u32) {
        let number = self.next_number();
        if let Stage::Confirming(waiting) = &mut self.stage {
            waiting.number = number;
            self.outbox.push(Effect::CheckStatus { url: waiting.url.clone(), number, after_ms });
        }
    }

    /// [`Event::StatusAnswered`](super::Event::StatusAnswered)
    pub(super) fn status_answered(
        &mut self,
        number: u32,
        answer: Result<Box<OrderState>, Failure>,
        now: Millis,
    ) {
        let Stage::Confirming(waiting) = &mut self.stage else { return };
        if waiting.number != number {
            return;
        }
        match answer {
            Ok(state) if !is_open(&state.status) => self.settle(*state, now),
            Err(Failure::Problem { code: ErrorCode::OrderNotFound, .. }) => {
                self.return_with(OrderTrouble::Unsure, "order_not_found");
            }
            answer => {
                if let Ok(state) = answer {
                    waiting.reference = state.token;
                }
                waiting.slow = now.saturating_sub(waiting.since) >= SLOW_MS;
                let pause = pause_after(waiting.checks);
                waiting.checks = waiting.checks.saturating_add(1);
                self.check_after(pause);
            }
        }
    }
}

/// Whether the order may still turn out to be anything.
fn is_open(status: &Status) -> bool {
    matches!(status, Status::Confirming | Status::Waiting | Status::Review)
}

fn pause_after(checks: u32) -> u32 {
    let next = usize::try_from(checks).unwrap_or(usize::MAX).saturating_add(1);
    PAUSES.get(next).or(PAUSES.last()).copied().unwrap_or(0)
}

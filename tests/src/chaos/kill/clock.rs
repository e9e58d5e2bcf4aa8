//! Time passes for the Worker without anybody waiting for it.

use std::time::Duration;

use crate::chaos::http::send;
use crate::chaos::shopper::{End, Shopper};
use crate::stage::World;

const PATIENCE: Duration = Duration::from_secs(20);
/// Far enough apart for two looks to count.
const STEP: i64 = 70_000;
/// Steps until absence must be proven: eleven minutes.
const STEPS: i64 = 10;

/// From now on the Worker's clock differs from ours by so many milliseconds.
pub(super) fn set(world: &World, offset: i64) {
    let clock = offset.to_string();
    let _ =
        send("GET", &format!("{}/health", world.worker_url), &[("x-chaos-clock-ms", &clock)], None, PATIENCE);
}

/// What the cron does each minute.
pub(super) fn sweep(world: &World) {
    let url = format!("{}/cdn-cgi/local/scheduled", world.worker_url);
    let _ = send("GET", &url, &[], None, PATIENCE);
}

/// Lets minutes pass, with a sweep in each, until the shopper sees something else than `confirming`.
pub(super) fn pass(world: &World, token: &str) -> End {
    let mut end = End::Confirming(token.to_owned());
    for step in 1..=STEPS {
        set(world, step * STEP);
        sweep(world);
        end = Shopper::ask(&world.worker_url, token);
        if !matches!(end, End::Confirming(_)) {
            break;
        }
    }
    end
}

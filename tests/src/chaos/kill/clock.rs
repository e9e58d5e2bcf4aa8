//! Time passes for the Worker without anybody waiting for it.

use std::thread;
use std::time::{Duration, Instant};

use crate::chaos::http::send;
use crate::chaos::shopper::{End, Shopper};
use crate::stage::World;

const PATIENCE: Duration = Duration::from_secs(20);
/// Between two questions in the end.
const PAUSE: Duration = Duration::from_secs(1);
/// Far enough apart for two looks to count.
const STEP: i64 = 70_000;
/// Steps until absence must be proven: fourteen minutes.
const STEPS: i64 = 12;

/// From now on the Worker's clock differs from ours by so many milliseconds.
pub(in crate::chaos) fn set(world: &World, offset: i64) {
    let clock = offset.to_string();
    let _ =
        send("GET", &format!("{}/health", world.worker_url), &[("x-chaos-clock-ms", &clock)], None, PATIENCE);
}

/// What the cron does each minute.
pub(super) fn sweep(world: &World) {
    let url = format!("{}/cdn-cgi/local/scheduled", world.worker_url);
    let _ = send("GET", &url, &[], None, PATIENCE);
}

/// Lets minutes pass, with a sweep in each, until none of the orders is being confirmed any more,
/// and answers where each stands. There is one clock, so they wait together. A look that the gate let
/// go only in part goes on by our own clock: in the end that is waited for.
pub(super) fn pass(world: &World, tokens: &[String]) -> Vec<End> {
    let mut ends = Vec::new();
    for nth in 1..=STEPS {
        ends = step(world, nth, tokens);
        if !are_confirmed(&ends) {
            return ends;
        }
    }
    let deadline = Instant::now() + PATIENCE;
    while are_confirmed(&ends) && Instant::now() < deadline {
        thread::sleep(PAUSE);
        ends = ask(world, tokens);
    }
    ends
}

fn are_confirmed(ends: &[End]) -> bool {
    ends.iter().any(|end| matches!(end, End::Confirming(_)))
}

/// Puts the clock so many steps ahead, sweeps, and answers where each order stands.
pub(super) fn step(world: &World, nth: i64, tokens: &[String]) -> Vec<End> {
    set(world, nth * STEP);
    sweep(world);
    ask(world, tokens)
}

fn ask(world: &World, tokens: &[String]) -> Vec<End> {
    tokens.iter().map(|token| Shopper::ask(&world.worker_url, token)).collect()
}

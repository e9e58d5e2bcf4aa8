//! How many calls had to wait for one another.

use crate::sandbox::Arrival;

/// The most calls of which each began after the one before was answered: round
/// trips in sequence, however many went on beside them.
pub(super) fn longest(arrivals: &[Arrival]) -> usize {
    let mut calls: Vec<(i64, i64)> =
        arrivals.iter().filter_map(|arrival| Some((arrival.answered_ms?, arrival.at_ms))).collect();
    calls.sort_unstable();
    let mut free_from = i64::MIN;
    let mut longest = 0;
    for (answered, at) in calls {
        if at >= free_from {
            longest += 1;
            free_from = answered;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::{Fault, Options, Sandbox};
    use serde_json::Value;
    use std::time::Duration;

    #[test]
    fn calls_at_once_are_one_and_calls_in_sequence_are_many() {
        let sandbox = Sandbox::start(Options::default()).unwrap();
        sandbox.plan(Fault::on("*", "/v3/*").delay(Duration::from_millis(30)).every());
        let ask = || {
            std::thread::scope(|scope| {
                for _ in 0..3 {
                    scope.spawn(|| get(&sandbox));
                }
            });
        };
        assert_eq!(longest(&sandbox.requests()), 0);
        ask();
        assert_eq!((longest(&sandbox.requests()), sandbox.requests().len()), (1, 3));
        ask();
        get(&sandbox);
        assert_eq!((longest(&sandbox.requests()), sandbox.requests().len()), (3, 7));
    }

    fn get(sandbox: &Sandbox) {
        let url = format!("{}/v3/locations?search=coblong", sandbox.base_url());
        let key = format!("Bearer {}", crate::sandbox::API_KEY);
        let _: Value =
            ureq::get(&url).header("authorization", key).call().unwrap().body_mut().read_json().unwrap();
    }
}

//! Waiting for what only more questions can show.

use std::thread;
use std::time::{Duration, Instant};

/// Longer than any pause, refresh or reading again that the Worker allows itself.
const SOON: Duration = Duration::from_secs(20);

/// Asks again and again until something holds.
pub(super) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !holds() {
        assert!(Instant::now() < deadline, "{what} did not happen within {SOON:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

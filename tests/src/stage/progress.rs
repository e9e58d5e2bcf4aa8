//! Says what is being done and how long it has taken, on standard error.
//!
//! Plain lines and no cursor tricks: the same text serves a terminal, a CI log and a test harness.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How often a step that is still running says so.
const BEAT: Duration = Duration::from_secs(10);

/// Runs one step of work under its name, with a sign of life every ten seconds.
///
/// Quick steps print one line when they end; only slow ones print that they began.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    let (done, waiting) = mpsc::channel::<()>();
    let name = what.to_owned();
    let beat = thread::spawn(move || {
        let mut wait = Duration::from_secs(1);
        while waiting.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{}", running(&name, started.elapsed()));
            wait = BEAT;
        }
    });
    let result = work();
    drop(done);
    let _ = beat.join();
    eprintln!("{}", finished(what, started.elapsed(), result.is_ok()));
    result
}

/// One line of news that belongs to no step.
pub fn note(text: &str) {
    eprintln!("  · {text}");
}

fn running(what: &str, elapsed: Duration) -> String {
    format!("  … {what} ({} s)", elapsed.as_secs())
}

fn finished(what: &str, elapsed: Duration, ok: bool) -> String {
    let mark = if ok { '✓' } else { '✗' };
    format!("  {mark} {what} ({:.1} s)", elapsed.as_secs_f32())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_how_long_and_how_it_ended() {
        let long = Duration::from_millis(61_240);
        assert_eq!(running("npm packages", long), "  … npm packages (61 s)");
        assert_eq!(finished("npm packages", long, true), "  ✓ npm packages (61.2 s)");
        assert_eq!(finished("npm packages", long, false), "  ✗ npm packages (61.2 s)");
    }

    #[test]
    fn a_step_hands_its_result_on() {
        assert_eq!(step("adding", || Ok(1 + 1)).unwrap(), 2);
        assert!(step::<()>("failing", || anyhow::bail!("no")).is_err());
    }
}

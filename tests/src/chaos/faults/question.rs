//! Questions that change nothing, under a fault: who asks hears what there is, or a sentence; and what
//! there is as soon as the platform is well again.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::chaos::http::{Lost, Reply};

/// Longer than all that an answer may wait for.
pub(super) const PATIENCE: Duration = Duration::from_secs(25);
/// Between two questions.
const PAUSE: Duration = Duration::from_millis(500);

/// What is wrong unless this says what there is, or why not, in a sentence with a code.
pub(super) fn unclear(answer: &Result<Reply, Lost>, says: fn(&Value) -> bool) -> Option<String> {
    let Ok(reply) = answer else { return Some("I3 who asked was never answered".into()) };
    let json = reply.json();
    let is_clear = match reply.status {
        200 => says(&json),
        _ => json["code"].is_string() && json["detail"].is_string(),
    };
    (!is_clear).then(|| format!("I3 who asked was told {} {:.200}", reply.status, reply.text))
}

/// Asks until the fault has struck, and says what was wrong with the answers until then.
pub(super) fn until_struck(is_struck: impl Fn() -> bool, ask: impl Fn() -> Option<String>) -> Vec<String> {
    let deadline = Instant::now() + PATIENCE;
    let mut broken = Vec::new();
    while !is_struck() && Instant::now() < deadline {
        broken.extend(ask());
        thread::sleep(PAUSE);
    }
    broken.extend((!is_struck()).then(|| "the fault never struck".to_owned()));
    broken
}

/// Asks until there is an answer that says it; what is wrong when none does.
pub(super) fn until_well(ask: impl Fn() -> Result<Reply, Lost>, says: fn(&Value) -> bool) -> Option<String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answer = ask();
        if answer.as_ref().is_ok_and(|reply| reply.status == 200 && says(&reply.json())) {
            return None;
        }
        if Instant::now() > deadline {
            return Some(format!("the platform is well, and the answer is {answer:.200?}"));
        }
        thread::sleep(PAUSE);
    }
}
